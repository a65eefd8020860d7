"""Finds front doors that are told as such, by what stands before or behind a name with a number, whatever the name is."""

import re
from collections.abc import Iterator

from privacy.detectors.addresses import ADDITION, NO_HOUSE, NR
from privacy.detectors.dates import MONTHS
from privacy.detectors.kinds import Kind, Span
from privacy.detectors.lists import fold, is_direct, is_first_name, is_street, is_word, places
from privacy.detectors.spoken import WORD
from privacy.detectors.words import (
    COUNTED,
    FUNCTION,
    INSIDE_A_BUILDING,
    ROADS,
    ROLES,
    SURE_ROADS,
    UNITS,
    VERBS,
    WINDS,
    ends_in,
)

# Whatever it is called: behind "Adres:" and behind who lives there a name with a number is a front door.
_TOLD = re.compile(
    r"(?<![^\W_])(?:(?i:(?:woon|post|bezoek)?adres|adr\.?)[ ]?[:=][ ](?!(?i:zie|geen|onbekend|volgt|idem|nog)[ ])(?=[^\W\d_]|')"
    r"|(?i:(?:woont|wonend\w*|woonachtig|verblijft|ingeschreven|bewon\w+|huis|pand|woning|flat|appartement)[ ](?:op|aan|van))[ ]"
    r"(?:(?:de|het)[ ])?(?=[A-Z']))"
    rf"(?P<address>[^\W\d_'][^\d\n,;:()\0]{{2,35}},?[ ](?i:{NR})?"
    rf"\d{{1,4}}{ADDITION}?){NO_HOUSE}"
)
# The same in small letters. What somebody lives in has a number too ("kamer 12").
_TOLD_SMALL = re.compile(
    r"(?<![^\W_])(?:woont op|woont aan|woont(?=[ ]'?t[ ])|woonachtig(?: op| aan)?"
    r"|ingeschreven (?:aan|op)|wonend aan|adres|verhuisd naar)[ ]"
    r"(?:(?:de|het)[ ])?(?!een[ ]|zijn[ ]|haar[ ]|hun[ ])(?P<address>(?P<name>[^\W\d_'][^\d\n,.;:()\0]{2,30}?),?[ ]"
    rf"(?:{NR}?\d{{1,4}}{ADDITION}?|{WORD}(?![^\W_]))){NO_HOUSE}",
    re.IGNORECASE,
)
# "Op lange beemd 68", "'t hofke 9": in small letters too no words with a number behind them but those of a street.
_ADJECTIVE = "lange|korte|hoge|lage|voorste|achterste|oude|nieuwe"
_OLD_OR_LONG = re.compile(
    rf"(?<![^\W_'])(?:(?:{_ADJECTIVE}|kleine|grote)[ ](?P<field>[^\W\d_]{{3,20}})"
    rf"|'?t[ ][^\W\d_]{{3,20}}ke),?[ ]{NR}?"
    rf"\d{{1,4}}{ADDITION}?(?=[.,;:)\n]|[ ](?:in|te|is|staat|stond|woont?|wonen|en|naar|was|weer)(?![^\W_])|$)",
    re.IGNORECASE,
)
# "DE SPIL 109, 5754 ZK": the postcode was found and hidden before.
_BEFORE_A_POSTCODE = re.compile(
    rf"(?<![\w.\-'/])"
    rf"(?P<address>(?:'?t[ ]|(?:de|het|den)[ ]|(?P<adjective>{_ADJECTIVE})[ ])?"
    rf"(?P<name>[^\W\d_][^\W\d_'\-.]{{2,25}})[ ]{NR}?"
    rf"\d{{1,4}}{ADDITION}?)(?:,[ ]?|[ ]|[ ]?\n)(?=\0{{6,8}}(?!\0))",
    re.IGNORECASE,
)
# "Hof van Brabant 202", in small letters too.
_OF_SOMETHING = re.compile(
    rf"(?<![^\W_])(?:hof|laan|plein|park|weg|pad|dreef|burg|hoek)[ ]van[ ](?:de[ ]|het[ ]|den[ ])?[^\W\d_]{{3,20}},?[ ]{NR}?"
    rf"\d{{1,4}}{ADDITION}?{NO_HOUSE}",
    re.IGNORECASE,
)
# "Haagwinde 9, Liessel", "dorsvlegel 6 lieshout": a village behind the number makes any word a street.
_BEFORE_A_VILLAGE = re.compile(
    rf"(?<![\w.\-'/])(?P<address>(?:'t[ ]|(?-i:De|Het|Den)[ ])?(?P<name>[^\W\d_][^\W\d_'\-.]{{3,25}})[ ]{NR}?"
    rf"\d{{1,3}}{ADDITION}?)(?P<gap>,[ ]?|[ ]|[ ]?\n|[ ]in[ ]|[ ]te[ ])"
    r"(?P<place>[^\W\d_]{4,20}(?:-[^\W\d_]{2,12})?)(?![\w-])",
    re.IGNORECASE,
)
_FIELDS = ROADS | {"brug", "molen", "kerk", "hoeven", "hoef"}
# In brackets behind somebody, a kind of road alone too: "Frits Coolen (dijk 3)".
_IN_BRACKETS = re.compile(
    rf"(?<=\()(?P<name>[^\W\d_][^\W\d_.'\- ]{{2,30}}),?[ ]{NR}?\d{{1,4}}{ADDITION}?(?=[),])",
    re.IGNORECASE,
)


