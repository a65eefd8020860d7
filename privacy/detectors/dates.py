"""Finds exact days in plain text, with and without their year; what stands beside one tells whether it is a birthday."""

import re
from collections.abc import Iterator

from privacy.detectors.kinds import Kind, Span
from privacy.detectors.spoken import ONES, TENFOLD

_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_MONTH = r"(?P<month>\d{1,2})"
_MARK = r"[ ]{0,2}(?P<mark>[\-./,])[ ]{0,2}"
_SAME = r"[ ]{0,2}(?P=mark)[ ]{0,2}"
# Not in the middle of a longer row of digits, such as a telephone number in pairs.
_FREE = r"(?<!\d)(?<!\d[\-./])"

MONTHS = r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_SHORT_MONTHS = r"jan|febr?|mrt|apr|jun|jul|aug|sept?|o[kc]t|october|nov|dec"
_NAMES = rf"(?:{MONTHS}|{_SHORT_MONTHS})"
_DAYS_IN_WORDS = (
    "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien"
    "|zestien|zeventien|achttien|negentien"
    "|(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]ntwintig|twintig|(?:een|één)[eë]ndertig|dertig"
)
_ORDINALS = (
    "eerste|tweede|derde|achtste|(?:vier|vijf|zes|zeven|negen|tien|elf|twaalf|dertien|veertien"
    "|vijftien|zestien|zeventien|achttien|negentien)de"
    "|(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]n)?(?:twintig|dertig)ste"
)
# The last two figures of a year as they are said.
_YEAR_SAID = rf"(?:(?:(?:{ONES})(?:en|ën|-en-))?(?:{TENFOLD}))"

