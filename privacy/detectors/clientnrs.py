"""Finds numbers under which somebody is known (client, case, policy, passport), by the word before them or their shape."""

import re
from collections.abc import Iterator

from privacy.detectors.kinds import Kind, Span

_WHAT = (
    r"(?:dossier|cli[eë]nt(?:en)?|cl|klant(?:en)?|zaak?|zaken|polis|registratie|paspoort|rijbewijs"
    r"|identiteit(?:s(?:kaart|bewijs)?)?|legitimatie(?:bewijs)?|id|id-?kaart|aanvraag|meld(?:ings?)?|mutatie|pv"
    r"|proces-?verbaal|pati[eë]nt(?:en)?|pt|inschrijf|inschrijvings?|lidmaatschaps?|lid|leden"
    r"|debiteur(?:en)?|factuur|contract|huurder(?:s)?|huurcontract|relatie|personeels|leerling(?:en)?"
    r"|student(?:en)?|brp|a|v|vreemdelingen|beschikkings?|parket"
    r"|vonnis|rol|casus|order|verzekerden?|verzekerings?|aangifte|bewoners?|deelnemers?|document|visum"
    r"|vergunnings?|kenmerk|burgerzaken|reken?ing|bank(?:rekening)?|giro|meter|toegangs|incident"
    r"|besluit|wlz|wmo|uwv|cak|duo|ind|big|agb|wachtlijst|pas|bibliotheekpas|zorgpas|ticket|case"
    r"|indicatie|toewijzings?|kvk|bvh|bvo|mutatie|sv)"
)
# "cliëntnummer is", "dossiernr.:", "kenmerk": then anything with two digits in it.
_LABEL = re.compile(
    rf"(?<![^\W_])(?:{_WHAT}[- ]?(?:nummer|nr|no|code|kenmerk|num)|(?:ons |uw )?(?:kenmerk|referentie"
    r"|referentienummer|ref)|registratie|documentnummer)(?:\.(?![ ](?-i:[A-Z])))?"
    r"(?:[ ]?[:=#][ ]?|[ ](?:is|was|luidt|van (?:hem|haar|meneer|mevrouw|moeder|vader|cliënt) is"
    r"|voor (?:hem|haar) is|bij \S{2,20} is|bij \S{2,20}:?|bekend als)[ :]{1,2}"
    r"|[ ]{1,2}(?:[^\W\d_]{3,25}[ :]{1,2}){0,2}\(?|\()"
    r"(?P<number>(?:[A-Z]{1,4}[ ])?(?=[\w./\-]{0,24}\d[\w./\-]{0,24}\d)[\w](?:[\w./\-]{0,28}\w)"
    r"(?:[ ]\d{2,6}(?![\w.]*(?:uur|jaar|euro))){0,3}(?:(?<=\d)[ ]\d(?=[.,;)\n]|$))?)",
    re.IGNORECASE,
)
# "dossier 55120", "polis A-3312": longer, and no year.
_BARE = re.compile(
    rf"(?<![^\W_]){_WHAT}(?:[ ]|:[ ]?)(?:met nummer |onder nummer |nummer |nr\.? ?|: ?)?"
    rf"(?P<number>(?!\d{{1,3}}\.\d{{3}}(?!\d))(?!(?:19"
    rf"|20)\d\d(?![\w/\-]|\.\d))(?=[\w./\-]{{0,20}}\d[\w./\-]{{0,20}}\d[\w./\-]{{0,20}}\d)"
    r"(?:[A-Z]{1,4}[./\-]?)?\d[\w./\-]{2,24}\w)",
    re.IGNORECASE,
)
# "10982214 BM VERZ 24-615"
_AT_COURT = re.compile(r"(?<![\w.,])\d{6,9}[ ](?:[A-Z]{1,4}[ ]){1,3}\d{2}-\d{2,6}(?!\w)", re.IGNORECASE)
# "WZ 0088-4127", "C/01/398812 / JE RK 24-702"
_OF_AN_OFFICE = re.compile(
    r"(?<![\w.,/])(?:[A-Z]{2,4}[ ](?!0[89]00)\d{4}-\d{4}|[A-Z]{2,3}[ ](?:20\d\d/\d{2,5}|\d{2}\.\d{4})"
    r"|[A-Z]/\d\d/\d{5,7}(?:[ ]/[ ](?:[A-Z]{1,4}[ ]){1,3}\d\d-\d{2,5})?)(?![\w\-])"
)
# "dossier kb 77-3120", "Dossier SHV 0056712": letters apart from their figures.
_APART = re.compile(
    r"(?<![^\W_])(?:dossier|zaak|melding|aanvraag|polis)[: ]{1,2}"
    r"(?P<number>(?!is|was|via|tel|van|het|bij|met)[A-Z]{2,4}[ ](?:\d{2,6}[-/.]\d{2,6}|\d{6,9})(?!\w))",
    re.IGNORECASE,
)
# "onder vermelding van 2025/SHV/0631", "ingeschreven onder j18-2207".
_UNDER = re.compile(
    r"(?<![^\W_])(?:onder vermelding van|o\.?v\.?v\.?|(?:ingeschreven|bekend|geregistreerd|aangemeld|verzekerd|genoteerd)"
    r"(?:[ ][^\W\d_]{1,12}){0,2}[ ]onder(?:[ ](?:nummer|nr\.?|code|kenmerk))?|onder (?:nummer|code|kenmerk))[: ]{1,2}"
    r"(?P<number>(?:[A-Z]{1,4}[ ])?(?=[\w./\-]{0,24}\d[\w./\-]{0,24}\d[\w./\-]{0,24}\d)\w[\w./\-]{2,28}\w)",
    re.IGNORECASE,
)
_LETTERED = re.compile(
    r"(?<![^\W_])(?:nummer|nr\.?|nº|no\.)(?:[ ][^\W\d_]{2,8}){0,2}[: ]{1,2}"
    r"(?P<number>(?!is[ ])[A-Z]{1,3}[ ](?:\d{5,9}|\d{3}[ ]\d{3}))(?!\w)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![^\W_])(?:nummer (?:klant|cliënt|client|dossier|zaak|melding)(?: is|:)?|nummer|nr\.?|nº|no\."
    r"|#)[ ]?(?P<number>(?=[\w./\-]{0,20}\d[\w./\-]{0,10}\d[\w./\-]{0,10}\d[\w./\-]{0,10}\d)[\w][\w./\-]{2,24}\w)",
    re.IGNORECASE,
)
# "Paspoort, nr. FX318204", over a line's end too.
_PASSPORT = re.compile(
    r"(?<![^\W_])(?:paspoort|rijbewijs|verblijfskaart|document|identiteits\w{4,8}|visum)[^.!?\d]{0,12}(?:nr\.|nummer)?[ \n:]{1,2}"
    r"(?P<number>[A-Z]{1,3}\d{5,8})(?!\w)",
    re.IGNORECASE,
)
# As in "nummer in ons systeem: 20817".
_IN_OUR_SYSTEM = re.compile(
    r"(?<![^\W_])nummer(?:[ ][^\W\d_]{2,10}){1,3}:[ ](?P<number>\d{4,9})(?![\w.,]?\d)", re.IGNORECASE
)
# Whatever it is the number of: six figures on end, or more in groups, are of one person, matter or account as a rule.
_LONG = re.compile(
    r"(?<![\w€$.,/+\-])(?<!€ )(?:\d{6,18}|\d{4,6}\.\d{4,6}"
    r"|(?=[\d.\-]{10,24}(?![\w.\-]))\d{2,6}(?:[.\-]\d{1,6}){2,5}"
    r"|\d{2}[/\-]0\d{4}|\d{2}\.\d{6}|\d{1,3}(?:\.\d{3})+\.\d{2}|\d{5,6}-\d{3,6})(?![\w%])(?![.,]\d)"
    r"(?![ ](?:euro|inwoners|mensen|personen|huishoudens|stuks|km|keer|views|volgers|stappen)(?![^\W_]))",
    re.IGNORECASE,
)
# "1.250.000", "2023-2025-2027", "10.30-11.30": an amount, years, times; and what anybody may call.
# "4471 902 66", "6 1234 2260": eight figures or more in groups.
_YEARS = re.compile(r"(?:(?:19|20)\d\d[ ]?)+")
_FEWEST_IN_GROUPS = 7  # figures
_IN_GROUPS = re.compile(
    r"(?<![\w€$.,/+\-])(?<!€ )(?<!\d )\d{1,5}(?:[ ]\d{2,5}){1,4}(?![ ]?\d)(?![\w%/\-])(?![.,]\d)(?![ ]euro)"
)
_NO_NUMBER = re.compile(
    r"\d{1,3}(?:\.000)+|\d{1,3}(?:\.\d{3})+|(?:(?:19|20)\d\d[.\-]?)+|(?:[012]?\d[.][0-5]\d-?)+|0[89]00.*"
)
# "Lotnummer 4471829" is of a box of catheters.
_OF_A_THING = re.compile(
    r"(?<![^\W_])(?:lot|charge|batch|artikel|serie|product|onderdeel|bestel)(?:[ -]?(?:nummer|nr\.?|code))?(?: is)?[ :]{1,2}$",
    re.IGNORECASE,
)
_SAID_ROW = re.compile(r"(?<![\w.,])\d{1,2}(?:[ .,\-]{1,3}\d{1,2}){6,14}(?!\w)")
# A shape that only an administration makes: "SD-2024-1187", "PL2100-2024077001", "Z/24/004512".
_SHAPE = re.compile(
    r"(?<![\w./\-])(?:[A-Z]{1,6}[-/.]?\d{2,6}[-/.]\d{3,12}(?:[-/.]\d{1,6})?|[A-Z]{1,3}/\d{2}/\d{4,9}"
    r"|[A-Z]{2,6}-20\d\d-\d{1,6}|20\d\d[-/][A-Z]{1,5}[-/]\d{2,6}"
    r"|[A-Z]{2,5}[ ]\d{2}-\d{4,8}|[A-Z]{1,5}-\d{5,12}|[A-Z]{2,4}-(?!(?:19|20)\d\d)\d{4}|\d{4}[-/]\d{5,10}|\d{2}[-/]\d{6,8}"
    r"|[A-Z]{2}(?=[A-Z0-9]{0,5}\d)[A-Z0-9]{6}\d)(?![\w/\-])"
)
# Letters and figures together, at least five of those, whatever their order: "48-22917-w", "PZ778104", "RT 305 811".
_CODE = re.compile(
    r"(?<![\w./\-€@])(?=[^\s\d]{0,12}\d)[^\W_](?:[./\-]?[^\W_]){4,24}(?![\w/\-])"
    r"|(?<![\w./\-])[A-Z]{1,4}[ ]\d{3}[ ]\d{3}(?![ ]?\d)(?!\w)"
)
_FEWEST_IN_A_CODE = 5  # figures
# "19u30-20u15", "10x1000mg": times and amounts.
_NO_CODE = re.compile(
    r"(?:\d{1,2}[u:.h]\d{0,2}[\-/]?)+|[\dx.,]+(?:mg|ml|kg|km|cm|mm|m|gr?|mcg|ie|e|eur|euro|mb|gb|kb|uur|u|w|kwh|jr|ste|de)"
    r"|(?:covid|sars|windows|iso|nen)[\-]?\d+",
    re.IGNORECASE,
)
# The same in small letters: "shv-25-0391".
_SMALL_SHAPE = re.compile(r"(?<![\w./\-])(?:[a-z]{2,4}-\d{2,4}-\d{3,8}|[a-z]{2}\d{4}-\d{6,12})(?![\w/\-])")


