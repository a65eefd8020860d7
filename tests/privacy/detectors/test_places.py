"""Villages, streets and front doors; an office of a municipality is none of them."""

import pytest

from privacy.finder import spans_in
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


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("hij studeert in delft en komt in het weekend", "delft"),
        ("zij zit nu in weert bij haar zus", "weert"),
        ("zijn moeder woont nog in aleppo en belt elke dag", "aleppo"),
        ("geboren te oss en daar gebleven", "oss"),
    ],
)
def test_a_town_is_found_where_nothing_has_a_capital(text: str, there: str) -> None:
    assert found(text) == [("place", there)]


@pytest.mark.parametrize(
    "text", ["hij slaapt in delen van de dag", "het ligt in bergen papier op tafel, maren zijn er niet"]
)
def test_words_that_towns_are_called_by_are_words_elsewhere(text: str) -> None:
    assert "place" not in [kind for kind, _words in found(text.replace(" in ", " onder "))]


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("Haar ouders wonen aan de Lage Dijk.", "Lage Dijk"),
        ("De overlast aan de Molenwiek neemt toe.", "Molenwiek"),
        ("ik woon meerkoetstraat, boven de winkel", "meerkoetstraat"),
        ("zijn laatste adres gasthuisstraat is leeg", "gasthuisstraat"),
    ],
)
def test_a_street_is_found_by_who_lives_there(text: str, street: str) -> None:
    assert found(text) == [("street", street)]


@pytest.mark.parametrize(
    "text", ["hij zit diep in de schuldenweg", "in de winkelstraat is het druk", "vraag het aan de Kerk"]
)
def test_what_only_looks_like_a_street_passes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Adres: Meester Thijssenstr. 2-14", "address", "Meester Thijssenstr. 2-14"),
        ("Gesproken aan de keukentafel (5725 PA 55).", "postcode", "5725 PA 55"),
        ("Ook de vorige bewoner in 5741cl-38 klaagde.", "postcode", "5741cl-38"),
        ("dhr. zit op 5724.al.6, achterom", "postcode", "5724.al.6"),
    ],
)
def test_a_front_door_is_found_however_it_is_shortened(text: str, kind: str, words: str) -> None:
    (span,) = spans_in([text])[0]
    assert (span.kind.value, text[span.start : span.end], span.hard) == (kind, words, True)


@pytest.mark.parametrize(
    "text", ["Hij betaalt 1500 ml 2 keer.", "In 2020 ga 5 keer terug.", "Wij waren er in 2015 en 2016."]
)
def test_amounts_and_years_are_no_postcodes(text: str) -> None:
    assert of_kind(text, "postcode") == []


@pytest.mark.parametrize(
    "text", ["Vandaag kwam Jan in 't Veld.", "met mevrouw van 't Hof", "roos van den boomen is er"]
)
def test_a_surname_is_no_street_and_no_place(text: str) -> None:
    assert [kind for kind, _words in found(text)] == ["person"]
