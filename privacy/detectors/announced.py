"""Reads names behind a title, a role, a label or a greeting: "dhr. Kort", "zoon bilal", "Huisarts: Muur"."""

from privacy.detectors.cues import LEADS, LONGEST_PREFIX, is_abbreviation, looks_like_verb
from privacy.detectors.lists import (
    fold,
    is_direct,
    is_first_name,
    is_mostly_a_name,
    is_prefixed_surname,
    is_surname,
    is_word,
    nations,
)
from privacy.detectors.small_names import SmallNames
from privacy.detectors.words import (
    ARTICLES,
    CALLED,
    FUNCTION,
    HONORIFICS,
    KIN,
    OFFICES,
    ORDINARY,
    PREFIXES,
    PRONOUNS,
    ROLES,
    TITLES,
    VERBS,
)

# Behind a label these endings make an answer: "Onbekend", "Volgt", "Overleden", "Thuiswonende", "Aanmelding".
_ANSWERS = ("d", "t", "n", "e", "ing", "ig", "loos", "heid", "atie", "zorg", "hulp")
_FROM = frozenset({"in", "uit", "op", "bij", "van"})
# "Tandarts Beekveld": who is spoken of with the name of the practice.
_TRADES = frozenset({"huisarts", "tandarts", "dokter", "notaris", "dierenarts", "fysiotherapeut"})
_CALLED_BY = frozenset({"opa", "oma", "oom", "tante"})
# In the head of a table these stand behind "Naam".
_HEADINGS = frozenset({"geb", "opm", "tel", "adr", "nr"})
# Titles that are no work and no kin.
TITLES_OF_PEOPLE = HONORIFICS | {"dr", "drs"}


