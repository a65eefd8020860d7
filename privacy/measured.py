"""Answers lines of JSON with what the check finds in them, for whoever measures it with texts of their own.

`python -m privacy.checks` reads `{"id": ..., "text": ...}` and answers each line at once with
`{"id": ..., "spans": [{"start": ..., "end": ..., "kind": ..., "hard": ...}]}`. It needs no database, keeps nothing, and a
line that it cannot read is answered with an "error".
"""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from privacy.finder import spans_in


def answer_lines(lines: Iterable[bytes], answers: TextIO) -> None:
    """Answer every line as soon as it is there; an empty one gets no answer."""
    for line in lines:
        if line.strip():
            answers.write(json.dumps(answer(line)) + "\n")
            answers.flush()


def answer(line: bytes) -> dict[str, Any]:
    """Give what was found in the text of one line, or what is wrong with the line. An error never repeats the text."""
    name = None
    try:
        asked = json.loads(line)
        name = asked["id"]
        text = asked["text"]
        if not isinstance(text, str):
            return {"id": name, "error": "The text is no string."}
        found = spans_in([text])[0]
    except Exception as error:
        return {"id": name, "error": f"{type(error).__name__} while reading this line."}
    spans = [{"start": each.start, "end": each.end, "kind": each.kind.value, "hard": each.hard} for each in found]
    return {"id": name, "spans": spans}
