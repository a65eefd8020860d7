"""Tells whether initials are somebody's: before a surname, behind a title, or alone where a name could stand."""

from privacy.detectors.cues import looks_like_verb
from privacy.detectors.lists import fold, is_direct, is_prefixed_surname, is_surname, is_word
from privacy.detectors.whole_names import Grower
from privacy.detectors.words import FUNCTION, NEXT_TO_NAMES, ROLES, TITLES

# Letters that stand for nobody: "persoon A. Zij ...".
_STAND_INS = frozenset("ABCXYZN")


class Initials(Grower):
    """Reads initials."""

    def is_initials_name(self, number: int) -> bool:
        """Tell whether initials stand before a surname (a prefix may stand between), behind a title, or alone for a name."""
        token = self.tokens[number]
        many = sum(character.isalpha() for character in token.text) > 1
        behind = self.past_prefix(number + 1)
        labelled = self.words.before(number) in ROLES | TITLES and not many
        if (
            labelled
            and token.text[0] in _STAND_INS
            and behind == number + 1
            and (not self.word(behind) or is_word(self.word(behind)))
        ):
            return False
        if (
            behind < len(self.tokens)
            and behind not in self.passed
            and self.tokens[behind].joined
            and self._is_surname_behind(number, behind, many=many)
        ):
            return True
        if token.text[0].islower():
            return False
        return (
            many and (self.cue(number) is not None or any(letter.islower() for letter in token.text))
        ) or self._stands_alone(number, many=many)

    def _is_surname_behind(self, number: int, behind: int, *, many: bool) -> bool:
        """Tell whether the word behind initials is a surname."""
        token, lower = self.tokens[behind], self.word(behind)
        if (
            len(lower) < 2
            or token.is_initials
            or lower in FUNCTION
            or (lower in ROLES and not (token.is_capital and is_prefixed_surname(fold(lower))))
            or (token.begins and not token.joined)
        ):
            return False
        if lower in ROLES and not (token.is_capital and is_prefixed_surname(fold(lower))):
            return False
        titled = behind > number + 1 and self.cue(number) == "title"
        # "Consulent I. Dag", "mr. F. Wolf": behind a role or a title even a word with a capital is a surname.
        titled = titled or (token.is_capital and self.cue(number) is not None and not self.words.is_small)
        known = is_direct(lower) and not (is_prefixed_surname(fold(lower)) or many or titled)
        if self.tokens[number].text[0].islower() or self.words.is_small:
            return not known and (behind > number + 1 or is_surname(fold(lower)) or not is_word(lower))
        return (token.is_capital or behind > number + 1) and not known

    def _stands_alone(self, number: int, *, many: bool) -> bool:
        """Tell whether an initial by itself stands for a name: "R. is opgenomen", "de vader van D., die ..."."""
        token = self.tokens[number]
        if many or token.text[0] in _STAND_INS or self.blind or self.words.before(number) in ROLES | TITLES:
            return False
        behind = self.tokens[number + 1] if number + 1 < len(self.tokens) else None
        goes_on = token.after in {",", ")", ";"} or bool(behind and behind.joined and behind.text[0].islower())
        begins = token.begins and bool(behind and looks_like_verb(behind.lower))
        return goes_on and (
            begins or self.words.before(number) in NEXT_TO_NAMES or looks_like_verb(self.words.before(number))
        )
