"""Reads a covenant from its text into a tree, in order and with nothing lost.

For the importer. It follows the form of the text and never guesses: what it cannot place stops the reading, with the
number of the line and a sentence in plain words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

from . import addresses, openness, period
from .errors import NotACovenant, gettext_noop
from .lines import Kind, Line, is_closed, read_lines
from .tree import (
    Article,
    Consideration,
    Covenant,
    Heading,
    Item,
    Label,
    Paragraph,
    Part,
    Party,
    PartyHeading,
    Point,
    Title,
)

SHOWN = 60  # Letters of a line that an error shows: enough to find it, not a page of it.


def parse(text: str) -> Covenant:
    """The tree of a covenant's text. Raises NotACovenant with the line where reading stopped."""
    lines = read_lines(text)
    if not lines:
        raise NotACovenant(1, gettext_noop("The file is empty."))
    reader = _Reader(lines)
    items = [*reader.opening(), *reader.considerations(), *reader.agreement()]
    covenant = addresses.assign(Covenant(items))
    period.find(covenant)
    openness.mark(covenant)
    return covenant


class _Reader:
    """Walks the lines once, from the title down to the last article."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.position = 0

    @property
    def here(self) -> Line | None:
        return self.lines[self.position] if self.position < len(self.lines) else None

    def take(self) -> Line:
        line = self.lines[self.position]
        self.position += 1
        return line

    def refuse(self, reason: str, **values: object) -> NoReturn:
        """Stops at the line ahead, or at the last one if the text is over."""
        line = self.here or self.lines[-1]
        raise NotACovenant(line.at, reason, found=_short(line.words), **values)

    def announced(self, *starts: str) -> bool:
        return bool(self.here and self.here.kind is Kind.LABEL and self.here.text.lower().startswith(starts))

    def until_label(self, place: Callable[[Line], None]) -> None:
        while self.here and self.here.kind is not Kind.LABEL:
            place(self.here)
            self.take()

    def opening(self) -> list[Item]:
        """The title, and the parties under their label: the host first, then the list."""
        items: list[Item] = [Title(self.take().words)]
        if not self.announced("partijen"):
            self.refuse(gettext_noop("Under the title the label “PARTIJEN:” should stand; here stands “%(found)s”."))
        items.append(Label(self.take().words))
        self.until_label(lambda line: self.place_party(items, line))
        if not any(isinstance(item, Party) and not item.is_host for item in items):
            self.refuse(gettext_noop("Under “PARTIJEN:” no list of parties was found."))
        return items

    def place_party(self, items: list[Item], line: Line) -> None:
        last = items[-1]
        host = any(isinstance(item, Party) for item in items)
        if line.kind in (Kind.BULLET, Kind.LETTER):
            if not host:
                self.refuse(gettext_noop("Before the list of parties the host should stand; here stands “%(found)s”."))
            items.append(Party(line.words))
        elif line.kind in (Kind.ARTICLE, Kind.NUMBER):
            self.refuse(
                gettext_noop("This is no party: “%(found)s”. Each party stands on its own line, behind a dash.")
            )
        elif not host:
            items.append(Party(line.words, is_host=True))
        elif isinstance(last, Party) and not last.is_host and not line.apart:
            last.name = _joined(last.name, line.words)
        else:
            items.append(PartyHeading(line.words))

    def considerations(self) -> list[Item]:
        """The considerations under their label; a covenant without them goes straight to what was agreed."""
        if not self.announced("overwegend"):
            return []
        label = Label(self.take().words)
        found: list[tuple[int, Consideration]] = []
        self.until_label(lambda line: self.place_consideration(found, line))
        return [label, *(consideration for _, consideration in found)]

    def place_consideration(self, found: list[tuple[int, Consideration]], line: Line) -> None:
        """Each consideration is kept with its indent: what stands deeper, after a colon, is a point under it."""
        indent, last = found[-1] if found else (0, None)
        if line.kind in (Kind.BULLET, Kind.LETTER):
            if last and line.indent > indent and last.text.endswith(":"):
                last.points.append(Point(line.words))
            else:
                found.append((line.indent, Consideration(line.words)))
            return
        node = (last.points[-1] if last.points else last) if last else None
        if not node or line.kind is Kind.ARTICLE or (line.apart and not _continues(node.text, line)):
            self.refuse(gettext_noop("This belongs to no consideration: “%(found)s”."))
        node.text = _joined(node.text, line.words)

    def agreement(self) -> list[Item]:
        """What was agreed: headings and articles, the articles numbered from 1 without a gap."""
        if not self.announced("verklaren", "komen overeen"):
            self.refuse(gettext_noop("Here “VERKLAREN …:” should stand, before the articles; here stands “%(found)s”."))
        items: list[Item] = [Label(self.take().words)]
        article: Article | None = None
        while self.here:
            if self.here.kind is Kind.ARTICLE:
                article = self.open_article(article)
                items.append(article)
            elif self.heads_what_follows(article):
                items.append(Heading(self.here.words))
            elif article:
                self.place_in(article, self.here)
            else:
                self.refuse(gettext_noop("Here an article should begin; here stands “%(found)s”."))
            self.take()
        if not article:
            raise NotACovenant(self.lines[-1].at, gettext_noop("The text stops before the first article."))
        return items

    def open_article(self, before: Article | None) -> Article:
        line = self.lines[self.position]
        number, expected = int(line.mark), before.number + 1 if before else 1
        if number != expected:
            self.refuse(
                gettext_noop("Here article %(expected)s should stand; here stands “%(found)s”."), expected=expected
            )
        return Article(number, line.text)

    def heads_what_follows(self, article: Article | None) -> bool:
        """A plain line without an end, right above an article, is a heading.

        The first words of an article are its own, whatever they look like.
        """
        line, below = self.lines[self.position], self.lines[self.position + 1 : self.position + 2]
        if line.kind is not Kind.PLAIN or (article and not article.paragraphs):
            return False
        return not is_closed(line.text) and [found.kind for found in below] == [Kind.ARTICLE]

    def place_in(self, article: Article, line: Line) -> None:
        last = article.paragraphs[-1] if article.paragraphs else None
        node = (last.parts[-1] if last.parts else last) if last else None
        if line.kind is Kind.NUMBER:
            self.open_paragraph(article, line)
        elif node and line.kind in (Kind.BULLET, Kind.PLAIN) and _continues(node.text, line):
            # A page break tore the sentence in two, and its second half may look like an item of a list.
            node.text = _joined(node.text, line.words)
        elif line.kind in (Kind.LETTER, Kind.BULLET):
            self.open_part(article, line)
        elif node and not line.apart:
            node.text = _joined(node.text, line.words)
        else:
            article.paragraphs.append(Paragraph("", line.words))

    def open_paragraph(self, article: Article, line: Line) -> None:
        numbers = [int(paragraph.number) for paragraph in article.paragraphs if paragraph.number]
        expected = numbers[-1] + 1 if numbers else 1
        if int(line.mark) != expected:
            self.refuse(
                gettext_noop(
                    "Here paragraph %(expected)s of article %(article)s should stand; here stands “%(found)s”."
                ),
                expected=expected,
                article=article.number,
            )
        article.paragraphs.append(Paragraph(line.mark, line.text))

    def open_part(self, article: Article, line: Line) -> None:
        if not article.paragraphs:
            article.paragraphs.append(Paragraph("", ""))
        parts = article.paragraphs[-1].parts
        letters = [part.letter for part in parts if part.letter]
        expected = chr(ord(letters[-1]) + 1) if letters else "a"
        if line.mark and line.mark != expected:
            self.refuse(
                gettext_noop("Here part %(expected)s of article %(article)s should stand; here stands “%(found)s”."),
                expected=expected,
                article=article.number,
            )
        parts.append(Part(line.mark, line.text))


def _continues(text: str, line: Line) -> bool:
    return bool(text) and not is_closed(text) and line.starts_low


def _joined(text: str, more: str) -> str:
    return f"{text} {more}".strip()


def _short(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()}…"
