"""Finds what leads to somebody's telephone, mailbox or account, in plain text, also as it is said aloud.

Public numbers (112, 113, 144, 0800, 0900, 14 + area code) are shorter than a subscriber's and match nothing here.
"""

import re
from collections.abc import Iterator

from privacy.detectors.kinds import Kind, Span
from privacy.detectors.lists import fold, is_first_name, is_word

# What people put between the digits of one number. Bounded, so that no pattern can run away.
_GAP = r"(?:[ \t\n.\-/()_]{0,4}|,)"
_END = r"(?:nl|com|org|net|eu|info|be|de|nu|tv|me|io|online|shop|frl|app|edu|gov|uk|fr|pl|tr|live|email)"
_SEPARATOR = (
    r"(?:[ ]?(?:punt(?:je)?|dot|stip|\.|streepje[ ](?:onder|laag)|streepje|koppelteken|min|underscore|(?:laag|liggend"
    r"|onder)[ ]?streepje|_|-|plus)[ ]?[)\]}]?[ ]?)"
)
_DOT = r"(?:[ ]?[(\[{]?[ ]?(?:punt(?:je)?|dot|stip)[ ]?[)\]}]?[ ]?|[ ]?\.[ ]?)"
_SURE_END = r"(?:nl|com|org|net|eu|be|info|pl)"
_AT = (
    r"(?:[ ]?(?:apen?[ ]?staart(?:je)?|[(\[<{][ ]?(?:at|a|ad|apen?[ ]?staart(?:je)?)[ ]?[)\]>}])[ ]?"
    r"|[ ](?:aapje|ampersat)[ ])"
)

_EMAIL = re.compile(
    r"(?:[\w.+\-]{1,30}[ ]?[(\[](?:punt|dot)[)\]][ ]?){0,2}[\w.+\-]{1,64}"
    r"(?:@[ ]{0,2}|[ ]{1,2}@[ ]{1,2}|[ ]{0,2}[(\[<{][ ]?(?:at|a|ad|@)[ ]?[)\]>}][ ]{0,2})(?:[\w\-]{1,63}(?:\."
    r"|[ ]?[(\[{](?:dot|punt)[)\]}][ ]?)){1,6}[^\W\d_]{2,24}(?![^\W\d_])",
    re.IGNORECASE,
)
# "henk punt mulder apenstaartje voorbeeld punt nl"; a plain "at" counts only with the end of an address behind it.
_SPOKEN_EMAIL = re.compile(
    rf"(?<![^\W_])(?!dB[(\[])[\w\-]{{1,40}}(?:{_SEPARATOR}[\w\-]{{1,40}}){{0,5}}"
    rf"(?:{_AT}(?![ ])[\w\-]{{1,40}}(?:{_SEPARATOR}[\w\-]{{1,40}}){{0,4}}"
    rf"|(?:[ ]at[ ]|-at-|[ ]?[(\[{{<][ ]?(?:at|a|ad|@)[ ]?[)\]}}>][ ]?|[ ]?@[ ]?)"
    rf"[\w\-]{{1,40}}(?:{_SEPARATOR}[\w\-]{{1,40}}){{0,3}}{_DOT}{_SURE_END})(?![^\W_])",
    re.IGNORECASE,
)
_IS_SPOKEN = re.compile(
    r"apen?[ ]?staart|aapje?\b|[(\[<{][ ]?(?:at|ad?)[ ]?[)\]>}]|@|\bat[ \-]",
    re.IGNORECASE,
)

