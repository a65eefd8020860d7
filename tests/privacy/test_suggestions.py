"""What stands in the place of a finding: it fits, it is the same for the same person, and the check finds nothing hard in it."""

import html
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy.checks import Profile, find_all
from privacy.detectors.kinds import Kind, Span
from privacy.forms import ROUNDS
from privacy.suggestions import band, replaced, suggest

# Those in the folder looks are left to test_floors: each text is read up to four times here.
ANNOTATED = [path for path in sorted(Path(__file__).parent.glob("**/*.jsonl")) if path.parent.name != "looks"]
# What a text is put together from, some of it broken off in the middle.
BITS = [
    "Truus Jansen",
    "mevrouw",
    "dhr.",
    "999759450",
    "BSN",
    "geboren op 3 mei 1944",
    "36 jaar",
    "06-12345678",
    "t.jansen@",
    "punt nl",
    "Dorpsstraat 12",
    "5721 AB",
    "NL91 ABNA 0417 1643 00",
    "VN-381-S",
    "bij bakkerij",
    "De Linde",
    "basisschool",
    "op 12-4",
    "in Ommel",
    "de huisarts",
    ".",
    ",",
    "\n",
    "(",
    ")",
    "<b>",
    "</b>",
    "&amp;",
    "de",
    "het",
    "en",
    "12",
    "zoon",
    "genaamd",
    "@truus",
]
OWN = [
    "Mevrouw Truus Jansen (83) woont aan de Dorpsstraat 12 in Ommel. Haar BSN is 999759450.",
    "Naam: A.B. van der Linden\nGeboren: 3-5-1944\nTel: 06 12345678\nMail: a.linden@example.org",
    "zoon bilal rijdt in vn-381-s en werkt bij bakkerij de zonnehoek, rekening NL91ABNA0417164300",
    "Op 17 maart 2024 belde Fatima El Idrissi; Fatima is 36. Haar dochter Samira is 5 weken.",
]


def mended(*texts: str, profile: Profile = Profile.CASE) -> list[str]:
    """Give the texts of one submission with every finding replaced."""
    for _round in range(ROUNDS):
        texts = once(texts, profile)
    return list(texts)


def once(texts: Sequence[str], profile: Profile) -> tuple[str, ...]:
    """Replace once what is found, as a button of the form does."""
    found = find_all(texts, profile)
    return tuple(
        replaced(text, [(each.start, each.end, each.suggestion) for each in findings])
        for text, findings in zip(texts, found, strict=True)
    )


def instead(text: str, words: str, kind: Kind) -> str:
    """Give what is proposed for `words` in `text`, found as `kind`."""
    start = text.index(words)
    ((only,),) = suggest([text], [[Span(start, start + len(words), kind)]])
    return only


@pytest.mark.parametrize(
    ("text", "words", "kind", "proposed"),
    [
        ("Mevrouw Jansen belt.", "Jansen", Kind.PERSON, "A"),
        ("Gisteren belde Truus Jansen.", "Truus Jansen", Kind.PERSON, "persoon A"),
        ("Truus belt.", "Truus", Kind.PERSON, "Persoon A"),
        ("Zijn moeder wacht. Truus belt.", "Truus", Kind.PERSON, "Persoon A"),
        ("Zij is 36 en alleen.", "36", Kind.AGE, "30-40 jaar oud"),
        ("Zij is 36 jaar oud.", "36", Kind.AGE, "30-40"),
        ("Zij is 36 jaar oud.", "36 jaar", Kind.AGE, "30-40 jaar"),
        ("Een 38-jarige man.", "38-jarige", Kind.AGE, "30-40-jarige"),
        ("Haar zoon (9) slaapt.", "9", Kind.AGE, "0-10"),
        ("De baby is 5 weken.", "5 weken", Kind.AGE, "nog geen jaar oud"),
        ("Hij is 18 maanden.", "18 maanden", Kind.AGE, "0-10 jaar"),
        ("Zij is negen.", "negen", Kind.AGE, "0-10 jaar oud"),
        ("Een tweeëntachtigjarige weduwe.", "tweeëntachtigjarige", Kind.AGE, "80-90-jarige"),
        ("Zij is vierendertig jaar oud.", "vierendertig", Kind.AGE, "30-40"),
        ("Zij is anderhalf.", "anderhalf", Kind.AGE, "[leeftijd weggelaten]"),
        ("Op 17 maart 2024 viel hij.", "17 maart 2024", Kind.DATE, "een dag in maart"),
        ("De brief van 20-03-2024.", "20-03-2024", Kind.DATE, "maart"),
        ("Hij viel 3 mei.", "3 mei", Kind.DATE, "in mei"),
        ("Geboren: 09-06-1944", "09-06-1944", Kind.BIRTHDATE, "tussen 1940 en 1950"),
        ("Zij is van 9/6/44.", "9/6/44", Kind.BIRTHDATE, "tussen 1940 en 1950"),
        ("Zij is van 9 juni '44.", "9 juni '44", Kind.BIRTHDATE, "tussen 1940 en 1950"),
        ("Geboren op 09-06-12.", "09-06-12", Kind.BIRTHDATE, "[geboortedatum weggelaten]"),
        ("Jarig op 9 juni.", "9 juni", Kind.BIRTHDATE, "[geboortedatum weggelaten]"),
        ("Zij woont aan de Molenweg.", "Molenweg", Kind.STREET, "straat in de buurt"),
        ("Hij woont in Lierop.", "Lierop", Kind.PLACE, "een dorp in de regio"),
        ("Hij zit op het Kompas.", "Kompas", Kind.SCHOOL, "school in de regio"),
        ("BSN: 999759450", "999759450", Kind.BSN, "[nummer weggelaten]"),
    ],
)
def test_it_fits_the_words_around_it(text: str, words: str, kind: Kind, proposed: str) -> None:
    assert instead(text, words, kind) == proposed


