"""The first step in: a password, and one answer for everybody who does not get in."""

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client
from django.urls import reverse

from audit.models import LogLine, Result
from tests.factories import PASSWORD, make_member, make_user

pytestmark = pytest.mark.django_db

SIGN_IN = "/account/inloggen/"


def give(client: Client, email: str, password: str = PASSWORD, **more: str):
    return client.post(SIGN_IN, {"email": email, "password": password, **more})


def refused(kind: str) -> tuple[str, str]:
    """Give an address and a password that do not get in, for each reason there is."""
    if kind == "unknown":
        return "niemand@example.org", PASSWORD
    user = make_user(is_active=kind != "blocked", is_demo=kind == "demo")
    return user.email, "iets anders" if kind == "wrong" else PASSWORD


def test_the_right_password_leads_to_the_second_step(client):
    user = make_member()
    response = give(client, user.email.upper())
    assert (response.status_code, response.url) == (302, reverse("accounts:code"))
    assert LogLine.objects.get(action="sign_in.password").actor == user.public_id


def test_whoever_is_refused_gets_the_same_answer(client):
    answers = set()
    for kind in ("wrong", "unknown", "blocked", "demo"):
        response = give(client, refused(kind)[0], refused(kind)[1])
        form = response.context["form"]
        answers.add((response.status_code, str(form.errors), tuple(sorted(response.cookies))))
    assert len(answers) == 1
    assert answers.pop()[0] == 422


@pytest.mark.parametrize(
    ("kind", "action", "known", "result"),
    [
        ("wrong", "sign_in.password", True, Result.FAILED),
        ("unknown", "sign_in.unknown", False, Result.FAILED),
        ("blocked", "sign_in.password", True, Result.REFUSED),
        ("demo", "sign_in.password", True, Result.REFUSED),
    ],
)
def test_the_log_tells_apart_what_the_answer_does_not(client, kind, action, known, result):
    email, password = refused(kind)
    give(client, email, password)
    line = LogLine.objects.get(action__startswith="sign_in")
    assert (line.action, line.result, bool(line.actor), line.origin) == (action, result, known, "127.0.0.1")
    assert email not in str(vars(line))


@pytest.mark.parametrize("kind", ["right", "wrong", "unknown", "blocked", "demo"])
def test_every_answer_costs_one_hash(client, monkeypatch, kind):
    email, password = (make_user().email, PASSWORD) if kind == "right" else refused(kind)
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *args: hashed.append(1) or encode(*args))
    give(client, email, password)
    assert len(hashed) == 1


def test_the_session_gets_a_new_key_at_the_password(client):
    user = make_member()
    client.post("/account/uitloggen/")  # Leaves a message, and so a session.
    before = client.session.session_key
    give(client, user.email)
    assert before
    assert client.session.session_key != before


def test_a_password_alone_opens_nothing(half_client_for):
    client = half_client_for(make_member())
    for address in ("/casussen/", "/berichten/", "/account/", "/cms/", "/account/herstelcodes/"):
        assert client.get(address).url.startswith("/account/code/")


def test_who_is_in_is_not_asked_again(client_for):
    client = client_for(make_member())
    assert client.get(SIGN_IN, {"next": "/berichten/"}).url == "/berichten/"
    assert client.get("/account/code/", {"next": "/berichten/"}).url == "/berichten/"
    assert client.get("/account/herstelcode/").url == "/"


def test_who_is_half_way_is_led_on(half_client_for):
    response = half_client_for(make_member()).get(SIGN_IN, {"next": "/berichten/"})
    assert response.url == "/account/code/?next=%2Fberichten%2F"


def test_the_way_back_is_carried_through_both_steps(client):
    user = make_member()
    assert give(client, user.email, next="/berichten/").url == "/account/code/?next=%2Fberichten%2F"
    assert 'value="/berichten/"' in client.get("/account/code/?next=%2Fberichten%2F").content.decode()


def test_a_password_is_not_shown_again(client):
    response = give(client, "niemand@example.org", "dit typte ik")
    assert "dit typte ik" not in response.content.decode()
    assert "niemand@example.org" in response.content.decode()


def test_without_a_password_nothing_is_tried(client):
    response = give(client, "niemand@example.org", "")
    assert response.status_code == 422
    assert not LogLine.objects.filter(action__startswith="sign_in").exists()


def test_a_form_from_elsewhere_is_refused():
    user = make_member()
    client = Client(enforce_csrf_checks=True)
    assert give(client, user.email).status_code == 403
    assert "_auth_user_id" not in client.session


def test_a_new_password_ends_the_old_sessions(client_for):
    user = make_member()
    client = client_for(user)
    assert client.get("/berichten/").status_code == 200
    user.set_password("een heel nieuw wachtwoord")
    user.save()
    assert client.get("/berichten/").status_code == 302


def test_a_blocked_person_is_out_at_the_next_request(client_for):
    user = make_member()
    client = client_for(user)
    user.is_active = False
    user.save()
    assert client.get("/berichten/").url.startswith(SIGN_IN)
