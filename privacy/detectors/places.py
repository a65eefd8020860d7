"""Finds villages, towns and streets among the words of a text; a street with its number is an address.

A municipality or an office of it is an organisation ("gemeente Asten", "wijkteam Asten"), and passes.
"""

from collections.abc import Collection, Iterator

from privacy.detectors.addresses import has_number
from privacy.detectors.kinds import Kind, Span
from privacy.detectors.lists import fold, is_direct, is_first_name, is_street, is_surname, is_word, places
from privacy.detectors.tokens import Words
from privacy.detectors.words import (
    ANY_ROADS,
    FUNCTION,
    OFFICES,
    PREFIXES,
    ROADS,
    ROLES,
    SURE_ROADS,
    TITLES,
    WHERE,
    ends_in,
)

_ON = frozenset(
    {"aan", "in", "op", "van", "uit", "de", "het", "'t", "door", "langs", "bij", "over", "tegenover", "hoek"}
)
_LIVES = frozenset({"op", "aan", "in", "adres", "adr", "woont", "wonend", "wonende", "straat", "van"})
_LABELS = frozenset({"woonplaats", "wpl", "plaats", "dorp", "geboorteplaats", "stad"})
# People after whom streets are called, and their titles.
_HONOURED = frozenset(
    {
        "burg",
        "past",
        "kapelaan",
        "mgr",
        "monseigneur",
        "sint",
        "st",
        "kard",
        "kardinaal",
        "deken",
        "jhr",
        "graaf",
        "prins",
        "prinses",
        "koningin",
        "koning",
    }
)
# How somebody is addressed. "Dokter" and "pastoor" stand before the names of streets as well.
_ADDRESSED = frozenset({"mevrouw", "mevr", "mvr", "mw", "meneer", "mijnheer", "dhr", "heer", "fam", "familie"})
# What a number stands behind without being a street, at the head of a line.
_NUMBERED = frozenset(
    {"groep", "fase", "team", "week", "artikel", "kamer", "punt", "vraag", "stap", "doel", "lid", "blok", "niveau"}
)
_LONGEST = 4


def places_in(words: Words, passed: Collection[int]) -> Iterator[tuple[int, int, Span | None]]:
    """Find streets and places, each with the numbers of its words; nothing for the place of an office, which passes."""
    tokens, number, taken = words.tokens, 0, 0
    while number < len(tokens):
        first, last, kind = number, number, Kind.STREET
        if number not in passed:
            last = _listed_street(words, number, passed)
            if last > number:
                first = _street_begins(words, number, passed)
            if last == number and _is_street_end(words, number):
                first, last = _street_begins(words, number, passed), number + 1
            if last == number:
                last, kind = _place(words, number), Kind.PLACE
            if last == number and (length := _office_place(words, number)):
                last = number + length
                yield number, last, None
                number = last
                continue
        if last > number:
            yield max(first, taken), last, Span(tokens[max(first, taken)].start, tokens[last - 1].end, kind)
            taken = last
        number = max(last, number + 1)


# --- streets ---------------------------------------------------------------------------------------------------------


def _listed_street(words: Words, number: int, passed: Collection[int]) -> int:
    """Give how far a street of the list goes that begins here: "Voorste Akkers 14", "De Bleek"; the number when none does."""
    token = words.tokens[number]
    if token.is_initials or (not words.is_blind and not token.is_capital and token.lower != "'t"):
        return number
    for length in range(_LONGEST, 0, -1):
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
        lives = before in _LIVES | {"de", "het", "te"} or words.word(number - 1) in _LABELS | _LIVES
        told = lives or length > 1 or _is_addressed(words, number + length - 1)
        return numbered and told and first.lower not in FUNCTION - {"de", "het"}
    if not last.is_capital or before in TITLES:
        return False
    if numbered:
        postcode = words.plain[last.end : last.end + 16].find("\0") > 0
        return not first.begins or postcode or length > 1 or not is_word(first.lower)
    if length > 1 and first.lower in {"de", "het", "'t"}:
        return not first.begins and before in {"aan", "op"}
    return (
        length > 1
        and not first.begins
        and ends_in(last.lower, ROADS, 1)
        and before in _ON
        and first.lower not in FUNCTION
    )


def _is_street_end(words: Words, number: int) -> bool:
    """Tell whether a street has its last word here."""
    token = words.tokens[number]
    lower = token.lower
    if token.is_initials or len(lower) < 5 or not ends_in(lower, ROADS, 1) or _is_called_so(words, number):
        return False
    if lower in ANY_ROADS:
        return _is_named_road(words, number)
    sure = ends_in(lower, SURE_ROADS, 1)
    if sure and has_number(words.plain, token.end):
        return True
    if words.is_blind or not token.is_capital:
        return sure and _is_small_street(words, number)
    if sure and not is_direct(lower):
        return not (token.begins and is_word(lower) and not is_street(lower))
    on = sure or (words.before(number) in _ON and not is_surname(fold(lower)))
    return on and not token.begins and is_street(lower)


