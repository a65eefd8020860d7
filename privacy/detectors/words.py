"""Ordinary words that the detectors go by, from files of ours: what names a role, what stands before or behind a name.

They hold no name that was ever found in a text. The first lines of each file in privacy/data/words/ say what it is for.
"""

from functools import cache
from importlib.resources import files


def _words(name: str) -> frozenset[str]:
    """Give the words of a list; a line that starts with # is a remark."""
    text = (files("privacy") / "data" / "words" / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def ends_in(word: str, endings: frozenset[str], before: int = 0) -> bool:
    """Tell whether a word ends in one of these, with at least so many letters before it."""
    return word[-2:] in _last_letters(endings) and any(word[at:] in endings for at in range(before, len(word) - 1))


@cache
def _last_letters(endings: frozenset[str]) -> frozenset[str]:
    """Give the last two letters of each ending: most words are done with by theirs."""
    return frozenset(ending[-2:] for ending in endings)


ABBREVIATIONS = _words("abbreviations")
ANY_ROADS = _words("any-roads")
ARTICLES = _words("articles")
BEFORE_NAMES = _words("before-names")
BEHIND_A_BUSINESS = _words("behind-a-business")
BUSINESSES_ALONE = _words("businesses-alone")
CALLED = _words("called")
CAR_BRANDS = _words("car-brands")
CITIES_ABROAD = _words("cities-abroad")
COMPOUND_TAILS = _words("compound-tails")
COUNTED = _words("counted")
DAYS_AND_SIZES = _words("days-and-sizes")
EMPLOYERS = _words("employers")
FINITE = _words("finite")
FUNCTION = _words("function")
GREETINGS = _words("greetings")
HELD_OFFICES = _words("held-offices")
HONORIFICS = _words("honorifics")
HONOURED = _words("honoured")
INSIDE_A_BUILDING = _words("inside-a-building")
KIN = _words("kin")
KNOWN_PEOPLE = _words("known-people")
LABELS = _words("labels")
MEDICINE_ENDINGS = _words("medicine-endings")
MORE_WORDS = _words("more-words")
NEXT_TO_NAMES = _words("next-to-names")
NICKNAMES = _words("nicknames")
NOT_A_NAME = _words("not-a-name")
NOUN_ENDINGS = _words("noun-endings")
OFFICES = _words("offices")
ON_SIGNS = _words("on-signs")
OPENINGS = _words("openings")
ORDINARY = _words("ordinary")
PEOPLE = _words("people")
PEOPLES = _words("peoples")
PRACTICES = _words("practices")
PREFIXES = _words("prefixes")
PREPOSITIONS = _words("prepositions")
PROGRAMMES = _words("programmes")
PRONOUNS = _words("pronouns")
REGIONS = _words("regions")
ROADS = _words("roads")
ROLES = _words("roles")
SCHOOLS = _words("schools")
SEPARABLE = _words("separable")
SPOKEN_LETTERS = _words("spoken-letters")
SURE_ROADS = _words("sure-roads")
SURELY_SCHOOLS = _words("surely-schools")
THINGS_OF_SOMEBODY = _words("things-of-somebody")
TITLES = _words("titles")
TOWNS = _words("towns")
UNITS = _words("units")
VERBS = _words("verbs")
WHERE = _words("where")
WHOM = _words("whom")
WINDS = _words("winds")
WORDS_OF_TWO = _words("words-of-two")
