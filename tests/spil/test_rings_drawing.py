"""The arithmetic of the rings: whatever the network looks like, nobody stands on somebody else or outside the drawing."""

import math
import re
from itertools import combinations, pairwise

import pytest

from spil.rings_drawing import (
    CORE_EDGE,
    FIXED_EDGE,
    FLEXIBLE_EDGE,
    HALF,
    NAMED,
    PIVOT_SIZE,
    Drawing,
    Node,
    Standing,
    draw,
)

SECTORS = (1, 2, 3, 4, 5, 6)
NUMBERS = (1, 25, 60, 120)


def standings(number: int, sectors: int, *, flexible_every: int = 5) -> list[Standing]:
    """Give so many partners, spread unevenly: the first sector gets twice its share, one in five is flexible."""
    places = [0, *range(sectors)]
    return [
        Standing(
            key,
            "flexible" if key % flexible_every == 0 else "fixed",
            places[key % len(places)],
            "abcd"[key % 4],
            f"Partner met een lange naam {key}",
        )
        for key in range(1, number + 1)
    ]


def away(node: Node) -> float:
    return math.hypot(node.x, node.y)


def circles(drawing: Drawing) -> list[Node]:
    pivot = Node(0, 0, 0, PIVOT_SIZE)
    return [pivot, *drawing.seats, *drawing.nodes.values()]


@pytest.mark.parametrize("sectors", SECTORS)
@pytest.mark.parametrize("number", NUMBERS)
def test_nobody_stands_on_somebody_else(number: int, sectors: int) -> None:
    drawing = draw(standings(number, sectors), sectors)
    assert len(drawing.nodes) == number
    assert len(drawing.seats) == sectors
    for one, other in combinations(circles(drawing), 2):
        apart = math.hypot(one.x - other.x, one.y - other.y)
        assert apart >= one.size + other.size, (one, other)


@pytest.mark.parametrize("sectors", SECTORS)
@pytest.mark.parametrize("number", NUMBERS)
def test_everybody_stands_inside_their_own_ring_and_sector(number: int, sectors: int) -> None:
    rows = standings(number, sectors)
    drawing = draw(rows, sectors)
    for row in rows:
        node = drawing.nodes[row.key]
        inner, outer = (CORE_EDGE, FIXED_EDGE) if row.ring == "fixed" else (FIXED_EDGE, FLEXIBLE_EDGE)
        assert inner <= away(node) - node.size, node
        assert away(node) + node.size <= outer, node
        turned = (math.atan2(node.y, node.x) - math.pi) % (2 * math.pi)
        assert int(turned / (2 * math.pi / sectors)) == row.sector, node
    for seat in drawing.seats:
        assert away(seat) + seat.size <= CORE_EDGE


@pytest.mark.parametrize("sectors", SECTORS)
@pytest.mark.parametrize("number", NUMBERS)
def test_nothing_is_drawn_outside_the_picture(number: int, sectors: int) -> None:
    drawing = draw(standings(number, sectors), sectors)
    for node in circles(drawing):
        assert max(abs(node.x), abs(node.y)) + node.hit <= HALF
    for label in drawing.labels:
        assert max(abs(label.x), abs(label.y)) <= HALF
    numbers = re.findall(r"-?\d+\.?\d*", " ".join([*drawing.spokes, *(arc.path for arc in drawing.arcs)]))
    assert all(abs(float(each)) <= HALF for each in numbers)


@pytest.mark.parametrize("sectors", SECTORS)
def test_the_places_that_answer_a_finger_do_not_overlap(sectors: int) -> None:
    drawing = draw(standings(25, sectors), sectors)
    for one, other in combinations(drawing.nodes.values(), 2):
        assert math.hypot(one.x - other.x, one.y - other.y) >= one.hit + other.hit - 0.6


def test_a_sector_may_be_empty_and_a_sector_may_hold_all() -> None:
    assert draw([], 4).nodes == {}
    crowded = draw([Standing(key, "fixed", 0, "a", f"P{key}") for key in range(1, 31)], 4)
    for one, other in combinations(crowded.nodes.values(), 2):
        assert math.hypot(one.x - other.x, one.y - other.y) >= one.size + other.size


def test_a_crowd_is_drawn_smaller_and_without_names() -> None:
    few, many = draw(standings(25, 4), 4), draw(standings(120, 4), 4)
    assert few.has_names
    assert not many.has_names
    assert next(iter(few.nodes.values())).size > next(iter(many.nodes.values())).size
    assert not draw(standings(NAMED + 1, 4), 4).has_names


@pytest.mark.parametrize("sectors", SECTORS)
@pytest.mark.parametrize("number", [1, 25, NAMED])
def test_every_name_has_a_line_of_its_own(number: int, sectors: int) -> None:
    nodes = draw(standings(number, sectors), sectors).nodes.values()
    for left in (True, False):
        lines = sorted(node.name_y for node in nodes if node.is_left is left)
        assert all(below - above >= 13 for above, below in pairwise(lines))
        assert all(abs(line) <= HALF - 10 for line in lines)
    assert all(len(node.name) <= 26 for node in nodes)


def test_life_domains_keep_together_and_are_lettered() -> None:
    drawing = draw(
        [Standing(1, "fixed", 0, "b", "B"), Standing(2, "fixed", 0, "a", "A"), Standing(3, "fixed", 0, "", "C")], 4
    )
    assert [arc.letter for arc in drawing.arcs] == ["a", "b"]


@pytest.mark.parametrize("sectors", SECTORS)
@pytest.mark.parametrize("number", NUMBERS)
def test_the_sign_of_attention_covers_nobody_else(number: int, sectors: int) -> None:
    nodes = list(draw(standings(number, sectors), sectors).nodes.values())
    for node in nodes:
        x, y, half, high = (float(each) for each in re.findall(r"-?[\d.]+", node.alert)[:4])
        for corner in ((x, y), (x + half, y + high), (x - half, y + high)):
            assert all(
                math.hypot(other.x - corner[0], other.y - corner[1]) >= other.size
                for other in nodes
                if other is not node
            )
