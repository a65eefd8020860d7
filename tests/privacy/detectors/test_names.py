"""Names of people: known or not, at the head of a sentence, in small letters, shouted, once found found everywhere."""

import pytest

from privacy.finder import spans_in
from tests.privacy.detectors.finding import found, of_kind


@pytest.mark.parametrize(
    "name",
    [
        "Loubna Cherkaoui", "W.C.A. van Heugten", "Yazan al-Khatib",
        "Gerda Pulles-Ketelaars", "L. van 't Zelfde", "Ytsje Wiarda",
        "Kowalczyk", "Gebremedhin", "Roos Vermeulen", "Jan de Wit", "Sef", "Nguyen Thi Lan",
        "Maria del Carmen", "Ben Bos", "Mo El Idrissi",
        "Oksana", "Karel op den Buijs", "Femke d'Hondt", "Jan-Willem", "M. Storm", "Dré", "Ad Bakker",
    ],
)  # fmt: skip
def test_a_name_in_mid_sentence_is_found(name: str) -> None:
    assert found(f"Gisteren was ik bij {name} en dat ging goed.") == [("person", name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mees wil niet naar zijn vader.", "Mees"),
        ("Roos huilt elke dag.", "Roos"),
        ("Jasmijn, zijn kleindochter, slaapt bij hem.", "Jasmijn"),
        ("Tsegay zegt niets.", "Tsegay"),
        ("Storm Verhagen komt niet.", "Storm Verhagen"),
        ("Bilals moeder belt.", "Bilals"),
        ("Zijn zoon bilal helpt.", "bilal"),
        ("De man heet Ionut.", "Ionut"),
        ("Iedereen noemt hem Turfke.", "Turfke"),
        ("Hij stelde zich voor als “Rooie”.", "Rooie"),
        ("Contactpersoon: Marij", "Marij"),
        ("Bedankt alvast. Groet, Kok", "Kok"),
        ("Mvg\nLoes", "Loes"),
        ("Mevr. Mei valt vaak.", "Mei"),
        ("De vader van D., die boos is.", "D."),
        ("juf Ineke geeft brood", "Ineke"),
        ("Aangehouden: Jesse V. (20)", "Jesse V."),
        ("De voogd, mw. mr. E. Kloosterziel, belt.", "E. Kloosterziel"),
    ],
)
def test_a_name_is_found_by_what_stands_beside_it(text: str, name: str) -> None:
    assert of_kind(text, "person") == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "mn client appie heeft schulden. abdelilah zerouali snapt niks. zijn zus ikram helpt.",
            ["appie", "abdelilah zerouali", "ikram"],
        ),
        ("SPOED: HENNIE IS WEG. HENNIE TOMASSEN IS DIABEET.", ["HENNIE", "HENNIE TOMASSEN"]),
        ("dorota wrona slaapt in een caravan en tsegay ook", ["dorota wrona", "tsegay"]),
        ("vraag van j. jansen aan meneer de wit over hans bakker", ["j. jansen", "de wit", "hans bakker"]),
    ],
)
def test_names_are_found_where_capitals_tell_nothing(text: str, names: list[str]) -> None:
    assert of_kind(text, "person") == names


def test_a_name_found_in_one_text_is_found_in_the_others_of_the_submission() -> None:
    title, body = spans_in(["Hulp voor Roos", "Roos wil je iets vragen? Het gaat om roos.pdf en om Roos."])
    assert len(title) == 1
    assert len(body) >= 2


def test_nothing_is_remembered_between_submissions() -> None:
    text = "Er kwam iets van vermeer langs."
    before = spans_in([text])
    spans_in(["Mevrouw Vermeer belt."])
    assert spans_in([text]) == before


