"""Reads the common words of Dutch from the installed package pyspellchecker, which knows what simplemma's dictionary lacks.

Its list has surnames among its rare words, so only words that it has counted in real sentences are taken.
"""

import gzip
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_NEVER_COUNTED = 50  # The number that the list gives to words it has met in no sentence.


@cache
def _text() -> bytes:
    """Give the list as it is kept: one word with its count a line, in order. It is looked through there, not unpacked."""
    found = find_spec("spellchecker")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("The check reads words from the package pyspellchecker, which is not installed.")
    folder = Path(found.submodule_search_locations[0]) / "resources"
    return gzip.decompress((folder / "nl.json.gz").read_bytes())


def is_common(lower: str) -> bool:
    """Tell whether a word, in lower case, is met in Dutch sentences."""
    text, sought = _text(), f'"{lower}'.encode()
    low, high = 0, len(text)
    while low < high:
        middle = (low + high) // 2
        start, end = text.rfind(b"\n", 0, middle) + 1, text.find(b"\n", middle)
        end = len(text) if end < 0 else end
        word, _mark, count = text[start:end].partition(b'": ')
        if word == sought:
            # Sentences were counted without their dots: "hygiene" for "hygiëne".
            return int(count.rstrip(b",}")) > _NEVER_COUNTED or not lower.isascii()
        low, high = (end + 1, high) if word < sought else (low, start)
    return False
