"""Numbers with any mark, tab or line break between their parts, names turned round: what forms, lists and mail programs do."""

import pytest

from privacy.finder import spans_in
from tests.privacy.detectors.finding import found, of_kind


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("sofinummer 99248·2446", "bsn", "99248·2446"),
        ("Graag checken: 9938, 7380, 7", "bsn", "9938, 7380, 7"),
        ("(9904|99|960)", "bsn", "9904|99|960"),
        ("rekening NL - 23 - INGB - 1126214420", "iban", "NL - 23 - INGB - 1126214420"),
        ("iban nl/19/rbrb/0516443599 tnv de bewindvoerder", "iban", "nl/19/rbrb/0516443599"),
        ("Bel 31 6-55190220.", "phone", "31 6-55190220"),
        ("T: 06: 7492 08 55", "phone", "06: 7492 08 55"),
        ("h-van.den.berg-at-voorbeeld (punt) nl", "email", "h-van.den.berg-at-voorbeeld (punt) nl"),
        ("mail naar h33 at live dot pl", "email", "h33 at live dot pl"),
        (
            "Mail op anja streepje onder 51 at voorbeeld puntje nl.",
            "email",
            "anja streepje onder 51 at voorbeeld puntje nl",
        ),
        (
            "haar nummer is zes één twee drie vier negen nul zeven acht",
            "clientnr",
            "zes één twee drie vier negen nul zeven acht",
        ),
        ("Hij is geboren op drie mei tweeënveertig.", "birthdate", "drie mei tweeënveertig"),
        ("Zij is geboren elf-elf-veertig, zegt zij.", "birthdate", "elf-elf-veertig"),
        ("kent. 7/PKL/55", "plate", "7/PKL/55"),
        ("er stond een 97 hnz 4 voor de deur", "plate", "97 hnz 4"),
        ("een busje, wpr 4k81, stond er weer", "plate", "wpr 4k81"),
        ("Woont op 1390.kw 89-8.", "postcode", "1390.kw 89-8"),
        ("(4038SE hnr 264)", "postcode", "4038SE hnr 264"),
        ("Dat was 5754pk 33 volgens mij.", "postcode", "5754pk 33"),
        ("Jan Smits, 15-8 2011", "birthdate", "15-8 2011"),
        ("geb 26. 06. 30 te Deurne", "birthdate", "26. 06. 30"),
        ("geboren 25  11  2008", "birthdate", "25  11  2008"),
        ("Zij is geboren op 3-3-`99.", "birthdate", "3-3-`99"),
        ("woont op voorste heide, nummer 34", "address", "voorste heide, nummer 34"),
        ("Zij woont op 't hofke 92.", "address", "'t hofke 92"),
        ("Een melding (Eikenwal 122) van gisteren.", "address", "Eikenwal 122"),
        ("hij staat ingeschreven aan lange beemd #254", "address", "lange beemd #254"),
        ("Bellen kan op 6 1234 2260, nul ervoor.", "clientnr", "6 1234 2260"),
        ("pol.nr 4471 902 66, krijgt niets vergoed", "clientnr", "4471 902 66"),
        ("Mijn nummer bij het UWV is 60041.7782.", "clientnr", "60041.7782"),
        ("In het dossier (2023/SHV/00918) ontbreekt iets.", "clientnr", "2023/SHV/00918"),
    ],
)
def test_it_is_found_whatever_stands_between(text: str, kind: str, words: str) -> None:
    assert words in of_kind(text, kind)


def test_an_account_with_a_slip_is_no_account_and_asked_about_as_a_number() -> None:
    assert found("NL12 ABNA 9417 1643 01 is geen rekening") == [("clientnr", "9417 1643 01")]


