"""The check: what it finds, what it lets pass, and that it gives the places in the text as it was typed."""

import dataclasses
import itertools

import pytest

from privacy.checks import Finding, Kind, Profile, TextRefused, check, find, tidy


def found(text: str, profile: Profile = Profile.CASE) -> list[tuple[str, str]]:
    return [(finding.kind.value, text[finding.start : finding.end]) for finding in find(text, profile)]


BSNS = [
    "999990019",
    "9999.90.019",
    "999 990 019",
    "9999 90 019",
    "9 9 9 9 9 0 0 1 9",
    "99999001\u00ad9",
    "９９９９９００１９",
]
PHONES = [
    "06-12345678",
    "0612345678",
    "06 12 34 56 78",
    "06 - 1234 5678",
    "06.12.34.56.78",
    "(06) 12345678",
    "O6-12345678",
    "0493-123456",
    "0493 12 34 56",
    "(0493) 123 456",
    "0493/123456",
    "040-2123456",
    "088-1234567",
    "+31612345678",
    "+31 6 12345678",
    "+31 (0)6 1234 5678",
    "0031 6 12345678",
    "+31 493 123456",
    "+32 470 12 34 56",
    "06\u201112345678",
    "06\u00a012\u00a034\u00a056\u00a078",
    "0\u200b612345678",
    "06\n12345678",
    "٠٦١٢٣٤٥٦٧٨",
]
EMAILS = [
    "jan@voorbeeld.nl",
    "j.de-vries+zorg@mail.voorbeeld.co.uk",
    "JAN@VOORBEELD.NL",
    "jan (at) voorbeeld.nl",
    "jan @ voorbeeld.nl",
    "jan＠voorbeeld.nl",
]
IBANS = [
    "NL91ABNA0417164300",
    "NL91 ABNA 0417 1643 00",
    "nl91abna0417164300",
    "NL91.ABNA.0417.1643.00",
    "BE71 0961 2345 6769",
    "DE89 3704 0044 0532 0130 00",
]
POSTCODES = ["5721 GJ 14", "5721GJ 14a", "5721 gj, 14", "5721gj nr. 14", "5721 GJ", "5721gj", "5721\u00a0GJ 14"]
DATES = [
    "12-03-1950",
    "12/3/1950",
    "12.03.1950",
    "12 - 3 - 1950",
    "12 03 1950",
    "1950-03-12",
    "1950/3/12",
    "12-03-50",
    "12/03/'50",
    "12 maart 1950",
    "12 mrt. 50",
    "12 mrt 1950",
    "12e maart 1950",
    "12-mrt-1950",
    "12 MAART 1950",
    "1 mei '88",
    "3 augustus 2011",
    "12\u00a0maart\u00a01950",
    "12\u20113\u20111950",
    "12 maart\n1950",
]
NAMES = [
    ("mevrouw Jansen", "Jansen"),
    ("Mevr. de Vries", "de Vries"),
    ("mw. Van den Berg-Jansen", "Van den Berg-Jansen"),
    ("mw Bakker", "Bakker"),
    ("mevr.Jansen", "Jansen"),
    ("meneer Yazan al-Khatib", "Yazan al-Khatib"),
    ("dhr. K. Bos", "K. Bos"),
    ("dhr J Jansen", "J Jansen"),
    ("de heer J.P. van 't Zelfde", "J.P. van 't Zelfde"),
    ("de heer W.C.A. van Heugten", "W.C.A. van Heugten"),
    ("mevrouw van ’t Hof", "van ’t Hof"),
    ("mevrouw 's-Gravenmade", "'s-Gravenmade"),
    ("meneer in 't Veld", "in 't Veld"),
    ("mevrouw d’Hondt", "d’Hondt"),
    ("fam. El Idrissi", "El Idrissi"),
    ("familie De Wit", "De Wit"),
    ("dokter Pulles", "Pulles"),
    ("dr. Çelik", "Çelik"),
    ("meneer en mevrouw Jansen", "Jansen"),
    ("MEVROUW JANSEN", "JANSEN"),
    ("mevrouw Jan\u00adsen", "Jan\u00adsen"),
    ("mevrouw Jose\u0301", "Jose\u0301"),
    ("mevrouw\u00a0Jansen", "Jansen"),
    ("mevrouw\nJansen", "Jansen"),
    ("mevrouw A.B. belt", "A.B."),
    ("oma Riet", "Riet"),
]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *[("bsn", text) for text in BSNS],
        *[("phone", text) for text in PHONES],
        *[("email", text) for text in EMAILS],
        *[("iban", text) for text in IBANS],
        *[("postcode", text) for text in POSTCODES],
        *[("date", text) for text in DATES],
    ],
)
def test_it_finds_a_number_in_every_spelling(kind: str, text: str) -> None:
    assert found(text) == [(kind, text)] or found(text) == [(kind, text.strip("()"))]
    assert [each for each, _ in found(f"Haar gegevens ({text}), zei ze.")] == [kind]
    assert [each for each, _ in found(f"Vraag: {text}. Wie helpt?")] == [kind]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_it_finds_a_name_behind_a_title(text: str, name: str) -> None:
    assert found(text) == [("person", name)]
    assert found(f"Gisteren zei {text} dat het lukt.") == [("person", name)]


