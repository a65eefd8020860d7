"""Makes the pictures in docs/screens: `make screens`. Not part of the suite; it proves nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

FOLDER = Path(__file__).resolve().parent.parent.parent / "docs" / "screens"
SIZES = {"1280": (1280, 900), "390": (390, 844)}


@pytest.mark.parametrize("size", SIZES)
def test_draw(size: str, sign_in: Callable[..., Page]) -> None:
    width, height = SIZES[size]
    page = sign_in("thuiszorg", viewport={"width": width, "height": height})
    page.screenshot(path=FOLDER / f"home-{size}.png", full_page=True)
    page.get_by_role("link", name="Wie kan overdag meekijken").first.click()
    page.wait_for_load_state()
    page.screenshot(path=FOLDER / f"case-{size}.png", full_page=True)
