"""The people pages: for the coordinator alone, with every verb behind a button or a form, in a constant number of queries."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts import actions
from accounts.models import Role, Subnetwork, User
from accounts.models.periods import today
from audit.models import LogLine
from tests.factories import make_member, make_partner, make_seat, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator() -> User:
    return make_member("Carla Coördinator", roles=(Role.COORDINATOR,))


@pytest.fixture
def client(coordinator, client_for) -> Client:
    return client_for(coordinator)


@pytest.fixture
def person() -> User:
    return make_member("Piet Persoon", make_partner("Dorpsraad Ommel"), contact="fixed", job_title="wijkwerker")


def names(response) -> list[str]:
    """Give who stands in the list."""
    return [row.user.name for row in response.context["rows"]]


def plain(response) -> str:
    """Give a page without what differs between two looks at it: the form's token, the address itself, the seconds left."""
    return re.sub(r'(?:value|data-left)="[^"]*"', "", response.content.decode())


WAYS = ["", "aanspreekpunt/", "rollen/", "zetels/", "overstappen/", "blokkeren/", "herstel/"]


def test_nobody_else_finds_anybody(person, client_for, half_client_for):
    others = [
        make_member(partner=person.partner, contact="deputy"),
        make_seat(make_member()),
        make_member(roles=(Role.EDITOR, Role.PRIVACY_OFFICER)),
        person,
    ]
    for user in others:
        client = client_for(user)
        assert client.get("/mensen/").status_code == 404
        for way in WAYS:
            unknown = client.get(f"/mensen/bestaatniet0/{way}")
            known = client.get(f"/mensen/{person.public_id}/{way}")
            assert (known.status_code, plain(known)) == (404, plain(unknown))
            if way:
                assert client.post(f"/mensen/{person.public_id}/{way}", {"grant": "coordinator"}).status_code == 404
        assert client.post(f"/mensen/{person.public_id}/aanspreekpunt/stoppen/").status_code == 404
    assert half_client_for(others[0]).get("/mensen/").status_code == 302
    assert Client().get("/mensen/").status_code == 302
    assert User.objects.get(pk=person.pk).is_active
    assert person.partner.contact_point == person
    assert LogLine.objects.filter(action="people.refused", actor=others[0].public_id).exists()


def test_the_coordinator_finds_everybody_on_every_page(client, person):
    make_seat(person)
    assert set(names(client.get("/mensen/"))) == {"Carla Coördinator", "Piet Persoon"}
    for way in WAYS:
        assert client.get(f"/mensen/{person.public_id}/{way}").status_code == 200
        assert client.get(f"/mensen/bestaatniet0/{way}").status_code == 404


def test_a_search_is_posted_and_narrows(client, person):
    new = make_user("Nina Nieuw", make_partner())
    blocked = make_member("Bea Weg")
    actions.block(by=None, user=blocked)
    for asked, found in (
        ({"q": "persoon"}, ["Piet Persoon"]),
        ({"q": "piet ommel wijkwerker"}, ["Piet Persoon"]),
        ({"q": "piet nina"}, []),
        ({"partner": person.partner.public_id}, ["Piet Persoon"]),
        ({"show": "new"}, [new.name]),
        ({"show": "roles"}, ["Carla Coördinator"]),
        ({"show": "blocked"}, ["Bea Weg"]),
        ({"show": "onzin", "partner": "onzin", "q": "nina"}, ["Nina Nieuw"]),
    ):
        assert names(client.post("/mensen/", asked)) == found, asked
    assert names(client.get("/mensen/", {"q": "niemand"})) == names(client.get("/mensen/"))


def test_the_list_says_who_cannot_come_in_yet(client, person):
    make_user("Nina Nieuw", person.partner)
    actions.invite(by=None, email="a@example.org", partner=None)
    counts = client.get("/mensen/").context["counts"]
    assert counts == {"people": 3, "new": 1, "invited": 1}


def test_the_list_costs_the_same_for_one_and_for_many(client):
    client.get("/mensen/")

    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get("/mensen/").status_code == 200
        return len(seen)

    one = cost()
    for number in range(50):
        user = make_member(f"Lid {number}", contact="fixed", roles=(Role.EDITOR,))
        if number < 4:
            make_seat(user, ["wmo", "jeugd", "participatie", "veiligheid"][number])
    assert cost() == one


def test_roles_are_given_and_taken_by_their_button(client, person):
    page = f"/mensen/{person.public_id}/rollen/"
    for _ in range(2):
        assert client.post(page, {"grant": "editor"}).status_code == 302
    assert User.objects.get(pk=person.pk).roles == {"editor"}
    assert client.post(page, {"take": "editor"}).status_code == 302
    assert User.objects.get(pk=person.pk).roles == frozenset()
    for nonsense in ({"grant": "superuser"}, {}, {"take": ""}):
        assert client.post(page, nonsense).status_code == 404


