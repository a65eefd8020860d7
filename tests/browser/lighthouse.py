"""Measures four screens with Lighthouse: `make lighthouse`. Not part of the suite: a figure of a busy machine proves nothing.

The demo is served as production is: its files collected, compressed and under hashed names.
"""

import json
import os
import statistics
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import FLAGS, chromium_path
from tests.browser.serving import ROOT, Server, copy_of, free_port, served

PROGRAM = ROOT / "var" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
KINDS = ("performance", "accessibility", "best-practices")
RUNS = int(os.environ.get("RUNS", "5"))
# What to measure: its name, who looks (nobody for a visitor), where, and the first link to follow from there.
SCREENS = [
    ("public home", "", "/", ""),
    ("home", "thuiszorg", "/", ""),
    ("a case", "thuiszorg", "/casussen/", "main .what:has-text('Wie kan overdag')"),
    ("a partner", "thuiszorg", "/partners/onis/", ""),
]


@pytest.fixture(scope="module")
def server(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a copy of the demo with its files collected."""
    here = copy_of(demo, tmp_path_factory.mktemp("server"))
    here.env["SPIL_COLLECTED"] = "true"
    here.manage("collectstatic", "--noinput")
    with served(here) as serving:
        yield serving


def scores(url: str, port: int, folder: Path) -> list[float]:
    """Give the score of each kind, from 0 to 100, of one visit by a telephone with a slow line, as Lighthouse plays it.

    In the browser that listens on `port`, with whoever is signed in there.
    """
    report = folder / "report.json"
    chosen = [f"--only-categories={','.join(KINDS)}", f"--output-path={report}", "--output=json"]
    subprocess.run(
        [PROGRAM, url, *chosen, f"--port={port}", "--disable-storage-reset", "--quiet"], check=True, timeout=300
    )
    found = json.loads(report.read_text())["categories"]
    return [100 * found[kind]["score"] for kind in KINDS]


def test_measure(chromium: Browser, sign_in: Callable[..., Page], server: Server, tmp_path: Path) -> None:
    page, port = sign_in("thuiszorg"), free_port()
    cookies: Any = page.context.cookies()
    flags = [*FLAGS, f"--remote-debugging-port={port}"]
    own = chromium.browser_type.launch_persistent_context(
        tmp_path / "profile", executable_path=chromium_path(), args=flags, headless=True
    )
    print(f"\n| median of {RUNS} | {' | '.join(KINDS)} |\n| --- |{' --- |' * len(KINDS)}")  # noqa: T201
    for name, person, address, link in SCREENS:
        page.goto(address)
        if link:
            page.locator(link).first.click()
        page.wait_for_load_state()
        url = page.url if link else f"{server.url}{address}"
        own.clear_cookies()
        own.add_cookies(cookies if person else [])
        taken = [scores(url, port, tmp_path) for _run in range(RUNS)]
        medians = [statistics.median(kind) for kind in zip(*taken, strict=True)]
        print(f"| {name} | {' | '.join(f'{each:.0f}' for each in medians)} |")  # noqa: T201
    own.close()
