"""A walk along every screen of the matrix, as everybody in it: nothing for axe, nothing too small, hidden, moving or too wide.

A new address is walked as soon as it has its row in the matrix and its place in the world (tests/world.py).
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from spil.matrix import rows
from tests.browser.looking import FORCED, WIDE, ZOOMED, axe, by_keyboard, measure
from tests.browser.serving import Server
from tests.browser.walking import Laid
from tests.browser.world import WALKERS

PHONE = {"width": 390, "height": 844}
# What is no screen of its own: parts of one, files, answers to machines, and what leads on to a screen.
PARTS = {
    *("spil:asking", "spil:health", "spil:security_txt", "notifications:bell", "cases:note_list"),
    *("accounts:stay", "accounts:again", "media", "wagtaildocs_serve", "meetings:item_invite", "meetings:outcome_add"),
}


def look(page: Page) -> Iterator[str]:
    """Give what is wrong with the screen that is open: wide and light, on a phone and dark, enlarged and in forced colours."""
    yield from axe(page)
    yield from measure(page, "moving")
    yield from measure(page, "smallTargets")
    yield from by_keyboard(page)
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="dark")
    yield from (f"On a phone, dark: {each}" for each in axe(page))
    page.set_viewport_size(ZOOMED)
    page.emulate_media(forced_colors="active")
    yield from (f"Forced colours: {each}" for each in axe(page, FORCED))
    for what in ("tooWide", "smallTargets"):
        yield from (f"Enlarged: {each}" for each in measure(page, what))
    yield from (f"Enlarged: {each}" for each in by_keyboard(page))


@pytest.mark.parametrize("who", [pytest.param(who, marks=pytest.mark.xdist_group(f"walk {who}")) for who in WALKERS])
def test_every_screen_is_right(who: str, laid: Laid, world: Server, enter: Callable[[str], Page]) -> None:
    page = enter(who)
    faults = []
    for path in laid.screens[who]:
        page.set_viewport_size(WIDE)
        page.emulate_media(color_scheme="light", forced_colors="none")
        page.goto(path)
        assert page.url == f"{world.url}{path}"
        faults += [f"{path}: {each}" for each in look(page)]
    assert not faults, "\n".join(faults)


def test_every_row_of_the_matrix_is_walked(laid: Laid) -> None:
    asked = {row.key for row in rows() if row.methods.get("GET")} | {"elsewhere"}
    assert asked - set(laid.found) == PARTS
    assert len(laid.screens) == len(WALKERS)
    assert all(laid.screens.values())


def test_the_walk_would_see_what_is_wrong(enter: Callable[[str], Page]) -> None:
    """To know that the walk can find something: it does when the page is made worse."""
    page = enter("visitor")
    page.goto("/account/inloggen/")
    assert not list(look(page))
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="no-preference")
    page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`
            main { min-width: 500px; animation: 9s infinite move !important; } @keyframes move { to { rotate: 1deg; } }
            main .button { outline: none !important; }
            .foot a, .foot button { min-height: 0 !important; padding: 0 !important; font-size: 6px !important; }
            .foot ul { gap: 0 !important; display: block !important; }
            .topbar { position: sticky !important; height: 150px; }
            main a { color: #bbb !important; }`);
          document.adoptedStyleSheets = [sheet];
        }"""
    )
    said = "\n".join(look(page))
    for fault in (
        *("color-contrast", "Something moves", "has no visible focus", "with another close by"),
        *("px too wide", "lies under a bar"),
    ):
        assert fault in said, f"{fault} is not in:\n{said}"
