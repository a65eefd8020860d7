"""Finds where somebody works or goes, by what stands before a name: "werkt bij", "gaat naar"; no word says what it is."""

import re
from collections.abc import Collection

from privacy.detectors.addresses import has_number
from privacy.detectors.lists import fold, is_first_name, is_surname, is_word, nations
from privacy.detectors.tokens import Words
from privacy.detectors.words import ARTICLES, FUNCTION, MORE_WORDS, OFFICES, ROADS, ROLES, SCHOOLS, TITLES, ends_in

# "Zijn zoon Ruben is 8 en gaat elke dag zelf naar de ".
_PUPIL = re.compile(
    r"\b(?:zoon|zoontje|dochter|dochtertje|kind|kinderen|jongen|meisje|leerling|leerkracht|juf|klas|groep)\b[^.!?\n]{0,60}"
    r"\b(?:gaat|zit|ging|zat|gaan|zitten|school)\b[^.!?\n]{0,20}\b(?:naar|op)\s(?:de|het)\s$"
)
# Behind these an unknown name with a capital is where somebody works or goes.
_WORKS = re.compile(
    r"\b(?:werk|werkt|werkte|werken|gewerkt|baan|dienst|stage|ontslagen|aangenomen|gaat|zit|les|lid"
    r"|voetbalt|traint|speelt|winkelt"
    r"|personeel|eigenaar|baas|chef|collega's|kassa|magazijn|nachtdienst|uitzendkracht|boodschappen|vaste klant)\b"
    r"[^.!?\n]{0,30}\b(?:bij|van|op|voor|achter)\s(?:de\s|het\s)?$",
    re.IGNORECASE,
)
_NAMES_NO_FIRM = FUNCTION | MORE_WORDS
LEGAL = frozenset({"bv", "b.v", "b.v.", "nv", "n.v", "n.v.", "vof", "v.o.f", "v.o.f.", "cv", "ltd", "gmbh"})
ARTICLES_OF_NAMES = ARTICLES | {"d'", "la", "le", "el", "in", "op", "aan", "ter", "ten", "van"}
LINKS = frozenset({'"', "“", "„", "«", "&", "+", "-", "–", "/", "."})
ABOUT = frozenset(
    {
        "naar",
        "bij",
        "via",
        "vd",
        "v.d.",
        "op",
        "van",
        "in",
        "uit",
        "achter",
        "voor",
        "boven",
        "tegenover",
        "basisschool",
    }
)
# "De school wordt waarschijnlijk De Vlinderboom."
_PERHAPS = frozenset(
    {"wordt", "waarschijnlijk", "misschien", "is", "was", "heet", "genaamd", "mogelijk", "ib", "ib-er", "locatie"}
)
LONGEST = 5


def is_linked(words: Words, number: int) -> bool:
    """Tell whether "&" or its like stands before a word, or a stop behind an abbreviation ("v.v. De Hei")."""
    before = words.tokens[number - 1]
    gap = words.between(number).strip()
    return gap in LINKS - {"."} or (gap == "." and ("." in before.lower or before.lower in {"gebr", "fa", "st"}))


def is_school(words: Words, number: int) -> bool:
    """Tell whether a word with a capital is where a child goes: "zijn zoon gaat zelf naar de Wegwijzer"."""
    token = words.tokens[number]
    if words.is_blind or not token.is_capital or token.begins or token.is_shouted or token.after.isalnum():
        return False
    if token.lower in ROLES | OFFICES | nations():
        return False
    return bool(_PUPIL.search(words.plain, max(0, token.start - 90), token.start))


def is_workplace(words: Words, number: int) -> bool:
    """Tell whether an unknown word with a capital stands where somebody works."""
    token = words.tokens[number]
    if words.is_blind or not token.is_capital or token.begins or not token.joined or token.is_initials:
        return False
    if (
        words.word(number - 1) == "van"
        and words.tokens[number - 2].is_capital
        and is_first_name(fold(words.word(number - 2)))
    ):
        return False  # "Er gaat een filmpje rond van Sem van Bussel."
    named = is_first_name(fold(token.lower)) or token.lower in _NAMES_NO_FIRM  # "werkt op BSN"
    if named and token.lower not in {"de", "het"}:
        return False
    return bool(_WORKS.search(words.plain, max(0, token.start - 60), token.start))


def workplace_end(words: Words, number: int, passed: Collection[int]) -> int:
    """Give how far the name of a workplace goes."""
    tokens, last = words.tokens, number
    while (
        last < len(tokens)
        and last - number < LONGEST
        and last not in passed
        and (last == number or tokens[last].joined or is_linked(words, last))
    ):
        token = tokens[last]
        capital = token.is_capital and (last == number or not token.begins)
        if not (token.is_initials or capital or token.lower in LEGAL):
            break
        last += 1
    return last if last > number and not (last == number + 1 and tokens[number].lower in ARTICLES_OF_NAMES) else number


def saint_end(words: Words, number: int) -> int:
    """Give how far a club goes that is called after a saint behind what it is: "KBO Sint Lambertus"; the number for none."""
    tokens = words.tokens
    if words.is_blind or words.word(number) not in {"sint", "st"} or number + 1 >= len(tokens) or not number:
        return number
    before, behind = tokens[number - 1], tokens[number + 1]
    named = behind.is_capital and not behind.begins and not ends_in(behind.lower, ROADS, 1)
    club = before.is_shouted and tokens[number].joined and tokens[number].is_capital
    return number + 2 if club and named and not has_number(words.plain, behind.end) else number


def is_house(words: Words, number: int, passed: Collection[int]) -> bool:
    """Tell whether "De Lage Heide" begins here: an article with a capital in mid-sentence, behind where somebody goes or is."""
    token = words.tokens[number]
    if (
        words.is_blind
        or token.begins
        or not token.is_capital
        or token.lower not in {"de", "het", "'t", "den"}
        or number + 1 >= len(words.tokens)
    ):
        return False
    behind = words.tokens[number + 1]
    if (
        not (behind.is_capital and behind.joined)
        or behind.is_shouted
        or number + 1 in passed
        or words.before(number) in TITLES | ROLES
    ):
        return False
    person = is_surname(fold(behind.lower)) and not is_word(behind.lower)
    # As in "met hun school erbij (De Klimboom)".
    told = words.between(number) == " (" and not SCHOOLS.isdisjoint(words.word(at) for at in range(number - 3, number))
    return (told or words.before(number) in ABOUT | _PERHAPS) and not person


def house_end(words: Words, number: int) -> int:
    last = number + 1
    while (
        last < len(words.tokens)
        and last - number < LONGEST
        and words.tokens[last].joined
        and words.tokens[last].is_capital
        and not words.tokens[last].begins
    ):
        last += 1
    return last
