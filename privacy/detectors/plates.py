"""Finds number plates in plain text: every Dutch side code, in either case, and foreign ones when a vehicle is named."""

import re
from collections.abc import Iterator

from privacy.detectors.kinds import Kind, Span
from privacy.detectors.lists import is_word
from privacy.detectors.spoken import WORD, as_number
from privacy.detectors.words import FUNCTION, SPOKEN_LETTERS, UNITS, WORDS_OF_TWO

# The shapes that plates have had since 1951; L for letters, D for digits.
_SIDE_CODES = (
    "LL-DD-DD", "DD-DD-LL", "DD-LL-DD", "LL-DD-LL", "LL-LL-DD", "DD-LL-LL", "DD-LLL-D", "D-LLL-DD", "LL-DDD-L",
    "L-DDD-LL", "LLL-DD-L", "L-DD-LLL", "D-LL-DDD", "DDD-LL-D",
)  # fmt: skip
_BELGIAN = "D-LLL-DDD"


def _shape(code: str, mark: str) -> str:
    """Give a side code as a pattern, with a mark between its parts."""
    parts = code.split("-")
    return mark.join(f"{'[a-z]' if part[0] == 'L' else '[0-9]'}{{{len(part)}}}" for part in parts)


_CODES = "|".join(_shape(code, "") for code in _SIDE_CODES)
_DASHED = re.compile(
    rf"(?<![\w\-])(?:{'|'.join(_shape(code, '[ ]?-[ ]?') for code in (*_SIDE_CODES, _BELGIAN))})(?![\w])(?!-\d)",
    re.IGNORECASE,
)
_SPACED = re.compile(
    rf"(?<![\w\-])(?:{'|'.join(_shape(code, '(?:[ ]|[ ]?[./_·][ ]?)') for code in _SIDE_CODES)})(?![\w\-])",
    re.IGNORECASE,
)
# No plate that was given out has a vowel; no word and no unit is without.
_CONSONANTS = re.compile(r"[b-df-hj-np-tv-xz]{2,3}")
_LOOSE = re.compile(
    rf"(?<![\w\-])(?:{'|'.join(_shape(code, '[ .,/_-]{1,3}') for code in _SIDE_CODES)})(?![\w\-])", re.IGNORECASE
)
_TOGETHER = re.compile(rf"(?<![\w\-@/.])(?:{_CODES})(?![\w\-])", re.IGNORECASE)
_VEHICLE = re.compile(
    r"(?:kenteken\w*|\bkent\.|\bkt?k\b|nummerpla\w+|plaat|plaatje|auto\w*|busje|bus|bestel\w*|scooter|brommer|motor"
    r"|wagen|caravan|aanhanger|camper|quad"
    r"|vrachtwagen|voertuig|gekentekend|(?:\breed|\breden|\brijdt|gereden)\b[^.\n]{0,20}\bin\b|fiat|opel|volkswagen|vw|golf|polo|peugeot|renault|ford|toyota"
    r"|mercedes|bmw|audi|volvo|kia|skoda|seat)",
    re.IGNORECASE,
)
# Behind the word itself any mixture of letters and digits is one, foreign and with spaces between them too.
_NAMED = re.compile(
    r"\b(?:kenteken(?:plaat|nummer)?|nummerplaat|nummerbord)(?:[ ](?:is|was|met|begint[ ]met|luidt"
    r"|van[ ]de[ ](?:auto|bus|scooter)|[a-z]{4,10}))?[ :\"'(]{1,3}"
    r"(?P<plate>(?=[\w \-.]{0,12}\d)(?=[\w \-.]{0,12}[a-z])[a-z0-9](?:[ \-.]?[a-z0-9]){3,8})(?![\w])",
    re.IGNORECASE,
)
# Half of one, as a passer-by saw it: "kenteken half gezien: G-812-..".
_HALF = re.compile(
    r"\b(?:kenteken|nummerplaat)[^.\n]{0,25}?[ :]"
    r"(?P<plate>(?=[a-z0-9\-]{0,7}\d)[a-z0-9]{1,3}-[a-z0-9]{1,3}(?:-[a-z0-9.?*]{0,3})?)(?![\w\-])",
    re.IGNORECASE,
)
# With spaces anywhere, where a vehicle is named: "een bestelbus, v 77 3 xk".
_SCATTERED = re.compile(r"(?<![\w\-])[a-z0-9](?:[ ]?[a-z0-9]){5}(?![\w\-])", re.IGNORECASE)
# What stands behind an amount, or before one, and is neither a word of two letters nor an abbreviation with full stops.
_UNITS = WORDS_OF_TWO | UNITS
_OF_A_VEHICLE = frozenset({"km", "kg", "kw", "cc", "cm", "mm", "nr"})
# "rk 274 d", "v 902 rl": a single letter on one side.
_ONE_BESIDE = re.compile(r"[b-df-hj-np-tv-xz]{2} \d{3} [a-z]|[a-z] \d{3} [b-df-hj-np-tv-xz]{2}")
_AMOUNTS = frozenset(
    {"mg", "ml", "kg", "km", "cm", "mm", "dd", "kb", "mb", "gb", "hz", "kw", "gr", "ch", "x", "u", "m", "g"}
)
_NOT_BESIDE_ONE = _AMOUNTS | {unit for unit in _UNITS if len(unit) > 1}
_KENTEKEN = re.compile(r"kenteken|plaat|\bkent\.|\bkt?k\b", re.IGNORECASE)
_FOREIGN = re.compile(
    r"(?<![\w\-])(?:[A-ZÄÖÜ]{1,3}[ \-][A-Z]{1,2}[ \-]?\d{1,4}"
    r"|[A-Z]{1,3}[ \-]\d{2,4}[ \-][A-Z]{1,3}|[A-Z]{2,3}[ ]\d{4}[A-Z]|[A-Z]{2,3}[ ]?(?=[A-Z0-9]{0,4}\d)[A-Z0-9]{4,5})(?![\w\-])"
)
_FOREIGN_SMALL = re.compile(r"(?<![\w\-])[a-zäöü]{1,3}[ \-][a-z]{1,2}[ \-]?\d{2,4}(?![\w\-])")
# "ebe 7tr42", "wpr 4k81": figures on both sides of a letter stand in no word.
_FOREIGN_MIXED = re.compile(
    r"(?<![\w\-])[a-z]{1,3}[ \-](?=[a-z0-9]{0,3}\d[a-z]{1,2}\d)[a-z0-9]{4,5}(?![\w\-])", re.IGNORECASE
)
# "KGR 90221 is het kenteken"
_NAMED_BEHIND = re.compile(
    r"(?<![\w\-])(?P<plate>[A-Z]{1,3}[ \-]?\d{3,5}[A-Z]{0,2})(?=[ ](?:is|was|heet|als)[ ](?:\w+[ ])?kenteken)",
    re.IGNORECASE,
)
# "WGM 4821K", without a vehicle beside it.
_POLISH = re.compile(r"(?<![\w\-])[A-Z]{2,3}[ ](?:\d{4}[A-Z]|\d{2,3}[A-Z]{2}|\d{2}[A-Z]\d{2})(?![\w\-])")
_LETTERS = re.compile(r"[^\W\d_]+")
_NEAR = 50  # characters
# Of the letters that begin with another sound: "ef", "er".
_LETTER_NAMES = dict(zip(["ef", "el", "em", "en", "er", "es", "ix", "ij", "ie", "ee"], "flmnrsxyie", strict=True))
_SAID = "|".join(sorted({*SPOKEN_LETTERS, *_LETTER_NAMES}, key=len, reverse=True))
_ITEM = rf"(?:{_SAID}|(?:{WORD})|[a-z]|\d{{1,3}})(?![^\W_])"
_SPOKEN = re.compile(rf"(?<![^\W_]){_ITEM}(?:[ ,.\-/]{{1,3}}{_ITEM}){{2,7}}", re.IGNORECASE)
_LETTER_SAID = re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(SPOKEN_LETTERS))})(?![^\W_])", re.IGNORECASE)
_ITEMS = re.compile(r"[^\W_][\w\-]*")


