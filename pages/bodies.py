"""Carries a covenant between its tree and the body of its page.

For the importer, the page and the differences. Both ways keep every word, number and letter, and their order.
"""

from __future__ import annotations

from typing import Any

from wagtail.blocks import StreamValue

from pages.covenant import addresses
from pages.covenant.tree import (
    Article,
    Consideration,
    Covenant,
    Heading,
    Item,
    Label,
    Openness,
    Paragraph,
    Part,
    Party,
    PartyHeading,
    Point,
    Title,
)

PLAIN_ITEMS: dict[str, type[Title | Label | PartyHeading | Heading]] = {
    "title": Title,
    "label": Label,
    "party_heading": PartyHeading,
    "heading": Heading,
}


def to_body(covenant: Covenant) -> list[tuple[str, Any]]:
    """What a StreamField takes: the items of the tree as pairs of block and value."""
    return [_block(item) for item in covenant.items]


def from_body(body: StreamValue) -> Covenant:
    """The tree of a page's body, with its addresses."""
    return addresses.assign(Covenant([_item(child.block_type, child.value) for child in body]))


def _block(item: Item) -> tuple[str, Any]:
    if isinstance(item, Party):
        return "party", {"name": item.name, "is_host": item.is_host}
    if isinstance(item, Consideration):
        return "consideration", {"text": item.text, "points": [point.text for point in item.points]}
    if isinstance(item, Article):
        paragraphs = [_paragraph_value(paragraph) for paragraph in item.paragraphs]
        return "article", {"number": item.number, "title": item.title, "paragraphs": paragraphs}
    return next(name for name, kind in PLAIN_ITEMS.items() if isinstance(item, kind)), item.text


def _paragraph_value(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "number": paragraph.number,
        "text": paragraph.text,
        "openness": paragraph.openness.value,
        "parts": [
            {"letter": part.letter, "text": part.text, "openness": part.openness.value} for part in paragraph.parts
        ],
    }


def _item(kind: str, value: Any) -> Item:
    if kind == "party":
        return Party(value["name"], bool(value["is_host"]))
    if kind == "consideration":
        return Consideration(value["text"], [Point(text) for text in value["points"]])
    if kind == "article":
        return Article(value["number"], value["title"] or "", [_paragraph(found) for found in value["paragraphs"]])
    return PLAIN_ITEMS[kind](value)


def _paragraph(value: Any) -> Paragraph:
    parts = [Part(part["letter"] or "", part["text"], Openness(part["openness"] or "no")) for part in value["parts"]]
    return Paragraph(value["number"] or "", value["text"] or "", parts, Openness(value["openness"] or "no"))
