"""Signing out, and choosing a language."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from audit.models import LogLine
from tests.factories import make_member

pytestmark = pytest.mark.django_db

SIGN_OUT = "/account/uitloggen/"
LANGUAGE = "/account/taal/"


def test_signing_out_ends_the_session_on_the_server(client_for):
    user = make_member()
    client = client_for(user)
    stolen = Client()
    stolen.cookies = client.cookies.copy()
    assert stolen.get("/berichten/").status_code == 200
    key = client.session.session_key
    response = client.post(SIGN_OUT)
    assert (response.status_code, response.url) == (302, "/")
    assert not Session.objects.filter(session_key=key).exists()
    assert stolen.get("/berichten/").status_code == 302
    assert LogLine.objects.filter(action="sign_out", actor=user.public_id).count() == 1


def test_the_browser_is_told_to_forget_but_not_the_cookies_of_the_whole_domain(client_for):
    response = client_for(make_member()).post(SIGN_OUT)
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert response.headers["Cache-Control"] == "no-store, private"


def test_a_get_signs_nobody_out(client_for):
    client = client_for(make_member())
    assert client.get(SIGN_OUT).status_code == 405
    assert client.get("/berichten/").status_code == 200


def test_wagtails_own_sign_out_is_ours(client_for):
    client = client_for(make_member())
    assert client.post("/cms/logout/").status_code == 302
    assert client.get("/berichten/").status_code == 302


def test_a_visitor_signs_out_without_harm(client):
    assert client.post(SIGN_OUT).status_code == 302
    assert not LogLine.objects.exists()


def test_half_way_one_can_say_this_is_not_me(half_client_for):
    client = half_client_for(make_member())
    client.post(SIGN_OUT)
    assert client.get("/account/code/").url.startswith("/account/inloggen/")


def test_a_visitor_chooses_a_language(client):
    assert 'lang="nl"' in client.get("/account/inloggen/").content.decode()
    response = client.post(LANGUAGE, {"language": "en", "next": "/account/inloggen/"})
    assert (response.status_code, response.url) == (302, "/account/inloggen/")
    page = client.get("/account/inloggen/")
    assert '<html lang="en"' in page.content.decode()
    assert page.headers["Content-Language"] == "en"


def test_a_member_keeps_the_choice_in_another_browser(client_for):
    user = make_member()
    client_for(user).post(LANGUAGE, {"language": "en"})
    user.refresh_from_db()
    assert user.language == "en"
    assert client_for(user).get("/berichten/").headers["Content-Language"] == "en"


def test_half_way_the_account_stays_as_it_is(half_client_for):
    user = make_member()
    half_client_for(user).post(LANGUAGE, {"language": "en"})
    user.refresh_from_db()
    assert user.language == "nl"


@pytest.mark.parametrize("language", ["", "fr", "nl-be", "../en", "en\x00"])
def test_a_language_spil_does_not_speak_changes_nothing(client_for, language):
    user = make_member()
    client = client_for(user)
    assert client.post(LANGUAGE, {"language": language}).status_code == 302
    user.refresh_from_db()
    assert user.language == "nl"
    assert "spil-language" not in client.cookies


def test_the_browsers_wish_and_a_forged_cookie_are_not_asked(client):
    client.cookies["spil-language"] = "zz"
    page = client.get("/account/inloggen/", headers={"accept-language": "en"})
    assert page.headers["Content-Language"] == "nl"
