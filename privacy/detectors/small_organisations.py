"""Finds how far the name of an organisation goes where capitals tell nothing: "bij wasserij de witte reus"."""

import re

from privacy.detectors.common_words import is_common
from privacy.detectors.cues import looks_like_verb
from privacy.detectors.kinds import Kind
from privacy.detectors.lists import fold, is_direct, is_mostly_a_name, is_prefixed_surname, is_word
from privacy.detectors.tokens import Words
from privacy.detectors.words import (
    BUSINESSES_ALONE,
    FUNCTION,
    ON_SIGNS,
    PRACTICES,
    PREFIXES,
    ROLES,
    SCHOOLS,
    TITLES,
    VERBS,
)
from privacy.detectors.workplaces import ABOUT, LONGEST

SURELY_SCHOOLS = frozenset(
    {
        "bs", "obs", "cbs", "rkbs", "basisschool", "kdv", "ikc", "kindcentrum", "peuterspeelzaal", "vso", "sbo", "mavo", "vmbo",
    }
)  # fmt: skip
_GOES_ON = VERBS | {"en", "in", "is", "om", "maar", "want", "dat", "of", "te", "aan", "met", "voor", "omdat"}
SMALL_ARTICLES = frozenset({"de", "het", "'t", "t", "den"})
_WINDS = frozenset({"oost", "west", "noord", "zuid"})
# "Uitgescholden", "gestopt": what a sentence may end in.
_PARTICIPLE = re.compile(r"(?:aan|af|door|in|op|uit|mee|na|om|toe|weg)?(?:ge|ver|be)[^\W\d_]{3,}(?:d|t|en)")


def small_head(words: Words, number: int) -> int:
    """Give where a school begins that has its word for what it is last: "HET PEELLAND LYCEUM"; the number for nowhere."""
    before = words.before(number)
    named = words.word(number) in {"lyceum", "college", "gymnasium"} and len(before) > 3 and not is_word(before)
    return number - 1 if named else number


def small_tail(words: Words, number: int, at: int, kind: Kind | None) -> int:
    """Give how far the name goes behind a word for what it is, from `at` on; the number of that word for no name.

    An article and a word, a word that is no Dutch, a surname with its prefix, an adjective and a noun.
    """
    linked = words.plain[words.tokens[at].end : words.tokens[at].end + 2].strip() == "&"
    if (linked or words.word(at) in {"sint", "st"}) and at + 1 < len(words.tokens):
        return at + 2
    if words.plain[words.tokens[number].end : words.tokens[at].start].strip() == "&":
        return at + 1  # "BEWIND & BALANS"
    if kind is Kind.PRACTICE and (last := _bracket_end(words, number)) > at:
        return last
    if (last := _surname_end(words, at, kind)) > at:
        return last
    articled = at == number + 2 and words.word(number + 1) in SMALL_ARTICLES
    named = words.word(at) in ON_SIGNS and _is_adjective_and_noun(words, at)  # "restaurant gouden draak"
    if named or (
        articled and (_is_about(words, number) or words.tokens[number].begins) and _is_adjective_and_noun(words, at)
    ):
        return at + 2
    return at + 1 if _is_one_word_name(words, number, at, kind) else number


def _is_one_word_name(words: Words, number: int, at: int, kind: Kind | None) -> bool:
    """Tell whether a single word, behind an article or not, is the name."""
    lower = words.word(at)
    if _names_nothing(words, number, at):
        return False
    if (lower in _WINDS and kind is Kind.SCHOOL) or not is_word(lower) or is_mostly_a_name(lower):
        return True
    articled = at == number + 2 and words.word(number + 1) in SMALL_ARTICLES
    return _is_articled_name(words, number, at) if articled else _is_bare_name(words, number, at)


def _bracket_end(words: Words, number: int) -> int:
    """Give how far "(praktijk tussen de beken)" goes: a preposition, an article and a word; 0 when the bracket holds more."""
    opened = words.plain[max(0, words.tokens[number].start - 1) : words.tokens[number].start] == "("
    there = words.tokens[number + 1 : number + 4]
    named = opened and len(there) == 3 and there[0].lower in FUNCTION and there[1].lower in SMALL_ARTICLES
    return number + 4 if named and there[2].after == ")" else 0


