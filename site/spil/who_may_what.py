"""Shows the matrix: as the page "Wie mag wat" for members, and as docs/who-may-what.md. It adds nothing to the table."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.utils import translation

from spil.matrix import BESIDE, ROOMS
from spil.who import MEMBERS, NAMES, Room, Row, Who, Words

DOCUMENT = Path(settings.BASE_DIR) / "docs" / "who-may-what.md"
# Who is blocked gets a visitor's answers everywhere (a test holds that), so the column would say the same twice.
COLUMNS = tuple(who for who in Who if who is not Who.BLOCKED)


class Answer(StrEnum):
    """What a cell says."""

    YES = "yes"
    LOOK = "look"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Cell:
    """Whether somebody may, and who that is."""

    name: Words
    answer: Answer


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the matrix with its cells, in the order of the columns."""

    row: Row
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Part:
    """A room of the matrix with its lines."""

    room: Room
    lines: list[Line]


def answer(row: Row, who: Who) -> Answer:
    """Say whether `who` may do all that there is to do, may only look, or may nothing."""
    if not row.allows(who):
        return Answer.NO
    return Answer.YES if all(row.allows(who, method) for method in row.methods) else Answer.LOOK


def parts() -> list[Part]:
    """Give the whole matrix, room by room."""
    return [
        Part(room, [Line(row, [Cell(NAMES[who][0], answer(row, who)) for who in COLUMNS]) for row in room.rows])
        for room in (*ROOMS, BESIDE)
    ]


def columns() -> list[Words]:
    """Give the names of the columns."""
    return [NAMES[who][0] for who in COLUMNS]


def people() -> list[tuple[Words, Words]]:
    """Give who everybody in the matrix is."""
    return [NAMES[who] for who in Who]


def document() -> str:
    """Give docs/who-may-what.md, in English."""
    with translation.override("en"):
        return "\n".join(_document_lines()) + "\n"


def _document_lines() -> Iterable[str]:
    yield "# Who may do what"
    yield ""
    yield "Written by `manage.py matrix --write` from the table in `site/spil/matrix.py`; do not edit it here."
    yield "`tests/test_matrix.py` asks every address as everybody in this table, with every method, and compares."
    yield ""
    yield "| who | that is |"
    yield "|---|---|"
    yield from (f"| {name} | {meaning} |" for name, meaning in people())
    yield f"| members | All of these: {', '.join(str(NAMES[who][0]) for who in Who if who in MEMBERS)}. |"
    for part in parts():
        yield from ("", f"## {part.room.title}", "", "| what | URL name | how | who | why |", "|---|---|---|---|---|")
        yield from (_document_row(line.row) for line in part.lines)


def _document_row(row: Row) -> str:
    how = ", ".join(method for method in row.methods if method != "HEAD")
    return f"| {row.title} | `{row.name}` | {how} | {_document_people(row)} | {row.why} |"


def _document_people(row: Row) -> str:
    """Name who may, and say of whom may look only that it is so."""
    answers = {who: answer(row, who) for who in Who}
    if set(answers.values()) == {Answer.YES}:
        return "everybody"
    words = []
    if all(answers[who] is Answer.YES for who in MEMBERS):
        words.append("members")
        answers |= dict.fromkeys(MEMBERS, Answer.NO)
    for who, said in answers.items():
        if said is not Answer.NO:
            words.append(f"{NAMES[who][0]} (looking only)" if said is Answer.LOOK else str(NAMES[who][0]))
    return "; ".join(words) or "nobody"