_FULL = (
    re.compile(rf"{_FREE}{_DAY}{_MARK}{_MONTH}{_SAME}{_YEAR}(?!\d)(?!(?P=mark)\d)"),
    re.compile(rf"{_FREE}{_YEAR}{_MARK}{_MONTH}{_SAME}{_DAY}(?!\d)"),
    # "3/2-1961", "5-V-1961"
    re.compile(rf"{_FREE}{_DAY}[\-./]{_MONTH}[\-./]{_YEAR}(?!\d)(?![\-./]\d)"),
    re.compile(rf"{_FREE}{_DAY}[\-./ ](?:I{{1,3}}|I?V|VI{{1,3}}|I?X|XI{{1,2}})[\-./ ]{_YEAR}(?!\d)"),
    re.compile(rf"{_FREE}(?<!\d[ ])(?<!\+){_DAY}[ ]{_MONTH}[ ]{_YEAR}(?![ ]?\d)"),
    # "24-6 1952", "23-1, 1943"
    re.compile(rf"{_FREE}{_DAY}[ ]?[\-/][ ]?{_MONTH}(?:,[ ]?|[ ]){_YEAR}(?![ ]?[\d\-])"),
    re.compile(
        rf"(?<!\d){_DAY}(?:de|ste|e)?[ \n.\-/]{{0,3}}{_NAMES}(?![^\W\d_])\.?[ \n,.\-/]{{0,3}}'?"
        r"(?:(?:18|19|20)\d\d(?!\d)|\d\d(?!\d)(?![.:]\d)(?![ ]?(?:u(?:ur)?|jaar|jr|weken|dagen|euro|keer|x)\b))",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<![^\W_])(?:{MONTHS})[ ]{_DAY},?[ ]{_YEAR}(?!\d)", re.IGNORECASE),
    # A feast of one day is a day as soon as its year stands beside it.
    re.compile(
        r"(?<![^\W_])(?:koningsdag|koninginnedag|bevrijdingsdag|nieuwjaarsdag|oudejaars(?:dag|avond)|sinterklaasavond"
        r"|pakjesavond|moederdag|vaderdag|goede vrijdag|hemelvaartsdag|kerstavond|(?:eerste|tweede|1e|2e) (?:kerst|paas"
        rf"|pinkster)dag)(?:[ ]in|[ ]van)?[ ]{_YEAR}(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![^\W_])(?:{_DAYS_IN_WORDS}|{_ORDINALS})[ ](?:{MONTHS})[ ,]{{1,2}}'?(?:(?:19|20)\d\d|\d\d)(?!\d)",
        re.IGNORECASE,
    ),
    # "drie mei tweeënveertig", "elf-elf-veertig"
    re.compile(
        rf"(?<![^\W_])(?:{_DAYS_IN_WORDS}|{_ORDINALS}|\d{{1,2}}e?)[ ](?:{MONTHS}|{_SHORT_MONTHS})[ ]{_YEAR_SAID}(?![^\W_])"
        rf"|(?<![^\W_\-])(?:{_DAYS_IN_WORDS})[ ]?-[ ]?(?:{_DAYS_IN_WORDS})[ ]?-[ ]?{_YEAR_SAID}(?![\w\-])",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![^\W_])(?:{_DAYS_IN_WORDS}|{_ORDINALS}"
        rf"|\d{{1,2}}e?)[ ](?:{MONTHS})[ ](?:negentien(?:honderd)?|tweeduizend|twintig)[ ]?\w+",
        re.IGNORECASE,
    ),
)
# With a year of two digits only in the shapes that nothing else has; a chapter "1.2.33" is no date.
_SHORT = (
    # "Ze spuit 12-8-14 EH": three doses.
    re.compile(
        rf"{_FREE}{_DAY}[ ]?(?P<mark>[\-/])[ ]?{_MONTH}[ ]?(?P=mark)[ ]?'?\d\d(?!\d)(?!(?P=mark)\d)(?![ ]?(?:EH|IE|E|mg|ml)\b)"
    ),
    # "geb 19 03 65": three pairs that can be a day.
    re.compile(
        r"(?<![\w.,/\-+(])(?<!\d[ ])(?P<day>[0-3]\d)[ ](?P<month>0[1-9]|1[0-2])[ ]\d\d(?![ ]?\d)(?![\w/\-])(?![.,]\d)"
    ),
    # An apostrophe makes the last two figures a year, whatever stands between: "23 4 '77".
    re.compile(rf"{_FREE}{_DAY}[ ]{{0,2}}[\-./,_ ][ ]{{0,2}}{_MONTH}[ ]{{0,2}}[\-./,_ ]?[ ]{{0,2}}'\d\d(?![\w])"),
    re.compile(rf"{_FREE}(?P<day>\d\d)(?P<mark>\.[ ]?)(?P<month>\d\d)(?P=mark)'?\d\d(?!\d)(?!\.\d)"),
    re.compile(
        r"(?i)(?<!art )(?<!art\. )(?<!artikel )(?<!§ )(?<!§)(?<!paragraaf )(?<!versie )"
        rf"(?<!hoofdstuk ){_FREE}{_DAY}\.{_MONTH}\.'?\d\d(?!\d)(?![.,]\d)"
    ),
)
_WEEKDAY = (
    r"(?:(?:paas|pinkster)(?:maandag|zondag)|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"(?:avond|nacht|ochtend|morgen|middag)?|ma|di|wo|do|vr|za|zo)"
)
# A day and a month: the month as a word, or in figures behind what announces a date.
_YEARLESS = (
    re.compile(
        rf"(?<![\d,.€$\-])(?:(?<![^\W_]){_WEEKDAY}[ ])?(?:(?P<first>\d{{1,2}})(?:de|ste|e)?(?:[ ]?(?:,|en|of|-|/|t/m"
        rf"|tot)[ ]?))?{_DAY}(?:de|ste|e)?[ ]?(?:{MONTHS})(?![^\W_])",
        re.IGNORECASE,
    ),
    # "3 Jan" may be somebody: an abbreviated month has a small letter or a full stop.
    re.compile(
        rf"(?<![\d,.€$\-]){_DAY}(?:de|ste|e)?[ \-]?(?:(?:jan|feb|febr|mrt|apr|aug|sept?|okt|nov"
        rf"|dec|FEB|FEBR|MRT|APR|AUG|SEPT?|OKT|NOV|DEC)(?![^\W_])|(?i:{_SHORT_MONTHS})\.(?=[ \n,]|$))"
    ),
    re.compile(rf"(?<![^\W_])(?:{_DAYS_IN_WORDS}|{_ORDINALS})[ ](?:{MONTHS})(?![^\W_])", re.IGNORECASE),
)
_YEARLESS_NAMED = re.compile(
    rf"\b(?:op|dd|d\.d|per|datum|{_WEEKDAY}|geb(?:oren)?|jarig)[.:]?[ ](?:op[ ])?(?:{_WEEKDAY}[ ])?{_FREE}"
    r"(?P<date>(?:\d{1,2}[\-/]\d{1,2}(?:,| en)[ ])?(?P<day>\d{1,2})[\-/](?P<month>\d{1,2}))(?![\d\-/%])(?![.,]\d)"
    r"(?![ ](?:keer|x|plekken|plaatsen|dagen|weken|maanden|jaar|uur|personen|kinderen|van|punten|leden"
    r"|mensen|adressen|scholen)\b)",
    re.IGNORECASE,
)
# "Vast sinds 19-08", "het overleg van 27-5": behind these a day and a month; with a nought in front nearly anywhere.
_PADDED = re.compile(
    r"(?:(?<![^\W_])(?:sinds|vanaf|tot|t/m|van|voor|na|naar|afspraak|zitting|overleg|gesprek|consult|intake|uitspraak|huisbezoek"
    r"|aangezegd"
    r"|opname|verslag|komt|kwam|wissel|controle|vervolg|uitslag|start|eval(?:uatie)?"
    r"|mail|brief|bericht|kan|werk|vandaag|morgen|gisteren)[ ]|(?=\d\d?[\-/]0[1-9](?!\d)))"
    r"(?<![\d.,€$])(?<!\d[\-/])(?P<date>(?P<day>\d{1,2})[\-/](?P<month>0?[1-9]|1[0-2]))(?![\d\-/%\w])(?![.,]\d)"
    r"(?![ ](?:keer|x|plekken|plaatsen|dagen|weken|maanden|jaar|jarig\w*|uur|personen|kinderen|van|punten|leden|procent|euro"
    r"|mensen|adressen|scholen|jaar)\b)",
    re.IGNORECASE,
)
# "De monteur komt 28-11": no range of amounts runs down.
_RUNS_DOWN = re.compile(
    r"(?<![^\s(])(?<!nummer )(?<!nr )(?<!nr\. )(?<!laan )(?<!straat )(?<!weg )(?<!plein )(?<!hof )(?<!dijk )(?<!str\. )"
    r"(?P<date>(?P<day>1[3-9]|2\d|3[01])(?:-|(?<!24)/)(?P<month>[1-9]|1[0-2]))(?=[ ]?(?:[,;:!?)\n]|\.(?!\d)|$)"
    r"|[ ](?:tussen|om|van|vanaf|tot|en|bij|in|op|naar|met|is|was|weer|nog|gesproken|gebeld|besproken"
    r"|rijden|komt?|kan|niet|vrij)(?![^\W_]))",
    re.IGNORECASE,
)
# "8/4 07.20u", "moet 12/11 om half 3", "Ritten: 3-6, 5-6 en 12-6-2024" (the last one was found and hidden before).
_TIMED = re.compile(
    r"(?<![\w,.€$/\-])(?P<date>(?P<day>\d{1,2})/(?P<month>\d{1,2}))(?=[ ](?:\d{1,2}[.:]\d\d|om[ ]|-[ ]))"
    # At the head of a line, and alone in a cell of a table.
    r"|(?<![^\n])(?!1/[234](?!\d))(?P<headed>\d{1,2}/(?:0?[1-9]|1[0-2]))(?=[ ][^\W\d_])"
    r"|(?<=\t)(?P<cell>\d{1,2}-(?:0?[1-9]|1[0-2]))(?=\t)"
    r"|(?<![\w.€$/\-])(?P<listed>\d{1,2}-(?:0?[1-9]|1[0-2])(?:(?:,[ ]|[ ]en[ ])\d{1,2}-(?:0?[1-9]|1[0-2])){0,5})"
    r"(?=(?:,|[ ]en)[ ]\0{8,10})"
)
_COMPACT = re.compile(
    r"(?:\b(?:geb(?:oren|oorte)?\.?[ ]?(?:dat(?:um)?\.?)?|gbd|dob|g\.d|(?:hij|zij|ze|die|is) (?:is )?van)|\*)[:. ]{0,3}"
    r"(?:op |is |was )?(?P<date>\d{1,2}(?P<mark>[. ]{1,2})\d{1,2}(?P=mark)'?\d\d|(?:19|20)\d{6}"
    r"|[0-3]\d[01]\d(?:19|20)?\d\d)(?!\d)(?![.,]\d)",
    re.IGNORECASE,
)

