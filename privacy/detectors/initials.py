"""Tells whether initials are somebody's: before a surname, behind a title, or alone where a name could stand."""

from privacy.detectors.cues import is_abbreviation, looks_like_verb
from privacy.detectors.lists import fold, is_direct, is_prefixed_surname, is_surname, is_word
from privacy.detectors.whole_names import Grower
from privacy.detectors.words import DAYS_AND_SIZES, FUNCTION, GREETINGS, HONORIFICS, KIN, NEXT_TO_NAMES, ROLES, TITLES

# Letters that stand for nobody: "persoon A. Zij ...".
_STAND_INS = frozenset("ABCXYZ")
# Letters that number a list.
_LIST_LETTERS = frozenset("ABCDEFGH")
# Behind these a new clause begins, and the letter is of a thing.
_STOPS = frozenset({"als", "toen", "omdat", "zoals", "dat"})


class Initials(Grower):
    """Reads initials."""

    def is_initials_name(self, number: int) -> bool:
        """Tell whether initials stand before a surname (a prefix may stand between), behind a title, or alone for a name."""
        token = self.tokens[number]
        many = sum(character.isalpha() for character in token.text) > 1
        behind = self.past_prefix(number + 1)
        labelled = self.words.before(number) in ROLES | TITLES and not many
        if self._is_addressed_by_letter(number, many=many):
            return True
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
        if self._is_surname_by_its_capital(number, behind):
            return True
        if (
            len(lower) < 2
            or token.is_initials
            or (is_abbreviation(token) and not many and not self.blind)
            or (lower in FUNCTION and not (behind > number + 1 and self.ends_prefixed(behind)))
            or (lower in ROLES and not (token.is_capital and is_prefixed_surname(fold(lower))))
            or (token.begins and not token.joined)
        ):
            return False
        titled = behind > number + 1 and self.cue(number) == "title"
        # "Consulent I. Dag", "mr. F. Wolf": behind a role or a title even a word with a capital is a surname.
        # "Samenwonen met cliënt D. Gevolg: ..." begins a sentence.
        heading = token.after == ":" and is_direct(lower)
        titled = titled or (token.is_capital and self.cue(number) is not None and not (self.words.is_small or heading))
        known = is_direct(lower) and not (is_prefixed_surname(fold(lower)) or many or titled)
        if not (self.blind or token.is_capital) and self.word(behind - 1) == "het":
            return False  # "Kevin de J. het raam"
        if self.tokens[number].text[0].islower() or self.words.is_small:
            return not known and (many or behind > number + 1 or is_surname(fold(lower)) or not is_word(lower))
        return (token.is_capital or behind > number + 1) and not known

    def _is_addressed_by_letter(self, number: int, *, many: bool) -> bool:
        """Tell whether a letter with its stop stands for a surname: "mw. A. vroeg", "dhr. W."; "mevrouw X" stands for nobody."""
        token = self.tokens[number]
        honoured = self.cue(number) == "title" and self.words.word(number - 1) in HONORIFICS
        if many or self.blind or not honoured or not token.text.endswith(".") or token.text[0] in "XYZN":
            return False
        behind = self.tokens[number + 1] if number + 1 < len(self.tokens) else None
        return token.text[0] not in _STAND_INS or bool(behind and behind.joined and behind.text[0].islower())

    def _is_surname_by_its_capital(self, number: int, behind: int) -> bool:
        """Tell whether an ordinary word with a capital can only be a surname: "met J. Deur", "J. Zaterdag staat ingeschreven".

        Not behind the letter of a list ("A. Aanmelding") or of a thing ("vitamine B. Medicatie ...").
        """
        token, initials = self.tokens[behind], self.tokens[number]
        lower, letter = token.lower, initials.text[0]
        if (
            self.blind
            or not token.is_capital
            or token.is_shouted
            or lower in ROLES
            or len(lower) < 3
            or letter.islower()
        ):
            return False
        if looks_like_verb(lower) or token.after == ":":
            return False
        if lower in FUNCTION and lower not in DAYS_AND_SIZES:
            return False
        if initials.begins:
            return letter not in _LIST_LETTERS
        before = self.words.before(number)
        return before in NEXT_TO_NAMES - _STOPS or before in TITLES or looks_like_verb(before)

    def _stands_alone(self, number: int, *, many: bool) -> bool:
        """Tell whether an initial by itself stands for a name: "R. is opgenomen", "de vader van D., die ..."."""
        token = self.tokens[number]
        if self.word(number - 1) in GREETINGS and token.text.isupper() and not self.words.plain[token.end :].strip():
            return True  # "Gr. K." at the end is its writer.
        if many or token.text[0] in _STAND_INS or self.blind:
            return False
        if token.begins and token.after == "," and token.text[0] not in _LIST_LETTERS:
            return True  # "K., dochter van"
        if self.words.before(number) in KIN and token.text.endswith(".") and looks_like_verb(self.word(number + 1)):
            return True  # "Zijn vrouw W. ziet dat niet"
        if self.words.before(number) in ROLES | TITLES | {"jeugdige"}:
            # "Leerlinge F., zestien": a letter that is no stand-in is of a name.
            return self.words.before(number) != "persoon" and token.text.endswith(".") and token.after in {",", "("}
        behind = self.tokens[number + 1] if number + 1 < len(self.tokens) else None
        aged = token.after == "(" and self.words.plain[token.end : token.end + 4].strip(" (")[:1].isdigit()  # "D. (9)"
        goes_on = (
            aged
            or token.after in {",", ")", ";", "?", "!", "-", ""}
            or bool(behind and behind.joined and behind.text[0].islower())
        )
        begins = token.begins and (aged or bool(behind and looks_like_verb(behind.lower)))
        return goes_on and (
            begins or self.words.before(number) in NEXT_TO_NAMES or looks_like_verb(self.words.before(number))
        )
