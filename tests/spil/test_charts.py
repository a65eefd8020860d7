"""Small charts: the drawing shows exactly the numbers, and the words and the table say the same."""

import re

import pytest
from django.template import Context, Template
from django.utils import translation

from spil.templatetags.spil_charts import FLOOR, HEIGHT, LEFT, TOP, WIDTH, Chart, make_chart

QUARTERS = ["Q1", "Q2", "Q3", "Q4"]


def render(kind: str, labels: list[str], series: list[tuple[str, list[float]]], title: str = "Promises") -> str:
    source = "{% load spil_charts %}{% chart kind title labels series %}"
    with translation.override("en"):
        return Template(source).render(Context({"kind": kind, "title": title, "labels": labels, "series": series}))


def heights(drawn: Chart, tone: str) -> list[float]:
    return [bar.height for bar in drawn.bars if bar.tone == tone]


def test_a_bar_is_as_high_as_its_number() -> None:
    drawn = make_chart("bars", QUARTERS, [("held", [1, 2, 4, 0])])
    one, two, four = heights(drawn, "a")
    assert (two, four) == (2 * one, 4 * one)
    assert drawn.top == 4
    assert drawn.bars[2].y == TOP
    assert [words for _x, _y, words in drawn.sums] == ["1", "2", "4", "0"]


def test_stacked_pieces_stand_on_each_other_and_the_sum_stands_above() -> None:
    drawn = make_chart("stacked", ["Q1"], [("in time", [3]), ("late", [1])])
    lower, upper = drawn.bars
    assert round(lower.y + lower.height, 1) == FLOOR
    assert round(upper.y + upper.height, 1) == lower.y
    assert lower.height == pytest.approx(3 * upper.height, abs=0.2)
    assert drawn.sums[0][2] == "4"
    assert [bar.figure for bar in drawn.bars] == ["3", "1"]


def test_a_line_goes_through_its_numbers_and_one_number_is_a_dot() -> None:
    drawn = make_chart("line", QUARTERS, [("a", [0, 5, 10, 2.5])])
    assert [dot.y for dot in drawn.dots] == [FLOOR, (FLOOR + TOP) / 2, TOP, FLOOR - (FLOOR - TOP) / 4]
    assert len(drawn.lines) == 1
    single = make_chart("line", ["Q1"], [("a", [3])])
    assert (len(single.dots), single.lines) == (1, [])


@pytest.mark.parametrize("kind", ["bars", "stacked", "line"])
@pytest.mark.parametrize("many", [1, 2, 12, 40])
@pytest.mark.parametrize("size", [0, 1, 7, 99, 1001, 0.5])
def test_whatever_the_numbers_nothing_lies_outside_the_drawing(kind: str, many: int, size: float) -> None:
    drawn = make_chart(
        kind, [f"W{number}" for number in range(many)], [("a", [size * number for number in range(many)])]
    )
    for bar in drawn.bars:
        assert bar.x >= LEFT
        assert bar.x + bar.width <= WIDTH
        assert bar.y >= TOP
        assert bar.y + bar.height <= FLOOR + 0.1
    assert all(LEFT <= dot.x <= WIDTH and TOP <= dot.y <= FLOOR for dot in drawn.dots)
    assert all(0 <= mark.at <= HEIGHT for mark in drawn.ticks)
    assert drawn.top >= 1


def test_nothing_to_show_is_said_in_words() -> None:
    text = render("bars", [], [("held", [])])
    assert "There are no figures yet." in text
    assert "<svg" not in text


def test_only_zeroes_are_figures_too() -> None:
    drawn = make_chart("stacked", QUARTERS, [("held", [0, 0, 0, 0]), ("planned", [0, 0, 0, 0])])
    assert drawn.bars == []
    assert [words for _x, _y, words in drawn.sums] == ["0"] * 4


@pytest.mark.parametrize("number", [-1, -0.1, float("nan"), float("inf")])
@pytest.mark.parametrize("kind", ["bars", "stacked", "line"])
def test_a_negative_or_endless_number_is_refused(kind: str, number: float) -> None:
    with pytest.raises(ValueError, match="nothing negative"):
        make_chart(kind, ["Q1"], [("a", [number])])


@pytest.mark.parametrize(
    ("kind", "labels", "series"),
    [
        ("pie", ["Q1"], [("a", [1])]),
        ("bars", ["Q1"], [("a", [1, 2])]),
        ("bars", ["Q1"], []),
        ("bars", ["Q1"], [("a", [1]), ("b", [1])]),
        ("line", ["Q1"], [("a", [1])] * 5),
    ],
)
def test_what_cannot_be_drawn_well_is_refused(
    kind: str, labels: list[str], series: list[tuple[str, list[float]]]
) -> None:
    with pytest.raises(ValueError, match=r"\."):
        make_chart(kind, labels, series)


def test_the_words_and_the_table_say_what_the_drawing_shows() -> None:
    text = render("stacked", ["Q1", "Q2"], [("in time", [3, 12]), ("late", [1, 0])])
    assert 'role="img" aria-label="Promises. Q1: in time 3, late 1; Q2: in time 12, late 0"' in text
    cells = re.findall(r'<td class="number" data-label="([^"]+)">(\d+)</td>', text)
    assert cells == [("in time", "3"), ("late", "1"), ("in time", "12"), ("late", "0")]
    assert re.findall(r'<th scope="row">(Q\d)</th>', text) == ["Q1", "Q2"]
    assert text.count('class="swatch"') == 2


def test_a_name_is_only_text_and_a_fraction_has_a_point_in_every_language() -> None:
    source = "{% load spil_charts %}{% chart 'line' title labels series %}"
    context = {"title": "<b>", "labels": ["<i>"], "series": [('"x', [2.5])]}
    with translation.override("nl"):
        text = Template(source).render(Context(context))
    assert "<b>" not in text
    assert "<i>" not in text
    assert re.search(r'cy="[\d.]+"', text)
    assert not re.search(r'c[xy]="\d+,', text)


def test_each_series_has_a_look_of_its_own_which_may_be_chosen() -> None:
    series = [("in time", [1]), ("late", [1])]
    assert [bar.tone for bar in make_chart("stacked", ["Q1"], series).bars] == ["a", "b"]
    assert [bar.tone for bar in make_chart("stacked", ["Q1"], series, "aw").bars] == ["a", "w"]
