"""Which places of a covenant still have to be filled in: a first guess, and what somebody said of it.

For the importer. A guess is only ever "possibly"; that a place is open is said by a person. Nothing is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .addresses import address_of
from .errors import UnknownPlace
from .lines import is_closed
from .tree import Covenant, Openness, Paragraph, Part

DOTS = re.compile(r"(?:\.\s?){2,}[\"'”’»)\]]*$|…[\"'”’»)\]]*$")


def mark(covenant: Covenant) -> None:
    """Marks as possibly open what ends in dots, starts in lower case or lacks its end."""
    for article in covenant.articles:
        for paragraph in article.paragraphs:
            _mark_paragraph(paragraph)
            for part in paragraph.parts:
                _mark_part(part, paragraph.parts)


def settle(covenant: Covenant, places: Iterable[str]) -> None:
    """Makes exactly these places open and all others not. Raises UnknownPlace, and then changes nothing."""
    known = {clause.address for clause in covenant.clauses()}
    wanted = set()
    for place in places:
        address = address_of(place)
        if address not in known:
            raise UnknownPlace(place.strip())
        wanted.add(address)
    for clause in covenant.clauses():
        clause.openness = Openness.OPEN if clause.address in wanted else Openness.NO


def keep_settled(covenant: Covenant, before: Covenant) -> None:
    """Carries over what was settled in an earlier reading.

    An open place stays open until somebody says otherwise. That a place is not open is kept only while its words are
    the same: new words deserve a new look.
    """
    earlier = {clause.address: clause for clause in before.clauses()}
    for clause in covenant.clauses():
        known = earlier.get(clause.address)
        if known and (known.openness is Openness.OPEN or known.text == clause.text):
            clause.openness = known.openness


def _mark_paragraph(paragraph: Paragraph) -> None:
    text = paragraph.text
    if text and (_breaks_off(text) or text[0].islower()):
        paragraph.openness = Openness.POSSIBLY


def _mark_part(part: Part, siblings: list[Part]) -> None:
    """Parts of a list may all start in lower case, and a comma may close all but the last of them."""
    is_last = part is siblings[-1]
    low = part.text[:1].islower() and any(sibling.text[:1].isupper() for sibling in siblings)
    if low or (_breaks_off(part.text) and (is_last or not part.text.endswith(","))):
        part.openness = Openness.POSSIBLY


def _breaks_off(text: str) -> bool:
    return bool(DOTS.search(text)) or not is_closed(text)
