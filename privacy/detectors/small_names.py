"""Reads names in small letters, and in texts where capitals tell nothing: all in small letters, or all in capitals."""

import re

from privacy.detectors.common_words import is_common
from privacy.detectors.cues import LEADS, LONGEST_PREFIX, bare_of, looks_like_verb
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
)
from privacy.detectors.turned_names import TurnedNames
from privacy.detectors.words import (
    ARTICLES,
    BEFORE_NAMES,
    CALLED,
    FINITE,
    FUNCTION,
    KIN,
    NEXT_TO_NAMES,
    NICKNAMES,
    ORDINARY,
    PEOPLE,
    PRONOUNS,
    ROLES,
    VERBS,
)

_WHOSE = frozenset({"de", "een", "haar", "zijn", "mijn", "hun", "onze", "ons", "het", "z'n", "d'r", "m'n"})
_WORDS_OF_ONE = frozenset("enstou")  # "'n", "'t", "u"
_AGE_BEHIND = re.compile(r",[ ]\d{1,2}(?:[ ](?:jaar|jr|maanden|weken)|[,.)])", re.IGNORECASE)
# "Roos, de nachtzuster, krijgt hem mee."
_WHO_WORKS = (
    "zuster",
    "broeder",
    "verpleegkundige",
    "werker",
    "werkster",
    "coach",
    "begeleider",
    "begeleidster",
    "agent",
)
_LETTERED = frozenset("abcdefgh")