def told_addresses(plain: str) -> Iterator[Span]:
    """Find a front door that is announced as one, that a village follows, or that stands in brackets behind somebody."""
    for find in (_announced, _in_brackets, _before_a_village, _old_or_long):
        yield from (Span(start, end, Kind.ADDRESS, hard=True) for start, end in find(plain))


def _announced(plain: str) -> Iterator[tuple[int, int]]:
    """Find what stands behind "Adres:" or behind who lives there."""
    for match in _TOLD.finditer(plain):
        if match.group("address").split(" ")[0].lower() not in INSIDE_A_BUILDING:
            yield match.span("address")
    for match in _TOLD_SMALL.finditer(plain):
        words = match.group("name").lower().split()
        inside = words[-1] in INSIDE_A_BUILDING | VERBS or FUNCTION & set(words[1:] if len(words) > 1 else words)
        if len(words) < 4 and not inside:
            yield match.span("address")


def _in_brackets(plain: str) -> Iterator[tuple[int, int]]:
    """Find a street and a number in brackets, a kind of road alone too."""
    for match in _IN_BRACKETS.finditer(plain):
        name = match.group("name").lower()
        if (is_street(name) and not is_direct(name)) or name in ROADS or ends_in(name, SURE_ROADS, 3):
            yield match.span()


def _before_a_village(plain: str) -> Iterator[tuple[int, int]]:
    """Find a word with a number that a village or a postcode follows."""
    for match in _BEFORE_A_POSTCODE.finditer(plain):
        if match.group("adjective") or _is_street_name(match.group("name").lower()):
            yield match.span("address")
    for match in _BEFORE_A_VILLAGE.finditer(plain):
        if _is_street_name(match.group("name").lower()) and _is_village(match):
            yield match.span("address")


def _old_or_long(plain: str) -> Iterator[tuple[int, int]]:
    """Find "op lange beemd 68" and "hof van Brabant 202", in small letters too."""
    yield from (match.span() for match in _OF_SOMETHING.finditer(plain))
    for match in _OLD_OR_LONG.finditer(plain):
        street = " ".join(match.group().lower().split()[:2]).rstrip(",")
        if match.group("field") is None or ends_in(match.group("field").lower(), _FIELDS) or is_street(street):
            yield match.span()


def _is_street_name(lower: str) -> bool:
    """Tell whether a word can be a street before a number and a village: no month, no verb, nobody's name."""
    other = lower in FUNCTION | VERBS | UNITS | INSIDE_A_BUILDING | COUNTED | ROLES or is_first_name(fold(lower))
    # What ends as a street is found with the words before it ("Burgemeester Roefslaan").
    return not (other or lower in WINDS or ends_in(lower, SURE_ROADS, 1) or re.fullmatch(MONTHS, lower))


def _is_village(match: re.Match[str]) -> bool:
    """Tell whether a village stands behind a number; a word that is one too ("beek") counts behind a comma or at a new line."""
    village = match.group("place").lower()
    apart = match.group("gap").strip(" ") in {",", "\n", "te"}
    return fold(village) in places() and village not in FUNCTION and (apart or not is_word(village))
