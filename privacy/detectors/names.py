"""Finds names of people among the words of a text, by word list, name lists, titles, roles and what stands beside them.

A role is no name: "mevrouw X", "persoon A", "meneer en mevrouw", "de dokter" pass. What is found in one text of a
submission is found in the others too, and forgotten with the answer.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from privacy.detectors.kinds import Kind, Span
from privacy.detectors.lists import fold, is_direct, is_first_name, is_mostly_a_name, is_surname, is_word
from privacy.detectors.tokens import Token, Words
from privacy.detectors.words import (
    ARTICLES,
    CALLED,
    FUNCTION,
    LABELS,
    ORDINARY,
    PREFIXES,
    PREPOSITIONS,
    PRONOUNS,
    ROLES,
    TITLES,
    VERBS,
)

_LONGEST_PREFIX = 3
_CUTS = frozenset({"", "."})
_NEXT_TO_NAMES = frozenset(
    {
        "bij",
        "met",
        "van",
        "aan",
        "voor",
        "tegen",
        "door",
        "naar",
        "en",
        "of",
        "om",
        "dat",
        "als",
        "toen",
        "omdat",
        "zoals",
    }
)
Cue = str


class Name(NamedTuple):
    """A name by the numbers of its words, the last one not included."""

    first: int
    last: int
    hard: bool


class Reader:
    """Reads one text for names. `passed` are the words that belong to something else: a known name, a place, a school."""

    def __init__(self, words: Words, passed: Collection[int]) -> None:
        """Take the words of the text."""
        self.words = words
        self.tokens = words.tokens
        self.passed = passed
        # In a text without capitals, or in nothing else, a capital tells nothing.
        self.blind = words.is_shouted or words.is_small

    def names(self) -> Iterator[Name]:
        """Give the names, in order."""
        number = 0
        while number < len(self.tokens):
            if number in self.passed or not self._is_name(number):
                number += 1
                continue
            name = self._grown(number)
            yield name
            number = max(name.last, number + 1)

    # --- is this word a name? -----------------------------------------------------------------------------------

    def _is_name(self, number: int) -> bool:
        """Tell whether a word is a name, by its own looks or by what stands before it."""
        token = self.tokens[number]
        if token.is_initials:
            return self._initials_name(number)
        if len(token.lower) < 2 or (token.lower in FUNCTION and not self._is_ben(number)):
            return False
        cue = self._cue(number)
        if cue and self._is_called(number, cue):
            return True
        if self.blind:
            return self._stands_out(number)
        if not token.is_capital:
            return self._is_small_name(number)
        return self._begins_with_name(number) if token.begins else self._is_capital_name(number)

    def _is_ben(self, number: int) -> bool:
        """Tell whether "Ben", "Mei", "Juni" is meant as a name: with a capital and a verb behind it."""
        token = self.tokens[number]
        return token.lower == "ben" and token.is_capital and self._verb_follows(number)

    def _initials_name(self, number: int) -> bool:
        """Tell whether initials stand before a surname (a prefix may stand between), or behind a title."""
        many = sum(character.isupper() for character in self.tokens[number].text) > 1
        behind = self._past_prefix(number + 1)
        if behind < len(self.tokens) and behind not in self.passed and self.tokens[behind].joined:
            token = self.tokens[behind]
            plain = token.lower in FUNCTION or token.lower in ROLES or (token.begins and not token.joined)
            known = is_word(token.lower) and not (is_surname(fold(token.lower)) or many)
            if (token.is_capital or behind > number + 1) and not plain and not known and len(token.lower) > 1:
                return True
        return many and self._cue(number) is not None

    def _is_capital_name(self, number: int) -> bool:
        """Tell whether a word with a capital in mid-sentence is a name: no Dutch word, or a word in a list of names."""
        token = self.tokens[number]
        folded = fold(token.lower)
        if token.is_shouted:
            # "CJG", "ADHD": an abbreviation. Longer, or known as a name, it is somebody who shouts.
            named = is_first_name(folded) or is_surname(folded)
            return named and not is_word(token.lower) and len(token.lower) > 3
        if any(character.isupper() for character in token.text[1:]) and "-" not in token.text and "'" not in token.text:
            return is_surname(folded)  # "McDonald" is a name, "WhatsApp" is not.
        if is_first_name(folded) or is_surname(folded):
            return not self._is_heading(number)
        return not self._is_known(token.lower)

    def _begins_with_name(self, number: int) -> bool:
        """Tell whether a sentence begins with a name: then a verb, a surname or initials follow, or the word is nothing else."""
        token, folded = self.tokens[number], fold(self.tokens[number].lower)
        if token.is_shouted and len(token.lower) < 5:
            return False
        if self._surname_follows(number):
            return is_first_name(folded) or not is_word(token.lower)
        first, known = is_first_name(folded), self._is_known(token.lower)
        if not known:
            if token.after == ":" and not first:
                return False
            if first or self._is_genitive(number):
                return True
            return self._verb_follows(number) or (is_surname(folded) and token.after in {",", ".", "("})
        if not first or token.lower in ROLES:
            return self._is_genitive(number)
        if token.lower in ORDINARY or not is_direct(token.lower):
            return self._verb_follows(number)
        return token.after not in {":"}

    def _is_small_name(self, number: int) -> bool:
        """Tell whether a word in small letters, in a text that has capitals, is a name: no word at all, and in a list."""
        lower = self.tokens[number].lower
        return len(lower) > 2 and not is_word(lower) and is_first_name(fold(lower))

    def _stands_out(self, number: int) -> bool:
        """Tell whether a word is a name in a text where capitals tell nothing."""
        token = self.tokens[number]
        lower, folded = token.lower, fold(token.lower)
        first, surname = is_first_name(folded), is_surname(folded)
        if not self._is_known(lower):
            if first or (surname and len(lower) > 3):
                return True
            return len(lower) > 3 and self._is_beside_name(number)
        if lower in ORDINARY or not is_mostly_a_name(lower):
            return first and self._surname_follows(number)
        before = self.tokens[number - 1].lower if number and token.joined else ""
        return before in _NEXT_TO_NAMES or self._verb_follows(number) or self._surname_follows(number) or token.begins

    def _is_beside_name(self, number: int) -> bool:
        """Tell whether an unknown word stands right behind a given name, or right before a surname that is no word."""
        if number and self.tokens[number].joined:
            before = self.tokens[number - 1].lower
            if is_mostly_a_name(before) or (is_first_name(fold(before)) and before not in ORDINARY):
                return True
        behind = self.tokens[number + 1] if number + 1 < len(self.tokens) else None
        return bool(behind and behind.joined and is_surname(fold(behind.lower)) and not is_word(behind.lower))

    def _is_heading(self, number: int) -> bool:
        """Tell whether a word that is both stands before a colon, as a label does."""
        token = self.tokens[number]
        return token.after == ":" and is_word(token.lower) and not is_mostly_a_name(token.lower)

    def _is_known(self, lower: str) -> bool:
        """Tell whether a word is Dutch, also as the genitive of nothing."""
        return is_word(lower)

    def _is_genitive(self, number: int) -> bool:
        """Tell whether it is "Bilals", "Tim's" or "Hans'" before something that is theirs."""
        token = self.tokens[number]
        bare = bare_of(token.lower)
        behind = self.tokens[number + 1] if number + 1 < len(self.tokens) else None
        return (
            bare != token.lower and is_mostly_a_name(bare) and bool(behind and behind.joined and not behind.is_capital)
        )

    # --- what stands before and behind ---------------------------------------------------------------------------

    def _cue(self, number: int) -> Cue | None:
        """Give what announces a name right before a word ("title", "role", "called", "label"); None for nothing."""
        at = number
        for _ in range(_LONGEST_PREFIX + 1):
            if not at:
                return None
            before, token = self.tokens[at - 1], self.tokens[at]
            between = self.words.plain[before.end : token.start].strip()
            if between == ":" and at == number:
                return "label" if before.lower in LABELS or before.lower in ROLES else None
            if between not in _CUTS or self.words.plain[before.end : token.start].count("\n") > 1:
                return None
            if before.lower in TITLES and (before.lower not in {"hr", "ir", "mr", "ds"} or between == "."):
                return "title"
            if between == "." and len(before.lower) > 3:
                return None
            if at == number and before.lower in ROLES:
                return "role"
            if at == number and (before.lower in CALLED or (before.lower == "is" and self._word(at - 2) in CALLED)):
                return "called"
            if before.lower not in PREFIXES and before.lower not in PREPOSITIONS:
                return None
            at -= 1
        return None

    def _word(self, number: int) -> str:
        return self.tokens[number].lower if 0 <= number < len(self.tokens) else ""

    def _is_called(self, number: int, cue: Cue) -> bool:
        """Tell whether a word behind a title, a role or "heet" is a name."""
        token = self.tokens[number]
        lower, folded = token.lower, fold(token.lower)
        if (
            lower in ROLES
            or lower in TITLES
            or lower in PREFIXES
            or lower in PRONOUNS
            or (token.begins and cue != "label")
        ):
            return False
        first, surname, word = is_first_name(folded), is_surname(folded), self._is_known(lower)
        behind_prefix = number > 0 and self._word(number - 1) in PREFIXES | PREPOSITIONS
        if token.is_capital and not self.blind:
            if cue == "title":
                return not behind_prefix or first or surname or not word or self._word(number - 1) in ARTICLES
            return first or surname or not word or cue == "called"
        if lower in VERBS or lower in FUNCTION:
            return False
        if cue == "title":
            return (
                not word
                or (surname and lower not in ORDINARY and not self._looks_like_verb(lower))
                or (surname and behind_prefix)
            )
        if not word:
            return first or surname or cue == "called" or (len(lower) > 3 and self._verb_follows(number))
        return is_mostly_a_name(lower) and (cue != "role" or self._ends_or_goes_on(number))

    def _ends_or_goes_on(self, number: int) -> bool:
        """Tell whether behind a word stands a verb, "en", a mark or nothing, as behind a name."""
        token = self.tokens[number]
        return not token.after.isalnum() or self._word(number + 1) == "en" or self._verb_follows(number)

    def _verb_follows(self, number: int) -> bool:
        """Tell whether a finite verb stands right behind a word, and no question is asked ("Wil je")."""
        if number + 1 >= len(self.tokens):
            return False
        behind = self.tokens[number + 1]
        if not behind.joined or (behind.is_capital and not self.blind):
            return False
        return behind.lower not in PRONOUNS and self._looks_like_verb(behind.lower)

    def _looks_like_verb(self, lower: str) -> bool:
        """Tell whether a word looks like the finite form of a known verb."""
        if lower in VERBS:
            return True
        if len(lower) > 3 and lower.endswith("t"):
            return is_direct(lower[:-1] + "en") or is_direct(lower + "en")
        return len(lower) > 4 and lower.endswith(("de", "te")) and is_direct(lower[:-2] + "en")

    def _surname_follows(self, number: int) -> bool:
        """Tell whether a surname stands right behind a word, a prefix may stand between."""
        behind = self._past_prefix(number + 1)
        if behind >= len(self.tokens) or behind in self.passed or not self.tokens[behind].joined:
            return False
        token = self.tokens[behind]
        lower, folded = token.lower, fold(token.lower)
        if token.is_initials:
            return True
        if lower in FUNCTION or lower in ROLES or len(lower) < 2 or lower in VERBS:
            return False
        if self.blind:
            return (
                is_surname(folded)
                and (behind > number + 1 or not is_word(lower) or self._ends_or_goes_on(behind))
                and (lower not in ORDINARY)
            )
        return (
            token.is_capital and not token.begins and (is_surname(folded) or not is_word(lower) or behind > number + 1)
        )

    def _past_prefix(self, number: int) -> int:
        """Give the number of the first word from here on that is no prefix ("van der", "in 't", "el")."""
        at = number
        while at < len(self.tokens) and at < number + _LONGEST_PREFIX and self.tokens[at].joined:
            lower = self.tokens[at].lower
            if lower in PREFIXES or (lower in PREPOSITIONS and self._word(at + 1) in ARTICLES):
                at += 1
            else:
                break
        return at

    # --- how far does a name go? ---------------------------------------------------------------------------------

    def _grown(self, number: int) -> Name:
        """Give the whole name to which a word belongs."""
        first, last = self._grown_left(number), number + 1
        while last < len(self.tokens):
            longer = self._grown_right(last)
            if longer == last:
                break
            last = longer
        return Name(first, last, self._is_whole(first, last))

    def _grown_left(self, number: int) -> int:
        """Give the number of the first word of a name: its prefixes, where they are part of it."""
        first = number
        while (
            first
            and number - first < _LONGEST_PREFIX
            and self.tokens[first].joined
            and self._word(first - 1) in PREFIXES | PREPOSITIONS
        ):
            first -= 1
        while first < number and self._word(first) in PREPOSITIONS and self._word(first + 1) not in ARTICLES:
            first += 1
        if first == number:
            return number
        titled = self._cue(number) == "title"
        chain = [self._word(at) for at in range(first, number)]
        capital = self.tokens[first].is_capital and not self.tokens[first].begins and not self.blind
        token = self.tokens[number]
        surname = is_surname(fold(token.lower)) and not is_first_name(fold(token.lower))
        if (
            titled
            or capital
            or (len(chain) > 1 and surname)
            or (chain[-1] in {"el", "al", "ben", "de"} and surname and is_word(token.lower))
        ):
            return first
        return number

    def _grown_right(self, last: int) -> int:
        """Give how far a name goes on behind what is known of it; the same number when it does not."""
        token = self.tokens[last]
        if not token.joined or last in self.passed:
            return last
        if token.is_initials or (len(token.text) == 1 and token.text.isupper() and not self.words.is_shouted):
            single = sum(character.isupper() for character in token.text) == 1
            return last + 1 if (single and self._word(last + 1) not in ("", "is")) or token.is_initials else last
        behind = self._past_prefix(last)
        if behind >= len(self.tokens) or behind in self.passed or (behind > last and not self.tokens[behind].joined):
            return last
        return behind + 1 if self._goes_on(behind, prefixed=behind > last) else last

    def _goes_on(self, number: int, *, prefixed: bool) -> bool:
        """Tell whether a word right behind a name belongs to it."""
        token = self.tokens[number]
        lower, folded = token.lower, fold(token.lower)
        if token.is_initials:
            return not prefixed
        if len(lower) < 2 or lower in FUNCTION or lower in ROLES or lower in PREFIXES:
            return False
        if token.is_capital and not self.blind:
            return not token.is_shouted or len(lower) > 4
        if lower in VERBS or (not prefixed and self._looks_like_verb(lower) and is_word(lower)):
            return False
        if not is_word(lower):
            return is_surname(folded) or is_first_name(folded) or prefixed or self.blind
        if prefixed:
            return is_surname(folded) and self._word(number - 1) not in {"in", "op", "aan", "bij"}
        return self.blind and is_surname(folded) and lower not in ORDINARY and self._ends_or_goes_on(number)

    def _is_whole(self, first: int, last: int) -> bool:
        """Tell whether a name has a given name or initials and a surname: then it leads to one person."""
        tokens = self.tokens[first:last]
        names = [
            token
            for token in tokens
            if not token.is_initials and len(token.lower) > 1 and token.lower not in PREFIXES | PREPOSITIONS
        ]
        initials = [token for token in tokens if token.is_initials]
        if initials and names:
            many = sum(character.isupper() for character in initials[0].text) > 1
            return tokens[0].is_initials or many or len(names) > 1
        return len(names) > 1 and tokens[0].lower not in PREFIXES


def bare_of(lower: str) -> str:
    """Give a name without the ending that makes it somebody's: "bilals", "tim's", "hans'"."""
    for ending in ("'s", "s'", "'"):
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return lower[: -len(ending)] + ("s" if ending == "s'" else "")
    return lower[:-1] if lower.endswith("s") and len(lower) > 3 else lower