@pytest.mark.parametrize(
    "text",
    [
        "Zijn nummer is 976 864\n137.",
        "Haar nummer:\n06 12\n34\n99 47",
        "Kenteken: LX 471\nK. Een oude wagen.",
        "Mailen kan naar moedervanliv [at]\nvoorbeeld [punt] nl.",
        "Woont op\n5724\tHB\t22.",
        "Bel haar:\tnul zes\ttwaalf\tvierendertig\ttachtig\tnul zeven",
        "Dat liep via NL 67 ASNB 8933\t2940\t11.",
        "Van de aanvraag: Semhar\nTesfamariam wil niet.",
    ],
)
def test_a_tab_or_a_line_break_hides_nothing(text: str) -> None:
    assert any(span.hard for span in spans_in([text])[0])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Contact met Vos, W.C.A. opgenomen", ["Vos, W.C.A."]),
        ("- Mulder, Fenna: wil verhuizen", ["Mulder, Fenna"]),
        ("Aangehouden werd AMJ vd Berg", ["AMJ vd Berg"]),
        ("Hij deed open voor A ter Horst.", ["A ter Horst"]),
        ("VAN DEN BROEK, W.C.A. BELT ELKE DAG", ["VAN DEN BROEK, W.C.A."]),
        ("Overboeken tnv m. van herpen. Zij is student.", ["m. van herpen"]),
        ("De rekening is op naam van celik yusuf sr, zegt SVB.", ["celik yusuf"]),
        ("Achternaam: van der Pas\nWoonplaats: onbekend", ["van der Pas"]),
        ("Iedereen noemt hem de Kromme, al jaren.", ["Kromme"]),
        ("Wójcik senior vandaag gesproken bij de poort.", ["Wójcik"]),
        ("Roos, de nachtzuster, krijgt hem wel mee.", ["Roos"]),
        ("Naam deelnemer: Zondag, P.\nWat zoekt u: iemand om mee te kaarten", ["Zondag, P."]),
        ("Dhr. H. v. d. Boomen belde.", ["H. v. d. Boomen"]),
        ("Op de bel stond Frans v d Heuvel.", ["Frans v d Heuvel"]),
    ],
)
def test_a_name_is_found_turned_round(text: str, names: list[str]) -> None:
    assert of_kind(text, "person") == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dylan Roefs, 22 jr. Hij zei niets.", "22 jr."),
        ("Zij heeft drie kinderen, van 2, 7 en 15.", "7"),
        ("Bertje en Marietje zijn tweelingzusjes van 86.", "86"),
        ("Storm is 12, Roos pas 10.", "10"),
        ("Lente is twee en een half.", "twee en een half"),
        ("Sjefke is nou 88 en fietst nog.", "88"),
    ],
)
def test_an_age_is_found_in_a_row(text: str, words: str) -> None:
    assert words in of_kind(text, "age")


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("naam kind: noor\nschool: de vlinderboom\nzorgen: komt zonder jas", "school", "de vlinderboom"),
        ("Dr. Lemens van praktijk de Beuk komt.", "practice", "praktijk de Beuk"),
        ("Zij werkt bij champignonkwekerij Ter Peel en zingt.", "employer", "champignonkwekerij Ter Peel"),
        ("Naam: F.X. de Paus\nAdres: Kerkstr. 7 5725zz heusden\nHuisarts: geen", "place", "heusden"),
        ("Ze slapen nu in beek en donk.", "place", "beek en donk"),
    ],
)
def test_what_is_named_is_found(text: str, kind: str, words: str) -> None:
    assert words in of_kind(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Scores: 12.30, 14.15 en 120/80, dosis 20 mg 2 dd.",
        "Het kind van persoon D. Senzer rekent het mee.",
        "Ontruiming in week 12, groep 4, kamer 8, 3 keer per week.",
        "Zie hoofdstuk 3.1, 2019 was een druk jaar.",
        "Naam: onbekend\nSchool: volgt\nActie: de consulent belt.",
        "Van 40 naar 60 procent, 2023-2024, 10.30 tot 11.30 uur.",
    ],
)
def test_what_names_nobody_passes(text: str) -> None:
    assert found(text) == []
