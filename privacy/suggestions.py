"""What a writer can put in the place of a finding, as words that fit there. Pure: no database, no Django, nothing remembered.

The words are Dutch in either language of the screen, for they come to stand in the text, which is Dutch. None of them
holds a sign that means something in HTML. That the check finds nothing hard in them is proved in tests/privacy.
"""

import re
import string
from collections.abc import Iterator, Mapping, Sequence

from privacy.detectors.kinds import Kind, Span
from privacy.detectors.spoken import WORD, as_number


def _words_in(listed: str) -> list[str]:
    return listed.split()


ROUND = 10  # years in a band
# Years in two figures after this one are of the last century; before it somebody is very old or a child.
LAST_CENTURY = 30
UNITS_IN_A_YEAR = {"weken": 52, "week": 52, "maanden": 12, "maand": 12, "mnd": 12, "dagen": 365, "dag": 365}
OLDEST = 90  # from here on a band of ten years holds too few people
MONTHS = tuple(_words_in("januari februari maart april mei juni juli augustus september oktober november december"))

# After these words a name is replaced by a letter alone: "mevrouw A", "zoon B". The roles that the annotators know.
ROLES = frozenset(
    _words_in(
        "mevrouw mevr mw meneer dhr heer moeder vader mama papa ouder zoon dochter kind broer zus zusje broertje oma opa "
        "tante oom nicht neef partner man vrouw echtgenoot echtgenote vriend vriendin buurman buurvrouw kleinzoon "
        "kleindochter cliënt client bewoner inwoner juf meester dokter persoon jongen meisje collega vrijwilliger ex"
    )
)
PARTICLES = frozenset(_words_in("van de den der het ten ter te el al bin ben di da la le von und dos du"))
ARTICLES = frozenset(("de", "het", "'t", "een", "die", "dat", "deze", "dit"))
PREPOSITIONS = frozenset(_words_in("van sinds vanaf tot in per eind begin half na voor medio"))
# What an article in front of a finding leaves to be said; without one the first of each holds.
PLACES: Mapping[Kind, tuple[str, str]] = {
    Kind.ADDRESS: ("een straat in de buurt", "straat in de buurt"),
    Kind.STREET: ("een straat in de buurt", "straat in de buurt"),
    Kind.PLACE: ("een dorp in de regio", "dorp in de regio"),
    Kind.EMPLOYER: ("een bedrijf in de regio", "bedrijf in de regio"),
    Kind.SCHOOL: ("een school in de regio", "school in de regio"),
    Kind.PRACTICE: ("een praktijk in de regio", "praktijk in de regio"),
    Kind.RARE: ("iemand uit de buurt", "inwoner"),
}
LEFT_OUT: Mapping[Kind, str] = {
    Kind.BSN: "[nummer weggelaten]",
    Kind.IBAN: "[rekening weggelaten]",
    Kind.PHONE: "[telefoonnummer weggelaten]",
    Kind.EMAIL: "[mailadres weggelaten]",
    Kind.PLATE: "[kenteken weggelaten]",
    Kind.POSTCODE: "[postcode weggelaten]",
    Kind.CLIENTNR: "[nummer weggelaten]",
    Kind.URL: "[link weggelaten]",
    Kind.HANDLE: "[account weggelaten]",
    Kind.AGE: "[leeftijd weggelaten]",
    Kind.BIRTHDATE: "[geboortedatum weggelaten]",
}
SOMEBODY = "iemand"

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"([^\W\d_]+|'t)[.:]?\s*$")
# The letter itself is a capital: "persoon a" may be the beginning of a sentence about something else.
_TAKEN = re.compile(r"\b(?i:" + "|".join(sorted(ROLES)) + r")\.? ([A-Z])\b\.?")
_NUMERIC = re.compile(r"(\d{1,4})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{1,4})")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_SHORTENED = re.compile(r"\b(?:mevr|mw|dhr|dr|geb|nr|tel|st|fam)\.$", re.IGNORECASE)
_AGE = re.compile(rf"\d{{1,3}}|{WORD}", re.IGNORECASE)
_UNIT = re.compile("|".join(UNITS_IN_A_YEAR))
# The last two figures of a date in three parts.
_SHORT_YEAR = re.compile(r"\w[-/. ']+\w+[-/. ']+(\d\d)$")


def suggest(texts: Sequence[str], found: Sequence[Sequence[Span]]) -> list[list[str]]:
    """Give for every finding in the texts of one submission what could stand there; the same person has one letter."""
    people = _letters(texts, found)
    return [[_words(text, span, people) for span in spans] for text, spans in zip(texts, found, strict=True)]


def is_letter(text: str, span: Span) -> bool:
    """Tell whether a name that was found is a letter of ours behind a role, such as "persoon A"; that tells nobody anything."""
    if span.kind is not Kind.PERSON:
        return False
    around = max(0, span.start - 20)
    return any(
        around + match.start() <= span.start and span.end <= around + match.end()
        for match in _TAKEN.finditer(text[around : span.end + 2])
    )


def replaced(text: str, changes: Sequence[tuple[int, int, str]]) -> str:
    """Give the text with each place, in order and without overlap, taken by the words that come with it."""
    pieces, position = [], 0
    for start, end, words in changes:
        pieces += [text[position:start], words]
        position = end
    return "".join([*pieces, text[position:]])


def band(age: int) -> str:
    """Give the ten years in which an age lies: 36 is 30-40."""
    low = min(age, OLDEST - 1) // ROUND * ROUND
    return f"{low}-{low + ROUND * (2 if age >= OLDEST else 1)}"


