"""A real server with the demo in it, and a real Chromium to look at it with. No test here touches the database itself."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, StorageState, expect, sync_playwright

from tests.browser.serving import (
    DATABASES,
    Server,
    copy_of,
    database,
    database_of,
    environment,
    free_port,
    keep,
    once,
    served,
)
from tests.browser.walking import enter, laid, world

__all__ = ["enter", "laid", "world"]  # The fixtures of the walk.
FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--no-first-run"]
PASSWORD = "samen aan de keukentafel"
HERE = Path(__file__).parent
# What has to come quickly says so itself; elsewhere a busy machine is given time.
expect.set_options(timeout=15_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder; the journeys of one file share a server, so they stay together."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not item.get_closest_marker("xdist_group"):
                item.add_marker(pytest.mark.xdist_group(item.path.name))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Clear the databases away, when no worker needs one any more."""
    if os.environ.get("SPIL_DATABASE_URL") and not hasattr(session.config, "workerinput"):
        for (name,) in database("SELECT datname FROM pg_database"):
            if name.startswith(DATABASES):
                database(f'DROP DATABASE "{name}" WITH (FORCE)')


def chromium_path() -> str | None:
    """Give where a Chromium is: Debian's, or Playwright's own."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found:
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Load the demo once for all workers; nobody serves it. Each server has a copy."""

    def load(folder: Path) -> None:
        port = free_port()
        here = Server(f"http://localhost:{port}", environment(folder / "var", port))
        if name := database_of(here.env):
            database(f'CREATE DATABASE "{name}"')
        here.manage("demo", "--no-serve")
        keep(here, folder)

    return once(tmp_path_factory, "demo", load)


@pytest.fixture(scope="session")
def server(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the demo for all journeys, and end it after the last test."""
    with served(copy_of(demo, tmp_path_factory.mktemp("server"))) as here:
        yield here


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start one Chromium for all tests; skip loudly without one, and fail where nothing may be skipped."""
    path = chromium_path()
    if path is None:
        message = "NO BROWSER: the browser tests did not run. Install one with: make browser"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_context(chromium: Browser, server: Server) -> Iterator[Callable[..., BrowserContext]]:
    """Give a function that opens a browser of its own for one person; closes them all, and fails on any CSP violation."""
    opened: list[BrowserContext] = []
    violations: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text or "Refused to" in message.text:
            violations.append(message.text)

    def make(**options: object) -> BrowserContext:
        defaults = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam", "base_url": server.url}
        context = chromium.new_context(**{**defaults, **options})
        context.set_default_timeout(20_000)
        context.on("console", note)
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()
    assert not violations


@pytest.fixture(scope="session")
def sessions() -> dict[str, StorageState]:
    """Keep who signed in already: a code works once, so one person cannot sign in for every test."""
    return {}


@pytest.fixture
def sign_in(
    server: Server, new_context: Callable[..., BrowserContext], sessions: dict[str, StorageState]
) -> Callable[..., Page]:
    """Give a function that opens Spil for a demo person, in a browser of their own; the first time as a person would."""

    def enter(name: str, **options: object) -> Page:
        page = new_context(storage_state=sessions.get(name), **options).new_page()
        if name in sessions:
            page.goto("/")
            return page
        email = f"{name}@spil.example"
        page.goto("/account/inloggen/")
        page.fill("[name=email]", email)
        page.fill("[name=password]", PASSWORD)
        page.click("main .button-primary")
        page.wait_for_url("**/account/code/**")
        page.fill("[name=code]", server.manage("demo_code", email))
        page.click("main .button-primary")
        page.wait_for_url(f"{server.url}/")
        sessions[name] = page.context.storage_state()
        return page

    return enter
