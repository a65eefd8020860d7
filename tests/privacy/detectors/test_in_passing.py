"""What is told in passing: an age with nobody beside it, a front door that only its number tells, a firm without a capital."""

import pytest

from privacy.finder import spans_in
from tests.privacy.detectors.finding import found, of_kind


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("ik vind het zielig hoor, 91 en verder niemand", ["91"]),
        ("Je noemt haar naam en leeftijd (79) en dat mag niet.", ["79"]),
        ("Dhr. en mw. Vissers. Hij 84, zij 82. Samen gaat het nog.", ["84", "82"]),
        ("Het is voor mijn zoon omdat hij, 23 en met het verstand van een kleuter, tekent.", ["23"]),
        ("Hij is amv geweest, nu 18 en dus overal buiten gevallen.", ["18"]),
        ("Zij is 15, de jongste 2. In het weekend komt oma.", ["15", "2"]),
        ("Volgens de papieren minderjarig, zelf zegt hij 18. Wij twijfelen.", ["18"]),
        ("was op het spreekuur, drukt op de borst. 44, rookt, vader jong dood", ["44"]),
        ("De rijlessen schiet stiefvader Ruud voor, 52, woonachtig te Bakel.", ["52"]),
        ("Signalement: 5 jaar, gele laarsjes", ["5 jaar"]),
        ("Een huilbaby van 7 weken vraagt veel.", ["7 weken"]),
        ("Mevrouw – 88 jaar – is weer thuis.", ["88 jaar"]),
        ("Dat is de oudste van het stel, 19 nu. Heb hem thuisgebracht.", ["19 nu"]),
        ("Met zijn 91 klimt hij nog op de ladder.", ["91"]),
        ("Drieëntachtig is ze, en nog nooit weg geweest.", ["Drieëntachtig"]),
        ("De enige struisvogelboer van de streek, 79 jaar, zit alleen.", ["79 jaar"]),
        ("assistente zei dat er plek was. hij is 82 hoe moet ie daar komen dan", ["82"]),
        ("Mw. X, 27, moeder van twee, stopte met haar pillen.", ["27"]),
        ("Bij navraag bleek ons pap al 84, dat hield hij geheim.", ["84"]),
        ("Zuster Godelieve (94!) leert haar rummikub.", ["94"]),
        ("ze vangen een baby op van 5 maanden", ["5 maanden"]),
        # What is no age.
        ("De vader van kind 1 is niet de vader van kind 2.", []),
        ("Verdachte 2 is weg, chauffeur 3 was ziek.", []),
        ("Inkomen ging bij cliënt B van 1 naar 2.", []),
        ("Op de schaal scoort hij 15, dat is prima.", []),
        ("Zij is 40 jaar getrouwd geweest.", []),
        ("113 is dag en nacht open.", []),
        ("De melder zit van drie hoog te kijken.", []),
    ],
)
def test_an_age_is_told_in_passing(text: str, ages: list[str]) -> None:
    assert of_kind(text, "age") == ages


@pytest.mark.parametrize(
    ("text", "door"),
    [
        ("mvg, lotte, haagwinde 9\nliessel", "haagwinde 9"),
        ("BIJ DE WEDUWE, DORSVLEGEL 6, LIESHOUT, ACHTEROM", "DORSVLEGEL 6"),
        ("ADRES GEWIJZIGD! NIEUW: DE SPIL 109, 5754 ZK DEURNE.", "DE SPIL 109"),
        ("Hij moet voor eind maart weg van hof van brabant 202 en weet niet waarheen.", "hof van brabant 202"),
        ("SLEUTELKASTJE MOLENWIEK 52 DOET HET NIET", "MOLENWIEK 52"),
        ("1. Huurder Zwaluwring 260: derde waarschuwing", "Zwaluwring 260"),
        ("Vijf kinderen, drie kamers, Bloemvelden 230. Een ontheffing lukt niet.", "Bloemvelden 230"),
        ("Wie kan er langs, Torenflat 212? Zij huilt.", "Torenflat 212"),
        ("ze zit op t hofke 9, sleutel in kluisje", "t hofke 9"),
        ("hij woont t schoor 22, zegt hij", "t schoor 22"),
        ("Gegevens mentor: Dorpsplein 2-04, 5715ZZ Lierop.", "Dorpsplein 2-04"),
        ("Adres: Hoefkensestraat 112-A, 5708 XZ Helmond", "Hoefkensestraat 112-A"),
        ("we zijn binnen geweest bij de stippert 62. wietlucht.", "stippert 62"),
    ],
)
def test_a_front_door_is_told_by_its_number(text: str, door: str) -> None:
    assert door in of_kind(text, "address")


