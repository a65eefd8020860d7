"""What holds for any text there is, and for every number and name in every spelling that a generator can make."""

import itertools
import string
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stdnum import iban as iban_module
from stdnum.nl import bsn as bsn_module

from privacy.checks import Kind, Profile, find
from privacy.detectors.words import WORDS_OF_TWO

# Long enough to find something, short enough for every run of the suite. The same texts each time: no flaky test.
SOME = settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

DASHES = st.sampled_from(["-", "\u2011", "\u2013", " - "])
SPACES = st.sampled_from([" ", "\u00a0", "\u202f", "  "])
HIDDEN = st.sampled_from(["", "", "", "\u00ad", "\u200b"])
PIECES = st.sampled_from(
    [
        *"\0\u202e\u0301\ud83d😀<>&\"'()[]@.,:;-/\n\r\t",
        "<p>",
        "</",
        "&nbsp;",
        "&#",
        "mevrouw ",
        "J. ",
        "van 't ",
        "06",
        "12 ",
        "€ ",
    ]
)
ANYTHING = st.lists(st.one_of(st.text(max_size=12), PIECES), max_size=40).map("".join)


def hidden_in(text: str, draw: st.DrawFn) -> str:
    """Put characters that nobody sees in a text."""
    return "".join(letter + draw(HIDDEN) for letter in text[:-1]) + text[-1:]


def covers(text: str, words: str, *kinds: Kind) -> bool:
    """Tell whether every character of `words` that can be read lies under findings, one of these kinds among them."""
    start = text.index(words)
    findings = [each for each in find(text, Profile.CASE) if each.start < start + len(words) and each.end > start]
    covered = {place for each in findings for place in range(each.start, each.end)}
    whole = all(place in covered for place in range(start, start + len(words)) if text[place].isalnum())
    return whole and bool({each.kind for each in findings} & set(kinds))


@SOME
@given(ANYTHING)
def test_the_places_are_in_the_text_in_order_and_apart(text: str) -> None:
    for profile in Profile:
        findings = find(text, profile)
        assert all(0 <= each.start < each.end <= len(text) for each in findings)
        assert all(one.end <= other.start for one, other in itertools.pairwise(findings))


RUNAWAYS = [
    *(
        "\u202eabc\u05d0\u05d1 ",
        "\0",
        "😀👩‍👧",
        "<p><b",
        "Jan ",
        "Jan van ",
        "is 36 en ",
        "aan de Hoogstraat 12, ",
        "nul zes ",
    ),
    *(
        "de enige man van ",
        "a_b.",
        "@a ",
        "www.a.",
        "(12) ",
        "12-3 ",
        "AB-12-",
        "nr. 1",
        "v.d. ",
        '"',
        "Groet, ",
        "noemt zich ",
    ),
    *(
        "basisschool De ",
        "é\n",
        "ab\n",
        "twee drie ",
        "een jaar ",
        "punt x ",
        "x punt ",
        "apenstaartje ",
        "dossier ",
        "ABC-1234-",
    ),
    *("kenteken a1 ", "d.d. ", "12 maart en "),
]


