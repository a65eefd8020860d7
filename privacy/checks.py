"""The check on text about residents, for every form. Pure: it stores nothing, logs nothing and remembers nothing.

It says what it found, never that a text is anonymous. What it looks for is told in docs/privacy-check.md.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from privacy.detectors.dates import full_dates, short_dates
from privacy.detectors.kinds import Kind, Span
from privacy.detectors.names import names
from privacy.detectors.numbers import bsns, emails, ibans, phones, postcodes
from privacy.detectors.plain import make_plain
from privacy.text import CheckedText, Profile, seal
from privacy.wording import refusal, wording

__all__ = ["RULES_VERSION", "CheckedText", "Finding", "Kind", "Profile", "TextRefused", "check", "find", "tidy"]

# Raised when the rules get stricter, so that stored texts can be looked at again.
RULES_VERSION = 1

# The order matters: what one detector found is hidden from the next, so that the pairs of a telephone number
# are no date and the tail of a bank account is no telephone number.
_DETECTORS: Sequence[Callable[[str], Iterator[Span]]] = (
    emails, ibans, full_dates, phones, short_dates, bsns, postcodes, names,
)  # fmt: skip

# Minutes and actions are full of dates, and a date in them says nothing about a resident.
_ALLOWED: dict[Profile, frozenset[Kind]] = {Profile.CASE: frozenset(), Profile.WORK: frozenset({Kind.DATE})}

_HIDDEN = "\0"
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in the text as typed that could tell who somebody is, in words for its writer; never the text itself."""

    start: int
    end: int
    kind: Kind
    hard: bool
    why: Promise
    suggestion: Promise | str

    @property
    def kind_label(self) -> Promise:
        """What it is, in a word or two."""
        return wording(self.kind, Profile.CASE).label


class TextRefused(Exception):
    """The check found something. Carries the places and never the text, so that it may be logged or mailed."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Keep the findings; the sentence is made of their number alone."""
        super().__init__(len(findings))
        self.findings = tuple(findings)

    @property
    def message(self) -> str:
        """The calm sentence for the writer."""
        return refusal(len(self.findings))

    def __str__(self) -> str:
        """Say the sentence."""
        return self.message


def find(text: str, profile: Profile) -> list[Finding]:
    """Give what could tell who somebody is, in order and without overlap, with places in `text` as it is given."""
    plain = make_plain(text)
    spans = [span for span in _found(plain.text) if span.kind not in _ALLOWED[profile]]
    typed = (Span(*plain.typed(span.start, span.end), span.kind) for span in spans)
    return [_finding(span, profile) for span in _joined(typed)]


def check(text: str, profile: Profile) -> CheckedText:
    """Give the text, tidied, as checked text; raise TextRefused if anything was found. The only way to make one."""
    if findings := find(text, profile):
        raise TextRefused(findings)
    return seal(tidy(text), profile)


def tidy(text: str) -> str:
    """Give the text as it will be stored: trimmed, with plain newlines, without characters no database takes."""
    return _UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _finding(span: Span, profile: Profile) -> Finding:
    """Give a place its words."""
    words = wording(span.kind, profile)
    # A soft finding asks for a reason to let it stand. As long as no writer can give one, every finding is hard.
    return Finding(span.start, span.end, span.kind, hard=True, why=words.why, suggestion=words.suggestion)


def _found(plain: str) -> Iterator[Span]:
    """Run the detectors one after the other, each on what the earlier ones left."""
    for detector in _DETECTORS:
        spans = list(detector(plain))
        yield from spans
        plain = _without(plain, spans)


def _without(plain: str, spans: Iterable[Span]) -> str:
    """Hide the places found, without moving anything. No plain text holds the character that hides."""
    pieces, position = [], 0
    for start, end, _kind in _joined(spans):
        pieces += [plain[position:start], _HIDDEN * (end - start)]
        position = end
    return "".join([*pieces, plain[position:]])


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Put places in order and join those that overlap, so that every character belongs to one place at most."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if joined and span.start < joined[-1].end:
            joined[-1] = joined[-1]._replace(end=max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined
