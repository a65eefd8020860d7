"""What hurried writers leave out or shout: found in their own words, and the word beside it that passes."""

import pytest

from tests.privacy.detectors.finding import found, of_kind


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Post gaat naar Zandoogje 5, 5731-ZX Mierlo.", "postcode", "5731-ZX"),
        ("Niets sturen naar 5725 Z B, graag.", "postcode", "5725 Z B"),
        ("Hij speelt als Bram#4471 en reageert niet.", "handle", "Bram#4471"),
        ("Bereikbaar op (06) 1234 99 06 na vier uur.", "phone", "(06) 1234 99 06"),
        ("De familie wil dat niet (ZM-2025-77).", "clientnr", "ZM-2025-77"),
        ("dossier bij ons: shv-25-0391.", "clientnr", "shv-25-0391"),
        ("Meldnummer 2025-OV-318 staat erbij.", "clientnr", "2025-OV-318"),
        ("Zijn nummer daar is RN 20431177.", "clientnr", "RN 20431177"),
        ("Hij zag het op Koningsdag 2025 op de afschriften.", "date", "Koningsdag 2025"),
        ("HIJ ZOU OP 1 SEPT LANGSKOMEN", "date", "1 SEPT"),
        ("Wil niet naar de eerste hulp. 84 jaar, bloedverdunners.", "age", "84 jaar"),
        ("Er was taart, 90 geworden.", "age", "90"),
        ("EEN MEISJE VAN 14 STAPTE IN", "age", "14"),
        ("VANNACHT GEWEEST OP LOVERBOS 27 IN HEUSDEN", "address", "LOVERBOS 27"),
        ("Ik woon op de Kleine Heistraat nummer acht.", "address", "Kleine Heistraat nummer acht"),
        ("Zij liep in nachtpon op de Oude Postbaan.", "street", "Oude Postbaan"),
        ("hij woont aan de rietgors en is de weg kwijt", "street", "rietgors"),
        ("Hij is de enige in de regio met het syndroom van Morvan.", "rare", "de enige in de regio met het syndroom van Morvan"),
    ],
)  # fmt: skip
def test_it_is_found_as_it_is_written(text: str, kind: str, words: str) -> None:
    assert words in of_kind(text, kind)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Haar vriend ‘Dikke’ rijdt in een dure auto.", ["Dikke"]),
        ("groetjes nel van tafeltje dekje", ["nel"]),
        ("was vanmorgen bij miet van de weerden, wond ruikt niet goed", ["miet van de weerden"]),
        ("ze heet wil appels en belt alleen op dinsdag", ["wil appels"]),
        ("ZIJN MENTOR, ABDOULAYE SOW, WIL HEM HOUDEN", ["ABDOULAYE SOW"]),
        ("dhr th. konings is vannacht gevallen", ["th. konings"]),
        ("dhr. p.j. haan, insuline", ["p.j. haan"]),
        ("aanwezig was j. de laat (politie)", ["j. de laat"]),
        ("DE HEER P. DE GOEDE, WONENDE ALDAAR", ["P. DE GOEDE"]),
        ("dokter, ik maak mij zorgen om roos winter.", ["roos winter"]),
        ("OP SCHOOL IS STORM UIT GROEP 5 OPGEHAALD", ["STORM"]),
        ("Hoofdhuurder is Plamen Georgiev.", ["Plamen Georgiev"]),
        ("Bij mw Corrie vn den Eijnden stond het gas open.", ["Corrie vn den Eijnden"]),
        ("Storm zit bij zijn vriendin Roos. Roos haar moeder vindt het best.", ["Storm", "Roos", "Roos"]),
    ],
)
def test_a_name_is_found_as_it_is_written(text: str, names: list[str]) -> None:
    assert of_kind(text, "person") == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("de huisarts, Praktijk aan de Loop, weet ervan", "Praktijk aan de Loop"),
        ("zij werkt bij wasserij de witte reus en is moe", "wasserij de witte reus"),
        ("zijn huisarts zit bij medisch centrum de aak, die heb ik gemaild", "centrum de aak"),
        ("GESCHORST VAN HET PEELVELD LYCEUM OMDAT HIJ VOCHT", "PEELVELD LYCEUM"),
        ("Zij studeert aan mbo Leijstroom en reist veel.", "mbo Leijstroom"),
        ("Hij zat in het bestuur van KBO Sint Lambertus.", "KBO Sint Lambertus"),
        ("EXCUUS NAMENS DE ARTS, PRAKTIJK ZONNEWIJZER", "PRAKTIJK ZONNEWIJZER"),
        ("Excuus namens HOED De Kastanje.", "HOED De Kastanje"),
        ("NAAR HET VAKCOLLEGE OOST, TWEE KEER PER WEEK", "VAKCOLLEGE OOST"),
        ("ZIJ WERKTE BIJ KAPSALON KNIP & CO IN HET DORP", "KAPSALON KNIP & CO"),
    ],
)
def test_an_organisation_is_found_as_it_is_written(text: str, words: str) -> None:
    assert words in of_kind(text, "employer", "school", "practice")