@pytest.mark.parametrize("piece", RUNAWAYS, ids=ascii)
def test_a_hundred_kilobytes_are_read_in_time(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begin = time.process_time()
        find(text, Profile.CASE)
        return time.process_time() - begin

    # Four times as long may take four times as much; the factor leaves room for a busy machine, and so do three tries.
    assert any(seconds(100_000) < 8 * max(seconds(25_000), 0.1) for _ in range(3))


# --- numbers ---------------------------------------------------------------------------------------------------------


@st.composite
def bsns(draw: st.DrawFn) -> str:
    digits = draw(st.integers(1_000_000, 99_999_999).map(lambda number: f"{number:08}"))
    whole = next((f"{digits}{last}" for last in range(10) if bsn_module.is_valid(f"{digits}{last}")), "999990019")
    mark = draw(
        st.sampled_from(["", " ", ".", "-", "\u00a0", " - ", "/", ", ", "  ", "_", "|", " | ", "·", "\t", "\n"])
    )
    groups = draw(st.sampled_from([(9,), (3, 3, 3), (4, 2, 3), (2, 3, 4), (4, 5), (2, 2, 2, 3), (1,) * 9, (4, 4, 1)]))
    edges = [0, *itertools.accumulate(groups)]
    return hidden_in(mark.join(whole[a:b] for a, b in itertools.pairwise(edges)), draw)


@st.composite
def ibans(draw: st.DrawFn) -> str:
    bank = draw(st.sampled_from(["ABNA", "INGB", "RABO", "KNAB", "TRIO"]))
    account = draw(st.integers(0, 9_999_999_999).map(lambda number: f"{number:010}"))
    whole = f"NL{iban_module.calc_check_digits(f'NL00{bank}{account}')}{bank}{account}"
    mark = draw(st.sampled_from(["", " ", ".", "\u00a0", "-", " - ", "/", "  ", "\t", "\n"]))
    spelled = mark.join(whole[at : at + 4] for at in range(0, len(whole), 4))
    return hidden_in(draw(st.sampled_from([spelled, spelled.lower()])), draw)


@st.composite
def phones(draw: st.DrawFn) -> str:
    rest = draw(st.text("123456789", min_size=8, max_size=8))
    mark = draw(st.sampled_from(["", " ", ".", "-", "\u00a0", "\u2011", "/", " - ", "  ", "_"]))
    head = draw(st.sampled_from(["06", "(06)", "+31 6", "+316", "0031 6", "+31 (0)6", "31 6", "06:", "0 6", "o6"]))
    grouped = draw(
        st.sampled_from([rest, mark.join(rest[at : at + 2] for at in range(0, 8, 2)), f"{rest[:4]}{mark}{rest[4:]}"])
    )
    return head + draw(st.sampled_from(["", " ", "-", " - "])) + grouped


SPOKEN = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")


@st.composite
def spoken_phones(draw: st.DrawFn) -> str:
    digits = "06" + draw(st.text(string.digits, min_size=8, max_size=8))
    return draw(st.sampled_from([" ", ", "])).join(SPOKEN[int(digit)] for digit in digits)


@st.composite
def emails(draw: st.DrawFn) -> str:
    name = draw(st.from_regex(r"[a-z]{2,8}([._-][a-z]{2,8})?", fullmatch=True))
    at = draw(
        st.sampled_from(["@", " @ ", "(at)", " [at] ", "＠", " apenstaartje ", "@ ", " @", "(@)", "-at-", " (a) "])
    )
    dot = " punt " if "apen" in at else "."
    spelled = f"{name}{at}{draw(st.from_regex(r'[a-z]{3,9}', fullmatch=True))}{dot}{draw(st.sampled_from(['nl', 'com', 'be']))}"
    return draw(st.sampled_from([spelled, spelled.upper()])) if "apen" not in at else spelled


CODES = (
    *(
        "XX-99-99",
        "99-99-XX",
        "99-XX-99",
        "XX-99-XX",
        "XX-XX-99",
        "99-XX-XX",
        "99-XXX-9",
        "9-XXX-99",
        "XX-999-X",
        "X-999-XX",
    ),
    *("XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9"),
)


@st.composite
def plates(draw: st.DrawFn) -> str:
    code = draw(st.sampled_from(CODES))
    letters, digits = st.sampled_from("BDFGHJKLNPRSTVXZ"), st.sampled_from("123456789")
    plate = "".join(draw({"X": letters, "9": digits}[each]) if each != "-" else each for each in code)
    plate = plate.replace("-", draw(st.sampled_from(["-", "\u2011", "\u2013", "-"])))
    return draw(st.sampled_from([plate, plate.lower()]))


@st.composite
def postcodes(draw: st.DrawFn) -> str:
    letters = draw(
        st.text("BFGHJLNPRTVWXZ", min_size=2, max_size=2).filter(lambda each: each.lower() not in WORDS_OF_TWO)
    )
    spelled = f"{draw(st.integers(1000, 9999))}{draw(st.sampled_from(['', ' ', chr(160), '-', '.', '  ']))}{letters}"
    house = draw(
        st.sampled_from([" {}", ", {}", " nr. {}", " huisnummer {}", " hnr {}", "/{}", " - {}", " {}a", " {}-2"])
    )
    return draw(st.sampled_from([spelled, spelled.lower(), spelled + house.format(draw(st.integers(1, 400)))]))


MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober"),
    *("november", "december"),
)


