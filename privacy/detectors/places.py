"""Finds villages, towns and streets without a number among the words of a text.

A municipality or an office of it is an organisation ("gemeente Asten", "wijkteam Asten"), and passes.
"""

from collections.abc import Collection, Iterator

from privacy.detectors.addresses import has_number
from privacy.detectors.kinds import Kind, Span
from privacy.detectors.lists import fold, is_direct, is_first_name, is_street, is_surname, is_word, places
from privacy.detectors.tokens import Token, Words
from privacy.detectors.words import ANY_ROADS, FUNCTION, OFFICES, PREFIXES, ROADS, SURE_ROADS, TITLES, WHERE, ends_in

_ON = frozenset(
    {"aan", "in", "op", "van", "uit", "de", "het", "'t", "door", "langs", "bij", "over", "tegenover", "hoek"}
)
_LONGEST = 4


def places_in(words: Words, passed: Collection[int]) -> Iterator[tuple[int, int, Span]]:
    """Find streets and places, each with the numbers of its words."""
    tokens, number = words.tokens, 0
    while number < len(tokens):
        last, kind = number, Kind.STREET
        if number not in passed:
            last = _street(words, number, passed)
            if last == number:
                last, kind = _place(words, number), Kind.PLACE
        if last > number:
            first = _street_begins(words, number, passed) if kind is Kind.STREET else number
            yield first, last, Span(tokens[first].start, tokens[last - 1].end, kind)
        number = max(last, number + 1)


def _street(words: Words, number: int, passed: Collection[int]) -> int:
    """Give how far a street goes that has its last word here; the same number when there is none."""
    token = words.tokens[number]
    lower = token.lower
    if lower in ANY_ROADS or token.is_initials or len(lower) < 5:
        return number
    capital = token.is_capital and not words.is_small and not words.is_shouted
    before = words.tokens[number - 1].lower if number and token.joined else ""
    if ends_in(lower, SURE_ROADS, 1) and (
        has_number(words.plain, token.end) or (not capital and _is_on_street(words, number))
    ):
        return number + 1
    if ends_in(lower, SURE_ROADS, 1) and not is_direct(lower):
        if capital and not (token.begins and is_word(lower) and not is_street(lower)):
            return number + 1
        if not capital and before in _ON and is_street(lower):
            return number + 1
    if (
        capital
        and not token.begins
        and before in _ON | {"de"}
        and ends_in(lower, ROADS, 2)
        and is_street(lower)
        and not is_surname(lower)
    ):
        return number + 1
    if capital and not token.begins and ends_in(lower, SURE_ROADS, 1) and is_street(lower):
        return number + 1
    return _article_street(words, number)


def _is_on_street(words: Words, number: int) -> bool:
    """Tell whether "aan de bergweg" stands in a text where capitals tell nothing, and there is such a street."""
    before = [token.lower for token in words.tokens[max(0, number - 2) : number]]
    blind = words.is_small or words.is_shouted
    return (
        blind
        and before[-1:] in (["de"], ["het"])
        and before[0] in {"aan", "op", "in"}
        and is_street(words.tokens[number].lower)
    )


def _article_street(words: Words, number: int) -> int:
    """Give how far a street such as "De Bleek" or "'t Zand" goes, behind "aan", "op" or "in" and with its capitals."""
    token = words.tokens[number]
    if words.is_small or words.is_shouted or token.lower not in {"de", "het", "'t"} or number + 1 >= len(words.tokens):
        return number
    tail = words.tokens[number + 1]
    before = words.tokens[number - 1].lower if number and token.joined else ""
    named = (token.is_capital or token.lower == "'t") and not token.begins and tail.is_capital and tail.joined
    if named and before in {"aan", "op", "in"} and is_street(f"{token.text} {tail.text}"):
        return number + 2
    return number


def _street_begins(words: Words, number: int, passed: Collection[int]) -> int:
    """Give the number of the first word of a street of several: "Burgemeester van Eijklaan"."""
    first = number
    while first and number - first < _LONGEST and words.tokens[first].joined and first - 1 not in passed:
        before = words.tokens[first - 1]
        title = before.lower in TITLES or before.lower in {
            "burg",
            "past",
            "kapelaan",
            "mgr",
            "monseigneur",
            "sint",
            "st",
        }
        if (
            before.is_initials
            or (
                before.is_capital
                and not words.is_shouted
                and before.lower not in FUNCTION
                and (not before.begins or title)
            )
            or (
                before.lower in PREFIXES
                and first > 1
                and words.tokens[first - 2].is_capital
                and not words.tokens[first - 2].begins
                and before.lower not in {"de", "het"}
            )
        ):
            first -= 1
        else:
            break
    while first < number and words.tokens[first].lower in PREFIXES:
        first += 1
    return first


def _place(words: Words, number: int) -> int:
    """Give how far a village or town goes that begins here; the same number when there is none."""
    for length in (3, 2, 1):
        there = words.tokens[number : number + length]
        if len(there) == length and all(token.joined for token in there[1:]):
            name = " ".join(fold(token.lower) for token in there)
            bare = name.removesuffix("'s")
            if (name in places() or bare in places()) and _is_meant(words, number, length, bare):
                return number + length
    return number


def _is_meant(words: Words, number: int, length: int, name: str) -> bool:
    """Tell whether the name of a place is meant as one here: not an office of it, not somebody's name, not a word."""
    token = words.tokens[number]
    before = _before(words, number)
    if _is_office(words, number) or (token.lower in FUNCTION and length == 1):
        return False
    blind = words.is_small or words.is_shouted
    ordinary = all(is_word(part) for part in name.split(" "))
    if length > 1 and not blind and not words.tokens[number + length - 1].is_capital:
        return False
    person = is_first_name(name) or is_surname(name)
    if token.is_shouted and not blind:
        return False
    if blind or not token.is_capital:
        if ordinary or len(name) < 4:
            return False
        return before in WHERE or not is_first_name(name)
    if ordinary or person:
        return before in WHERE - {"bij", "door", "tussen"} and not (token.begins)
    return True


def _before(words: Words, number: int) -> str:
    return words.tokens[number - 1].lower if number and words.tokens[number].joined else ""


def _is_office(words: Words, number: int) -> bool:
    """Tell whether an office stands before it, also in a row: "de gemeenten Asten en Someren"."""
    at = number - 1
    for _ in range(5):
        if at < 0:
            return False
        lower = words.tokens[at].lower
        if lower in OFFICES:
            return True
        if lower not in {"en", "of", "van"} and fold(lower) not in places():
            return False
        at -= 1
    return False


def looks_like_a_place(token: Token) -> bool:
    """Tell whether this word is the name of a place and no ordinary word."""
    return fold(token.lower) in places() and not is_word(token.lower)
