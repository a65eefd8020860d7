"""Finds names of people among the words of a text, by word list, name lists, titles, roles and what stands beside them.

A role is no name: "mevrouw X", "persoon A", "meneer en mevrouw", "de dokter" pass. What is found in one text of a
submission is found in the others too, and forgotten with the answer.
"""

import re
from collections.abc import Iterator

from privacy.detectors.common_words import is_common
from privacy.detectors.cues import is_abbreviated_compound, is_abbreviation, looks_like_verb
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
from privacy.detectors.remembered_names import parts_of, remembered
from privacy.detectors.whole_names import OF_NAMES_ALONE, Name
from privacy.detectors.word_names import BEHIND_AM, WordNames
from privacy.detectors.words import (
    ARTICLES,
    CAR_BRANDS,
    FUNCTION,
    ORDINARY,
    PREFIXES,
    ROLES,
    THINGS_OF_SOMEBODY,
    ends_in,
)

__all__ = ["Name", "Reader", "parts_of", "remembered"]

# "Verslaafd aan Candy Crush": before these two unknown words are a thing as often as a person.
_BEFORE_THINGS = frozenset({"de", "het", "een", "aan", "via", "op", "app", "spel", "game", "methode"})
_LONG_THINGS = frozenset(thing for thing in THINGS_OF_SOMEBODY if len(thing) > 5)
# "Scouting Sint Joris" is called after a saint, who is no resident.
_SAINTS = frozenset({"sint", "sinte"})
_WITH = frozenset({"met", "door", "voor", "bij", "en", "zonder", "dat", "of", "als"})


