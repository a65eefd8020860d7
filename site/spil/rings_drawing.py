"""Where everything stands in the drawing of the three rings: pure arithmetic, for the page of the network and for home.

The drawing is 640 by 640 with its pivot at (0, 0); angles run clockwise from the left, so the first sector stands on
the upper left. Whole partners in, places out: it asks no database and knows no rule.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

HALF = 320  # Half of the drawing, whose middle is (0, 0).
CORE_EDGE, FIXED_EDGE, FLEXIBLE_EDGE = 98, 210, 306
SEAT_AT, SEAT_SIZE, PIVOT_SIZE = 61, 22, 25
BANDS = {"fixed": (CORE_EDGE, FIXED_EDGE - 18), "flexible": (FIXED_EDGE, FLEXIBLE_EDGE)}
DOMAIN_AT = 198
SMALL = 10.0
ALERT_SHARE = 0.34  # Half the width of the triangle, as a share of the node it stands on.
SIZES = (22.0, 19.0, 16.0, 13.5, 11.5, 10.0, 8.5, 7.0, 5.5)
GAP = 5.0
NAMED = 40  # Above this number no names stand around the drawing: the list carries them.
SIDE_X, NAME_X = 322, 346
LONGEST_NAME = 26


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody to draw: the key that the caller knows them by, the ring, the sector's number, the life domain's letter."""

    key: int
    ring: str
    sector: int
    domain: str
    name: str


@dataclass(frozen=True, slots=True)
class Node:
    """A circle in the drawing, and where its number, its sign of attention and its name go."""

    key: int
    x: float
    y: float
    size: float
    name: str = ""
    name_y: float = 0.0

    @property
    def hit(self) -> float:
        """How large the place is that answers a finger."""
        return round(self.size + min(6.0, GAP / 2 + 0.2) if self.size < SEAT_SIZE else self.size + 6, 1)

    @property
    def number_y(self) -> float:
        """Where the number stands, so that it looks centred."""
        return round(self.y + self.size * 0.3, 1)

    @property
    def type_size(self) -> float:
        """How large the number is written."""
        return round(self.size * 0.87, 1)

    @property
    def is_left(self) -> bool:
        """Whether its name stands on the left."""
        return self.x < 0

    @property
    def leader(self) -> str:
        """The line from the node to its name."""
        side = -1 if self.is_left else 1
        return f"M{self.x} {self.y}L{side * SIDE_X} {self.name_y}H{side * (NAME_X - 6)}"

    @property
    def name_x(self) -> int:
        """Where its name begins, or ends on the left."""
        return -NAME_X if self.is_left else NAME_X

    @property
    def name_baseline(self) -> float:
        """Where the name is written, so that it looks centred on its line."""
        return round(self.name_y + 5, 1)

    @property
    def alert(self) -> str:
        """The triangle of what needs attention: on the rim at the upper right, where it covers no neighbour."""
        half = round(self.size * ALERT_SHARE, 1)
        x, y = self._alert_at
        return f"M{x} {round(y - half, 1)}l{half} {round(half * 1.8, 1)}h{-2 * half}z"

    @property
    def bang(self) -> tuple[float, float]:
        """Where the mark in the triangle stands."""
        x, y = self._alert_at
        return x, round(y + self.size * ALERT_SHARE * 0.68, 1)

    @property
    def bang_size(self) -> float:
        """How large the mark in the triangle is written."""
        return round(self.size * ALERT_SHARE * 1.35, 1)

    @property
    def _alert_at(self) -> tuple[float, float]:
        # Three small digits need all the room there is, so a small node wears its sign further out.
        right, up = (0.95, 0.8) if self.size <= SMALL else (0.7, 0.64)
        return round(self.x + self.size * right, 1), round(self.y - self.size * up, 1)


@dataclass(frozen=True, slots=True)
class Arc:
    """A life domain in a sector: a stroke along its partners, and its letter."""

    path: str
    letter: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Label:
    """Where the name of a sector stands, and on which side of that point."""

    x: float
    y: float
    anchor: str


@dataclass(slots=True)
class Drawing:
    """The whole drawing: nodes by the caller's key, seats by sector."""

    nodes: dict[int, Node] = field(default_factory=dict)
    seats: list[Node] = field(default_factory=list)
    arcs: list[Arc] = field(default_factory=list)
    spokes: list[str] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    has_names: bool = True


def draw(standings: Sequence[Standing], sectors: int) -> Drawing:
    """Give a place to everybody: fixed and flexible ring in `sectors` equal sectors, one seat of the core team in each."""
    drawing = Drawing(has_names=len(standings) <= NAMED)
    drawing.labels = [_label(sector, sectors) for sector in range(sectors)]
    drawing.spokes = [_spoke(sector, sectors) for sector in range(sectors)] if sectors > 1 else []
    drawing.seats = [_seat(sector, sectors) for sector in range(sectors)]
    ordered = sorted(standings, key=lambda each: (each.ring, each.sector, each.domain, each.name.casefold()))
    cells = {cell: list(rows) for cell, rows in groupby(ordered, lambda each: (each.ring, each.sector))}
    size = _largest(cells, sectors)
    for (_ring, sector), rows in cells.items():
        _place(drawing, rows, _sector_angle(sector, sectors), 2 * math.pi / sectors, size)
    if drawing.has_names:
        _name(drawing)
    return drawing