class SmallNames(TurnedNames):
    """Reads names that no capital shows."""

    def is_small_name(self, number: int) -> bool:
        """Tell whether a word in small letters, in a text that has capitals, is a name: no word at all, and in a list."""
        lower = self.word(number)
        if len(lower) < 4 or is_word(lower) or self.words.before(number) in {"een", "geen", "elke", "iedere"}:
            return False
        return is_first_name(fold(lower)) or (
            (is_surname(fold(lower)) or self.verb_follows(number)) and is_first_name(fold(self.words.before(number)))
        )

    def stands_out(self, number: int) -> bool:
        """Tell whether a word is a name in a text where capitals tell nothing."""
        token = self.tokens[number]
        lower, folded = token.lower, fold(token.lower)
        first, surname = is_first_name(folded), is_surname(folded)
        if lower in VERBS:
            return first and self._is_verb_a_name(number)
        if self._is_behind_letter(number) or self.is_genitive(number) or self._is_before_long_prefix(number):
            return True
        if number and len(self.word(number - 1)) == 1 and self.between(number).strip() == ".":
            # "a. burgers die ..., b. ..." is a list.
            listing = self.tokens[number - 1].begins and self.word(number - 1) in _LETTERED
            listing = listing and is_word(bare_of(lower)) and (is_common(lower) or not surname)
            return not listing and (
                surname or not is_word(lower) or (not is_direct(lower) and self.cue(number) == "title")
            )
        if not is_word(lower):
            foreign = is_foreign_surname(lower)
            aged = len(lower) > 3 and self._is_told_of(number)
            aged = aged or (
                len(lower) > 3 and _AGE_BEHIND.match(self.words.plain, token.end) is not None
            )  # ", qusay, 8 jaar"
            return first or foreign or aged or (len(lower) > 3 and (surname or self._stands_without_article(number)))
        return first and self._is_meant_as_name(number)

    def _is_told_of(self, number: int) -> bool:
        """Tell whether an unknown word stands in a row with a name, before who it is, or before what was said.

        "wiktor en oskar", "bep, semhar (stagiaire)", "drieka, zei ze", "s. (semhar) tesfay".
        """
        token, gap = self.tokens[number], self.between(number).strip() if number else ""
        behind = self.word(number + 1)
        said = token.begins and token.after == "," and behind in {"zei", "zegt", "vroeg", "riep"}
        listed = token.after == "(" and gap == "," and behind not in FUNCTION
        somebody = number > 0 and (self.tokens[number - 1].is_initials or self.word(number - 1) in PRONOUNS | ROLES)
        inside = gap == "(" and token.after == ")" and somebody  # "hij (pawel)"
        other = self.word(number + 2)
        row = behind == "en" and (is_mostly_a_name(other) or (len(other) > 4 and not is_word(other)))
        lettered = gap == ")" and number > 1 and self.tokens[number - 2].is_initials
        return said or listed or inside or lettered or row

    def _is_verb_a_name(self, number: int) -> bool:
        """Tell whether "wil" is somebody: "wil koning was ..." (two finite verbs do not stand so), "ze heet wil appels"."""
        behind = self.word(number + 1)
        named = self.word(number - 1) in CALLED and behind not in PRONOUNS | ROLES | FUNCTION
        last = self.past_prefix(number + 1)  # "wil de groot is 69"
        if last > number + 1 and self.word(last) not in FUNCTION and self.word(last + 1) in FINITE:
            return is_prefixed_surname(fold(self.word(last))) and self.tokens[number].begins
        surname = is_prefixed_surname(fold(behind)) and behind not in FUNCTION
        return named or (surname and self.word(number + 2) in FINITE)

    def _is_meant_as_name(self, number: int) -> bool:
        """Tell whether a given name that is a word too is meant as the name."""
        token = self.tokens[number]
        if number + 1 == len(self.tokens) and token.begins and not token.after and number:
            return True  # a signature
        in_class = self.word(number + 1) == "uit" and self.word(number + 2) == "groep"  # "Storm uit groep 5"
        if in_class or self._is_surnamed_without_article(number):
            return True
        if token.lower in ORDINARY or not is_mostly_a_name(token.lower):
            return self.surname_follows(number) or self._begins_like_a_name(number) or self._is_row(number)
        return (
            (token.begins and not self.is_said_of_a_thing(number))
            or self.words.before(number) in NEXT_TO_NAMES | KIN
            or looks_like_verb(self.words.before(number))
            or (self.verb_follows(number) and not (token.begins and self.is_said_of_a_thing(number)))
            or self.surname_follows(number)
            or self.has_apposition(number)
            or self._has_no_article(number)
        )

    def _has_no_article(self, number: int) -> bool:
        """Tell whether what is first of all a name stands without anything that goes before a noun: "inclusief mieke"."""
        before = self.words.before(number)
        told = before in ARTICLES | _WHOSE | {"deze", "dit", "die", "dat", "geen", "elke", "welke"} or before.endswith(
            "e"
        )
        return bool(before) and not told and len(self.word(number)) > 2 and self.word(number) != "ben"

    def _is_before_long_prefix(self, number: int) -> bool:
        """Tell whether "miet van de weerden" stands there: two words that are met in no sentence, and a long prefix between."""
        behind = self.past_prefix(number + 1)
        if behind - number < 2 or behind >= len(self.tokens) or not self.tokens[behind].joined:
            return False
        if behind - number == 2:  # "rahaf al masri"
            return self.word(number + 1) != "de" and not (is_word(self.word(number)) or is_word(self.word(behind)))
        lower, surname = self.word(number), self.word(behind)
        rare = (is_hardly_a_word(lower) or not is_word(lower)) and lower not in FUNCTION | ROLES and len(lower) > 2
        return rare and is_prefixed_surname(fold(surname)) and not is_common(surname)

    def _is_surnamed_without_article(self, number: int) -> bool:
        """Tell whether two nouns that are names too stand together behind a preposition: "zorgen om roos winter."."""
        behind = self.word(number + 1)
        together = number + 1 < len(self.tokens) and self.tokens[number + 1].joined and number + 1 not in self.passed
        noun = is_surname(fold(behind)) and behind not in FUNCTION | VERBS | ROLES and not looks_like_verb(behind)
        further = self.word(number + 2)
        ends = not self.tokens[number + 1].after.isalnum() if together else False
        ends = noun and together and (ends or further in FUNCTION or looks_like_verb(further))
        return ends and self.words.before(number) in {"om", "met", "bij", "voor", "over", "van"} and len(behind) > 3

    def _is_behind_letter(self, number: int) -> bool:
        """Tell whether an unknown word stands behind an initial: "m chmielewska", "d. op 't roodt"."""
        if is_word(self.word(number)) or len(self.word(number)) < 4:
            return False
        at = number - 1
        while at > 0 and number - at < LONGEST_PREFIX and self.word(at) in LEADS and self.tokens[at + 1].joined:
            at -= 1
        bare = (
            at >= 0
            and len(self.word(at)) == 1
            and self.between(at + 1).strip() in ({""} if at == number - 1 else {"."})
        )
        return bare and self.word(at) not in _WORDS_OF_ONE

    def _stands_without_article(self, number: int) -> bool:
        """Tell whether an unknown word stands as a name does: beside one or a verb, or without an article before it."""
        if (
            self.words.before(number) in NEXT_TO_NAMES | NICKNAMES
            or self.verb_follows(number)
            or self.is_beside_name(number)
        ):
            return True
        before, lower = self.words.before(number), self.word(number)
        spoken = any(letter in "aeiouy" for letter in fold(lower)) and "-" not in lower
        return spoken and (looks_like_verb(before) or before in BEFORE_NAMES)

    def _is_row(self, number: int) -> bool:
        """Tell whether a row of names goes on here: "merel, isa en puck (6)"."""
        before, behind = self.word(number - 1), self.word(number + 1)
        if behind == "en":
            behind = self.word(number + 2)
        if before == "en":
            before = self.word(number - 2)
        token = self.tokens[number]
        beside = any(is_mostly_a_name(word) for word in (before, behind))
        return beside and (
            token.after in {",", "(", "."} or self.word(number + 1) == "en" or self.word(number - 1) == "en"
        )

    def is_said_of_a_thing(self, number: int) -> bool:
        """Tell whether the sentence is about a thing: "Wil is er genoeg", "Roos is geen kleur", "Zomer betekent werk"."""
        behind, further = self.word(number + 1), self.word(number + 2)
        if behind in {"is", "was"} and any(self.word(at).endswith("kleur") for at in range(number + 2, number + 5)):
            return True
        ends = behind in {"is", "was"} and self.tokens[number + 1].after == ","  # "Witte was, volle kast"
        # "Bas speelt hij nog steeds."
        asks = self.verb_follows(number) and further in {"hij", "zij", "ze", "ik", "je", "wij", "we", "men"}
        return (
            ends
            or (asks and not self.blind)
            or behind in {"betekent", "betekende"}
            or (behind in {"is", "was"} and further in {"er", "geen", "het", "iets"})
        )

    def _begins_like_a_name(self, number: int) -> bool:
        """Tell whether a noun that is a given name too has no article, and a verb behind it: "amber gaat naar school"."""
        token = self.tokens[number]
        lower = token.lower
        return (
            token.begins
            and not looks_like_verb(lower)
            and lower not in ROLES
            and self.verb_follows(number)
            and not self.is_said_of_a_thing(number)
            and len(lower) > 2
        )

    def has_apposition(self, number: int) -> bool:
        """Tell whether it is said behind a comma who somebody is: "Wout, haar oudste, rijdt brommer"."""
        if self.tokens[number].after not in {",", "("}:
            return False
        at = number + 1
        if self.word(at) in _WHOSE:
            at += 1
        who = self.word(at)
        return who in ROLES or who in PEOPLE - PRONOUNS or (len(who) > 6 and who.endswith(_WHO_WORKS))
