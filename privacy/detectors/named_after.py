"""Tells whether an organisation is named after a person ("Bakkerij Peters"), for the list of names that the check lets through.

It is wary: a name that only might be a person's counts as one. Then nothing passes, and the author can still keep the word.
"""

import re

from privacy.detectors.lists import fold, is_first_name, is_mostly_a_name, is_surname, is_word, places

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*\.?")
_INITIAL = r"(?:[^\W\d_]|[TC]h|Ph|IJ|Joh)\."
_INITIALS = re.compile(
    rf"(?<![^\W_]){_INITIAL}(?:\s?{_INITIAL})*\s?(?:(?:van|de|den|der|te|ten|ter|'t)\s)*([^\W\d_]{{2,}})"
)
_SAINT = frozenset({"sint", "sinte", "st", "heilige"})
_PREFIX = frozenset(
    {"de", "den", "der", "het", "ten", "ter", "te", "van", "von", "'t", "’t", "el", "al", "la", "le", "di", "da"}
)
# Practices and shops are named after whoever began them: behind such a word an ordinary word can be a surname.
_BEHIND_A_TRADE = re.compile(
    r"(?:praktijk|arts|artsen|therapie|notaris|notariaat|advoca\w+|bakker|bakkerij|slager|slagerij"
    r"|garage|bedrijf|kapper|kapsalon"
    r"|apotheek|makelaars?|makelaardij|handel|winkel|rijschool|salon|studio|firma|fa|gebroeders|gebr"
    r"|gezinshuis|huize|zonen|kliniek)\Z"
)
ACRONYM = 4


def is_named_after_a_person(name: str) -> bool:
    """Tell whether a given name, a surname or initials stand in the name of an organisation. Saints and places do not count."""
    if any(tail[0].isupper() or is_surname(fold(tail)) for tail in _INITIALS.findall(name)):
        return True
    words = [word.rstrip(".").replace("’", "'") for word in _WORD.findall(name)]
    return any(_is_of_a_person(words, number, shouted=name.isupper()) for number in range(len(words)))


def _is_of_a_person(words: list[str], number: int, *, shouted: bool) -> bool:
    """Tell whether one word of an organisation's name can be a person's."""
    word = words[number]
    lower, folded = word.lower(), fold(word)
    before = words[number - 1].lower() if number else ""
    if (word.isupper() and len(word) <= ACRONYM and not shouted) or len(word) < 2 or before in _SAINT:
        return False
    if any(is_mostly_a_name(part) for part in lower.split("-") if part not in places() and len(part) > 2):
        return True
    if not is_surname(folded) and not is_first_name(folded):
        return False
    if not is_word(lower) and folded not in places():
        return True
    # An ordinary word or a place that is a surname too: behind a prefix ("van Dijk") or a trade ("Tandarts Bakker").
    trade = next((each.lower() for each in reversed(words[:number]) if each.lower() not in _PREFIX), "")
    return bool(_BEHIND_A_TRADE.search(trade)) or (
        before in _PREFIX and before not in {"de", "het", "te"} and number > 1
    )
