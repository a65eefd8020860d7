"""Finds villages, towns and streets among the words of a text; a street with its number is an address.

A municipality or an office of it is an organisation ("gemeente Asten", "wijkteam Asten"), and passes.
"""

from collections.abc import Collection, Iterator

from privacy.detectors.common_words import is_common
from privacy.detectors.kinds import Kind, Span
from privacy.detectors.listed_streets import LABELS
from privacy.detectors.lists import fold, is_direct, is_first_name, is_surname, is_word, place_heads, places
from privacy.detectors.streets import street
from privacy.detectors.tokens import Words
from privacy.detectors.words import (
    FUNCTION,
    OFFICES,
    PREFIXES,
    ROLES,
    TITLES,
    TOWNS,
    WHERE,
)


def places_in(words: Words, passed: Collection[int]) -> Iterator[tuple[int, int, Span | None]]:
    """Find streets and places, each with the numbers of its words; nothing for the place of an office, which passes."""
    tokens, number, taken = words.tokens, 0, 0
    while number < len(tokens):
        first, last, kind = number, number, Kind.STREET
        if number not in passed:
            first, last = street(words, number, passed)
            if last == number:
                last, kind = _place(words, number), Kind.PLACE
            if last == number and _is_birthplace(words, number):
                last = number + 1
            if last == number and (length := _office_place(words, number)):
                last = number + length
                yield number, last, None
                number = last
                continue
        if last > number:
            yield max(first, taken), last, Span(tokens[max(first, taken)].start, tokens[last - 1].end, kind)
            taken = last
        number = max(last, number + 1)


def _place(words: Words, number: int) -> int:
    """Give how far a village or town goes that begins here; the same number when there is none."""
    if fold(words.word(number)).removesuffix("'s") not in place_heads():
        return number
    for length in (3, 2, 1):
        there = words.tokens[number : number + length]
        if len(there) == length and all(token.joined for token in there[1:]):
            name = " ".join(fold(token.lower) for token in there)
            bare = name.removesuffix("'s")
            if (name in places() or bare in places()) and _is_meant(words, number, length, bare):
                return number + length
    return number


def _is_birthplace(words: Words, number: int) -> bool:
    """Tell whether a word that is no Dutch stands behind "geboren in" or "geboren op ... te": a town of any country."""
    token = words.tokens[number]
    born = "geboren" in {words.word(at) for at in range(number - 4, number - 1)}
    # "Haar man zit vast in khartoem"
    abroad = words.is_small and words.before(number) in {"in", "uit", "vanuit"} and len(token.lower) > 5
    from_there = abroad or (
        words.before(number) == "uit"
        and words.word(number - 2)
        in {
            "komt",
            "kwam",
            "komen",
            "afkomstig",
            "gevlucht",
        }
    )
    unknown = len(token.lower) > 3 and not is_word(token.lower) and (token.is_capital or words.is_small)
    return unknown and ((born and words.before(number) in {"in", "te"}) or from_there)


def _office_place(words: Words, number: int) -> int:
    """Give how many words from here on are the place of an office: "gemeente Asten"; 0 for none."""
    if not (words.tokens[number].joined and _is_office(words, number)):
        return 0
    for length in (3, 2, 1):
        there = words.tokens[number : number + length]
        if (
            len(there) == length
            and all(token.joined for token in there[1:])
            and " ".join(fold(token.lower) for token in there) in places()
        ):
            return length
    return 0


def _is_meant(words: Words, number: int, length: int, name: str) -> bool:
    """Tell whether the name of a place is meant as one here: not an office of it, not somebody's name, not a word."""
    token, last = words.tokens[number], words.tokens[number + length - 1]
    if _is_office(words, number) or (token.lower in FUNCTION and length == 1) or _is_surname_here(words, number):
        return False
    before = words.before(number)
    moved = before == "van" and words.word(number + length) == "naar" and token.is_capital  # "van Drachten naar"
    # "Roermond" can be read as two words, which nobody does behind "in".
    ordinary = all((is_direct if before in WHERE else is_word)(part) for part in name.split(" "))
    # Behind a postcode; a date is hidden just so, and "viel" is a village.
    behind_a_postcode = "\0" in words.plain[max(0, token.start - 2) : token.start]
    capital = token.is_capital and not words.is_blind
    behind_a_postcode = behind_a_postcode and (capital or not is_common(token.lower))
    somewhere = length > 2 and (before in {"in", "te", "uit", "naar"} or behind_a_postcode)  # "in beek en donk"
    if not words.is_blind and (
        (token.is_shouted and len(name) < 5) or (length > 1 and not (last.is_capital or somewhere))
    ):
        return False
    if words.is_blind or not token.is_capital:
        there = name in TOWNS and before in {"in", "te", "uit", "vanuit", "naar"}
        # In a text that has capitals a village has one; without it stands where somebody is.
        somewhere = before in WHERE or (words.is_blind and not is_first_name(name))
        return there or length > 2 or behind_a_postcode or (not ordinary and len(name) > 3 and somewhere)
    if moved or behind_a_postcode or (words.word(number - 1) in LABELS and not token.joined):
        return True
    if ordinary or is_first_name(name) or is_surname(name):
        return before in WHERE - {"bij", "door", "tussen"} and not token.begins
    return True


def _is_surname_here(words: Words, number: int) -> bool:
    """Tell whether a prefix and somebody stand before it: "Theo van Lierop", "mw. van Asten"."""
    at = number - 1
    if words.is_blind and words.word(at) in {"den", "der", "vd", "v.d."} and words.tokens[number].joined:
        return True  # No place stands behind "van den".
    while at > 0 and words.tokens[at + 1].joined and words.word(at) in PREFIXES:
        at -= 1
    if at == number - 1 or at < 0 or not words.tokens[at + 1].joined:
        return bool(number) and words.tokens[number].joined and _is_given(words, number - 1)
    somebody, lower = words.tokens[at], words.word(at)
    if len(lower) == 1 and words.plain[somebody.end : somebody.end + 1] == ".":
        return True
    return (
        somebody.is_initials
        or lower in TITLES
        or (
            is_first_name(fold(lower))
            and lower not in ROLES
            and (somebody.is_capital or not is_word(lower))
            and not (somebody.begins and is_word(lower))
        )
    )


def _is_given(words: Words, number: int) -> bool:
    """Tell whether initials stand there, or a given name: "Piet Hoogstraat"."""
    token = words.tokens[number]
    called = token.is_capital and is_first_name(fold(token.lower)) and token.lower not in FUNCTION
    return token.is_initials or (called and not words.is_blind)


def _is_office(words: Words, number: int) -> bool:
    """Tell whether an office stands before it, also in a row: "de gemeenten Asten en Someren"."""
    at = number - 1
    for _ in range(5):
        lower = words.word(at)
        if lower in OFFICES:
            return True
        if lower not in {"en", "of", "van"} and fold(lower) not in places():
            return False
        at -= 1
    return False
