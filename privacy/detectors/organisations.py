"""Finds named employers, shops, clubs, schools and practices: a word for what it is, and the name behind or before it.

What the network itself is made of (partners, municipalities, national bodies) is known and passes.
"""

import re
from collections.abc import Collection, Iterator

from privacy.detectors.kinds import Kind, Span
from privacy.detectors.lists import fold, is_direct, is_first_name, is_word
from privacy.detectors.tokens import Token, Words
from privacy.detectors.words import (
    ARTICLES,
    BEHIND_A_BUSINESS,
    BUSINESSES_ALONE,
    EMPLOYERS,
    FUNCTION,
    PRACTICES,
    ROLES,
    SCHOOLS,
    TITLES,
    VERBS,
    ends_in,
)

_KINDS = ((Kind.SCHOOL, SCHOOLS), (Kind.PRACTICE, PRACTICES), (Kind.EMPLOYER, EMPLOYERS))
# Behind these an unknown name with a capital is where somebody works or goes.
_WORKS = re.compile(
    r"\b(?:werk|werkt|werkte|werken|gewerkt|baan|dienst|stage|loopt stage|ontslagen|aangenomen|gaat|zit|les|lid|voetbalt|traint|speelt|winkelt|personeel|eigenaar|baas|chef|collega's|kassa|magazijn|nachtdienst|uitzendkracht)\b[^.!?\n]{0,30}\b(?:bij|van|op|voor|achter)\s(?:de\s|het\s)?$",
    re.IGNORECASE,
)
_LEGAL = frozenset({"bv", "b.v", "nv", "n.v", "vof", "v.o.f"})
_ARTICLES = ARTICLES | {"d'", "la", "le", "el", "in", "op", "aan", "ter", "ten", "van"}
_LONGEST = 5


def organisations_in(words: Words, passed: Collection[int]) -> Iterator[tuple[int, int, Span]]:
    """Find named organisations, each with the numbers of its words."""
    tokens, number = words.tokens, 0
    while number < len(tokens):
        first, last, kind = number, number, _kind(tokens[number])
        if kind and number not in passed:
            last = _tail(words, number, passed)
            if last == number and tokens[number].lower in BEHIND_A_BUSINESS | {"school", "praktijk"}:
                first = _head(words, number, passed)
                last = number + 1 if first < number else number
        elif number not in passed and _is_work(words, number):
            last, kind = _work_tail(words, number, passed), Kind.EMPLOYER
        if last > number and kind:
            yield first, last, Span(tokens[first].start, tokens[last - 1].end, kind)
        number = max(last, number + 1)


def _kind(token: Token) -> Kind | None:
    """Give what kind of organisation a word stands for."""
    if len(token.lower) < 2 or token.is_initials:
        return None
    for kind, endings in _KINDS:
        if ends_in(token.lower, endings) and (is_word(token.lower) or len(token.lower) < 5):
            return kind
    return None


def _tail(words: Words, number: int, passed: Collection[int]) -> int:
    """Give how far the name behind such a word goes; the same number when it has none."""
    tokens = words.tokens
    at = number + 1
    while (
        at < len(tokens)
        and at - number < 3
        and tokens[at].joined
        and at not in passed
        and tokens[at].lower in _ARTICLES
    ):
        at += 1
    if at >= len(tokens) or at in passed or not tokens[at].joined:
        return number
    if words.is_small or words.is_shouted:
        return _blind_tail(words, number, at)
    articled = at > number + 1
    if articled and not tokens[number + 1].is_capital and tokens[number + 1].lower != "'t":
        # "de kerk in Someren", "het bedrijf van Jansen": what stands behind is a place or a person, not its name.
        return number
    last = at
    while (
        last < len(tokens)
        and last - at < _LONGEST
        and tokens[last].joined
        and _names(tokens, last, first=last == at, number=number)
    ):
        last += 1
    while last > at and tokens[last - 1].lower in _ARTICLES | {"en"}:
        last -= 1
    return last if last > at else number


def _names(tokens: list[Token], at: int, *, first: bool, number: int) -> bool:
    """Tell whether a word belongs to the name of an organisation."""
    token = tokens[at]
    if token.is_initials:
        return True
    if token.lower in _ARTICLES | {"en"} and not first:
        return at + 1 < len(tokens) and tokens[at + 1].joined and tokens[at + 1].is_capital
    if not token.is_capital or token.begins or token.lower in FUNCTION - _ARTICLES or token.lower in ROLES:
        return False
    if first and tokens[number].lower in BUSINESSES_ALONE and is_first_name(fold(token.lower)):
        return False  # "bakker Jan": a person by his trade.
    return not (token.is_shouted and len(token.lower) < 4)


def _blind_tail(words: Words, number: int, at: int) -> int:
    """Give how far the name goes where capitals tell nothing: an article and one word, or one word that is no Dutch."""
    tokens = words.tokens
    token = tokens[at]
    if (
        token.lower in FUNCTION
        or token.lower in VERBS
        or tokens[number].lower in BUSINESSES_ALONE
        or token.lower in TITLES
    ):
        return number
    articled = at == number + 2 and tokens[number + 1].lower in {"de", "het", "'t"}
    if not is_word(token.lower):
        return at + 1
    ends = not token.after.isalnum() or (
        at + 1 < len(tokens) and tokens[at + 1].lower in VERBS | {"en", "in", "is", "om", "maar", "want", "dat"}
    )
    noun = is_direct(token.lower) and len(token.lower) > 2
    return at + 1 if articled and ends and noun and words.is_shouted else number


def _head(words: Words, number: int, passed: Collection[int]) -> int:
    """Give where a name before such a word begins: "Varendonck College", "Peeters Transport"."""
    first = number
    while first and number - first < 3 and words.tokens[first].joined and first - 1 not in passed:
        before = words.tokens[first - 1]
        if (
            not before.is_capital
            or before.lower in FUNCTION
            or words.is_shouted
            or (before.begins and is_word(before.lower))
        ):
            break
        first -= 1
    return first if words.tokens[number].is_capital else number


def _is_work(words: Words, number: int) -> bool:
    """Tell whether an unknown word with a capital stands where somebody works."""
    token = words.tokens[number]
    if (
        words.is_small
        or words.is_shouted
        or not token.is_capital
        or token.begins
        or not token.joined
        or token.is_initials
    ):
        return False
    if is_first_name(fold(token.lower)) or token.lower in FUNCTION:
        return token.lower in {"de", "het"} and bool(_WORKS.search(words.plain, max(0, token.start - 60), token.start))
    return bool(_WORKS.search(words.plain, max(0, token.start - 60), token.start))


def _work_tail(words: Words, number: int, passed: Collection[int]) -> int:
    tokens, last = words.tokens, number
    while (
        last < len(tokens)
        and last - number < _LONGEST
        and last not in passed
        and (last == number or tokens[last].joined)
    ):
        token = tokens[last]
        if not (
            token.is_initials or (token.is_capital and (last == number or not token.begins)) or token.lower in _LEGAL
        ):
            break
        last += 1
    return last if last > number and not (last == number + 1 and tokens[number].lower in _ARTICLES) else number
