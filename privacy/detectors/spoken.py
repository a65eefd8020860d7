"""Turns numbers in words into figures, for the detectors that look for numbers: "nul zes twaalf" is the head of one.

Changes no text that anybody sees: what is found in the figures is given back as a place in the words.
"""

import re
from functools import cache

from privacy.detectors.plain import Plain

_UNITS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
# A row of at least so many numbers of which at least so many are words.
_SHORTEST_ROW = 3


@cache
def number_words() -> dict[str, str]:
    """Give the numbers from 0 to 100 as they are written in words, with and without their marks."""
    words = {"nul": "0", "één": "1", "honderd": "100"}
    words.update({word: str(number) for number, word in enumerate(_UNITS, start=1)})
    words.update({word: str(number) for number, word in enumerate(_TEENS, start=10)})
    for ten, word in enumerate(_TENS, start=2):
        words[word] = f"{ten}0"
        for unit, small in enumerate(_UNITS, start=1):
            for link in ("en", "ën", "-en-"):
                words[f"{small}{link}{word}"] = words[f"{small.replace('een', 'één')}{link}{word}"] = f"{ten}{unit}"
    for many, count in (("twee", 2), ("drie", 3), ("vier", 4)):
        words.update({f"{many} {plural}": str(figure) * count for figure, plural in enumerate(_OF_ONE_KIND)})
    return words


ONES = "één|" + "|".join(_UNITS)
TENFOLD = "|".join(_TENS)
# "Drie negens" are three figures.
_OF_ONE_KIND = ("nullen", "enen", "tweeën", "drieën", "vieren", "vijven", "zessen", "zevens", "achten", "negens")
_MANY = rf"(?:twee|drie|vier)[ ](?:{'|'.join(_OF_ONE_KIND)})"
WORD = rf"(?:(?:{ONES})(?:en|ën|-en-)(?:{TENFOLD})|{TENFOLD}|{'|'.join(_TEENS)}|honderd|nul|{ONES})"
_NUMBER = rf"(?:(?:{_MANY}|{WORD})(?![^\W\d_])|\d+)"
_ROW = re.compile(
    rf"(?<![^\W_]){_NUMBER}(?:[ ,.\-/\n]{{1,3}}(?:en )?(?:dan |daarna )?{_NUMBER}){{{_SHORTEST_ROW - 1},30}}",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?:{_MANY}|{WORD})(?![^\W\d_])", re.IGNORECASE)
_BREATH = re.compile(r"[ ,.\-/\n]{0,3}(?:,|(?:en )?(?:dan |daarna |en ))[ ]?", re.IGNORECASE)
# Two numbers in words side by side: without them there is no row to look for.
_ANY = re.compile(rf"{WORD}[ ,.\-/\n]{{1,3}}(?:{WORD}|\d)", re.IGNORECASE)


def in_figures(plain: str) -> Plain | None:
    """Give the text with its rows of numbers in figures and where each character came from; None when it has no such row."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for row in _ROW.finditer(plain) if _ANY.search(plain) else ():
        words = [
            word
            for word in _ONE.finditer(plain, *row.span())
            if word.start() == row.start() or not plain[word.start() - 1].isalnum()
        ]
        if not words:
            continue
        for word in words:
            between = plain[position : word.start()]
            inside = position >= row.start()
            if inside and _BREATH.fullmatch(between):
                # A breath, or "en dan", between two numbers of a row is no mark.
                between, position = " ", word.start() - 1
            pieces.append(between)
            starts.extend(range(position, word.start()))
            ends.extend(range(position + 1, word.start() + 1))
            figures = number_words()[word.group().lower()]
            pieces.append(figures)
            starts.extend([word.start()] * len(figures))
            ends.extend([word.end()] * len(figures))
            position = word.end()
    if not position:
        return None
    pieces.append(plain[position:])
    starts.extend(range(position, len(plain)))
    ends.extend(range(position + 1, len(plain) + 1))
    return Plain("".join(pieces), starts, ends)


def as_number(word: str) -> int | None:
    """Give the number that figures or a word stand for."""
    figures = number_words().get(word.lower(), word)
    return int(figures) if figures.isdecimal() and figures.isascii() else None
