"""Every verb of Spil writes a line in the log: who changes, reads, is refused or comes in leaves a trace (security.md 34).

The verbs are found in the code: each public function of an `actions` module that takes the acting person (`by`) or the
request of somebody at the door. It must reach `record`, itself or through what it calls.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = [ROOT / room for room in ("cases", "meetings", "pages", "privacy")]
ROOMS += [ROOT / "site" / room for room in ("accounts", "followup", "notifications")]
# Publishing a page writes its line when Wagtail says that it is published (pages/receivers.py).
WRITES = {"record", "publish"}
# What leaves no line, and why.
SILENT = {
    "notifications.actions.read_at_address": "Marking one's own notices as read is nobody else's business.",
    "notifications.actions.read_all": "The same.",
    "followup.actions.seen": "The same; promises hold nothing about residents.",
    "meetings.actions.seen": "The same; agendas hold nothing about residents.",
    "privacy.actions.reviews.seen": "The same.",
    "accounts.actions.people.change_language": "One's own language is nobody else's business.",
    "accounts.actions.account.change_theme": "One's own colours neither.",
    "accounts.actions.sign_in.enter": "A step of coming in, of which each way in writes its own line.",
}


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Give every module with verbs, and what such modules call on the way, by dotted name."""
    for room in ROOMS:
        for path in sorted([*room.glob("actions.py"), *room.glob("actions/*.py"), *room.glob("*.py")]):
            name = ".".join(path.relative_to(room.parent).with_suffix("").parts)
            yield name, ast.parse(path.read_text())


def functions() -> dict[str, ast.FunctionDef]:
    """Give every function by its dotted name."""
    return {
        f"{module}.{node.name}": node
        for module, tree in modules()
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }


def calls(node: ast.AST) -> set[str]:
    """Give the bare names of what a function calls."""
    called = [part.func for part in ast.walk(node) if isinstance(part, ast.Call)]
    return {func.id for func in called if isinstance(func, ast.Name)} | {
        func.attr for func in called if isinstance(func, ast.Attribute)
    }


def arguments(node: ast.FunctionDef) -> set[str]:
    """Give the names of what a function takes."""
    return {argument.arg for argument in [*node.args.args, *node.args.kwonlyargs]}


def is_verb(name: str, node: ast.FunctionDef) -> bool:
    """Say whether a function is something that somebody does."""
    acts = bool(arguments(node) & {"by", "request"})
    return ".actions" in name and acts and not node.name.startswith(("_", "require_"))


def writing(found: dict[str, ast.FunctionDef]) -> set[str]:
    """Give the bare names of every function that reaches `record`."""
    reached = set(WRITES)
    while True:
        more = {node.name for node in found.values() if node.name not in reached and calls(node) & reached}
        if not more:
            return reached
        reached |= more


def test_every_verb_writes_a_line() -> None:
    found = functions()
    verbs = {name: node for name, node in found.items() if is_verb(name, node)}
    assert len(verbs) > 40
    reached = writing(found)
    assert {name for name, node in verbs.items() if node.name not in reached} == set(SILENT)


def test_what_leaves_no_line_is_still_there_and_has_a_reason() -> None:
    found = functions()
    assert set(SILENT) <= set(found)
    assert all(SILENT.values())


@pytest.mark.parametrize(
    ("source", "writes"),
    [
        ("def act(*, by): record(action='x')", True),
        ("def act(*, by): _note(by)\ndef _note(by): log.record(action='x')", True),
        ("def act(*, by): by.save()", False),
    ],
)
def test_a_silent_verb_would_be_seen(source: str, writes: bool) -> None:
    found = {node.name: node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)}
    assert ("act" in writing(found)) is writes
