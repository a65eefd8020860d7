"""Which texts there are, so that one screen can report, look over and mend any of them.

This room knows no case and no meeting. The rooms above say of each of their texts by which gate it is fetched, what it
is called and who reads it; they register when Django is ready.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from accounts.models import User
from privacy.models import VeiledQuerySet, VeiledText


@dataclass(frozen=True, slots=True)
class TextKind:
    """A kind of row with checked text: one word for addresses and tables, and what its room knows of it."""

    word: str
    model: type[VeiledText]
    # What the row is called in a list, without anything of its content.
    name: str | Promise
    # The gate: gives the row to who may see it, and else raises Http404.
    fetch: Callable[[User, str], Any]
    # Where the row stands, and what that place is called: a case's number, a meeting's day.
    url: Callable[[Any], str]
    place: Callable[[Any], str]
    # Who may see the row now.
    readers: Callable[[Any], Iterable[User]]
    # How long each text may be.
    longest: dict[str, int]
    # The address that open pages follow, if any.
    live: Callable[[Any], str] | None = None


@dataclass(frozen=True, slots=True)
class Same:
    """A column of another row that holds the same text."""

    row: VeiledText
    field: str


FindSame = Callable[[VeiledText], Iterable[Same]]
_kinds: dict[str, TextKind] = {}
_same: list[FindSame] = []


def register(kind: TextKind) -> None:
    """Let a room say what there is to know of one kind of text."""
    _kinds[kind.word] = kind


def register_same(find: FindSame) -> None:
    """Let a room say which other rows hold the same text as a row: they are hidden, shown and written anew together."""
    if find not in _same:
        _same.append(find)


def kinds() -> Iterator[TextKind]:
    """Give every kind of text."""
    yield from _kinds.values()


def kind_named(word: str) -> TextKind | None:
    """Give the kind that a word in an address stands for, if any."""
    return _kinds.get(word)


def kind_of(row: VeiledText) -> TextKind:
    """Give the kind of a row."""
    return next(kind for kind in _kinds.values() if isinstance(row, kind.model))


def key_of(row: VeiledText) -> tuple[str, str]:
    """Give the plain values by which a row is known."""
    return kind_of(row).word, row.public_id  # type: ignore[attr-defined]  # Every registered model has one.


def same_texts(row: VeiledText) -> list[Same]:
    """Give the columns of other rows that hold the same text."""
    return [same for find in _same for same in find(row)]


def rows_with(row: VeiledText) -> list[VeiledText]:
    """Give a row and those that hold the same text."""
    return [row, *(same.row for same in same_texts(row))]


def row_of(word: str, public_id: str) -> VeiledText | None:
    """Give a row with its texts open, whoever asks: for the core team's look and the check alone. None when it is gone."""
    kind = kind_named(word)
    return every(kind).filter(public_id=public_id).first() if kind else None


def every(kind: TextKind) -> Any:
    """Give all rows of a kind with their texts open, for the check and the core team's look alone."""
    return VeiledQuerySet(kind.model).for_the_check()