def spoken_plates(plain: str) -> Iterator[Span]:
    """Find number plates that are said aloud: "gee ha, drie vijf acht, tee", "zes twee bravo november juliet juliet"."""
    if not _LETTER_SAID.search(plain):
        return
    for row in _SPOKEN.finditer(plain):
        items = list(_ITEMS.finditer(plain, *row.span()))
        said = [_written(item.group().lower()) for item in items]
        for first in range(len(items)):
            for last in range(len(items), first + 2, -1):
                if re.fullmatch(_CODES, "".join(said[first:last])) and any(
                    len(item.group()) > 1 and item.group().isalpha() for item in items[first:last]
                ):
                    yield Span(items[first].start(), items[last - 1].end(), Kind.PLATE)
                    return


def _written(item: str) -> str:
    """Give the letter or the figures that a spoken word stands for."""
    if item in _LETTER_NAMES:
        return _LETTER_NAMES[item]
    number = as_number(item)
    return item[:1] if number is None else str(number)


def plates(plain: str) -> Iterator[Span]:
    """Find number plates."""
    for match in _DASHED.finditer(plain):
        yield Span(*match.span(), Kind.PLATE)
    for match in _TOGETHER.finditer(plain):
        if match.group() not in {match.group().upper(), match.group().lower()}:
            continue  # "Wi2021" is a law.
        if match.group().isupper() or _stands_near(_VEHICLE, match) or not _has_a_word(match):
            yield Span(*match.span(), Kind.PLATE)
    yield from _spaced(plain)
    yield from _foreign(plain)
    yield from _foreign_alone(plain)
    yield from _named(plain)


