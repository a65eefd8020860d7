"""Finds what identifies somebody in the texts of one submission. Pure: it stores nothing, logs nothing, remembers nothing.

It needs no Django and no database. What one detector found is hidden from the next, so that the pairs of a telephone
number are no date; a name that is found in one text is found in the others.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from privacy.detectors.addresses import postcodes, with_number
from privacy.detectors.ages import ages
from privacy.detectors.clientnrs import client_numbers, said_numbers
from privacy.detectors.contacts import emails, handles, phones, urls
from privacy.detectors.dates import full_dates, is_day_in_figures, short_dates
from privacy.detectors.kinds import HARD, Kind, Span
from privacy.detectors.known import known_places
from privacy.detectors.lists import is_direct, is_street
from privacy.detectors.names import Reader, parts_of, remembered
from privacy.detectors.numbers import bsns, ibans
from privacy.detectors.organisations import organisations_in
from privacy.detectors.people import NAME_LETTER
from privacy.detectors.places import places_in
from privacy.detectors.plain import Plain, flowing, make_plain, over_breaks
from privacy.detectors.plates import plates, spoken_plates
from privacy.detectors.rare import rare_descriptions
from privacy.detectors.spoken import in_figures
from privacy.detectors.tokens import Words, words_of
from privacy.detectors.told_doors import told_addresses

Detector = Callable[[str], Iterator[Span]]
# The order matters: what one detector found is hidden from the next.
_BY_SHAPE: Sequence[Detector] = (
    emails, urls, ibans, spoken_plates, full_dates, phones, short_dates, bsns, postcodes, told_addresses, plates,
    client_numbers, handles,
)  # fmt: skip
# What people say aloud or write out in words.
_SAID_ALOUD: Sequence[Detector] = (ibans, phones, bsns, plates, said_numbers)
_HIDDEN = "\0"
_BEHIND_A_NAME = re.compile(r",?[ \n]?[(*]?[ ]?")
_INITIALS = re.compile(r"[^\W\d_]\.")
_COLON = re.compile(r"(?:/[^\W\d_]{1,12})?:")  # "Datum/tijd:"
_LINES_OF_A_COLUMN = 4
_SHORTEST_PIECE = 8  # characters of a description that are worth a question of their own


def spans_in(texts: Sequence[str], allowed: Collection[str] = ()) -> list[list[Span]]:
    """Give for each text what could tell who somebody is, in order and without overlap, with places in the text as typed.

    The texts are those of one submission. `allowed` are names of organisations that may stand, as whole names.
    """
    plains = [flowing(make_plain(text), _is_one_word) for text in texts]
    found = [_typed(plain, spans) for plain, spans in zip(plains, _read(plains, allowed), strict=True)]
    return [
        _joined([*spans, *_over_a_break(plain, spans, allowed)]) for plain, spans in zip(plains, found, strict=True)
    ]


def _is_one_word(lower: str) -> bool:
    """Tell whether a word that was cut at the end of a line is one: a word of the dictionary, or a street."""
    return is_direct(lower) or is_street(lower)


def _read(plains: Sequence[Plain], allowed: Collection[str]) -> list[list[Span]]:
    """Find everything in the plain texts of one submission, with places in those."""
    found = [list(_by_shape(plain.text)) for plain in plains]
    words = [words_of(_without(plain.text, spans)) for plain, spans in zip(plains, found, strict=True)]
    for plain, spans, (more, known) in zip(plains, found, _by_words(words, allowed), strict=True):
        spans.extend(more)
        # Names stay visible as such: an age is told by who stands beside it. "De Katz is 5" is nobody's age.
        names = [span for span in spans if span.kind is Kind.PERSON]
        others = [*(span for span in spans if span.kind is not Kind.PERSON), *known]
        spans.extend(ages(_without(_without(plain.text, names, NAME_LETTER), others)))
    return [_finished(plain.text, spans) for plain, spans in zip(plains, found, strict=True)]


def _over_a_break(plain: Plain, found: Collection[Span], allowed: Collection[str]) -> Iterator[Span]:
    """Find what identifies somebody and goes on behind a tab or at the next line, as mail programs break it.

    The label of a line is no part of the name in the line above it.
    """
    pieces = over_breaks(plain)
    if not pieces:
        return
    names = {place for span in found if span.hard for place in range(span.start, span.end)}
    lines = sorted(start for character, start in zip(plain.text, plain.starts, strict=True) if character == "\n")
    for piece, spans in zip(pieces, _read(pieces, allowed), strict=True):
        for span in spans:
            at = piece.typed(span.start, span.end)
            known = span.kind in (Kind.PERSON, Kind.ADDRESS) and (
                (_COLON.match(piece.text, span.end) and not _INITIALS.match(piece.text, span.start))
                or not names.isdisjoint(range(*at))
            )
            # A column of small numbers is a list, not a number cut over lines.
            column = (
                span.kind is Kind.PHONE and bisect_left(lines, at[1]) - bisect_left(lines, at[0]) >= _LINES_OF_A_COLUMN
            )
            if span.hard and not known and not column:
                yield Span(*at, span.kind, span.hard)


def _by_shape(plain: str) -> Iterator[Span]:
    """Find what is known by its shape, each detector on what the earlier ones left."""
    if figures := in_figures(plain):
        for detector in _SAID_ALOUD:
            said = [Span(*figures.typed(span.start, span.end), span.kind) for span in detector(figures.text)]
            yield from map(_judged, said)
            plain = _without(plain, said)
            figures = figures._replace(text=_without(figures.text, detector(figures.text)))
    for detector in _BY_SHAPE:
        spans = list(detector(plain))
        yield from map(_judged, spans)
        plain = _without(plain, spans)


def _judged(span: Span) -> Span:
    return span._replace(hard=span.hard or span.kind in HARD)


def _by_words(texts: Sequence[Words], allowed: Collection[str]) -> list[tuple[list[Span], list[Span]]]:
    """Find names and what is named, in all texts of the submission together; beside them the known names, which pass."""
    memory: set[str] = set()
    found: list[list[Span]] = []
    passing: list[list[Span]] = []
    passed: list[set[int]] = []
    for words in texts:
        known = known_places(words, allowed)
        passing.append([Span(token.start, token.end, Kind.EMPLOYER) for token in map(words.tokens.__getitem__, known)])
        spans: list[Span] = []
        for named_in in (organisations_in, places_in):
            for first, last, span in list(named_in(words, known)):
                if span:
                    spans.append(with_number(words.plain, span) if span.kind is Kind.STREET else span)
                known.update(range(first, last))
        for name in Reader(words, known).names():
            memory.update(parts_of(words.tokens, name))
            spans.append(Span(words.tokens[name.first].start, words.tokens[name.last - 1].end, Kind.PERSON, name.hard))
            known.update(range(name.first, name.last))
        found.append(spans)
        passed.append(known)
    for words, known, spans in zip(texts, passed, found, strict=True):
        spans.extend(remembered(words, known, memory))
    return list(zip(found, passing, strict=True))


def _finished(plain: str, spans: Iterable[Span]) -> list[Span]:
    """Put places in order; a whole date right behind a name is a day of birth; what is left of a description is added."""
    joined = _joined(spans)
    for number, (name, date) in enumerate(pairwise(joined), start=1):
        words = plain[date.start : date.end]
        # "J. van Asseldonk, 120748": six figures behind a name are no number of a file.
        whole = re.search(r"\d\d\Z", words) if date.kind is Kind.DATE else is_day_in_figures(words)
        if whole and name.kind is Kind.PERSON and _BEHIND_A_NAME.fullmatch(plain, name.end, date.start):
            joined[number] = Span(date.start, date.end, Kind.BIRTHDATE, hard=True)
    rest = (piece for rare in rare_descriptions(plain) for piece in _outside(plain, rare, joined))
    return _joined([*joined, *rest])


def _outside(plain: str, rare: Span, spans: Iterable[Span]) -> Iterator[Span]:
    """Give the pieces of a description that lie outside what was found already, if they say anything."""
    position = rare.start
    inside = [span for span in spans if span.start < rare.end and span.end > rare.start]
    for start, end in [*((span.start, span.end) for span in inside), (rare.end, rare.end)]:
        piece = plain[position:start]
        bare = piece.strip()
        if len(bare) >= _SHORTEST_PIECE:
            begin = position + len(piece) - len(piece.lstrip())
            yield Span(begin, begin + len(bare), Kind.RARE)
        position = max(position, end)


def _typed(plain: Plain, spans: Iterable[Span]) -> list[Span]:
    """Give places in the plain text as places in the text as typed."""
    return _joined(Span(*plain.typed(span.start, span.end), span.kind, span.hard) for span in spans)


def _without(plain: str, spans: Iterable[Span], instead: str = _HIDDEN) -> str:
    """Hide the places found, without moving anything. No plain text holds the character that hides."""
    pieces, position = [], 0
    for start, end, _kind, _hard in _joined(spans):
        pieces += [plain[position:start], instead * (end - start)]
        position = end
    return "".join([*pieces, plain[position:]])


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Put places in order and join those that overlap, so that every character belongs to one place at most."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if joined and span.start < joined[-1].end:
            last = joined[-1]
            kind = span.kind if span.hard and not last.hard else last.kind
            joined[-1] = Span(last.start, max(span.end, last.end), kind, last.hard or span.hard)
        else:
            joined.append(span)
    return joined
