"""The pages of the check: how it works, for members; names that pass, for the coordinator; numbers, for editors."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Role, User, Village
from audit.models import LogLine
from privacy.models import AllowedName, ProposedName, VillageNumber
from privacy.models.names import KEPT
from privacy.villages import village_figures
from spil import tasks
from tests.factories import make_member
from tests.meetings.making import make_coordinator

pytestmark = pytest.mark.django_db

ClientFor = Callable[[User], Client]
NAMES = reverse("check:name_list")
VILLAGES = reverse("check:village_list")
NUMBER = {"village": "ommel", "residents": "1000", "source": "De gemeente", "counted_on": "2026-01-01"}


@pytest.fixture
def coordinator(client_for: ClientFor) -> Client:
    return client_for(make_coordinator())


@pytest.fixture(autouse=True)
def _ommel(db: None) -> None:
    Village.objects.get_or_create(slug="ommel", defaults={"name": "Ommel"})


def propose(name: str = "De Regenboog") -> ProposedName:
    return ProposedName.objects.create(name=name, kind="employer", times=2)


def last_line() -> tuple[str, str]:
    line = LogLine.objects.latest("pk")
    return line.action, f"{line.object_type} {line.object_id}"


def test_every_member_reads_how_it_works_and_nobody_the_lists_of_another(client_for: ClientFor) -> None:
    member = client_for(make_member())
    page = member.get(reverse("check:how_it_works")).content.decode()
    assert NAMES not in page
    assert VILLAGES not in page
    for address in (NAMES, VILLAGES, reverse("check:name_remove", args=["x"])):
        assert member.post(address, {"name": "De Zonnehoek"} | NUMBER).status_code == 404
    assert not AllowedName.objects.exists()
    assert not VillageNumber.objects.exists()


def test_the_coordinator_approves_and_refuses_what_was_proposed(coordinator: Client) -> None:
    one, other = propose(), propose("De Linde")
    page = coordinator.get(NAMES).content.decode()
    assert "De Regenboog" in page
    assert "2 keer voorgesteld" in page
    coordinator.post(reverse("check:proposal_decide", args=[one.public_id]), {"decision": "approve"})
    assert AllowedName.objects.get().name == "De Regenboog"
    assert last_line()[0] == "name.approve"
    coordinator.post(reverse("check:proposal_decide", args=[other.public_id]), {"decision": "refuse"})
    assert not ProposedName.objects.exists()
    assert AllowedName.objects.count() == 1
    assert last_line()[0] == "name.refuse"
    assert not any(name in str(LogLine.objects.values()) for name in ("Regenboog", "Linde"))


def test_a_name_is_added_and_taken_off(coordinator: Client) -> None:
    assert coordinator.post(NAMES, {"name": "  Buurthuis   De Spil "}).status_code == 302
    name = AllowedName.objects.get()
    assert name.name == "Buurthuis De Spil"
    assert coordinator.post(NAMES, {"name": "buurthuis de spil"}).status_code == 422
    page = coordinator.post(NAMES, {"name": "Truus Jansen"})
    assert page.status_code == 422
    assert AllowedName.objects.count() == 1
    coordinator.post(reverse("check:name_remove", args=[name.public_id]))
    assert not AllowedName.objects.exists()
    assert last_line() == ("name.remove", f"name {name.public_id}")


def test_a_proposal_that_is_gone_is_not_there(coordinator: Client) -> None:
    for name in ("check:proposal_decide", "check:name_remove"):
        assert coordinator.post(reverse(name, args=["nergens"])).status_code == 404


def test_a_proposal_is_forgotten_by_the_clock() -> None:
    old = propose()
    ProposedName.objects.filter(pk=old.pk).update(since=old.since - KEPT)
    propose("De Linde")
    assert tasks.forget_proposals.call() == 1
    assert ProposedName.objects.get().name == "De Linde"


@pytest.mark.parametrize("role", [Role.EDITOR, Role.COORDINATOR])
def test_an_editor_fills_in_a_number_and_the_earlier_one_stays(role: Role, client_for: ClientFor) -> None:
    client = client_for(make_member(roles=(role,)))
    assert {each.name: each.residents for each in village_figures()}["Ommel"] is None
    client.post(VILLAGES, NUMBER)
    client.post(VILLAGES, NUMBER | {"residents": "900", "counted_on": "2020-01-01"})
    page = client.get(VILLAGES).content.decode()
    assert "Ommel: 1000" in page
    assert "Ommel: 900" in page
    # The latest day counts, not the latest click.
    (figure,) = [each for each in village_figures() if each.name == "Ommel"]
    assert (figure.residents, figure.source) == (1000, "De gemeente")
    assert last_line() == ("village.count", "village ommel")


@pytest.mark.parametrize(
    "wrong",
    [{"residents": "0"}, {"source": ""}, {"counted_on": "2199-01-01"}, {"counted_on": ""}, {"village": "nergens"}],
)
def test_a_number_without_source_or_day_is_none(wrong: dict[str, str], client_for: ClientFor) -> None:
    client = client_for(make_member(roles=(Role.EDITOR,)))
    assert client.post(VILLAGES, NUMBER | wrong).status_code == 422
    assert not VillageNumber.objects.exists()
