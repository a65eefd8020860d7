"""Finds a name again elsewhere in the same submission. Between submissions nothing is remembered."""

from collections.abc import Collection, Iterator

from privacy.detectors.common_words import is_common
from privacy.detectors.cues import LEADS, bare_of, looks_like_verb
from privacy.detectors.kinds import Kind, Span
from privacy.detectors.lists import (
    fold,
    is_mostly_a_name,
    is_surname,
    is_word,
)
from privacy.detectors.tokens import Token, Words
from privacy.detectors.whole_names import MONTHS, Name
from privacy.detectors.words import (
    FUNCTION,
    KIN,
    NICKNAMES,
    ORDINARY,
    PRONOUNS,
    ROLES,
)


def parts_of(tokens: list[Token], name: Name) -> Iterator[str]:
    """Give the words of a name by which it is known again elsewhere in the submission."""
    for token in tokens[name.first : name.last]:
        folded = fold(token.lower)
        plain = token.lower in NICKNAMES and name.last - name.first > 1
        month = token.lower in MONTHS and name.last - name.first == 1  # "Zijn vrouw Mei"
        known = month or token.lower not in LEADS | FUNCTION | ROLES
        if not token.is_initials and len(folded) > 2 and not plain and known:
            yield folded
            if bare_of(folded) != folded and not is_surname(folded):
                yield bare_of(folded)


def remembered(words: Words, passed: Collection[int], memory: Collection[str]) -> Iterator[Span]:
    """Find the words that are a name elsewhere in the same submission."""
    for number, token in enumerate(words.tokens):
        if number in passed or len(token.lower) < 3 or token.is_initials:
            continue
        folded = fold(token.lower)
        known = folded in memory or bare_of(folded) in memory
        if not known and "-" in folded:
            known = folded.partition("-")[0] in memory
        if not known:
            continue
        asks = token.begins and token.lower in ORDINARY and words.word(number + 1) in PRONOUNS
        # "Roos haar moeder" is hers.
        asks = asks and not (words.word(number + 1) in {"haar", "zijn"} and words.word(number + 2) in KIN)
        written_small = not token.is_capital or words.is_blind
        sure = is_mostly_a_name(token.lower) or not is_common(token.lower)
        sure = sure or looks_like_verb(words.before(number))  # "sinds november slaapt roos met de deur op slot"
        sure = sure or (token.begins and looks_like_verb(words.word(number + 1)) and not token.lower.endswith("en"))
        ordinary = is_word(token.lower) and written_small and not (sure and words.is_blind)
        if not ordinary and not asks:
            yield Span(token.start, token.end, Kind.PERSON)