_STREET_BEFORE = re.compile(
    r"[^\W\d_]{2,25}(?:laan|straat|str\.?|weg|plein|hof|dijk|pad|singel|steeg|kade|dreef|plantsoen)[ ]$", re.IGNORECASE
)
# "Zijn geboortedatum roepen, 21 6 99"
_BORN_APART = re.compile(
    r"(?:geboortedatum|geb\.?[ ]?dat\w*\.?|geboren|verjaardag)[^\d\n.]{0,25}(?<!\d)"
    r"(?P<date>(?P<day>\d{1,2})[ ](?P<month>\d{1,2})[ ](?:\d{4}|\d\d))(?![ ]?\d)",
    re.IGNORECASE,
)
# "Een man van 52 (08031972)": eight figures that are a day of somebody's life.
_EIGHT = re.compile(r"(?<![\w.,/\-])(?P<day>[0-3]\d)(?P<month>[01]\d)(?:19\d\d|20[01]\d)(?![\w/\-])(?![.,]\d)")
_BORN_BEFORE = re.compile(
    r"(?:\bgeb\b|\bgebo|\bgebd|geboorte|verjaardag|verjaart|\bjarig|\bgbd\b|\bg\.?d\.|\bdob\b|\bgd\b|\*[ ]?$"
    r"|ter wereld|levenslicht|uitgerekend)[^\n]{0,30}$",
    re.IGNORECASE,
)
_BORN_BEHIND = re.compile(
    r"[ ,(]{0,3}(?:is |werd |ben |was )?(?:(?:hij|zij|ze|ik|te|in) )?(?:\w+ )?(?:geboren|jarig|\(?geb)", re.IGNORECASE
)


