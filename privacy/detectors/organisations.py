"""Finds named employers, shops, clubs, schools and practices: a word for what it is, and the name behind or before it.

What the network itself is made of (partners, municipalities, national bodies) is known and passes.
"""

import re
from collections.abc import Collection, Iterator

from privacy.detectors.addresses import has_number
from privacy.detectors.kinds import Kind, Span
from privacy.detectors.lists import fold, is_direct, is_first_name, is_prefixed_surname, is_surname, is_word
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
    VERBS,
    ends_in,
)

_KINDS = ((Kind.SCHOOL, SCHOOLS), (Kind.PRACTICE, PRACTICES), (Kind.EMPLOYER, EMPLOYERS))
# Behind these an unknown name with a capital is where somebody works or goes.
_WORKS = re.compile(
    r"\b(?:werk|werkt|werkte|werken|gewerkt|baan|dienst|stage|ontslagen|aangenomen|gaat|zit|les|lid"
    r"|voetbalt|traint|speelt|winkelt"
    r"|personeel|eigenaar|baas|chef|collega's|kassa|magazijn|nachtdienst|uitzendkracht|boodschappen|vaste klant)\b"
    r"[^.!?\n]{0,30}\b(?:bij|van|op|voor|achter)\s(?:de\s|het\s)?$",
    re.IGNORECASE,
)
_LEGAL = frozenset({"bv", "b.v", "b.v.", "nv", "n.v", "n.v.", "vof", "v.o.f", "v.o.f.", "cv", "ltd", "gmbh"})
_ARTICLES = ARTICLES | {"d'", "la", "le", "el", "in", "op", "aan", "ter", "ten", "van"}
_LINKS = frozenset({"&", "+", "-", "–", "/", "."})
_ABOUT = frozenset({"naar", "bij", "op", "van", "in", "uit", "achter", "voor", "boven", "tegenover", "basisschool"})
_GOES_ON = VERBS | {"en", "in", "is", "om", "maar", "want", "dat", "of", "te", "aan", "met", "voor", "omdat"}
_LONGEST = 5


def organisations_in(words: Words, passed: Collection[int]) -> Iterator[tuple[int, int, Span]]:
    """Find named organisations, each with the numbers of its words."""
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
    return ends_in(token.lower, SURE_ROADS, 1) and has_number(words.plain, token.end)


def _organisation(words: Words, number: int, passed: Collection[int]) -> tuple[int, int, Kind | None]:
    """Give where a named organisation begins and ends that has its word here, and its kind."""
    if number in passed:
        return number, number, None
    token, kind = words.tokens[number], _kind(words.tokens[number])
    if kind and not _is_surname_here(words, number):
        last = _tail(words, number, passed)
        if last > number:
            return number, last, kind
        # "Wlz VV5" is no club: an abbreviation stands before its name.
        first = _head(words, number, passed) if len(token.lower) > 3 else number
        return first, (number + 1 if first < number or _is_named_inside(words, number) else number), kind
    if token.lower in BEHIND_A_BUSINESS | _LEGAL and token.is_capital:
        first = _head(words, number, passed)
        return first, (number + 1 if first < number else number), Kind.EMPLOYER
    last = _work_tail(words, number, passed) if _is_work(words, number) else number
    if last == number and _is_house(words, number, passed):
        last = _house_tail(words, number)
    return number, last, Kind.EMPLOYER


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
    for kind, endings in _KINDS:
        if ends_in(token.lower, endings):
            whole = token.lower in endings or not token.is_capital or is_word(token.lower) or _stem(token.lower)
            return kind if whole else None
    return None


def _stem(lower: str) -> str:
    """Give what stands before "school" or "college" in one word; nothing when no such word is in it."""
    return next((lower.removesuffix(tail) for tail in ("school", "college", "lyceum") if lower.endswith(tail)), "")


def _is_named_inside(words: Words, number: int) -> bool:
    """Tell whether the name stands in the word itself: "de Jozefschool"."""
    token = words.tokens[number]
    stem = _stem(token.lower)
    return (
        len(stem) > 2
        and token.is_capital
        and not token.begins
        and not words.is_blind
        and (not is_word(stem) or is_first_name(stem))
    )


def _tail(words: Words, number: int, passed: Collection[int]) -> int:
    """Give how far the name behind such a word goes; the same number when it has none."""
    tokens = words.tokens
    at = number + 1
    articles = {"de", "het", "'t"} if words.is_blind else _ARTICLES
    while (
        at < len(tokens) and at - number < 3 and tokens[at].joined and at not in passed and tokens[at].lower in articles
    ):
        at += 1
    if at >= len(tokens) or at in passed or not (tokens[at].joined or _is_linked(words, at)):
        return number
    if words.is_blind:
        return _blind_tail(words, number, at)
    if at > number + 1 and not tokens[number + 1].is_capital and tokens[number + 1].lower != "'t":
        # "de kerk in Someren", "het bedrijf van Jansen": what stands behind is a place or a person, not its name.
        return number
    last = at
    while (
        last < len(tokens)
        and last - at < _LONGEST
        and last not in passed
        and _names(words, last, first=last == at, number=number)
    ):
        last += 1
    while last > at and tokens[last - 1].lower in _ARTICLES | {"en"}:
        last -= 1
    return last if last > at else number


