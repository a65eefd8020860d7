"""Finds full dates (a day, a month and a year) in plain text. Judges no date: a birthday looks like any other day."""

import re
from collections.abc import Iterator

from privacy.detectors.kinds import Kind, Span

_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_MONTH = r"(?P<month>\d{1,2})"
_MARK = r"[ ]{0,2}(?P<mark>[\-./])[ ]{0,2}"
_SAME = r"[ ]{0,2}(?P=mark)[ ]{0,2}"
# Not in the middle of a longer row of digits, such as a telephone number in pairs.
_FREE = r"(?<!\d)(?<!\d[\-./])"

_NAMES = (
    r"(?:jan(?:uari)?|febr?(?:uari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|o[kc]t(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)

_FULL = (
    re.compile(rf"{_FREE}{_DAY}{_MARK}{_MONTH}{_SAME}{_YEAR}(?!\d)(?!(?P=mark)\d)"),
    re.compile(rf"{_FREE}{_YEAR}{_MARK}{_MONTH}{_SAME}{_DAY}(?!\d)"),
    re.compile(rf"{_FREE}(?<!\d[ ]){_DAY}[ ]{_MONTH}[ ]{_YEAR}(?![ ]?\d)"),
    re.compile(
        rf"(?<!\d){_DAY}(?:de|ste|e)?[ \n.\-/]{{0,3}}{_NAMES}(?![^\W\d_])\.?[ \n,.\-/]{{0,3}}'?"
        r"(?:(?:18|19|20)\d\d(?!\d)|\d\d(?!\d)(?![.:]\d)(?![ ]?u(?:ur)?\b))",
        re.IGNORECASE,
    ),
)
# With a year of two digits only in the shapes that nothing else has; a chapter "1.2.33" is no date.
_SHORT = (
    re.compile(rf"{_FREE}{_DAY}(?P<mark>[\-/]){_MONTH}(?P=mark)'?\d\d(?!\d)(?!(?P=mark)\d)"),
    re.compile(rf"{_FREE}(?P<day>\d\d)\.(?P<month>\d\d)\.'?\d\d(?!\d)(?!\.\d)"),
)


def full_dates(plain: str) -> Iterator[Span]:
    """Find dates with a year of four digits, or with the month as a word."""
    return _spans(plain, _FULL)


def short_dates(plain: str) -> Iterator[Span]:
    """Find dates in figures with a year of two digits."""
    return _spans(plain, _SHORT)


def _spans(plain: str, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Span]:
    for pattern in patterns:
        for match in pattern.finditer(plain):
            parts = match.groupdict()
            if _is_day(int(parts["day"]), int(parts.get("month") or 1)):
                yield Span(*match.span(), Kind.DATE)


def _is_day(day: int, month: int) -> bool:
    """Tell whether these can be a day and a month, in either order."""
    return (1 <= day <= 31 and 1 <= month <= 12) or (1 <= day <= 12 and 1 <= month <= 31)