def test_the_last_coordinator_is_told_why_not(client, coordinator):
    page = f"/mensen/{coordinator.public_id}/"
    assert client.post(f"{page}rollen/", {"take": "coordinator"}).status_code == 422
    assert client.post(f"{page}blokkeren/", {"block": "1"}).status_code == 422
    moved = client.post(f"{page}overstappen/", {"partner": make_partner().public_id})
    assert moved.status_code == 422
    assert moved.context["form"].non_field_errors()
    assert User.objects.get(pk=coordinator.pk).is_coordinator


def test_who_lays_down_their_own_role_is_signed_out_calmly(client, coordinator):
    make_member(roles=(Role.COORDINATOR,))
    response = client.post(f"/mensen/{coordinator.public_id}/rollen/", {"take": "coordinator"}, follow=True)
    assert response.status_code == 200
    assert client.get("/mensen/").status_code == 302


def test_a_seat_is_given_and_ended(client, person):
    Subnetwork.objects.create(slug="wmo", name="Wmo")
    page = f"/mensen/{person.public_id}/zetels/"
    asked = {"subnetwork": "wmo", "since": today().isoformat(), "until": ""}
    for _ in range(2):
        assert client.post(page, asked).status_code == 302
    seat = person.seats.get()
    late = (today() + dt.timedelta(days=5)).isoformat()
    assert client.post(f"{page}{seat.pk}/", {"until": late}).status_code == 302
    assert person.seats.get().until.isoformat() == late
    assert client.post(f"{page}{seat.pk}/", {"until": "2001-01-01"}).status_code == 422
    for _ in range(2):
        assert client.post(f"{page}{seat.pk}/", {"until": ""}).status_code == 302
    assert not person.seats.exists()


@pytest.mark.parametrize("changes", [{"subnetwork": "weg"}, {"since": "onzin"}, {"since": ""}, {"until": "2001-01-01"}])
def test_a_seat_that_is_not_right_is_told_and_kept(client, person, changes):
    Subnetwork.objects.create(slug="wmo", name="Wmo")
    asked = {"subnetwork": "wmo", "since": today().isoformat(), "until": "", **changes}
    response = client.post(f"/mensen/{person.public_id}/zetels/", asked)
    assert response.status_code == 422
    assert response.context["form"].errors
    assert not person.seats.exists()


def test_somebody_elses_seat_is_not_ended_by_another_address(client, person):
    other = make_seat(make_member())
    seat = other.seats.get()
    client.post(f"/mensen/{person.public_id}/zetels/{seat.pk}/", {"until": ""})
    assert other.seats.now().exists()


def test_who_answers_is_changed(client, person):
    page = f"/mensen/{person.public_id}/aanspreekpunt/"
    assert client.post(page, {"rank": "deputy", "until": ""}).status_code == 302
    assert (person.partner.contact_point, person.partner.deputy) == (None, person)
    assert client.post(page, {"rank": "baas"}).status_code == 422
    for _ in range(2):
        assert client.post(f"{page}stoppen/").status_code == 302
    assert person.partner.contact_users() == []
    alone = make_member()
    User.objects.filter(pk=alone.pk).update(partner=None)
    assert client.post(f"/mensen/{alone.public_id}/aanspreekpunt/", {"rank": "fixed"}).status_code == 404


def test_moving_asks_first(client, person):
    page, new = f"/mensen/{person.public_id}/overstappen/", make_partner("Zorgboog")
    assert "Zorgboog" in client.get(page, {"partner": new.public_id}).content.decode()
    assert User.objects.get(pk=person.pk).partner == person.partner
    assert client.post(page, {"partner": "onzin"}).status_code == 422
    for _ in range(2):
        assert client.post(page, {"partner": new.public_id}).status_code == 302
    assert User.objects.get(pk=person.pk).partner == new


def test_blocking_asks_first_and_an_old_page_does_not_do_the_opposite(client, person):
    page = f"/mensen/{person.public_id}/blokkeren/"
    assert client.get(page).status_code == 200
    for _ in range(2):
        assert client.post(page, {"block": "1"}).status_code == 302
        assert not User.objects.get(pk=person.pk).is_active
    for _ in range(2):
        assert client.post(page, {"open": "1"}).status_code == 302
        assert User.objects.get(pk=person.pk).is_active


@pytest.mark.parametrize("way", ["rollen/", "zetels/", "overstappen/", "blokkeren/", "herstel/"])
def test_what_gives_or_takes_a_right_asks_for_a_fresh_second_key(client, person, clock, way):
    clock.move(minutes=11)
    response = client.get(f"/mensen/{person.public_id}/{way}")
    assert response.status_code == 302
    assert "next=" in response.url
    assert client.post(f"/mensen/{person.public_id}/{way}", {"grant": "editor", "block": "1"}).status_code == 302
    person = User.objects.get(pk=person.pk)
    assert (person.is_active, person.roles) == (True, frozenset())


def test_the_way_to_the_people_is_the_coordinators(client, person, client_for):
    assert '"/mensen/"' in client.get("/").content.decode()
    assert '"/mensen/"' not in client_for(person).get("/").content.decode()
