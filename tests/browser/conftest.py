"""A real server with the demo in it, and a real Chromium to look at it with. No test here touches the database itself."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, StorageState, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
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


def chromium_path() -> str | None:
    """Give where a Chromium is: Debian's, or Playwright's own."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found:
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """The demo, running for the tests alone."""

    url: str
    env: dict[str, str]

    def manage(self, *args: str) -> str:
        """Run a command beside the server and give what it printed."""
        return self.run(str(ROOT / "manage.py"), *args)

    def run(self, *args: str) -> str:
        """Run Python beside the server and give what it printed."""
        done = subprocess.run([sys.executable, *args], env=self.env, cwd=ROOT, check=True, capture_output=True, text=True)
        return done.stdout.strip()


def environment(var: Path, port: int) -> dict[str, str]:
    """Give the environment of the server: the demo on its own data; on the services' database when the suite runs there."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("SPIL_", "DJANGO_", "PYTEST_"))}
    env |= {"PYTHONPATH": f"{ROOT}:{ROOT / 'site'}", "DJANGO_SETTINGS_MODULE": "spil.settings"}
    env |= {"SPIL_MODE": "demo", "SPIL_VAR_DIR": str(var), "SPIL_PORT": str(port), "PYTHONWARNINGS": "default"}
    if os.environ.get("SPIL_DATABASE_URL"):
        base, _slash, _name = os.environ["SPIL_DATABASE_URL"].rpartition("/")
        env["SPIL_DATABASE_URL"] = f"{base}/spil_browser_{port}"
    if os.environ.get("SPIL_REDIS_URL"):
        env |= {"SPIL_REDIS_URL": os.environ["SPIL_REDIS_URL"], "SPIL_REDIS_PREFIX": f"browser{port}"}
    return env


def database_of(env: dict[str, str]) -> str:
    """Give the name of a server's own PostgreSQL database; "" on SQLite."""
    return env.get("SPIL_DATABASE_URL", "").rpartition("/")[2]


def database(*sentences: str) -> None:
    """Say something to PostgreSQL; nothing to say on SQLite."""
    if not os.environ.get("SPIL_DATABASE_URL"):
        return
    import psycopg  # only where the suite runs on PostgreSQL

    with psycopg.connect(os.environ["SPIL_DATABASE_URL"], autocommit=True) as connection:
        for sentence in sentences:
            connection.execute(sentence)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Load the demo once; nobody serves it. Each server has a copy."""
    port = free_port()
    here = Server(f"http://localhost:{port}", environment(tmp_path_factory.mktemp("demo") / "var", port))
    name = database_of(here.env)
    database(f'DROP DATABASE IF EXISTS "{name}"', f'CREATE DATABASE "{name}"')
    here.manage("demo", "--no-serve")
    yield here
    database(f'DROP DATABASE IF EXISTS "{name}"')


@contextmanager
def copy_of(demo: Server, folder: Path) -> Iterator[Server]:
    """Give a copy of the demo on a port of its own, and clear it away afterwards."""
    port = free_port()
    shutil.copytree(demo.env["SPIL_VAR_DIR"], folder / "var")
    here = Server(f"http://localhost:{port}", environment(folder / "var", port))
    name = database_of(here.env)
    database(f'DROP DATABASE IF EXISTS "{name}"', f'CREATE DATABASE "{name}" TEMPLATE "{database_of(demo.env)}"')
    yield here
    database(f'DROP DATABASE IF EXISTS "{name}"')


@contextmanager
def served(here: Server) -> Iterator[Server]:
    """Serve, and end it."""
    process = subprocess.Popen([sys.executable, str(ROOT / "manage.py"), "serve"], env=here.env, cwd=ROOT)
    try:
        wait_for(f"{here.url}/healthz")
        yield here
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="session")
def server(demo: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the demo for all journeys, and end it after the last test."""
    with copy_of(demo, tmp_path_factory.mktemp("server")) as here, served(here):
        yield here


def wait_for(url: str) -> None:
    """Wait until the server answers."""
    for _ in range(200):
        try:
            with urllib.request.urlopen(url, timeout=1):  # noqa: S310  (our own server)
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(url)


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