@pytest.mark.parametrize(
    "text",
    [
        "Bel bij gevaar 112, of 113, of 144 voor dieren.",
        "Veilig Thuis: 0800-2000. De politie: 0900-8844. De gemeente: 14 0493.",
        "mevrouw X en meneer Y",
        "Mevrouw A. Zij wil thuis blijven wonen.",
        "Mevrouw A. De dochter van de buren helpt. In de avond niet.",
        "meneer en mevrouw slapen slecht",
        "Meneer zegt dat mevrouw. Morgen",
        "De dokter komt. De familie ook.",
        "dokter\nHulpvraag: de trap",
        "mevrouw van de Zorgboog belt met de heer van de GGD",
        "mevrouw in de straat",
        "persoon A helpt cliënt B",
        "Tussen 2015 en 2016 was het rustig; in 2017 is het weer mis.",
        "Zij loopt 2000 km en drinkt 1500 ml.",
        "Een schuld van € 12.345,67 en een uitkering van 1.234 euro.",
        "Artikel 1.2.33 en score 7/10, 24/7 bereikbaar.",
        "De leeftijd ligt tussen 75 en 85, met 3 kinderen van 4 tot 12 jaar.",
        "De afspraak is in maart, om 10.30 uur.",
        "Regels:\n01\n02\n03\n04\n05\n06",
        "",
        "   \n\t ",
    ],
)
def test_it_lets_pass_what_names_nobody(text: str) -> None:
    assert found(text) == []
    assert check(text, Profile.CASE) == text.strip()


def test_it_finds_several_things_in_order_and_apart() -> None:
    text = "Mevrouw Jansen, geb. 12-03-1950, BSN 999.990.019, 5721 GJ 14, tel. 06 12 34 56 78, jan@voorbeeld.nl."
    assert [kind for kind, _ in found(text)] == ["person", "birthdate", "bsn", "postcode", "phone", "email"]
    findings = find(text, Profile.CASE)
    assert all(one.end <= other.start for one, other in itertools.pairwise(findings))


def test_the_pairs_of_a_telephone_number_are_no_date() -> None:
    assert found("06-12-03-19-50") == [("phone", "06-12-03-19-50")]
    assert found("06 12 03 19 50", Profile.WORK) == [("phone", "06 12 03 19 50")]


def test_a_day_and_an_hour_are_no_telephone_number() -> None:
    assert found("op 06-12-2026 10.30 uur", Profile.WORK) == []
    assert found("op 06-12-26 10.30 uur", Profile.WORK) == []
    assert found("op 12-03-2026 10:30", Profile.WORK) == []


def test_nine_figures_that_fail_the_eleven_test_are_no_bsn_and_asked_about_as_any_long_number() -> None:
    (finding,) = find("123456789 is geen burgernummer", Profile.CASE)
    assert (finding.kind, finding.hard) == (Kind.CLIENTNR, False)


def test_a_number_named_as_a_bsn_is_one_with_a_slip_in_it() -> None:
    assert found("BSN: 123456789") == [("bsn", "123456789")]
    assert found("sofinummer 12345678") == [("bsn", "12345678")]


def test_in_the_work_profile_dates_pass_and_names_do_not() -> None:
    assert found("Op 12 maart 2026 en 12-03-26 overleg.", Profile.WORK) == []
    assert found("Op 12 maart 2026 belt mevrouw Jansen.", Profile.WORK) == [("person", "Jansen")]
    for text in (BSNS[0], PHONES[0], EMAILS[0], IBANS[0], POSTCODES[0]):
        assert len(found(text, Profile.WORK)) == 1


