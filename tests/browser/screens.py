"""Makes the pictures in docs/screens: `make screens`. Not part of the suite; it proves nothing."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page

FOLDER = Path(__file__).resolve().parent.parent.parent / "docs" / "screens"
SIZES = {"1280": (1280, 900), "390": (390, 844)}
SCHEMES = {"": "light", "-dark": "dark"}
COLOURS = 96  # Enough for what Spil draws, and a fifth of the size.

# What to draw: its name, who looks (nobody for a visitor), where, and the first link to follow from there.
SCREENS = [
    ("public", "", "/", ""),
    ("covenant", "", "/convenant/", ""),
    ("signin", "", "/account/inloggen/", ""),
    ("partner", "thuiszorg", "/partners/onis/", ""),
    ("home", "thuiszorg", "/", ""),
    ("case", "thuiszorg", "/casussen/", "main .what:has-text('Wie kan overdag')"),
    ("case-new", "thuiszorg", "/casussen/nieuw/", ""),
    ("network", "coordinator", "/netwerk/", ""),
    ("meeting", "coordinator", "/overleg/", "main .what"),
    ("texts", "wmo", "/teksten/", ""),
]


def draw(page: Page, name: str) -> None:
    """Write the whole page as a picture of few colours."""
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(FOLDER / f"{name}.png", optimize=True)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
def test_draw(size: str, scheme: str, sign_in: Callable[..., Page], new_context: Callable[..., BrowserContext]) -> None:
    width, height = SIZES[size]
    options = {"viewport": {"width": width, "height": height}, "color_scheme": SCHEMES[scheme]}
    for name, person, address, link in SCREENS:
        page = sign_in(person, **options) if person else new_context(**options).new_page()
        page.goto(address)
        if link:
            page.locator(link).first.click()
        page.wait_for_load_state()
        draw(page, f"{name}-{size}{scheme}")
