"""Finds streets that the list of streets has, where one is meant: "Voorste Akkers 14", "aan De Bleek"."""

import re
from collections.abc import Collection

from privacy.detectors.addresses import has_number
from privacy.detectors.common_words import is_common
from privacy.detectors.lists import is_street, is_word
from privacy.detectors.tokens import Words
from privacy.detectors.words import FUNCTION, ROADS, ROLES, TITLES, ends_in

ON = frozenset(
    {
        "aan",
        "in",
        "op",
        "van",
        "vd",
        "v.d.",
        "uit",
        "de",
        "het",
        "'t",
        "door",
        "langs",
        "bij",
        "over",
        "tegenover",
        "hoek",
    }
)
LIVES = frozenset(
    {
        "op",
        "aan",
        "in",
        "adres",
        "adr",
        "woont",
        "wonend",
        "wonende",
        "straat",
        "van",
        "vanaf",
        "melding",
        "bushalte",
        "halte",
        "hoekhuis",
        "rijtjeshuis",
        "tussenwoning",
        "bovenwoning",
    }
)
LABELS = frozenset({"woonplaats", "wpl", "plaats", "dorp", "geboorteplaats", "stad"})
LONGEST_STREET = 4  # words
# What a number stands behind without being a street, at the head of a line.
_NUMBERED = frozenset(
    {"groep", "fase", "team", "week", "artikel", "kamer", "punt", "vraag", "stap", "doel", "lid", "blok", "niveau"}
)
# "In de schuur, 240 planten": a number of things.
_COUNTS = re.compile(r",[ ]\d+[ ][^\W\d_]{3,}")
# What a detector found before is hidden: a postcode has six to eight characters.
_POSTCODE = re.compile(r"[^\0\n]{1,10}[ ,\n]\0{6,8}(?!\0)")
_LETTERED = re.compile(r"[ ]\d{1,4}[a-wyz](?![^\W_])", re.IGNORECASE)


def listed_street(words: Words, number: int, passed: Collection[int]) -> int:
    """Give how far a street of the list goes that begins here: "Voorste Akkers 14", "De Bleek"; the number when none does."""
    token = words.tokens[number]
    if token.is_initials or (not words.is_blind and not token.is_capital and token.lower != "'t"):
        return number
    for length in range(LONGEST_STREET, 0, -1):
        there = words.tokens[number : number + length]
        if (
            len(there) < length
            or not all(each.joined for each in there[1:])
            or any(number + at in passed for at in range(length))
        ):
            continue
        if is_street(" ".join(each.lower for each in there)) and _is_street_meant(words, number, length):
            return number + length
    return number


def _is_street_meant(words: Words, number: int, length: int) -> bool:
    """Tell whether a name that a street has is meant as a street here."""
    there = words.tokens[number : number + length]
    first, last = there[0], there[-1]
    before = words.before(number)
    numbered = has_number(words.plain, last.end)
    if first.lower in _NUMBERED:
        return False
    if words.is_blind:
        return _is_small_street_meant(words, number, length)
    if not last.is_capital or before in TITLES:
        return False
    if numbered:
        postcode = _POSTCODE.match(words.plain, last.end) is not None
        return not first.begins or postcode or length > 1 or not is_word(first.lower)
    if length > 1 and first.lower in {"de", "het", "'t"}:
        return not first.begins and before in {"aan", "op"}
    return (
        length > 1
        and not first.begins
        and ends_in(last.lower, ROADS, 1)
        and before in ON
        and first.lower not in FUNCTION
    )


def _is_small_street_meant(words: Words, number: int, length: int) -> bool:
    """Tell the same where capitals tell nothing."""
    first, last = words.tokens[number], words.tokens[number + length - 1]
    before = words.before(number)
    if length > 1 and before == "de" and words.word(number - 2) == "aan":
        return True  # "aan de oude baan"
    lives = before in LIVES | {"de", "het", "te"} or words.word(number - 1) in LABELS | LIVES
    lives = lives or (ends_in(last.lower, ROADS, 3) and not first.joined)  # "het oude klooster, kerkplein 18"
    told = lives or length > 1 or _is_addressed(words, number + length - 1)
    behind = words.plain[last.end : last.end + 2]
    uncommon = not (is_common(last.lower) or last.lower in ROLES) and re.fullmatch(r" \d", behind) is not None
    told = told or uncommon  # "sleutelkastje molenwiek 52"
    told = told or _LETTERED.match(words.plain, last.end) is not None  # "boven de zaak, markt 3a"
    counts = _COUNTS.match(words.plain, last.end) is not None
    numbered = has_number(words.plain, last.end) and not counts
    return numbered and told and first.lower not in FUNCTION - {"de", "het"}


def _is_addressed(words: Words, number: int) -> bool:
    """Tell whether a number and a place or a postcode stand behind a word: "akkers 14 te Ommel"."""
    end = words.tokens[number].end
    if words.plain[end : end + 12].find("\0") > 0:
        return has_number(words.plain, end)
    behind = next((each for each in words.tokens[number + 1 : number + 3] if len(each.lower) > 1), None)
    return (
        has_number(words.plain, end) and behind is not None and behind.lower in {"te", "in"} and behind.start - end < 12
    )
