"""What Spil is built on is pinned: every package of both lock files at one version, with the hashes of its files."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ENTRY = re.compile(r"^[A-Za-z0-9][\w.-]*(?:\[[\w,-]+\])?==\S+", re.MULTILINE)


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_package_has_one_version_and_its_hashes(name: str) -> None:
    entries = [entry for entry in re.split(r"\n(?=\S)", (ROOT / name).read_text()) if not entry.startswith("#")]
    assert len(entries) > 50
    assert [entry.splitlines()[0] for entry in entries if not ENTRY.match(entry) or "--hash=sha256:" not in entry] == []


def test_nothing_is_installed_without_its_hashes() -> None:
    makefile = (ROOT / "Makefile").read_text()
    installs = [line for line in makefile.splitlines() if "$(PIP)" in line and "-r " in line]
    assert installs
    assert all("--require-hashes --no-deps" in line for line in installs)


def test_the_checker_of_html_is_pinned_and_runs_no_script_when_it_is_installed() -> None:
    lock = json.loads((ROOT / "tests" / "browser" / "vnu" / "package-lock.json").read_text())
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert list(packages) == ["node_modules/vnu-jar"]
    assert all(each["version"] and each["integrity"].startswith("sha512-") for each in packages.values())
    install = next(line for line in (ROOT / "Makefile").read_text().splitlines() if "npm ci" in line)
    assert "--ignore-scripts" in install
