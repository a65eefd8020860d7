"""Passkeys at the door: alone with a finger or a PIN, beside a password without; one answer for all that are not right."""

import pytest
from django.test import Client
from django_otp_webauthn.models import WebAuthnCredential

from accounts.models import OpenSession, User
from audit.models import LogLine, Result
from tests.factories import make_member
from tests.passkeys import ADD, ASK, GIVE, MAKE, Passkey, add, give, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return make_member()


@pytest.fixture
def passkey(user, client_for):
    made = Passkey()
    assert add(client_for(user), made).status_code == 200
    return made


def lines(action: str) -> list[tuple[str, str]]:
    return list(LogLine.objects.filter(action=action).order_by("pk").values_list("actor", "result"))


# --- alone ----------------------------------------------------------------------------------------------------------


def test_a_passkey_alone_is_both_steps(user, passkey, client):
    answer = give(client, passkey, "/berichten/")
    assert answer.status_code == 200
    assert answer.json()["redirect_url"] == "/berichten/"
    assert client.get("/berichten/").status_code == 200
    assert lines("sign_in.passkey") == [(user.public_id, Result.OK)]


def test_it_begins_a_session_of_its_own_under_a_new_key(user, passkey, client):
    send(client, ASK)
    before = client.session.session_key
    give(client, passkey)
    assert before != client.session.session_key
    row = OpenSession.objects.get(session_key=client.session.session_key)
    assert row.user == user
    assert row.verified_at is not None


def test_without_a_finger_or_a_pin_it_is_not_enough_alone(user, client_for, client):
    passkey = Passkey(verifies=False)
    add(client_for(user), passkey)
    assert send(client, ASK).json()["userVerification"] == "required"
    assert give(client, passkey).status_code == 422
    assert "_auth_user_id" not in client.session


def test_the_way_back_never_leads_off_the_site(passkey, client):
    assert give(client, passkey, "https://kwaad.example/").json()["redirect_url"] == "/"


@pytest.mark.parametrize("reason", ["is_active", "is_demo"])
def test_an_account_not_in_use_is_refused(reason, user, passkey, client):
    User.objects.filter(pk=user.pk).update(**{reason: reason == "is_demo"})
    assert give(client, passkey).status_code == 403
    assert "_auth_user_id" not in client.session
    assert lines("sign_in.passkey") == [(user.public_id, Result.REFUSED)]


def test_a_passkey_that_was_switched_off_is_refused(passkey, client):
    WebAuthnCredential.objects.update(confirmed=False)
    assert give(client, passkey).status_code == 403


def test_all_that_is_not_right_gets_the_same_sentence(user, passkey, client):
    forged = Passkey()
    forged.id = passkey.id
    elsewhere = Passkey(origin="http://kwaad.example")
    elsewhere.id, elsewhere.secret = passkey.id, passkey.secret
    answers = [give(client, wrong) for wrong in (Passkey(), forged, elsewhere)]
    assert len({(answer.status_code, answer.content) for answer in answers}) == 1
    assert lines("sign_in.passkey") == [("", Result.FAILED)] * 3
    assert "_auth_user_id" not in client.session


def test_a_challenge_is_good_for_once(passkey, client):
    answer = passkey.signed(send(client, ASK).json())
    assert send(client, GIVE, answer).status_code == 200
    assert send(client, GIVE, answer).status_code == 400


def test_an_old_answer_does_not_fit_a_new_challenge(passkey):
    first, second = Client(), Client()
    answer = passkey.signed(send(first, ASK).json())
    send(second, ASK)
    assert send(second, GIVE, answer).status_code == 422
    assert "_auth_user_id" not in second.session


# --- beside a password ----------------------------------------------------------------------------------------------


def test_beside_a_password_having_it_is_enough(user, client_for, half_client_for):
    passkey = Passkey(verifies=False)
    add(client_for(user), passkey)
    client = half_client_for(user)
    before = client.session.session_key
    assert send(client, ASK).json()["userVerification"] == "discouraged"
    assert give(client, passkey).status_code == 200
    assert client.get("/berichten/").status_code == 200
    assert client.session.session_key != before


def test_somebody_elses_passkey_is_no_second_factor(user, passkey, half_client_for):
    client = half_client_for(make_member())
    assert give(client, passkey).status_code == 422
    assert client.get("/berichten/").url.startswith("/account/code/")


