"""The check on text about residents, for every form. Pure: it stores nothing, logs nothing and remembers nothing.

It says what it found, never that a text is anonymous. What it looks for is told in docs/anonymisation.md.
"""

import re
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from privacy.detectors.kinds import Kind, Span
from privacy.finder import spans_in
from privacy.keeping import key_of, reasons_for
from privacy.rarity import Rare, VillageFigure, rare_combination
from privacy.suggestions import is_letter, suggest
from privacy.text import CheckedText, Kept, Profile, seal
from privacy.wording import COMBINED, rare_why, refusal, wording

__all__ = [
    "RULES_VERSION",
    "CheckedText",
    "Finding",
    "Kind",
    "Outcome",
    "Profile",
    "TextRefused",
    "check",
    "check_all",
    "find",
    "find_all",
    "tidy",
]

# Raised when the rules get stricter, so that stored texts can be looked at again.
RULES_VERSION = 9

# Minutes and actions are full of dates, and a date in them says nothing about a resident.
_ALLOWED: dict[Profile, frozenset[Kind]] = {Profile.CASE: frozenset(), Profile.WORK: frozenset({Kind.DATE})}

_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in the text as typed that could tell who somebody is, in words for its writer; never the text itself.

    `suggestion` is what could stand there instead. `key` says which words at which place, so that a choice to keep
    them can be sent along with the text; it cannot be read back. `is_combined` says that it tells something together
    with the rest of the submission only.
    """

    start: int
    end: int
    kind: Kind
    hard: bool
    why: Promise | str
    suggestion: str
    key: str
    is_combined: bool = False

    @property
    def kind_label(self) -> Promise:
        """What it is, in a word or two."""
        return COMBINED if self.is_combined else wording(self.kind, Profile.CASE).label


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the check says of one text of a submission: what it found, what of it stays, and the text if it may be stored."""

    findings: Sequence[Finding]
    kept: Mapping[str, str]
    text: CheckedText | None

    @property
    def refused(self) -> list[Finding]:
        """What still has to go, or to get a reason."""
        return [finding for finding in self.findings if finding.key not in self.kept]


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


def find_all(
    texts: Sequence[str], profile: Profile, allowed: Collection[str] = (), villages: Sequence[VillageFigure] = ()
) -> list[list[Finding]]:
    """Give the same for the texts of one submission: a name found in one is found in all. `allowed` names may stand.

    With `villages`, words that are rare together in one of those are asked about as well; in text about residents only.
    """
    spans = [
        [span for span in found if span.kind not in _ALLOWED[profile] and not is_letter(text, span)]
        for text, found in zip(texts, spans_in(texts, allowed), strict=True)
    ]
    words = suggest(texts, spans)
    findings = [
        [_finding(text, span, profile, instead) for span, instead in zip(found, suggested, strict=True)]
        for text, found, suggested in zip(texts, spans, words, strict=True)
    ]
    rare = rare_combination(texts, villages) if profile is Profile.CASE else None
    return _with_rare(texts, findings, rare) if rare else findings


def check(
    text: str, profile: Profile, *, allowed: Collection[str] = (), kept: Mapping[str, str] | None = None
) -> CheckedText:
    """Give the text, tidied, as checked text; raise TextRefused if anything was found that was not kept with a reason."""
    (outcome,) = check_all([text], profile, allowed=allowed, kept=[kept or {}])
    if outcome.text is None:
        raise TextRefused(outcome.refused)
    return outcome.text


def check_all(
    texts: Sequence[str],
    profile: Profile,
    *,
    allowed: Collection[str] = (),
    kept: Sequence[Mapping[str, str]],
    villages: Sequence[VillageFigure] = (),
) -> list[Outcome]:
    """Check the texts of one submission together; `kept` holds for each the reasons by the keys of findings.

    Beside `check`, which goes through here, the only way to make a checked text. What is hard is never kept.
    """
    found = find_all(texts, profile, allowed, villages)
    return [
        _outcome(text, profile, findings, reasons) for text, findings, reasons in zip(texts, found, kept, strict=True)
    ]


def _outcome(text: str, profile: Profile, findings: Sequence[Finding], reasons: Mapping[str, str]) -> Outcome:
    """Weigh what was found in one text against what its writer wants to keep."""
    kept = {each.key: reason for each in findings if (reason := reasons.get(each.key)) and may_keep(each, reason)}
    if any(finding.key not in kept for finding in findings):
        return Outcome(findings, kept, None)
    places = [
        Kept(place_in_tidy(text, each.start), place_in_tidy(text, each.end), each.kind, kept[each.key])
        for each in findings
    ]
    return Outcome(findings, kept, seal(tidy(text), profile, places))


def may_keep(finding: Finding, reason: str) -> bool:
    """Tell whether this is a reason for which a finding may stay. Nothing that is hard ever may."""
    return not finding.hard and reason in reasons_for(finding.kind)


def place_in_tidy(text: str, place: int) -> int:
    """Give where a place in the text as typed lies in the text as it is stored."""
    plain = _plain(text)
    lead = len(plain) - len(plain.lstrip())
    return min(max(len(_plain(text[:place])) - lead, 0), len(plain.strip()))


def tidy(text: str) -> str:
    """Give the text as it will be stored: trimmed, with plain newlines, without characters no database takes."""
    return _plain(text).strip()


def _plain(text: str) -> str:
    """Give the text with plain newlines, without characters no database takes."""
    return _UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _finding(text: str, span: Span, profile: Profile, instead: str) -> Finding:
    """Give a place its words."""
    return Finding(
        span.start, span.end, span.kind, span.hard, wording(span.kind, profile).why, instead, key_of(text, span)
    )


def _with_rare(texts: Sequence[str], findings: list[list[Finding]], rare: Rare) -> list[list[Finding]]:
    """Add the words that are rare together, except where something was found already."""
    why = rare_why(rare.village)
    added = []
    for text, found, hints in zip(texts, findings, rare.hints, strict=True):
        more = [
            Finding(
                each.start,
                each.end,
                Kind.RARE,
                hard=False,
                why=why,
                suggestion=each.coarser,
                key=key_of(text, Span(each.start, each.end, Kind.RARE)),
                is_combined=True,
            )
            for each in hints
            if not any(each.start < old.end and old.start < each.end for old in found)
        ]
        added.append(sorted([*found, *more], key=lambda each: each.start))
    return added


if __name__ == "__main__":
    from privacy.measured import answer_lines

    answer_lines(sys.stdin.buffer, sys.stdout)
