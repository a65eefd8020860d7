"""Finds a name behind a title in plain text: "mevrouw Jansen". Keeps no list of people's names and remembers none.

A role is no name: "mevrouw X", "mevrouw A.", "meneer en mevrouw", "de dokter" pass.
"""

import re
from collections.abc import Iterator

from privacy.detectors.kinds import Kind, Span
from privacy.detectors.words import ARTICLES, NO_NAMES, ORGANISATIONS, PREFIXES, PREPOSITIONS

# "HR" and "IR" are words of their own: such titles count with their full stop only.
_TITLE = re.compile(
    r"""
    (?<![^\W_])(?:
        (?P<short>(?:mevr|mej|mw|dhr|fam|drs|dr|prof)\b\.?|(?:hr|mr|ir|ds)\.)
      | (?P<direct>mevrouw|mejuffrouw|meneer|mijnheer|heer)(?![^\W_])
      | (?P<loose>familie|dokter|doctor|zuster|juf|meester|pastoor|dominee|opa|oma|oom|tante)(?![^\W_])
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SPACE = re.compile(r"[ \t]{0,3}")
_SPACE_OR_LINE = re.compile(r"[ \t]{0,3}\n?[ \t]{0,3}")
_INITIAL = re.compile(r"(?:[^\W\d_]|[TC]h|Chr|Ph|IJ|Joh)\.")
_WORD = re.compile(r"'[tsn](?![^\W_])-?|[^\W\d_]{1,60}(?:['\-][^\W\d_]{1,60}){0,5}")

_LONGEST_NAME = 8


def names(plain: str) -> Iterator[Span]:
    """Find names behind a title. The title itself stands outside the place that is given."""
    for title in _TITLE.finditer(plain):
        span = _name_behind(plain, title)
        if span:
            yield Span(*span, Kind.PERSON)


def _name_behind(plain: str, title: re.Match[str]) -> tuple[int, int] | None:
    """Read the words behind a title as long as they can belong to a name; None if they name nobody."""
    # "Dokter" and "familie" also end a line of a form; "mevrouw" asks for what stands on the next line.
    gap = _SPACE if title.group("loose") else _SPACE_OR_LINE
    start = position = _skip(gap, plain, title.end())
    initials, end = 0, 0
    for _ in range(_LONGEST_NAME):
        if token := _INITIAL.match(plain, position):
            if not token.group()[0].isupper():
                break
            initials += 1
            # One letter is a role, two stand for a name.
            end = token.end() if initials > 1 else end
        elif not (token := _WORD.match(plain, position)):
            break
        elif _is_name(token.group()):
            end = token.end()
        elif not _links(plain, token, after_initial=initials > 0):
            break
        position = _skip(_SPACE, plain, token.end())
    return (start, end) if end else None


def _skip(gap: re.Pattern[str], plain: str, position: int) -> int:
    """Give the place behind a gap, which may be empty."""
    match = gap.match(plain, position)
    return match.end() if match else position


def _is_name(word: str) -> bool:
    """Tell whether a word has a capital (or is in a script without them) and is no ordinary word."""
    lower = word.lower()
    first, *rest = re.split(r"['\-]", word)
    capital = first.strip() and not first[0].islower()
    if len(word) < 2 or lower in NO_NAMES | PREFIXES | PREPOSITIONS:
        return False
    if lower in ORGANISATIONS or first.lower() in ORGANISATIONS:
        return False
    return bool(capital or any(part[:1].isupper() for part in rest))


def _links(plain: str, token: re.Match[str], *, after_initial: bool) -> bool:
    """Tell whether a word may stand inside a name: "van der", "in 't", or a single letter as in "J Jansen"."""
    word = token.group()
    lower = word.lower()
    if after_initial and word[0].isupper() and lower in NO_NAMES | PREPOSITIONS:
        # "Mevrouw A. De dochter van ...": here a sentence begins.
        return False
    if lower in PREPOSITIONS:
        following = _WORD.match(plain, _skip(_SPACE, plain, token.end()))
        return bool(following and following.group().lower() in ARTICLES)
    return lower in PREFIXES or word == "ben" or (len(word) == 1 and word.isupper())