class Reader(WordNames):
    """Reads one text for names."""

    def names(self) -> Iterator[Name]:
        """Give the names, in order."""
        number = 0
        while number < len(self.tokens):
            if (last := self.turned_round(number)) > number:
                yield Name(number, last, hard=True)
                number = last
                continue
            if number in self.passed or not self._is_name(number):
                number += 1
                continue
            name = self.grown(number)
            yield name._replace(hard=name.hard and self._is_sure(name))
            number = max(name.last, number + 1)

    def _is_sure(self, name: Name) -> bool:
        """Tell whether a whole name is somebody's, and no thing with two unknown words: then it blocks without a way round."""
        parts = self.tokens[name.first : name.last]
        listed = any(
            part.is_initials or is_first_name(fold(part.lower)) or is_surname(fold(part.lower)) for part in parts
        )
        linked = any(part.lower in PREFIXES or len(part.lower) == 1 for part in parts)
        if linked and not is_first_name(fold(parts[0].lower)) and self.blind and self.cue(name.first) is None:
            linked = listed = not is_common(parts[-1].lower)  # "zijn rollaotr de stoep"
        told = self.cue(name.first) is not None or self.verb_follows(name.last - 1)
        return listed or linked or told or self.words.before(name.first) not in _BEFORE_THINGS

    def _is_name(self, number: int) -> bool:
        """Tell whether a word is a name, by its own looks or by what stands before it."""
        token = self.tokens[number]
        if token.is_initials:
            return self.is_initials_name(number)
        glued = self.words.plain[token.end : token.end + 1].isdigit()  # "de jo13"
        glued = glued or (token.lower == "ad" and token.after.isdigit())  # "Ad 1."
        if glued or len(token.lower) < 2 or "." in token.lower or self.words.before(number) in _SAINTS:
            return False
        cue = self.cue(number)
        if token.lower in FUNCTION:
            return self.is_function_word_a_name(number, cue)
        prefixed = self.words.before(number) in OF_NAMES_ALONE
        called = self.word(number + 1) == "genoemd" and not token.begins  # "op straat de Lange genoemd"
        surname = is_prefixed_surname(fold(token.lower)) and not self.words.before(number).startswith("te")
        if (prefixed and surname) or (token.is_capital and not self.blind and (prefixed or called)):
            return True
        announced = cue is not None and self.is_announced(number, cue)
        return announced or self._is_holder(number) or self._looks_like_a_name(number)

    def _is_holder(self, number: int) -> bool:
        """Tell whether a word that is no Dutch says in whose name an account or a house is: "op naam van celik yusuf"."""
        before = self.words.before(number)
        held = before in {"tnv", "t.n.v."} or (before == "van" and self.words.before(number - 1) == "naam")
        return (
            held and len(self.word(number)) > 2 and not is_word(self.word(number)) and self.word(number) not in PREFIXES
        )

    def _looks_like_a_name(self, number: int) -> bool:
        """Tell whether a word that nothing announces is a name."""
        token = self.tokens[number]
        if self.blind:
            if token.lower == "ben" and not self.is_ben(number):
                return False
            if self.has_age_in_brackets(number) and not is_word(token.lower):
                return True
            if self.is_titled_behind_prefix(number):
                return True
            listed = is_first_name(fold(token.lower)) or is_surname(fold(token.lower)) or not is_word(token.lower)
            return (listed and self._is_apposed(number)) or self.stands_out(number)
        if not token.is_capital:
            return self.is_small_name(number)
        return self._begins_with_name(number) if token.begins else self._is_capital_name(number)

    def _is_capital_name(self, number: int) -> bool:
        """Tell whether a word with a capital in mid-sentence is a name: no Dutch word, or a word in a list of names."""
        token = self.tokens[number]
        folded = fold(token.lower)
        listed = is_first_name(folded) or is_surname(folded)
        if self.is_genitive(number) or self._is_apposed(number):
            return True
        if self._is_of_a_thing(number):
            return False
        if token.is_shouted:
            return self._is_shouted_name(number, listed=listed)
        if any(character.isupper() for character in token.text[1:]) and "-" not in token.text and "'" not in token.text:
            return is_surname(folded)  # "McDonald" is a name, "WhatsApp" is not.
        if token.lower in nations():
            return self._is_name_for_all_its_nation(number)
        return not self._is_heading(number) if listed else self._is_no_dutch(number)

    def _is_of_a_thing(self, number: int) -> bool:
        """Tell whether a word with a capital is a thing ("het Ashton-schema", "de Gordonmethode") or a stand-in ("Persoon B")."""
        token = self.tokens[number]
        stand_in = token.lower in ROLES and re.match(
            r"[ ][A-Z](?!\w|\.\w)", self.words.plain[token.end : token.end + 3]
        )
        thing = token.text.rpartition("-")[2] in THINGS_OF_SOMEBODY or ends_in(token.text, _LONG_THINGS, 3)
        brand = self.words.before(number) in CAR_BRANDS | {"wet", "motie"}
        return bool(stand_in) or is_abbreviated_compound(token.text) or thing or brand

    def _is_name_for_all_its_nation(self, number: int) -> bool:
        """Tell "Frans komt" from "hij spreekt Frans": only a verb or somebody beside it tells them apart."""
        beside = self.verb_follows(number) or self.words.before(number) in _WITH or self.surname_follows(number)
        was = self.words.before(number) == "was" and self.word(number + 1) == "die"  # "Chauffeur was Frans, die ..."
        return is_first_name(fold(self.word(number))) and (beside or was or self.has_apposition(number))

    def _is_no_dutch(self, number: int) -> bool:
        """Tell whether a word is no Dutch. "Verberken" is none of "ver" and "berken": with a capital it is a surname."""
        lower = self.word(number)
        made_up = (
            lower.startswith("ver") and lower.endswith("en") and not is_direct(lower) and not looks_like_verb(lower)
        )
        return not is_word(lower) or made_up or is_hardly_a_word(lower)

    def _is_shouted_name(self, number: int, *, listed: bool) -> bool:
        """Tell whether capitals in a text that has small letters are somebody's name, and no abbreviation."""
        token = self.tokens[number]
        if listed and len(token.lower) > 3 and (not is_word(token.lower) or is_mostly_a_name(token.lower)):
            return True
        behind = self.tokens[number + 1] if number + 1 < len(self.tokens) else None
        shouted = bool(behind and behind.joined and behind.is_shouted and not is_word(behind.lower))
        return not is_abbreviation(token) and not is_word(token.lower) and shouted

    def _is_heading(self, number: int) -> bool:
        """Tell whether a word that is both stands before a colon, as a label does."""
        token = self.tokens[number]
        return token.after == ":" and is_word(token.lower) and not is_mostly_a_name(token.lower)

    def _begins_with_name(self, number: int) -> bool:
        """Tell whether a sentence begins with a name: a verb, a surname or initials follow, or the word is nothing else."""
        token, folded = self.tokens[number], fold(self.word(number))
        scored = (
            re.match(r"[ ]?\(\d{1,3}-\d", self.words.plain[token.end : token.end + 7]) is not None
        )  # "Ernst (1-5): 4"
        if is_abbreviation(token) or scored:
            return False
        first = is_first_name(folded)
        if is_foreign_surname(token.lower):
            return True
        if self.surname_follows(number):
            return first or not is_word(token.lower)
        if not is_word(token.lower):
            return self._unknown_begins(number, first=first)
        return self._word_begins(number) if first and token.lower not in ROLES else self.is_genitive(number)

    def _word_begins(self, number: int) -> bool:
        """Tell whether a given name that is a word too is meant as the name at the head of a sentence."""
        token = self.tokens[number]
        if self.has_apposition(number) or self.has_age_in_brackets(number):
            return True
        if token.lower == "ben":
            # "Ben net bij haar geweest.", "Ben je 27?"
            return self.verb_follows(number) and self.word(number + 1) not in BEHIND_AM
        if self.word(number + 1) in ARTICLES and is_direct(token.lower + "en"):
            return False  # "Mark de risico's met een ster."
        if token.lower in ORDINARY or not is_direct(token.lower):
            return (self.verb_follows(number) and not self.is_said_of_a_thing(number)) or self._is_listed(number)
        return token.after not in {":"}

    def _unknown_begins(self, number: int, *, first: bool) -> bool:
        """Tell whether a word that is no Dutch is a name at the head of a sentence."""
        token = self.tokens[number]
        if token.after == ":" and not first:
            return False
        if first or self.is_genitive(number) or self._is_listed(number) or self.has_apposition(number):
            return True
        surname = is_surname(fold(token.lower))
        if self.has_age_in_brackets(number) or self.word(number + 1) in {"senior", "junior", "sr", "jr"}:
            return True
        return self.verb_follows(number) or (
            surname and (token.after in {",", ".", "(", "!", "?", ""} or self.word(number + 1) == "en")
        )

    def has_age_in_brackets(self, number: int) -> bool:
        """Tell whether a number in brackets stands behind a word: "Taim (6)"."""
        end = self.tokens[number].end
        return re.match(r"[ ]?\([ ]?\d(?!\d?-)", self.words.plain[end : end + 6]) is not None

    def _is_apposed(self, number: int) -> bool:
        """Tell whether a word with a capital stands between commas behind a role: "de bewindvoerder, Zout, reageert niet"."""
        token = self.tokens[number]
        bare = number > 0 and self.between(number).strip() == "," and token.after in {",", ".", ")"}
        if self.blind and self.between(number).strip() == "," and not is_word(token.lower):
            bare = True  # "ZIJN MENTOR, ABDOULAYE SOW, WIL ...": no word at all, so a mark behind it is not needed.
        apart = (
            bare
            and self.word(number - 1) in ROLES | {"heer", "dame"}
            and token.lower not in ROLES
            and token.lower not in FUNCTION
        )
        return apart and (self.blind or not is_abbreviation(token))

    def _is_listed(self, number: int) -> bool:
        """Tell whether a row of names begins here: "Roos, Bilal en Sem"."""
        behind = self.tokens[number + 1] if number + 1 < len(self.tokens) else None
        if not behind:
            return False
        if behind.lower == "en" and behind.joined and number + 2 < len(self.tokens):
            behind = self.tokens[number + 2]
        elif self.tokens[number].after != ",":
            return False
        folded = fold(behind.lower)
        return (
            behind.is_capital
            and not behind.begins
            and (is_first_name(folded) or is_surname(folded) or not is_word(behind.lower))
        )
