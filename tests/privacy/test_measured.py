"""`python -m privacy.checks`: answers line by line, without a database, and outlives every bad line."""

import json
import os
import subprocess
import sys

import pytest

from privacy.measured import answer


def asked(line: bytes) -> dict:
    return answer(line)


def test_a_line_is_answered_with_what_was_found() -> None:
    text = "Bel 06-12345678, zei de buurvrouw."
    found = asked(json.dumps({"id": "x-1", "text": text}).encode())
    assert found == {"id": "x-1", "spans": [{"start": 4, "end": 15, "kind": "phone", "hard": True}]}


@pytest.mark.parametrize(
    ("line", "name"),
    [(b"rommel", None), (b'{"id": 2}', 2), (b'{"id": 3, "text": 5}', 3), (b"\xff\xfe", None), (b"[1]", None)],
)
def test_a_bad_line_is_answered_with_an_error(line: bytes, name: int | None) -> None:
    found = asked(line)
    assert found["id"] == name
    assert found["error"]
    assert "spans" not in found


def test_an_error_does_not_repeat_the_text() -> None:
    assert "Jansen" not in json.dumps(asked(b'{"id": 1, "text": "mevrouw Jansen"'))


def test_it_answers_at_once_and_needs_no_settings() -> None:
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("SPIL_", "DJANGO_"))}
    started = subprocess.Popen(
        [sys.executable, "-m", "privacy.checks"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=bare, text=True
    )
    with started as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number, text in enumerate(["niets", "rommel\ud800\0", "bel 0612345678"]):
            process.stdin.write(json.dumps({"id": number, "text": text}) + "\n")
            process.stdin.flush()
            # The answer is there before the next line is asked.
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
    assert process.returncode == 0
