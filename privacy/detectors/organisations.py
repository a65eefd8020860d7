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
from privacy.detectors.small_organisations import SMALL_ARTICLES, SURELY_SCHOOLS, small_head, small_tail
from privacy.detectors.tokens import Token, Words
from privacy.detectors.words import (
    ARTICLES,
    BEHIND_A_BUSINESS,
    BUSINESSES_ALONE,
    EMPLOYERS,
    FUNCTION,
    PRACTICES,
    PREFIXES,
    ROLES,
    SCHOOLS,
    SURE_ROADS,
    TITLES,
    ends_in,
)
from privacy.detectors.workplaces import (
    ABOUT,
    ARTICLES_OF_NAMES,
    LEGAL,
    LONGEST,
    house_end,
    is_house,
    is_linked,
    is_school,
    is_workplace,
    saint_end,
    workplace_end,
)

# By the whole word, and by how it ends: "mustafa" is no firm for its "fa".
_KINDS = tuple(
    (kind, heads, frozenset(head for head in heads if len(head) > 3))
    for kind, heads in ((Kind.SCHOOL, SCHOOLS), (Kind.PRACTICE, PRACTICES), (Kind.EMPLOYER, EMPLOYERS))
)
_CLUBS = frozenset({"sv", "vv", "fc", "rkvv", "rksv", "hc", "tc"})
_BESIDE = frozenset({"achter", "aan", "op", "in", "bij", "naast", "voor"})
_KINDS_OF_LESSON = frozenset({"hoor", "werk", "deel", "raads", "rechts", "vak", "gast", "avond", "praktijk", "rechter"})


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
    token, kind = words.tokens[number], _kind(words.tokens[number])
    if number in passed and not (kind is Kind.SCHOOL and _tail(words, number, passed) > number):
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
    if last == number and is_school(words, number):
        return number, number + 1, Kind.SCHOOL
    return number, last, Kind.EMPLOYER


def _named_of_its_kind(words: Words, number: int, passed: Collection[int]) -> tuple[int, int]:
    """Give where the name begins and ends that goes with a word for what it is: "bakkerij", "school"."""
    # A school may be called as a partner is: "bs De Zonnebloem".
    known = frozenset() if words.word(number) in SURELY_SCHOOLS else passed
    if (last := _tail(words, number, known)) > number:
        return number, last
    if (last := _answer(words, number, passed)) > number:
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


def _kind(token: Token) -> Kind | None:
    """Give what kind of organisation a word stands for."""
    if len(token.lower) < 2 or token.is_initials:
        return None
    if token.lower == "hoed" and not token.is_shouted:
        return None  # In capitals it is "huisartsen onder één dak".
    last = token.lower.rpartition("-")[2]
    for kind, heads, endings in _KINDS:
        if last in heads or ends_in(token.lower, endings):
            whole = last in heads or not token.is_capital or is_word(token.lower) or _stem(token.lower)
            return kind if whole else None
    return None


def _stem(lower: str) -> str:
    """Give what stands before "school" or "college" in one word; nothing when no such word is in it."""
    return next((lower.removesuffix(tail) for tail in ("school", "college", "lyceum") if lower.endswith(tail)), "")


def _is_named_inside(words: Words, number: int) -> bool:
    """Tell whether the name stands in the word itself: "de Jozefschool"."""
    token = words.tokens[number]
    stem = _stem(token.lower)
    if stem.startswith("sint-"):
        return True
    small = (
        (token.text.islower() or words.is_shouted)
        and words.word(number - 1) == "het"
        and words.word(number - 2) in ABOUT
    )
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


