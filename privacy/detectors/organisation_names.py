"""Tells what kind of organisation a word stands for, and how far the name behind it goes: "kwekerij De Peel"."""

from collections.abc import Collection

from privacy.detectors.kinds import Kind
from privacy.detectors.lists import (
    fold,
    is_first_name,
    is_prefixed_surname,
    is_word,
)
from privacy.detectors.small_organisations import small_tail
from privacy.detectors.small_practices import SMALL_ARTICLES
from privacy.detectors.tokens import Token, Words
from privacy.detectors.words import (
    ARTICLES,
    BUSINESSES_ALONE,
    EMPLOYERS,
    FUNCTION,
    PRACTICES,
    REGIONS,
    ROLES,
    SCHOOLS,
    TITLES,
    ends_in,
)
from privacy.detectors.workplaces import (
    ARTICLES_OF_NAMES,
    LEGAL,
    LONGEST,
    is_linked,
)

# By the whole word, and by how it ends: "mustafa" is no firm for its "fa".
_KINDS = tuple(
    (kind, heads, frozenset(head for head in heads if len(head) > 3))
    for kind, heads in ((Kind.SCHOOL, SCHOOLS), (Kind.PRACTICE, PRACTICES), (Kind.EMPLOYER, EMPLOYERS))
)


def kind_of(token: Token) -> Kind | None:
    """Give what kind of organisation a word stands for."""
    if len(token.lower) < 2 or token.is_initials:
        return None
    if token.lower == "hoed" and not token.is_shouted:
        return None  # In capitals it is "huisartsen onder één dak".
    last = token.lower.rpartition("-")[2]
    for kind, heads, endings in _KINDS:
        if last in heads or ends_in(token.lower, endings):
            whole = last in heads or not token.is_capital or is_word(token.lower) or stem_of(token.lower)
            return kind if whole else None
    return None


def stem_of(lower: str) -> str:
    """Give what stands before "school" or "college" in one word; nothing when no such word is in it."""
    return next((lower.removesuffix(tail) for tail in ("school", "college", "lyceum") if lower.endswith(tail)), "")


def named_tail(words: Words, number: int, passed: Collection[int]) -> int:
    """Give how far the name behind such a word goes; the same number when it has none."""
    tokens = words.tokens
    at = number + 1
    articles = SMALL_ARTICLES if words.is_blind else ARTICLES_OF_NAMES
    while (
        at < len(tokens) and at - number < 3 and tokens[at].joined and at not in passed and tokens[at].lower in articles
    ):
        at += 1
    # "Kwekerij De Peel", "kwekerij peelland" are called after the region, which passes by itself.
    known = at in passed and not (at > number + 1 and tokens[at - 1].is_capital and not words.is_blind)
    if known and tokens[at].lower in REGIONS and words.before(at) == tokens[number].lower:
        return _region_end(words, at)
    if at >= len(tokens) or known or not (tokens[at].joined or is_linked(words, at)):
        return number
    kind = kind_of(tokens[number])
    if words.is_blind:
        return small_tail(words, number, at, kind)
    if at > number + 1 and not _is_article_of_name(words, number, at):
        if kind is not Kind.EMPLOYER and _is_articled(words, number, at):
            return at + 1  # "praktijk de Beuk"
        # "de kerk in Someren", "het bedrijf van Jansen": what stands behind is a place or a person, not its name.
        return number
    return _capitals_end(words, number, at, passed)


def _is_article_of_name(words: Words, number: int, at: int) -> bool:
    """Tell whether what stands between belongs to the name: "De", "'t", "Aan de"."""
    head, behind = words.tokens[number], words.tokens[number + 1]
    beside = head.is_capital and not head.begins and behind.lower in {"aan", "op", "in"}
    return behind.is_capital or behind.lower == "'t" or (beside and at > number + 2)


def _capitals_end(words: Words, number: int, at: int, passed: Collection[int]) -> int:
    """Give how far the words with a capital go from `at` on; the number of the word for what it is when there are none."""
    tokens, last = words.tokens, at
    while (
        last < len(tokens)
        and last - at < LONGEST
        and (last not in passed or last == at or tokens[last].lower in REGIONS)
        and _names(words, last, first=last == at, number=number)
    ):
        last += 1
    while last > at and tokens[last - 1].lower in ARTICLES_OF_NAMES | {"en"}:
        last -= 1
    return last if last > at else number


def _region_end(words: Words, at: int) -> int:
    """Give how far a name goes that has a region in it: "Peelland", "Peel en Maas"."""
    both = words.word(at + 1) == "en" and at + 2 < len(words.tokens)
    capital = both and (words.tokens[at + 2].is_capital or words.is_blind) and words.tokens[at + 2].joined
    return at + 3 if capital and words.tokens[at].is_capital else at + 1


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


def answered_tail(words: Words, number: int, passed: Collection[int]) -> int:
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
    told = told or (len(name) > 1 and name[0] in ARTICLES)  # "de wolwinkel, Het Bolletje?"
    apart = tokens[last - 1].after in {",", "?", "."}
    return last if (label and (told or len(name) > 1)) or (apart and told) else number


def _names(words: Words, at: int, *, first: bool, number: int) -> bool:
    """Tell whether a word belongs to the name of an organisation."""
    tokens, token = words.tokens, words.tokens[at]
    if not (token.joined or is_linked(words, at)):
        return False
    if token.lower in ARTICLES_OF_NAMES | {"en"} and not first:
        return at + 1 < len(tokens) and tokens[at + 1].joined and tokens[at + 1].is_capital
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    # "Kringloopwinkel Tweede Ronde", but not "de winkel Wij".
    counts = token.lower.endswith("de") and bool(behind and behind.joined and behind.is_capital)
    if token.is_initials or not token.is_capital or token.begins or (token.lower in ROLES and not counts):
        return token.is_initials
    # "bakker Jan" is a person by his trade.
    person = tokens[number].lower in BUSINESSES_ALONE and is_first_name(fold(token.lower))
    if first and (person or (token.lower in FUNCTION and not counts and not tokens[at - 1].is_capital)):
        return False
    # "voetbalclub SV Peelboys", but "bedrijf BV" is no name.
    named = bool(behind and behind.joined and behind.is_capital and not behind.is_shouted)
    # "Klusbedrijf RTS", but not "bedrijf BV".
    sure = first and len(tokens[number].lower) > 7 and token.lower not in LEGAL
    return not (token.is_shouted and len(token.lower) < 4) or (first and named) or sure
