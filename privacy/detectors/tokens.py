"""Cuts plain text into words for the detectors of names, with what each word looks like and where a sentence begins."""

import re
from dataclasses import dataclass, field

from privacy.detectors.words import ABBREVIATIONS, FUNCTION, TITLES

# Initials ("J.", "W.C.A.", "Th.M.", "J. d. K."), an abbreviation with stops inside, a word (with apostrophes and hyphens
# inside), or "'t" and its kin.
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢİĶŁŃŅŇŌŐŘŚŞŠŤŪŮŰŹŻŽȘȚ"  # Ö. Karabulut and Ș. Ionescu have initials too
_INITIAL = f"(?:[{_UPPER}]|Ch|Th|Ph|Sj|Tj|IJ|Chr|Joh|Fr|Jac|Wm|Jos|[CTP]H|CHR|JOH)"
_TOKEN = re.compile(
    rf"""
    (?P<abbreviated>(?<![^\W_])(?:T\.[an]\.v|I\.[vp]\.[mv]|I\.o\.m|N\.a\.v|N\.v\.t|M\.b\.[tv]|O\.[lv]\.v|Z\.s\.m|A\.u\.b|S\.v\.p)\.)
  | (?P<initials>(?<![^\W_])(?<!/)(?:
        (?:{_INITIAL}\.[ ]?){{1,6}}(?:(?:v|d|vd|van|de)[. ][ ]?){{1,3}}(?:[{_UPPER}]\.){{1,2}}(?![^\W_])
      | (?:{_INITIAL}\.[ ]?){{1,6}}(?![\d])
      | (?:(?:[a-z]|[ctp]h|chr|joh)\.){{2,6}}(?![^\W_])
      | (?:[ctp]h|chr|joh)\.(?=[ ][a-z])
    ))
  | (?P<short>(?<![^\W_])(?:v/d|v\.[ ]?d\.?|[^\W\d_]{{1,2}}\.[^\W\d_]{{1,3}}(?:\.[^\W\d_]{{1,3}}){{0,4}}\.?)(?![^\W_]))
  | (?P<word>[^\W\d_]{{2,60}}-v/d(?![^\W_]) | '[tsnTSN](?![^\W_])-? | [^\W\d_]{{1,60}}(?:['\-]?[^\W\d_]{{1,60}}|['\-]){{0,6}})
    """,
    re.VERBOSE,
)
_ABBREVIATED = re.compile(
    r"(?<![^\W\d_])(?:dhr|mevr|mej|mw|mv|hr|fam|dr|drs|prof|mr|ir|ing|ds|cl|pt|nr|tel|zn|dtr|geb|o\.a|i\.v\.m"
    r"|d\.w\.z|bijv|ca|incl|ong|v\.d|jl|wnd|burg|past|mgr|st|str|gebr|fa|(?<![^\W_])v)\.\s*$",
    re.IGNORECASE,
)
_ENDS = frozenset('.!?…:;\n"“”«»•*|>')
_OPENS = frozenset("\"'“‘(-*•[>«_")
_OPENING = "".join(_OPENS)
_PREFIXED = re.compile(r"^(?:al|el|ben|bin|ait|aït|ter|van|de|d'|l'|o')[-']?(?=[A-Z])")
SHOUTED, SMALL, STRESSED = 0.7, 0.02, 0.15
# "Tel. vader: ..." at the head of a line.
_LABELLED = re.compile(r"[^\W\d_]{1,20}\.?(?:[ ][^\W\d_]{1,15}){0,2}[ ]?:(?!\d)")
_SHORT_LINE = 45  # characters


@dataclass(slots=True)
class Token:
    """A word or initials; `begins` when a sentence or a line begins here, `joined` when only spaces stand before it."""

    start: int
    end: int
    text: str
    lower: str
    is_initials: bool
    begins: bool
    joined: bool
    after: str  # the first character behind it that is no space, or ""
    is_capital: bool = field(init=False)
    is_shouted: bool = field(init=False)

    def __post_init__(self) -> None:
        """Look at its letters once: `is_shouted` when all are capitals.

        `is_capital` when it begins with one ("al-Khatib" does, behind its prefix), or is in a script that has none.
        """
        text = self.text if self.text[:1].isupper() else _PREFIXED.sub("", self.text)
        first = text.lstrip("'")[:1] or text[:1]
        self.is_capital = not first.islower() and first.isalpha()
        self.is_shouted = len(self.text) > 1 and self.text.isupper()


