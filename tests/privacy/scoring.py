"""Measures the check on annotated texts, by the rules of approach.md and README.md in the material on anonymisation.

`make score FILE=texts.jsonl` prints the whole table; the suite holds its floors with the same functions.
Nothing of Django is set up here: the finder is measured as it is, without a database.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from privacy.detectors.kinds import Span
from privacy.finder import spans_in
from tests.load.check_speed import speed
from tests.privacy.noise import NOISES, moved_spans

Place = tuple[int, int]


@dataclass
class Score:
    """The counts over a set of texts."""

    texts: int = 0
    clean_texts: int = 0
    hard_texts: int = 0
    leaks: list[str] = field(default_factory=list)  # ids of texts in which a hard identifier was missed
    partly: list[str] = field(default_factory=list)
    missed: list[tuple[str, str, str]] = field(default_factory=list)  # id, kind, words
    alarms: list[tuple[str, str, str, bool]] = field(default_factory=list)  # id, kind, words, hard
    wrong: list[tuple[str, str, str]] = field(default_factory=list)
    there: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    flagged: int = 0
    outside: int = 0
    masked_outside: int = 0

    def recall(self, kind: str) -> float:
        """Give the share of the spans of a kind that was found; 1.0 when there were none."""
        return self.found[kind] / self.there[kind] if self.there[kind] else 1.0

    @property
    def leak_rate(self) -> float:
        """The share of the texts with a hard identifier in which at least one was missed."""
        return len(self.leaks) / max(1, self.hard_texts)

    @property
    def precision(self) -> float:
        """The share of the flagged spans that overlap an annotated one."""
        return 1 - len(self.wrong) / max(1, self.flagged)

    @property
    def false_alarms(self) -> float:
        """Flagged spans in clean texts, per clean text."""
        return len(self.alarms) / max(1, self.clean_texts)

    @property
    def hard_false_alarms(self) -> float:
        """Hard flagged spans in clean texts, per clean text."""
        return sum(alarm[3] for alarm in self.alarms) / max(1, self.clean_texts)

    @property
    def over_masking(self) -> float:
        """The share of the characters outside every annotated span that were flagged."""
        return self.masked_outside / max(1, self.outside)


def read(path: Path) -> list[dict]:
    """Give the annotated texts in a file, one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(rows: Iterable[dict], noise: str = "as typed") -> Score:
    """Look at each text after a noise, and count what was found and what was not."""
    total = Score()
    for row in rows:
        text, places = NOISES[noise](row["text"])
        _count(total, row, text, list(moved_spans(row["spans"], places)), spans_in([text])[0])
    return total


def _count(total: Score, row: dict, text: str, spans: list[dict], flagged: Sequence[Span]) -> None:
    """Add one text to the counts."""
    total.texts += 1
    total.clean_texts += row["clean"]
    covered = {place for span in flagged for place in range(span.start, span.end)}
    real = [span for span in spans if span["type"] != "ignore"]
    misses = [span for span in real if not _is_found(span, covered)]
    total.there.update(span["type"] for span in real)
    total.found.update(span["type"] for span in real if span not in misses)
    total.missed += [(row["id"], span["type"], span["text"]) for span in misses]
    if any(span["hard"] for span in real):
        total.hard_texts += 1
        total.leaks += [row["id"]] if any(span["hard"] for span in misses) else []
    total.partly += [row["id"] for span in real if span["hard"] and span not in misses and _rest(span, text, covered)]
    _count_flagged(total, row, text, spans, flagged)
    annotated = {place for span in spans for place in range(span["start"], span["end"])}
    total.outside += len(text) - len(annotated)
    total.masked_outside += len(covered - annotated)


def _count_flagged(total: Score, row: dict, text: str, spans: list[dict], flagged: Sequence[Span]) -> None:
    """Count what was flagged without a reason; what overlaps an `ignore` span is left out of every count."""
    for each in flagged:
        touched = [span for span in spans if _touches(span, each)]
        if touched and all(span["type"] == "ignore" for span in touched):
            continue
        total.flagged += 1
        words = text[each.start : each.end]
        if not touched:
            total.wrong.append((row["id"], each.kind, words))
        if row["clean"]:
            total.alarms.append((row["id"], each.kind, words, each.hard))


def _is_found(span: dict, covered: set[int]) -> bool:
    places = range(span["start"], span["end"])
    return 2 * sum(place in covered for place in places) >= len(places)


def _rest(span: dict, text: str, covered: set[int]) -> bool:
    """Tell whether a letter or a digit of the span stayed uncovered."""
    return any(text[place].isalnum() and place not in covered for place in range(span["start"], span["end"]))


def _touches(span: dict, each: Span) -> bool:
    overlap = min(span["end"], each.end) - max(span["start"], each.start)
    return 2 * overlap >= min(span["end"] - span["start"], each.end - each.start)


def table(rows: Sequence[dict], *, details: bool = False) -> Iterable[str]:
    """Give the whole table, line by line."""
    plain = score(rows)
    yield f"{plain.texts} texts, {plain.clean_texts} of them clean, {plain.hard_texts} with a hard identifier"
    for noise in NOISES:
        one = score(rows, noise)
        yield (
            f"{noise:10}  hard leaks {one.leak_rate:6.2%}  in part {len(one.partly):3}  names {one.recall('person'):.3f}  "
            f"alarms a clean text {one.false_alarms:.3f} (hard {one.hard_false_alarms:.3f})  "
            f"precision {one.precision:.3f}  over-masked {one.over_masking:.2%}"
        )
        if details:
            yield from (f"    missed  {what}" for what in one.missed)
            yield from (f"    in part {what}" for what in one.partly)
            yield from (f"    alarm   {what}" for what in one.wrong)
    yield "recall by kind, as typed: " + "  ".join(
        f"{kind} {plain.recall(kind):.3f} ({number})" for kind, number in sorted(plain.there.items())
    )
    yield speed([row["text"] for row in rows])


if __name__ == "__main__":
    for line in table(read(Path(sys.argv[1])), details="--details" in sys.argv):
        sys.stdout.write(f"{line}\n")
