"""Which names of organisations the check lets through, for every form. A name that holds a person's name lets nothing through.

Only whole names are given here; the finder sees to it that no part of one ever lets a word pass.
"""

from functools import lru_cache
from itertools import chain

from django.apps import apps

from accounts.models import Partner
from privacy.detectors.kinds import Kind
from privacy.detectors.named_after import is_named_after_a_person
from privacy.finder import spans_in

SHORTEST, LONGEST = 2, 80  # characters
# What may be an organisation's name after all. A place, an age or a number never is.
PROPOSABLE = frozenset({Kind.PERSON, Kind.EMPLOYER, Kind.SCHOOL, Kind.PRACTICE})
# What no organisation needs in its name, and a person may have.
_TELLING = frozenset({Kind.CLIENTNR, Kind.URL, Kind.HANDLE, Kind.POSTCODE})


def allowed_names() -> frozenset[str]:
    """Give the partners' names as the coordinator set them, and those that the coordinator approved; two queries.

    A name in which a person is named is left out, however it came to be there.
    """
    # By name, for the forms of every table with checked text ask this while those tables are being made.
    approved = apps.get_model("privacy", "AllowedName")
    rows = (model._default_manager.values_list("name", flat=True) for model in (Partner, approved))
    names = {tidy_name(name) for name in chain.from_iterable(rows)}
    return frozenset(name for name in names if is_harmless(name))


def tidy_name(name: str) -> str:
    """Give a name with single spaces, as it is compared and stored."""
    return " ".join(name.split())


@lru_cache(maxsize=2000)
def is_harmless(name: str) -> bool:
    """Tell whether this name of an organisation says nothing about a person.

    For names that stand in the database anyway: the answer is remembered while the server runs, and with it the name.
    """
    return names_no_person(name)


def names_no_person(name: str) -> bool:
    """Tell whether the check finds nothing personal in a name by itself: no person's name, no number, no place alone."""
    (found,) = spans_in([name])
    telling = any(each.hard or each.kind in _TELLING for each in found)
    # A village or a street that is the whole name would let where somebody lives pass.
    where = any(each.kind in {Kind.PLACE, Kind.STREET} and (each.start, each.end) == (0, len(name)) for each in found)
    return len(name) >= SHORTEST and not telling and not where and not is_named_after_a_person(name)


def may_be_proposed(word: str, kind: Kind) -> bool:
    """Tell whether an author may propose a word that was found as `kind` as the name of an organisation."""
    name = tidy_name(word)
    return kind in PROPOSABLE and SHORTEST <= len(name) <= LONGEST and names_no_person(name)
