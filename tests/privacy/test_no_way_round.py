"""No way round the check: what could store or make text past it stands nowhere in our code, or is named here with a reason."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = [ROOT / name for name in ("site", "privacy", "pages", "cases", "meetings")]

# What writes or reads past the field. `union` puts another column under the name of a checked one.
PAST_THE_FIELD = {
    "raw SQL of a query": r"\.raw\(",
    "SQL in a query": r"\.extra\(",
    "an expression of SQL": r"\bRawSQL\b",
    "a cursor": r"\bcursor\(",
    "SQL that is carried out": r"\.execute(?:many)?\(",
    "a migration in SQL": r"\bRunSQL\b",
    "two queries under one name": r"(?<!set\(\))\.union\(",
    "a dump that is read": r"\bloaddata\b|serializers\.deserialize\(",
    "a string made checked by force": r"\bstr\.__new__\b",
}
ALLOWED = {
    "site/audit/migrations/0001_initial.py": "The triggers that refuse change and removal of the log.",
    "site/spil/views.py": "The health page asks the database for the number one.",
    "privacy/text.py": "Here checked text is made, for the check and for reading a stored row.",
}
SEALERS = {"privacy/checks.py", "privacy/fields.py"}


def sources() -> Iterator[tuple[str, str]]:
    for package in PACKAGES:
        for path in package.rglob("*.py"):
            yield path.relative_to(ROOT).as_posix(), path.read_text()


def code_of(source: str) -> str:
    """Give a module without comments and docstrings, so that a warning against a thing is not the thing."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            node.value.value = ""
    return ast.unparse(tree)


@pytest.mark.parametrize("pattern", PAST_THE_FIELD.values(), ids=PAST_THE_FIELD)
def test_nothing_goes_past_the_field(pattern: str) -> None:
    offenders = {path for path, source in sources() if re.search(pattern, code_of(source))}
    assert offenders <= set(ALLOWED)


def test_every_exception_is_still_one() -> None:
    everything = "|".join(PAST_THE_FIELD.values())
    needed = {path for path, source in sources() if re.search(everything, code_of(source))}
    assert set(ALLOWED) == needed


def test_only_the_check_and_the_column_make_checked_text() -> None:
    callers = {path for path, source in sources() if re.search(r"\bseal\b", code_of(source))}
    assert callers == SEALERS | {"privacy/text.py"}


def test_the_eyes_are_open() -> None:
    # If the patterns could not see an offender, the tests above would prove nothing.
    offences = [
        "Case.objects.raw('x')",
        "Case.objects.extra(select={})",
        "RawSQL('x', [])",
        "with connection.cursor() as c: pass",
    ]
    offences += [
        "migrations.RunSQL('x')",
        "a.union(b)",
        "serializers.deserialize('json', x)",
        "str.__new__(CheckedText, x)",
    ]
    for offence in offences:
        assert any(re.search(pattern, code_of(offence)) for pattern in PAST_THE_FIELD.values()), offence
    assert not re.search(PAST_THE_FIELD["a cursor"], code_of('"""Never cursor()."""\nx = 1  # cursor()'))