def _is_long(groups: str) -> bool:
    """Tell whether groups of figures are a number of eight figures or more, and no years beside each other."""
    long = sum(map(str.isdigit, groups)) > _FEWEST_IN_GROUPS and any(len(group) > 2 for group in groups.split())
    return long and not _YEARS.fullmatch(groups)


def _is_code(written: str) -> bool:
    """Tell whether letters with figures are a number under which somebody is known, and no time or amount."""
    figures = sum(map(str.isdigit, written))
    return figures >= _FEWEST_IN_A_CODE and any(map(str.isalpha, written)) and not _NO_CODE.fullmatch(written)


def said_numbers(figures: str) -> Iterator[Span]:
    """Find rows of numbers that were said aloud, given in figures: whatever they are of, so many are not said for nothing."""
    for match in _SAID_ROW.finditer(figures):
        yield Span(*match.span(), Kind.CLIENTNR)


def client_numbers(plain: str) -> Iterator[Span]:
    """Find numbers under which somebody is known to an administration, and any other number that is as long as those."""
    for span in _client_numbers(plain):
        public = plain.startswith(("0800", "0900"), span.start)
        if not public and not _OF_A_THING.search(plain, max(0, span.start - 24), span.start):
            yield span


def _client_numbers(plain: str) -> Iterator[Span]:
    """Find them, those of things too."""
    for pattern in (_LABEL, _BARE, _APART, _UNDER, _LETTERED, _NUMBER, _IN_OUR_SYSTEM, _PASSPORT):
        for match in pattern.finditer(plain):
            if sum(map(str.isdigit, match.group("number"))) >= 2:
                yield Span(*match.span("number"), Kind.CLIENTNR)
    for pattern in (_AT_COURT, _OF_AN_OFFICE):
        yield from (Span(*match.span(), Kind.CLIENTNR) for match in pattern.finditer(plain))
    yield from (Span(*match.span(), Kind.CLIENTNR) for match in _CODE.finditer(plain) if _is_code(match.group()))
    shapes = (match for pattern in (_LONG, _SHAPE, _SMALL_SHAPE) for match in pattern.finditer(plain))
    yield from (Span(*match.span(), Kind.CLIENTNR) for match in _IN_GROUPS.finditer(plain) if _is_long(match.group()))
    for match in shapes:
        if any(map(str.isdigit, match.group())) and not _NO_NUMBER.fullmatch(match.group()):
            yield Span(*match.span(), Kind.CLIENTNR)
