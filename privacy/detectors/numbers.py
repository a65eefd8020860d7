"""Finds numbers that belong to one person or household, in plain text, and proves them by their check digits."""

import re
from collections.abc import Iterator

from stdnum import iban
from stdnum.nl import bsn

from privacy.detectors.kinds import Kind, Span

_BSN_TOGETHER = re.compile(r"(?<!\d)\d{9}(?!\d)")
_BSN_WITHOUT_NOUGHT = re.compile(r"(?<![\w.\-/])[1-9]\d{7}(?![\w\-/])(?![.,]\d)")
_BSN_APART = re.compile(r"(?<!\d)(?<!\d[ .\-/])\d(?:[ .\-/_]{0,3}\d){8}(?![ .\-/_]?\d)")
# "487 - 32 - 23 - 20", "834,225,876", "35178·1286": in groups with one mark between, whatever mark it is.
_BSN_GROUPS = re.compile(
    r"(?<![\d,.])\d{1,8}(?P<mark>[ ]{0,2}[.\-/_,|·:][ ]{0,2})\d{1,7}(?:(?P=mark)\d{1,7}){0,7}(?!(?P=mark)?\d)"
)
# Behind its own name a number of eight or nine digits is one, a slip of the finger in it or not.
_BSN_NAMED = re.compile(
    r"\b(?:bsn|sofi|burgerservice)[^\d\n]{0,20}(?P<number>\d(?:[ .,\-/_|·:\n]{0,3}\d){7,8})(?!\d)", re.IGNORECASE
)

# A look-ahead, so that a false start ("in 20") cannot swallow the head of a real number behind it.
_IBAN = re.compile(
    r"(?<![^\W_])(?=(?P<number>[A-Za-z]{2}[ .\-/_,]{0,3}\d[ ]?\d(?:[ .\-/_,\n]{0,3}[A-Za-z0-9]){11,30}))"
)
# Lengths from the public registry of the standard, for the countries whose accounts turn up here.
_IBAN_LENGTHS = {
    "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18,
    "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20,
    "LV": 21, "MA": 28, "MC": 27, "MD": 24, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "RS": 22,
    "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TR": 26, "UA": 29,
}  # fmt: skip


def bsns(plain: str) -> Iterator[Span]:
    """Find citizen service numbers: nine digits that pass the eleven-test, or that stand behind the word."""
    for match in _BSN_NAMED.finditer(plain):
        yield Span(*match.span("number"), Kind.BSN)
    for pattern in (_BSN_TOGETHER, _BSN_APART, _BSN_GROUPS):
        for match in pattern.finditer(plain):
            figures = re.sub(r"\D", "", match.group())
            if len(figures) == 9 and bsn.is_valid(figures):
                yield Span(*match.span(), Kind.BSN)
    for match in _BSN_WITHOUT_NOUGHT.finditer(plain):
        if bsn.is_valid(f"0{match.group()}"):
            yield Span(*match.span(), Kind.BSN)


def ibans(plain: str) -> Iterator[Span]:
    """Find bank accounts whose check digits are right (ISO 13616, modulo 97); whether the bank exists does not matter."""
    for match in _IBAN.finditer(plain):
        number = match.group("number")
        length = _IBAN_LENGTHS.get(number[:2].upper(), 0)
        places = [i for i, character in enumerate(number) if character.isalnum()][:length]
        if len(places) == length and length and iban.is_valid("".join(number[i] for i in places), check_country=False):
            yield Span(match.start(), match.start() + places[-1] + 1, Kind.IBAN)
