"""Finds ages that are told by their own words ("38-jarige", "leeftijd: 84"), and tells what can be an age at all."""

import re
from collections.abc import Iterator

from privacy.detectors.kinds import Kind, Span
from privacy.detectors.people import NAME_LETTER
from privacy.detectors.spoken import WORD, as_number

OLDEST = 111  # 112 and 113 are for calling
_FULL_GROWN = 18
_HALVES = (
    r"(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|\d) en een hal|anderhal"
    r"|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)[eë]nhal)(?:f|ve)"
)
NUMBER = rf"(?P<age>\d{{1,3}}(?:[.,]5|½)?|{_HALVES}|(?:{WORD})(?![^\W\d_]))"
_ONE = rf"(?:\d{{1,3}}|{_HALVES}|(?:{WORD})(?![^\W\d_]))"
YEARS = r"(?:jaar|jaren|jr\.?|jrn?|j\.?)(?![^\W\d_])"
_SMALL = r"(?:dag|dagen|week|weken|wkn?\.?|wk|maand|maanden|mnd\.?|mndn)(?![^\W\d_])"
UNIT = rf"(?:{YEARS}|{_SMALL})"
# Not inside another number, an amount, a time, a band or a date.
FREE = r"(?<![\w€$.,:/\-+§°])(?<!€ )(?<!\d )"
STOP = (
    r"(?!(?!(?:j|jr|jaar|mnd|wkn)(?![^\W_]))[\w%€°½])"
    r"(?![.,:]\d)(?![ ]?(?:-|/|t/m|à|tot|of|x|%|[–+])[ ]?\d)(?![ ]?\+)(?![-/]\w)(?!\))"
)

_OLD = re.compile(rf"{FREE}{NUMBER}[ ]?{UNIT}[ ](?:oude?r?e?|jonge?)(?![^\W_])(?! (?:of|en) ouder)", re.IGNORECASE)
_YEARLING = re.compile(
    rf"{FREE}(?P<age>\d{{1,3}}|{WORD})[ \-]?jarige?(?![^\W_])(?!e?[ ](?:jubileum|huwelijk|bestaan|traject|plan|contract"
    r"|project|relatie|samenwerking|overeenkomst|periode|opleiding|termijn|convenant|looptijd"
    r"|huwelijksfeest))",
    re.IGNORECASE,
)
_SEX = r"(?:m|v|man|vrouw|jongen|meisje)"
# A row of a table: "NAAM; 7; ...", "Naam | 7 | ...".
_IN_A_ROW = re.compile(
    rf"(?<={NAME_LETTER})[ ]?[;|\t][ ]?(?P<age>\d{{1,3}})(?:[ ]?{UNIT})?(?=[ ]?(?:[;|\t\n]|$))", re.IGNORECASE
)
# "Hij is van 1940, dus 85": the year makes the number an age.
_OF_A_YEAR = re.compile(
    r"(?<![^\W_])(?:van|uit|in)[ ](?:19|20)\d\d(?:,| en)? (?:en )?dus (?:nu |al |inmiddels )?"
    rf"{NUMBER}{STOP}(?=[ ]?[.,;!?\n]|$|[ ]nu)",
    re.IGNORECASE,
)
# "Kinderen, van 2, 7 en 15", "tweelingzusjes van 86".
_ROW = re.compile(
    r"(?<![^\W_])[^\W\d_]{0,12}(?:kinderen|kids|zonen|zoons|dochters|jongens|meisjes|meiden|zusjes|zussen|broertjes|broers|kleinkids)"
    rf",?[ ]van[ ](?P<row>{_ONE}(?:(?:,[ ]?|[ ]en[ ]|[ ]&[ ]){_ONE}){{0,7}})(?![\w%])(?![.,\-]\d)"
    r"(?![ ](?:tot|t/m|of|euro|de|het|school)(?![^\W_]))",
    re.IGNORECASE,
)
_IN_ROW = re.compile(_ONE, re.IGNORECASE)
_EXCLAIMED = re.compile(rf"(?<![^\W_])met[ ]{NUMBER}(?=!)", re.IGNORECASE)
_WITH_SEX = re.compile(
    rf"(?<![\w.\-])(?:{_SEX}[,/ ]{{1,2}}|(?<=\()[mv]"
    rf"|(?<=, )[mv]){NUMBER}{STOP}(?:[ ]?{UNIT})?(?=[ ]?[),.;:\n]|$|[ ](?:en|met|die|woont|heeft|is"
    r"|alleenstaand|gehuwd|gescheiden))",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?<![^\W_])(?:leeftijd(?:[ ]van|[ ]is)?|lft\.?"
    rf"|oud)(?:[ ]?[:=])?[ ]{{0,2}}(?:van[ ])?{NUMBER}{STOP}(?:[ ]?{UNIT})?",
    re.IGNORECASE,
)
_BIRTHDAY = re.compile(
    rf"{FREE}(?:{NUMBER}(?:e|ste|de)|(?P<word>(?:{WORD})(?:ste|de)))[ ](?:verjaardag|levensjaar)"
    r"|(?<![^\W_])(?:op|sinds|vanaf|rond|met)[ ](?:zijn|haar|mijn|hun|z'n|d'r"
    rf"|m'n)[ ](?:{NUMBER.replace('age', 'age2')}(?:e|ste|de))(?![^\W_])(?![ ](?!en|\w{(3,)}t(?![^\W_])|is|was|werd|heeft|al"
    r"|naar|kreeg|ging|weg|op|in|uit|met)\w)",
    re.IGNORECASE,
)
_WITH_HIS = re.compile(
    rf"(?<![^\W_])met[ ](?:zijn|haar|mijn|z'n|d'r|m'n|hun|je|jouw)[ ]{NUMBER}{STOP}[ ]?{YEARS}(?![ ]\w+ring)",
    re.IGNORECASE,
)
_JR = re.compile(rf"{FREE}(?P<age>\d{{1,3}})[ ]?(?:jr\.?|j\.)(?![^\W\d_])", re.IGNORECASE)