@pytest.mark.parametrize(
    "text",
    [
        "De mantelzorger (eind vijftig) valt bijna om.",
        "Hij haalt elke twee weken zijn depot.",
        "Een HbA1c van 96, en dan toch elke dag een liter cola.",
        "DE MAATREGEL DUURDE DRIE DAGEN EN DAAR BLEEF HET BIJ.",
        "De meesten zijn tachtigers en koken zelf.",
        "Roos is haar lievelingskleur, zei ze.",
        "ROOS IS HAAR LIEVELINGSKLEUR, ZEI ZE.",
        "School en CJG starten Kinderen uit de Knel.",
        "De ene gebruikt GHB en Persoon B dealt.",
        "Vermoedelijk wordt het profiel VV5.",
        "HET TRAJECT DUURT 18 MAANDEN EN DAN IS ER RUST.",
        "groet aan allen, en dank voor het meedenken",
        "wil man en kind spreken, geen haast",
        "hij zit aan de drank en aan de grond",
        "de bakker wil stoppen en de school gaat dicht",
        "Zijn hoed lag in de tuin.",
        "Hij kreeg 1000 euro en 2000 keer spijt.",
    ],
)
def test_what_looks_like_it_passes(text: str) -> None:
    assert found(text) == []


def test_a_line_that_begins_with_a_label_begins_anew() -> None:
    """Behind a long line: mail programs cut lines anywhere, but not before "Tel. vader:"."""
    assert of_kind("Adres: Pastoor Jansenlaan 112, 5711 ZX Someren\nTel. vader: 06 1234 99 17", "person") == []


def test_a_name_does_not_go_on_in_the_label_of_the_next_line() -> None:
    assert of_kind("HUISARTS: PRAKTIJK VAN SMULDERS\nKINDEREN: XAVI (4) EN JAHEIM (7)", "person") == ["XAVI", "JAHEIM"]


