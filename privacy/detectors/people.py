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
        # "DIE DUURT DRIE DAGEN": "Duurt" is a surname, too. "HbA1c van 96" has no age.
        word_in_capitals = word.isupper() and is_word(lower)
        compound = "-" in lower and is_word(lower.rpartition("-")[2])
        if word_in_capitals or compound or any(map(str.isdigit, word)):
            return False
        return is_first_name(folded) or is_surname(folded) or not is_word(lower)
    return not is_word(lower) and is_first_name(fold(lower))
