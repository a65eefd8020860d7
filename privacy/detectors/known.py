"""Names and terms that name no resident: partners, national bodies, laws, feasts. They pass as a whole, and only as a whole."""

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from importlib.resources import files

from privacy.detectors.lists import fold, is_first_name, is_surname, lookup_folder, nations_of_several_words
from privacy.detectors.tokens import Token, Words
from privacy.detectors.words import PREFIXES, PROGRAMMES, TITLES

Phrase = tuple[str, ...]
_OPEN, _CLOSE = frozenset("\"'“‘«"), frozenset("\"'”’»")
_MORE = frozenset({"met", "over", "van", "de", "het"})
_NAMED_AFTER = frozenset(
    {
        "ziekte",
        "syndroom",
        "test",
        "schaal",
        "score",
        "model",
        "methode",
        "piramide",
        "vragenlijst",
        "dementie",
        "wet",
        "contractuur",
    }
)
_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")


def _phrase(name: str) -> Phrase:
    return tuple(_WORD.findall(name.lower()))


def _by_first(names: Collection[str]) -> dict[str, list[Phrase]]:
    """Give the phrases under their first word, the longest first."""
    phrases: dict[str, list[Phrase]] = {}
    for phrase in {_phrase(name) for name in names} - {()}:
        phrases.setdefault(phrase[0], []).append(phrase)
    for each in phrases.values():
        each.sort(key=len, reverse=True)
    return phrases


@cache
def _own() -> dict[str, list[Phrase]]:
    """Give the names of the file of ours, and the diseases named after people."""
    folder = lookup_folder() / "whitelist" / "lst_eponymous_disease"
    diseases = (folder / "items.txt").read_text(encoding="utf-8").splitlines()
    named = (disease for disease in diseases if len(_phrase(disease)) > 1)
    return _by_first([*_lines(), *nations_of_several_words(), *named])


@cache
def _written() -> dict[str, frozenset[str]]:
    """Give how known single words are written that are somebody's name otherwise: "ED" is a newspaper, "Ed" is not."""
    forms: dict[str, set[str]] = {}
    for line in _lines():
        if line.isupper() and " " not in line and (is_first_name(fold(line)) or is_surname(fold(line))):
            forms.setdefault(line.lower(), set()).add(line)
    return {word: frozenset(each) for word, each in forms.items()}


@cache
def _lines() -> tuple[str, ...]:
    """Give the names of the file of ours."""
    text = (files("privacy") / "data" / "known-names.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=8)
def _added(names: frozenset[str]) -> dict[str, list[Phrase]]:
    return _by_first(names)


def known_places(words: Words, allowed: Collection[str]) -> set[int]:
    """Give the numbers of the words that belong to a known name. A word beside it that makes it a person's takes that away."""
    found: set[int] = set()
    number, tokens = 0, words.tokens
    added = _added(frozenset(allowed))
    for first, last in _quoted(words):
        found.update(range(first, last))
    while number < len(tokens):
        length = max(_length(tokens, number, _own()), _length(tokens, number, added))
        if length and not (length == 1 and _is_of_a_person(words, number)):
            found.update(range(number, number + length))
        number += max(1, length)
    return found


def _quoted(words: Words) -> Iterator[tuple[int, int]]:
    """Give the words between quotes behind "cursus", "methode" and their like, and the one behind "ziekte van"."""
    tokens = words.tokens
    for number, token in enumerate(tokens[1:], start=1):
        if words.before(number) in {"van", "volgens"} and words.word(number - 2) in _NAMED_AFTER:
            yield number, number + 1
        gap = words.plain[tokens[number - 1].end : token.start].strip()
        if len(gap) == 1 and gap in _OPEN and _is_of_a_programme(tokens, number - 1):
            near = range(number, min(len(tokens), number + 7))
            closed = (at for at in near if words.plain[tokens[at].end : tokens[at].end + 1] in _CLOSE)
            yield number, next(closed, number - 1) + 1


def _is_of_a_programme(tokens: list[Token], number: int) -> bool:
    """Tell whether "cursus", "methode" or their like stands here, a small word may stand behind it."""
    lower = tokens[number].lower
    return lower in PROGRAMMES or (lower in _MORE and number > 0 and tokens[number - 1].lower in PROGRAMMES)


def _length(tokens: list[Token], number: int, phrases: dict[str, list[Phrase]]) -> int:
    """Give how many words from here on are a known name; 0 for none. A name of several words needs its capital somewhere."""
    first = tokens[number].lower
    for phrase in phrases.get(first, ()):
        there = tokens[number : number + len(phrase)]
        if tuple(token.lower for token in there) == phrase:
            return len(phrase)
    head, dash, tail = first.partition("-")
    part = tokens[number].text.partition("-")[2]
    if (
        dash
        and tail
        and (part[:1].islower() or part.isupper())
        and any(len(phrase) == 1 for phrase in phrases.get(head, ()))
    ):
        return 1
    # Of a known name: "Sinterklaas' fiets", "MEEs consulent".
    bare = re.sub(r"(?:'s|s|')$", "", first)
    return int(
        bare != first
        and len(bare) > 3
        and not is_first_name(fold(first))
        and any(len(phrase) == 1 for phrase in phrases.get(bare, ()))
    )


def _is_of_a_person(words: Words, number: int) -> bool:
    """Tell whether a known single word is somebody's name here: "Ed" that is no "ED", a given name or initials before it."""
    tokens = words.tokens
    forms = _written().get(tokens[number].lower)
    if forms and not words.is_blind and tokens[number].text not in forms:
        return True
    if tokens[number].text in PREFIXES:
        return True  # "Corrie vn den Eijnden": no United Nations.
    if not number or not tokens[number].joined:
        return False
    before = tokens[number - 1]
    if before.is_initials and words.before(number - 1) in {"persoon", "cliënt", "client", "casus"}:
        return False  # "Het kind van persoon D. Senzer belt."
    titled = before.lower in TITLES and tokens[number].is_capital
    return (
        before.is_initials
        or titled
        or (before.is_capital and not before.begins and is_first_name(fold(before.text)) and tokens[number].is_capital)
    )