def parts_of(tokens: list[Token], name: Name) -> Iterator[str]:
    """Give the words of a name by which it is known again elsewhere in the submission."""
    for token in tokens[name.first : name.last]:
        folded = fold(token.lower)
        if not token.is_initials and len(folded) > 2 and token.lower not in PREFIXES | PREPOSITIONS | FUNCTION | ROLES:
            yield folded
            if bare_of(folded) != folded and not is_surname(folded):
                yield bare_of(folded)


def remembered(words: Words, passed: Collection[int], memory: Collection[str]) -> Iterator[Span]:
    """Find the words that are a name elsewhere in the same submission."""
    blind = words.is_shouted or words.is_small
    for number, token in enumerate(words.tokens):
        if number in passed or len(token.lower) < 3 or token.is_initials:
            continue
        folded = fold(token.lower)
        known = folded in memory or bare_of(folded) in memory
        if not known and "-" in folded:
            known = folded.partition("-")[0] in memory
        behind = words.tokens[number + 1].lower if number + 1 < len(words.tokens) else ""
        asks = token.begins and token.lower in ORDINARY and behind in PRONOUNS
        ordinary = (
            is_word(token.lower) and (not token.is_capital or blind) and not (is_mostly_a_name(token.lower) and blind)
        )
        if known and not ordinary and not asks:
            yield Span(token.start, token.end, Kind.PERSON)
