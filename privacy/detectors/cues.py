"""What stands beside a word and tells whether it is somebody's name: a title, a role, "heet", a verb, a surname."""

import re

from privacy.detectors.lists import (
    fold,
    is_direct,
    is_first_name,
    is_hardly_a_word,
    is_mostly_a_name,
    is_prefixed_surname,
    is_surname,
    is_word,
)
from privacy.detectors.tokens import Token, Words
from privacy.detectors.words import (
    ARTICLES,
    CALLED,
    FUNCTION,
    GREETINGS,
    LABELS,
    OPENINGS,
    ORDINARY,
    PREFIXES,
    PREPOSITIONS,
    PRONOUNS,
    ROLES,
    TITLES,
    VERBS,
    WHOM,
)

LONGEST_PREFIX = 4
# "Kind 2: Ioana", "bewoner 1 = Wim Groen".
_NUMBERED_LABEL = re.compile(r"\d{1,2}[ ]?[:=]")
LEADS = PREFIXES | PREPOSITIONS
_QUOTES = " \"'“”‘’«»("
# "Groetjes nel": behind these the writer's name may follow without a mark.
_BYE = frozenset({"groetjes", "groet", "groeten", "gr", "mvg", "liefs"})
# Initials of two letters, and the like.
LONG_INITIALS = frozenset({"th", "ch", "ph", "chr", "joh", "jac"})
# Words of their own, that are titles only with their full stop.
_WITH_STOP = frozenset({"hr", "ir", "mr", "ds", "ing"})


def is_title(lower: str, between: str) -> bool:
    """Tell whether a word is a title, given what stands behind it."""
    return (lower in TITLES or f"{lower}." in TITLES) and (lower not in _WITH_STOP or between == ".")


