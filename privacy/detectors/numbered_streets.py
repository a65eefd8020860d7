"""Tells whether a word is a street by the number or the label beside it, whatever the word is: "Hazenveldje 7, 5712 LR"."""

import re

from privacy.detectors.listed_streets import ON
from privacy.detectors.lists import fold, is_first_name, is_word
from privacy.detectors.tokens import Words
from privacy.detectors.words import COUNTED, FUNCTION, INSIDE_A_BUILDING, ROLES

# What a detector found before is hidden: here the postcode.
_NUMBER_AND_POSTCODE = re.compile(r"[ ]\d{1,4}[ ]?[a-zA-Z]?(?:-\d{1,3})?(?:,[ ]|[ ]|\n|,\n)(?:te[ ]|postcode[ ])?\0")
# A house number behind which the place or the end of the clause stands.
_NUMBER_AND_END = re.compile(
    r"[ ](?!11[23](?!\d))\d{1,4}[a-z]?(?:[.,;:)\n]|[ ](?:in|te|is|staat|woont|en)(?![^\W_])|$)", re.IGNORECASE
)
_NUMBER_AND_MARK = re.compile(r"[ ]\d{1,4}[a-z]?(?:-\d{1,3})?(?=[.,;)\n]|$)(?![.,]\d)", re.IGNORECASE)


def is_told_by_its_number(words: Words, number: int) -> bool:
    """Tell whether what stands beside a word makes it a street: a number and a mark, or "Straat:" before it."""
    labelled = words.word(number - 1) == "straat" and words.between(number) == ": "  # "Straat: Vlinderveld"
    return labelled or _is_unknown_with_number(words, number) or _is_apposed_with_number(words, number)


def _is_unknown_with_number(words: Words, number: int) -> bool:
    """Tell whether a word that is no Dutch and nobody's name stands as a street does: "op Loverbos 27 in Heusden"."""
    token = words.tokens[number]
    articled = words.before(number) in {"de", "het", "'t"} and words.word(number - 2) in ON and words.is_blind
    if not (articled or words.before(number) in {"op", "adres", "woont"}) or len(token.lower) < 5 or token.is_initials:
        return False
    if is_word(token.lower) or is_first_name(fold(token.lower)) or not (token.is_capital or words.is_small):
        return False
    return _NUMBER_AND_END.match(words.plain, token.end) is not None


def _is_apposed_with_number(words: Words, number: int) -> bool:
    """Tell whether a word with a capital and a number stand between two marks: "drie kamers, Bloemvelden 230."."""
    token = words.tokens[number]
    apart = not token.joined and number > 0 and words.tokens[number - 1].after == "," and not token.begins
    if not apart or words.is_blind or not token.is_capital or token.is_shouted or len(token.lower) < 5:
        return False
    if token.lower in ROLES | FUNCTION | INSIDE_A_BUILDING | COUNTED or is_first_name(fold(token.lower)):
        return False
    if "-" in token.lower or token.lower.endswith("score"):
        return False
    return _NUMBER_AND_MARK.match(words.plain, token.end) is not None


def leads_to_postcode(words: Words, number: int) -> bool:
    """Tell whether a house number and a postcode stand behind a word, which makes it a street: "Hazenveldje 7, 5712 LR"."""
    token = words.tokens[number]
    if len(token.lower) < 4 or token.is_initials or not (token.is_capital or words.is_small):
        return False
    return _NUMBER_AND_POSTCODE.match(words.plain, token.end) is not None
