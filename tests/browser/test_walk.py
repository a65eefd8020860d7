"""A walk along every screen of the matrix, as everybody in it: nothing for axe, nothing too small, hidden, moving or too wide.

A new address is walked as soon as it has its row in the matrix and its place in the world (tests/world.py).
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Page

from spil.matrix import rows
from tests.browser.conftest import Server, copy_of, served
from tests.browser.looking import FORCED, WIDE, ZOOMED, axe, by_keyboard, measure
from tests.browser.world import WALKERS

PHONE = {"width": 390, "height": 844}
# What is no screen of its own: parts of one, files, and answers to machines.
PARTS = {
    *("spil:asking", "spil:health", "spil:security_txt", "notifications:bell", "cases:note_list"),
    *("accounts:stay", "accounts:again", "media", "wagtaildocs_serve", "wagtaildocs_authenticate_with_password"),
}


@dataclass
class World:
    """The server with the world of the matrix in it; who has which cookies and which screens; and all that were found."""

    server: Server
    cookies: dict[str, dict[str, str]]
    screens: dict[str, list[tuple[str, str]]]
    found: list[str]


@pytest.fixture(scope="session")
def world(demo: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Lay the world of the matrix into a demo of its own, and serve it."""
    with copy_of(demo, tmp_path_factory.mktemp("walk")) as here:
        told = json.loads(here.run("-m", "tests.browser.world"))
        with served(here):
            yield World(here, **told)


@pytest.fixture
def enter(world: World, new_context: Callable[..., BrowserContext]) -> Callable[[str], Page]:
    """Give a function that opens the world for somebody who is signed in already, and who wants things to stand still."""

    def open_for(who: str) -> Page:
        context = new_context(base_url=world.server.url, reduced_motion="reduce")
        context.add_cookies(
            [{"name": name, "value": value, "url": world.server.url} for name, value in world.cookies[who].items()]
        )
        return context.new_page()

    return open_for


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
def test_every_screen_is_right(who: str, world: World, enter: Callable[[str], Page]) -> None:
    page = enter(who)
    faults = []
    for _key, path in world.screens[who]:
        page.set_viewport_size(WIDE)
        page.emulate_media(color_scheme="light", forced_colors="none")
        page.goto(path)
        assert page.url == f"{world.server.url}{path}"
        faults += [f"{path}: {each}" for each in look(page)]
    assert not faults, "\n".join(faults)


def test_every_row_of_the_matrix_is_walked(world: World) -> None:
    asked = {row.key for row in rows() if row.methods.get("GET")} | {"elsewhere"}
    assert asked - set(world.found) == PARTS
    assert len(world.screens) == len(WALKERS)
    assert all(world.screens.values())


def test_the_walk_would_see_what_is_wrong(world: World, enter: Callable[[str], Page]) -> None:
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
          document.querySelector("main input").tabIndex = -1;
        }"""
    )
    said = "\n".join(look(page))
    for fault in (
        *("color-contrast", "Something moves", "has no visible focus", "with another close by"),
        *("px too wide", "lies under a bar"),
    ):
        assert fault in said, f"{fault} is not in:\n{said}"
    # What cannot be reached is told for what is there to be reached: a box that the keyboard passes by on purpose is not.
    assert "is not reached by the keyboard" not in said
