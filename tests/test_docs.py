"""Documentation that fails: what the code has, the documents name, and the other way round."""

import re
from pathlib import Path

import pytest

from spil import checks

ROOT = Path(__file__).resolve().parents[1]
DOCS = sorted((ROOT / "docs").glob("*.md"))
NAMES = re.compile(r"\bSPIL_[A-Z][A-Z_]*\b")
SOURCES = [ROOT / "site" / "spil" / "settings.py", ROOT / "Makefile", ROOT / ".ci" / "run", ROOT / "manage.py"]
# Django's own names for settings of ours; no environment variable sets them.
NOT_READ = {"SPIL_PROTOCOL_PATH"}


def named(path: Path) -> set[str]:
    return set(NAMES.findall(path.read_text())) - NOT_READ


def test_every_variable_is_explained_and_every_explained_one_is_read() -> None:
    read = set().union(*(named(path) for path in [*SOURCES, *(ROOT / "tests").rglob("*.py")]))
    explained = named(ROOT / "docs" / "settings.md")
    assert named(SOURCES[0]) <= explained
    assert explained <= read


@pytest.mark.parametrize("path", [*DOCS, ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda path: path.name)
def test_a_document_names_only_variables_and_files_that_are_there(path: Path) -> None:
    text = path.read_text()
    assert named(path) <= named(ROOT / "docs" / "settings.md")
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", text):
        assert (path.parent / target).exists(), target
    for file in re.findall(
        r"\b(?:docs|tests|site|pages|cases|meetings|privacy)/[\w./-]*\w\.(?:py|md|toml|html|js)\b", text
    ):
        assert (ROOT / file).exists(), file


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_document_is_found_from_the_readme(path: Path) -> None:
    assert f"docs/{path.name}" in (ROOT / "README.md").read_text()


def test_every_check_has_a_hint_that_names_what_to_set() -> None:
    source = Path(checks.__file__).read_text()
    assert source.count("@register()") == source.count("hint=")
