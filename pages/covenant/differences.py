"""What one reading of a covenant has that another has not, place by place.

For the importer, which prints it, so that nobody publishes a change unseen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from .tree import Article, Consideration, Covenant, Openness, Party


class Change(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(slots=True, frozen=True)
class Difference:
    """One place that differs; `before` is empty for what was added, `after` for what was removed."""

    change: Change
    address: str
    before: str
    after: str


@dataclass(slots=True, frozen=True)
class _Place:
    address: str
    text: str


def differences(before: Covenant, after: Covenant) -> list[Difference]:
    """The differences in the order of the text: first what has no number of its own, then the articles."""
    return [
        *_by_text(list(_unnumbered(before)), list(_unnumbered(after))),
        *_by_address({p.address: p for p in _numbered(before)}, {p.address: p for p in _numbered(after)}),
    ]


def _by_text(before: list[_Place], after: list[_Place]) -> Iterator[Difference]:
    """Places without a number of their own shift when one is added, so they are compared by what they say."""
    matcher = SequenceMatcher(None, [p.text for p in before], [p.text for p in after], autojunk=False)
    for change, i, i_end, j, j_end in matcher.get_opcodes():
        if change == "equal":
            continue
        old, new = before[i:i_end], after[j:j_end]
        both = min(len(old), len(new))
        for was, now in zip(old, new, strict=False):
            yield Difference(Change.CHANGED, now.address, was.text, now.text)
        for was in old[both:]:
            yield Difference(Change.REMOVED, was.address, was.text, "")
        for now in new[both:]:
            yield Difference(Change.ADDED, now.address, "", now.text)


def _by_address(before: dict[str, _Place], after: dict[str, _Place]) -> Iterator[Difference]:
    for address in [*before, *(address for address in after if address not in before)]:
        was, now = before.get(address), after.get(address)
        if was and now:
            if was.text != now.text:
                yield Difference(Change.CHANGED, address, was.text, now.text)
        elif was:
            yield Difference(Change.REMOVED, address, was.text, "")
        elif now:
            yield Difference(Change.ADDED, address, "", now.text)


def _unnumbered(covenant: Covenant) -> Iterator[_Place]:
    for item in covenant.items:
        if isinstance(item, Article):
            continue
        if isinstance(item, Party):
            yield _Place(item.address, item.name)
        elif isinstance(item, Consideration):
            yield _Place(item.address, item.text)
            yield from (_Place(point.address, point.text) for point in item.points)
        else:
            yield _Place(type(item).__name__.lower(), item.text)


def _numbered(covenant: Covenant) -> Iterator[_Place]:
    for article in covenant.articles:
        yield _Place(f"{article.address}-titel", article.title)
        for paragraph in article.paragraphs:
            yield _Place(paragraph.address, _said(paragraph.text, paragraph.openness))
            yield from (_Place(part.address, _said(part.text, part.openness)) for part in paragraph.parts)


def _said(text: str, openness: Openness) -> str:
    """Whether a place is open belongs to what it says: settling one is a change like any other."""
    return text if openness is Openness.NO else f"{text} [{openness}]"