def _surname_end(words: Words, at: int, kind: Kind | None) -> int:
    """Give how far a surname goes: "JUWELIER VAN OORSCHOT", "PRAKTIJK DOKTER VAN GERWEN"; `at` for none."""
    titled = words.word(at) in TITLES and kind is Kind.PRACTICE
    last = at + titled
    while words.word(last) in PREFIXES and last - at < LONGEST and last + 1 < len(words.tokens):
        last += 1
    name = words.word(last)
    if titled:
        return last + 1 if is_prefixed_surname(fold(name)) else at
    surname = is_prefixed_surname(fold(name)) or not is_word(name)
    return last + 1 if last > at and words.tokens[last].joined and surname and not is_direct(name) else at


def _names_nothing(words: Words, number: int, at: int) -> bool:
    """Tell whether no name is made of a word, or it stands behind a trade, which is somebody: "de bakker wil"."""
    lower, head = words.word(at), words.word(number)
    alone = head in BUSINESSES_ALONE and not (head in SCHOOLS | PRACTICES and (at > number + 1 or not is_word(lower)))
    return alone or lower in FUNCTION or lower in VERBS or lower in TITLES


def _is_articled_name(words: Words, number: int, at: int) -> bool:
    """Tell whether an ordinary word behind an article is a name: "bij kapsalon de krullenbol is"."""
    lower, behind, about = words.word(at), words.word(at + 1), _is_about(words, number)
    # A word that is met in no sentence is a name, whatever stands behind it.
    ends = _ends(words, at) or not is_common(lower)
    ends = ends or (about and (looks_like_verb(behind) or _PARTICIPLE.fullmatch(behind) is not None))
    signed = at + 1 == len(words.tokens) and not words.tokens[number - (words.before(number) == "medisch")].joined
    told = (
        about
        or signed
        or (not words.tokens[number].joined and looks_like_verb(behind))
        or words.is_shouted
        or words.word(number) in SURELY_SCHOOLS
    )
    return ends and (told or not is_direct(lower) or not is_common(lower)) and len(lower) > 2


def _is_bare_name(words: Words, number: int, at: int) -> bool:
    """Tell whether an ordinary word right behind is a name: "werkt bij kapsalon krullenbol", or at the very end of a letter."""
    token, lower, about = words.tokens[at], words.word(at), _is_about(words, number)
    bracketed = words.word(number) in SURELY_SCHOOLS and token.after == ")"
    signed = (at + 1 == len(words.tokens) or token.after == ":") and not words.tokens[number].joined
    ends = _ends(words, at) or (about and not is_common(lower))
    # "Van ergopraktijk Handig een dag later": behind a long word for what it is.
    ends = ends or (about and len(words.word(number)) > 9 and words.word(at + 1) in FUNCTION)
    return ends and (about or bracketed or signed) and len(lower) > 4 and not lower.startswith("ge")


def _ends(words: Words, at: int) -> bool:
    """Tell whether a name can end with a word."""
    return not words.tokens[at].after.isalnum() or words.word(at + 1) in _GOES_ON or "." in words.word(at + 1)


def _is_about(words: Words, number: int) -> bool:
    """Tell whether "bij", "op" or their like stands before a word, or before the word that goes with it ("medisch centrum")."""
    before = words.before(number)
    adjective = before.endswith(("e", "isch")) and before not in FUNCTION and words.tokens[number - 1].joined
    return before in ABOUT or (adjective and words.word(number - 2) in ABOUT)


def _is_adjective_and_noun(words: Words, at: int) -> bool:
    """Tell whether two words stand there as in "bij wasserij de witte reus", and nothing that belongs to them behind."""
    if at + 1 >= len(words.tokens) or not words.tokens[at + 1].joined or not words.word(at).endswith(("e", "en")):
        return False
    noun = words.tokens[at + 1]
    ends = not noun.after.isalnum() or words.word(at + 2) in _GOES_ON
    real = noun.lower not in FUNCTION | VERBS | ROLES and len(noun.lower) > 2
    return ends and real and words.word(at) not in VERBS
