"""The check on any text there is: it always answers, it answers in time, and what it lets pass it lets pass again."""

import itertools
import random
import time

import pytest

from privacy.checks import Profile, check, find

# The pieces that people, word processors and attackers bring; a seed makes a failure repeatable.
PIECES = [
    "mevrouw ",
    "Mevr. ",
    "J.",
    "van 't ",
    "Jansen",
    "06-",
    "0",
    "12",
    " ",
    "-",
    ".",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "@",
    "nl",
    "NL91",
    "ABNA",
    "maart",
    "1950",
    "5721 GJ",
    "bsn",
    "é",
    "e\u0301",
    "\u0301",
    "\u00ad",
    "\u200b",
    "\u202e",
    "😀",
    "👩‍👧",
    "ﷺ",
    "½",
    "①",
    "٣",
    "ـ",
    "李",
    "İ",
    "ß",
    "\ud83d",
    "\u2028",
    "'",
    "’",
    "(",
    "+31",
    "\x85",
    "ſ",
    "ŉ",
    "\U0001d7d8",
]


@pytest.mark.parametrize("seed", range(20))
def test_any_text_gets_an_answer_and_stored_text_stays_clean(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  (no secret)
    for profile in [*Profile] * 15:
        text = "".join(chance.choice(PIECES) for _ in range(chance.randrange(1, 60)))
        findings = find(text, profile)
        assert all(0 <= each.start < each.end <= len(text) for each in findings)
        assert all(one.end <= other.start for one, other in itertools.pairwise(findings))
        if not findings:
            assert find(str(check(text, profile)), profile) == [], [hex(ord(letter)) for letter in text]


LONG = [
    "a",
    "0",
    "1-",
    "06 ",
    "mevrouw ",
    "mevrouw A. ",
    "mevrouw\n",
    "mw-",
    "J.P. ",
    "van 't ",
    "mevrouw van ",
    "\u0301\u0316",
    "a.a@",
    "a@a.",
    "nl83 ",
    "ab12 ",
    "1234 AB 5,",
    "12-12-12 ",
    "12 maart ",
    "bsn 1 ",
    "((((",
    "+1 ",
    "ﷺ",
    "é",
    "\r",
    "😀",
    "\0",
    "x" * 70 + "@",
]


@pytest.mark.parametrize("piece", LONG, ids=ascii)
def test_the_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begin = time.process_time()
        find(text, Profile.CASE)
        return time.process_time() - begin

    # A runaway pattern takes minutes; the factor leaves room for a busy machine, and so do three tries.
    assert any(seconds(100_000) < 8 * max(seconds(25_000), 0.05) for _ in range(3))