_LIMIT = re.compile(
    r"(?<![^\W_])(?:vanaf|tot|tot en met|t/m|onder(?: de)?|boven(?: de)?|ouder dan|jonger dan|minstens|minimaal"
    r"|maximaal|hooguit|meer dan|minder dan|tussen(?: de)?|sinds|na|over|gedurende|voor|binnen"
    r"|per|om de|rond de|rond|elke|iedere|eind|begin|midden|half|ergens in de)[ ]$"
    r"|\d[ ]?(?:-|tot|t/m|à)[ ]$|tussen (?:de )?\d{1,3} en $",
    re.IGNORECASE,
)
GROUP = re.compile(r"[ ]?(?:jaar[ ])?(?:of|en)[ ](?:ouder|jonger)", re.IGNORECASE)
# Behind "12 jaar" these make it a duration; what else may follow an age is little.
GOES_ON = re.compile(
    r"[ ]{0,2}(?:$|[.,;:!?()\]\n\0\"'”’]|[-–/][ ]|(?:en|maar|want|dus|die|oud|geworden|met|woont|zit"
    r"|mar|worre|ofzo|of zo|denk ik|geloof ik"
    r"|op[ ]\0|heeft|wil|kan|is|was|doet|gaat|volgt|staat|moet|nog|toch|terwijl|omdat|of|al|toen|tegen"
    r"|alleenstaand|weduwe|gehuwd|vorige|volgende|afgelopen|gisteren|morgen|deze|in de|in \w+ en"
    r"|op \w+ en)(?![^\W_]))",
    re.IGNORECASE,
)
_LASTS = re.compile(r"(?<![^\W_])(?:al|ruim)[ ]$", re.IGNORECASE)
# "84 jaar, bloedverdunners": in a telegram style nobody stands beside it.
_TELEGRAM = re.compile(
    rf"(?:^|(?<=[.!?] )|(?<=\n)){NUMBER}[ ]?{YEARS}(?=,[ ](?!en[ ]|zo[ ]|maar[ ])|\.[ ]?$)", re.IGNORECASE
)
_BECOME = re.compile(rf"(?<!er )(?<!dat ){FREE}{NUMBER}[ ]geworden(?![^\W_])", re.IGNORECASE)


def ages_by_shape(plain: str, start: int, end: int) -> Iterator[Span]:
    """Find ages that are told by their own words: "38-jarige", "5 weken oud", "leeftijd: 84", "v, 38"."""
    for pattern in (_YEARLING, _OLD, _LABEL, _WITH_HIS, _WITH_SEX, _JR, _IN_A_ROW, _OF_A_YEAR, _EXCLAIMED):
        for match in pattern.finditer(plain, start, end):
            lasts = _LASTS.search(plain, max(0, match.start() - 6), match.start())
            ends = plain[match.end() - 1] == "." or GOES_ON.match(plain, match.end())
            goes_on = pattern is not _JR or (ends and not lasts)
            if may_be_age(match, even_one=pattern is _OLD) and goes_on:
                yield span_of(match)
    for match in _TELEGRAM.finditer(plain, start, end):
        if (as_number(match.group("age")) or 0) >= _FULL_GROWN:
            yield span_of(match)
    yield from _in_rows(plain, start, end)
    yield from _birthdays(plain, start, end)


def _in_rows(plain: str, start: int, end: int) -> Iterator[Span]:
    """Find the ages of several children: "kinderen van 2, 7 en 15"."""
    for row in _ROW.finditer(plain, start, end):
        for match in _IN_ROW.finditer(plain, *row.span("row")):
            if is_age(match.group()):
                yield Span(*match.span(), Kind.AGE)


def _birthdays(plain: str, start: int, end: int) -> Iterator[Span]:
    """Find ages that somebody became: "90 geworden", "haar 84e verjaardag"."""
    for match in _BECOME.finditer(plain, start, end):
        if may_be_age(match):
            yield Span(*match.span("age"), Kind.AGE)
    for match in _BIRTHDAY.finditer(plain, start, end):
        group = next(name for name in ("age", "word", "age2") if match.group(name))
        yield Span(match.start(group), match.end(group) + len("e"), Kind.AGE)


def may_be_age(match: re.Match[str], *, even_one: bool = False) -> bool:
    """Tell whether a number can be somebody's age, and is no limit and no half of a band."""
    return (even_one or is_age(match.group("age"))) and not is_limit(match.string, *match.span("age"))


def span_of(match: re.Match[str]) -> Span:
    return Span(match.start("age"), match.end(), Kind.AGE)


def is_age(written: str) -> bool:
    """Tell whether somebody can be so old."""
    number = as_number(written.rstrip("½").split(",")[0].split(".")[0]) if written[:1].isdigit() else as_number(written)
    if written.lower() in {"een", "één"}:
        return False
    return written.lower().endswith(("half", "halve")) or (number is not None and number <= OLDEST)


def is_limit(plain: str, start: int, end: int) -> bool:
    """Tell whether a limit or the other half of a band stands beside a number."""
    return bool(_LIMIT.search(plain, max(0, start - 20), start) or GROUP.match(plain, end))
