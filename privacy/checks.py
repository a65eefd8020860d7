"""The check on text about residents, for every form. Pure: it stores nothing, logs nothing and remembers nothing.

It says what it found, never that a text is anonymous. What it looks for is told in docs/anonymisation.md.
"""

import re
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from privacy.detectors.kinds import Kind, Span
from privacy.finder import spans_in
from privacy.text import CheckedText, Profile, seal
from privacy.wording import refusal, wording

__all__ = ["RULES_VERSION", "CheckedText", "Finding", "Kind", "Profile", "TextRefused", "check", "find", "tidy"]

# Raised when the rules get stricter, so that stored texts can be looked at again.
RULES_VERSION = 3

# Minutes and actions are full of dates, and a date in them says nothing about a resident.
_ALLOWED: dict[Profile, frozenset[Kind]] = {Profile.CASE: frozenset(), Profile.WORK: frozenset({Kind.DATE})}

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


def find(text: str, profile: Profile, allowed: Collection[str] = ()) -> list[Finding]:
    """Give what could tell who somebody is, in order and without overlap, with places in `text` as it is given."""
    return find_all([text], profile, allowed)[0]


def find_all(texts: Sequence[str], profile: Profile, allowed: Collection[str] = ()) -> list[list[Finding]]:
    """Give the same for the texts of one submission: a name found in one is found in all. `allowed` names may stand."""
    return [
        [_finding(span, profile) for span in spans if span.kind not in _ALLOWED[profile]]
        for spans in spans_in(texts, allowed)
    ]


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
    return Finding(span.start, span.end, span.kind, hard=span.hard, why=words.why, suggestion=words.suggestion)


if __name__ == "__main__":
    from privacy.measured import answer_lines

    answer_lines(sys.stdin.buffer, sys.stdout)
