"""Tells whether a word stands for a person, for the detectors that look at who somebody is."""

from privacy.detectors.lists import fold, is_first_name, is_surname, is_word
from privacy.detectors.words import FUNCTION, PEOPLE, ROLES

# Stands in a text for every letter of a name that was found in it.
NAME_LETTER = "ħ"


def is_somebody(word: str) -> bool:
    """Tell whether a word stands for a person: a pronoun, a role, a name."""
    lower = word.lower()
    if lower in FUNCTION and lower not in PEOPLE:
        return False
    if lower in PEOPLE or lower in ROLES or word.startswith(NAME_LETTER):
        return True
    if word[:1].isupper() and not (word.isupper() and len(word) < 5):
        folded = fold(lower)
        if "-" in lower and is_word(lower.rpartition("-")[2]):
            return False
        return is_first_name(folded) or is_surname(folded) or not is_word(lower)
    return not is_word(lower) and is_first_name(fold(lower))