@dataclass(slots=True)
class Words:
    """The words of one text, and how it is written: all in capitals, or without any."""

    plain: str
    tokens: list[Token]
    is_shouted: bool
    is_small: bool

    @property
    def is_blind(self) -> bool:
        """Whether a capital tells nothing here."""
        return self.is_shouted or self.is_small

    def word(self, number: int) -> str:
        """Give a word in small letters; nothing where there is none."""
        return self.tokens[number].lower if 0 <= number < len(self.tokens) else ""

    def between(self, number: int) -> str:
        """Give what stands between a word and the one before it."""
        return self.plain[self.tokens[number - 1].end : self.tokens[number].start] if number else ""

    def before(self, number: int) -> str:
        """Give the word right before a word, with only a space between."""
        return self.tokens[number - 1].lower if number and self.tokens[number].joined else ""


def words_of(plain: str) -> Words:
    """Cut a plain text into its words."""
    tokens: list[Token] = []
    before = 0
    for match in _TOKEN.finditer(plain):
        text = match.group().rstrip() if match.lastgroup != "word" else match.group().rstrip(" -")
        if match.lastgroup == "word" and text.endswith("'") and text[-2:-1].lower() not in {"s", "x", "z"}:
            text = text[:-1]  # A quote that closes; "Hans' fiets" keeps it.
        if not text:
            continue
        start, end = match.start(), match.start() + len(text)
        gap = plain[before:start]
        begins = _begins(plain, start, gap, tokens[-1] if tokens else None)
        titled = bool(tokens) and tokens[-1].lower in TITLES  # "dhr. p.j. haan", where "p.j." is no "per jaar"
        initials = match.lastgroup == "initials" and (titled or text.lower() not in ABBREVIATIONS)
        joined = bool(tokens) and _is_space(gap)
        tokens.append(
            Token(
                start,
                end,
                text,
                text.lower().replace(". ", "."),
                initials,
                begins,
                joined,
                plain[end : end + 3].lstrip(" ")[:1],
            )
        )
        before = end
    letters = [character for character in plain if character.isalpha()]
    shouted = sum(map(str.isupper, letters)) / max(1, len(letters))
    # A word in capitals for stress tells nothing of how names are written, where no other word has a capital.
    rest = [character for token in tokens if not token.is_shouted for character in token.text if character.isalpha()]
    capitals = sum(map(str.isupper, rest)) / max(1, len(rest))
    is_shouted = len(letters) > 12 and shouted > SHOUTED
    is_small = shouted < SMALL or (shouted < STRESSED and len(rest) > 12 and capitals < SMALL / 4)
    return Words(plain, tokens, is_shouted=is_shouted, is_small=is_small)


def _is_space(gap: str) -> bool:
    """Tell whether only spaces, and at most one newline, stand between two words."""
    return not gap.strip() and gap.count("\n") <= 1 and len(gap) < 6


def _begins(plain: str, start: int, gap: str, last: Token | None) -> bool:
    """Tell whether a sentence or a line may begin at a place."""
    bare = gap.rstrip(_OPENING + " \t")
    if last is None and not bare.strip():
        return True
    if "\n" in gap:
        # A line may be cut anywhere by a mail program: then it is long, or ends in a word that ends nothing.
        if gap.strip():
            return True
        if _LABELLED.match(plain, start, start + 40):
            return True
        goes_on = last is not None and last.text.islower() and last.lower in FUNCTION
        line = plain[plain.rfind("\n", 0, start - len(gap)) + 1 : start - len(gap)]
        return len(line) < _SHORT_LINE and not goes_on
    mark = bare.rstrip()[-1:]
    if mark == ".":
        return not _ABBREVIATED.search(plain[max(0, start - len(gap) - 12) : start].rstrip(_OPENING))
    return mark in _ENDS or (bool(gap.strip()) and gap.strip()[0] in '"“‘«•*')
