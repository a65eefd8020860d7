"""The HTML of every screen of the walk, and of every form that is sent back, is valid; all in one go."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.walking import Laid

pytestmark = pytest.mark.xdist_group("walk html")
CHECKER = Path(__file__).parent / "vnu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
MANY = 300


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """Give how to start the checker; skip loudly without one, and fail where nothing may be skipped."""
    if not (CHECKER.exists() and shutil.which("java")):
        message = "NO HTML CHECKER: the HTML was not checked. Install one with: make browser"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    return ["java", "-jar", str(CHECKER), "--format", "json", "--exit-zero-always"]


def told(checker: list[str], *files: Path) -> list[str]:
    """Give what the checker says of these files, warnings too; the same words once."""
    done = subprocess.run([*checker, *map(str, files)], capture_output=True, text=True, check=True)
    said = {each["message"]: each for each in json.loads(done.stderr)["messages"]}
    return [f"{each['type']}: {words} {each.get('extract', '')} ({each['url']})" for words, each in said.items()]


def test_the_html_of_every_screen_is_valid(laid: Laid, checker: list[str]) -> None:
    files = sorted(laid.html.glob("*.html"))
    assert len(files) > MANY
    assert [file for file in files if "refused" in file.name]
    faults = told(checker, *files)
    assert not faults, "\n".join(faults)


def test_the_checker_would_see_what_is_wrong(laid: Laid, checker: list[str], tmp_path: Path) -> None:
    page = next(laid.html.glob("visitor-*.html")).read_text(encoding="utf-8")
    worse = tmp_path / "worse.html"
    worse.write_text(page.replace("</main>", '<p><div id="main" hx-get="/"></div></main>'), encoding="utf-8")
    assert len(told(checker, worse)) >= 3
