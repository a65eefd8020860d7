"""Cuts plain text into words for the detectors of names, with what each word looks like and where a sentence begins."""

import re
from dataclasses import dataclass

# Initials ("J.", "W.C.A.", "Th.M."), a word (with apostrophes and hyphens inside), or "'t" and its kin.
_TOKEN = re.compile(
    r"""
    (?P<initials>(?<![^\W_])(?:(?:[A-Z]|Ch|Th|Ph|IJ|Chr|Joh|Fr|Jac|Wm|Jos)\.[ ]?){1,6}(?![\d]))
  | (?P<word>'[tsn](?![^\W_])-? | [^\W\d_]{1,60}(?:['\-/.]?[^\W\d_]{1,60}|['\-]){0,6})
    """,
    re.VERBOSE,
)
_ABBREVIATED = re.compile(
    r"(?:dhr|mevr|mej|mw|mv|hr|fam|dr|drs|prof|mr|ir|ing|ds|cl|pt|nr|tel|zn|dtr|geb|o\.a|i\.v\.m|d\.w\.z|bijv|ca|incl|ong|v\.d|jl|wnd)\.\s*$",
    re.IGNORECASE,
)
_ENDS = frozenset('.!?…:;\n"“”«»•*|>')
_OPENS = frozenset("\"'“‘(-*•[>«_")
_PREFIXED = re.compile(r"^(?:al|el|ben|bin|ait|aït|ter|van|de|d'|l'|o')[-']?(?=[A-Z])")
SHOUTED, SMALL = 0.7, 0.02


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

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital ("al-Khatib" does, behind its prefix), or is in a script that has none."""
        text = _PREFIXED.sub("", self.text)
        first = text.lstrip("'")[:1] or text[:1]
        return not first.islower() and first.isalpha()

    @property
    def is_shouted(self) -> bool:
        """Whether it is all capitals."""
        return len(self.text) > 1 and self.text.isupper()


@dataclass(slots=True)
class Words:
    """The words of one text, and how it is written: all in capitals, or without any."""

    plain: str
    tokens: list[Token]
    is_shouted: bool
    is_small: bool


def words_of(plain: str) -> Words:
    """Cut a plain text into its words."""
    tokens: list[Token] = []
    before = 0
    for match in _TOKEN.finditer(plain):
        text = match.group().rstrip(" -/.") if match.group("word") else match.group().rstrip()
        if not text:
            continue
        gap = plain[before : match.start()]
        tokens.append(
            Token(
                match.start(), match.start() + len(text), text, text.lower(), match.group("initials") is not None,
                _begins(plain, match.start(), gap, first=not tokens), _is_space(gap) and bool(tokens), _after(plain, match.start() + len(text)),
            )
        )  # fmt: skip
        before = match.start() + len(text)
    letters = [character for character in plain if character.isalpha()]
    capitals = sum(character.isupper() for character in letters) / max(1, len(letters))
    return Words(plain, tokens, is_shouted=len(letters) > 12 and capitals > SHOUTED, is_small=capitals < SMALL)


def _is_space(gap: str) -> bool:
    """Tell whether only spaces, and at most one newline, stand between two words."""
    return not gap.strip() and gap.count("\n") <= 1 and len(gap) < 6


def _begins(plain: str, start: int, gap: str, *, first: bool) -> bool:
    """Tell whether a sentence or a line may begin at a place."""
    bare = gap.rstrip("".join(_OPENS) + " \t")
    if first and not bare.strip():
        return True
    if "\n" in gap:
        # A line may be cut anywhere by a mail program: then the line before it is long and ends in a word.
        line = plain[plain.rfind("\n", 0, start - len(gap)) + 1 : start - len(gap)]
        return bool(gap.strip()) or len(line) < 45
    last = bare.rstrip()[-1:]
    if last == ".":
        return not _ABBREVIATED.search(plain[max(0, start - len(gap) - 12) : start].rstrip("".join(_OPENS)))
    return last in _ENDS or (bool(gap.strip()) and gap.strip()[0] in '"“‘«•*')


def _after(plain: str, end: int) -> str:
    return plain[end : end + 3].lstrip(" ")[:1]