# One of every kind; hard is what leads to one person or one front door by itself.
ONE_OF_EACH = {
    Kind.PERSON: ("Loes Verhagen belde.", True),
    Kind.BSN: (BSNS[0], True),
    Kind.IBAN: (IBANS[0], True),
    Kind.PHONE: (PHONES[0], True),
    Kind.EMAIL: (EMAILS[0], True),
    Kind.PLATE: ("VN-381-S", True),
    Kind.BIRTHDATE: ("geboren op 12-03-1950", True),
    Kind.ADDRESS: ("Zij woont aan de Lindenstraat 12.", True),
    Kind.POSTCODE: ("5721 GJ", False),
    Kind.STREET: ("Zij woont aan de Lindenstraat.", False),
    Kind.PLACE: ("Zij woont in Asten.", False),
    Kind.DATE: (DATES[0], False),
    Kind.AGE: ("Zij is 84.", False),
    Kind.EMPLOYER: ("Zij werkt bij bakkerij De Korenaar.", False),
    Kind.SCHOOL: ("Hij zit op basisschool De Vlieger.", False),
    Kind.PRACTICE: ("Zij gaat naar huisartsenpraktijk De Brug.", False),
    Kind.CLIENTNR: ("cliëntnummer 55120", False),
    Kind.URL: ("https://voorbeeld.nl/pagina", False),
    Kind.HANDLE: ("Volg @lange_leen", False),
    Kind.RARE: ("Hij is de enige notaris van het dorp.", False),
}


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_found_and_explains_itself_without_the_text(kind: Kind) -> None:
    text, hard = ONE_OF_EACH[kind]
    for profile in Profile:
        findings = find(text, profile)
        if kind is Kind.DATE and profile is Profile.WORK:
            assert findings == []
            continue
        (finding,) = findings
        assert (finding.kind, finding.hard) == (kind, hard)
        assert str(finding.why)
        assert str(finding.kind_label)
        words = text[finding.start : finding.end]
        assert words not in str(finding.why) + str(finding.suggestion)


@pytest.mark.parametrize(
    ("text", "hard"),
    [
        ("mevrouw Jansen", False),
        ("Bilal belt.", False),
        ("mevrouw W.C.A. van Heugten", True),
        ("dhr. K. Bos", True),
        ("Zij heet Loes Verhagen.", True),
        ("mevrouw van der Zanden-Hoog", False),
        ("5721 GJ 14", True),
        ("5721 GJ", False),
    ],
)
def test_a_name_is_hard_when_it_is_whole_and_a_postcode_with_its_number(text: str, hard: bool) -> None:
    (finding,) = find(text, Profile.CASE)
    assert finding.hard is hard


def test_a_finding_cannot_be_changed() -> None:
    (finding,) = find(EMAILS[0], Profile.CASE)
    assert isinstance(finding, Finding)
    with pytest.raises(dataclasses.FrozenInstanceError):
        finding.hard = False  # type: ignore[misc]


def test_a_refusal_carries_the_places_and_never_the_text() -> None:
    with pytest.raises(TextRefused) as caught:
        check("Bel mevrouw Jansen op 06-12345678.", Profile.CASE)
    refused = caught.value
    assert [finding.kind for finding in refused.findings] == [Kind.PERSON, Kind.PHONE]
    for shown in (str(refused), repr(refused), refused.message, repr(refused.findings)):
        assert "Jansen" not in shown
        assert "12345678" not in shown
    assert "2" in refused.message


def test_places_are_in_the_text_as_typed() -> None:
    text = "\r\n  Bel\u00a0me\u00advrouw  \u200bJan\u00adsen\r\nop 06\u2011123\u200b45678!  "
    findings = find(text, Profile.CASE)
    assert [text[each.start : each.end] for each in findings] == ["Jan\u00adsen", "06\u2011123\u200b45678"]


def test_text_is_tidied_before_it_is_stored() -> None:
    checked = check("  Een vraag.\r\nEn nog een.\rKlaar.\0\ud800 ", Profile.CASE)
    assert checked == "Een vraag.\nEn nog een.\nKlaar."
    assert tidy(tidy("  a\r\n\0 b ")) == tidy("  a\r\n\0 b ")


def test_a_hidden_character_hides_nothing() -> None:
    for hidden in "\0\u00ad\u200b\u200c\u200d\u2060\ufeff\u202e\u0301\u20e3\x1b\ud800":
        assert len(find(f"mevrouw Jan{hidden}sen", Profile.CASE)) == 1, hex(ord(hidden))
        assert len(find(f"0612{hidden}345678", Profile.CASE)) == 1, hex(ord(hidden))
