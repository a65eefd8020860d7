"""For which reasons a writer may keep what the check asks about, and how a choice is bound to its words. Pure."""

import hashlib
import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from privacy.detectors.kinds import Kind, Span

ORGANISATION = "organisation"
# The words are stored with the place that was kept (at most thirty signs), so they never change.
REASONS: Mapping[str, Promise] = {
    "no-name": _("it is no name"),
    ORGANISATION: _("it is an organisation"),
    "public": _("everybody knows this, and it is about nobody here"),
    "many": _("it is so for many people"),
    "needed": _("it is needed for the question, and tells nobody who it is"),
}
_NAMED = frozenset({Kind.PERSON, Kind.EMPLOYER, Kind.SCHOOL, Kind.PRACTICE})
_COUNTED = frozenset({Kind.AGE, Kind.DATE, Kind.PLACE, Kind.STREET, Kind.POSTCODE, Kind.RARE})

_LAST = re.compile(r"\w+(?=\W*$)")
_FIRST = re.compile(r"\w+")
NEAR = 60  # characters in which the word beside a place is looked for


def reasons_for(kind: Kind) -> dict[str, Promise]:
    """Give the reasons that make sense for a finding of this kind, in the order in which they are offered."""
    left_out = set()
    if kind is not Kind.PERSON:
        left_out.add("no-name")
    if kind not in _NAMED:
        left_out.add(ORGANISATION)
    if kind not in _COUNTED:
        left_out.add("many")
    return {name: words for name, words in REASONS.items() if name not in left_out}


def key_of(text: str, span: Span) -> str:
    """Give a sign for these words at this place: its kind, the words, and the word on either side.

    Who writes on elsewhere in the text keeps the sign; other words, or the same ones elsewhere, have another. The sign
    goes to the browser beside the text itself and is stored nowhere, so it hides nothing: it only is short.
    """
    before = _LAST.search(text[max(0, span.start - NEAR) : span.start])
    after = _FIRST.search(text[span.end : span.end + NEAR])
    words = " ".join(text[span.start : span.end].split())
    parts = (span.kind.value, before.group() if before else "", words, after.group() if after else "")
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
