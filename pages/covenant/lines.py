"""A file cut into lines that a reader can follow: indent, bullet, number or letter, and words.

For the parser. Never drops a word: what is not recognised is plain text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from enum import Enum, auto

from .errors import NotACovenant, gettext_noop

BULLET = re.compile(r"[-–—•*·]\s+(?P<text>\S.*)")
LETTER = re.compile(r"(?P<mark>[a-z])[.)]\s+(?P<text>\S.*)")
NUMBER = re.compile(r"(?P<mark>\d{1,3})[.)]\s+(?P<text>\S.*)")
ARTICLE = re.compile(r"(?:Artikel|ARTIKEL)\s+(?P<mark>\d{1,3})[.:]?(?:\s+(?P<text>\S.*))?")
LABELS = ("partijen", "overwegend", "verklaren", "komen overeen")
CLOSED = re.compile(r"[.;:!?…][\"'”’»)\]]*$")
NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")


class Kind(Enum):
    PLAIN = auto()
    LABEL = auto()
    ARTICLE = auto()
    NUMBER = auto()
    LETTER = auto()
    BULLET = auto()


@dataclass(slots=True, frozen=True)
class Line:
    """One line with words on it.

    `at` counts from 1 as an editor does, `apart` says that a blank line stands before it, `words` is all that it says
    (less a bullet) and `text` what it says after its number or letter.
    """

    at: int
    indent: int
    apart: bool
    kind: Kind
    mark: str
    text: str
    words: str

    @property
    def starts_low(self) -> bool:
        return self.text[:1].islower()


def decode(data: bytes) -> str:
    """The text of a file; a file that is no text is refused at the line where that shows."""
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise NotACovenant(line, gettext_noop("This is not readable as text (UTF-8).")) from None
    return text


def read_lines(text: str) -> list[Line]:
    """The lines with words, in order; line ends of any system, tabs and indents of any width will do."""
    lines: list[Line] = []
    apart = True
    for at, raw in enumerate(_unix(text).split("\n"), start=1):
        if NO_TEXT.search(raw):
            raise NotACovenant(at, gettext_noop("This is not readable as text (UTF-8)."))
        words = " ".join(raw.split())
        if words:
            bullet = BULLET.fullmatch(words)
            said = bullet["text"] if bullet else words
            kind, mark, rest = _recognise(said, is_item=bool(bullet))
            lines.append(Line(at, _indent(raw), apart, kind, mark, rest, said))
        apart = not words
    return lines


def is_closed(text: str) -> bool:
    """Whether a sentence has come to an end, or hands over to a list."""
    return bool(CLOSED.search(text))


def _unix(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")


def _indent(raw: str) -> int:
    wide = raw.expandtabs(4)
    return len(wide) - len(wide.lstrip())


def _recognise(words: str, *, is_item: bool) -> tuple[Kind, str, str]:
    if found := LETTER.fullmatch(words):
        return Kind.LETTER, found["mark"], found["text"]
    if is_item:
        return Kind.BULLET, "", words
    if found := NUMBER.fullmatch(words):
        return Kind.NUMBER, found["mark"], found["text"]
    if found := ARTICLE.fullmatch(words):
        return Kind.ARTICLE, found["mark"], found["text"] or ""
    if words.endswith(":") and words.lower().startswith(LABELS):
        return Kind.LABEL, "", words
    return Kind.PLAIN, "", words
