"""What the core team sees of a text that it looks over: the stretches of it, and why its writer kept some of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from privacy import rooms
from privacy.keeping import REASONS
from privacy.models import KeptWord, Review, VeiledText


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text; `kept` when its writer kept it, with the number by which the list names it."""

    text: str
    kept: KeptWord | None = None
    number: int = 0

    @property
    def reason(self) -> Promise | str:
        """Why the writer kept it, in words."""
        return REASONS.get(self.kept.reason, self.kept.reason) if self.kept else ""


@dataclass(frozen=True, slots=True)
class ShownText:
    """One text of a row under its name."""

    name: str
    stretches: Sequence[Stretch]

    @property
    def kept(self) -> list[Stretch]:
        """The stretches that were kept."""
        return [stretch for stretch in self.stretches if stretch.kept]


def named(review: Review) -> Review:
    """Give a review along with what its text is called in a list, without anything of its content."""
    kind = rooms.kind_named(review.about)
    review.name = str(kind.name) if kind else ""
    return review


def shown_texts(row: VeiledText, review: Review) -> list[ShownText]:
    """Give every text of a row that was fetched open, cut at the words that its writer kept."""
    words = list(review.words.all())
    texts, number = [], 0
    for field in row.text_fields():
        stretches = list(_stretches(str(getattr(row, field.attname)), field.attname, words, number))
        number += sum(stretch.kept is not None for stretch in stretches)
        texts.append(ShownText(str(field.verbose_name), stretches))
    return texts


def _stretches(text: str, name: str, words: Sequence[KeptWord], number: int) -> Iterator[Stretch]:
    position = 0
    for word in sorted((each for each in words if each.field == name), key=lambda each: each.start):
        if word.start > position:
            yield Stretch(text[position : word.start])
        number += 1
        yield Stretch(text[word.start : word.end], word, number)
        position = word.end
    if position < len(text):
        yield Stretch(text[position:])
