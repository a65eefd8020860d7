"""Finds postcodes and front doors in plain text: a street with its number, and the other way round."""

import re
from collections.abc import Iterator

from privacy.detectors.kinds import Kind, Span
from privacy.detectors.spoken import ONES, TENFOLD, WORD
from privacy.detectors.words import (
    WORDS_OF_TWO,
)

# What may say that a house number follows.
NR = r"(?:(?:huis)?(?:nr\.?|no\.?|nummer)[: ]{0,2}|hnr\.?[: ]{0,2}|\#[ ]?)"
# The house number behind a postcode, with what tells that it is one; the next postcode is none, nor is a time.
_HOUSE = rf"""(?P<house>
        [ ,\n\-/(.]{{1,3}}(?P<told>(?i:{NR}|op[: ]{{0,2}}))?
        (?!\d{{4}}[ ]?[A-Za-z]{{2}}(?![^\W_]))(?!\d{{1,2}}[.:]\d\d)
        \d{{1,5}}(?P<floor>[ ]?[A-Za-z](?![^\W_])|-\d{{1,3}}|[ ]?-[ ]?[a-zA-Z](?![^\W_])
        |[ ](?i:bis|hs|rood|zwart|[IVX]{{1,3}})(?![^\W_]))?(?![^\W_])(?![/.]\d)
    )?"""
_POSTCODE = re.compile(
    rf"(?<![\d.,])[1-9]\d{{3}}[ \n]{{0,2}}(?P<letters>[A-Za-z]{{2}})(?![^\W_]){_HOUSE}", re.VERBOSE | re.IGNORECASE
)
# "5725TX19", with nothing between.
_GLUED = re.compile(r"(?<![\w.,\-/])[1-9]\d{3}(?!S[ADS])[A-Z]{2}\d{1,4}[a-zA-Z]?(?![\w\-])")
# "5724-AL", "5712-KZ-112", "5721.NC", "5725 Z B".
_APART = re.compile(
    r"(?<![\d.,\-/])(?!(?:19|20)\d\d-[A-Z]+-)[1-9]\d{3}"
    r"(?:(?:[ ]?[\-/_,][ ]?|\.|[ ]\.[ ])(?P<letters>[A-Z]{2}|[a-z]{2})|[ ](?P<first>[A-Z])[ ](?P<last>[A-Z]))(?!\w)(?!\.[^\W\d])"
    rf"{_HOUSE}",
    re.VERBOSE,
)
# "5 7 1 1 K B 27", as it is spelled.
_SPELLED = re.compile(
    r"(?<!\d )(?<![\w.,\-/])[1-9](?:[ \n]\d){3}[ \n][A-Z][ \n][A-Z](?:[ \n]\d{1,4}[a-z]?)?(?![\w])", re.IGNORECASE
)
# "5724.AL.6", as some write it in a list.
_DOTTED = re.compile(r"(?<![\w.,])[1-9]\d{3}\.[A-Z]{2}\.\d{1,4}[a-z]?(?!\w)", re.IGNORECASE)
# Of the words of two letters these hardly stand between two numbers: "5725 pa 55" is no row of words.
_HARDLY_BETWEEN = frozenset(
    {"go", "ik", "ja", "je", "ma", "pa", "pk", "re", "tv", "ui", "uw", "we", "wo", "za", "ze", "zo"}
)
_UNITS = frozenset({"kg", "ml", "mg", "km", "kw", "cc", "mm", "cm", "mw", "gb", "mb", "kb", "st"})
_NEVER_ISSUED = {"SA", "SD", "SS"}
_ANNOUNCES = re.compile(r"(?<![^\W_])(?:postcode|pc|adres|adr\.?|woont op)[: ]{1,2}$", re.IGNORECASE)
_FIGURES = re.compile(r"\bpostcode(?:gebied)?[ :]{1,3}(?:is |van )?(?P<figures>[1-9]\d{3})(?![\d])", re.IGNORECASE)

