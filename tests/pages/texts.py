"""The covenants that these tests read: a small one of our own always, the real ones when they are at hand."""

import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SEEDS = Path(os.environ.get("SPIL_SEEDS", HERE.parents[2] / "shared" / "seeds"))
REAL = "convenant-asten-2015-2017.txt"


def small() -> str:
    return (HERE / "covenant.txt").read_text(encoding="utf-8")


def real() -> str:
    path = SEEDS / REAL
    if not path.exists():
        pytest.skip("the covenant of Asten is not at hand: set SPIL_SEEDS to the folder that holds it")
    return path.read_text(encoding="utf-8")


def others() -> list[Path]:
    """Texts of other municipalities: none of them is a covenant."""
    return [path for path in sorted(SEEDS.glob("*.txt")) if path.name != REAL]
