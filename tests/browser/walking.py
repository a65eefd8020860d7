"""The world of the matrix in a demo of its own, and its people in a browser. What the walk and the check of HTML share."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.serving import Server, copy_of, keep, once, served

LAY = (
    "import sys, pathlib, django; django.setup(); from tests.browser.world import main; main(pathlib.Path(sys.argv[1]))"
)


@dataclass
class Laid:
    """Who has which cookies and which screens, the rows that have one, and where the HTML of all screens is."""

    data: Path
    cookies: dict[str, dict[str, str]]
    screens: dict[str, list[str]]
    found: list[str]

    @property
    def html(self) -> Path:
        """Give the folder with what was served."""
        return self.data / "html"


@pytest.fixture(scope="session")
def laid(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Laid:
    """Lay the world of the matrix into a demo, once for all workers."""

    def lay(folder: Path) -> None:
        here = copy_of(demo, folder)
        (folder / "told.json").write_text(here.run("-c", LAY, str(folder / "html")))
        keep(here, folder)

    data = once(tmp_path_factory, "world", lay)
    return Laid(data, **json.loads((data / "told.json").read_text()))


@pytest.fixture(scope="session")
def world(laid: Laid, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the world."""
    with served(copy_of(laid.data, tmp_path_factory.mktemp("walk"))) as here:
        yield here


@pytest.fixture
def enter(laid: Laid, world: Server, new_context: Callable[..., BrowserContext]) -> Callable[[str], Page]:
    """Give a function that opens the world for somebody who is signed in already, and who wants things to stand still."""

    def open_for(who: str) -> Page:
        context = new_context(base_url=world.url, reduced_motion="reduce")
        context.add_cookies(
            [{"name": name, "value": value, "url": world.url} for name, value in laid.cookies[who].items()]
        )
        return context.new_page()

    return open_for
