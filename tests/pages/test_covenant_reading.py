"""The parser reads a covenant whole, in order, in any ordinary file, and says where it stopped when it cannot."""

import re
from datetime import date

import pytest

from pages.covenant.differences import Change, differences
from pages.covenant.errors import NotACovenant, UnknownPlace
from pages.covenant.lines import decode
from pages.covenant.openness import keep_settled, settle
from pages.covenant.parse import parse
from pages.covenant.tree import Covenant, Openness, Paragraph

from . import texts


def place(covenant: Covenant, address: str):
    return next(clause for clause in covenant.clauses() if clause.address == address)


def possibly(covenant: Covenant) -> list[str]:
    return [clause.place for clause in covenant.clauses() if clause.openness is Openness.POSSIBLY]


def test_the_real_covenant_has_every_part_that_was_counted_by_hand():
    covenant = parse(texts.real())
    assert covenant.title == "CONVENANT LOKAAL SOCIAAL NETWERK ASTEN 2015-2017"
    assert covenant.host.name == "Gemeente Asten"
    assert len(covenant.parties) == 24
    assert [len(c.points) for c in covenant.considerations] == [0] * 7 + [2] + [0] * 2
    assert [heading.text for heading in covenant.headings] == ["Visie", "Positie", "Werkwijze", "Slotbepalingen"]
    assert [article.number for article in covenant.articles] == list(range(1, 19))
    assert len(covenant.paragraphs) == 40
    assert len(covenant.parts) == 18


def test_the_real_covenant_has_its_lettered_parts_where_they_belong():
    covenant = parse(texts.real())
    with_parts = {c.place: len(c.parts) for c in covenant.clauses() if isinstance(c, Paragraph) and c.parts}
    assert with_parts == {"2": 4, "3.1": 7, "3.2": 4, "7.2": 3}
    unnumbered = [a.number for a in covenant.articles if not any(p.number for p in a.paragraphs)]
    assert unnumbered == [2, 14, 17, 18]


def test_the_real_covenant_ran_from_2015_to_the_end_of_2017():
    covenant = parse(texts.real())
    assert (covenant.valid_from, covenant.valid_until) == (date(2015, 1, 1), date(2017, 12, 31))
    assert covenant.cited_as == "Convenant lokaal sociaal netwerk Asten 2015-2017"


def test_the_sentence_of_13_1_is_whole_again():
    text = place(parse(texts.real()), "art-13-1").text
    assert "kan deze klacht worden ingediend" in text


def test_the_real_covenant_is_possibly_open_where_that_can_be_seen():
    assert possibly(parse(texts.real())) == ["7.2c", "15.2", "16.3"]


def test_places_are_settled_as_open_by_name():
    covenant = parse(texts.real())
    settle(covenant, ["7.2c", "15.2", "16.2", "16.3"])
    assert [clause.place for clause in covenant.open_places()] == ["7.2c", "15.2", "16.2", "16.3"]
    assert possibly(covenant) == []


@pytest.mark.parametrize("path", texts.others(), ids=lambda path: path.stem)
def test_a_text_of_another_municipality_is_no_covenant(path):
    with pytest.raises(NotACovenant) as refusal:
        parse(decode(path.read_bytes()))
    assert refusal.value.line >= 1


def test_a_small_covenant_is_read_whole():
    covenant = parse(texts.small())
    assert covenant.host.name == "Gemeente Beemdrode"
    assert [party.name for party in covenant.parties] == [
        "Stichting voor hulp aan huis, vervoer en gezelschap (ook in de avond) in het gebied Beemd 2.1.",
        "Dorpsraad Lierhoek",
        "Huisartsen",
    ]
    assert [len(c.points) for c in covenant.considerations] == [0, 0, 2]
    assert [heading.text for heading in covenant.headings] == ["Bedoeling", "Afspraken"]
    assert [article.title for article in covenant.articles][:2] == ["Het netwerk", "Waarover het gaat"]
    assert len(covenant.paragraphs) == 8
    assert len(covenant.parts) == 6
    assert (covenant.valid_from, covenant.valid_until) == (date(2024, 3, 1), date(2026, 2, 28))


def test_every_place_has_its_address():
    covenant = parse(texts.small())
    assert [clause.address for clause in covenant.clauses()] == [
        *("art-1-1", "art-1-2", "art-1-2-a", "art-1-2-b", "art-1-2-c"),
        *("art-2", "art-2-a", "art-2-b", "art-2-c"),
        *("art-3-1", "art-3-2", "art-3-3", "art-4", "art-5-1", "art-5-2", "art-5-3", "art-6"),
    ]
    assert covenant.parties[2].address == "partij-3"
    assert covenant.considerations[2].points[1].address == "overweging-3-2"


def test_a_comma_does_not_make_a_part_open_but_dots_lower_case_and_a_missing_end_do():
    assert possibly(parse(texts.small())) == ["3.2", "3.3", "5.3"]


def test_parts_in_lower_case_are_only_strange_beside_a_capital():
    text = texts.small().replace("- b. Zorg en gezelschap,", "- b. zorg en gezelschap,")
    assert "2b" in possibly(parse(text))


def test_a_torn_sentence_is_joined():
    text = place(parse(texts.small()), "art-3-1").text
    assert text.endswith("dan belt deze het aanspreekpunt van de andere partner. Die belt binnen 2 dagen terug.")


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def said(covenant: Covenant) -> str:
    """Every word of the tree, in its order, with the numbers and letters that the tree keeps apart."""
    pieces: list[str] = []
    for item in covenant.items:
        if hasattr(item, "paragraphs"):
            pieces += ["Artikel", str(item.number), item.title]
            for paragraph in item.paragraphs:
                pieces += [paragraph.number, paragraph.text]
                pieces += [f"{part.letter} {part.text}" for part in paragraph.parts]
        else:
            pieces += [getattr(item, "name", "") or item.text, *(point.text for point in getattr(item, "points", []))]
    return " ".join(pieces)