def _is_linked(words: Words, number: int) -> bool:
    """Tell whether "&" or its like stands before a word, or a stop behind an abbreviation ("v.v. De Hei")."""
    before = words.tokens[number - 1]
    gap = words.plain[before.end : words.tokens[number].start].strip()
    return gap in _LINKS - {"."} or (gap == "." and "." in before.lower)


def _names(words: Words, at: int, *, first: bool, number: int) -> bool:
    """Tell whether a word belongs to the name of an organisation."""
    tokens, token = words.tokens, words.tokens[at]
    if not (token.joined or _is_linked(words, at)):
        return False
    if token.lower in _ARTICLES | {"en"} and not first:
        return at + 1 < len(tokens) and tokens[at + 1].joined and tokens[at + 1].is_capital
    if token.is_initials or not token.is_capital or token.begins or token.lower in ROLES:
        return token.is_initials
    # "bakker Jan" is a person by his trade.
    person = tokens[number].lower in BUSINESSES_ALONE and is_first_name(fold(token.lower))
    if first and (person or (token.lower in FUNCTION and not tokens[at - 1].is_capital)):
        return False
    return not (token.is_shouted and len(token.lower) < 4)


def _blind_tail(words: Words, number: int, at: int) -> int:
    """Give how far the name goes where capitals tell nothing: an article and one word, or one word that is no Dutch."""
    token, lower = words.tokens[at], words.word(at)
    if lower in FUNCTION or lower in VERBS or words.word(number) in BUSINESSES_ALONE or lower in TITLES:
        return number
    if not is_word(lower):
        return at + 1
    articled = at == number + 2 and words.word(number + 1) in {"de", "het", "'t"}
    ends = not token.after.isalnum() or words.word(at + 1) in _GOES_ON
    invented = not is_direct(lower) or words.is_shouted or words.before(number) in _ABOUT
    return at + 1 if articled and ends and invented and len(lower) > 2 else number


def _head(words: Words, number: int, passed: Collection[int]) -> int:
    """Give where a name before such a word begins: "Varendonck College", "Jan van Brabant College"."""
    first = number
    if not words.tokens[number].is_capital or words.is_blind:
        return number
    while first and number - first < _LONGEST and words.tokens[first].joined:
        before = words.tokens[first - 1]
        inner = (
            before.lower in PREFIXES and first > 1 and words.tokens[first - 2].is_capital and words.tokens[first].joined
        )
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


def _is_work(words: Words, number: int) -> bool:
    """Tell whether an unknown word with a capital stands where somebody works."""
    token = words.tokens[number]
    if words.is_blind or not token.is_capital or token.begins or not token.joined or token.is_initials:
        return False
    named = is_first_name(fold(token.lower)) or token.lower in FUNCTION
    if named and token.lower not in {"de", "het"}:
        return False
    return bool(_WORKS.search(words.plain, max(0, token.start - 60), token.start))


def _work_tail(words: Words, number: int, passed: Collection[int]) -> int:
    """Give how far the name of a workplace goes."""
    tokens, last = words.tokens, number
    while (
        last < len(tokens)
        and last - number < _LONGEST
        and last not in passed
        and (last == number or tokens[last].joined or _is_linked(words, last))
    ):
        token = tokens[last]
        capital = token.is_capital and (last == number or not token.begins)
        if not (token.is_initials or capital or token.lower in _LEGAL):
            break
        last += 1
    return last if last > number and not (last == number + 1 and tokens[number].lower in _ARTICLES) else number


def _is_house(words: Words, number: int, passed: Collection[int]) -> bool:
    """Tell whether "De Lage Heide" begins here: an article with a capital in mid-sentence, behind where somebody goes or is."""
    token = words.tokens[number]
    if (
        words.is_blind
        or token.begins
        or not token.is_capital
        or token.lower not in {"de", "het", "'t", "den"}
        or number + 1 >= len(words.tokens)
    ):
        return False
    behind = words.tokens[number + 1]
    if (
        not (behind.is_capital and behind.joined)
        or behind.is_shouted
        or number + 1 in passed
        or words.before(number) in TITLES | ROLES
    ):
        return False
    person = is_surname(fold(behind.lower)) and not is_word(behind.lower)
    return words.before(number) in _ABOUT and not person


def _house_tail(words: Words, number: int) -> int:
    last = number + 1
    while (
        last < len(words.tokens)
        and last - number < _LONGEST
        and words.tokens[last].joined
        and words.tokens[last].is_capital
        and not words.tokens[last].begins
    ):
        last += 1
    return last