class Announced(SmallNames):
    """Reads names behind what announces them."""

    def is_announced(self, number: int, cue: str) -> bool:
        """Tell whether a word behind a title, a role or "heet" is a name."""
        token = self.tokens[number]
        lower, folded = token.lower, fold(token.lower)
        no_name = lower in ROLES or lower in TITLES or f"{lower}." in TITLES or lower in PREFIXES or lower in PRONOUNS
        # "Opa Broer": so a child calls somebody by a name that is a role as well.
        called = (
            self.word(number - 1) in _CALLED_BY and token.is_capital and not self.blind and self.between(number) == " "
        )
        # A role that is a given name, as in "Voluit: Zus van Hoof".
        behind = self.past_prefix(number + 1)
        full = self.word(number - 1) in CALLED | {"voluit"} and behind > number + 1 and self.surname_follows(number)
        no_name = (no_name and not called) or (lower in _HEADINGS and token.after == ".")
        if full and cue == "label":
            return True
        if no_name or (token.begins and cue not in {"label", "greeting"} and not self._is_in_quotes(number)):
            return False
        if token.is_capital and not self.blind:
            # With a prefix behind a label even "Pas" is a surname.
            filled = cue == "label" and self.word(number - 1) in LEADS and not token.after.islower()
            return filled or self._is_announced_capital(number, cue)
        if lower in VERBS or lower in FUNCTION or cue in {"greeting", "opening"}:
            said_to = cue == "opening" and lower not in ORDINARY
            # "Mijn broer wil doet de centen": two finite verbs do not stand so.
            twice = lower in VERBS and self.word(number - 1) in KIN and self.verb_follows(number)
            return (cue == "greeting" or said_to or twice) and is_first_name(folded) and self.blind
        return self._is_announced_small(number, cue)

    def _is_announced_small(self, number: int, cue: str) -> bool:
        """Tell whether a word in small letters is the name that was announced."""
        lower, folded = self.word(number), fold(self.word(number))
        word = is_word(lower)
        if cue == "label" and self.blind and self._is_filled_in(number):
            return True
        if cue == "title":
            # "De notaris van het dorp" is no Mr Dorp; in a text without capitals nobody can tell.
            sure = self.blind or not is_direct(lower) or self.title_before(number) in TITLES_OF_PEOPLE
            prefixed = self.word(number - 1) in LEADS
            # "De huisarts bellen": behind work and in a text with capitals a word in small letters is that word.
            plain = lower not in ORDINARY and not looks_like_verb(lower) and sure
            listed = is_surname(folded) and (sure if prefixed else plain)
            # "MEVROUW WINTER HOORT": without an article a noun behind "mevrouw" is her name.
            noun = is_prefixed_surname(folded) or not lower.endswith(_ANSWERS)
            honoured = self.blind and self.title_before(number) in TITLES_OF_PEOPLE and len(lower) > 2 and not prefixed
            # "MENEER POST MAAKT": two finite verbs do not stand so.
            verb = looks_like_verb(lower) and not (is_prefixed_surname(folded) and self.verb_follows(number))
            listed = listed or (honoured and noun and self.ends_or_goes_on(number) and not verb)
            if self.title_before(number) in KIN and prefixed and word:
                return False  # "De roos die zijn oma in de tuin had."
            kin = self.title_before(number) in KIN and is_first_name(folded)
            behind = self.word(number + 1)
            return (
                not word
                or listed
                or (kin and (behind in _FROM or self.ends_or_goes_on(number)))
                or (behind in _FROM and noun and self.title_before(number) in {"dr", "dokter", "drs"} and self.blind)
            )
        if not word:
            listed = is_first_name(folded) or is_surname(folded)
            return (
                listed or cue == "called" or (len(lower) > 3 - self.blind and (self.blind or self.verb_follows(number)))
            )
        if is_first_name(folded) and (self.word(number - 1) == "ene" or (cue == "role" and self._is_kins_name(number))):
            return True
        return is_mostly_a_name(lower) and (cue != "role" or self.ends_or_goes_on(number))

    def _is_kins_name(self, number: int) -> bool:
        """Tell whether a given name that is a word too stands behind kin: "haar zoon storm.", "vader bas kok zegt".

        Without an article it can be nobody else: at the end of a clause, before a verb, or before a surname with its verb.
        """
        if self.word(number - 1) not in KIN:
            return False
        behind = self.word(number + 1)
        ends = not self.tokens[number].after.isalnum() or is_mostly_a_name(self.word(number))
        surname = is_prefixed_surname(fold(behind)) and looks_like_verb(self.word(number + 2))
        infinitive = behind.endswith("en") and is_direct(behind)
        return ends or surname or infinitive or self.verb_follows(number) or self.surname_follows(number)

    def title_before(self, number: int) -> str:
        """Give the title before a word, past its prefixes."""
        at = number - 1
        while at > 0 and number - at <= LONGEST_PREFIX and self.word(at) in LEADS:
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
        # "Zijn broer Plamen": behind kin a word with a capital in mid-sentence is a name, whatever it means else.
        kin = (
            self.word(number - 1) in KIN
            and token.lower not in FUNCTION
            and self.between(number) == " "
            and token.lower not in nations()
        )
        trade = (
            self.word(number - 1) in _TRADES and token.lower not in FUNCTION | nations() and self.between(number) == " "
        )
        return listed or not word or kin or trade or cue == "called" or (cue == "label" and self._is_filled_in(number))

    def _is_filled_in(self, number: int) -> bool:
        """Tell whether an ordinary word stands alone behind a label as a surname does ("Huisarts: Muur"), and no "Onbekend"."""
        token = self.tokens[number]
        lower = token.lower
        alone = not token.after.isalnum() or "\n" in self.words.plain[token.end : token.end + 2]
        made_up = not is_direct(lower) and self.word(number - 1) in ROLES
        answers = (
            lower in FUNCTION
            or lower in OFFICES
            or (lower.endswith(_ANSWERS) and not made_up)
            or looks_like_verb(lower)
        )
        return alone and not answers and len(lower) > 2
