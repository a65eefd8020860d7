"""Tells whether a word of which sentences are full is somebody: "mevrouw Kort", "Ben belt", "zijn vrouw Door"."""

from privacy.detectors.announced import TITLES_OF_PEOPLE, Announced
from privacy.detectors.cues import is_title
from privacy.detectors.lists import (
    fold,
    is_first_name,
    is_prefixed_surname,
    is_surname,
)
from privacy.detectors.words import (
    ARTICLES,
    FINITE,
    FUNCTION,
    HONORIFICS,
    KIN,
    ORDINARY,
    PREFIXES,
    PRONOUNS,
    ROLES,
)

# Names that a sentence is full of as words; with a capital behind a title or a given name they are names.
BEHIND_AM = frozenset({"net", "er", "nog", "nu", "pas", "al", "ook", "weer", "bang", "benieuwd", "wel", "zelf"})
_MONTHS_AND_BEN = frozenset({"ben", "mei", "juni", "juli", "maart", "april", "augustus"})


class WordNames(Announced):
    """Reads words that are names as well."""

    def is_function_word_a_name(self, number: int, cue: str | None) -> bool:
        """Tell whether a word of which sentences are full is a name: "mevrouw Kort", "Ben belt"."""
        token = self.tokens[number]
        titled = (
            cue == "title" and self.title_before(number) in TITLES_OF_PEOPLE and token.is_capital and not self.blind
        )
        if titled and not token.begins and token.lower not in PREFIXES | PRONOUNS:
            return True
        if self.is_titled_behind_prefix(number) if self.blind else self._is_word_for_name(number):
            return True
        if cue == "label" and self.word(number - 1) in PREFIXES and token.is_capital and not self.blind:
            return True  # "Achternaam: van der Pas"
        if self.words.before(number) == "ik":
            return False  # "Ik ben de buurman van henk"
        return token.lower in _MONTHS_AND_BEN and self._is_month_name(number)

    def _is_word_for_name(self, number: int) -> bool:
        """Tell whether a preposition with a capital is somebody: "zijn vrouw Door stierf", "Door is 97"."""
        token = self.tokens[number]
        if not token.is_capital or token.is_shouted or token.lower in PREFIXES | ARTICLES:
            return False
        if self.words.before(number) in {"ter", "ten"}:  # "dr. Ter Haar"
            return self.tokens[number - 1].is_capital and is_title(self.words.before(number - 1), ".")
        if token.lower in PRONOUNS:
            return False
        kin = self.words.before(number) in KIN and not token.begins
        heads = token.begins and token.lower == "door" and self.word(number + 1) in FINITE
        return heads or (kin and (self.verb_follows(number) or not token.after.isalnum()))

    def is_titled_behind_prefix(self, number: int) -> bool:
        """Tell whether "DE HEER DE GOEDE WEIGERT" stands there: a form of address, a prefix, and a verb or a mark behind."""
        surname = self.word(number - 1) in {"de", "den", "der"} and is_prefixed_surname(fold(self.word(number)))
        lettered = len(self.word(number - 2)) == 1 and self.between(number - 1).startswith(".")
        titled = self.title_before(number) in HONORIFICS and self.ends_or_goes_on(number)
        # Behind initials a mark is enough, as in "j. de laat (politie)".
        return surname and (titled or (lettered and not self.tokens[number].after.isalnum()))

    def is_ben(self, number: int) -> bool:
        """Tell whether "ben" is somebody where capitals tell nothing: "ben jansen", "ben komt", not "ben bij bertha"."""
        behind = self.word(number + 1)
        surname = (
            is_surname(fold(behind)) and not is_first_name(fold(behind)) and behind not in ROLES | FUNCTION | BEHIND_AM
        )
        return self.words.before(number) != "ik" and (surname or self.verb_follows(number))

    def _is_month_name(self, number: int) -> bool:
        """Tell whether "Ben" or "Mei" is meant as a name: a capital, and a verb behind it or a title before it."""
        token = self.tokens[number]
        if not token.is_capital or self.blind:
            return False
        before = self.words.before(number)
        kin = before in KIN and self.between(number) == " "  # "Zijn vrouw Mei"
        named = (
            kin
            or is_title(before, ".")
            or (is_first_name(fold(before)) and before not in ORDINARY and self.tokens[number - 1].is_capital)
        )
        return (
            self.cue(number) == "title"
            or named
            or (
                token.lower == "ben"
                and self.word(number + 1) not in BEHIND_AM
                and (self.verb_follows(number) or not token.begins)
            )
        )
