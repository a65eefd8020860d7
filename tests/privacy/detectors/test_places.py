"""Villages, streets and front doors; an office of a municipality is none of them."""

import pytest

from tests.privacy.detectors.finding import found, of_kind


@pytest.mark.parametrize(
    "text",
    [
        "Lindenstraat 12",
        "Burgemeester van Eijklaan 5a",
        "Pastoor de Kleijnlaan 12-14",
        "Jan van Havenstraat 8 bis",
        "Voorste Akkers 14",
        "Hoofdstraat 7, 5721 AB",
        "lindenstraat 12",
        "nummer 12 aan de Lindenstraat",
        "Lindenstraat nr. 12",
    ],
)
def test_a_street_with_its_number_is_an_address(text: str) -> None:
    assert of_kind(f"Zij woont op {text} sinds vorig jaar.", "address") == [text.split(",", maxsplit=1)[0]]


@pytest.mark.parametrize("text", ["Bergweg", "Lindenstraat", "Burgemeester van Eijklaan", "Kerkstraat"])
def test_a_street_is_found(text: str) -> None:
    assert found(f"Er is overlast in de {text} sinds vorig jaar.") == [("street", text)]


@pytest.mark.parametrize("text", ["Asten", "Lierop", "Beek en Donk", "Helmond", "roermond"])
def test_a_village_is_found(text: str) -> None:
    assert found(f"Haar zus woont in {text} en belt elke dag.") == [("place", text)]


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente Asten en de gemeenten Deurne en Someren helpen.",
        "Wijkteam Asten belt terug.",
        "Hij stond op straat, langs de weg en op het plein.",
        "Zij fietst op het fietspad naar de kerk.",
        "De weg 3 keer over.",
        "Op de parkeerplaats en het schoolplein.",
    ],
)
def test_an_office_or_a_kind_of_road_passes(text: str) -> None:
    assert of_kind(text, "place", "street", "address") == []


def test_a_surname_that_is_a_village_is_a_name() -> None:
    assert found("Gisteren belde Theo van Lierop.") == [("person", "Theo van Lierop")]
    assert found("Mevrouw van Asten belt.") == [("person", "van Asten")]


@pytest.mark.parametrize(
    "name",
    [
        "A.M. van Otterdijk",
        "P. Hoogstraat",
        "Piet Hoogstraat",
        "Marie Zonnedijk",
        "Anna Knaapen-van Otterdijk",
        "Piet Someren",
    ],
)
def test_a_surname_that_is_a_street_or_a_village_stays_a_name(name: str) -> None:
    assert found(f"Vandaag belde {name} over de tuin.") == [("person", name)]


def test_a_street_called_after_somebody_stays_a_street() -> None:
    assert found("Er is overlast op de Anne Frankstraat sinds vorig jaar.") == [("street", "Anne Frankstraat")]
    assert of_kind("Zij woont op Jan van Havenstraat 8 sinds vorig jaar.", "address") == ["Jan van Havenstraat 8"]


@pytest.mark.parametrize("text", ["Lindenstraat 33", "Lindenstraat nr. 33"])
def test_who_lives_at_a_front_door_does_not_make_it_a_firm(text: str) -> None:
    assert of_kind(f"Het gaat om de bewoner van {text}. Overlast door muziek.", "address") == [text]
