"""Which words of a submission are rare together in a small village. Pure; a question to the writer, never a verdict.

Nobody can count this from a text. Without a number for the village nothing is claimed: the writer is asked.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

# Ages are taken as evenly spread over ninety years: too coarse for a claim, good enough to tell a village from a town.
TENS_IN_A_LIFE = 9
MANY = 1000  # so many people of about the same age hide one
TOGETHER = 2  # how many of age, household and condition stand out beside the village


class VillageFigure(NamedTuple):
    """A village and how many live there, if an editor filled that in: with its source and its day."""

    name: str
    residents: int | None = None
    source: str = ""
    day: dt.date | None = None


class Aspect(StrEnum):
    """What narrows down who it can be."""

    VILLAGE = "village"
    AGE = "age"
    HOUSEHOLD = "household"
    CONDITION = "condition"


class Hint(NamedTuple):
    """A place that narrows it down, and coarser words for it."""

    start: int
    end: int
    aspect: Aspect
    coarser: str


class Rare(NamedTuple):
    """The smallest village that is named, and for each text the places that stand out together."""

    village: VillageFigure
    hints: list[list[Hint]]


_AGE = re.compile(
    r"\b(?P<low>\d{1,2}0)\s?(?:-|tot)\s?\d{2,3}(?:[ -]jarige?\b| jaar(?: oud)?)?"
    r"|\b(?P<years>\d{1,3})(?:[ -]jarige?\b| jaar oud\b)"
    r"|\b(?:begin |eind |midden )?in de (?P<word>twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)\b"
    r"|\b(?P<noun>twintiger|dertiger|veertiger|vijftiger|zestiger|zeventiger|tachtiger|negentiger)\b",
    re.IGNORECASE,
)
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
# Coarser words by what they stand for: somebody, a family, children.
_HOUSEHOLD = re.compile(
    r"\b(?:(?P<family>(?:groot |samengesteld )?(?:gezin met (?:vier|vijf|zes|zeven|acht|negen|tien|\d+) kinderen)|pleeggezin"
    r"|samengesteld gezin)"
    r"|(?P<children>tweeling|drieling|vierling|pleegkind(?:eren)?|adoptiekind(?:eren)?)"
    r"|(?P<parent>alleenstaande (?:moeder|vader|ouder)|tienermoeder|pleegmoeder|pleegvader)"
    r"|(?P<one>weduwe|weduwnaar|alleenwonende? (?:vrouw|man)|mantelzorger van beide ouders))\b",
    re.IGNORECASE,
)
_HOUSEHOLD_COARSER = {"family": "gezin", "children": "kinderen", "parent": "ouder", "one": "inwoner"}
_CONDITION = re.compile(
    r"\b(?:(?P<being>doof|blind|slechtziend|slechthorend|doofblind|spastisch|manisch|psychotisch)"
    r"|(?P<having>(?:beginnende )?dementie|alzheimer|parkinson|korsakov|schizofrenie|borderline|autisme|epilepsie|psychoses?"
    r"|multiple sclerose|ALS|MS|hiv|downsyndroom|syndroom van down|spierziekte|dwarslaesie|hersentumor|hersenletsel"
    r"|niet-aangeboren hersenletsel|(?:licht )?verstandelijke beperking|kanker|leukemie|anorexia|transplantatie|amputatie"
    r"|huntington|taaislijmziekte|alcoholverslaving|gokverslaving|drugsverslaving))\b",
    re.IGNORECASE,
)


def rare_combination(texts: Sequence[str], villages: Sequence[VillageFigure]) -> Rare | None:
    """Give what stands out together, when a small village is named beside two of age, household and condition."""
    named = [each for each in villages if any(_pattern(each.name).search(text) for text in texts)]
    small = [village for village in named if not _is_large(village)]
    if not small:
        return None
    hints = [list(_hints(text)) for text in texts]
    if len({hint.aspect for found in hints for hint in found}) < TOGETHER:
        return None
    # The one with the fewest people tells most; one without a number may be as small.
    village = min(small, key=lambda each: each.residents or 0)
    places = [[*_places(text, small), *found] for text, found in zip(texts, hints, strict=True)]
    return Rare(village, [_apart(sorted(found)) for found in places])


def same_ten_years(village: VillageFigure) -> int:
    """Give about how many people of a village are of the same ten years, to one figure behind the first."""
    count = (village.residents or 0) // TENS_IN_A_LIFE
    step = 10 ** max(len(str(count)) - 2, 0)
    return round(count / step) * step


def _is_large(village: VillageFigure) -> bool:
    return village.residents is not None and village.residents // TENS_IN_A_LIFE >= MANY


def _pattern(name: str) -> re.Pattern[str]:
    """Find a village by its name; the municipality of that name is an organisation."""
    return re.compile(rf"(?<!gemeente )\b{re.escape(name)}\b", re.IGNORECASE)


def _places(text: str, villages: Sequence[VillageFigure]) -> Iterator[Hint]:
    for village in villages:
        for match in _pattern(village.name).finditer(text):
            yield Hint(match.start(), match.end(), Aspect.VILLAGE, "een dorp in de regio")


def _hints(text: str) -> Iterator[Hint]:
    """Find ages, households and conditions, each with coarser words that fit where it stands."""
    for match in _AGE.finditer(text):
        yield Hint(match.start(), match.end(), Aspect.AGE, _older(match))
    for match in _HOUSEHOLD.finditer(text):
        yield Hint(match.start(), match.end(), Aspect.HOUSEHOLD, _HOUSEHOLD_COARSER[match.lastgroup or "one"])
    for match in _CONDITION.finditer(text):
        coarser = "beperkt" if match.lastgroup == "being" else "een gezondheidsprobleem"
        yield Hint(match.start(), match.end(), Aspect.CONDITION, coarser)


def _older(match: re.Match[str]) -> str:
    """Give young, grown up or old, as a person or as how somebody is."""
    word = (match["word"] or (match["noun"] or "").removesuffix("er")).lower()
    years = (_TENS.index(word) + 2) * 10 if word else int(match["low"] or match["years"])
    is_somebody = match["noun"] or match.group().lower().endswith("jarige")
    if years < 20:
        return "jongere" if is_somebody else "jong"
    if years < 60:
        return "volwassene" if is_somebody else "volwassen"
    return "oudere" if is_somebody else "op leeftijd"


def _apart(hints: Sequence[Hint]) -> list[Hint]:
    """Leave out what overlaps something before it."""
    kept: list[Hint] = []
    for hint in hints:
        if not kept or hint.start >= kept[-1].end:
            kept.append(hint)
    return kept