@pytest.mark.parametrize(
    "text",
    [
        "Barthel 12, MMSE 20 en HRS-score 5.",
        "MEDICATIE VAN DE BEWONER OP KAMER 7 IS VERHOOGD",
        "Voor gedachten aan zelfdoding 113 of 0800-0113.",
        "De patiënt belt 5x per dag naar de praktijk.",
        "Volgende keer groep 7, lijn 12 of week 38.",
    ],
)
def test_what_has_a_number_and_is_no_front_door_passes(text: str) -> None:
    assert of_kind(text, "address") == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Het pgb staat bij de SVB onder 48-22917-w.", "clientnr", "48-22917-w"),
        ("het oude nummer was RT 305 811, zegt hij", "clientnr", "RT 305 811"),
        ("Pleegzorgnummer is PZ778104.", "clientnr", "PZ778104"),
        ("De zaak loopt onder 10982214 BM VERZ 24-615 en duurt.", "clientnr", "10982214 BM VERZ 24-615"),
        ("Polis zorgverzekering: 308-22174-9, premie niet betaald.", "clientnr", "308-22174-9"),
        ("Zaaknr. C/01/398812 / JE RK 24-702.", "clientnr", "C/01/398812 / JE RK 24-702"),
        ("Lidnummer: 1183 4407 2. Volgende afspraak later.", "clientnr", "1183 4407 2"),
        ("kenteken voor je melding is zx 09 hd, zwart bakkie", "plate", "zx 09 hd"),
        ("wat gisteren voor de deur stond is rk 274 d. die is van een neef", "plate", "rk 274 d"),
        ("de busjes zijn van het bedrijf aan de overkant van het kanaal, v 902 rl", "plate", "v 902 rl"),
        ("Doorgegeven door iemand die anoniem wil blijven: WGM 4821K, Pools.", "plate", "WGM 4821K"),
        ("geb dat voor het formulier 19 03 65, zei hij", "birthdate", "19 03 65"),
        ("hij moest drie keer zijn geboortedatum roepen, 21 6 99, voor iedereen", "birthdate", "21 6 99"),
        ("op haar pasje staat 1.1.01 maar dat geldt voor velen", "date", "1.1.01"),
        ("8/4 07.20u – zit op het dak", "date", "8/4"),
        ("Ritten: 3-6, 5-6 en 12-6-2024, samen 84 km", "date", "3-6, 5-6"),
        ("Wie kan er 22/9 rijden naar het toernooi?", "date", "22/9"),
        ("bellen kan op nul zes, en dan twaalf vierendertig zesentwintig nul acht", "phone",
         "nul zes, en dan twaalf vierendertig zesentwintig nul acht"),
        ("schrijf naar bram(punt)janssen[at]voorbeeld.nl", "email", "bram(punt)janssen[at]voorbeeld.nl"),
        ("hij noemt zich daar KoningLeo71.", "handle", "KoningLeo71"),
        ("Online heet hij storm.op.zn.fatbike, zegt men.", "handle", "storm.op.zn.fatbike"),
        ("Die als duivenbaron58 zijn zolder verkoopt?", "handle", "duivenbaron58"),
        ("zijn vrouw zit nog vast in khartoem en wacht", "place", "khartoem"),
        ("weggelopen richting de beukenlaan, jas aan", "street", "beukenlaan"),
        ("Straat: Vlinderveld (nummer wil ik niet zeggen)", "street", "Vlinderveld"),
        ("er was ruzie op de Markt, gesust", "street", "Markt"),
        ("zit op het kwadrant college, woont ergens", "school", "kwadrant college"),
        ("zit overdag op taalschool het anker dus dan ligt hij alleen", "school", "taalschool het anker"),
        ("de doktersassistente van praktijk aan de aa belde terug", "practice", "praktijk aan de aa"),
        ("moet elke week naar fysio in beweging voor haar bekken", "practice", "fysio in beweging"),
        ("zijn huisarts, praktijk van hout en schepens, wist van niks", "practice", "praktijk van hout en schepens"),
        ("Notitie: apotheek De Zonnebloem belde.", "practice", "apotheek De Zonnebloem"),
        ("onze biljartclub 't krijtje legt een keu op de kist", "employer", "biljartclub 't krijtje"),
        ("Zij werkt zes dagen bij kwekerij Peelland en weet van niks.", "employer", "kwekerij Peelland"),
        ("Hij sorteert boeken bij kringloopwinkel Tweede Ronde.", "employer", "kringloopwinkel Tweede Ronde"),
        ("Die mevrouw van de wolwinkel, Het Bolletje?", "employer", "Het Bolletje"),
    ],
)  # fmt: skip
def test_it_is_found_in_passing(text: str, kind: str, words: str) -> None:
    assert words in of_kind(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Van 19u30-20u15 met 10x1000mg en 25000km, covid19, NEN7510, groep 7/8.",
        "Ze spuit 12-8-14 EH en dan 20 EH langwerkend.",
        "Katheter 14, ballon 10 ml, lotnummer 4471829, houdbaar tot volgend jaar.",
        "Advies via 0900-8844, bellen bewoners 0900-8844, of 0800-0113.",
        "Wij zijn 24/7 bereikbaar, profiel 4VV.",
        "Stichting De Zonnebloem belde, de kringloopwinkel ook.",
        "T.a.v. het meldpunt. DE STAL IS DICHT I.V.M. VOGELGRIP.",
        "Type melding: overlast\nErnst (1-5): 4\nEerder gemeld",
        "Ben je 27 of ouder? Ben net binnen. Bas speelt hij in een bandje.",
        "de begeleider dacht aan een buddy voor de dag erna",
    ],
)
def test_it_passes_in_passing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ik kreeg hem niet gevonden onder vd broek, blijkt nu", ["vd broek"]),
        ("die man met dat karretje? dat is toon vd boomen, zegt men", ["toon vd boomen"]),
        ("G. TER HAAR OPGENOMEN. SLEUTEL LIGT BINNEN", ["G. TER HAAR"]),
        ("AANHANGER VAN KEES DE LAAT STAAT WEER VOOR DE DEUR", ["KEES DE LAAT"]),
        ("sjefke van de montage wil nog wat", ["sjefke"]),
        ("vandaag gezien. zbigniew maj snapt zijn pillen niet", ["zbigniew maj"]),
        ("wie haalt de spullen van mehari gebremedhin op?", ["mehari gebremedhin"]),
        ("Gezag: moeder (Roshelle Pinas)\nZorgen: geen jas", ["Roshelle Pinas"]),
        ("Leerling: Mehari Habte\nNationaliteit: onbekend", ["Mehari Habte"]),
        ("Aanwezig: Ria, Peter Berkvens, J. Sloot", ["Ria", "Peter Berkvens", "J. Sloot"]),
        ("Naam: Van Bree, Christina Maria.", ["Van Bree, Christina Maria"]),
        ("Naam aanvrager: Tekle, Semhar\nAdres volgt", ["Tekle, Semhar"]),
        ("> de tillift van meneer Wilhelmus\n> Rijkers doet het niet", ["Wilhelmus\n> Rijkers"]),
        ("zijn vrouw Door stierf in de herfst. Door is 97 geworden.", ["Door", "Door"]),
        ("de weduwe bracht post. drieka, zei ze, gewoon drieka", ["drieka", "drieka"]),
        ("latifa benhaddou en mustafa bensalah wachten", ["latifa benhaddou", "mustafa bensalah"]),
        ("Wie voert nu de regie op T.? Niemand weet het van R.", ["T.", "R."]),
        ("D. (9) poept weer. Zijn broek is nat.", ["D."]),
    ],
)
def test_a_name_is_found_in_passing(text: str, names: list[str]) -> None:
    assert of_kind(text, "person") == names


