"""Draws small charts as SVG on the server: bars, stacked bars, lines; each with its figures in words and in a table.

It asks no database and counts nothing: the template hands over labels and numbers. A chart is for few numbers, so it
refuses what it could only draw badly: something negative, rows of unequal length, more than four series.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from django import template

register = template.Library()

Number = int | float
Kind = Literal["bars", "stacked", "line"]
KINDS = ("bars", "stacked", "line")
WIDTH, HEIGHT = 480, 200
LEFT, TOP, BOTTOM = 34, 14, 26
FLOOR = HEIGHT - BOTTOM  # Where zero lies.
TONES = "abow"
MOST_SERIES = len(TONES)  # More could not be told apart without colour.
BAR_SHARE = 0.62  # How much of its place a bar takes.
ROOM_FOR_FIGURE = 15  # A lower piece of a bar has no room for its figure.


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers with its name; `tone` is its look."""

    name: str
    numbers: Sequence[Number]
    tone: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, or a piece of one, with its figure where there is room."""

    x: float
    y: float
    width: float
    height: float
    tone: str
    figure: str

    @property
    def middle(self) -> float:
        """Where its figure is centred."""
        return round(self.x + self.width / 2, 1)

    @property
    def figure_y(self) -> float:
        """Where its figure stands when it stands inside."""
        return round(self.y + self.height / 2 + 5, 1)


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a line."""

    x: float
    y: float
    tone: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or a figure along an axis."""

    at: float
    words: str


@dataclass(slots=True)
class Chart:
    """Everything that the template draws."""

    labels: Sequence[str]
    series: list[Series]
    top: int
    bars: list[Bar] = field(default_factory=list)
    sums: list[tuple[float, float, str]] = field(default_factory=list)
    lines: list[tuple[str, str]] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    ticks: list[Mark] = field(default_factory=list)
    names: list[Mark] = field(default_factory=list)

    @property
    def rows(self) -> list[tuple[str, list[str]]]:
        """The table: each label with its numbers."""
        return [
            (label, [_plain(each.numbers[place]) for each in self.series]) for place, label in enumerate(self.labels)
        ]

    @property
    def words(self) -> str:
        """The figures as one sentence for the ear."""
        return "; ".join(
            f"{label}: " + ", ".join(f"{each.name} {number}" for each, number in zip(self.series, numbers, strict=True))
            for label, numbers in self.rows
        )


def make_chart(
    kind: str, labels: Sequence[str], series: Sequence[tuple[str, Sequence[Number]]], tones: str = TONES
) -> Chart:
    """Lay a chart out; each letter of `tones` is the look of a series.

    Raises ValueError for a kind that is not there, and for numbers that it would draw badly.
    """
    if kind not in KINDS:
        raise ValueError(f"No chart is called {kind}: {', '.join(KINDS)}.")
    if not 1 <= len(series) <= (1 if kind == "bars" else MOST_SERIES):
        raise ValueError("Bars take one series, stacked bars and lines one to four.")
    if any(len(numbers) != len(labels) for _name, numbers in series):
        raise ValueError("Every series needs a number for every label.")
    if any(number < 0 or not math.isfinite(number) for _name, numbers in series for number in numbers):
        raise ValueError("A chart shows counts: nothing negative, nothing endless.")
    rows = [Series(name, numbers, tone) for tone, (name, numbers) in zip(tones, series, strict=False)]
    columns = list(zip(*(row.numbers for row in rows), strict=True))
    highest = max((max(column) if kind == "line" else sum(column) for column in columns), default=0)
    chart = Chart(labels, rows, _round_top(highest))
    step = (WIDTH - LEFT) / max(1, len(labels))
    chart.names = [Mark(round(LEFT + step * (place + 0.5), 1), str(label)) for place, label in enumerate(labels)]
    chart.ticks = [Mark(_height_of(tick, chart.top), _plain(tick)) for tick in _ticks(chart.top)]
    (_draw_lines if kind == "line" else _draw_bars)(chart, step)
    return chart


@register.inclusion_tag("components/chart.html")
def chart(
    kind: str, title: str, labels: Sequence[str], series: Sequence[tuple[str, Sequence[Number]]], tones: str = TONES
) -> dict[str, Any]:
    """Draw `series`, pairs of a name and numbers, over `labels`; `kind` is bars, stacked or line.

    `tones` holds a letter for each series: a and b are blue, deep and light, o is open, w asks for attention.
    """
    return {"chart": make_chart(kind, labels, series, tones), "title": title}


def _draw_bars(drawn: Chart, step: float) -> None:
    """Stack the series of each label on each other, with the figure in each piece and the sum above."""
    width = round(min(step * BAR_SHARE, 64), 1)
    for place in range(len(drawn.labels)):
        x, total = round(LEFT + step * (place + 0.5) - width / 2, 1), 0.0
        for row in drawn.series:
            number = row.numbers[place]
            below, total = _height_of(total, drawn.top), total + number
            y = _height_of(total, drawn.top)
            figure = _plain(number) if below - y >= ROOM_FOR_FIGURE and len(drawn.series) > 1 else ""
            if number:
                drawn.bars.append(Bar(x, y, width, round(below - y, 1), row.tone, figure))
        drawn.sums.append((round(x + width / 2, 1), round(_height_of(total, drawn.top) - 4, 1), _plain(total)))


def _draw_lines(drawn: Chart, step: float) -> None:
    """Draw each series as a line with a dot for each number, so that a single number is seen too."""
    for row in drawn.series:
        dots = [
            Dot(round(LEFT + step * (place + 0.5), 1), _height_of(number, drawn.top), row.tone)
            for place, number in enumerate(row.numbers)
        ]
        drawn.dots += dots
        if len(dots) > 1:
            drawn.lines.append((row.tone, "M" + "L".join(f"{dot.x} {dot.y}" for dot in dots)))


def _round_top(highest: Number) -> int:
    """Give the first of 1, 2, 4, 5, 10, 20, 40, 50, 100 and so on that is high enough."""
    size = 10 ** max(0, math.floor(math.log10(highest))) if highest >= 1 else 1
    return next(size * part for part in (1, 2, 4, 5, 10, 20) if size * part >= highest)


def _ticks(top: int) -> list[int]:
    """Give zero, the top, and the middle when that is a whole number."""
    return [0, top // 2, top] if top % 2 == 0 else [0, top]


def _height_of(number: Number, top: int) -> float:
    """Give the y of a number: zero lies on the floor."""
    return round(FLOOR - (FLOOR - TOP) * number / top, 1)


def _plain(number: Number) -> str:
    """Write a number without a needless fraction."""
    return str(int(number)) if number == int(number) else str(round(number, 1))
