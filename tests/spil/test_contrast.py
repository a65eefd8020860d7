"""Proves that everybody can read Spil: every pair of colours that the styles put together meets WCAG 2.2 AA."""

import re
from itertools import product
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "site" / "static" / "css" / "tokens.css"
COLOUR = re.compile(r"--basis-([\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")

GROUNDS = [f"color-default-bg-{name}" for name in ("document", "subtle", "default", "hover")]
TINTS = [f"color-action-1-bg-{name}" for name in ("subtle", "default")]
TEXTS = [
    *(f"color-default-color-{name}" for name in ("document", "subtle")),
    *(f"color-action-1-color-{name}" for name in ("default", "hover")),
]
STATES = ("positive", "warning", "negative")
READ, SEEN = 4.5, 3.0


def colours() -> dict[str, tuple[str, str]]:
    """Read the colours, light and dark; a name's first value counts, later ones only raise the contrast."""
    found: dict[str, tuple[str, str]] = {}
    for name, light, dark in COLOUR.findall(TOKENS.read_text()):
        found.setdefault(name, (light, dark))
    return found


def pairs() -> list[tuple[str, str, float]]:
    """List what the styles set on what, with the ratio that it needs."""
    wanted = [(text, ground, READ) for text, ground in product(TEXTS, [*GROUNDS, *TINTS])]
    for state in STATES:
        tint = f"color-{state}-bg-default"
        wanted += [(f"color-{state}-color-default", ground, READ) for ground in [*GROUNDS, tint]]
        wanted += [(f"color-{state}-border-default", ground, SEEN) for ground in [*GROUNDS[:2], tint]]
        wanted += [(text, tint, READ) for text in ("color-default-color-document", "color-action-1-color-default")]
    filled = [f"color-action-1-inverse-bg-{name}" for name in ("default", "hover")]
    wanted += [("color-action-1-inverse-color-default", ground, READ) for ground in filled]
    wanted += [("color-default-border-default", ground, SEEN) for ground in GROUNDS[:2]]
    wanted += [("focus-outline-color", ground, SEEN) for ground in [*GROUNDS, *TINTS, "focus-background-color"]]
    return wanted


def luminance(colour: str) -> float:
    """Give the relative luminance of #rrggbb as WCAG defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Give the contrast between two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself_is_right() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_pair_of_colours_can_be_told_apart(theme: str) -> None:
    known, side = colours(), ("light", "dark").index(theme)
    faint = {
        f"{front} on {ground}": round(ratio(known[front][side], known[ground][side]), 2)
        for front, ground, needed in pairs()
        if ratio(known[front][side], known[ground][side]) < needed
    }
    assert faint == {}
