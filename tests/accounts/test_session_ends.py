"""A session ends: after a while in which nobody did anything, and after twelve hours at most. Time is moved, not waited for."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from accounts.actions.sessions import forget_over
from accounts.models import OpenSession, Role
from accounts.sessions import FRESH, ends_at, verified_recently
from audit.models import LogLine
from tests.factories import make_member, make_seat

pytestmark = pytest.mark.django_db

BACKGROUND = {"X-Spil-Background": "1"}
STAY = "/account/blijven/"


@pytest.fixture
def user():
    return make_member()


@pytest.fixture
def client(client_for, user):
    return client_for(user)


def is_in(client) -> bool:
    return client.get("/berichten/").status_code == 200


def test_after_half_an_hour_of_nothing_it_is_over(client, clock):
    clock.move(minutes=29, seconds=58)
    assert is_in(client)
    clock.move(minutes=30)
    assert not is_in(client)


def test_what_somebody_does_keeps_it_alive(client, clock):
    for _ in range(5):
        clock.move(minutes=25)
        assert is_in(client)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.PRIVACY_OFFICER])
def test_with_most_power_a_quarter_of_an_hour(client_for, clock, role):
    client = client_for(make_member(roles=(role,)))
    clock.move(minutes=14, seconds=58)
    assert is_in(client)
    clock.move(minutes=15)
    assert not is_in(client)


def test_an_editor_and_the_core_team_have_half_an_hour(client_for, clock):
    editor = client_for(make_member(roles=(Role.EDITOR,)))
    seated = client_for(make_seat(make_member()))
    clock.move(minutes=20)
    assert is_in(editor)
    assert is_in(seated)


def test_a_role_given_meanwhile_counts_at_once(client, user, clock):
    clock.move(minutes=20)
    user.groups.add(Group.objects.get_or_create(name=Role.COORDINATOR.value)[0])
    assert not is_in(client)


@pytest.mark.parametrize("saved_since", [True, False])
def test_after_twelve_hours_it_is_over_whatever_was_done(client, user, clock, saved_since):
    for _ in range(35):
        clock.move(minutes=20)
        assert is_in(client)
    if saved_since:
        # Django counts its own twelve hours from the last change of the session; ours count from the password.
        client.session.save()
    clock.move(minutes=20)
    assert not is_in(client)
    forget_over()
    assert LogLine.objects.filter(action="session.over", actor=user.public_id).count() == 1


@pytest.mark.parametrize("address", ["/berichten/bel/", STAY, "/vandaag/"])
def test_what_a_page_fetches_by_itself_keeps_nothing_alive(client, clock, address):
    for _ in range(2):
        clock.move(minutes=14)
        client.get(address, headers=BACKGROUND)
    clock.move(minutes=3)
    assert not is_in(client)


def test_wagtails_own_signs_of_life_keep_nothing_alive(client_for, clock):
    client = client_for(make_member(roles=(Role.EDITOR,)))
    clock.move(minutes=28)
    client.post("/cms/editing-sessions/ping/wagtailcore/page/1/1/")
    clock.move(minutes=3)
    assert client.get("/cms/").url.startswith("/account/inloggen/")


def test_the_log_says_why_and_the_server_keeps_nothing(client, user, clock):
    mark = client.session["open_session"]
    clock.move(minutes=31)
    is_in(client)
    line = LogLine.objects.get(action="session.idle")
    assert (line.actor, line.object_id) == (user.public_id, mark)
    assert not OpenSession.objects.exists()


def test_people_are_led_to_the_door_and_told_why(client, clock):
    clock.move(minutes=31)
    response = client.get("/casussen/?page=2")
    assert response.url == "/account/inloggen/?next=%2Fcasussen%2F%3Fpage%3D2&why=idle"
    assert "omdat er een tijd niets gebeurde" in client.get(response.url).content.decode()


def test_what_was_posted_too_late_changes_nothing(client, user, clock):
    clock.move(minutes=31)
    assert client.post("/berichten/gelezen/").url == "/account/inloggen/?why=idle"


def test_a_public_page_greets_them_as_a_visitor(client, clock):
    clock.move(minutes=31)
    page = client.get("/account/wachtwoord-vergeten/")
    assert page.status_code == 200
    assert "omdat er een tijd niets gebeurde" in page.content.decode()
    assert "data-socket" not in page.content.decode()


@pytest.mark.parametrize("why", ["", "x", "<script>", "idle' onclick="])
def test_a_made_up_reason_says_nothing(why):
    page = Client().get("/account/inloggen/", {"why": why}).content.decode()
    assert "<script>x" not in page
    assert "omdat er een tijd niets gebeurde" not in page


def test_seen_is_written_at_most_once_a_minute(client, clock):
    before = OpenSession.objects.get().seen_at
    clock.move(seconds=30)
    is_in(client)
    assert OpenSession.objects.get().seen_at == before
    clock.move(seconds=31)
    is_in(client)
    assert OpenSession.objects.get().seen_at > before


def test_half_way_the_same_holds(half_client_for, clock):
    client = half_client_for(make_member())
    clock.move(minutes=31)
    assert client.get("/account/code/").url.startswith("/account/inloggen/")


def test_staying_says_how_long_and_counts_as_an_act(client, clock):
    clock.move(minutes=29)
    assert 0 < int(client.get(STAY, headers=BACKGROUND).content) <= 60
    assert int(client.post(STAY).content) > 29 * 60
    clock.move(minutes=25)
    assert is_in(client)


def test_staying_does_not_go_past_twelve_hours(client, clock):
    for _ in range(35):
        clock.move(minutes=20)
        client.post(STAY)
    clock.move(minutes=19)
    assert int(client.post(STAY).content) <= 60


def test_who_is_out_has_nothing_left(client, clock, half_client_for):
    clock.move(minutes=31)
    assert client.get(STAY).content == b"0"
    assert client.post(STAY).content == b"0"
    assert half_client_for(make_member()).get(STAY).content == b"0"


def test_the_page_knows_how_long_it_has(client, user):
    page = client.get("/casussen/nieuw/").content.decode()
    assert 'data-left="1' in page
    row = OpenSession.objects.get()
    local = timezone.localtime(ends_at(row, user))
    assert f"tot {local.hour}.{local.minute:02} uur" in page


def test_a_second_factor_is_fresh_for_ten_minutes(client, user, rf, clock):
    request = rf.get("/")
    request.user, request.session = user, client.session
    assert verified_recently(request)
    clock.move(minutes=9, seconds=55)
    assert verified_recently(request)
    clock.move(seconds=10)
    assert not verified_recently(request)
    assert FRESH.total_seconds() == 600


def test_sessions_that_nobody_came_back_to_are_ended_by_the_clock(client_for, clock, user):
    client_for(user)
    clock.move(minutes=31)
    fresh = client_for(make_member())
    assert forget_over() == 1
    assert OpenSession.objects.get().session_key == fresh.session.session_key
    assert LogLine.objects.get(action="session.idle").actor == user.public_id