def test_an_account_between_numbers_in_words_is_found_whole() -> None:
    text = "Stort op NL08 RABO 0853 4089 18. Bel nul zes twaalf vierendertig negenennegentig zeventig."
    assert of_kind(text, "iban", "phone") == [
        "NL08 RABO 0853 4089 18",
        "nul zes twaalf vierendertig negenennegentig zeventig",
    ]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("pt j. van asseldonk 120748 vanmiddag gezien", "birthdate", "120748"),
        ("Ze woont nog op 5 7 1 1 K B 27.", "postcode", "5 7 1 1 K B 27"),
        ("Zij woont op het plein, 5721.NC, sinds kort.", "postcode", "5721.NC"),
        ("De jongen reed weg in zt 135 h richting het dorp.", "plate", "zt 135 h"),
        ("Zij is 13, hij 22.", "age", "22"),
        ("Pa is 79 en ma 77, ze redden zich.", "age", "77"),
        ("Hij komt uit Eritrea, is 14 en woont hier pas.", "age", "14"),
        ("Zij zit op school en is pas 13. Moeder weet van niets.", "age", "13"),
        ("ze is volgens mij 86 ofzo", "age", "86"),
        ("Zij (groep 4, 8) vertelde het.", "age", "8"),
        ("Kinderen: drie (4, 6 en 11), allen thuis", "age", "6"),
        ("Zij is weg van de Laan van Peelland.", "street", "Laan van Peelland"),
        ("Ze slapen aan de Voorste Heide.", "street", "Voorste Heide"),
        ("Wie kan er langs op de Dorsvlegel?", "street", "Dorsvlegel"),
        ("Zij is verhuisd van Drachten naar hier.", "place", "Drachten"),
        ("GEBOREN IN AMBON EN NOG ALTIJD TROTS", "place", "AMBON"),
        ("Hij zit bij voetbalclub SV Peelboys.", "employer", "voetbalclub SV Peelboys"),
        ("hij hangt bij snackbar de vette hap.", "employer", "snackbar de vette hap"),
        ("graag vandaag nog (praktijk tussen de beken), daarna niet", "practice", "praktijk tussen de beken"),
        ("In het shirt van de Regenboogschool liep hij weg.", "school", "Regenboogschool"),
        ("Zij antwoordt alleen via priiya.jg en durft niets.", "handle", "priiya.jg"),
        ("De beheerder noemt zich KnalKoning040.", "handle", "KnalKoning040"),
        ("Legitimatiebewijs NWK4PD172 is gezien.", "clientnr", "NWK4PD172"),
    ],
)  # fmt: skip
def test_what_the_next_authors_wrote_is_found(text: str, kind: str, words: str) -> None:
    assert words in of_kind(text, kind)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zijn vrouw Mei spreekt weinig. Volgens haar slaapt Mei nu hier.", ["Mei", "Mei"]),
        ("WIL POST HEEFT AL EEN JAAR GEEN HUUR BETAALD", ["WIL POST"]),
        ("MENEER POST MAAKT GEEN BRIEF MEER OPEN", ["POST"]),
        ("Oksana\nKovalchuk en zoon Artem", ["Oksana\nKovalchuk", "Artem"]),
        ("Zijn zus Door Dankers belde.", ["Door Dankers"]),
        ("Cliënt: S. (Sanne) Kuijten", ["S. (Sanne) Kuijten"]),
        ("Mw M.C. Sterk-v/d Weijden is gevallen.", ["M.C. Sterk-v/d Weijden"]),
        ("Er gaat een filmpje rond van Sem van Bussel.", ["Sem van Bussel"]),
        ("Chauffeur was Frans, die is er van onder de indruk.", ["Frans"]),
        ("gesprek gehad met merel haas over haar zoon storm.", ["merel haas", "storm"]),
        ("vader bas kok zegt dat zij liegt", ["bas kok"]),
        ("ik heb dr zoon wim geappt", ["wim"]),
        ("VOLGENS DE BUURMAN, KEES MAANDAG, IS ER BEZOEK", ["KEES MAANDAG"]),
        ("Voluit: Zus van Hoof.", ["Zus van Hoof"]),
        ("Morgen eerst v.d. Laar, dan de rest.", ["v.d. Laar"]),
        ("Dylan, op straat de Lange genoemd, is weg.", ["Dylan", "Lange"]),
    ],
)
def test_the_names_of_the_next_authors_are_found(text: str, names: list[str]) -> None:
    assert of_kind(text, "person") == names


