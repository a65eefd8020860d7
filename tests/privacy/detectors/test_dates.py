"""Exact days and days of birth, and what is no day: months, seasons, times, scores."""

import pytest

from tests.privacy.detectors.finding import found, of_kind


@pytest.mark.parametrize(
    "text",
    [
        "12 maart",
        "12e maart",
        "de twaalfde maart",
        "3 jan.",
        "vrijdag 13 juni",
        "12-mrt-2024",
        "3 aug",
        "12 maart jl.",
        "1 mei '88",
    ],
)
def test_a_day_is_found_without_its_year_too(text: str) -> None:
    assert len(of_kind(f"Dat was op {text} weer zo.", "date")) == 1


@pytest.mark.parametrize(
    "text",
    ["op 12-3 om 10 uur", "dd 12/3", "op vrijdag 14/6.", "d.d. 3-11"],
)
def test_a_day_in_figures_without_its_year_is_found_where_a_day_is_announced(text: str) -> None:
    assert len(of_kind(text, "date")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "geb. 12-03-1950",
        "geboren op 12 maart 1950",
        "Geboortedatum: 12-3-'50",
        "gebdatum 12.03.1950",
        "g.d. 12-03-1950",
        "Zij is op 12 maart 1950 geboren.",
        "* 12-03-1950",
        "geb: 19500312",
        "geb. 120350",
        "Esra Polat, 3-3-'99, vraagt urgentie.",
        "Kaan Polat (12 okt. 2021) slaapt slecht.",
        "geboren te Helmond op 12 maart 1950",
    ],
)
def test_a_day_of_birth_is_told_from_another_day(text: str) -> None:
    assert len(of_kind(text, "birthdate")) == 1
    assert of_kind(text, "date") == []


def test_another_day_is_no_day_of_birth() -> None:
    assert found("Op 17 maart 2024 is zij opgenomen.") == [("date", "17 maart 2024")]
    assert found("Het overleg van 20-03-2024 ging niet door.") == [("date", "20-03-2024")]


@pytest.mark.parametrize(
    "text",
    [
        "In maart, in het najaar van 2024, vorige week, op maandag.",
        "Om 10.30 uur en 14:15 uur.",
        "Score 7/10, 24/7, 2-3 keer per week, op 2-3 plekken.",
        "Artikel 1.2.33 en versie 2.3.40.",
        "Mei was zwaar; in mei 12 keer gebeld.",
        "Bloeddruk 120/80, 1/2 tablet.",
        "eind december, begin juni 2023, medio maart",
    ],
)
def test_no_exact_day_passes(text: str) -> None:
    assert of_kind(text, "date", "birthdate") == []


def test_the_part_of_the_day_belongs_to_the_date() -> None:
    assert of_kind("Hij kwam zondagavond 6 april langs.", "date") == ["zondagavond 6 april"]