class Around:
    """Looks around the words of one text. `passed` are the words that belong to something else."""

    def __init__(self, words: Words, passed: set[int]) -> None:
        """Take the words of the text."""
        self.words = words
        self.tokens = words.tokens
        self.passed = passed
        self.blind = words.is_blind

    def word(self, number: int) -> str:
        """Give a word in small letters; nothing where there is none."""
        return self.tokens[number].lower if 0 <= number < len(self.tokens) else ""

    def between(self, number: int) -> str:
        """Give what stands between a word and the one before it."""
        return self.words.between(number)

    def cue(self, number: int) -> str | None:
        """Give what announces a name: "title", "role", "called", "label", "opening", "greeting"; None for nothing."""
        at = number
        for _ in range(LONGEST_PREFIX + 1):
            if not at:
                return None
            if found := self._cue_at(at, first=at == number):
                return found
            lower = self.word(at - 1)
            gap = self.between(at).strip()
            is_lead = lower in LEADS or len(lower) == 1 or self.tokens[at - 1].is_initials
            is_lead = is_lead or (lower in LONG_INITIALS and gap == ".")
            if not is_lead or gap not in {"", ".", "-"} or self.between(at).count("\n") > 1:
                return None
            at -= 1
        return None

    def _cue_at(self, at: int, *, first: bool) -> str | None:
        """Give what the word before this one announces."""
        gap, lower = self.between(at), self.word(at - 1)
        bare = gap.strip()
        if first and (found := self._marked_cue(at, bare)):
            return found
        if (
            bare == ":"
            and not first
            and lower in LABELS
            and self.word(at) in (PREFIXES - PREPOSITIONS - ARTICLES) | {"van"}
        ):
            return "label"  # "Achternaam: van der Pas"
        if bare not in {"", "."} or gap.count("\n") > 1:
            return None
        if is_title(lower, bare):
            return "title"
        if not first and self.tokens[at].lower in ARTICLES and self._is_calling(at - 1):
            return "called"  # "Iedereen noemt hem de Kromme"
        return self._spoken_cue(at, lower) if first and (bare != "." or len(lower) <= 3) else None

    def _spoken_cue(self, at: int, lower: str) -> str | None:
        """Give what a word announces that stands right before this one: a role, "heet", or "Beste" at the head of a message."""
        last = at + 1 == len(self.tokens) and not is_word(self.word(at))  # "mvg kasia"
        if lower in _BYE and (last or is_first_name(fold(self.word(at)))) and self.word(at) not in ORDINARY:
            return "greeting"
        if lower in ROLES:
            # "... belt de ouders.\nPunt 5": a role at the end of a line announces nothing in the next.
            return None if self.tokens[at].begins and "\n" in self.between(at) else "role"
        if lower in OPENINGS and self.tokens[at - 1].begins and self.tokens[at].after in {",", "!", "."}:
            return "opening"
        return "called" if self._is_calling(at - 1) else None

    def _marked_cue(self, at: int, bare: str) -> str | None:
        """Give what a word with a mark behind it announces: "Naam: ...", "Groet, ...", "noemt zich \"...\"."""
        lower, gap = self.word(at - 1), self.between(at)
        if _NUMBERED_LABEL.fullmatch(bare) and "\n" not in gap:
            return "label" if lower in ROLES or lower in LABELS else None
        if bare == ":":
            return "label" if lower in LABELS or lower in ROLES or lower in TITLES else None
        greets = lower in GREETINGS or f"{lower}." in GREETINGS
        if (
            greets
            and (bare in {",", ".", "!", "-"} or "\n" in gap)
            and not self.words.plain[self.tokens[at].end : self.tokens[at].end + 400].strip().count(". ")
        ):
            return "greeting"
        quoted = bare and not bare.strip(_QUOTES)
        if quoted and bare != "(" and lower in ROLES and self._is_nickname(at):
            return "called"
        return (
            "called" if quoted and any(self._is_calling(near) for near in range(at - 1, max(-1, at - 5), -1)) else None
        )

    def _is_nickname(self, at: int) -> bool:
        """Tell whether one word with a capital stands between quotes: "haar vriend 'Dikke'"."""
        token = self.tokens[at]
        closed = self.words.plain[token.end : token.end + 1] in set("\"'”’»")
        return closed and token.is_capital and not self.blind and token.lower not in FUNCTION

    def _is_calling(self, number: int) -> bool:
        """Tell whether a word says what somebody is called, a word or two may stand between."""
        if self.word(number) in CALLED:
            return True
        if self.word(number) not in WHOM:
            return False
        return any(
            self.word(at) in CALLED or self.word(at) in {"voorstelde", "stelde", "noemt"}
            for at in (number - 1, number - 2, number - 3)
        )

    def verb_follows(self, number: int) -> bool:
        """Tell whether a finite verb stands right behind a word, and no question is asked ("Wil je")."""
        if number + 1 >= len(self.tokens):
            return False
        behind = self.tokens[number + 1]
        if behind.lower == "zelf" and number + 2 < len(self.tokens):
            behind = self.tokens[number + 2]
        if not behind.joined or (behind.is_capital and not self.blind):
            return False
        return behind.lower not in PRONOUNS and looks_like_verb(behind.lower)

    def ends_or_goes_on(self, number: int) -> bool:
        """Tell whether behind a word stands a verb, "en", a mark or nothing, as behind a name."""
        return (
            not self.tokens[number].after.isalnum()
            or self.word(number + 1) in {"en", "of"}
            or self.verb_follows(number)
        )

    def surname_follows(self, number: int) -> bool:
        """Tell whether a surname stands right behind a word, a prefix may stand between."""
        behind = self.past_prefix(number + 1)
        if behind >= len(self.tokens) or behind in self.passed or not self.tokens[behind].joined:
            return False
        token = self.tokens[behind]
        lower, folded = token.lower, fold(token.lower)
        if token.is_initials or self._is_name_by_its_capital(number, behind):
            return True
        role = lower in ROLES and not (is_surname(folded) and (self.blind or token.is_capital))
        if lower in FUNCTION or role or len(lower) < 2 or lower in VERBS:
            return False
        if self.blind:
            return self._is_blind_surname(number, behind)
        return (
            token.is_capital and not token.begins and (is_surname(folded) or not is_word(lower) or behind > number + 1)
        )

    def _is_blind_surname(self, number: int, behind: int) -> bool:
        """Tell whether a word behind a given name, where capitals tell nothing, is a surname."""
        lower = self.word(behind)
        if behind > number + 1:
            return is_prefixed_surname(fold(lower)) or not is_word(lower)
        if not is_word(lower):
            return is_mostly_a_name(self.word(number)) or lower not in ORDINARY
        alone = self.ends_or_goes_on(behind) and lower not in ORDINARY
        return is_surname(fold(lower)) and (is_mostly_a_name(self.word(number)) or alone)

    def _is_name_by_its_capital(self, number: int, behind: int) -> bool:
        """Tell whether a given name stands before a word with a capital in mid-sentence, whatever that means else: "Mia Kan"."""
        token = self.tokens[behind]
        capital = token.is_capital and not token.begins and not self.blind and len(token.text) > 1
        return (
            capital
            and token.lower not in PRONOUNS | ROLES
            and not (token.is_shouted and not self.tokens[number].is_shouted)
            and (is_first_name(fold(self.word(number))) or not is_word(self.word(number)))
        )

    def past_prefix(self, number: int) -> int:
        """Give the number of the first word from here on that is no prefix ("van der", "in 't", "el")."""
        at = number
        while (
            at < len(self.tokens)
            and at < number + LONGEST_PREFIX
            and (self.tokens[at].joined or self.word(at - 1) == "'s")
        ):
            lower = self.tokens[at].lower
            spaced = (lower == "v" and self.word(at + 1) == "d") or (lower == "d" and self.word(at - 1) == "v")
            if spaced or lower in PREFIXES or (lower in PREPOSITIONS and self.word(at + 1) in ARTICLES):
                at += 1
            else:
                break
        return at

    def is_beside_name(self, number: int) -> bool:
        """Tell whether an unknown word stands beside a given name or beside another unknown word."""
        token = self.tokens[number]
        if number and token.joined and number - 1 not in self.passed:
            before = self.word(number - 1)
            known = is_mostly_a_name(before) or (is_first_name(fold(before)) and before not in ORDINARY)
            if known or (len(before) > 3 and (not is_word(before) or is_hardly_a_word(before))):
                return True
        behind = self.tokens[number + 1] if number + 1 < len(self.tokens) else None
        return bool(
            behind
            and behind.joined
            and number + 1 not in self.passed
            and len(behind.lower) > 2
            and (not is_word(behind.lower) or is_hardly_a_word(behind.lower))
        )

    def is_genitive(self, number: int) -> bool:
        """Tell whether it is "Bilals", "Tim's" or "Hans'" before something that is theirs."""
        token = self.tokens[number]
        bare = bare_of(token.lower)
        behind = self.tokens[number + 1] if number + 1 < len(self.tokens) else None
        if token.lower.endswith("'s") and bare not in ROLES and (is_first_name(fold(bare)) or not is_direct(bare)):
            # Behind a consonant only a name has an apostrophe; "foto's" and "mama's" are words.
            return len(bare) > 2 and (bare[-1] not in "aeiouy" or not is_direct(bare))
        if bare == token.lower or (is_direct if token.is_capital and not self.blind else is_word)(token.lower):
            return False
        return is_mostly_a_name(bare) and bool(behind and behind.joined and not behind.is_capital)