@st.composite
def dates(draw: st.DrawFn) -> str:
    day, month, year = draw(st.integers(1, 28)), draw(st.integers(1, 12)), draw(st.integers(1920, 2029))
    mark = draw(st.sampled_from(["-", "/", ".", " - ", "\u2011", " / ", ". "]))
    written = [
        f"{day}{mark}{month}{mark}{year}",
        f"{day:02}{mark}{month:02}{mark}{year}",
        f"{year}-{month:02}-{day:02}",
    ]
    written += [
        f"{day} {MONTHS[month - 1]} {year}",
        f"{day}e {MONTHS[month - 1]} {year}",
        f"{day} {MONTHS[month - 1]}",
        f"{day}-{month}-'{year % 100:02}",
    ]
    written += [f"{day} {MONTHS[month - 1].upper()} {year}"]
    return draw(st.sampled_from(written))


FRAMES = st.sampled_from(["Zij gaf dit door: {}.", "({})", "{}", "Het gaat om {}, zei ze.", "Let op:\n{}\nDank."])


@SOME
@given(FRAMES, bsns())
def test_an_invented_citizen_service_number_is_found(frame: str, number: str) -> None:
    assert covers(frame.format(number), number, Kind.BSN, Kind.PHONE)


@SOME
@given(FRAMES, ibans())
def test_an_invented_account_is_found(frame: str, number: str) -> None:
    assert covers(frame.format(number), number, Kind.IBAN)


@SOME
@given(FRAMES, st.one_of(phones(), spoken_phones()))
def test_an_invented_telephone_number_is_found(frame: str, number: str) -> None:
    assert covers(frame.format(number), number, Kind.PHONE)


@SOME
@given(FRAMES, emails())
def test_an_invented_address_for_mail_is_found(frame: str, address: str) -> None:
    assert covers(frame.format(address), address, Kind.EMAIL)


@SOME
@given(FRAMES, plates())
def test_an_invented_plate_is_found(frame: str, plate: str) -> None:
    assert covers(frame.format(plate), plate, Kind.PLATE)


@SOME
@given(FRAMES, postcodes())
def test_an_invented_postcode_is_found(frame: str, postcode: str) -> None:
    assert covers(frame.format(postcode), postcode, Kind.POSTCODE)


@SOME
@given(FRAMES, dates())
def test_an_invented_date_is_found(frame: str, date: str) -> None:
    assert covers(frame.format(date), date, Kind.DATE, Kind.BIRTHDATE)


# --- names -----------------------------------------------------------------------------------------------------------

GIVEN = st.sampled_from(
    ["Loes", "Bilal", "Aart", "Zofia", "Ayşe", "Kwabena", "Jan-Willem", "Fenna", "Mariusz", "Ytsje"]
)
PREFIX = st.sampled_from(["", "", "van ", "van den ", "de ", "van 't ", "el ", "op den "])
# Made of syllables that no Dutch word has: in no list of names.
MADE_UP = st.lists(st.sampled_from(["zok", "tra", "mek", "vud", "rin", "pof", "lak"]), min_size=3, max_size=4).map(
    lambda each: "".join(each).capitalize()
)
SURNAME = st.one_of(st.sampled_from(["Verhagen", "Çelik", "Bakker", "Kowalczyk", "Wójcik", "Jansen-Smits"]), MADE_UP)


@st.composite
def names(draw: st.DrawFn) -> str:
    head = draw(st.one_of(GIVEN, st.sampled_from(["J.", "W.C.A.", "Th.M.", "K. L."])))
    name = f"{head} {draw(PREFIX)}{draw(SURNAME)}"
    return name.replace(" ", draw(st.sampled_from([" ", "\u00a0", " "]))).replace(
        "'", draw(st.sampled_from(["'", "\u2019"]))
    )


NAME_FRAMES = st.sampled_from(
    [
        "Gisteren belde {} weer.",
        "Naam: {}",
        "Mevrouw {} komt morgen.",
        "{} belt elke dag.",
        "Er is ruzie met {}, al weken.",
        "Zijn zoon {} helpt.",
    ]
)


@SOME
@given(NAME_FRAMES, names())
def test_an_invented_name_is_found_and_hard(frame: str, name: str) -> None:
    text = frame.format(name)
    assert covers(text, name, Kind.PERSON)
    assert any(each.hard for each in find(text, Profile.CASE))