ADDITION = (
    r"(?i:[ ]?[a-z](?![^\W_])|[ ]?-[ ]?(?:\d{1,3}|[a-z]\d{0,2}|[IVX]{1,3})(?![^\W_])|/\d{1,3}|[ ](?:bis|hs"
    r"|rood|zwart|boven|beneden|[IVX]{1,3})(?![^\W_]))"
)
# What makes the number behind a street something else: "de Bergweg 3 keer per week".
NO_HOUSE = (
    r"(?![\d%€])(?![.,:]\d)(?!-?jarig)(?![ ](?:jaar|jr|keer|x|uur|uren|minuten|dagen|weken|maanden|euro|km"
    r"|kilometer|meter|kinderen|personen|mensen|huizen"
    r"|woningen|auto's|procent|graden)(?![^\W_]))"
)
_HOUSE_NUMBER = re.compile(
    rf"(?:(?<=str)\.)?(?:,?[ \n]{{1,2}}{NR}?|(?=\d))"
    rf"(?P<number>(?!(?:19|20)\d\d(?!\d))\d{{1,4}}{ADDITION}?){NO_HOUSE}",
    re.IGNORECASE,
)
# "Kleine Heistraat nummer acht", as it is said by telephone.
_NUMBER_SAID = re.compile(
    rf",?[ ](?:(?:huis)?nummer[ ](?P<number>{WORD})|(?:{ONES})(?:en|ën|-en-)(?:{TENFOLD}))(?![^\W_]){NO_HOUSE}",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(
    rf"(?:nr\.?|nummer)[ ](?P<number>\d{{1,4}}{ADDITION}?),?[ \n](?:\(|(?:op|aan|in|van)[ ](?:de[ ]"
    r"|het[ ]|d'n[ ])?)?$",
    re.IGNORECASE,
)
_DOOR = re.compile(r"[ ]\d{1,4}(?:[ ]?[a-z]|[ ]bis)?,[ ]$", re.IGNORECASE)
_FAR_BEFORE = 32  # characters


def postcodes(plain: str) -> Iterator[Span]:
    """Find postcodes, with the house number if it follows; only then it leads to one front door."""
    shouted = plain.isupper()
    for match in _POSTCODE.finditer(plain):
        letters, house = match.group("letters"), match.group("house")
        is_word = letters.lower() in WORDS_OF_TWO and (shouted or not letters.isupper())
        # "Timmermansweg 6, 5813 AL 6" is no row of words.
        apart = plain[max(0, match.start() - 2) : match.start()]
        # In capitals: "DORPSPLEIN 5 BIS, 5712 GA, CODE ...".
        behind_a_door = _DOOR.search(plain, max(0, match.start() - 12), match.start()) is not None
        addressed = behind_a_door or _is_announced(match)
        addressed = addressed or (house is not None and (apart in {", ", "", "\n", " ("} or _leads_home(match)))
        if letters.upper() not in _NEVER_ISSUED and (addressed or not is_word):
            yield Span(*match.span(), Kind.POSTCODE, hard=house is not None)
    for match in _APART.finditer(plain):
        letters = match.group("letters") or match.group("first") + match.group("last")
        house = match.group("house")
        addressed = house is not None and bool(match.group("told") or match.group("floor") or house[0] in "-/(")
        if letters.upper() not in _NEVER_ISSUED and (addressed or letters not in WORDS_OF_TWO or _is_announced(match)):
            yield Span(*match.span(), Kind.POSTCODE, hard=house is not None)
    for match in _SPELLED.finditer(plain):
        yield Span(*match.span(), Kind.POSTCODE, hard=match.group()[-1].isdigit())
    for match in (*_DOTTED.finditer(plain), *_GLUED.finditer(plain)):
        yield Span(*match.span(), Kind.POSTCODE, hard=True)
    for match in _FIGURES.finditer(plain):
        yield Span(*match.span("figures"), Kind.POSTCODE)


def _is_announced(match: re.Match[str]) -> bool:
    """Tell whether the word before it says that a postcode follows."""
    return _ANNOUNCES.search(match.string, max(0, match.start() - 12), match.start()) is not None


def _leads_home(match: re.Match[str]) -> bool:
    """Tell whether four figures, a word of two letters and a number are a postcode with a house number after all."""
    house, year = match.group("house"), match.group()[:2] in {"19", "20"}
    glued = match.group()[4].isalpha()
    joined = glued and (house[0] in "-/(" or match.group("letters").lower() not in _UNITS)
    told = match.group("told") or match.group("floor")
    return joined or bool((match.group("letters").lower() in _HARDLY_BETWEEN or told) and not year)


def with_number(plain: str, street: Span) -> Span:
    """Give a street with the house number behind or before it, as an address; the street itself when it has none."""
    if behind := _HOUSE_NUMBER.match(plain, street.end):
        return Span(street.start, behind.end("number"), Kind.ADDRESS, hard=True)
    if said := _NUMBER_SAID.match(plain, street.end):
        return Span(street.start, said.end(), Kind.ADDRESS, hard=True)
    if before := _NUMBER_BEFORE.search(plain, max(0, street.start - _FAR_BEFORE), street.start):
        return Span(before.start(), street.end, Kind.ADDRESS, hard=True)
    return street


def has_number(plain: str, end: int) -> bool:
    """Tell whether a house number can stand behind a place."""
    return (_HOUSE_NUMBER.match(plain, end) or _NUMBER_SAID.match(plain, end)) is not None
