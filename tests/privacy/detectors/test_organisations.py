"""Named employers, shops, clubs, schools and practices; partners and national bodies pass."""

import pytest

from tests.privacy.detectors.finding import found, of_kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("employer", "bakkerij De Korenaar"),
        ("employer", "paprikakwekerij Zonneveld"),
        ("employer", "transportbedrijf Slegers"),
        ("employer", "voetbalclub De Heibloem"),
        ("employer", "vakantiepark De Bremhoeve"),
        ("employer", "café 't Hoekje"),
        ("employer", "houtzagerij Van Loon"),
        ("employer", "Peeters Transport"),
        ("employer", "kapsalon Knip & Klaar"),
        ("school", "basisschool Het Kompas"),
        ("school", "Varendonck College"),
        ("school", "Jan van Brabant College"),
        ("school", "peuterspeelzaal De Rakkers"),
        ("practice", "huisartsenpraktijk De Wilgen"),
        ("practice", "fysiotherapie Peelrand"),
        ("practice", "apotheek De Vijzel"),
    ],
)
def test_a_named_organisation_is_found(kind: str, text: str) -> None:
    assert found(f"Zij komt elke week bij {text} en dat gaat goed.") == [(kind, text)]


def test_where_somebody_works_is_found_without_a_word_for_it() -> None:
    assert of_kind("Hij werkt bij Vlisco en wil weg.", "employer") == ["Vlisco"]


@pytest.mark.parametrize(
    "text",
    [
        "De Zorgboog, Savant Zorg, LEV-groep, MEE, ONIS en Bergopwaarts helpen.",
        "WoCom en Senzer, GGZ Oost Brabant, GGD, Novadic-Kentron, Veilig Thuis en CJG.",
        "UWV, SVB, CIZ en DUO bellen terug.",
        "Zij koopt het bij de Albert Heijn of de Action.",
        "De school, de huisarts en de werkgever weten ervan.",
        "De basisschool in het dorp en de kerk in de straat.",
        "Een cursus 'Omgaan met geld' en de training “Rots en Water”.",
        "De praktijk is gesloten. De winkel ook.",
    ],
)
def test_partners_and_nameless_organisations_pass(text: str) -> None:
    assert found(text) == []


def test_a_person_named_after_a_trade_is_a_person() -> None:
    assert found("Gisteren belde Loes Bakker weer.") == [("person", "Loes Bakker")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("School: De Rietgors", "De Rietgors"),
        ("Huisartsenpraktijk: Medisch Centrum Zandoog", "Medisch Centrum Zandoog"),
        ("Het uitzendbureau, FlexVonk Zandpeel, zette hem het huis uit.", "FlexVonk Zandpeel"),
        ("hij gaat al weken niet meer naar het lindecollege", "lindecollege"),
    ],
)
def test_an_organisation_is_found_behind_its_label(text: str, name: str) -> None:
    assert of_kind(text, "school", "practice", "employer") == [name]


@pytest.mark.parametrize(
    "text", ["School: onbekend", "Werkgever: geen", "Hij gaat naar het hoorcollege.", "School: volgt nog"]
)
def test_an_answer_that_names_nothing_passes(text: str) -> None:
    assert of_kind(text, "school", "practice", "employer") == []