def _words(text: str, span: Span, people: Mapping[str, str]) -> str:
    """Give what could stand in one place, with a capital where a sentence begins."""
    before, after, inside = text[: span.start], text[span.end :], text[span.start : span.end]
    if span.kind is Kind.PERSON:
        words = _person(_last_word(before), people.get(_key(inside), ""))
    elif span.kind is Kind.AGE:
        words = _age(inside, after)
    elif span.kind in (Kind.DATE, Kind.BIRTHDATE):
        words = _date(inside, _last_word(before), born=span.kind is Kind.BIRTHDATE)
    elif span.kind in LEFT_OUT:
        words = LEFT_OUT[span.kind]
    else:
        words = PLACES[span.kind][_last_word(before) in ARTICLES]
    return words[0].upper() + words[1:] if _begins_sentence(before) else words


def _person(word_before: str, letter: str) -> str:
    """Give a letter behind a role, and a role and a letter elsewhere; there are no more letters than the alphabet has."""
    if word_before in ROLES:
        return letter or "Z"
    return f"persoon {letter}" if letter else SOMEBODY


def _age(inside: str, after: str) -> str:
    """Give a band that fits the words around it: "30-40 jaar oud", or what of that does not stand there yet."""
    told = _AGE.search(inside)
    number = as_number(told.group()) if told else None
    if told is None or number is None:
        return LEFT_OUT[Kind.AGE]
    rest, follows = inside[told.end() :].strip().lower(), after.lstrip().lower()
    if unit := _UNIT.match(rest):
        number //= UNITS_IN_A_YEAR[unit.group()]
        if not number:
            return "nog geen jaar" if follows.startswith("oud") else "nog geen jaar oud"
    years = band(number)
    if rest.startswith(("-jarig", "jarig")):
        return f"{years}-jarige" if rest.endswith("e") else f"{years}-jarig"
    if rest:
        return f"{years} jaar oud" if "oud" in rest else f"{years} jaar"
    if follows.startswith(("jaar", "jr", "-jarig", "jarig", "-jr")) or after[:1] in (")", "]"):
        return years
    return f"{years} jaar oud"


def _date(inside: str, word_before: str, *, born: bool) -> str:
    """Give the month of a day, or the ten years of a birth, so that it fits behind the word before it."""
    if born:
        year = _birth_year(inside) // ROUND * ROUND
        when = f"tussen {year} en {year + ROUND}" if year else LEFT_OUT[Kind.BIRTHDATE]
        return f"een dag {when}" if year and word_before == "op" else when
    month = _month(inside)
    when = MONTHS[month - 1] if month else "die tijd"
    if word_before in {"op", "dag"}:
        return f"een dag in {when}"
    return when if word_before in PREPOSITIONS else f"in {when}"


def _birth_year(inside: str) -> int:
    """Give the year of a date of birth, or 0 when it cannot be told: "12" may be 1912 or 2012."""
    if year := _YEAR.search(inside):
        return int(year.group())
    short = _SHORT_YEAR.search(inside)
    return 1900 + int(short.group(1)) if short and int(short.group(1)) > LAST_CENTURY else 0


def _month(inside: str) -> int:
    """Give the month of a date in words or in figures, or 0 when it cannot be told."""
    low = inside.lower()
    for number, name in enumerate(MONTHS, start=1):
        if re.search(rf"\b{name[:3]}", low) or (number == 3 and "mrt" in low):
            return number
    if parts := _NUMERIC.search(inside):
        number = int(parts.group(2))
        return number if 1 <= number <= 12 else 0
    pair = re.search(r"\d{1,2}\s*[-/.]\s*(\d{1,2})", inside)
    return int(pair.group(1)) if pair and 1 <= int(pair.group(1)) <= 12 else 0


def _letters(texts: Sequence[str], found: Sequence[Sequence[Span]]) -> dict[str, str]:
    """Give each person a letter, by their name as it was typed; one who is named in part only is the same person."""
    taken = {letter for text in texts for letter in _TAKEN.findall(text)}
    names = [
        _key(text[span.start : span.end])
        for text, spans in zip(texts, found, strict=True)
        for span in spans
        if span.kind is Kind.PERSON
    ]
    free = (letter for letter in string.ascii_uppercase if letter not in taken)
    # In the order in which they come, so that the first person is A; whole names first to know who is who.
    whole = [name for name in dict.fromkeys(names) if " " in name]
    owner = {name: _whole_name_of(name, whole) for name in dict.fromkeys(names)}
    letters = {name: next(free, "") for name in dict.fromkeys(owner.values())}
    return {name: letters[of] for name, of in owner.items()}


def _key(name: str) -> str:
    """Give a name as it is compared: the words that tell somebody apart."""
    return " ".join(word for word in _key_words(name))


def _key_words(name: str) -> Iterator[str]:
    words = [word.lower() for word in _WORD.findall(name)]
    telling = [word for word in words if word not in PARTICLES]
    yield from telling or words


def _whole_name_of(name: str, whole: Sequence[str]) -> str:
    """Give the whole name that a part belongs to, when that is one person's; otherwise the part stands for itself."""
    if name in whole:
        return name
    # A first name says who it is; a surname may be of several.
    firsts = [each for each in whole if each.split()[0] == name]
    owners = firsts or [each for each in whole if name in each.split()]
    return owners[0] if len(owners) == 1 else name


def _last_word(before: str) -> str:
    """Give the word of the same sentence in front of a place, in small letters, or nothing."""
    if _begins_sentence(before):
        return ""
    found = _BEFORE.search(before[-40:])
    return found.group(1).lower() if found else ""


def _begins_sentence(before: str) -> bool:
    """Tell whether a sentence begins here. After a colon none does: what stands there is filled in."""
    bare = before.rstrip(" \t\r\"'“‘«([")
    return not bare or bare[-1] in "!?" or (bare[-1] == "." and not _SHORTENED.search(bare))
