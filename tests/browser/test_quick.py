"""Spil is light and lies still: what a first visit fetches, and that nothing jumps while a screen builds itself up."""

from collections.abc import Callable

import brotli
import pytest
from playwright.sync_api import BrowserContext, Page, Response

LIGHT = 60_000  # bytes over the wire for a first visit: page, styles and scripts
STILL = 0.001  # the least that a browser tells apart from nothing
SCREENS = [
    ("", "/"), ("", "/convenant/"), ("", "/account/inloggen/"), ("thuiszorg", "/partners/onis/"), ("thuiszorg", "/"),
    ("thuiszorg", "/casussen/"), ("thuiszorg", "/casussen/nieuw/"), ("coordinator", "/netwerk/"), ("coordinator", "/overleg/"),
    ("wmo", "/teksten/"),
]  # fmt: skip
WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifts.push(shift.value);
}).observe({ type: "layout-shift", buffered: true });
"""


def weight(page: Page, address: str) -> dict[str, int]:
    """Give what each page, style and script weighs over the wire at a first visit.

    The page comes compressed from the server itself. Files do so in production, where WhiteNoise has compressed them
    beforehand as is done here; the demo serves them as they are.
    """
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  (Playwright takes no built-in)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    found: dict[str, int] = {}
    for answer in answers:
        kind = answer.request.resource_type
        if kind == "document":
            assert answer.all_headers()["content-encoding"] == "gzip"
            found[answer.url] = answer.request.sizes()["responseBodySize"]
        elif kind in {"stylesheet", "script"}:
            found[answer.url] = len(brotli.compress(answer.body()))
    return found


@pytest.mark.parametrize("person", ["", "thuiszorg"])
def test_a_first_visit_to_home_is_light(
    person: str, sign_in: Callable[..., Page], new_context: Callable[..., BrowserContext]
) -> None:
    page = (sign_in(person).context if person else new_context()).new_page()
    found = weight(page, "/")
    assert sum("spil.css" in address for address in found) == 1
    print(f"{person or 'visitor'}: {sum(found.values())} bytes, of which the page {found[page.url]}")  # noqa: T201  (pytest -s)
    assert sum(found.values()) <= LIGHT, found


@pytest.mark.parametrize("size", [(1280, 900), (390, 844)], ids=lambda size: str(size[0]))
def test_nothing_jumps(
    size: tuple[int, int], sign_in: Callable[..., Page], new_context: Callable[..., BrowserContext]
) -> None:
    options = {"viewport": {"width": size[0], "height": size[1]}}
    pages = {"": new_context(**options).new_page()}
    jumped = {}
    for person, address in SCREENS:
        page = pages[person] = pages.get(person) or sign_in(person, **options)
        page.add_init_script(WATCH)
        page.goto(address)
        page.wait_for_load_state("networkidle")
        if (shifted := sum(page.evaluate("window.shifts"))) > STILL:
            jumped[address] = shifted
    assert jumped == {}