def looks_like_verb(lower: str) -> bool:
    """Tell whether a word looks like the finite form of a known verb."""
    if lower in VERBS:
        return True
    if len(lower) > 3 and lower.endswith("t"):
        return is_direct(lower[:-1] + "en") or is_direct(lower + "en")
    return len(lower) > 4 and lower.endswith(("de", "te")) and is_direct(lower[:-2] + "en")


def bare_of(lower: str) -> str:
    """Give a name without the ending that makes it somebody's: "bilals", "tim's", "hans'"."""
    for ending in ("'s", "s'", "'"):
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return lower[: -len(ending)] + ("s" if ending == "s'" else "")
    return lower[:-1] if lower.endswith("s") and len(lower) > 3 else lower


def is_abbreviation(token: Token) -> bool:
    """Tell whether a word is an abbreviation in capitals ("CJG", "EPDS"): short, or without a vowel to say it by."""
    if token.is_shouted and "-" in token.text:
        return all(len(part) < 4 for part in token.text.split("-"))  # "PDD-NOS"
    return token.is_shouted and (
        len(token.text) < 4 or not any(letter in "AEIOUY" for letter in token.text[1:]) or len(token.text) < 5
    )


def is_abbreviated_compound(text: str) -> bool:
    """Tell whether an abbreviation stands before a small ending: "PHO's", "IB-er", "BAAT-kader"."""
    head, _mark, tail = text.replace("'", "-").partition("-")
    return len(head) > 1 and head.isupper() and tail.islower()
