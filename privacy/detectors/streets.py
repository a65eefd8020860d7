"""Finds streets among the words of a text: by the list of streets, by the end of the word, by who lives there."""

import re
from collections.abc import Collection

from privacy.detectors.addresses import has_number
from privacy.detectors.common_words import is_common
from privacy.detectors.listed_streets import LONGEST_STREET, ON, listed_street
from privacy.detectors.lists import fold, is_direct, is_first_name, is_street, is_surname, is_word
from privacy.detectors.numbered_streets import is_told_by_its_number, leads_to_postcode
from privacy.detectors.small_streets import FIELDS, STREET_ADJECTIVES, is_small_named_road, is_small_street
from privacy.detectors.tokens import Words
from privacy.detectors.words import (
    ANY_ROADS,
    ARTICLES,
    FUNCTION,
    HONORIFICS,
    HONOURED,
    OFFICES,
    PREFIXES,
    ROADS,
    ROLES,
    SURE_ROADS,
    TITLES,
    ends_in,
)

# A street may begin with these: "Achter de Kerk", "Op 't Hofke".
_AT_THE_HEAD = frozenset(
    {"aan", "achter", "bij", "in", "langs", "naast", "om", "onder", "op", "over", "tegen", "tussen", "voor"}
)
_ON_THE = frozenset({"aan", "op", "in", "uit", "naar", "langs", "van", "achter", "over", "tegenover"})
# Hardly a surname ends so.
_BESIDE_NAMES = frozenset(
    {"park", "wal", "akker", "akkers", "laan", "straat", "plein", "dreef", "singel", "baan", "weide"}
)
_NUMBER_AND_DASH = re.compile(r"[ ]\d{1,4}[a-zA-Z]?(?:-\d{1,3})?(?:[ ]-[ ]|:|,)")
_LIVING = re.compile(
    r"(?<![^\W_])(?:woon\w{0,8}|wonen\w?|gewoond|huurt?|huurde|huis|huisje|flat|appartement|kamer|woning|bungalow|boerderij"
    r"|studio|pand|adres|hoekhuis|verhui\w{1,4})(?![^\W_])[^.!?\n]{0,30}$",
    re.IGNORECASE,
)


def street(words: Words, number: int, passed: Collection[int]) -> tuple[int, int]:
    """Give the numbers of the words of a street with a word here, the last not included; twice the same for none."""
    first, last = number, listed_street(words, number, passed)
    if last > number:
        first = _street_begins(words, number, passed)
    if last == number and _is_street_end(words, number):
        first, last = _street_begins(words, number, passed), number + 1
    if last == number and leads_to_postcode(words, number):
        first, last = _street_begins(words, number, passed), number + 1
    if last == number and (end := _road_of_somewhere(words, number)):
        last = end
    if last == number and is_told_by_its_number(words, number):
        last = number + 1
    if last == number:
        last = _prefixed_street(words, number, passed)
    if last == number and _is_where_somebody_lives(words, number, passed):
        last = number + 1
    return first, last


def _road_of_somewhere(words: Words, number: int) -> int:
    """Give how far "Laan van Peelland", "Plein der Vrijheid" goes that begins here; 0 for none."""
    token, behind = words.tokens[number], number + 1
    if (
        words.is_blind
        or not token.is_capital
        or token.lower not in {"laan", "plein", "weg", "hof", "pad", "dreef", "park"}
    ):
        return 0
    while words.word(behind) in {"van", "der", "de", "den", "het"} and words.tokens[behind].joined:
        behind += 1
    if behind == number + 1 or behind >= len(words.tokens) or words.before(number) not in ON:
        return 0
    name = words.tokens[behind]
    return behind + 1 if name.is_capital and name.joined and name.lower not in ROLES else 0


