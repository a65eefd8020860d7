"""Open sessions: each has a row, follows its key, ends on the server, and is shown to its owner alone."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from accounts import actions
from accounts.errors import NotAllowed, NotPossible
from accounts.models import Authenticator, OpenSession, Role
from accounts.sessions import device_name
from audit.models import LogLine
from tests.factories import PASSWORD, make_member

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
SESSIONS = "/account/sessies/"


def give_password(client, user, **headers):
    return client.post("/account/inloggen/", {"email": user.email, "password": PASSWORD}, headers=headers)


def give_code(client, user):
    code = Authenticator.objects.get(user=user).unspent_code()
    return client.post("/account/code/", {"code": code})


def test_the_password_opens_a_session_with_a_row(client):
    user = make_member()
    give_password(client, user, **{"user-agent": FIREFOX})
    row = OpenSession.objects.get(user=user)
    assert (row.session_key, row.device, row.verified_at) == (client.session.session_key, "Firefox, Windows", None)


def test_the_row_follows_the_key_at_the_second_factor(client):
    user = make_member()
    give_password(client, user)
    before = client.session.session_key
    give_code(client, user)
    row = OpenSession.objects.get(user=user)
    assert client.session.session_key not in {before, None}
    assert row.session_key == client.session.session_key
    assert row.verified_at is not None


def test_signing_out_removes_the_row(client_for):
    client = client_for(make_member())
    client.post("/account/uitloggen/")
    assert not OpenSession.objects.exists()


def test_signing_in_again_here_ends_the_first_session(client):
    user = make_member()
    give_password(client, user)
    give_code(client, user)
    give_password(client, user)
    assert OpenSession.objects.count() == 1
    assert client.get("/berichten/").url.startswith("/account/code/")


def test_a_session_without_its_row_is_over_whatever_the_cookie_says(client_for):
    client = client_for(make_member())
    OpenSession.objects.all().delete()
    assert client.get("/berichten/").url.startswith("/account/inloggen/")
    assert not Session.objects.exists()


def test_somebody_elses_row_is_no_row(client_for):
    mine, theirs = client_for(make_member()), client_for(make_member())
    session = mine.session
    session["open_session"] = theirs.session["open_session"]
    session.save()
    assert mine.get("/berichten/").status_code == 302
    assert theirs.get("/berichten/").status_code == 200


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (FIREFOX, "Firefox, Windows"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605 Version/18.0 Safari/605", "Safari, macOS"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605 Version/18.0 Mobile Safari/604", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome, Android"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36", "Chrome, Linux"),
        ("curl/8.0", ""),
        ("", ""),
        ("<script>" * 5000, ""),
    ],
)
def test_a_device_is_named_coarsely_and_nothing_else_is_kept(agent, name):
    assert device_name(agent) == name


def test_people_see_their_own_sessions_and_which_one_is_this(client_for):
    user, outsider = make_member(), make_member()
    client, other = client_for(user), client_for(user)
    client_for(outsider)
    OpenSession.objects.filter(session_key=other.session.session_key).update(device="Firefox, Windows")
    page = client.get(SESSIONS)
    assert page.status_code == 200
    assert [row.user for row in page.context["sessions"]] == [user, user]
    assert page.context["sessions"][0].session_key == client.session.session_key
    assert "Firefox, Windows" in page.content.decode()
    assert other.session.session_key not in page.content.decode()


def test_one_of_the_others_can_be_ended(client_for):
    user = make_member()
    here, there = client_for(user), client_for(user)
    row = OpenSession.objects.get(session_key=there.session.session_key)
    key = there.session.session_key
    assert here.get(f"{SESSIONS}{row.public_id}/").status_code == 405
    assert here.post(f"{SESSIONS}{row.public_id}/").url == SESSIONS
    assert not Session.objects.filter(session_key=key).exists()
    assert there.get("/berichten/").status_code == 302
    assert here.get("/berichten/").status_code == 200
    assert LogLine.objects.filter(action="session.end", actor=user.public_id).count() == 1


def test_somebody_elses_cannot(client_for):
    owner = client_for(make_member())
    row = OpenSession.objects.get()
    client_for(make_member()).post(f"{SESSIONS}{row.public_id}/")
    assert owner.get("/berichten/").status_code == 200
    with pytest.raises(NotPossible):
        actions.end_session(by=make_member(), public_id=row.public_id)


def test_ending_this_one_is_signing_out(client_for):
    client = client_for(make_member())
    response = client.post(f"{SESSIONS}{client.session['open_session']}/")
    assert response.headers["Clear-Site-Data"]
    assert client.get("/berichten/").status_code == 302


def test_all_others_can_be_ended_at_once(client_for):
    user = make_member()
    here, others = client_for(user), [client_for(user), client_for(user)]
    stranger = client_for(make_member())
    assert here.post(f"{SESSIONS}overige/").url == SESSIONS
    assert here.get("/berichten/").status_code == stranger.get("/berichten/").status_code == 200
    assert {other.get("/berichten/").status_code for other in others} == {302}


def test_a_session_that_gets_a_new_key_in_the_same_breath_is_kept(client_for):
    """As a change of password does: the session that asked for it stays, under its new key."""
    user = make_member()
    client = client_for(user)
    session = client.session
    session.cycle_key()
    assert actions.end_sessions(user=user, by=user, but=session.session_key) == 0
    assert OpenSession.objects.filter(user=user).exists()


def test_the_privacy_officer_ends_anybodys_and_nobody_else_does(client_for):
    user = make_member()
    client = client_for(user)
    officer = make_member(roles=(Role.PRIVACY_OFFICER,))
    for outsider in (make_member(), make_member(roles=(Role.COORDINATOR,)), user):
        with pytest.raises(NotAllowed):
            actions.end_anybodys_sessions(by=outsider, user=user)
    assert client.get("/berichten/").status_code == 200
    assert actions.end_anybodys_sessions(by=officer, user=user) == 1
    assert client.get("/berichten/").status_code == 302
    line = LogLine.objects.get(action="session.end_all")
    assert (line.actor, line.object_id) == (officer.public_id, user.public_id)


def test_a_cookie_from_before_the_end_opens_nothing_again(client_for):
    user = make_member()
    client = client_for(user)
    stolen = Client()
    stolen.cookies = client.cookies.copy()
    actions.end_sessions(user=user, by=None)
    for each in (client, stolen):
        assert each.get("/berichten/").url == "/account/inloggen/?next=%2Fberichten%2F&why=ended"


def test_the_privacy_officers_page_has_a_form_for_it_and_nobody_elses(client_for):
    user, officer = make_member(), make_member(roles=(Role.PRIVACY_OFFICER,))
    client, address = client_for(user), "/account/sessies/iemand/"
    assert address in client_for(officer).get("/account/sessies/").content.decode()
    for outsider in (client, client_for(make_member(roles=(Role.COORDINATOR,)))):
        assert address not in outsider.get("/account/sessies/").content.decode()
        assert outsider.post(address, {"email": user.email}).status_code == 404
    by = client_for(officer)
    answer = by.post(address, {"email": "niemand@example.org"}, follow=True)
    assert "Niemand heeft een account met dit adres" in answer.content.decode()
    assert client.get("/berichten/").status_code == 200
    answer = by.post(address, {"email": user.email.upper()}, follow=True)
    assert user.name in answer.content.decode()
    assert client.get("/berichten/").status_code == 302
    assert by.get(address).status_code == 405