def _tail(words: Words, number: int, passed: Collection[int]) -> int:
    """Give how far the name behind such a word goes; the same number when it has none."""
    tokens = words.tokens
    at = number + 1
    articles = SMALL_ARTICLES if words.is_blind else ARTICLES_OF_NAMES
    while (
        at < len(tokens) and at - number < 3 and tokens[at].joined and at not in passed and tokens[at].lower in articles
    ):
        at += 1
    # "Kwekerij De Peel" is called after the region, which passes by itself.
    known = at in passed and not (at > number + 1 and tokens[at - 1].is_capital and not words.is_blind)
    if at >= len(tokens) or known or not (tokens[at].joined or is_linked(words, at)):
        return number
    kind = _kind(tokens[number])
    if words.is_blind:
        return small_tail(words, number, at, kind)
    beside = tokens[number].is_capital and not tokens[number].begins and words.word(number + 1) in {"aan", "op", "in"}
    if at > number + 1 and not (
        tokens[number + 1].is_capital or tokens[number + 1].lower == "'t" or (beside and at > number + 2)
    ):
        if kind is not Kind.EMPLOYER and _is_articled(words, number, at):
            return at + 1  # "praktijk de Beuk"
        # "de kerk in Someren", "het bedrijf van Jansen": what stands behind is a place or a person, not its name.
        return number
    last = at
    while (
        last < len(tokens)
        and last - at < LONGEST
        and (last not in passed or last == at)
        and _names(words, last, first=last == at, number=number)
    ):
        last += 1
    while last > at and tokens[last - 1].lower in ARTICLES_OF_NAMES | {"en"}:
        last -= 1
    return last if last > at else number


def _is_articled(words: Words, number: int, at: int) -> bool:
    """Tell whether an article and one word with a capital stand there, which is no surname: "praktijk de Beuk"."""
    token = words.tokens[at]
    surname = is_prefixed_surname(fold(token.lower)) and not is_word(token.lower)
    return (
        at == number + 2
        and words.word(number + 1) in {"de", "het"}
        and token.is_capital
        and not (surname or token.begins)
    )


def _answer(words: Words, number: int, passed: Collection[int]) -> int:
    """Give how far a name goes behind a label or between commas: "School: De Rietgors", "het uitzendbureau, FlexForce, ..."."""
    tokens, at = words.tokens, number + 1
    if at >= len(tokens) or at in passed or "\n" in words.plain[tokens[number].end : tokens[at].start]:
        return number
    label = tokens[number].after == ":" and tokens[number].begins
    if label and tokens[at].lower in SMALL_ARTICLES and words.word(at + 1) not in FUNCTION and at + 1 < len(tokens):
        return at + 2 if tokens[at + 1].joined else number  # "school: de vlinderboom"
    if words.is_blind or not (label or tokens[number].after == ",") or tokens[at].joined or not tokens[at].is_capital:
        return number
    last = at + 1
    while last < len(tokens) and last - at < LONGEST and tokens[last].joined and tokens[last].is_capital:
        last += 1
    name = [token.lower for token in tokens[at:last]]
    told = not is_first_name(fold(name[0])) and not all(map(is_word, name)) and name[0] not in TITLES
    apart = tokens[last - 1].after == ","
    return last if (label and (told or len(name) > 1)) or (apart and told) else number


def _names(words: Words, at: int, *, first: bool, number: int) -> bool:
    """Tell whether a word belongs to the name of an organisation."""
    tokens, token = words.tokens, words.tokens[at]
    if not (token.joined or is_linked(words, at)):
        return False
    if token.lower in ARTICLES_OF_NAMES | {"en"} and not first:
        return at + 1 < len(tokens) and tokens[at + 1].joined and tokens[at + 1].is_capital
    if token.is_initials or not token.is_capital or token.begins or token.lower in ROLES:
        return token.is_initials
    # "bakker Jan" is a person by his trade.
    person = tokens[number].lower in BUSINESSES_ALONE and is_first_name(fold(token.lower))
    if first and (person or (token.lower in FUNCTION and not tokens[at - 1].is_capital)):
        return False
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    # "voetbalclub SV Peelboys", but "bedrijf BV" is no name.
    named = bool(behind and behind.joined and behind.is_capital and not behind.is_shouted)
    return not (token.is_shouted and len(token.lower) < 4) or (first and named)


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
    if (
        first == number
        and number
        and words.word(number - 1) == "st"
        and words.plain[words.tokens[number - 1].end : words.tokens[number].start].strip() == "."
    ):
        first -= 1
    return first if not _is_partner(passed, first, number) else number


def _is_partner(passed: Collection[int], first: int, number: int) -> bool:
    """Tell whether all that stands before is a known name and nothing more: "Zorgboog Kliniek" is theirs."""
    return first < number and number - first == 1 and first in passed and number in passed
