"""Gives every place in a covenant its address: art-12-3, art-7-2-c, art-2-c, art-14, partij-3, overweging-8-2.

For links and for --open. An address follows from the numbers in the text and never from chance, so it stays the same
when the file is read again.
"""

import re

from .errors import UnknownPlace
from .tree import Article, Consideration, Covenant, Paragraph, Party

PLACE = re.compile(r"(?:art[-\s]?)?(?P<article>\d+)(?:[-.](?P<paragraph>\d+))?-?(?P<part>[a-z])?")


def assign(covenant: Covenant) -> Covenant:
    """Writes the addresses into the tree, and returns it."""
    parties = considerations = 0
    for item in covenant.items:
        if isinstance(item, Party):
            parties += not item.is_host
            item.address = "partij-gemeente" if item.is_host else f"partij-{parties}"
        elif isinstance(item, Consideration):
            considerations += 1
            _address_points(item, f"overweging-{considerations}")
        elif isinstance(item, Article):
            _address_article(item)
    return covenant


def address_of(place: str) -> str:
    """The address of a place as people write it: "7.2c", "7.2 c", "2c", "14" or an address itself."""
    found = PLACE.fullmatch(re.sub(r"\s+", "", place.lower()))
    if not found:
        raise UnknownPlace(place.strip())
    return "-".join(["art", *(part for part in found.groups() if part)])


def _address_points(consideration: Consideration, address: str) -> None:
    consideration.address = address
    for count, point in enumerate(consideration.points, start=1):
        point.address = f"{address}-{count}"


def _address_article(article: Article) -> None:
    article.address = f"art-{article.number}"
    running = 0
    for paragraph in article.paragraphs:
        if paragraph.number:
            paragraph.address = f"{article.address}-{paragraph.number}"
            paragraph.place = f"{article.number}.{paragraph.number}"
        else:
            # Running text is the article itself; a second piece of it needs a name of its own.
            running += 1
            paragraph.address = article.address if running == 1 else f"{article.address}-alinea-{running}"
            paragraph.place = f"{article.number}"
        _address_parts(paragraph)


def _address_parts(paragraph: Paragraph) -> None:
    for count, part in enumerate(paragraph.parts, start=1):
        part.address = f"{paragraph.address}-{part.letter or f'punt-{count}'}"
        part.place = f"{paragraph.place}{part.letter}"
