"""Finds names of people among the words of a text, by word list, name lists, titles, roles and what stands beside them.

A role is no name: "mevrouw X", "persoon A", "meneer en mevrouw", "de dokter" pass. What is found in one text of a
submission is found in the others too, and forgotten with the answer.
"""

from collections.abc import Iterator

from privacy.detectors.cues import LEADS, bare_of, is_abbreviated_compound, is_abbreviation, is_title, looks_like_verb
from privacy.detectors.initials import Initials
from privacy.detectors.lists import (
    fold,
    is_direct,
    is_first_name,
    is_mostly_a_name,
    is_surname,
    is_word,
    nations,
)
from privacy.detectors.whole_names import Name, parts_of, remembered
from privacy.detectors.words import (
    ARTICLES,
    FUNCTION,
    KIN,
    NEXT_TO_NAMES,
    ORDINARY,
    PREFIXES,
    PRONOUNS,
    ROLES,
    TITLES,
    VERBS,
)

__all__ = ["Name", "Reader", "parts_of", "remembered"]

# Titles that are no work and no kin: what follows is a name, also in small letters.
_HONORIFICS = frozenset(
    {"mevrouw", "mevr", "mw", "mej", "juffrouw", "meneer", "mijnheer", "heer", "hr", "dhr", "fam", "dr", "drs"}
)
# "Verslaafd aan Candy Crush": before these two unknown words are a thing as often as a person.
_BEFORE_THINGS = frozenset({"de", "het", "een", "aan", "via", "op", "app", "spel", "game", "methode"})
_LETTERED = frozenset("abcdefgh")
# Names that a sentence is full of as words; with a capital behind a title or a given name they are names.
_MONTHS_AND_BEN = frozenset({"ben", "mei", "juni", "juli", "maart", "april", "augustus"})


