"""What is asked of every screen: nothing for axe to find, nothing too small, hidden, moving or scrolling sideways."""

from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only what is wrong is told: on a large screen what is right takes longer to tell than to find.
RULES: dict[str, Any] = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
# In forced colours the reader's own colours replace ours, and contrast is no longer ours to get wrong.
FORCED = RULES | {"rules": {"color-contrast": {"enabled": False}}}
MEASURES = (Path(__file__).parent / "measures.js").read_text(encoding="utf-8")
WIDE = {"width": 1280, "height": 800}
ZOOMED = {"width": 320, "height": 256}  # What is left of a window of 1280 by 1024 at 400 %.
LONGEST = 600  # Stops of the keyboard on one page; more is a trap.


def assert_screen_is_right(page: Page) -> None:
    """Fail when axe finds something on the screen that is open, or when it is wider than the window."""
    told = axe(page)
    assert not told, f"{page.url}\n" + "\n".join(told)
    assert_fits(page)


def assert_fits(page: Page) -> None:
    """Fail when the screen scrolls sideways."""
    told = measure(page, "tooWide")
    assert not told, f"{page.url} in {page.viewport_size}\n" + "\n".join(told)


def axe(page: Page, options: dict[str, Any] = RULES) -> list[str]:
    """Give what axe finds."""
    found = Axe().run(page, options=options)
    return [
        f"{each['id']}: {each['help']} {[node['html'][:200] for node in each['nodes']]}"
        for each in found.response["violations"]
    ]


def measure(page: Page, what: str) -> Any:
    """Give what a measure of measures.js says of the page that is open."""
    if not page.evaluate("Boolean(window.spilMeasures)"):
        page.evaluate(MEASURES)
    return page.evaluate(f"spilMeasures.{what}()")


def by_keyboard(page: Page) -> list[str]:
    """Go along the whole page with the Tab key, and give what is wrong with where the focus was."""
    told: list[str] = []
    measure(page, "begin")
    for _stop in range(LONGEST):
        page.keyboard.press("Tab")
        said = measure(page, "focus")
        if said is None:
            told += measure(page, "unreached")
            # Back to the top, with nothing in focus: what is open for the keyboard alone lies over what is under it.
            measure(page, "begin")
            return told
        told += said
    return [*told, "The keyboard does not come to the end of the page"]
