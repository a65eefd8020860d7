"""Finds numbers and addresses that belong to one person, in plain text. By a check digit where there is one, else by shape.

Public numbers (112, 113, 144, 0800, 0900, 14 + area code) are shorter than a subscriber's and match nothing here.
"""

import re
from collections.abc import Iterator

from stdnum import iban
from stdnum.nl import bsn

from privacy.detectors.kinds import Kind, Span
from privacy.detectors.words import WORDS_OF_TWO

# What people put between the digits of one number. Bounded, so that no pattern can run away.
_GAP = r"[ \t\n.\-/()]{0,4}"

_EMAIL = re.compile(
    r"[\w.+\-]{1,64}[ ]{0,2}(?:@|[(\[]at[)\]])[ ]{0,2}(?:[\w\-]{1,63}\.){1,6}[^\W\d_]{2,24}(?![^\W\d_])",
    re.IGNORECASE,
)

_PHONE = re.compile(
    rf"""
    (?:
        (?:\+|(?<!\d)00)[ ]?31 {_GAP} (?:\(?0\)?)? (?:{_GAP}\d){{9}}   # +31, also +31 (0)
      | (?<![\d+])\+[ ]?[1-9] (?:{_GAP}\d){{7,13}}                     # another country
      | (?<!\d)00[1-9] (?:{_GAP}\d){{8,13}}
      | (?:(?<!\d)0|(?<![^\W_])o){_GAP}6 (?:{_GAP}\d){{8}}            # 06, also typed with the letter o
      | (?<!\d)(?<!\d[\-./])\(?0(?:[1-57]{_GAP}\d|8{_GAP}[4-8]){_GAP}\d(?:{_GAP}\d){{6}}
    )
    (?!\d)(?![ ]?u(?:ur)?\b)                                           # "06-12-26 10.30 uur" is a time
    """,
    re.IGNORECASE | re.VERBOSE,
)

_BSN_TOGETHER = re.compile(r"(?<!\d)\d{9}(?!\d)")
_BSN_APART = re.compile(r"(?<!\d)(?<!\d[ .\-/])\d(?:[ .\-]{0,2}\d){8}(?![ .\-/]?\d)")
# Behind its own name a number of eight or nine digits is one, a slip of the finger in it or not.
_BSN_NAMED = re.compile(
    r"\b(?:bsn|sofi|burgerservice)[^\d\n]{0,20}(?P<number>\d(?:[ .\-]{0,2}\d){7,8})(?!\d)", re.IGNORECASE
)

# A look-ahead, so that a false start ("in 20") cannot swallow the head of a real number behind it.
_IBAN = re.compile(r"(?<![^\W_])(?=(?P<number>[A-Za-z]{2}[ ]?\d[ ]?\d(?:[ .\-]{0,2}[A-Za-z0-9]){11,30}))")
# Lengths from the public registry of the standard, for the countries whose accounts turn up here.
_IBAN_LENGTHS = {
    "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18,
    "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20,
    "LV": 21, "MA": 28, "MC": 27, "MD": 24, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "RS": 22,
    "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TR": 26, "UA": 29,
}  # fmt: skip

_POSTCODE = re.compile(
    r"""
    (?<![\d.,])[1-9]\d{3}[ \n]?(?P<letters>[A-Za-z]{2})(?![^\W_])
    (?:
        [ ,\n]{1,3}(?:nr\.?[ ]?|(?:huis)?nummer[ ])?
        (?!\d{4}[ ]?[A-Za-z]{2}(?![^\W_]))                  # the next postcode is no house number
        \d{1,5}(?:[ ]?[A-Za-z](?![^\W_]))?(?![^\W_])
    )?
    """,
    re.VERBOSE,
)
_NEVER_ISSUED = {"SA", "SD", "SS"}


def emails(plain: str) -> Iterator[Span]:
    """Find e-mail addresses, also written with (at)."""
    for match in _EMAIL.finditer(plain):
        yield Span(*match.span(), Kind.EMAIL)


def phones(plain: str) -> Iterator[Span]:
    """Find telephone numbers in any spacing."""
    for match in _PHONE.finditer(plain):
        # A column of small numbers is a list, not a number cut over lines.
        if match.group().count("\n") <= 1:
            yield Span(*match.span(), Kind.PHONE)


def bsns(plain: str) -> Iterator[Span]:
    """Find citizen service numbers: nine digits that pass the eleven-test, or that stand behind the word."""
    for match in _BSN_NAMED.finditer(plain):
        yield Span(*match.span("number"), Kind.BSN)
    for pattern in (_BSN_TOGETHER, _BSN_APART):
        for match in pattern.finditer(plain):
            if bsn.is_valid(re.sub(r"\D", "", match.group())):
                yield Span(*match.span(), Kind.BSN)


def ibans(plain: str) -> Iterator[Span]:
    """Find bank accounts whose check digits are right."""
    for match in _IBAN.finditer(plain):
        number = match.group("number")
        length = _IBAN_LENGTHS.get(number[:2].upper(), 0)
        places = [i for i, character in enumerate(number) if character.isalnum()][:length]
        if len(places) == length and length and iban.is_valid("".join(number[i] for i in places)):
            yield Span(match.start(), match.start() + places[-1] + 1, Kind.IBAN)


def postcodes(plain: str) -> Iterator[Span]:
    """Find postcodes, with the house number if it follows.

    A postcode alone stands for some twenty front doors. It blocks as well, until a writer can give the reason why it may stay.
    """
    shouted = plain.isupper()
    for match in _POSTCODE.finditer(plain):
        letters = match.group("letters")
        is_word = letters.lower() in WORDS_OF_TWO and (shouted or not letters.isupper())
        if letters.upper() not in _NEVER_ISSUED and not is_word:
            yield Span(*match.span(), Kind.POSTCODE)