class Reader(Initials):
    """Reads one text for names."""

    def names(self) -> Iterator[Name]:
        """Give the names, in order."""
        number = 0
        while number < len(self.tokens):
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
        told = self.cue(name.first) is not None or self.verb_follows(name.last - 1)
        return listed or linked or told or self.words.before(name.first) not in _BEFORE_THINGS

    def _is_name(self, number: int) -> bool:
        """Tell whether a word is a name, by its own looks or by what stands before it."""
        token = self.tokens[number]
        if token.is_initials:
            return self.is_initials_name(number)
        if len(token.lower) < 2 or "." in token.lower:
            return False
        if token.lower in FUNCTION:
            return token.lower in _MONTHS_AND_BEN and self._is_month_name(number)
        cue = self.cue(number)
        return bool(cue and self._is_announced(number, cue)) or self._looks_like_a_name(number)

    def _looks_like_a_name(self, number: int) -> bool:
        """Tell whether a word that nothing announces is a name."""
        token = self.tokens[number]
        if self.blind:
            return self._stands_out(number)
        if not token.is_capital:
            return self._is_small_name(number)
        return self._begins_with_name(number) if token.begins else self._is_capital_name(number)

    def _is_month_name(self, number: int) -> bool:
        """Tell whether "Ben" or "Mei" is meant as a name: a capital, and a verb behind it or a title before it."""
        token = self.tokens[number]
        if not token.is_capital or self.blind:
            return False
        before = self.words.before(number)
        named = is_title(before, ".") or (
            is_first_name(fold(before)) and before not in ORDINARY and self.tokens[number - 1].is_capital
        )
        return (
            self.cue(number) == "title"
            or named
            or (token.lower == "ben" and (self.verb_follows(number) or not token.begins))
        )

    def _is_capital_name(self, number: int) -> bool:
        """Tell whether a word with a capital in mid-sentence is a name: no Dutch word, or a word in a list of names."""
        token = self.tokens[number]
        folded = fold(token.lower)
        listed = is_first_name(folded) or is_surname(folded)
        if is_abbreviated_compound(token.text):
            return False
        if token.is_shouted:
            return self._is_shouted_name(number, listed=listed)
        if any(character.isupper() for character in token.text[1:]) and "-" not in token.text and "'" not in token.text:
            return is_surname(folded)  # "McDonald" is a name, "WhatsApp" is not.
        if listed:
            return not self._is_heading(number) and token.lower not in nations()
        return not is_word(token.lower)

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
        """Tell whether a sentence begins with a name: then a verb, a surname or initials follow, or the word is nothing else."""
        token, folded = self.tokens[number], fold(self.word(number))
        if is_abbreviation(token):
            return False
        first = is_first_name(folded)
        if self.surname_follows(number):
            return first or not is_word(token.lower)
        if not is_word(token.lower):
            return self._unknown_begins(number, first=first)
        if not first or token.lower in ROLES:
            return self.is_genitive(number)
        if token.lower in ORDINARY or not is_direct(token.lower):
            return self.verb_follows(number) or self._is_listed(number)
        return token.after not in {":"}

    def _unknown_begins(self, number: int, *, first: bool) -> bool:
        """Tell whether a word that is no Dutch is a name at the head of a sentence."""
        token = self.tokens[number]
        if token.after == ":" and not first:
            return False
        if first or self.is_genitive(number) or self._is_listed(number):
            return True
        surname = is_surname(fold(token.lower))
        return self.verb_follows(number) or (
            surname and (token.after in {",", ".", "(", "!", "?", ""} or self.word(number + 1) == "en")
        )

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

    def _is_small_name(self, number: int) -> bool:
        """Tell whether a word in small letters, in a text that has capitals, is a name: no word at all, and in a list."""
        lower = self.word(number)
        if len(lower) < 4 or is_word(lower):
            return False
        return is_first_name(fold(lower)) or (
            is_surname(fold(lower)) and is_first_name(fold(self.words.before(number)))
        )

    def _stands_out(self, number: int) -> bool:
        """Tell whether a word is a name in a text where capitals tell nothing."""
        token = self.tokens[number]
        lower, folded = token.lower, fold(token.lower)
        first, surname = is_first_name(folded), is_surname(folded)
        if number and len(self.word(number - 1)) == 1 and self.between(number).strip() == ".":
            # "a. burgers die ..., b. ..." is a list.
            listing = self.tokens[number - 1].begins and self.word(number - 1) in _LETTERED
            return not (listing and is_word(bare_of(lower))) and (
                surname or not is_word(lower) or (not is_direct(lower) and self.cue(number) == "title")
            )
        if not is_word(lower):
            near = (
                self.words.before(number) in NEXT_TO_NAMES or self.verb_follows(number) or self.is_beside_name(number)
            )
            return first or (surname and len(lower) > 3) or (len(lower) > 3 and near)
        if lower in ORDINARY or not is_mostly_a_name(lower):
            return first and (self.surname_follows(number) or self._begins_like_a_name(number) or self._is_row(number))
        return (
            token.begins
            or self.words.before(number) in NEXT_TO_NAMES
            or self.verb_follows(number)
            or self.surname_follows(number)
        )

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

    def _begins_like_a_name(self, number: int) -> bool:
        """Tell whether a noun that is a given name too has no article, and a verb behind it: "amber gaat naar school"."""
        token = self.tokens[number]
        lower = token.lower
        return (
            token.begins
            and not looks_like_verb(lower)
            and lower not in ROLES
            and self.verb_follows(number)
            and len(lower) > 2
        )

    def _is_announced(self, number: int, cue: str) -> bool:
        """Tell whether a word behind a title, a role or "heet" is a name."""
        token = self.tokens[number]
        lower, folded = token.lower, fold(token.lower)
        no_name = lower in ROLES or lower in TITLES or f"{lower}." in TITLES or lower in PREFIXES or lower in PRONOUNS
        if no_name or (token.begins and cue not in {"label", "greeting"} and not self._is_in_quotes(number)):
            return False
        if token.is_capital and not self.blind:
            return self._is_announced_capital(number, cue)
        if lower in VERBS or lower in FUNCTION or cue == "greeting":
            return cue == "greeting" and is_first_name(folded) and self.words.is_small
        return self._is_announced_small(number, cue)

    def _is_announced_small(self, number: int, cue: str) -> bool:
        """Tell whether a word in small letters is the name that was announced."""
        lower, folded = self.word(number), fold(self.word(number))
        word = is_word(lower)
        if cue == "title":
            # "De notaris van het dorp" is no Mr Dorp; in a text without capitals nobody can tell.
            sure = self.blind or not is_direct(lower) or self._title(number) in _HONORIFICS
            prefixed = self.word(number - 1) in LEADS
            plain = lower not in ORDINARY and not looks_like_verb(lower)
            listed = is_surname(folded) and (sure if prefixed else plain)
            kin = self._title(number) in KIN and is_first_name(folded)
            behind = self.word(number + 1)
            return (
                not word
                or listed
                or (kin and (behind in {"in", "uit", "op", "bij", "van"} or self.ends_or_goes_on(number)))
            )
        if not word:
            listed = is_first_name(folded) or is_surname(folded)
            return listed or cue == "called" or (len(lower) > 3 and (self.blind or self.verb_follows(number)))
        if cue == "role" and self.word(number - 1) in KIN and is_first_name(folded) and self.verb_follows(number):
            return True
        return is_mostly_a_name(lower) and (cue != "role" or self.ends_or_goes_on(number))

    def _title(self, number: int) -> str:
        """Give the title before a word, past its prefixes."""
        at = number - 1
        while at > 0 and self.word(at) in LEADS:
            at -= 1
        return self.word(at)

    def _is_in_quotes(self, number: int) -> bool:
        return bool(number) and self.between(number).strip() in {'"', "'", "“", "‘", "«"}

    def _is_announced_capital(self, number: int, cue: str) -> bool:
        """Tell whether a word with a capital is the name that was announced."""
        token = self.tokens[number]
        folded = fold(token.lower)
        listed, word = is_first_name(folded) or is_surname(folded), is_word(token.lower)
        if is_abbreviation(token) and not (listed and cue in {"title", "called"}) and cue != "title":
            return False
        if cue == "title":
            behind = self.word(number - 1)
            return behind not in LEADS or listed or not word or behind in ARTICLES | {"'s"}
        if cue == "greeting":
            return listed or not word or not token.after.isalnum()
        return listed or not word or cue == "called"