def _sector_angle(sector: int, sectors: int) -> float:
    """Give the angle at which a sector begins."""
    return math.pi + 2 * math.pi * sector / sectors


def _at(angle: float, away: float) -> tuple[float, float]:
    return round(away * math.cos(angle), 1), round(away * math.sin(angle), 1)


def _fits(ring: str, wide: float, size: float) -> tuple[int, int]:
    """Give how many rows and columns of nodes of this size fit in a sector of a ring."""
    inner, outer = BANDS[ring]
    rows = max(0, int((outer - inner - GAP) // (2 * size + GAP)))
    if not rows:
        return 0, 0
    nearest = inner + (outer - inner - rows * (2 * size + GAP) + GAP) / 2 + size
    return rows, int((wide * nearest + 1) // (2 * size + GAP))


def _largest(cells: dict[tuple[str, int], list[Standing]], sectors: int) -> float:
    """Give the largest size at which everybody has a place; the smallest one when nothing fits."""
    wide = 2 * math.pi / sectors
    for size in SIZES:
        if all(len(rows) <= math.prod(_fits(ring, wide, size)) for (ring, _sector), rows in cells.items()):
            return size
    return SIZES[-1]


def _place(drawing: Drawing, rows: Sequence[Standing], begin: float, wide: float, size: float) -> None:
    """Place one sector of a ring: column by column, so that a life domain stays together."""
    ring = rows[0].ring
    depth, columns = _fits(ring, wide, size)
    depth = min(max(1, depth), math.ceil(len(rows) / max(1, columns)))
    columns = math.ceil(len(rows) / depth)
    inner, outer = BANDS[ring]
    step = 2 * size + GAP
    first = (inner + outer) / 2 - step * (depth - 1) / 2
    for number, row in enumerate(rows):
        column, level = divmod(number, depth)
        x, y = _at(begin + wide * (column + 0.5) / columns, first + step * level)
        drawing.nodes[row.key] = Node(row.key, x, y, size, _shortened(row.name))
    if ring == "fixed":
        drawing.arcs += _arcs(rows, depth, columns, begin, wide)


def _arcs(rows: Sequence[Standing], depth: int, columns: int, begin: float, wide: float) -> list[Arc]:
    """Give a stroke for each life domain of a sector, as wide as its share of the partners."""
    arcs, position, share = [], 0, wide / max(1, len(rows))
    for letter, members in groupby(rows, lambda each: each.domain):
        number = len(list(members))
        start, end = begin + share * position + 0.03, begin + share * (position + number) - 0.03
        position += number
        if not letter:
            continue
        (x1, y1), (x2, y2) = _at(start, DOMAIN_AT), _at(end, DOMAIN_AT)
        x, y = _at((start + end) / 2, DOMAIN_AT)
        large = int(end - start > math.pi)
        arcs.append(Arc(f"M{x1} {y1}A{DOMAIN_AT} {DOMAIN_AT} 0 {large} 1 {x2} {y2}", letter, x, round(y + 6, 1)))
    return arcs


def _seat(sector: int, sectors: int) -> Node:
    """Give the place of the core team's seat of a sector; smaller when there are many."""
    x, y = _at(_sector_angle(sector, sectors) + math.pi / sectors, SEAT_AT)
    return Node(
        -1 - sector, x, y, min(SEAT_SIZE, SEAT_AT * math.sin(math.pi / sectors) - 3 if sectors > 1 else SEAT_SIZE)
    )


def _spoke(sector: int, sectors: int) -> str:
    (x1, y1), (x2, y2) = (_at(_sector_angle(sector, sectors), away) for away in (CORE_EDGE, FLEXIBLE_EDGE))
    return f"M{x1} {y1}L{x2} {y2}"


def _label(sector: int, sectors: int) -> Label:
    """Give the corner of the drawing that lies nearest to the middle of a sector."""
    x, y = _at(_sector_angle(sector, sectors) + math.pi / sectors, 1)
    if abs(x) < 0.3:
        return Label(0, -310 if y < 0 else 318, "middle")
    return Label(-318 if x < 0 else 318, -290 if y < -0.01 else 306, "start" if x < 0 else "end")


def _name(drawing: Drawing) -> None:
    """Give every node's name a line of its own on its side, in the order of the nodes from top to bottom."""
    for left in (True, False):
        side = sorted((node for node in drawing.nodes.values() if node.is_left is left), key=lambda node: node.y)
        step = min(44.0, 580 / max(1, len(side)))
        top = -step * (len(side) - 1) / 2
        for number, node in enumerate(side):
            there = round(top + step * number, 1)
            drawing.nodes[node.key] = Node(node.key, node.x, node.y, node.size, node.name, there)


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip(" (,-") + "…"
