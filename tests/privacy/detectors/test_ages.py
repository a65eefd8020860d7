"""Exact ages, and what only looks like one: bands, limits, durations, amounts."""

import pytest

from tests.privacy.detectors.finding import of_kind

AGES = [
    ("Zij is 36 en staat er alleen voor.", "36"),
    ("Een 38-jarige vrouw belt.", "38-jarige"),
    ("een 38 jarige man", "38 jarige"),
    ("de zeventienjarige zoon", "zeventienjarige"),
    ("Bilal (9) huilt.", "9"),
    ("Zijn moeder (84 jaar) valt vaak.", "84 jaar"),
    ("Meneer is 84 jr en alleen.", "84 jr"),
    ("Haar zoontje van 8 maanden is ziek.", "8 maanden"),
    ("De baby is 5 weken oud.", "5 weken oud"),
    ("Hij wordt binnenkort 90.", "90"),
    ("Oma werd gisteren 80.", "80"),
    ("Het meisje, bijna 16 jaar, spijbelt.", "bijna 16 jaar"),
    ("Een dame van 91 met een hond.", "91"),
    ("Leeftijd: 47", "47"),
    ("lft. 47 jr", "47 jr"),
    ("Inmiddels is hij 52.", "52"),
    ("omdat zij al 77 is", "77"),
    ("Dochter Fenna, 14, zit thuis.", "14"),
    ("Jongen 12 jaar, groep 8.", "12 jaar"),
    ("Zij is zesendertig en moe.", "zesendertig"),
    ("Hij viert zijn 50e verjaardag.", "50e"),
    ("Op haar 16e ging ze weg.", "16e"),
    ("M/84, alleenstaand", "84"),
    ("Cliënt (v, 38) vraagt hulp.", "38"),
    ("Ik ben 19 en zoek een kamer.", "19"),
    ("Met zijn 15 jaar mag dat niet.", "15 jaar"),
    ("Ze is anderhalf jaar oud.", "anderhalf jaar oud"),
    ("Hamza is 2½ en hoest.", "2½"),
]
NO_AGES = [
    "De vrouw (60-70) is bang.",
    "Een dertiger met schulden.",
    "Voor jongeren vanaf 12 jaar.",
    "Jeugdigen van 12 tot 16 jaar tekenen mee.",
    "Zij zijn 12 jaar getrouwd.",
    "Hij woont hier al 20 jaar.",
    "De score is 24.",
    "De schuld is 36 euro.",
    "Hij belt 3 keer per dag.",
    "Zij is 20 weken zwanger.",
    "Ouder dan 65 jaar is geen voorwaarde.",
    "Een moeder van 3 kinderen.",
    "De wachttijd is 9 weken.",
    "Hij slaapt 14 uur per dag.",
    "Het 12,5-jarig huwelijk",
    "een 5-jarig contract",
    "Als de jongere 18 wordt, stopt de jeugdhulp.",
    "18-plus en 65+",
    "tussen 75 en 85",
    "De zoon van in de veertig komt soms.",
    "Artikel 12 en groep 8.",
    "MMSE (24) en GAF (55).",
    "Zij heeft 28 jaar in de zorg gewerkt.",
    "Er zijn 5 weken voorbij.",
    "een van de buren",
]


@pytest.mark.parametrize(("text", "age"), AGES)
def test_an_exact_age_is_found(text: str, age: str) -> None:
    (words,) = of_kind(text, "age")
    assert words in age
    assert any(part in words for part in age.split())


@pytest.mark.parametrize("text", NO_AGES)
def test_a_band_a_limit_or_a_duration_passes(text: str) -> None:
    assert of_kind(text, "age") == []


def test_every_age_in_a_row_is_found() -> None:
    assert of_kind("Kinderen (12, 14 en 17) slapen bij oma.", "age") == ["12", "14", "17"]
    assert of_kind("Twee kinderen van 7 en 10.", "age") == ["7", "10"]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Haar zoontje is drieënhalf en praat niet.", "drieënhalf"),
        ("Hij is van 1940, dus 85.", "85"),
        ("Ilse Vonk; 7; logopedie", "7"),
        ("Zijn zoon Ravish thuiswonend (19) werkt.", "19"),
        ("Hij heet Ravi en is 17.", "17"),
    ],
)
def test_an_age_is_found_further_from_whoever_has_it(text: str, age: str) -> None:
    assert of_kind(text, "age") == [age]


@pytest.mark.parametrize("text", ["De Katz is 5.", "Wij scoorden de schaal (24 van 40).", "De Barthel was 12."])
def test_a_score_is_no_age(text: str) -> None:
    assert of_kind(text, "age") == []
