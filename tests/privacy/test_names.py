"""Which names of organisations pass the check: the partners' and the approved, and never one with a person in it."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.errors import NotAllowed, NotPossible
from accounts.models import Role, User
from accounts.models.periods import today
from audit.models import LogLine
from privacy.actions import names
from privacy.allowed import allowed_names, is_harmless, may_be_proposed
from privacy.detectors.kinds import Kind
from privacy.models import AllowedName, ProposedName
from tests.factories import make_member, make_partner, make_user

pytestmark = pytest.mark.django_db

AFTER_A_PERSON = [
    "Huisarts J. Jansen",
    "huisarts j. jansen",
    "Bakkerij Peters",
    "bakkerij peters",
    "BAKKERIJ PETERS",
    "Praktijk de Wit",
    "Fysiotherapie Van den Berg",
    "Tandarts Bakker",
    "Notaris van Dijk",
    "Kapsalon Samira",
    "Jo Visser Coaching",
    "Stichting Jan de Rijk",
    "Annemieke",
]
AFTER_NOBODY = [
    "Gemeente Asten",
    "De Zonnebloem",
    "Dorpsraad Ommel",
    "Rode Kruis",
    "Woningbouwvereniging WoCom",
    "Uitvoeringsorganisatie maatwerk (w.o. minimabeleid en schulddienstverlening) Peel 6.1.",
    "Scouting Sint Joris",
    "Huisartsen",
]


def coordinator() -> User:
    return make_user("Cor Coördinator", roles=(Role.COORDINATOR,))


def lines() -> list[tuple[str, str, str, str]]:
    return list(LogLine.objects.order_by("pk").values_list("action", "object_type", "object_id", "result"))


def last_line() -> tuple[str, str, str, str]:
    return lines()[-1]


# --- which names pass ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", AFTER_A_PERSON)
def test_a_partner_named_after_a_person_lets_nothing_through(name: str) -> None:
    make_partner(name)
    assert allowed_names() == frozenset()


@pytest.mark.parametrize("name", AFTER_NOBODY)
def test_the_name_of_a_partner_passes(name: str) -> None:
    make_partner(name)
    assert allowed_names() == {name}


@pytest.mark.parametrize("name", ["Ommel", "0612345678", "X", "Zonnehof", "Bureau 111222333", "jan@example.org"])
def test_a_name_that_is_a_place_or_a_number_lets_nothing_through(name: str) -> None:
    make_partner(name)
    assert allowed_names() == frozenset()


def test_names_are_given_whole_and_with_single_spaces() -> None:
    make_partner("Rode  Kruis \n Ommel")
    assert allowed_names() == {"Rode Kruis Ommel"}


def test_the_names_cost_two_queries_whatever_their_number() -> None:
    for number in range(12):
        make_partner(f"Stichting Zonnedauw {number}")
        AllowedName.objects.create(name=f"Vereniging Zonnedauw {number}")
    is_harmless.cache_clear()
    with CaptureQueriesContext(connection) as queries:
        assert len(allowed_names()) == 24
    assert len(queries) == 2


def test_an_approved_name_with_a_person_in_it_lets_nothing_through_however_it_came_there() -> None:
    AllowedName.objects.create(name="Bakkerij Peters")
    assert allowed_names() == frozenset()


# --- an author proposes ----------------------------------------------------------------------------------------------


def test_a_proposed_word_waits_with_nothing_but_its_kind_its_number_and_a_day() -> None:
    author = make_member()
    assert names.propose_name(by=author, word=" Zonnedauw ", kind=Kind.EMPLOYER)
    row = ProposedName.objects.values().get()
    assert set(row) == {"id", "public_id", "name", "kind", "times", "since"}
    assert (row["name"], row["kind"], row["times"], row["since"]) == ("Zonnedauw", "employer", 1, today())


def test_the_same_word_of_several_authors_is_one_row() -> None:
    for word in ("Zonnedauw", "zonnedauw", "ZONNEDAUW"):
        assert names.propose_name(by=make_member(), word=word, kind=Kind.PERSON)
    proposal = ProposedName.objects.get()
    assert (proposal.name, proposal.times) == ("Zonnedauw", 3)
    assert last_line() == ("name.propose", "person", "3", "ok")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *((name, Kind.EMPLOYER) for name in AFTER_A_PERSON),
        ("06-12345678", Kind.EMPLOYER),
        ("Zonnedauw", Kind.PLACE),
        ("Zonnedauw", Kind.AGE),
        ("Zonnedauw" * 11, Kind.EMPLOYER),
        ("", Kind.EMPLOYER),
    ],
)
def test_what_can_be_a_person_or_is_no_name_is_not_written_down(word: str, kind: Kind) -> None:
    assert not may_be_proposed(word, kind)
    assert not names.propose_name(by=make_member(), word=word, kind=kind)
    assert not ProposedName.objects.exists()
    assert not [line for line in lines() if line[0] == "name.propose"]


def test_what_passes_already_is_not_proposed() -> None:
    make_partner("Zonnedauw")
    AllowedName.objects.create(name="Zonnebos")
    for word in ("zonnedauw", "Zonnebos"):
        assert not names.propose_name(by=make_member(), word=word, kind=Kind.EMPLOYER)
    assert not ProposedName.objects.exists()


def test_nobody_fills_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "MOST_WAITING", 1)
    author = make_member()
    assert names.propose_name(by=author, word="Zonnedauw", kind=Kind.EMPLOYER)
    assert not names.propose_name(by=author, word="Zonnebos", kind=Kind.EMPLOYER)
    assert names.propose_name(by=author, word="Zonnedauw", kind=Kind.EMPLOYER)
    assert ProposedName.objects.get().times == 2


# --- the coordinator decides -----------------------------------------------------------------------------------------


def proposal(word: str = "Zonnedauw", **fields: Any) -> ProposedName:
    return ProposedName.objects.create(name=word, kind="employer", times=2, **fields)


def test_an_approved_word_passes_and_the_proposal_goes() -> None:
    names.approve_name(by=coordinator(), proposal=proposal())
    assert allowed_names() == {"Zonnedauw"}
    assert not ProposedName.objects.exists()
    assert last_line() == ("name.approve", "employer", AllowedName.objects.get().public_id, "ok")


def test_a_refused_word_is_forgotten() -> None:
    names.refuse_name(by=coordinator(), proposal=proposal())
    assert not ProposedName.objects.exists()
    assert allowed_names() == frozenset()
    assert last_line() == ("name.refuse", "employer", "2", "ok")


def test_a_name_can_be_added_by_hand_and_taken_away() -> None:
    proposal()
    allowed = names.allow_name(by=coordinator(), name="zonnedauw")
    assert allowed_names() == {"zonnedauw"}
    assert not ProposedName.objects.exists()
    names.remove_name(by=coordinator(), allowed=allowed)
    assert allowed_names() == frozenset()
    assert last_line()[0] == "name.remove"


@pytest.mark.parametrize("name", [*AFTER_A_PERSON, "Ommel", "x", "Zonnedauw" * 11])
def test_not_even_the_coordinator_lets_a_person_through(name: str) -> None:
    with pytest.raises(NotPossible):
        names.allow_name(by=coordinator(), name=name)
    assert not AllowedName.objects.exists()


def test_a_name_that_passes_is_not_added_twice() -> None:
    make_partner("Zonnedauw")
    AllowedName.objects.create(name="Zonnebos")
    for name in ("ZONNEDAUW", "zonnebos"):
        with pytest.raises(NotPossible):
            names.allow_name(by=coordinator(), name=name)


@pytest.mark.parametrize("role", [None, Role.EDITOR, Role.PRIVACY_OFFICER])
def test_nobody_but_the_coordinator_decides(role: Role | None) -> None:
    other = make_user(roles=(role,) if role else ())
    allowed = AllowedName.objects.create(name="Zonnebos")
    waiting = proposal()
    for verb, what in (
        (names.approve_name, {"proposal": waiting}),
        (names.refuse_name, {"proposal": waiting}),
        (names.allow_name, {"name": "Zonnebries"}),
        (names.remove_name, {"allowed": allowed}),
    ):
        with pytest.raises(NotAllowed):
            verb(by=other, **what)
    assert ProposedName.objects.exists()
    assert allowed_names() == {"Zonnebos"}


def test_what_nobody_decided_about_in_thirty_days_is_forgotten() -> None:
    proposal("Zonnedauw", since=today() - dt.timedelta(days=30))
    proposal("Zonnebos", since=today() - dt.timedelta(days=29))
    assert [each.name for each in ProposedName.objects.waiting()] == ["Zonnebos"]
    assert names.forget_proposals() == 1
    assert ProposedName.objects.get().name == "Zonnebos"
    assert last_line() == ("name.forget", "name", "1", "ok")
    assert names.forget_proposals() == 0


def test_the_log_holds_no_name() -> None:
    boss, author = coordinator(), make_member()
    for word in ("Zonnedauw", "Zonnebos"):
        names.propose_name(by=author, word=word, kind=Kind.EMPLOYER)
    approved = names.approve_name(by=boss, proposal=ProposedName.objects.get(name="Zonnedauw"))
    names.refuse_name(by=boss, proposal=ProposedName.objects.get(name="Zonnebos"))
    names.remove_name(by=boss, allowed=approved)
    names.allow_name(by=boss, name="Zonnebries")
    written = " ".join(" ".join(map(str, row)) for row in LogLine.objects.values_list())
    assert "name.propose" in written
    assert "zonne" not in written.lower()
    assert "Zonne" not in str(approved) + str(AllowedName.objects.get())