def test_the_same_person_has_the_same_letter_in_every_text_of_the_submission() -> None:
    first, second = mended("Loubna Cherkaoui vraagt hulp. Nassim ook.", "Gisteren sprak ik met Loubna.")
    assert first.startswith("Persoon A vraagt")
    assert "ersoon B" in first
    assert second == "Gisteren sprak ik met persoon A."


def test_two_of_one_surname_are_two_people_and_the_surname_alone_is_neither() -> None:
    names = ["Dorota Wrona", "Mariusz Wrona", "Wrona", "Dorota"]
    text = " en ".join(names)
    spans = [Span(place := text.index(name), place + len(name), Kind.PERSON) for name in names[:2]]
    spans += [Span(33, 38, Kind.PERSON), Span(42, 48, Kind.PERSON)]
    assert [text[span.start : span.end] for span in spans] == names
    (words,) = suggest([text], [spans])
    assert [each[-1] for each in words] == ["A", "B", "C", "A"]


def test_a_letter_that_the_writer_used_is_left_alone() -> None:
    assert instead("Persoon A belt met Truus.", "Truus", Kind.PERSON) == "persoon B"


def test_after_the_alphabet_somebody_is_somebody() -> None:
    text = " ".join(f"naam{letter * 3}" for letter in "abcdefghijklmnopqrstuvwxyzéü")
    spans = [Span(place, place + 7, Kind.PERSON) for place in range(0, len(text), 8)]
    (words,) = suggest([text], [spans])
    assert words[25] == "persoon Z"
    assert words[26:] == ["iemand", "iemand"]


@pytest.mark.parametrize("age", [0, 9, 10, 36, 89, 90, 104])
def test_a_band_holds_the_age_and_is_no_day_of_a_month(age: int) -> None:
    low, high = map(int, band(age).split("-"))
    assert low <= age < high or age > 100
    assert high > 12 or low == 0


@given(st.lists(st.sampled_from([*BITS, "Truus Jansen", "999759450", "geboren op 3 mei 1944", "36 jaar"]), max_size=12))
@settings(max_examples=60, deadline=None, database=None)
def test_a_text_with_every_finding_replaced_has_nothing_hard(bits: list[str]) -> None:
    texts = mended(" ".join(bits))
    assert [each for found in find_all(texts, Profile.CASE) for each in found if each.hard] == []


def annotated() -> list[str]:
    """Give the annotated texts that stand in the tests, and some more."""
    return OWN + [json.loads(line)["text"] for path in ANNOTATED for line in path.read_text().splitlines() if line]


def test_an_annotated_text_with_every_finding_replaced_has_nothing_hard() -> None:
    # Else nothing would be replaced, and the rest would prove nothing.
    assert sum(each.hard for text in OWN for each in find_all([text], Profile.CASE)[0]) >= 8
    for text in annotated():
        (after,) = mended(text)
        left = [after[each.start : each.end] for each in find_all([after], Profile.CASE)[0] if each.hard]
        assert left == [], after


def test_what_is_proposed_means_nothing_in_html() -> None:
    texts = [*annotated(), "Mevrouw <b>Jansen</b> & 'Truus' van 36 jaar, 06-12345678, 3 mei 1944."]
    for text in texts:
        for finding in find_all([text], Profile.CASE)[0]:
            assert html.escape(finding.suggestion) == finding.suggestion
            assert finding.suggestion
