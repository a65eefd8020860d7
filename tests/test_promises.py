"""docs/security.md lists each promise by number with the tests that prove it; a test that is gone is seen here."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs" / "security.md"
ROW = re.compile(r"^\| (\d+) \| (.+?) \| (.+) \|$", re.MULTILINE)
PROOF = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
KEPT = [*range(1, 25), 34, 36, 37, 40]


def promises() -> dict[int, list[tuple[str, str]]]:
    """Give the tests of each promise."""
    return {int(number): PROOF.findall(proof) for number, _promise, proof in ROW.findall(DOCUMENT.read_text())}


def test_every_promise_of_now_stands_in_the_document() -> None:
    assert sorted(promises()) == KEPT


@pytest.mark.parametrize("number", KEPT)
def test_every_promise_is_proved_by_tests_that_are_there(number: int) -> None:
    proofs = promises()[number]
    assert proofs
    lacking = [
        f"{path}::{name}"
        for path, name in proofs
        if not (ROOT / path).exists() or not re.search(rf"^(?:async )?def {name}\(", (ROOT / path).read_text(), re.M)
    ]
    assert lacking == []
