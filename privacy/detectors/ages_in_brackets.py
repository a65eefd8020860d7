"""Finds ages that stand in brackets behind somebody, and tells what stands before a number in its sentence."""

import re
from collections.abc import Iterator

from privacy.detectors.age_shapes import FREE, NUMBER, STOP, UNIT, YEARS, is_age, is_limit
from privacy.detectors.kinds import Kind, Span
from privacy.detectors.people import NAME_LETTER, is_somebody
from privacy.detectors.spoken import as_number
from privacy.detectors.words import KIN

# "(9)", "(84 jaar)", "(v, 38)", "(4 en 7)".
_BRACKETS = re.compile(r"[(\[](?P<in>[^()\[\]\n]{1,60})[)\]]")
_IN_BRACKETS = re.compile(rf"{FREE}{NUMBER}{STOP}(?:[ ]?{UNIT})?", re.IGNORECASE)
_AFTER_IN_BRACKETS = re.compile(
    r"[ ]{0,2}(?:[,;:/)\]&+\-–!]|$|(?:en|of|jaar|jr|oud|bijna|nu|weduwe|weduwnaar|alleenstaand|gehuwd|gescheiden"
    r"|man|vrouw)(?![^\W_]))",
    re.IGNORECASE,
)
_ALONE_IN_BRACKETS = re.compile(rf"{NUMBER}[ ]?(?:{YEARS})(?:[ ](?:oud|jong))?", re.IGNORECASE)
THINGS = re.compile(
    r"[ ]{0,2}(?:euro|keer|x|uur|uren|minuten|min|seconden|kilo|kg|gram|mg|ml|cm|meter|km|m2|punten"
    r"|procent|graden|kinderen|personen|mensen|van de|op de|kamers|broers|zussen|nachten|dagdelen"
    r"|stuks|hoog|glazen|pogingen|afspraken|gesprekken|huizen|leden|plekken|sigaretten|flessen)(?![^\W_])",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"([^\W\d_][\w'\-]{0,40})\.?[ \n,]{0,2}$")
NUMBERED = re.compile(
    r"(?<![^\W_])(?:nr|nummer|tst|toestel|huisnummer|groep|kamer|artikel|art|week|fase|stap|per|versie|route|lijn|kind|persoon"
    r"|cli[eë]nt|bewoner|ouder|partij|gezin|casus|optie|vraag|punt|deel|klas)\.?[ ]$",
    re.IGNORECASE,
)
_LETTER_AT_END = re.compile(r"[ ][^\W\d_]\.[ ]?$")
# "(groep 4, 8)" has one behind its comma.
_NO_AGES_INSIDE = re.compile(r"(?:artikel|art|zie|score|MMSE|fase|nummer)\b|groep\b[^,]*$", re.IGNORECASE)
_CHILDREN = re.compile(
    r"\b(?:klein)?(?:kinderen|kids|zonen|zoons|dochters|jongens|meiden)\b[^.\n]{0,20}$", re.IGNORECASE
)
A_WORD = re.compile(r"[^\W\d_][\w'\-]*")


def ages_in_brackets(plain: str, start: int, end: int) -> Iterator[Span]:
    """Find ages in brackets behind somebody: "Bjorn (9)", "kinderen (4 en 7)"."""
    for match in _BRACKETS.finditer(plain, start, end):
        before = last_word(plain, match.start())
        inside = match.group("in").strip()
        if (years := _ALONE_IN_BRACKETS.fullmatch(inside)) and (as_number(years.group("age")) or 0) > 14:
            yield Span(*match.span("in"), Kind.AGE)
            continue
        if not inside[:1].isalnum() or not (_are_people(before) or _is_further_back(plain, match)):
            continue
        if _NO_AGES_INSIDE.match(inside):
            continue
        for age in _IN_BRACKETS.finditer(plain, *match.span("in")):
            if _is_age_in_brackets(plain, match.start("in"), age):
                yield Span(age.start("age"), age.end() - (plain[age.end() - 1] == " "), Kind.AGE)


def _is_age_in_brackets(plain: str, begin: int, age: re.Match[str]) -> bool:
    """Tell whether a number in brackets is an age, and not the number of a class, a limit or an amount."""
    return bool(
        not NUMBERED.search(plain, begin, age.start())
        and is_age(age.group("age"))
        and not THINGS.match(plain, age.end())
        and not is_limit(plain, *age.span("age"))
        and _AFTER_IN_BRACKETS.match(plain, age.end())
    )


def _are_people(word: str) -> bool:
    return is_somebody(word) or word.lower() in {
        "kinderen",
        "kids",
        "jongens",
        "meiden",
        "echtpaar",
        "stel",
        "ouders",
        "tweeling",
    }


def _is_further_back(plain: str, brackets: re.Match[str]) -> bool:
    """Tell whether only a number of two digits stands in brackets, with somebody just before: "zn Ravish thuiswonend (19)"."""
    alone = re.fullmatch(r"\d\d", brackets.group("in"))
    before = plain[max(0, brackets.start() - 60) : brackets.start()]
    # "Kevin T. (23)": the stop behind a letter ends nothing.
    near = A_WORD.findall(clause(_LETTER_AT_END.sub("", before), len(before)))[-3:]
    if _CHILDREN.search(before):
        return True  # "Kinderen: drie (4, 6 en 11)"
    return bool(alone) and any(word[0] == NAME_LETTER or word.lower() in KIN for word in near)


def last_word(plain: str, end: int) -> str:
    """Give the word right before a place."""
    match = _LAST_WORD.search(plain[max(0, end - 45) : end])
    return match.group(1) if match else ""


def clause(plain: str, end: int) -> str:
    """Give what stands before a place, up to the last mark."""
    before = plain[max(0, end - 60) : end]
    return before[max(before.rfind(mark) for mark in ".!?;:,\n") + 1 :]
