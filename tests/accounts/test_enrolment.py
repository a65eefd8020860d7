"""Setting up the second factor: for who has none, and never in place of one that is there."""

import re
from base64 import b32decode

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from accounts.crypto import decrypt
from accounts.models import Authenticator, RecoveryCode
from audit.models import LogLine
from tests.factories import make_member, make_user

pytestmark = pytest.mark.django_db

ENROL = "/account/instellen/"


@pytest.fixture
def user():
    return make_user()


def shown(client: Client) -> Authenticator:
    """Give the authenticator whose secret the page shows, as an app on a phone would have it."""
    letters = client.get(ENROL).context["secret"].replace(" ", "")
    return Authenticator.unsaved(make_user(), b32decode(letters + "=" * (-len(letters) % 8)))


def test_the_first_right_code_sets_it_up(user, half_client_for):
    client = half_client_for(user)
    before = client.session.session_key
    response = client.post(ENROL, {"code": shown(client).unspent_code(), "next": "/berichten/"})
    assert response.status_code == 200
    assert len(response.context["codes"]) == 10
    assert response.context["onward"] == "/berichten/"
    assert client.session.session_key != before
    assert Authenticator.objects.get(user=user).confirmed
    assert client.get("/account/").status_code == 200
    assert LogLine.objects.filter(action="factor.enrol", actor=user.public_id).count() == 1


def test_the_code_that_set_it_up_is_spent(user, half_client_for):
    client = half_client_for(user)
    code = shown(client).unspent_code()
    client.post(ENROL, {"code": code})
    assert half_client_for(user).post("/account/code/", {"code": code}).status_code == 422


def test_a_wrong_code_keeps_the_secret_that_was_scanned(user, half_client_for):
    client = half_client_for(user)
    phone = shown(client)
    wrong = f"{(int(phone.unspent_code()) + 1) % 1_000_000:06d}"
    response = client.post(ENROL, {"code": wrong})
    assert response.status_code == 422
    assert not Authenticator.objects.filter(user=user).exists()
    assert client.post(ENROL, {"code": phone.unspent_code()}).status_code == 200


def test_a_second_one_never_replaces_the_first(half_client_for):
    member = make_member()
    client = half_client_for(member)
    assert client.get(ENROL).url == "/account/code/"
    assert client.post(ENROL, {"code": "123456"}).url == "/account/code/"
    assert Authenticator.objects.filter(user=member).count() == 1


def test_whoever_was_half_way_when_it_was_set_up_cannot_add_another(user, half_client_for):
    thief, owner = half_client_for(user), half_client_for(user)
    theirs, own = shown(thief), shown(owner)
    owner.post(ENROL, {"code": own.unspent_code()})
    assert thief.post(ENROL, {"code": theirs.unspent_code()}).url == "/account/code/"
    assert decrypt(Authenticator.objects.get(user=user).secret) == decrypt(own.secret)


def test_a_double_click_makes_one(user, half_client_for):
    client = half_client_for(user)
    code = shown(client).unspent_code()
    second = Client()
    second.cookies = client.cookies.copy()
    assert client.post(ENROL, {"code": code}).status_code == 200
    assert second.post(ENROL, {"code": code}).status_code == 302
    assert (Authenticator.objects.filter(user=user).count(), RecoveryCode.objects.count()) == (1, 10)


def test_the_secret_lies_nowhere_in_plain_text(user, half_client_for):
    client = half_client_for(user)
    phone = shown(client)
    plain = (decrypt(phone.secret), phone.secret_text.encode())
    kept = str(Session.objects.get(session_key=client.session.session_key).get_decoded()).encode()
    assert not any(form in kept for form in plain)
    client.post(ENROL, {"code": phone.unspent_code()})
    stored = Authenticator.objects.get(user=user).secret.encode()
    assert not any(form in stored for form in plain)
    assert "authenticator" not in client.session


def test_the_qr_code_is_drawn_without_anybody_else(user, half_client_for):
    html = half_client_for(user).get(ENROL).content.decode()
    assert re.search(r'<img[^>]+src="data:image/svg\+xml', html)
    assert "otpauth" not in html


def test_the_address_for_the_app_names_the_network_and_the_person(user):
    device = Authenticator.unsaved(user, b"x" * 20)
    assert device.address.startswith("otpauth://totp/Spil%20Asten%3A")
    assert "secret=PB4HQ6DYPB4HQ6DYPB4HQ6DYPB4HQ6DY&" in device.address


def test_recovery_codes_alone_let_nobody_set_up_a_first_factor_of_somebody_else(half_client_for):
    client = half_client_for(make_user())
    assert client.post("/account/herstelcode/", {"code": "aaaa-aaaa-aaaa-aaaa"}).status_code == 422