def _is_street_end(words: Words, number: int) -> bool:
    """Tell whether a street has its last word here."""
    token = words.tokens[number]
    lower = token.lower
    kind = lower in ANY_ROADS
    road = kind or (len(lower) > 4 and ends_in(lower, ROADS, 1)) or (lower in ROADS and _is_old_or_new(words, number))
    if token.is_initials or not road or _is_called_so(words, number):
        return False
    if kind:
        # "Torenflat 212": with a capital and a number even a kind of road is an address.
        numbered = token.is_capital and not (token.begins or words.is_blind) and has_number(words.plain, token.end)
        numbered = numbered or (token.is_capital and words.before(number) == "hoek")
        return numbered or _is_named_road(words, number) or is_small_named_road(words, number)
    sure = ends_in(lower, SURE_ROADS, 1)
    if (sure and has_number(words.plain, token.end)) or _is_old_or_new(words, number):
        return True
    if words.is_blind or not token.is_capital:
        return (sure or (words.is_blind and ends_in(lower, FIELDS, 3))) and is_small_street(words, number)
    return _is_street_with_capital(words, number, sure=sure)


def _is_street_with_capital(words: Words, number: int, *, sure: bool) -> bool:
    """Tell whether a word that ends as a street can, and has a capital, is one: "Huurder Zwaluwring 260", "aan de Loop"."""
    token, before = words.tokens[number], words.before(number)
    # "- Torenberg 2-14 – dhr. ..." is an item of a list.
    listed = not token.begins or _NUMBER_AND_DASH.match(words.plain, token.end) is not None
    if has_number(words.plain, token.end) and listed and not _is_somebody(words, number - 1):
        return before not in PREFIXES
    if sure and not is_direct(token.lower):
        return not (token.begins and is_word(token.lower) and not is_street(token.lower))
    on = sure or (before in ON and not is_surname(fold(token.lower)))
    # "In 1 kamer Molenakkers."
    on = on or (token.after in {".", ",", ":", ")"} and ends_in(token.lower, _BESIDE_NAMES, 4))
    return (on and not token.begins and is_street(token.lower)) or _stands_beside_somebody(words, number)


def _stands_beside_somebody(words: Words, number: int) -> bool:
    """Tell whether a word that ends as a street stands between marks behind a name: "Jeanne Slaats, Eikenwal: ..."."""
    token = words.tokens[number]
    apart = words.between(number).strip() in {",", "("} and token.after in {".", ",", ":", ")", ";"}
    unlisted = not is_direct(token.lower) and not is_surname(fold(token.lower)) and not is_first_name(fold(token.lower))
    return (
        apart
        and unlisted
        and number > 0
        and words.tokens[number - 1].is_capital
        and ends_in(token.lower, _BESIDE_NAMES, 4)
    )


def _is_old_or_new(words: Words, number: int) -> bool:
    """Tell whether "de Oude Postbaan" ends here."""
    token, before = words.tokens[number], words.tokens[max(0, number - 1)]
    named = before.lower in STREET_ADJECTIVES and token.joined
    if words.is_blind:
        # "Jo swinkels vd oude dijk"
        return named and words.word(number - 2) in {"de", "vd"} and is_street(f"{before.lower} {token.lower}")
    return named and token.is_capital and before.is_capital and not before.begins


def _is_called_so(words: Words, number: int) -> bool:
    """Tell whether a word like "Hoogstraat" is somebody's surname: behind a form of address, initials or a given name.

    Not behind "op de" ("op de Anne Frankstraat"), and not with a house number.
    """
    if has_number(words.plain, words.tokens[number].end):
        return False
    at = number - 1
    while at >= 0 and number - at <= LONGEST_STREET and words.word(at) in PREFIXES and words.tokens[at + 1].joined:
        at -= 1
    if at < 0 or words.word(at - 1) in ON - {"van", "bij", "door"}:
        return False
    first, double = words.tokens[at], words.word(at).rpartition("-")
    named = (
        first.is_initials
        or len(first.lower) == 1
        or (first.is_capital and is_first_name(fold(first.lower)) and not words.is_blind)
    )
    return named or double[2] in PREFIXES or words.word(at) in HONORIFICS


def _prefixed_street(words: Words, number: int, passed: Collection[int]) -> int:
    """Give how far "Op 't Hofke", "Achter de Kerk 2" or "'t Laantje" goes; the number when none begins here."""
    first = words.tokens[number]
    at = number + 1 if first.lower in _AT_THE_HEAD else number
    if (
        words.is_blind
        or words.word(at) not in ARTICLES
        or at + 1 >= len(words.tokens)
        or not words.tokens[at + 1].joined
    ):
        return number
    name, article = words.tokens[at + 1], words.tokens[at]
    if at + 1 in passed or not name.is_capital or name.is_shouted or name.lower in FUNCTION:
        return number
    if at > number:
        # With a capital in mid-sentence the preposition belongs to the name; at its head only before a house number.
        numbered = has_number(words.plain, name.end)
        meant = first.is_capital and article.joined and (numbered or not first.begins)
    else:
        on = words.before(number) in ON | {"naar"} and not _is_somebody(words, number - 2)
        meant = article.lower == "'t" and ends_in(name.lower, ROADS, 0) and on
    return at + 2 if meant and name.lower not in ROLES else number


