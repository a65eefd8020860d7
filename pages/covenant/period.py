"""Finds in a covenant how long it runs and what it calls itself.

For the importer. What cannot be read stays empty: a wrong date would start clocks.
"""

from __future__ import annotations

import re
from datetime import date

from .tree import Covenant

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
A_DAY = rf"(\d{{1,2}})\s+({'|'.join(MONTHS)})\s+(\d{{4}})"
PERIOD = re.compile(rf"\bvan\s+{A_DAY}\s+tot\s+(?:en\s+met\s+)?{A_DAY}", re.IGNORECASE)
START = re.compile(rf"\btreedt\s+in\s+werking\s+(?:op|met\s+ingang\s+van)\s+{A_DAY}", re.IGNORECASE)
NAME = re.compile(r"\baangehaald\s+(?:worden\s+)?als:?\s+[\"'“”‘’„«](.+?)[\"'“”‘’»]\.?$", re.IGNORECASE)


def find(covenant: Covenant) -> None:
    """Writes the period (both ends included) and the name for citing into the tree, as far as the text gives them."""
    for clause in covenant.clauses():
        if (found := PERIOD.search(clause.text)) and not covenant.valid_until:
            days = found.groups()
            covenant.valid_from, covenant.valid_until = _day(*days[:3]), _day(*days[3:])
        if (found := START.search(clause.text)) and not covenant.valid_from:
            covenant.valid_from = _day(*found.groups())
        if (found := NAME.search(clause.text)) and not covenant.cited_as:
            covenant.cited_as = found[1]


def _day(day: str, month: str, year: str) -> date | None:
    """None for a day that no calendar has, such as 31 februari."""
    try:
        return date(int(year), MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:
        return None