@pytest.mark.parametrize(
    "text",
    [
        "Persoon A en cliënt B praten met mevrouw X.",
        "De jonge koning van de straat, zo noemen ze hem. Het bos is zijn tweede huis.",
        "Moeder heeft Korsakov en vader Alzheimer.",
        "Zij spreekt Tigrinya en Arabisch en komt uit Eritrea.",
        "Met Kerst, Pasen en Sinterklaas is het druk.",
        "Jan en alleman kwam. Klaar is Kees.",
        "De Roos van Leary en de Wmo 2015.",
        "Goed idee. Wij doen dat ook. Morgen weer.",
        "Metoprolol, olanzapine en Levodopa.",
        "Uithuiszetting staat gepland. Huisarts weet ervan.",
        "Vraag: Wat Mag Ik Nu Doen?",
        "De ziekte van Pfeiffer en het syndroom van Turner.",
    ],
)
def test_what_names_nobody_passes(text: str) -> None:
    assert found(text) == []


def test_a_known_name_hides_nobody() -> None:
    assert of_kind("Ed zegt niets. Mevrouw Gordon ook niet.", "person") == ["Ed", "Gordon"]
    assert of_kind("Zijn zoon Roos van Leary", "person") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ik sprak Jan Jansen over de tuin.", "Jan Jansen"),
        ("Marie van de Ven in de keuken vroeg het.", "Marie van de Ven"),
        ("Wij belden Henk Bakker over het huis.", "Henk Bakker"),
        ("Vandaag kwam Jan in 't Veld.", "Jan in 't Veld"),
    ],
)
def test_what_it_is_about_is_no_part_of_a_name(text: str, name: str) -> None:
    assert found(text) == [("person", name)]


@pytest.mark.parametrize("name", ["I. Dag", "K. Zomer", "P. van der Wolf"])
def test_behind_a_role_initials_make_any_word_a_surname(name: str) -> None:
    assert found(f"De afspraak met consulent {name} is verzet.") == [("person", name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gisteren belde Mia Kan over de fiets.", "Mia Kan"),
        ("Wij spraken met Dylan Vrijdag op straat.", "Dylan Vrijdag"),
        ("Afspraak met J. Zaterdag over de huur.", "J. Zaterdag"),
        ("Daarna zei mw. A. dat het niet ging.", "A."),
        ("Hij slaapt met zijn broer Plamen in een busje.", "Plamen"),
        ("Tim's fiets is weg.", "Tim's"),
        ("gisteren joyce gebeld, ze is ZWANGER en wil praten", "joyce"),
        ("BESTE MARGRIET, IK TYP IN HOOFDLETTERS WANT DAN ZIE IK HET BETER.", "MARGRIET"),
        ("met wim gesproken over de tuin", "wim"),
    ],
)
def test_a_name_that_is_a_word_elsewhere_is_found(text: str, name: str) -> None:
    assert of_kind(text, "person") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Mark de risico's in het plan met een ster.",
        "Wij werken met de Gordonmethode en het Ashton-schema.",
        "Donepezil is gestopt, Oxetapram ook.",
        "Mevrouw X en persoon A. Zij wonen samen.",
        "mijn moeder zegt altijd armoede is geen schande",
        "ER WAS GESCHREEUW EN VEEL HERRIE OP STRAAT.",
        "Klusser gezocht!",
        "A. Aanmelding, B. Intake, C. Plan",
        "Bij Scouting Sint Joris is plaats.",
    ],
)
def test_a_word_that_could_be_a_name_elsewhere_passes(text: str) -> None:
    assert of_kind(text, "person") == []


def test_a_shortened_prefix_belongs_to_the_name_also_before_a_colon() -> None:
    assert of_kind("Mw. v. Dijck: rustig vandaag.", "person") == ["v. Dijck"]


def test_an_unknown_surname_behind_a_given_name_in_small_letters_is_found_by_its_verb() -> None:
    assert of_kind("Het ruikt hier naar wiet. mark verbeeck zegt dat het van de buren komt.", "person") != []
    assert of_kind("De roos die zijn oma in de tuin had, is dood.", "person") == []