def _is_somebody(words: Words, number: int) -> bool:
    """Tell whether a word is a title, initials or a given name, so that what stands behind it is a surname."""
    if number < 0:
        return False
    token = words.tokens[number]
    return token.lower in TITLES or token.is_initials or (token.is_capital and is_first_name(fold(token.lower)))


def _is_where_somebody_lives(words: Words, number: int, passed: Collection[int]) -> bool:
    """Tell whether a word with a capital stands behind "aan de", and a street is called so or somebody lives there."""
    token, at = words.tokens[number], number - 1
    if words.is_blind:
        # "Aan de rietgors": a street of which no sentence speaks otherwise.
        on_the = words.word(at) == "de" and words.word(at - 1) == "aan" and token.joined and number not in passed
        return on_the and is_street(token.lower) and not is_common(token.lower) and token.lower not in ROLES
    if (
        token.begins
        or not token.is_capital
        or token.is_shouted
        or len(token.lower) < 3
        or token.lower in ROLES | OFFICES | FUNCTION
    ):
        return False
    articled = words.word(at) in {"de", "het", "'t"} and words.tokens[number].joined
    on = words.word(at - 1) in _ON_THE if articled else words.word(at) in {"aan", "op"}
    behind = words.tokens[number + 1] if number + 1 < len(words.tokens) else None
    if not on or at in passed or number + 1 in passed or (behind and behind.joined and behind.is_capital):
        return False
    if _is_somebody(words, at - 1 - articled):  # "Gerrit van de Wilgenhof" is called so.
        return False
    lives = bool(_LIVING.search(words.plain, max(0, token.start - 45), token.start))
    listed = is_street(token.lower) or is_street(f"de {token.lower}")
    on_the = words.word(at - 1) in {"aan", "op"}  # "op de Markt"
    called = listed and (on_the or not is_direct(token.lower) or not is_common(token.lower))
    road = ends_in(token.lower, ROADS, 2) and token.lower not in ANY_ROADS
    return (articled and (called or road)) or (lives and (articled or not is_word(token.lower)))


def _is_named_road(words: Words, number: int) -> bool:
    """Tell whether a kind of road is a name with the word before it: "de Korte Zijweg"."""
    token, before = words.tokens[number], words.tokens[max(0, number - 1)]
    named = token.is_capital and before.is_capital and token.joined and not before.begins and not words.is_blind
    somebody = is_surname(fold(token.lower)) and before.lower not in STREET_ADJECTIVES
    return named and before.lower not in FUNCTION and not somebody


def _street_begins(words: Words, number: int, passed: Collection[int]) -> int:
    """Give the number of the first word of a street of several: "Burgemeester van Eijklaan"."""
    first = number
    while first and number - first < LONGEST_STREET and first - 1 not in passed and _is_part_of_street(words, first):
        first -= 1
    while first < number and words.tokens[first].lower in PREFIXES:
        first += 1
    return first


def _is_part_of_street(words: Words, number: int) -> bool:
    """Tell whether the word before this one belongs to the same street."""
    before, token = words.tokens[number - 1], words.tokens[number]
    gap = words.between(number).strip()
    title = before.lower in TITLES or f"{before.lower}." in TITLES or before.lower in HONOURED
    if not (token.joined or (gap == "." and title)) or (token.begins and "\n" in words.between(number)):
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
            and (words.word(number - 2) in HONOURED or is_first_name(fold(words.word(number - 2))))
        )
        return honoured or (is_first_name(fold(before.lower)) and token.lower in PREFIXES)
    further = words.tokens[number - 2] if number > 1 else None
    capital = further is not None and further.is_capital and not further.begins
    honoured = further is not None and (further.lower in TITLES or further.lower in HONOURED)
    return before.lower in PREFIXES and capital and (honoured or before.lower not in {"de", "het"})
