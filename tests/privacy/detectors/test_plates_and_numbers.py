"""Number plates, and the numbers under which somebody is known."""

import pytest

from tests.privacy.detectors.finding import found, of_kind


@pytest.mark.parametrize(
    "text",
    ["VN-381-S", "vn-381-s", "VN381S", "12-ABC-3", "8-XKL-27", "GZ-45-HT", "1-ABC-123", "nf-rz-40"],
)
def test_a_plate_is_found(text: str) -> None:
    assert found(f"Er stond weer een busje, {text}, zonder licht.") == [("plate", text)]


@pytest.mark.parametrize(
    "text", ["kenteken VN 381 S", "kenteken vn 381 s", "kenteken: WX 4521A", "Duitse auto, KLE PT 418"]
)
def test_a_plate_is_found_where_a_vehicle_is_named(text: str) -> None:
    assert len(of_kind(f"Een {text} gezien.", "plate")) == 1


@pytest.mark.parametrize(
    "text",
    ["Om 12 uur en 30 min.", "ICD-10 G40.9, DM2, A1-niveau.", "Hij komt er om 23 uur.", "de bus om 10 30", "2x 500 mg"],
)
def test_amounts_and_codes_are_no_plates(text: str) -> None:
    assert of_kind(text, "plate") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Dossiernummer SD-2024-1187.", "SD-2024-1187"),
        ("Meneer heeft cliëntnummer 55120 en belt.", "55120"),
        ("PV-nummer PL2100-2024077001", "PL2100-2024077001"),
        ("polisnr. 40117726", "40117726"),
        ("zaaknummer: Z/24/004512", "Z/24/004512"),
        ("paspoort nr. NW1234567", "NW1234567"),
        ("Uw kenmerk 2024-118/AB", "2024-118/AB"),
        ("klantnr 88-1203", "88-1203"),
        ("dossier 551203 ligt stil", "551203"),
        ("patiëntnummer is 0071234", "0071234"),
    ],
)
def test_a_number_under_which_somebody_is_known_is_found(text: str, number: str) -> None:
    assert of_kind(text, "clientnr") == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Zaak 3 van de lijst.",
        "Dossier 2024 is klaar.",
        "Het nummer is bekend.",
        "Artikel 2.3.5 van de Wmo 2015.",
        "Een schuld van 8.400 euro.",
        "groep 8, nummer 12",
    ],
)
def test_other_numbers_pass(text: str) -> None:
    assert of_kind(text, "clientnr") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("IND-zaak: Z1-7740-2216.", "Z1-7740-2216"),
        ("Het nummer klant is 0081-WI-556, zegt de brief.", "0081-WI-556"),
        ("BVH 2025004417.", "2025004417"),
    ],
)
def test_a_number_behind_what_keeps_it_is_a_client_number(text: str, number: str) -> None:
    assert of_kind(text, "clientnr") == [number]


def test_a_postcode_with_full_stops_is_one() -> None:
    assert of_kind("Meneer woont op 5724.AL.6, achterom.", "postcode") == ["5724.AL.6"]
    assert of_kind("Dat was in 2019. Er zijn 3 kinderen.", "postcode") == []


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("De melder las voor: gee ha, drie vijf acht, tee.", "gee ha, drie vijf acht, tee"),
        ("Het was zes twee bravo november juliet juliet.", "zes twee bravo november juliet juliet"),
        ("er stond een duitse auto, kle pt 418, zonder licht", "kle pt 418"),
    ],
)
def test_a_plate_is_found_said_aloud_and_in_small_letters(text: str, plate: str) -> None:
    assert of_kind(text, "plate") == [plate]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("U mag het mailen onder vermelding van 2025/SHV/0631.", "2025/SHV/0631"),
        ("dossier kb 77-3120 mag je noemen", "kb 77-3120"),
        ("stond toch bij ons ingeschreven onder j18-2207?", "j18-2207"),
    ],
)
def test_a_number_somebody_is_known_under_is_found_behind_its_words(text: str, number: str) -> None:
    assert of_kind(text, "clientnr") == [number]


@pytest.mark.parametrize(
    "text", ["De zaak Wmo 2015 is oud.", "Doe de melding via 0900-8844.", "Hij is bekend onder de naam Bas."]
)
def test_laws_and_public_numbers_are_no_client_numbers(text: str) -> None:
    assert of_kind(text, "clientnr") == []


@pytest.mark.parametrize("text", ["Mevrouw A is 80-90 jaar oud.", "Persoon V was 40-50 jaar."])
def test_a_letter_for_somebody_before_a_band_is_no_number(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["De inburgering (Wi2021) ligt stil.", "De huur zaak: 1.850 euro.", "Pasnummer volgt later."]
)
def test_a_law_and_a_sum_of_money_pass(text: str) -> None:
    assert found(text) == []


def test_a_plate_with_spaces_anywhere_is_found_where_a_vehicle_is_named() -> None:
    assert of_kind("Hij reed langs in een witte bus met nummer v 77 3 xk.", "plate") == ["v 77 3 xk"]
    assert of_kind("Hij reed drie keer langs, v 77 3 xk.", "plate") == []