_PHONE = re.compile(
    rf"""
    (?:
        (?:\+|(?<!\d)00)[ ]?31 {_GAP} (?:\(?0\)?)? (?:{_GAP}\d){{9}}   # +31, also +31 (0)
      | (?<![\d+])\+[ ]?[1-9] (?:{_GAP}\d){{7,13}}                     # another country
      | (?<!\d)00[1-9] (?:{_GAP}\d){{8,13}}
      | (?:(?<!\d)0|(?<![^\W_])o){_GAP}6 (?:{_GAP}\d){{8}}            # 06, also typed with the letter o
      | \(06\){_GAP}\d (?:{_GAP}\d){{7}}
      | (?<!\d)06[ ]?: {_GAP}\d (?:{_GAP}\d){{7}}
      | (?<![\w.,/\-])31[ .\-]{{0,3}}6 (?:{_GAP}\d){{8}}           # the plus forgotten
      | (?<!\d)(?<!\d[\-./])\(?0{_GAP}(?:[1-57]{_GAP}\d|8{_GAP}[4-8]){_GAP}\d(?:{_GAP}\d){{6}}
    )
    (?!\d)(?![ ]?u(?:ur)?\b)                                           # "06-12-26 10.30 uur" is a time
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Behind its own name also without the zero, or with a digit too many or too few.
_PHONE_NAMED = re.compile(
    r"\b(?:tel(?:efoon)?(?:nummer|nr)?|mobiel(?:nummer)?|gsm|06[ -]?nummer|whatsapp|app"
    rf"|bel(?:len)?(?:[ ]op)?)[.:]{{0,2}}[ ]{{0,2}}(?:is[ ]|op[ ])?"
    rf"(?P<number>\(?0?[1-9](?:{_GAP}\d){{7,9}})(?![\d])",
    re.IGNORECASE,
)

_URL = re.compile(
    r"""
    (?<![\w@.])
    (?:
        [a-z][a-z+]{2,9}://[^\s<>"'\0]{1,2000}
      | www[ ]?\.[ ]?[^\s<>"'\0]{2,2000}
      | www[ ]punt[ ][\w\-]{1,40}(?:[ ]punt[ ][\w\-]{1,40}){1,4}
      | [\w\-]{2,63}[ ]punt[ ](?:nl|com|be|org)(?![^\W_])
      | (?:[a-z0-9][a-z0-9\-]{0,62}\.){1,5}(?:[a-z]{2,10}(?:/[a-z0-9][^\s<>"'\0]{1,2000})
        |(?:nl|com|org|net|eu|info|frl)(?![\w]))/?
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)

# "5721.NC/14" is no page of a site.
_POSTCODE = re.compile(r"\d{4}\.[a-z]{2}/\d", re.IGNORECASE)
# "daklekkage-snel.example": what stands behind the full stop is no word that a space was forgotten before.
_BARE_URL = re.compile(
    r"(?<![\w@.\-])[a-z0-9][a-z0-9\-]{3,40}\.(?:[a-z0-9\-]{3,40}\.){0,3}(?P<end>[a-z]{4,12})(?![\w\-]|\.\w)"
)

_MEDIA = (
    r"(?:insta(?:gram)?|snap(?:chat)?|tik[ -]?tok|facebook|fb|twitter|discord|telegram|youtube|twitch"
    r"|linkedin|reddit|tinder|steam|roblox|fortnite|x)"
)
_HANDLE = re.compile(r"(?<![\w.@/])@[\w](?:[\w.\-]{0,40}\w)?")
# "op Insta: x", "snapchatnaam is x", "gamertag x": what follows must not look like a word.
_HANDLE_NAMED = re.compile(
    rf"(?<![^\W_])(?:{_MEDIA}(?:[- ]?(?:account|naam|profiel|pagina|kanaal|id|gebruikersnaam))?"
    r"|(?:noemt|noemde) zich|gamertag|game[- ]?naam|gebruikersnaam|username|nickname|account(?:naam)?|profiel(?:naam)?"
    r"|kanaal)"
    r"(?:[ ]?[:=][ ]?|[ ](?:is|heet|heeft|als|van|onder(?:[ ]de[ ]naam)?|met(?:[ ]de[ ]naam)?|genaamd"
    r"|te[ ]vinden[ ]als)[ :]{1,2}|[ ])"
    r"(?:hij[ ]|zij[ ]|ze[ ])?[\"'“‘«(]?(?P<name>[\w](?:[\w.\-#]{1,40}[\w]))",
    re.IGNORECASE,
)
_HANDLE_BEFORE = re.compile(
    rf"[\"'“‘(]?(?P<name>(?<![\w.])[\w](?:[\w.\-]{{1,40}}[\w]))[\"'”’)]?[ ](?:op|via|bij)[ ]{_MEDIA}(?![^\W_])",
    re.IGNORECASE,
)
_QUOTED_HANDLE = re.compile(
    rf"(?:{_MEDIA}|account|gamertag|gebruikersnaam)[^.\n\"“‘]{{0,25}}[\"“‘](?P<name>[^\"”’\n]{{2,40}})[\"”’]",
    re.IGNORECASE,
)
_DOTTED_WITH_NUMBER = re.compile(r"(?<![\w.@/])[^\W\d_]{3,20}(?:\.[^\W\d_]{3,20})+\.\d{2,4}(?!\w|\.\w)")
# "Antwoordt alleen via priiya.jg": full stops inside, and no words.
_VIA = re.compile(r"(?<![^\W_])via[ ](?P<name>[a-z0-9][\w\-]{2,30}(?:\.[\w\-]{2,20})+)(?![\w@])")
# An underscore stands in nothing that is written by hand.
_UNDERSCORED = re.compile(r"(?<![\w.@/])[^\W_][\w.\-]{0,40}_[\w.\-]{0,40}[^\W_]")
# "Via insta, shuren.97": a word with full stops inside, somewhere behind the name of a medium or of a film on it.
_DOTTED_NEAR_MEDIA = re.compile(
    rf"(?<![^\W_])(?:{_MEDIA}|filmpjes?|account|profiel|stories|volgers|snap)(?![^\W_])[^.!?\n]{{0,40}}?"
    r"(?<![\w.@])(?P<name>[^\W_][\w\-]*(?:\.[\w\-]+){1,4})(?![\w@])",
    re.IGNORECASE,
)
# "Bram#4471", as a platform for games gives them out.
_WITH_HASH = re.compile(r"(?<![\w.@/#])[^\W\d_][\w.]{1,30}#\d{4}(?!\w)")
# "KoningLeo71", "storm.op.zn.fatbike": capitals inside with figures behind them, or three words with full stops between.
_CAPITALS_AND_NUMBER = re.compile(r"(?<![\w.@/#\-])[A-Z]?[a-zà-ÿ]{2,15}[A-Z][a-zà-ÿ]{2,15}\d{2,4}(?![\w\-])")
_THREE_DOTTED = re.compile(
    r"(?<![\w.@/])(?=(?:[^\W\d_]{2,3}\.){0,4}[^\W\d_]{4})[^\W\d_]{2,20}(?:\.[^\W\d_]{2,20}){2,5}(?!\.?\w)(?!@)"
)
# "duivenbaron58": a long word with figures glued to it.
_LONG_AND_NUMBER = re.compile(r"(?<![\w.@/#\-])[a-zà-ÿ]{8,20}\d{2,4}(?![\w\-])")
_NAME_AND_NUMBER = re.compile(r"(?<![\w.@/\-])(?P<name>[^\W\d_]{3,20})\d{2,4}(?![\w\-])")


def emails(plain: str) -> Iterator[Span]:
    """Find e-mail addresses, also written with (at) or in words."""
    for match in _EMAIL.finditer(plain):
        yield Span(*match.span(), Kind.EMAIL)
    if _IS_SPOKEN.search(plain):
        for match in _SPOKEN_EMAIL.finditer(plain):
            yield Span(*match.span(), Kind.EMAIL)


def phones(plain: str) -> Iterator[Span]:
    """Find telephone numbers in any spacing."""
    for match in _PHONE.finditer(plain):
        # A column of small numbers is a list, not a number cut over lines.
        if match.group().count("\n") <= 1:
            yield Span(*match.span(), Kind.PHONE)
    for match in _PHONE_NAMED.finditer(plain):
        digits = re.sub(r"\D", "", match.group("number"))
        if not digits.startswith(("0800", "0900", "09", "08")) and "\n" not in match.group("number"):
            yield Span(*match.span("number"), Kind.PHONE)


def urls(plain: str) -> Iterator[Span]:
    """Find web addresses, with or without what stands before them."""
    for match in _BARE_URL.finditer(plain):
        if not is_word(match.group("end")):
            yield Span(*match.span(), Kind.URL)
    for match in _URL.finditer(plain):
        end = match.start() + len(match.group().rstrip(".,;:!?)]»”’"))
        if not _POSTCODE.match(match.group()):
            yield Span(match.start(), end, Kind.URL)


def handles(plain: str) -> Iterator[Span]:
    """Find names on social media."""
    for match in (
        *_HANDLE.finditer(plain),
        *_UNDERSCORED.finditer(plain),
        *_DOTTED_WITH_NUMBER.finditer(plain),
        *_WITH_HASH.finditer(plain),
        *_CAPITALS_AND_NUMBER.finditer(plain),
        *_LONG_AND_NUMBER.finditer(plain),
        *_THREE_DOTTED.finditer(plain),
    ):
        yield Span(*match.span(), Kind.HANDLE)
    for match in (*_HANDLE_NAMED.finditer(plain), *_HANDLE_BEFORE.finditer(plain)):
        if _looks_made_up(match.group("name")):
            yield Span(*match.span("name"), Kind.HANDLE)
    for match in _QUOTED_HANDLE.finditer(plain):
        if not all(is_word(word.lower()) for word in match.group("name").split()):
            yield Span(*match.span("name"), Kind.HANDLE)
    for match in (*_DOTTED_NEAR_MEDIA.finditer(plain), *_VIA.finditer(plain)):
        if re.search(r"[^\W\d_]", match.group("name")) and not _is_sentence(match.group("name")):
            yield Span(*match.span("name"), Kind.HANDLE)
    yield from (
        Span(*match.span(), Kind.HANDLE)
        for match in _NAME_AND_NUMBER.finditer(plain)
        if is_first_name(fold(match.group("name")))
    )


def _is_sentence(name: str) -> bool:
    """Tell whether a dotted word is an abbreviation ("o.a.") or two sentences with a space forgotten."""
    parts = name.split(".")
    return all(len(part) < 3 for part in parts) or (len(parts) == 2 and all(is_word(part.lower()) for part in parts))


def _looks_made_up(name: str) -> bool:
    """Tell whether a name has something inside that no word has: a digit, an underscore, a full stop."""
    inside = name[1:-1]
    # "Profiel VV5", "profiel 4VV"
    if not any(map(str.isalpha, name)) or re.fullmatch(r"[A-Za-z]{1,3}\d{1,2}|\d{1,2}[A-Za-z]{1,3}", name):
        return False
    if "." in inside and "_" not in inside and _is_sentence(name):
        return False
    return any(mark in inside for mark in "_.#") or (any(map(str.isdigit, name)) and any(map(str.isalpha, name)))
