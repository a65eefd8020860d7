"""Finds how far the name of a practice goes where capitals tell nothing: "praktijk aan de aa", "fysiotherapie in balans"."""

from privacy.detectors.lists import fold, is_prefixed_surname
from privacy.detectors.tokens import Words
from privacy.detectors.words import ARTICLES, FUNCTION, PRACTICES, ROLES, SCHOOLS, ends_in
from privacy.detectors.workplaces import ABOUT

SMALL_ARTICLES = frozenset({"de", "het", "'t", "t", "den"})
# What a practice is "in", and nobody lives in.
_GROUNDS = frozenset({"beweging", "balans", "vorm", "actie", "zicht"})


def practice_tail(words: Words, number: int, at: int) -> int:
    """Give how far the name goes behind a word for a practice, from `at` on; `at` for none."""
    if (last := _bracket_end(words, number)) > at:
        return last
    lower, behind = words.word(at), words.word(at + 1)
    room = len(words.tokens) - at
    if lower == "aan" and behind in ARTICLES and room > 2:
        return at + 3  # "huisartsen aan de markt"
    if lower == "in" and is_about(words, number) and behind in _GROUNDS and words.tokens[at + 1].joined:
        return at + 2
    if lower == "van" and behind in ARTICLES | {"den", "der"} and room > 2 and words.tokens[at + 2].joined:
        return at + 3  # "huisartsenpraktijk van den berk"
    both = lower == "van" and words.word(at + 2) == "en"
    names = is_prefixed_surname(fold(behind)) and is_prefixed_surname(fold(words.word(at + 3)))
    return at + 4 if both and names else at  # "praktijk van hout en schepens"


def _bracket_end(words: Words, number: int) -> int:
    """Give how far "(praktijk tussen de beken)" goes: a preposition, an article and a word; 0 when the bracket holds more."""
    opened = words.plain[max(0, words.tokens[number].start - 1) : words.tokens[number].start] == "("
    there = words.tokens[number + 1 : number + 4]
    named = opened and len(there) == 3 and there[0].lower in FUNCTION and there[1].lower in SMALL_ARTICLES
    return number + 4 if named and there[2].after == ")" else 0


def is_sure_practice(words: Words, number: int) -> bool:
    """Tell whether a word stands there for nothing but a practice, without an article: "huisartsenpraktijk"."""
    lower = words.word(number)
    return ends_in(lower, PRACTICES) and len(lower) > 7 and words.before(number) not in ARTICLES | ROLES


def is_about(words: Words, number: int) -> bool:
    """Tell whether "bij", "op" or their like stands before a word, or before the word that goes with it ("medisch centrum")."""
    before = words.before(number)
    # "Van mbo college vierlinden"
    adjective = (
        (before.endswith(("e", "isch")) or before in SCHOOLS)
        and before not in FUNCTION
        and words.tokens[number - 1].joined
    )
    return before in ABOUT or (adjective and words.word(number - 2) in ABOUT)
