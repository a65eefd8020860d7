"""Typed text made plain: what an editor, a word processor or a mail program adds is gone, and every place can be told."""

import time

import pytest

from privacy.detectors.plain import make_plain


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("<p>Jan <b>de</b> Wit</p>", "\nJan de Wit\n"),
        ("Jan&nbsp;de&#32;Wit, 06&#8209;1", "Jan de Wit, 06-1"),
        ("Jan\u00a0de W\u00adit\u200b", "Jan de Wit"),
        ("eerste<br/>tweede<BR>derde", "eerste\ntweede\nderde"),
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("<3 en a < b en b > c", "<3 en a < b en b > c"),
        ("mail <bo@voorbeeld.nl> of <p", "mail <bo@voorbeeld.nl> of <p"),
        ("R&D, AT&T; &geen; 5 & 6", "R&D, AT&T; &geen; 5 & 6"),
        ("&euro; 12 &lt;b&gt;", "€ 12 <b>"),
        ("<!-- niets -->", "<!-- niets -->"),
        ('<span class="x" style="color:red">rood</span>', "rood"),
    ],
)
def test_what_a_machine_added_is_gone(typed: str, plain: str) -> None:
    assert make_plain(typed).text == plain


def test_what_stands_inside_a_tag_is_read_as_well() -> None:
    typed = 'bel <a class="b" href="tel:0612345678" title="Bo de Wit">haar</a> op'
    made = make_plain(typed)
    assert made.text.startswith("bel haar op\n\0\n")
    start = made.text.index("0612345678")
    assert typed[slice(*made.typed(start, start + 10))] == "0612345678"
    start = made.text.index("Bo de Wit")
    assert typed[slice(*made.typed(start, start + 9))] == "Bo de Wit"
    assert "class" not in made.text


@pytest.mark.parametrize(
    "typed", ["<p>Jan <b>de</b> Wit</p>", "W\u00adit e\u0301 &eacute;n", "½ ﷺ <br> 😀\0", '<a href="x">y']
)
def test_every_character_has_its_place(typed: str) -> None:
    made = make_plain(typed)
    assert len(made.text) == len(made.starts) == len(made.ends)
    assert all(0 <= start < end <= len(typed) for start, end in zip(made.starts, made.ends, strict=True))
    for start in range(len(made.text)):
        for end in range(start + 1, len(made.text) + 1):
            first, last = made.typed(start, end)
            assert 0 <= first < last <= len(typed)


@pytest.mark.parametrize(
    "piece", ["<p ", '<p a="', "&#1", "&aaaaaaaaaaaaaaaaaaaa", "\u0301", "é", "<p>", "x=", "<p class= ", '<p class="">']
)
def test_no_text_keeps_it_busy(piece: str) -> None:
    typed = piece * (100_000 // len(piece))
    started = time.process_time()
    make_plain(typed)
    assert time.process_time() - started < 2
