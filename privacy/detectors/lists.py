"""Word and name lists for the detectors, read from the installed packages deduce and simplemma: loaded once, kept small.

They tell what is an ordinary Dutch word and what can be a name. Nothing of a text is ever added to them.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from babel.localedata import load
from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamMap

from privacy.detectors.common_words import is_common
from privacy.detectors.spoken import number_words
from privacy.detectors.words import (
    CITIES_ABROAD,
    COMPOUND_TAILS,
    FUNCTION,
    MEDICINE_ENDINGS,
    MORE_WORDS,
    NOT_A_NAME,
    NOUN_ENDINGS,
    ORDINARY,
    PEOPLES,
    PREFIXES,
    SEPARABLE,
    VERBS,
    ends_in,
)


def lookup_folder() -> Path:
    """Give the folder of deduce's lists, without importing deduce: it would bring numpy and 20 MB along."""
    found = find_spec("deduce")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("The check reads its lists from the package deduce, which is not installed.")
    return Path(found.submodule_search_locations[0]) / "data" / "lookup" / "src"


_LOOKUP = lookup_folder()
SHORTEST_PART = 3
# "erbij", "daarvan", "hiernaast", "waarop": the dictionary has only some of them.
_PLACES = ("er", "daar", "hier", "waar")
_PREPOSITIONS = (
    "aan", "achter", "af", "bij", "binnen", "boven", "buiten", "door", "heen", "in", "langs", "mee", "na", "naar", "naast",
    "om", "omheen", "onder", "op", "over", "tegen", "tegenaan", "tegenover", "toe", "tussen", "tussenin", "uit", "van", "vanaf",
    "vandaan", "vandoor", "vanuit", "voor", "zonder", "tussendoor", "bovenop", "doorheen", "onderdoor", "achteraan", "bovenuit",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDINGS_OF_SURNAMES = (
    "ev", "ov", "eva", "ova", "ski", "sky", "ska", "wicz", "czyk", "escu", "enko", "chuk", "tsjoek", "oglu", "idis", "poulos",
    "yan", "shvili", "iak", "czak", "ucci", "elli", "ović", "ovic", "mans", "sma", "stra", "inga",
)  # fmt: skip
_LINKS = ("", "s", "e", "en", "n", "-", "s-")


@cache
def _dutch() -> StreamMap:
    """Give the dictionary of Dutch word forms; it stays packed in memory."""
    return StreamMap("nl")


def _text(folder: str) -> str:
    return (_LOOKUP / folder / "items.txt").read_text(encoding="utf-8")


def _lines(folder: str) -> list[str]:
    return _text(folder).split("\n")


def fold(word: str) -> str:
    """Give a word in lower case without accents, as the lists of names are kept."""
    lower = word.lower()
    if lower.isascii():
        return lower
    apart = unicodedata.normalize("NFKD", lower.replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return "".join(character for character in apart if not unicodedata.combining(character))


@cache
def first_names() -> frozenset[str]:
    """Give the given names."""
    return frozenset(fold(line) for line in _lines("names/lst_first_name") if len(line) > 1) - NOT_A_NAME


@cache
def surnames() -> frozenset[str]:
    """Give the surnames, also those that stand behind a prefix."""
    names = {fold(line) for folder in ("lst_surname", "lst_interfix_surname") for line in _lines(f"names/{folder}")}
    return frozenset(name for name in names if len(name) > 1) - NOT_A_NAME


@cache
def _prefixed_surnames() -> frozenset[str]:
    """Give the surnames that stand behind a prefix, ordinary words among them: "(de) Groot"."""
    return frozenset(fold(line) for line in _lines("names/lst_interfix_surname") if len(line) > 1)


@cache
def places() -> frozenset[str]:
    """Give the villages and towns, in lower case without accents."""
    folders = ("lst_residence", "lst_municipality")
    names = {fold(line) for folder in folders for line in _lines(f"locations/lst_placename/{folder}")}
    return frozenset(name for name in names if len(name) > 2 and name != "straat") | {
        fold(city) for city in CITIES_ABROAD
    }


@cache
def place_heads() -> frozenset[str]:
    """Give the words with which the name of a village or town begins: most words are done with by these."""
    return frozenset(name.partition(" ")[0].removesuffix("'s") for name in places())


@cache
def _streets() -> "array[int]":
    """Give the streets, as sorted hashes: a hundred and fifty thousand names would be the largest list by far."""
    return array("q", sorted(hash(line) for line in _text("locations/lst_street").lower().split("\n") if len(line) > 2))


@cache
def _other_words() -> frozenset[str]:
    """Give the words of medicine and the commonest words, which the dictionary lacks in part."""
    folders = ("lst_medical_term", "lst_common_word", "lst_stop_word")
    words = {line.lower() for folder in folders for line in _lines(f"whitelist/{folder}") if " " not in line}
    words |= nations()
    words |= {place + preposition for place in _PLACES for preposition in _PREPOSITIONS}
    words |= {
        number + ending for number in number_words() for ending in ("", "e", "de", "ste", "half", "jarig", "jarige")
    }
    return frozenset(words | MORE_WORDS)


@cache
def nations() -> frozenset[str]:
    """Give the words of the names of countries and languages, which tell nothing by themselves."""
    return PEOPLES | {word for line in _countries_and_languages() if " " not in line for word in _WORD.findall(line)}


@cache
def nations_of_several_words() -> tuple[str, ...]:
    """Give the names of countries and languages that have several words, for the names that pass as a whole."""
    return tuple(line for line in _countries_and_languages() if " " in line and "(" not in line)


@cache
def _countries_and_languages() -> frozenset[str]:
    names = load("nl")
    return frozenset(str(name).lower() for part in ("territories", "languages") for name in names[part].values())


def is_street(name: str) -> bool:
    """Tell whether a street of this name is known."""
    hashed = hash(name.lower())
    at = bisect_left(_streets(), hashed)
    return at < len(_streets()) and _streets()[at] == hashed


@lru_cache(maxsize=30_000)
def is_direct(lower: str) -> bool:
    """Tell whether a word, in lower case, stands in a list of words as it is."""
    if lower in _other_words():
        return True
    dutch = _dutch()
    return lower in dutch or lower.capitalize() in dutch


@lru_cache(maxsize=30_000)
def is_word(lower: str) -> bool:
    """Tell whether this is Dutch: a known word, a compound of known words, or one with a usual ending."""
    if is_direct(lower):
        return True
    if "-" in lower:
        # "Vos-de Groot": half of a double surname.
        if lower.rpartition("-")[2] in PREFIXES or all(part in first_names() for part in fold(lower).split("-")):
            return False
        return all(is_word(part) or len(part) < SHORTEST_PART for part in lower.split("-"))
    if "'" in lower:
        head = lower.partition("'")[0]
        return len(head) == 1 or is_direct(head)
    # A name of the lists that could also be two words ("Marleen", "Oosterbroek") is a name first.
    folded = fold(lower)
    first = folded in first_names() or folded in places()
    # "Kleingeld" is a surname, and met in sentences as what it says.
    said = folded in surnames() and is_common(lower) and _is_compound(lower)
    if first or (folded in surnames() and not said):
        return False
    return (
        is_common(lower)
        or _is_inflected(lower)
        or _is_compound(lower)
        or (len(lower) > 8 and ends_in(lower, NOUN_ENDINGS, 4))
    )


def _is_inflected(lower: str) -> bool:
    """Tell whether a known word stands in it with an ending that Dutch puts behind any word, or is a medicine."""
    if lower.endswith("er") and is_direct(lower[:-2] + "en"):
        return True  # Who does it: "klusser".
    if len(lower) > 7 and ends_in(lower, MEDICINE_ENDINGS, 3):
        return True
    return any(
        lower.endswith(ending) and len(lower) - len(ending) >= 4 and is_direct(lower[: -len(ending)])
        for ending in (
            "s",
            "en",
            "e",
            "je",
            "jes",
            "tje",
            "tjes",
            "pje",
            "er",
            "ing",
            "ingen",
            "end",
            "ende",
            "heid",
            "loos",
        )
    )


def _is_compound(lower: str) -> bool:
    """Tell whether it is made of two known words (or three): a part of three letters counts only as a known head."""
    for cut in range(len(lower) - SHORTEST_PART, 1, -1):
        head, tail = lower[:cut], lower[cut:]
        if len(tail) < 4 and tail not in COMPOUND_TAILS:
            continue
        if is_direct(tail) or _is_inflected(tail):
            bare = [head[: -len(link)] if link else head for link in _LINKS if head.endswith(link)]
            if any(_is_head(each, tail) for each in bare):
                return True
            if len(head) >= 7 and is_direct(tail) and _is_compound(head):
                return True
    return False


def _is_head(head: str, tail: str) -> bool:
    """Tell whether a word can be the first half of a compound: a short one only before a long word, and no "had" or "den"."""
    if head in SEPARABLE:
        return len(tail) > 3 and is_direct(tail)
    if len(head) < SHORTEST_PART or not is_direct(head):
        return False
    return len(head) > SHORTEST_PART or (len(tail) > 4 and is_direct(tail) and head not in FUNCTION | VERBS)


@lru_cache(maxsize=30_000)
def is_hardly_a_word(lower: str) -> bool:
    """Tell whether a word stands in the dictionary alone: met in no Dutch sentence, and no part of other words ("plamen")."""
    if not 4 <= len(lower) <= 8 or lower in _other_words() or is_common(lower):
        return False
    return is_direct(lower) and not _is_compound(lower) and not _is_inflected(lower)


@lru_cache(maxsize=30_000)
def is_foreign_surname(lower: str) -> bool:
    """Tell whether a word is no Dutch and ends as the surnames of other countries do: "georgiev", "kowalska"."""
    return len(lower) > 4 and not is_word(lower) and lower.endswith(_ENDINGS_OF_SURNAMES)


@lru_cache(maxsize=30_000)
def is_first_name(folded: str) -> bool:
    """Tell whether this can be a given name, a double one too."""
    if "-" in folded:
        return all(part in first_names() for part in folded.split("-"))
    return folded in first_names() or _is_pet_name(folded)


def _is_pet_name(folded: str) -> bool:
    """Tell whether it is a given name made small, as they say it in Brabant: "sjefke", "miekske", "toontje"."""
    if len(folded) < 6 or not folded.endswith(("ke", "tje")) or is_direct(folded) or is_common(folded):
        return False
    return any(len(stem) > 2 and stem in first_names() for stem in (folded[:-2], folded[:-3]))


@lru_cache(maxsize=30_000)
def is_surname(folded: str) -> bool:
    """Tell whether this can be a surname, a double one too."""
    return folded in surnames() or (
        "-" in folded and any(len(part) > 2 and part in surnames() for part in folded.split("-"))
    )


def is_prefixed_surname(folded: str) -> bool:
    """Tell whether this can be a surname behind "de", "van" and their like."""
    return folded in _prefixed_surnames() or is_surname(folded)


@lru_cache(maxsize=30_000)
def is_mostly_a_name(lower: str) -> bool:
    """Tell whether this word, in lower case, is first of all a given name: no word, or one that nobody uses as such."""
    return is_first_name(fold(lower)) and (lower not in ORDINARY) and not (is_word(lower) and not is_direct(lower))