@pytest.mark.parametrize("text", [texts.small, texts.real], ids=["small", "real"])
def test_no_word_or_number_is_lost_or_moved(text):
    assert words(said(parse(text()))) == words(text())


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n - ", "\n\t- ").replace("\n- ", "\n  - "),
        lambda text: text.replace("- ", "-\t"),
        lambda text: text.replace("- ", "• "),
        lambda text: text.replace("1. ", "1.    "),
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.rstrip(),
        lambda text: text.replace(" en ", "\nen ", 1),
    ],
    ids=[
        "crlf",
        "bom",
        "indents",
        "tab after dash",
        "dots as bullets",
        "wide numbers",
        "blank lines",
        "no last line end",
        "wrapped",
    ],
)
def test_the_form_of_the_file_does_not_matter(change):
    assert said(parse(change(texts.small()))) == said(parse(texts.small()))


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("", 1, "empty"),
        (" \n\t\n", 1, "empty"),
        ("Notulen\n\nAanwezig: iedereen\n", 3, "PARTIJEN"),
        ("Notulen", 1, "PARTIJEN"),
        ("A\nPARTIJEN:\nGemeente\nOVERWEGENDE DAT:\n- x;\n", 4, "no list of parties"),
        ("A\nPARTIJEN:\n- Een\n", 3, "host"),
        ("A\nPARTIJEN:\nGemeente\n- Een\n1. Twee\n", 5, "no party"),
        ("A\nPARTIJEN:\nGemeente\n- Een\nOVERWEGENDE DAT:\nzomaar\n", 6, "no consideration"),
        ("A\nPARTIJEN:\nGemeente\n- Een\nOVERWEGENDE DAT:\n- iets;\n", 6, "VERKLAREN"),
        ("A\nPARTIJEN:\nG\n- Een\nVERKLAREN:\n", 5, "stops before the first article"),
        ("A\nPARTIJEN:\nG\n- Een\nVERKLAREN:\n1. Te vroeg.\n", 6, "an article should begin"),
    ],
)
def test_what_is_no_covenant_is_refused_at_its_line(text, line, sentence):
    with pytest.raises(NotACovenant, match=sentence) as refusal:
        parse(text)
    assert refusal.value.line == line


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("Artikel 4 ", "Artikel 5 ", "article 4 should stand"),
        ("Artikel 1 ", "Artikel 2 ", "article 1 should stand"),
        ("2. Wij doen", "3. Wij doen", "paragraph 2 of article 1"),
        ("- b. Zorg", "- d. Zorg", "part b of article 2"),
    ],
)
def test_a_number_out_of_sequence_is_refused_at_its_line(old, new, sentence):
    text = texts.small().replace(old, new, 1)
    with pytest.raises(NotACovenant, match=sentence) as refusal:
        parse(text)
    assert text.split("\n")[refusal.value.line - 1].strip().startswith(new)


@pytest.mark.parametrize(
    ("data", "line"), [(b"\x89PNG\r\n\x1a\n\x00", 1), (b"A\nPARTIJEN:\nG\x00emeente\n", 3), (b"ok\n\xff\xfe", 2)]
)
def test_a_binary_file_is_refused(data, line):
    with pytest.raises(NotACovenant, match="not readable") as refusal:
        parse(decode(data))
    assert refusal.value.line == line


def test_an_unknown_place_changes_nothing():
    covenant = parse(texts.small())
    for wrong in ("9.9", "3.1z", "rommel"):
        with pytest.raises(UnknownPlace, match=wrong):
            settle(covenant, ["3.2", wrong])
    assert possibly(covenant) == ["3.2", "3.3", "5.3"]


@pytest.mark.parametrize("written", ["2.1 c", "art-1-2-c", "1.2C", "art 1.2c"])
def test_a_place_is_understood_as_people_write_it(written):
    covenant = parse(texts.small())
    if written == "2.1 c":
        with pytest.raises(UnknownPlace):
            settle(covenant, [written])
    else:
        settle(covenant, [written])
        assert [clause.address for clause in covenant.open_places()] == ["art-1-2-c"]


def test_the_same_text_has_no_differences():
    assert differences(parse(texts.small()), parse(texts.small())) == []


def test_differences_are_named_by_address():
    text = texts.small().replace("- Dorpsraad Lierhoek\n", "").replace("binnen 2 dagen", "binnen 3 dagen")
    text = text.replace("3. Hoe wij stoppen\n", "").replace(
        "altijd aansluiten.", "altijd aansluiten.\n\n1. Ook tijdelijk."
    )
    found = {(d.change, d.address) for d in differences(parse(texts.small()), parse(text))}
    assert found == {
        (Change.REMOVED, "partij-2"),
        (Change.CHANGED, "art-3-1"),
        (Change.REMOVED, "art-5-3"),
        (Change.ADDED, "art-4-1"),
    }


def test_what_was_settled_survives_a_second_reading():
    before = parse(texts.small())
    settle(before, ["5.2"])
    again = parse(
        texts.small()
        .replace("2. Voor partners zonder vaste mensen...", "2. Voor partners die nog...")
        .replace("het akkoord", "akkoord")
    )
    keep_settled(again, before)
    assert [clause.place for clause in again.open_places()] == ["5.2"]
    assert possibly(again) == ["3.2"]