def _is_called_so(words: Words, number: int) -> bool:
    """Tell whether a word like "Hoogstraat" is somebody's surname: behind a form of address, initials or a given name.

    Not behind "op de" ("op de Anne Frankstraat"), and not with a house number.
    """
    if has_number(words.plain, words.tokens[number].end):
        return False
    at = number - 1
    while at >= 0 and words.word(at) in PREFIXES and words.tokens[at + 1].joined:
        at -= 1
    if at < 0 or words.word(at - 1) in _ON - {"van", "bij", "door"}:
        return False
    first, double = words.tokens[at], words.word(at).rpartition("-")
    named = first.is_initials or (first.is_capital and is_first_name(fold(first.lower)) and not words.is_blind)
    return named or double[2] in PREFIXES or words.word(at) in _ADDRESSED


def _is_addressed(words: Words, number: int) -> bool:
    """Tell whether a number and a place or a postcode stand behind a word: "akkers 14 te Ommel"."""
    end = words.tokens[number].end
    if words.plain[end : end + 12].find("\0") > 0:
        return has_number(words.plain, end)
    behind = next((each for each in words.tokens[number + 1 : number + 3] if len(each.lower) > 1), None)
    return (
        has_number(words.plain, end) and behind is not None and behind.lower in {"te", "in"} and behind.start - end < 12
    )


def _is_named_road(words: Words, number: int) -> bool:
    """Tell whether a kind of road is a name with the word before it: "de Korte Zijweg"."""
    token, before = words.tokens[number], words.tokens[max(0, number - 1)]
    named = token.is_capital and before.is_capital and token.joined and not before.begins and not words.is_blind
    return named and before.lower not in FUNCTION


def _is_small_street(words: Words, number: int) -> bool:
    """Tell whether "aan de bergweg" stands there, and there is such a street."""
    lower = words.word(number)
    if not is_street(lower):
        return False
    on = words.before(number) in _ON
    road = words.before(number) in {"de", "het"} and words.word(number - 2) in {"aan", "op", "in"}
    return on and (not is_direct(lower) or (words.is_blind and road))


def _street_begins(words: Words, number: int, passed: Collection[int]) -> int:
    """Give the number of the first word of a street of several: "Burgemeester van Eijklaan"."""
    first = number
    while first and number - first < _LONGEST and first - 1 not in passed and _is_part_of_street(words, first):
        first -= 1
    while first < number and words.tokens[first].lower in PREFIXES:
        first += 1
    return first


def _is_part_of_street(words: Words, number: int) -> bool:
    """Tell whether the word before this one belongs to the same street."""
    before, token = words.tokens[number - 1], words.tokens[number]
    gap = words.plain[before.end : token.start].strip()
    title = before.lower in TITLES or f"{before.lower}." in TITLES or before.lower in _HONOURED
    if not (token.joined or (gap == "." and title)):
        return False
    if before.is_initials:
        return True
    if before.is_capital and not words.is_shouted:
        return before.lower not in FUNCTION - {"nieuwe", "oude", "grote", "kleine", "eerste", "tweede", "derde"} and (
            not before.begins or title
        )
    if words.is_blind:
        honoured = title or (
            before.lower in PREFIXES
            and (words.word(number - 2) in _HONOURED or is_first_name(fold(words.word(number - 2))))
        )
        return honoured or (is_first_name(fold(before.lower)) and token.lower in PREFIXES)
    further = words.tokens[number - 2] if number > 1 else None
    capital = further is not None and further.is_capital and not further.begins
    honoured = further is not None and (further.lower in TITLES or further.lower in _HONOURED)
    return before.lower in PREFIXES and capital and (honoured or before.lower not in {"de", "het"})


# --- villages and towns ----------------------------------------------------------------------------------------------


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
    # "Roermond" can be read as two words, which nobody does behind "in".
    ordinary = all((is_direct if before in WHERE else is_word)(part) for part in name.split(" "))
    if not words.is_blind and ((token.is_shouted and len(name) < 5) or (length > 1 and not last.is_capital)):
        return False
    if words.is_blind or not token.is_capital:
        return not ordinary and len(name) > 3 and (before in WHERE or not is_first_name(name))
    if words.word(number - 1) in _LABELS and not token.joined:
        return True
    if ordinary or is_first_name(name) or is_surname(name):
        return before in WHERE - {"bij", "door", "tussen"} and not token.begins
    return True


def _is_surname_here(words: Words, number: int) -> bool:
    """Tell whether a prefix and somebody stand before it: "Theo van Lierop", "mw. van Asten"."""
    at = number - 1
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
