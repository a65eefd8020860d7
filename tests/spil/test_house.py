"""The shape of the house: one way down, no relation upwards, no view past the gate, nothing inline."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ["spil", "meetings", "cases", "pages", "followup", "privacy", "notifications", "accounts", "audit"]
HOMES = {room: ROOT / ("site" if (ROOT / "site" / room).is_dir() else ".") / room for room in LAYERS}
TEMPLATES = sorted([*(ROOT / "site").rglob("*.html"), *(f for h in HOMES.values() for f in h.rglob("*.html"))])


def test_the_standard_library_owns_the_name_site() -> None:
    assert not (ROOT / "site" / "__init__.py").exists()


def test_each_room_imports_only_what_stands_below_it() -> None:
    # In a process of its own, for it sets up logging anew.
    lint = "import sys, importlinter.cli; sys.exit(importlinter.cli.lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_contract_names_every_room_in_order() -> None:
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    (contract,) = linter["contracts"]
    assert contract["layers"] == LAYERS
    assert set(linter["root_packages"]) == set(LAYERS)
    assert "ignore_imports" not in contract


def upward() -> list[str]:
    """Give the relations that point to a room above their own."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
            target = field.related_model
            ours = isinstance(target, type) and {model._meta.app_label, target._meta.app_label} <= set(LAYERS)
            if ours and LAYERS.index(target._meta.app_label) < LAYERS.index(model._meta.app_label):
                found.append(f"{model._meta.label}.{field.name}")
    return found


def test_no_relation_points_upwards() -> None:
    assert upward() == []


def test_a_relation_upwards_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.LAYERS", LAYERS[::-1])
    assert "cases.Note.case" not in upward()
    assert "cases.Participation.partner" in upward()


# --- fetching is checking -------------------------------------------------------------------------------------------

GATES = {"access.py", "actions.py", "models.py", "apps.py"}
UNSCOPED = {"get_object_or_404", "get_list_or_404"}


def scoped() -> set[str]:
    """Give the models of which one may see some and not others."""
    return {model.__name__ for model in apps.get_models() if hasattr(model._default_manager, "visible_to")}


def offenders(source: str, guarded: set[str]) -> list[int]:
    """Give the lines that ask for a guarded model otherwise than through `visible_to`."""
    tree = ast.parse(source)
    allowed = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "visible_to" and isinstance(node.value, ast.Attribute)
    }
    lines = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in guarded:
            manager = node.attr in {"objects", "_default_manager", "_base_manager"}
            if manager and id(node) not in allowed:
                lines.append(node.lineno)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in UNSCOPED:
            names = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
            lines += [node.lineno] * bool(names & guarded)
    return lines


def test_no_view_passes_by_the_gate() -> None:
    guarded = scoped()
    assert {"Case", "Meeting", "Action"} <= guarded
    found = []
    for home in HOMES.values():
        for path in home.rglob("*.py"):
            rooms = set(path.relative_to(home).parts)
            if not rooms & {*GATES, "models", "actions", "migrations", "demo", "management"}:
                found += [f"{path}:{line}" for line in offenders(path.read_text(), guarded)]
    assert found == []


@pytest.mark.parametrize(
    ("source", "offends"),
    [
        ("Case.objects.visible_to(user).open()", False),
        ("Topic.objects.all()", False),
        ("Case.objects.all()", True),
        ("Case.objects.filter(pk=1).visible_to(user)", True),
        ("get_object_or_404(Case, public_id=x)", True),
        ("found = Case.objects", True),
        ("Case._default_manager.get()", True),
    ],
)
def test_an_offender_would_be_seen(source: str, offends: bool) -> None:
    assert bool(offenders(source, {"Case"})) is offends


# --- nothing inline -------------------------------------------------------------------------------------------------

INLINE = re.compile(
    r"<style|<script(?![^>]*\bsrc=)|\sstyle\s*=|[\s\"']on[a-z]+\s*=|javascript:|hx-on|hx-vals=.js:", re.IGNORECASE
)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_template_holds_a_script_or_a_style(path: Path) -> None:
    assert not INLINE.search(re.sub(r"{#.*?#}|{% comment %}.*?{% endcomment %}", "", path.read_text(), flags=re.DOTALL))


def test_something_inline_would_be_seen() -> None:
    for html in (
        "<style>",
        "<script>",
        '<a style="x">',
        '<a onclick="x">',
        '<a href="javascript:x">',
        '<p hx-on:click="x">',
    ):
        assert INLINE.search(html)
    assert not INLINE.search('<script src="x" defer></script> <a class="style" data-once="on">')


def test_every_module_says_whom_it_serves() -> None:
    silent = []
    for home in HOMES.values():
        for path in home.rglob("*.py"):
            empty = not path.read_text().strip()
            if "migrations" not in path.parts and not empty and not ast.get_docstring(ast.parse(path.read_text())):
                silent.append(str(path))
    assert silent == []
