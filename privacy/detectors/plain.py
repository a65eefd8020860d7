"""Typed text made plain for the detectors, each character with its place in the text as typed. Changes no stored text.

People paste from word processors and mail: no-break spaces, soft hyphens, zero-width characters, typographic dashes,
loose accents, digits of other scripts, and the tags and entities of an editor. A number hidden among those is still a number.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import compress, pairwise
from typing import NamedTuple

# A tag that an editor writes, by its name; "<3", "a < b" and "<jan@voorbeeld.nl>" are text. What stands behind the
# name may be anything, and is read as well: an address also hides in a link.
_TAG = (
    r"</?(?P<tag>a|abbr|article|b|big|blockquote|body|br|cite|code|col|colgroup|dd|del|div|dl|dt|em"
    r"|embed|figcaption|figure|font"
    r"|footer|h[1-6]|head|header|hr|html|i|img|ins|kbd|li|link|main|mark|meta|o:p|ol|p|pre|q|s|section"
    r"|small|span|strike"
    r"|strong|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|wbr)(?P<more>[\s/][^<>]{0,4000})?>"
)
_INLINE = re.compile(
    r"a|abbr|b|big|cite|code|del|em|font|i|ins|kbd|mark|o:p|q|s|small|span|strike|strong|sub|sup|tt|u|wbr",
    re.IGNORECASE,
)
_LOOKS_ONLY = re.compile(
    r"""\b(?:class|style|id|width|height|lang|dir|rel|target|align|valign|border|color|face|size|colspan|rowspan)
    \s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""",
    re.VERBOSE | re.IGNORECASE,
)
_ENTITY = r"&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,24});"
# Everything but a tab, a newline and printable ASCII, with the character before it, which a loose accent may belong to.
_LETTERS = r"[\x20-\x7e]?[^\t\n\x20-\x7e]+"
_ODD = re.compile(rf"(?P<entity>{_ENTITY})|{_TAG}|{_LETTERS}", re.IGNORECASE)

_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d", "-")
_QUOTES = dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02b9\u02bc\u00b4", "'")
_SIMPLER = str.maketrans({**_DASHES, **_QUOTES, "\u2044": "/", "½": ",5", "¼": ",25", "¾": ",75"})

# The label of a form at the head of a line: "school:", "geb.datum:".
_LABEL = r"[^\W\d_][^\W_.\- ]{1,15}\.?(?:[ ][^\W\d_]{1,15}){0,2}:(?!\d)"
# A tab or the end of a line behind which a number or a name may go on: not between two sentences, and not before a label
# or the next item of a list.
_BREAK = re.compile(
    r"\t|(?<!\n)(?<![^\W_][^\W_][.!?;:])\n(?!\n|[\-*•][ ][^\W\d]|" + _LABEL + r")"
    r"|(?<=[.!?;:])(?<!\n)\n(?=\d)|(?<=[A-Z]\.)\n(?=[A-Z])"
)
# How far a piece around a break goes to either side, in characters: an account with spaces has 36.
_AROUND = 40
_BROKEN_LINE = re.compile(rf"(?<=[^\W_,])\n(?=[a-zà-ÿ'])(?!{_LABEL})|(?<=[^\W\d_,])\n(?=\d)")

# What a mail program puts before each line of what is answered.
_QUOTING = re.compile(r"(?<![^\n])(?:>[ ]?){1,9}(?=[^\s>])")

_CUT = "\v"
_SOFTLY_CUT = re.compile(rf"([^\W\d_]{{1,40}}){_CUT}\n([a-zà-ÿ]{{1,40}})")
# "Vorstermans-\nplein": a word that is cut at the end of a line.
_CUT_WORD = re.compile(r"(?<=[^\W\d_])-\n(?=[a-zà-ÿ])")

# More accents than this on one letter are no writing; the bound keeps the work linear in the length of the text.
_MARKS_KEPT = 4
# Between the text and what stood in its tags: no word, number or name reaches over it.
_APART = "\n\0\n"


class Plain(NamedTuple):
    """The plain text; character i stands for `starts[i]` up to `ends[i]` of the text as typed."""

    text: str
    starts: list[int]
    ends: list[int]

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in the text as typed for a place (not empty) in the plain text."""
        first = self.starts[start]
        return first, max(self.ends[end - 1], first + 1)


