"""What pasting and typing do to a text, for measuring the check: each gives the new text and where every character went."""

import random
from collections.abc import Callable, Iterator

# A new text, and for each place in the old one (its end included) the place in the new one.
Moved = tuple[str, list[int]]


def as_typed(text: str) -> Moved:
    """Leave the text as it is."""
    return text, list(range(len(text) + 1))


def lower_case(text: str) -> Moved:
    """Take every capital away."""
    return _each(text, lambda character, _chance: character.lower())


def all_capitals(text: str) -> Moved:
    """Make every letter a capital."""
    return _each(text, lambda character, _chance: character.upper())


def pasted(text: str) -> Moved:
    """Do what word processors and mail programs do; the same for the same text, always."""
    return _each(text, _paste)


def _paste(character: str, chance: random.Random) -> str:
    """Give what one character may become."""
    roll = chance.random()
    if character == " ":
        return "\u00a0" if roll < 0.3 else "\n" if roll < 0.34 else "\u202f" if roll < 0.37 else " "
    if character == "-":
        return "\u2011" if roll < 0.4 else "\u2013" if roll < 0.6 else "-"
    if character == "'":
        return "\u2019" if roll < 0.7 else "'"
    if character.isalnum() and roll < 0.06:
        return character + ("\u00ad" if roll < 0.03 else "\u200b")
    return character


def _each(text: str, change: Callable[[str, random.Random], str]) -> Moved:
    chance = random.Random(text)  # noqa: S311  (no secret)
    pieces, places = [], []
    for piece in (change(character, chance) for character in text):
        places.append(sum(map(len, pieces[-1:])) + (places[-1] if places else 0))
        pieces.append(piece)
    places.append(sum(map(len, pieces[-1:])) + (places[-1] if places else 0))
    return "".join(pieces), places


def moved_spans(spans: list[dict], places: list[int]) -> Iterator[dict]:
    """Give the annotated spans of a text after it was changed."""
    for span in spans:
        yield {**span, "start": places[span["start"]], "end": places[span["end"]]}


NOISES: dict[str, Callable[[str], Moved]] = {
    "as typed": as_typed,
    "pasted": pasted,
    "capitals": all_capitals,
    "lower case": lower_case,
}
