"""Finds how far the name of an organisation goes where capitals tell nothing: "bij wasserij de witte reus"."""

import re

from privacy.detectors.common_words import is_common
from privacy.detectors.cues import looks_like_verb
from privacy.detectors.kinds import Kind
from privacy.detectors.lists import fold, is_direct, is_mostly_a_name, is_prefixed_surname, is_word
from privacy.detectors.small_practices import SMALL_ARTICLES, is_about, is_sure_practice, practice_tail
from privacy.detectors.tokens import Words
from privacy.detectors.words import (
    ARTICLES,
    BUSINESSES_ALONE,
    FUNCTION,
    ON_SIGNS,
    PRACTICES,
    PREFIXES,
    ROLES,
    SCHOOLS,
    SURELY_SCHOOLS,
    TITLES,
    VERBS,
    WINDS,
)
from privacy.detectors.workplaces import ABOUT, LONGEST

_GOES_ON = VERBS | {"en", "in", "is", "om", "maar", "want", "dat", "of", "te", "aan", "met", "voor", "omdat"}
_STAFF = frozenset({"leerkracht", "juf", "meester", "conciërge", "concierge", "directeur", "directrice", "ib'er"})
# "Uitgescholden", "gestopt": what a sentence may end in.
_PARTICIPLE = re.compile(r"(?:aan|af|door|in|op|uit|mee|na|om|toe|weg)?(?:ge|ver|be)[^\W\d_]{3,}(?:d|t|en)")


def small_head(words: Words, number: int) -> int:
    """Give where a school begins that has its word for what it is last: "HET PEELLAND LYCEUM"; the number for nowhere."""
    before = words.before(number)
    # "Op het kwadrant college": a noun between an article and what it is.
    articled = (
        words.word(number - 2) == "het" and words.word(number - 3) in ABOUT and not before.endswith(("e", "ig", "isch"))
    )
    named = words.word(number) in {"lyceum", "college", "gymnasium"} and len(before) > 3
    return number - 1 if named and (articled or not is_word(before)) else number


def small_school(words: Words, number: int) -> bool:
    """Tell whether a word is a school by who works or sits there: "leerkracht op de zonnewijzer", "zit op het stroomdal"."""
    lower = words.word(number)
    if not words.is_blind or words.word(number - 1) not in SMALL_ARTICLES or words.word(number - 2) != "op":
        return False
    works = words.word(number - 3) in _STAFF and lower not in ROLES | FUNCTION
    sits = (
        words.word(number - 3) in {"zit", "zitten", "zat"}
        and not is_common(lower)
        and not lower.endswith(("bank", "stoel", "bed"))
    )
    return (works or sits) and lower not in SCHOOLS and words.word(number + 1) not in SCHOOLS and len(lower) > 3


def small_tail(words: Words, number: int, at: int, kind: Kind | None) -> int:
    """Give how far the name goes behind a word for what it is, from `at` on; the number of that word for no name.

    An article and a word, a word that is no Dutch, a surname with its prefix, an adjective and a noun.
    """
    linked = words.plain[words.tokens[at].end : words.tokens[at].end + 2].strip() == "&"
    if (linked or words.word(at) in {"sint", "st"}) and at + 1 < len(words.tokens):
        return at + 2
    if words.plain[words.tokens[number].end : words.tokens[at].start].strip() == "&":
        return at + 1  # "BEWIND & BALANS"
    last = practice_tail(words, number, at) if kind is Kind.PRACTICE else at
    if last > at or (last := _surname_end(words, at, kind)) > at:
        return last
    if words.word(number + 1) == "'t" and at == number + 2 and kind is not None and words.word(at) not in FUNCTION:
        return at + 1  # "onze biljartclub 't krijtje"
    articled = at == number + 2 and words.word(number + 1) in SMALL_ARTICLES
    named = words.word(at) in ON_SIGNS and _is_adjective_and_noun(words, at)  # "restaurant gouden draak"
    if named or (
        articled
        and (is_about(words, number) or words.tokens[number].begins)
        and _is_adjective_and_noun(words, at, articled=words.word(number) in SURELY_SCHOOLS or kind is Kind.PRACTICE)
    ):
        return at + 2
    return at + 1 if _is_one_word_name(words, number, at, kind) else number