@pytest.mark.parametrize(
    "text",
    [
        "Wie het kleine niet eert, is het grote niet weerd, zei ze.",
        "Witte was, volle kast en toch elke dag dezelfde trui.",
        "BIJ DE FIETSENSTALLING VAN HET STATION STAAT NIETS",
        "ER ZAT KLEINGELD IN HET POTJE",
        "HENNEP AANGETROFFEN IN SCHUUR, 240 PLANTEN",
        "Ze heet hier even leerling Q. SDQ verhoogd.",
        "Patiënt gebruikt metformine en gliclazide.",
        "De schuur brandt en de brug is dicht. Hij reed drie keer langs.",
        "mijn buurman van de kerk heeft een zus van de bond gesproken",
    ],
)
def test_what_looks_like_theirs_passes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Overzicht van dhr. Ö. Karabulut: huur betaald.", "person", "Ö. Karabulut"),
        ("Het gaat om Ș. Ionescu en zijn broer.", "person", "Ș. Ionescu"),
        ("Het gaat om een man van 52 (08031972) zonder adres.", "birthdate", "08031972"),
        ("Nummer in ons systeem: 20817, graag vermelden.", "clientnr", "20817"),
        ("Zij liet haar paspoort zien, nr.\nFX318204, en een kaart.", "clientnr", "FX318204"),
        ("zij luistert naar de dokter van praktijk voorste heide.", "practice", "praktijk voorste heide"),
        ("ZIJ HEEFT RESTAURANT GOUDEN DRAAK, EN WERKT DOOR", "employer", "RESTAURANT GOUDEN DRAAK"),
        ("RAHAF AL MASRI HEEFT EEN ZOON", "person", "RAHAF AL MASRI"),
        ("EEN ZOON MET AUTISME, QUSAY, 8 JAAR OUD", "person", "QUSAY"),
        ("PARTNER PLAMEN ILIEV VERLOOR ZIJN BAAN", "person", "PLAMEN ILIEV"),
        ("DE EIGENAAR, ENE HUB, VRAAGT GELD", "person", "HUB"),
        ("moet ik dat tegen zijn dochter roos zeggen", "person", "roos"),
        ("Haar voogd Martijn v Dijck is bereikbaar.", "person", "Martijn v Dijck"),
    ],
)  # fmt: skip
def test_what_the_last_author_wrote_is_found(text: str, kind: str, words: str) -> None:
    assert words in of_kind(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Een auto met kenteken onbekend stond om 02.15 uur voor de deur.",
        "Ben net bij mevrouw geweest, alles is rustig.",
        "Grosso modo: geen namen, geen adres.",
        "Zijn broer mee naar het gesprek vragen is goed.",
        "zijn broer mee naar het gesprek vragen is goed",
    ],
)
def test_what_looks_like_the_last_authors_passes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hij staat er als 482915 bekend.", "482915"),
        ("Graag 77-3014-48 erbij zetten.", "77-3014-48"),
        ("Het ging om 2024-118-30291, zei zij.", "2024-118-30291"),
    ],
)
def test_a_long_number_is_found_whatever_it_is_of(text: str, words: str) -> None:
    assert of_kind(text, "clientnr") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "De schuld is € 123456 en de gemeente telt 164500 inwoners.",
        "Het kostte 1.250.000 euro, of 1.250.000 in totaal.",
        "Bel 0900-8844 of 0800-2000 en lees de nota 2023-2025.",
        "Het spreekuur is van 10.30-11.30 en 13.00-14.15.",
        "Hij liep 103400 stappen in week 20.24.",
    ],
)
def test_amounts_years_and_times_are_no_long_numbers(text: str) -> None:
    assert of_kind(text, "clientnr", "phone") == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Geboren op 3/2-1961 in het dorp.", "birthdate", "3/2-1961"),
        ("Hij is van 5-V-1961 en woont alleen.", "date", "5-V-1961"),
        ("Geb. 12 04 57, alleenstaand.", "birthdate", "12 04 57"),
        ("Haar nummer is 111/222/333 en meer weet ik niet.", "bsn", "111/222/333"),
        ("Post naar 5711/XK, achterom.", "postcode", "5711/XK"),
        ("iemand liet zt 135 h achter op het erf", "plate", "zt 135 h"),
    ],
)
def test_a_number_is_found_in_any_spelling(text: str, kind: str, words: str) -> None:
    assert of_kind(text, kind) == [words]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Zij gaf 111 - 22 - 23 - 33 op.", "bsn", "111 - 22 - 23 - 33"),
        ("Hij belde vanaf 06,1234,9160 gisteren.", "phone", "06,1234,9160"),
        ("Zij is van 23 4 '77 en woont alleen.", "date", "23 4 '77"),
        ("Het briefje zegt 22 - 4 - 03, meer niet.", "date", "22 - 4 - 03"),
        ("De bus met kenteken tg/04/zb stond er weer.", "plate", "tg/04/zb"),
        ("Post naar 5714 - NW 52, achterom.", "postcode", "5714 - NW 52"),
        ("Zij woont op 5712-KZ-112 met haar zoon.", "postcode", "5712-KZ-112"),
        ("Langs bij 5725TX19 voor de sleutel.", "postcode", "5725TX19"),
        ("Adres: Hemelberg 53 bis", "address", "Hemelberg 53 bis"),
        ("Het gaat om de bewoner van Lage Heide, huisnummer 62.", "address", "Lage Heide, huisnummer 62"),
    ],
)
def test_marks_and_spaces_hide_no_number(text: str, kind: str, words: str) -> None:
    assert of_kind(text, kind) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Dat was in 2009. HH 3 is dicht.",
        "Hij woont op kamer 3 en zij op nummer 12.",
        "De scores waren 3, 2, 4, 1, 2, 3, 3, 4 en 5.",
        "Het adres: zie bijlage 2 van het verslag.",
    ],
)
def test_marks_and_spaces_make_no_number(text: str) -> None:
    assert found(text) == []
