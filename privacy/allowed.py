"""Which names of organisations the check lets through, for every form. A name that holds a person's name lets nothing through.

Only whole names are given here; the finder sees to it that no part of one ever lets a word pass.
"""

from functools import lru_cache

from accounts.models import Partner
from privacy.checks import find
from privacy.detectors.kinds import Kind
from privacy.text import Profile

SHORTEST = 2


def allowed_names() -> frozenset[str]:
    """Give the names of the network's partners, as the coordinator set them, without those named after a person."""
    names = (" ".join(name.split()) for name in Partner.objects.values_list("name", flat=True))
    return frozenset(name for name in names if is_harmless(name))


@lru_cache(maxsize=2000)
def is_harmless(name: str) -> bool:
    """Tell whether this name of an organisation says nothing about a person: no person in it, no number, no address.

    For names that stand in the database anyway: the answer is remembered while the server runs, and with it the name.
    """
    return len(name) >= SHORTEST and not any(each.hard or each.kind is Kind.PERSON for each in find(name, Profile.CASE))