def _named(plain: str) -> Iterator[Span]:
    """Find what is a plate because a vehicle or its plate is named before it: with spaces anywhere, by half, of any shape."""
    for match in _overlapping(_SCATTERED, plain):
        together = match.group().replace(" ", "")
        if re.fullmatch(_CODES, together, re.IGNORECASE) and _stands_near(_VEHICLE, match) and not _has_a_word(match):
            yield Span(*match.span(), Kind.PLATE)
    for match in _overlapping(_LOOSE, plain):
        if _stands_near(_VEHICLE, match) and not _has_a_word(match):
            yield Span(*match.span(), Kind.PLATE)
    for match in _HALF.finditer(plain):
        yield Span(*match.span("plate"), Kind.PLATE)
    for match in _NAMED.finditer(plain):
        first = match.group("plate").split(" ")[0]
        if not (first.isalpha() and len(first) > 3 and is_word(first.lower())):
            yield Span(*match.span("plate"), Kind.PLATE)


def _foreign(plain: str) -> Iterator[Span]:
    """Find plates of other countries, where a vehicle is named; in small letters only when it begins with no word."""
    for match in _FOREIGN.finditer(plain):
        if _stands_near(_VEHICLE, match) and not all(map(is_word, _LETTERS.findall(match.group().lower()))):
            yield Span(*match.span(), Kind.PLATE)
    for match in _FOREIGN_SMALL.finditer(plain) if plain.islower() else ():
        if _stands_near(_VEHICLE, match) and not is_word(_LETTERS.findall(match.group())[0]):
            yield Span(*match.span(), Kind.PLATE)


def _foreign_alone(plain: str) -> Iterator[Span]:
    """Find plates of other countries that need no vehicle before them."""
    for match in _POLISH.finditer(plain) if not plain.isupper() else ():
        yield Span(*match.span(), Kind.PLATE)
    for match in _NAMED_BEHIND.finditer(plain):
        yield Span(*match.span("plate"), Kind.PLATE)
    for match in _FOREIGN_MIXED.finditer(plain):
        if not _UNITS & set(_LETTERS.findall(match.group().lower())):
            yield Span(*match.span(), Kind.PLATE)


def _spaced(plain: str) -> Iterator[Span]:
    """Find plates with spaces between their parts, which may be words and amounts as well."""
    shouted = plain.isupper()
    for match in _overlapping(_SPACED, plain):
        if any(part.lower() in FUNCTION for part in _LETTERS.findall(match.group())):
            continue  # "om 02.15"
        written = match.group().isupper() and not shouted
        named = _stands_near(_KENTEKEN, match) and sum(map(is_word, _LETTERS.findall(match.group().lower()))) < 2
        # "zt 135 h": in small letters too, when its letters are nothing else.
        letters = _LETTERS.findall(match.group().lower())
        alone = not _UNITS & set(letters) and (len(letters) == 2 or _CONSONANTS.fullmatch(letters[0]))
        # "rk 274 d": no unit and no word stands before three figures so.
        alone = alone or (not _NOT_BESIDE_ONE & set(letters) and _ONE_BESIDE.fullmatch(match.group().lower()))
        if (written or alone or _stands_near(_VEHICLE, match)) and (named or not _has_a_word(match)):
            yield Span(*match.span(), Kind.PLATE)


def _overlapping(pattern: re.Pattern[str], plain: str) -> Iterator[re.Match[str]]:
    """Give every match, also those that begin inside another: in "is zx 09 hd" the plate begins at the second word."""
    position = 0
    while match := pattern.search(plain, position):
        yield match
        position = match.start() + 1


def _has_a_word(match: re.Match[str]) -> bool:
    """Tell whether the letters of a plate are a word or a unit: "er om 23" is none. Beside a vehicle hardly any unit stands."""
    units = _OF_A_VEHICLE if _stands_near(_VEHICLE, match) else _UNITS
    return any(
        part in units or (_CONSONANTS.fullmatch(part) is None and is_word(part))
        for part in _LETTERS.findall(match.group().lower())
        if len(part) > 1
    )


def _stands_near(what: re.Pattern[str], match: re.Match[str]) -> bool:
    """Tell whether a vehicle or its plate is named right before a place."""
    return bool(what.search(match.string, max(0, match.start() - _NEAR), match.start()))