def full_dates(plain: str) -> Iterator[Span]:
    """Find dates with a year of four digits, or with the month as a word."""
    return _spans(plain, _FULL)


def short_dates(plain: str) -> Iterator[Span]:
    """Find dates in figures with a year of two digits, and dates without any."""
    yield from _spans(plain, _SHORT)
    yield from _spans(plain, _YEARLESS)
    yield from _timed(plain)
    for match in _EIGHT.finditer(plain):
        if _is_day(int(match.group("day")), int(match.group("month"))):
            yield Span(*match.span(), Kind.BIRTHDATE)
    for pattern in (_YEARLESS_NAMED, _PADDED, _RUNS_DOWN, _COMPACT, _BORN_APART):
        for match in pattern.finditer(plain):
            parts = match.groupdict()
            day = "day" not in parts or _is_day(int(parts["day"]), int(parts["month"]))
            # "Dorpsplein 2-04, 5715 ZZ" is a front door.
            if day and not _STREET_BEFORE.search(plain, max(0, match.start("date") - 30), match.start("date")):
                yield Span(*match.span("date"), _kind(plain, *match.span("date")))


def _timed(plain: str) -> Iterator[Span]:
    """Find a day and a month in figures that a time follows, or the next day of a list."""
    for match in _TIMED.finditer(plain):
        if not match.group("date") or _is_day(int(match.group("day")), int(match.group("month"))):
            yield Span(*match.span(), Kind.DATE)


def is_day_in_figures(words: str) -> bool:
    """Tell whether these are six or eight figures that can be a day: "120748"."""
    figures = re.fullmatch(r"([0-3]\d)([01]\d)(?:19|20)?\d\d", words)
    return figures is not None and _is_day(int(figures[1]), int(figures[2]))


def _spans(plain: str, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Span]:
    for pattern in patterns:
        for match in pattern.finditer(plain):
            parts = match.groupdict()
            if _is_day(int(parts.get("day") or 1), int(parts.get("month") or 1)):
                yield Span(*match.span(), _kind(plain, *match.span()))


def _kind(plain: str, start: int, end: int) -> Kind:
    """Tell a day of birth from any other."""
    before = plain[max(0, start - 40) : start]
    sentence = before[max(before.rfind(". "), before.rfind("! "), before.rfind("? ")) + 1 :]
    if before.rstrip().lower().endswith(("geb.", "g.d.", "geb", "dat.")):
        sentence = before
    born = _BORN_BEFORE.search(sentence) or _BORN_BEHIND.match(plain, end, end + 30)
    return Kind.BIRTHDATE if born else Kind.DATE


def _is_day(day: int, month: int) -> bool:
    """Tell whether these can be a day and a month, in either order."""
    return (1 <= day <= 31 and 1 <= month <= 12) or (1 <= day <= 12 and 1 <= month <= 31)
