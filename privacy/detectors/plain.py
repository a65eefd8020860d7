"""Typed text made plain for the detectors, each character with its place in the text as typed. Changes no stored text.

People paste from word processors and mail: no-break spaces, soft hyphens, zero-width characters, typographic dashes,
loose accents, digits of other scripts. A number hidden among those is still a number.
"""

import re
import unicodedata
from typing import NamedTuple

# Everything but a tab, a newline and printable ASCII, with the character before it, which a loose accent may belong to.
_ODD = re.compile(r"[\x20-\x7e]?[^\t\n\x20-\x7e]+")

_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d", "-")
_QUOTES = dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02b9\u02bc\u00b4", "'")
_SIMPLER = str.maketrans({**_DASHES, **_QUOTES, "\u2044": "/"})

# More accents than this on one letter are no writing; the bound keeps the work linear in the length of the text.
_MARKS_KEPT = 4


class Plain(NamedTuple):
    """The plain text; character i stands for `starts[i]` up to `ends[i]` of the text as typed."""

    text: str
    starts: list[int]
    ends: list[int]

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in the text as typed for a place (not empty) in the plain text."""
        return self.starts[start], self.ends[end - 1]


def make_plain(typed: str) -> Plain:
    """Give the plain text of `typed`, which may hold any character there is."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for odd in _ODD.finditer(typed):
        pieces.append(typed[position : odd.start()])
        starts.extend(range(position, odd.start()))
        ends.extend(range(position + 1, odd.start() + 1))
        for start, end in _clusters(typed, odd.start(), odd.end()):
            piece = _plain_cluster(typed, start, end)
            pieces.append(piece)
            starts.extend([start] * len(piece))
            ends.extend([end] * len(piece))
        position = odd.end()
    pieces.append(typed[position:])
    starts.extend(range(position, len(typed)))
    ends.extend(range(position + 1, len(typed) + 1))
    return Plain("".join(pieces), starts, ends)


def _clusters(typed: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a stretch into characters with the accents that follow them."""
    edges = [i for i in range(start, end) if i == start or not unicodedata.combining(typed[i])]
    return list(zip(edges, [*edges[1:], end], strict=True))


def _plain_cluster(typed: str, start: int, end: int) -> str:
    """Give one character with its accents in its simplest spelling; nothing for what nobody can see."""
    cluster = typed[start : min(end, start + 1 + _MARKS_KEPT)]
    if cluster[0] == "\r":
        # A newline of Windows is one newline; an old one alone is a newline too.
        return "" if typed[start + 1 : start + 2] == "\n" else "\n"
    # Twice simpler: NFKC tears a loose acute accent in two, and makes new slashes of fractions.
    composed = unicodedata.normalize("NFKC", cluster.translate(_SIMPLER)).translate(_SIMPLER)
    return "".join(_plain_character(character) for character in composed)


def _plain_character(character: str) -> str:
    """Give the plain form of one normalised character."""
    if character in "\t\n":
        return character
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category in ("Zs", "Zl", "Zp"):
        return "\n" if category != "Zs" else " "
    # Accents that found no letter, soft hyphens, zero-width characters, direction marks, control characters.
    return "" if category in ("Mn", "Me", "Cf", "Cc", "Cs") else character