def test_a_challenge_for_a_second_factor_lets_nobody_in_alone(user, client_for, half_client_for):
    other, passkey = make_member(), Passkey(verifies=False)
    add(client_for(other), passkey)
    client = half_client_for(user)
    challenge = send(client, ASK).json()
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert send(client, GIVE, passkey.signed(challenge)).status_code in {400, 403}
    assert client.get("/berichten/").status_code == 302


def test_the_code_page_offers_it_to_who_has_one(user, half_client_for):
    assert "otp_webauthn_auth.js" not in half_client_for(user).get("/account/code/").content.decode()


def test_who_has_only_a_passkey_is_asked_for_that_and_sets_up_nothing_past_it(user, passkey, half_client_for):
    user.authenticator_set.all().delete()
    client = half_client_for(user)
    page = client.get("/account/code/?next=/berichten/")
    assert page.context["form"] is None
    assert "passkey-verification-button" in page.content.decode()
    assert client.get("/account/instellen/").url == "/account/code/"
    assert client.post("/account/instellen/", {"code": "123456"}).url == "/account/code/"
    assert give(client, passkey).status_code == 200


# --- making one -----------------------------------------------------------------------------------------------------


def test_a_new_passkey_is_told_and_written_down(user, client_for, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = add(client_for(user), Passkey())
    assert answer.json()["url"].startswith("/account/sleutels/")
    assert lines("factor.passkey_add") == [(user.public_id, Result.OK)]
    assert [mail.to for mail in mailoutbox] == [[user.email]]


@pytest.mark.parametrize("address", [MAKE, ADD])
def test_only_who_is_all_the_way_in_makes_one(address, user, client, half_client_for):
    assert send(client, address).url.startswith("/account/inloggen/")
    assert send(half_client_for(user), address).url.startswith("/account/code/")


@pytest.mark.parametrize("address", [MAKE, ADD])
def test_making_one_asks_for_a_second_factor_of_the_last_ten_minutes(address, user, client_for, clock):
    client = client_for(user)
    clock.move(minutes=11)
    assert send(client, address).status_code == 403
    assert not WebAuthnCredential.objects.exists()


def test_the_same_passkey_twice_is_refused(user, passkey, client_for):
    assert add(client_for(user), passkey).status_code == 422
    assert add(client_for(make_member()), passkey).status_code == 422
    assert WebAuthnCredential.objects.count() == 1


# --- the door itself ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [ASK, GIVE, MAKE, ADD])
def test_only_a_post_and_only_from_a_page_of_ours(address, user, client_for):
    assert client_for(user).get(address).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client_for(user).cookies
    assert send(strict, address).status_code == 403


BODIES = [
    b"",
    b"{",
    b"[]",
    b'"x"',
    b"null",
    b"\xff\xfe",
    b"[" * 50_000,
    b'{"id": "x", "rawId": "x", "type": "public-key", "response": {}}',
    b'{"id": 1, "rawId": null, "response": 3, "clientExtensionResults": 5}',
]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("address", [GIVE, ADD])
def test_no_body_makes_it_fall_over(address, body, user, client_for):
    client = client_for(user)
    send(client, ASK)
    send(client, MAKE)
    answer = client.post(address, body, content_type="application/json")
    assert 400 <= answer.status_code < 500
    assert answer.json()["detail"]


def bent(sent: dict, path: tuple[str, ...], value: object) -> dict:
    """Give what was sent with one part of it replaced."""
    if not path:
        return value  # type: ignore[return-value]
    return {**sent, path[0]: bent(sent[path[0]] if len(path) > 1 else {}, path[1:], value)}


PARTS = [
    ("id",),
    ("rawId",),
    ("type",),
    ("response", "clientDataJSON"),
    ("response", "attestationObject"),
    ("response", "transports"),
    ("clientExtensionResults",),
    ("clientExtensionResults", "credProps"),
]


@pytest.mark.parametrize("value", [None, 5, "", "AAAA", "é", [], {}, ["x"], "A" * 5000])
@pytest.mark.parametrize("path", PARTS)
def test_no_bent_part_makes_it_fall_over(path, value, user, client_for):
    client = client_for(user)
    made = Passkey().made(send(client, MAKE).json())
    assert send(client, ADD, bent(made, path, value)).status_code in {200, 422}


def test_the_table_of_passkeys_is_nowhere_in_the_answers(passkey, client):
    assert give(client, passkey).json() == {"id": "in", "redirect_url": "/"}
