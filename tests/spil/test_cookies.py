"""Cookies in production, as a browser gets them: __Host-, Secure, HttpOnly, SameSite, for the whole site and no other."""

from typing import Any

import pytest
from django.test import Client

from accounts import browsers
from accounts.models import Authenticator
from spil import settings as ours
from tests.factories import PASSWORD, make_member

pytestmark = pytest.mark.django_db

NAMES = [name for name in dir(ours) if name.endswith("COOKIE_NAME")]


@pytest.fixture
def production(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Name and secure cookies as settings.py does over https; tests/spil/test_settings.py proves that it does."""
    for name in NAMES:
        setattr(settings, name, "__Host-" + getattr(settings, name).removeprefix("spil-"))
        setattr(settings, name.replace("_NAME", "_SECURE"), True)
    monkeypatch.setattr(browsers, "COOKIE", "__Host-browser")


@pytest.mark.usefixtures("production")
def test_every_cookie_of_production_is_bound_to_this_host_and_to_https() -> None:
    member = make_member()
    client = Client()
    client.get("/account/inloggen/", secure=True)
    client.post("/account/taal/", {"language": "en"}, secure=True)
    client.post("/account/inloggen/", {"email": member.email, "password": PASSWORD}, secure=True)
    code = Authenticator.objects.get(user=member).unspent_code()
    client.post("/account/code/", {"code": code}, secure=True)
    assert client.get("/casussen/", secure=True).status_code == 200
    assert len(client.cookies) >= 4
    for name, cookie in client.cookies.items():
        assert name.startswith("__Host-"), name
        assert cookie["secure"], name
        assert cookie["httponly"], name
        assert (cookie["samesite"], cookie["path"], cookie["domain"]) in {("Lax", "/", ""), ("Strict", "/", "")}, name


def test_without_https_the_names_promise_nothing_they_cannot_hold(client: Client) -> None:
    client.get("/account/inloggen/")
    client.post("/account/taal/", {"language": "en"})
    assert client.cookies
    assert not [name for name in client.cookies if name.startswith("__")]