def test_two_people_in_small_letters_block() -> None:
    """A short word for a firm ("fa") is no part of a given name: found as a firm it would not have blocked."""
    assert all(span.hard for span in spans_in(["mustafa bensalah, 63, diabeet"])[0] if span.kind == "person")
    assert [span.hard for span in spans_in(["mustafa bensalah wacht"])[0]] == [True]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("De taxi haalt hem om negen uur op aan de Dorps\u00ad\nstraat 83.", "address", "Dorps\u00ad\nstraat 83"),
        ("zij woont alleen op de Vorstermans-\nplein 21 in de kern", "address", "Vorstermans-\nplein 21"),
        ("Hij woont alleen: Achterste Hei 3, 5725 XH Heusden.", "address", "Achterste Hei 3"),
        ("• Heistraat 61 – bezoek\n• Torenberg 2-14 – palliatief", "address", "Torenberg 2-14"),
        ("bsn via de telefoon: drie negens, zes drie drie, vier vijf vier. hij zwerft", "phone",
         "drie negens, zes drie drie, vier vijf vier"),
        ("Moeder rijdt zonder verzekering; KGR 90221 is het kenteken.", "plate", "KGR 90221"),
        ("Polis: 1.804.772.03, en hij geeft steeds 88104-2263 op.", "clientnr", "1.804.772.03"),
        ("Overdracht\n• Jeanne Slaats, Eikenwal: katheter zat", "street", "Eikenwal"),
        ("die gast van de parallelweg heeft weer gebeld", "street", "parallelweg"),
        ("de oude leerkracht op de zonnewijzer belde terug", "school", "zonnewijzer"),
        ("Er staan foto's bij, met hun school erbij (De Klimboom).", "employer", "De Klimboom"),
        ("Inmiddels 93, en vergeetachtig.", "age", "93"),
        ("Leerlinge van de dansgroep, 17, staat tot laat in de snackbar.", "age", "17"),
    ],
)  # fmt: skip
def test_it_is_found_over_a_break_or_in_a_list(text: str, kind: str, words: str) -> None:
    assert words in of_kind(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Toen moeder op 14 oktober viel, lag ze er een nacht.",
        "Hij komt 17-2 vrij en is sinds 3 maart ziek.",
    ],
)
def test_a_verb_behind_a_date_is_no_village(text: str) -> None:
    """What a detector found is hidden alike, a date as a postcode; only behind a postcode any word can be a village."""
    assert {kind for kind, _words in found(text)} == {"date"}


@pytest.mark.parametrize(
    "text",
    [
        "De meting was 38 dB(A) en de norm 's nachts is 25.",
        "Hij wil samenwonen met cliënt D. Gevolg: minder uitkering.",
        "Volgens de meldcode. Jeugdigen vanaf 16 jaar geven zelf toestemming.",
        "Ad 1. Verzuim. Ad 2. Rondvraag.",
        "Een goede vraag van Persoon C. Wij komen erop terug.",
        "Op dat eerste adres woont een oude dame.",
        "ben net bij de overbuurman geweest, ik ben zo terug",
    ],
)
def test_more_passes_in_passing(text: str) -> None:
    assert found(text) == []