def _is_one_word_name(words: Words, number: int, at: int, kind: Kind | None) -> bool:
    """Tell whether a single word, behind an article or not, is the name."""
    lower = words.word(at)
    if _names_nothing(words, number, at):
        return False
    if (lower in WINDS and kind is not Kind.EMPLOYER) or not is_word(lower) or is_mostly_a_name(lower):
        return True
    articled = at == number + 2 and words.word(number + 1) in SMALL_ARTICLES
    return _is_articled_name(words, number, at) if articled else _is_bare_name(words, number, at)


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
    # "Bij slachterij van dun"
    about = is_about(words, at - 1) and words.word(at) == "van" and is_prefixed_surname(fold(name))
    return last + 1 if last > at and words.tokens[last].joined and surname and (about or not is_direct(name)) else at


def _names_nothing(words: Words, number: int, at: int) -> bool:
    """Tell whether no name is made of a word, or it stands behind a trade, which is somebody: "de bakker wil"."""
    lower, head = words.word(at), words.word(number)
    alone = head in BUSINESSES_ALONE and not (head in SCHOOLS | PRACTICES and (at > number + 1 or not is_word(lower)))
    return alone or lower in FUNCTION or lower in VERBS or lower in TITLES


def _is_articled_name(words: Words, number: int, at: int) -> bool:
    """Tell whether an ordinary word behind an article is a name: "bij kapsalon de krullenbol is"."""
    lower, behind, about = words.word(at), words.word(at + 1), is_about(words, number)
    # A word that is met in no sentence is a name, whatever stands behind it.
    ends = _ends(words, at) or not is_common(lower)
    if is_sure_practice(words, number) and (ends or looks_like_verb(behind)):
        return True  # "tandartspraktijk de kies zegt"
    if words.word(number) in SURELY_SCHOOLS and words.before(number) not in ARTICLES and lower not in ROLES:
        return True  # "zit overdag op taalschool het anker dus dan ligt hij alleen"
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
    token, lower, about = words.tokens[at], words.word(at), is_about(words, number)
    bracketed = words.word(number) in SURELY_SCHOOLS and token.after == ")"
    signed = (at + 1 == len(words.tokens) or token.after == ":") and not words.tokens[number].joined
    ends = _ends(words, at) or (about and not is_common(lower))
    # "Van ergopraktijk Handig een dag later": behind a long word for what it is.
    ends = ends or (about and len(words.word(number)) > 9 and words.word(at + 1) in FUNCTION)
    # "Bij haar oom, bakkerij atlas, ..."
    apart = number > 0 and not words.tokens[number].joined and words.tokens[number - 1].after == ","
    # "Via de taalschool woordwijs kregen wij door": no word that is met.
    articled = (
        words.before(number) in ARTICLES
        and words.word(number - 2) in ABOUT
        and not (is_direct(lower) or is_common(lower))
    )
    ends = ends or articled
    apart = apart or articled
    # "Bij kipslachterij vos."
    sure = is_prefixed_surname(fold(lower)) or (about and len(words.word(number)) > 9)
    long = len(lower) > 4 or (len(lower) > 2 and sure)
    about = about or (is_sure_practice(words, number) and not is_common(lower))
    return (
        ends
        and (about or bracketed or signed or apart)
        and long
        and not (_PARTICIPLE.fullmatch(lower) and is_direct(lower))
    )


def _ends(words: Words, at: int) -> bool:
    """Tell whether a name can end with a word."""
    return not words.tokens[at].after.isalnum() or words.word(at + 1) in _GOES_ON or "." in words.word(at + 1)


def _is_adjective_and_noun(words: Words, at: int, *, articled: bool = False) -> bool:
    """Tell whether two words stand there as in "bij wasserij de witte reus", and nothing that belongs to them behind."""
    if at + 1 >= len(words.tokens) or not words.tokens[at + 1].joined or not words.word(at).endswith(("e", "en")):
        return False
    noun = words.tokens[at + 1]
    behind = words.word(at + 2)
    ends = not noun.after.isalnum() or behind in _GOES_ON
    ends = ends or (articled and (_PARTICIPLE.fullmatch(behind) is not None or looks_like_verb(behind)))
    real = noun.lower not in FUNCTION | VERBS | ROLES and len(noun.lower) > 2
    return ends and real and words.word(at) not in VERBS
