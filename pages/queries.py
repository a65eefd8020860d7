"""Reads what others show of the pages: passages of the covenant, profiles of partners. Only what everybody may read."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest

from accounts.words import searched
from pages.covenant.tree import Clause, Covenant
from pages.models import CovenantIndexPage, PartnerPage
from pages.models.partners import PartnerPageQuerySet


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or part of the covenant in force, with where it stands."""

    place: str
    title: str
    text: str
    url: str


def passages_with(request: HttpRequest, text: str) -> list[Passage]:
    """Give the paragraphs and parts of the covenant of now that hold every word of `text`, in the covenant's order."""
    index = CovenantIndexPage.objects.live().first()
    covenant = index.current() if index else None
    if index is None or covenant is None:
        return []
    words = [word.casefold() for word in searched(text)]
    address = index.get_url(request) or ""
    return [
        Passage(clause.place, title, clause.text, f"{address}#{clause.address}")
        for title, clause in _clauses(covenant.tree())
        if clause.text and all(word in f"{title} {clause.text}".casefold() for word in words)
    ]


def partner_pages_with(text: str) -> PartnerPageQuerySet:
    """Give the pages of partners that hold every word of `text`, by name."""
    found: PartnerPageQuerySet = PartnerPage.objects.live().search_words(text).order_by("title")
    return found


def _clauses(covenant: Covenant) -> Iterator[tuple[str, Clause]]:
    """Give every paragraph and part with the title of its article."""
    for article in covenant.articles:
        for paragraph in article.paragraphs:
            yield article.title, paragraph
            yield from ((article.title, part) for part in paragraph.parts)
