"""Tells how far a name goes, and whether it is whole: then it leads to one person."""

from typing import NamedTuple

from privacy.detectors.cues import LEADS, LONG_INITIALS, LONGEST_PREFIX, Around, looks_like_verb
from privacy.detectors.lists import (
    fold,
    is_direct,
    is_first_name,
    is_foreign_surname,
    is_hardly_a_word,
    is_mostly_a_name,
    is_prefixed_surname,
    is_surname,
    is_word,
    nations,
)
from privacy.detectors.spoken import number_words
from privacy.detectors.tokens import Token
from privacy.detectors.words import (
    ARTICLES,
    FINITE,
    FUNCTION,
    KIN,
    NICKNAMES,
    ORDINARY,
    PEOPLE,
    PREFIXES,
    PREPOSITIONS,
    PRONOUNS,
    ROLES,
    TITLES,
    VERBS,
)

_QUOTES = "\"'“”‘’()"
_BORN_OF = frozenset({"jr", "sr"})
# Prefixes that are no preposition.
OF_NAMES_ALONE = frozenset({"ter", "ten", "vd", "v.d.", "v.d", "v/d"})


class Name(NamedTuple):
    """A name by the numbers of its words, the last one not included."""

    first: int
    last: int
    hard: bool


class Grower(Around):
    """Finds where a name begins and ends, given one word of it."""

    def grown(self, number: int) -> Name:
        """Give the whole name to which a word belongs."""
        first, last = self._grown_left(number), number + 1
        while last < len(self.tokens):
            longer = self._grown_right(last)
            if longer == last:
                break
            last = longer
        return Name(first, last, is_whole(self.tokens[first:last]))

    def _grown_left(self, number: int) -> int:
        """Give the number of the first word of a name: its prefixes and initials, where they are part of it."""
        first = number
        while first and number - first < LONGEST_PREFIX and self._is_lead(first - 1, first):
            first -= 1
        while (
            first < number
            and self.word(first) in PREPOSITIONS
            and (self.tokens[first].begins or self.word(first + 1) not in ARTICLES)
        ):
            first += 1
        # "Van J. Jansen" is a letter from him.
        while (
            first < number
            and self.word(first) in LEADS
            and any(len(self.word(at)) == 1 for at in range(first + 1, number))
        ):
            first += 1
        if self.blind and number and self._is_given_before(number - 1):
            return number - 1
        while not self.blind and first == number and self._is_given_by_its_capital(number):
            number = first = number - 1
        if first == number:
            before = self.tokens[number - 1] if number and self.tokens[number].joined else None
            if number and self.between(number).strip() == "(" and self.tokens[number - 1].is_initials:
                return number - 1  # "S. (Sanne) Kuijten"
            nickname = before and before.is_capital and before.lower in NICKNAMES and not self.blind
            return number - 1 if nickname else number
        return first if self._belongs(first, number) else number

    def _is_given_before(self, number: int) -> bool:
        """Tell whether a word that is hardly one stands before a surname of another country: "PARTNER PLAMEN ILIEV"."""
        lower, surname = self.word(number), self.word(number + 1)
        hardly = is_hardly_a_word(lower) if not is_word(surname) else False
        hardly = hardly or (is_foreign_surname(surname) and not is_word(lower))
        somebody = lower in FUNCTION | ROLES | PEOPLE or lower in TITLES
        return (
            hardly and not somebody and self.tokens[number + 1].joined and number not in self.passed and len(lower) > 2
        )

    def _is_given_by_its_capital(self, number: int) -> bool:
        """Tell whether in mid-sentence a word with a capital stands right before a name that is no word: "is Plamen Georgiev"."""
        before = self.tokens[number - 1] if number and self.tokens[number].joined else None
        if before is None or number - 1 in self.passed:
            return False
        known = is_word(self.word(number))
        # "Leerling: Mehari Habte", "moeder (Roshelle Pinas)": what is no word, or hardly one, before any surname.
        rare = is_hardly_a_word(before.lower) or (not before.begins and not is_direct(before.lower))
        if rare and before.is_capital and not before.is_shouted and before.lower not in ROLES | PEOPLE:
            return not known or is_surname(fold(self.word(number)))
        if known:
            return False
        # "Zijn zus Door Dankers"
        if before.lower in FUNCTION and before.is_capital and self.word(number - 2) in KIN:
            return True
        other = FUNCTION | ROLES | TITLES | LEADS | nations()
        plain = before.begins and is_word(before.lower)
        return before.is_capital and not before.is_shouted and not plain and before.lower not in other

    def _is_lead(self, number: int, behind: int) -> bool:
        """Tell whether a word can stand before a surname as a part of it."""
        lower = self.word(number)
        gap = self.between(behind).strip()
        joined = self.tokens[behind].joined or (gap == "-" and lower == "'s")
        single = (len(lower) == 1 or lower in LONG_INITIALS) and (
            (gap in {"", "."} and self.cue(number) == "title") or (gap == "." and self.blind)
        )
        return number not in self.passed and ((joined and lower in LEADS) or single)

    def _belongs(self, first: int, number: int) -> bool:
        """Tell whether the prefixes before a word are part of the name, and no "van" or "in" of the sentence."""
        token, chain = self.tokens[number], [self.word(at) for at in range(first, number)]
        if self.cue(number) == "title" or any(len(each) == 1 for each in chain):
            return True
        if self.tokens[first].is_capital and not self.tokens[first].begins and not self.blind:
            return True
        surname = is_surname(fold(token.lower)) and not is_first_name(fold(token.lower))
        return surname and (
            len(chain) > 1
            or chain[-1] in OF_NAMES_ALONE
            or (chain[-1] in {"el", "al", "ben", "de"} and is_word(token.lower))
            or "d" in chain[-1].split(".")
        )

    def _grown_right(self, last: int) -> int:
        """Give how far a name goes on behind what is known of it; the same number when it does not."""
        token = self.tokens[last]
        if last in self.passed or not (token.joined or self._is_quoted(last)):
            return last
        if token.lower in _BORN_OF:
            return last + 1  # "Jan Cuppens jr."
        if token.is_initials or (len(token.text) == 1 and token.text.isupper() and not self.words.is_shouted):
            single = sum(character.isupper() for character in token.text) == 1
            return last + 1 if token.is_initials or (single and self.word(last + 1) not in ("", "is")) else last
        behind = self.past_prefix(last)
        if behind >= len(self.tokens) or behind in self.passed or (behind > last and not self._is_joined(behind)):
            return last
        return behind + 1 if self._goes_on(behind, prefixed=behind > last or self._ends_in_prefix(last - 1)) else last

    def _ends_in_prefix(self, number: int) -> bool:
        """Tell whether a double surname goes on behind this word: "Vos-de Groot"."""
        head, _dash, tail = self.word(number).rpartition("-")
        return bool(head) and tail in PREFIXES

    def _is_joined(self, number: int) -> bool:
        return self.tokens[number].joined or (
            self.between(number).strip() in {"-", "."} and self.word(number - 1) in PREFIXES
        )

    def _is_quoted(self, number: int) -> bool:
        """Tell whether a nickname stands between quotes here, with a name behind it: "Bo "Bootje" de Wit"."""
        gap = self.between(number)
        opens = gap.strip() and not gap.strip().strip(_QUOTES) and len(gap) < 5
        token = self.tokens[number]
        initials = (
            self.tokens[number - 1].is_initials if gap.strip() == "(" else self.tokens[max(0, number - 2)].is_initials
        )
        # A given name stands in brackets behind initials alone: "S. (Sanne) Kuijten".
        meant = initials or gap.strip() not in {"(", ")"}
        return bool(opens) and (token.is_capital or self.blind) and meant

    def _goes_on(self, number: int, *, prefixed: bool) -> bool:
        """Tell whether a word right behind a name belongs to it."""
        token = self.tokens[number]
        lower, folded = token.lower, fold(token.lower)
        if token.is_initials:
            return not prefixed
        heads_a_line = token.begins and not self.blind and is_word(lower) and not is_surname(folded)
        capital = token.is_capital and not self.blind
        # "Dylan Vrijdag", "Mia Kan": in mid-sentence only a name has a capital behind a name.
        label = token.after == ":" and "\n" in self.between(number)
        if (
            heads_a_line
            or label
            or len(lower) < 2
            or (
                lower in FUNCTION - MONTHS
                and not ((capital and lower not in PRONOUNS) or self._closes(number) or self._is_before_verb(number))
            )
        ):
            return False
        if lower in PREFIXES or (lower in ROLES and not (is_surname(folded) and (self.blind or token.is_capital))):
            return False
        if capital:
            return not token.is_shouted or len(lower) > 4 or self.tokens[number - 1].is_shouted
        verb = lower in VERBS or (not prefixed and looks_like_verb(lower) and is_word(lower))
        # "Wil post heeft": two finite verbs do not stand so.
        twice = verb and is_prefixed_surname(folded) and self.word(number + 1) in FINITE
        closes = self._closes(number) or (not token.after.isalnum() and self.cue(number - 1) == "label")
        barred = lower in MONTHS or (verb and not closes)
        return (
            twice
            or self._is_before_verb(number)
            or (not barred and self._goes_on_small(number, folded, prefixed=prefixed))
        )

    def _is_before_verb(self, number: int) -> bool:
        """Tell whether "KEES DE LAAT STAAT" stands there: what is first of all a given name, "de", a surname and a verb."""
        surname = self.word(number - 1) in {"de", "den", "der"} and is_prefixed_surname(fold(self.word(number)))
        return surname and self.blind and is_mostly_a_name(self.word(number - 2)) and self.verb_follows(number)

    def _closes(self, number: int) -> bool:
        """Tell whether a word of which sentences are full ends a name behind initials and a prefix: "P. DE GOEDE,"."""
        if self.word(number) in _DAYS and is_mostly_a_name(self.word(number - 1)):
            return self.tokens[number].after in {",", ")"}  # "DE BUURMAN, KEES MAANDAG, ZEGT"
        initials = any(self.tokens[at].is_initials for at in range(max(0, number - 3), number))
        return initials and self.ends_prefixed(number)

    def ends_prefixed(self, number: int) -> bool:
        """Tell whether a prefix stands before a surname, and a mark behind it: "J. DE LAAT (politie)". "TER HAAR" needs none."""
        prefix = self.word(number - 1)
        if prefix not in PREFIXES or not is_prefixed_surname(fold(self.word(number))):
            return False
        return prefix in OF_NAMES_ALONE or not self.tokens[number].after.isalnum()

    def _goes_on_small(self, number: int, folded: str, *, prefixed: bool) -> bool:
        """Tell the same of a word in small letters."""
        lower = self.word(number)
        before = self.tokens[number - 1]
        many = before.is_initials and sum(map(str.isalpha, before.text)) > 1
        if before.is_initials and (not is_direct(lower) or (many and self.blind and lower not in FUNCTION)):
            return True
        if not is_word(lower):
            return self.blind or prefixed or is_surname(folded) or is_first_name(folded)
        if prefixed:
            return is_prefixed_surname(folded) and not self._is_about(number) and lower not in number_words()
        mostly = is_mostly_a_name(self.word(number - 1)) or not is_word(self.word(number - 1))
        if not self.blind or not (is_surname(folded) or not lower.endswith(("en", "ig"))):
            return False
        ends = self.ends_or_goes_on(number)
        if not is_surname(folded):
            return mostly and ends and not lower.startswith("ge")  # "joyce gebeld" is no surname.
        # "Zorgen om roos winter."
        ahead = self.words.before(number - 1)
        closes = not self.tokens[number].after.isalnum() or self.word(number + 1) in FUNCTION
        closes = (closes and ahead in _ABOUT_SOMEBODY) or (ahead in KIN and self.verb_follows(number))
        return mostly or closes or (ends and lower not in ORDINARY)

    def _is_about(self, number: int) -> bool:
        """Tell whether an ordinary word says about what or where: "over de tuin", not "in 't Veld"."""
        before = self.word(number - 1)
        return before in PREPOSITIONS or (before in {"de", "het"} and self.word(number - 2) in PREPOSITIONS)


_ABOUT_SOMEBODY = frozenset({"om", "met", "bij", "voor", "over", "van"})
_DAYS = frozenset({"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"})
MONTHS = frozenset({"mei", "juni", "juli", "maart", "april", "augustus"})


def is_whole(tokens: list[Token]) -> bool:
    """Tell whether a name has a given name or initials and a surname: then it leads to one person."""
    names = [
        token
        for token in tokens
        if not token.is_initials and len(token.lower) > 1 and token.lower not in LEADS | _BORN_OF
    ]
    initials = [token for token in tokens if token.is_initials or len(token.lower) == 1]
    if initials and names:
        many = sum(character.isupper() for character in initials[0].text) > 1
        return tokens[0] is initials[0] or many or len(names) > 1
    return len(names) > 1 and tokens[0].lower not in PREFIXES and tokens[0].lower not in NICKNAMES