def make_plain(typed: str) -> Plain:
    """Give the plain text of `typed`, which may hold any character there is, and the tags of an editor."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def add(piece: str, start: int, end: int) -> None:
        """Add a piece of which every character stands for the same stretch as typed."""
        pieces.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))

    def add_as_typed(start: int, end: int) -> None:
        """Add a stretch that is plain already."""
        pieces.append(typed[start:end])
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))

    position = 0
    inside: list[tuple[int, int]] = []
    for odd in _ODD.finditer(typed):
        add_as_typed(position, odd.start())
        position = odd.end()
        if tag := odd.group("tag"):
            add("" if _INLINE.fullmatch(tag) else "\n", odd.start(), odd.end())
            inside.extend(_told_in_tag(odd))
        elif odd.group("entity"):
            add(_plain_characters(html.unescape(odd.group())), odd.start(), odd.end())
        else:
            for start, end in _clusters(typed, odd.start(), odd.end()):
                add(_plain_cluster(typed, start, end), start, end)
            add(_soft_break(typed, position), position - 1, position)
    add_as_typed(position, len(typed))
    for start, end in inside:
        add(_APART, start, start + 1)
        add_as_typed(start, end)
    return Plain("".join(pieces), starts, ends)


def flowing(plain: Plain, is_one_word: Callable[[str], bool]) -> Plain:
    """Give the same with one space for several, and for a newline that only breaks a line: a small letter goes on behind it.

    A word that a soft hyphen cut at the end of a line is made whole where `is_one_word` says that it is one.
    """
    plain = _without(plain, _QUOTING)
    if _CUT in plain.text:
        plain = _made_whole(plain, is_one_word)
    return _one_space(plain._replace(text=_BROKEN_LINE.sub(" ", plain.text.replace("`", "'"))))


def _made_whole(plain: Plain, is_one_word: Callable[[str], bool]) -> Plain:
    """Give the same with the words made whole that a soft hyphen cut, and without the marks of those."""
    stays = [character != _CUT for character in plain.text]
    for cut in _SOFTLY_CUT.finditer(plain.text):
        stays[cut.end(1) + 1] = not is_one_word((cut[1] + cut[2]).lower())
    return _kept(plain, stays)


def over_breaks(plain: Plain) -> list[Plain]:
    """Give the pieces around the tabs and newlines behind which a number or a name may go on, each in one line."""
    pieces: list[tuple[int, int]] = []
    for found in _BREAK.finditer(plain.text):
        start = (
            max(plain.text.rfind(" ", 0, max(0, found.start() - _AROUND)), plain.text.rfind("\n\n", 0, found.start()))
            + 1
        )
        end = plain.text.find(" ", found.end() + _AROUND)
        if pieces and start <= pieces[-1][1]:
            start, _end = pieces.pop()
        pieces.append((start, len(plain.text) if end < 0 else end))
    return [_one_space(_cut(plain, start, end)) for start, end in pieces]


def _cut(plain: Plain, start: int, end: int) -> Plain:
    """Give a piece of a plain text with a space for every break in it."""
    piece = Plain(plain.text[start:end], plain.starts[start:end], plain.ends[start:end])
    piece = _without(piece, _CUT_WORD)
    return piece._replace(text=_BREAK.sub(" ", piece.text))


def _one_space(plain: Plain) -> Plain:
    """Give the same with one space wherever several stand in a row."""
    if "  " not in plain.text:
        return plain
    return _kept(plain, [not (character == before == " ") for before, character in pairwise("." + plain.text)])


def _without(plain: Plain, marks_of: re.Pattern[str]) -> Plain:
    """Give the same without what a pattern finds in it."""
    marks = [place for found in marks_of.finditer(plain.text) for place in range(*found.span())]
    if not marks:
        return plain
    stays = [True] * len(plain.text)
    for place in marks:
        stays[place] = False
    return _kept(plain, stays)


def _kept(plain: Plain, stays: list[bool]) -> Plain:
    """Give the characters that stay, each with its place."""
    return Plain(
        "".join(compress(plain.text, stays)), list(compress(plain.starts, stays)), list(compress(plain.ends, stays))
    )


def _soft_break(typed: str, position: int) -> str:
    """Give the mark of a soft hyphen at the end of a line, where a word may go on; nothing elsewhere."""
    return _CUT if typed.startswith("\u00ad\n", position - 1) else ""


def _told_in_tag(tag: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Give the places in a tag that could tell something: all of it but what says how it looks."""
    start, end = tag.span("more")
    for looks in [*_LOOKS_ONLY.finditer(tag.string, start, end), None] if end > start else ():
        stop = looks.start() if looks else end
        if any(character.isalnum() for character in tag.string[start:stop]):
            yield start, stop
        start = looks.end() if looks else end


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
    return _plain_characters(cluster)


def _plain_characters(characters: str) -> str:
    """Give a few characters in their simplest spelling."""
    # Twice simpler: NFKC tears a loose acute accent in two, and makes new slashes of fractions.
    composed = unicodedata.normalize("NFKC", characters.translate(_SIMPLER)).translate(_SIMPLER)
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
