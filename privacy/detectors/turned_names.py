"""Reads names as a list or a form has them: "Bakker, J.", "van den Berg, Fatima", "AMJ de Groot"."""

from privacy.detectors.common_words import is_common
from privacy.detectors.initials import Initials
from privacy.detectors.lists import (
    fold,
    is_first_name,
    is_mostly_a_name,
    is_prefixed_surname,
    is_surname,
    is_word,
    places,
)
from privacy.detectors.words import FUNCTION, KIN, PREFIXES, ROLES, VERBS

# Letters without a full stop that stand before a surname: more than these are an organisation.
_MOST_LETTERS = 4
# One letter that is a word by itself.
_WORDS_OF_ONE = frozenset("ensut")
_NO_SURNAME = ROLES | FUNCTION | VERBS
_NO_GIVEN_NAME = FUNCTION | ROLES | PREFIXES
_OTHER_ROLES = ROLES - KIN


class TurnedNames(Initials):
    """Reads a surname before its initials or given name, and initials without full stops."""

    def turned_round(self, number: int) -> int:
        """Give how far a name goes of which the surname, or letters without full stops, begin here; the number for none."""
        token = self.tokens[number]
        if token.is_initials or number in self.passed:
            return number
        return self._lettered(number) or self._small_lettered(number) or self._surname_first(number) or number

    def _surname_first(self, number: int) -> int:
        """Give how far "van den Berg, J. (Sanne)" goes; 0 for none."""
        at = self.past_prefix(number + 1) if self.word(number) in PREFIXES else number
        if at + 1 >= len(self.tokens) or not {at, at + 1}.isdisjoint(self.passed):
            return 0
        apart = self.between(at + 1)
        if apart.strip() != "," or "\n" in apart or self.tokens[at + 1].begins:
            return 0
        # "Naam deelnemer: Zondag, P.": behind a colon any word with a capital is a surname, with initials behind it.
        filled = at == number and number > 0 and self.between(number) == ": " and self.tokens[at + 1].is_initials
        filled = filled and self.tokens[at].is_capital and not self.blind
        if (at > number and not self.tokens[at].joined) or not (
            filled or self._can_be_surname(at, prefixed=at > number)
        ):
            return 0
        end = self._initials_end(at + 1) if self._is_letters(at + 1) else self._given_end(number, at + 1)
        # "Aanwezig: Ria, Peter Berkvens", "Thea, R. Soekhoe" are two people.
        return 0 if self._is_surname_from(end) else end

    def _initials_end(self, at: int) -> int:
        """Give how far initials go behind a surname, with the given name in brackets."""
        end = at + 1
        given = end < len(self.tokens) and self.between(end).strip() == "(" and self._can_be_given(end)
        return end + 1 if given else end

    def _given_end(self, number: int, at: int) -> int:
        """Give how far the given names go behind a surname that begins at `number`: "Van Bree, Christina Maria"; 0 for none."""
        label = self.word(number - 1) if number and self.between(number) == ": " else ""
        named = bool(label) and "naam" in self.word(number - 2) + label  # "Naam aanvrager: Tekle, Semhar"
        unknown = named and self.tokens[at].is_capital and not is_word(self.word(at))
        if not (self._can_be_given(at) or unknown):
            return 0
        end = at + 1
        while end < len(self.tokens) and self.tokens[end].joined and self._can_be_given(end):
            end += 1
        closes = self.tokens[end - 1].after in {"", ",", ")", "(", ":", ";", "."} or not self.words.before(number)
        return end if closes else 0

    def _is_surname_from(self, number: int) -> bool:
        """Tell whether a surname follows from here on, with its prefix."""
        if not number:
            return False
        behind = self.past_prefix(number)
        joined = behind < len(self.tokens) and self.tokens[behind].joined
        return joined and self._can_be_surname(behind, prefixed=behind > number)

    def _lettered(self, number: int) -> int:
        """Give how far "AMJ de Groot", "L van den Berg" goes; 0 for none."""
        token, at = self.tokens[number], self.past_prefix(number + 1)
        letters = self._is_letters(number) and token.lower not in _WORDS_OF_ONE
        if (
            not letters
            or at >= len(self.tokens)
            or at in self.passed
            or not self.tokens[at].joined
            or self.tokens[at].is_initials
        ):
            return 0
        prefixed, surname = at > number + 1, self.tokens[at]
        if len(token.lower) > 1 and (self.blind or surname.is_shouted):
            return 0
        stand_in = self.words.before(number) in _OTHER_ROLES and (self.blind or not prefixed)
        # "Mevrouw D aan de kinderen": where capitals tell nothing only a prefix of names leads on.
        chain = self.tokens[number + 1 : at]
        stand_in = stand_in or any(each.lower not in PREFIXES and (self.blind or each.is_shouted) for each in chain)
        if stand_in or (not prefixed and self.blind and is_word(surname.lower)):
            return 0  # "Persoon A Bakker" is no name, nor is "vitamine d"
        return at + 1 if self._can_be_surname(at, prefixed=prefixed) else 0

    def _small_lettered(self, number: int) -> int:
        """Tell how far "m. van herpen" goes in a text that has capitals; 0 for none."""
        token = self.tokens[number]
        if (
            len(token.text) > 1
            or not token.text.islower()
            or token.after != "."
            or self.word(number + 1) not in PREFIXES
        ):
            return 0
        at = self.past_prefix(number + 2)
        if at >= len(self.tokens) or at in self.passed or not self.tokens[at].joined:
            return 0
        lower = self.word(at)
        return at + 1 if is_prefixed_surname(fold(lower)) or not is_word(lower) else 0

    def _is_letters(self, number: int) -> bool:
        """Tell whether a few letters stand for given names, with full stops or without."""
        token = self.tokens[number]
        if token.is_initials:
            return True
        if len(token.lower) == 1:
            return token.is_capital or self.blind
        return (
            token.is_shouted and not self.blind and len(token.lower) <= _MOST_LETTERS and not is_first_name(token.lower)
        )

    def _can_be_surname(self, number: int, *, prefixed: bool) -> bool:
        """Tell whether a word can be the surname here: listed as one, or no word."""
        token, folded = self.tokens[number], fold(self.word(number))
        if prefixed:
            return (token.is_capital or self.blind) and (is_prefixed_surname(folded) or not is_word(token.lower))
        if len(folded) < 3 or token.lower in _NO_SURNAME or (folded in places() and self.words.before(number)):
            return False
        listed = is_surname(folded) or not is_word(token.lower)
        if self.blind:
            return listed and not (is_common(token.lower) and is_word(token.lower) and not is_surname(folded))
        return token.is_capital and not token.is_shouted and listed

    def _can_be_given(self, number: int) -> bool:
        """Tell whether a word is a given name here."""
        token = self.tokens[number]
        folded = fold(token.lower)
        if self.blind:
            return is_mostly_a_name(token.lower)
        return token.is_capital and is_first_name(folded) and token.lower not in _NO_GIVEN_NAME
