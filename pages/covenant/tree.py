"""The covenant as a tree: what stands in the file, in the order of the file.

For the importer, the page and the differences. A tree holds the file's own words and never a word of ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Openness(StrEnum):
    """Whether a place still has to be filled in: no, perhaps (for an editor to settle), or yes."""

    NO = "no"
    POSSIBLY = "possibly"
    OPEN = "open"


@dataclass(slots=True)
class Title:
    text: str


@dataclass(slots=True)
class Label:
    """A line that announces what follows, such as who the parties are."""

    text: str


@dataclass(slots=True)
class Party:
    name: str
    is_host: bool = False
    address: str = ""


@dataclass(slots=True)
class PartyHeading:
    """A heading among the parties."""

    text: str


@dataclass(slots=True)
class Point:
    """A point under a consideration."""

    text: str
    address: str = ""


@dataclass(slots=True)
class Consideration:
    text: str
    points: list[Point] = field(default_factory=list)
    address: str = ""


@dataclass(slots=True)
class Heading:
    text: str


@dataclass(slots=True)
class Part:
    """A lettered part; without a letter it is a mere dash in a list."""

    letter: str
    text: str
    openness: Openness = Openness.NO
    address: str = ""
    place: str = ""


@dataclass(slots=True)
class Paragraph:
    """A numbered paragraph; without a number it is running text of the article itself."""

    number: str
    text: str
    parts: list[Part] = field(default_factory=list)
    openness: Openness = Openness.NO
    address: str = ""
    place: str = ""


@dataclass(slots=True)
class Article:
    number: int
    title: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    address: str = ""


Item = Title | Label | Party | PartyHeading | Consideration | Heading | Article
Clause = Paragraph | Part


@dataclass(slots=True)
class Covenant:
    """Everything in the file, in order, and the period it says it runs (both ends included)."""

    items: list[Item]
    valid_from: date | None = None
    valid_until: date | None = None
    cited_as: str = ""

    @property
    def title(self) -> str:
        return next((item.text for item in self.items if isinstance(item, Title)), "")

    @property
    def host(self) -> Party | None:
        return next((party for party in self._parties() if party.is_host), None)

    @property
    def parties(self) -> list[Party]:
        """The parties beside the host."""
        return [party for party in self._parties() if not party.is_host]

    @property
    def considerations(self) -> list[Consideration]:
        return [item for item in self.items if isinstance(item, Consideration)]

    @property
    def headings(self) -> list[Heading]:
        return [item for item in self.items if isinstance(item, Heading)]

    @property
    def articles(self) -> list[Article]:
        return [item for item in self.items if isinstance(item, Article)]

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The numbered paragraphs of all articles."""
        return [found for article in self.articles for found in article.paragraphs if found.number]

    @property
    def parts(self) -> list[Part]:
        """The lettered parts of all articles."""
        return [clause for clause in self.clauses() if isinstance(clause, Part) and clause.letter]

    def clauses(self) -> Iterator[Clause]:
        """Every place that can be open: each paragraph, then its parts, in order."""
        for article in self.articles:
            for paragraph in article.paragraphs:
                yield paragraph
                yield from paragraph.parts

    def open_places(self) -> list[Clause]:
        return [clause for clause in self.clauses() if clause.openness is Openness.OPEN]

    def _parties(self) -> list[Party]:
        return [item for item in self.items if isinstance(item, Party)]
