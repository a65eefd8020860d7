"""Finds what identifies somebody in the texts of one submission. Pure: it stores nothing, logs nothing, remembers nothing.

It needs no Django and no database. What one detector found is hidden from the next, so that the pairs of a telephone
number are no date; a name that is found in one text is found in the others.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from privacy.detectors.dates import full_dates, short_dates
from privacy.detectors.kinds import HARD, Kind, Span
from privacy.detectors.known import known_places
from privacy.detectors.names import Reader, parts_of, remembered
from privacy.detectors.numbers import bsns, emails, ibans, phones, postcodes
from privacy.detectors.organisations import organisations_in
from privacy.detectors.places import places_in
from privacy.detectors.plain import Plain, make_plain
from privacy.detectors.tokens import Words, words_of

# The order matters: what one detector found is hidden from the next.
_BY_SHAPE: Sequence[Callable[[str], Iterator[Span]]] = (emails, ibans, full_dates, phones, short_dates, bsns, postcodes)
_HIDDEN = "\0"


def spans_in(texts: Sequence[str], allowed: Collection[str] = ()) -> list[list[Span]]:
    """Give for each text what could tell who somebody is, in order and without overlap, with places in the text as typed.

    The texts are those of one submission. `allowed` are names of organisations that may stand, as whole names.
    """
    plains = [make_plain(text) for text in texts]
    found = [list(_by_shape(plain.text)) for plain in plains]
    words = [words_of(_without(plain.text, spans)) for plain, spans in zip(plains, found, strict=True)]
    for spans, more in zip(found, _by_words(words, allowed), strict=True):
        spans.extend(more)
    return [_typed(plain, spans) for plain, spans in zip(plains, found, strict=True)]


def _by_shape(plain: str) -> Iterator[Span]:
    """Find what is known by its shape, each detector on what the earlier ones left."""
    for detector in _BY_SHAPE:
        spans = list(detector(plain))
        yield from (span._replace(hard=span.hard or span.kind in HARD) for span in spans)
        plain = _without(plain, spans)


def _by_words(texts: Sequence[Words], allowed: Collection[str]) -> list[list[Span]]:
    """Find names and what is named, in all texts of the submission together."""
    memory: set[str] = set()
    found: list[list[Span]] = []
    passed: list[set[int]] = []
    for words in texts:
        known = known_places(words.tokens, allowed)
        spans: list[Span] = []
        for named_in in (organisations_in, places_in):
            for first, last, span in list(named_in(words, known)):
                spans.append(span)
                known.update(range(first, last))
        for name in Reader(words, known).names():
            memory.update(parts_of(words.tokens, name))
            spans.append(Span(words.tokens[name.first].start, words.tokens[name.last - 1].end, Kind.PERSON, name.hard))
            known.update(range(name.first, name.last))
        found.append(spans)
        passed.append(known)
    for words, known, spans in zip(texts, passed, found, strict=True):
        spans.extend(remembered(words, known, memory))
    return found


def _typed(plain: Plain, spans: Iterable[Span]) -> list[Span]:
    """Give places in the plain text as places in the text as typed."""
    return _joined(Span(*plain.typed(span.start, span.end), span.kind, span.hard) for span in spans)


def _without(plain: str, spans: Iterable[Span]) -> str:
    """Hide the places found, without moving anything. No plain text holds the character that hides."""
    pieces, position = [], 0
    for start, end, _kind, _hard in _joined(spans):
        pieces += [plain[position:start], _HIDDEN * (end - start)]
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
