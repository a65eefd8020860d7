"""Finds named employers, shops, clubs, schools and practices: a word for what it is, and the name behind or before it.

What the network itself is made of (partners, municipalities, national bodies) is known and passes.
"""

from collections.abc import Collection, Iterator

from privacy.detectors.addresses import has_number
from privacy.detectors.kinds import Kind, Span
from privacy.detectors.lists import (
    fold,
    is_direct,
    is_first_name,
    is_prefixed_surname,
    is_word,
)
from privacy.detectors.organisation_names import answered_tail, kind_of, named_tail, stem_of
from privacy.detectors.small_organisations import small_head, small_school
from privacy.detectors.tokens import Words
from privacy.detectors.words import (
    ARTICLES,
    BEHIND_A_BUSINESS,
    FUNCTION,
    PREFIXES,
    ROLES,
    SURE_ROADS,
    SURELY_SCHOOLS,
    TITLES,
    ends_in,
)
from privacy.detectors.workplaces import (
    ABOUT,
    LEGAL,
    LONGEST,
    house_end,
    is_house,
    is_school,
    is_workplace,
    saint_end,
    workplace_end,
)

_CLUBS = frozenset({"sv", "vv", "fc", "rkvv", "rksv", "hc", "tc"})
_KINDS_OF_LESSON = frozenset({"hoor", "werk", "deel", "raads", "rechts", "vak", "gast", "avond", "praktijk", "rechter"})
_BESIDE = frozenset({"achter", "aan", "op", "in", "bij", "naast", "voor"})


def organisations_in(words: Words, passed: Collection[int]) -> Iterator[tuple[int, int, Span]]:
    """Find named organisations, each with the numbers of its words."""
    # "SV" is known by itself, and the head of a club's name all the same.
    passed = {at for at in passed if words.word(at) not in _CLUBS}
    number, taken = 0, 0
    while number < len(words.tokens):
        first, last, kind = _organisation(words, number, passed)
        first = max(first, taken)
        if kind and last > first and not _is_front_door(words, last - 1):
            yield first, last, Span(words.tokens[first].start, words.tokens[last - 1].end, kind)
            taken = last
        number = max(last, number + 1)


def _is_front_door(words: Words, number: int) -> bool:
    """Tell whether a street with a house number stands there, which is an address: "de bewoner van Lindenstraat 33"."""
    token = words.tokens[number]
    behind = words.word(number - 1) in ARTICLES and words.word(number - 2) in _BESIDE
    street = ends_in(token.lower, SURE_ROADS, 1) or (behind and words.tokens[number - 2].is_capital)
    return street and has_number(words.plain, token.end)


def _organisation(words: Words, number: int, passed: Collection[int]) -> tuple[int, int, Kind | None]:
    """Give where a named organisation begins and ends that has its word here, and its kind."""
    token, kind = words.tokens[number], kind_of(words.tokens[number])
    # "De kringloopwinkel" passes, and one with a name does not.
    named = kind is Kind.SCHOOL or (kind and not token.is_capital)
    if number in passed and not (named and named_tail(words, number, passed) > number):
        return number, number, None
    if (last := saint_end(words, number)) > number:
        return number - 1, last, Kind.EMPLOYER
    if kind and not _is_surname_here(words, number):
        return *_named_of_its_kind(words, number, passed), kind
    if token.lower in BEHIND_A_BUSINESS | LEGAL and token.is_capital:
        first = _head(words, number, passed)
        return first, (number + 1 if first < number else number), Kind.EMPLOYER
    last = workplace_end(words, number, passed) if is_workplace(words, number) else number
    if last == number and is_house(words, number, passed):
        last = house_end(words, number)
        last = number if has_number(words.plain, words.tokens[last - 1].end) else last
    if last == number and (is_school(words, number) or small_school(words, number)):
        return number, number + 1, Kind.SCHOOL
    return number, last, Kind.EMPLOYER


def _named_of_its_kind(words: Words, number: int, passed: Collection[int]) -> tuple[int, int]:
    """Give where the name begins and ends that goes with a word for what it is: "bakkerij", "school"."""
    # A school may be called as a partner is: "bs De Zonnebloem".
    sure = words.word(number) in SURELY_SCHOOLS or kind_of(words.tokens[number]) is Kind.PRACTICE
    known = frozenset() if sure else passed
    if (last := named_tail(words, number, known)) > number:
        return number, last
    if (last := answered_tail(words, number, passed)) > number:
        return number + 1, last
    # "Wlz VV5" is no club: an abbreviation stands before its name.
    lower = words.word(number)
    first = _head(words, number, passed) if len(lower) > 3 or lower in LEGAL else number
    return first, number + 1 if first < number or _is_named_inside(words, number) else number


def _is_surname_here(words: Words, number: int) -> bool:
    """Tell whether a trade is a surname here: "Loes Bakker", "mw. de Boer", "J. Slager"."""
    token = words.tokens[number]
    if not number or not token.is_capital or words.is_blind or not is_prefixed_surname(fold(token.lower)):
        return False
    at = number - 1
    while at > 0 and words.word(at) in PREFIXES and words.tokens[at].joined:
        at -= 1
    before = words.tokens[at]
    titled = before.lower in TITLES or f"{before.lower}." in TITLES
    named = is_first_name(fold(before.lower)) or not is_word(before.lower)
    return before.is_initials or titled or (before.is_capital and named and words.tokens[at + 1].joined)


def _is_named_inside(words: Words, number: int) -> bool:
    """Tell whether the name stands in the word itself: "de Jozefschool"."""
    token = words.tokens[number]
    stem = stem_of(token.lower)
    if stem.startswith("sint-"):
        return True
    small = (
        (token.text.islower() or words.is_shouted)
        and words.word(number - 1) == "het"
        and words.word(number - 2) in ABOUT
    )
    if (
        words.is_blind
        and token.lower.endswith("school")
        and words.word(number - 1) in {"de", "op"}
        and not is_word(stem)
    ):
        return len(stem) > 4  # "de nijenrodeschool"
    if small and token.lower.endswith(("college", "lyceum")):
        return len(stem) > 2 and stem not in _KINDS_OF_LESSON  # "naar het lindecollege"
    return (
        len(stem) > 2
        and token.is_capital
        and not token.begins
        and not words.is_blind
        # "de Regenboogschool": with a capital even a word is its name.
        and (not is_word(stem) or is_first_name(stem) or not (is_direct(token.lower) or stem in _KINDS_OF_LESSON))
    )


def _head(words: Words, number: int, passed: Collection[int]) -> int:
    """Give where a name before such a word begins: "Varendonck College", "Jan van Brabant College"."""
    first = number
    if words.is_blind:
        return small_head(words, number)
    if not words.tokens[number].is_capital:
        return number
    while first and number - first < LONGEST and words.tokens[first].joined:
        before = words.tokens[first - 1]
        inner = before.lower in PREFIXES and first > 1 and words.tokens[first - 2].is_capital and before.joined
        if before.text in {"St", "Sint"} or inner:
            first -= 1
            continue
        if (
            not before.is_capital
            or before.lower in FUNCTION
            or before.lower in ROLES
            or (before.begins and is_word(before.lower) and not is_first_name(fold(before.lower)))
        ):
            break
        first -= 1
    if first == number and number and words.word(number - 1) == "st" and words.between(number).strip() == ".":
        first -= 1
    return first if not _is_partner(passed, first, number) else number


def _is_partner(passed: Collection[int], first: int, number: int) -> bool:
    """Tell whether all that stands before is a known name and nothing more: "Zorgboog Kliniek" is theirs."""
    return first < number and number - first == 1 and first in passed and number in passed
