"""A forgotten password: a mailed link, once, for two hours. It opens nothing by itself and leaves the second factor alone."""

import re

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

from accounts import browsers
from accounts.models import Authenticator, KnownBrowser, OpenSession, PasswordReset
from accounts.views.passwords import forgotten
from audit.models import LogLine, Result
from tests.accounts.test_throttle import gets_in, guess, known_client
from tests.factories import make_member

pytestmark = pytest.mark.django_db

ASK = "/account/wachtwoord-vergeten/"
NEW = "paarse ladder zonder dak"


@pytest.fixture
def user():
    return make_member()


@pytest.fixture
def link(user, mailoutbox) -> str:
    """Ask for a link, and give the path that came by mail."""
    Client().post(ASK, {"email": user.email.upper()})
    return path_in(mailoutbox[-1])


def path_in(mail) -> str:
    found = re.search(r"http://[^/]+(/account/nieuw-wachtwoord/\S+/)", mail.body)
    assert found
    return found.group(1)


def test_the_sign_in_page_leads_there(client):
    assert f'href="{ASK}"' in client.get("/account/inloggen/").content.decode()


@pytest.mark.parametrize("kind", ["known", "unknown", "blocked"])
def test_everybody_gets_the_same_answer_at_the_same_price(client, kind, mailoutbox, monkeypatch):
    email = "niemand@example.org" if kind == "unknown" else make_member(is_active=kind == "known").email
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *args: hashed.append(1) or encode(*args))
    response = client.post(ASK, {"email": email})
    assert (response.status_code, response.url, response.cookies.output()) == (302, "/account/wachtwoord-gevraagd/", "")
    assert hashed == []
    assert len(mailoutbox) == (kind == "known")
    assert email not in client.get(response.url).content.decode()
    line = LogLine.objects.get(action="password.ask")
    assert (line.result == Result.OK) is (kind == "known")


def test_the_mail_goes_out_after_the_answer(user, mailoutbox, rf):
    """So that the time of the answer does not tell who has an account."""
    response = forgotten(rf.post(ASK, {"email": user.email}))
    assert not mailoutbox
    response.close()
    response.close()
    assert len(mailoutbox) == 1


def test_the_link_is_stored_as_a_hash(link):
    token = link.rstrip("/").rpartition("/")[2]
    assert token not in str(list(PasswordReset.objects.values()))
    assert token not in str(list(LogLine.objects.values()))


def test_looking_at_it_changes_nothing_as_mail_scanners_do(client, link, user):
    for _ in range(3):
        assert client.get(link).status_code == 200
        assert client.head(link).status_code == 200
    assert PasswordReset.objects.get().used_at is None
    assert gets_in(client, user)


def test_a_new_password_counts_and_the_old_one_does_not(link, user):
    assert Client().post(link, {"password": NEW}).url == "/account/inloggen/"
    assert gets_in(Client(), user, password=NEW)
    assert not gets_in(Client(), user)
    assert LogLine.objects.get(action="password.choose").actor == user.public_id


def test_the_second_factor_stays_as_it_is(client, link, user):
    before = Authenticator.objects.get(user=user).secret
    client.post(link, {"password": NEW})
    assert Authenticator.objects.get(user=user).secret == before
    assert not OpenSession.objects.exists()
    assert client.get("/berichten/").url.startswith("/account/inloggen/")
    gets_in(client, user, password=NEW)
    assert client.get("/berichten/").url.startswith("/account/code/")


def test_all_sessions_end_also_the_one_it_is_done_in(client_for, link, user):
    here, there = client_for(user), client_for(user)
    assert here.post(link, {"password": NEW}).status_code == 302
    assert "Uw wachtwoord is gewijzigd" in here.get("/account/inloggen/").content.decode()
    assert {each.get("/berichten/").status_code for each in (here, there)} == {302}


def test_the_owner_is_told(link, user, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        Client().post(link, {"password": NEW})
    assert mailoutbox[-1].to == [user.email]
    assert "gewijzigd" in mailoutbox[-1].subject
    assert NEW not in mailoutbox[-1].body


def test_it_works_once(link, user):
    Client().post(link, {"password": NEW})
    assert Client().get(link).status_code == 404
    assert Client().post(link, {"password": "een heel ander verhaal nu"}).status_code == 404
    assert gets_in(Client(), user, password=NEW)


def test_it_works_for_two_hours(client, link, clock):
    clock.move(hours=1, minutes=59)
    assert client.get(link).status_code == 200
    clock.move(minutes=2)
    assert client.get(link).status_code == 404


def test_using_one_link_ends_the_others(user, link, mailoutbox):
    Client().post(ASK, {"email": user.email})
    other = path_in(mailoutbox[-1])
    Client().post(link, {"password": NEW})
    assert Client().get(other).status_code == 404


def test_somebody_blocked_meanwhile_is_not_let_in_by_it(link, user):
    user.is_active = False
    user.save()
    assert Client().post(link, {"password": NEW}).status_code == 404


@pytest.mark.parametrize("token", ["x", "x" * 43, "x" * 2000, "%00", "é"])
def test_a_made_up_link_is_no_link(client, token):
    assert client.get(f"/account/nieuw-wachtwoord/{token}/").status_code == 404


def test_a_weak_password_is_refused_and_the_link_stays(client, link, user):
    for weak in ("kort", user.email, "welkom12345678", "x" * 200):
        assert client.post(link, {"password": weak}).status_code == 422
    assert client.post(link, {"password": NEW}).status_code == 302


def test_nobodys_mail_box_is_filled(user, mailoutbox, clock):
    for _ in range(8):
        assert Client().post(ASK, {"email": user.email}).status_code == 302
    assert len(mailoutbox) == 3
    clock.move(hours=3)
    Client().post(ASK, {"email": user.email})
    assert len(mailoutbox) == 4


def test_it_is_a_way_out_for_whose_name_was_closed_by_guessing(link, user):
    guess(user)
    browser = Client()
    browser.post(link, {"password": NEW})
    assert gets_in(browser, user, password=NEW)
    # And whoever goes on guessing closes it to strangers only.
    guess(user)
    browser.post("/account/uitloggen/")
    assert gets_in(browser, user, password=NEW)


def test_browsers_known_before_are_strangers_after_it(user, mailoutbox):
    before = known_client(user)
    Client().post(ASK, {"email": user.email})
    here = Client()
    here.post(path_in(mailoutbox[-1]), {"password": NEW})
    assert KnownBrowser.objects.count() == 1
    assert here.cookies[browsers.COOKIE].value
    guess(user)
    assert not gets_in(before, user, password=NEW)


def test_a_mail_server_that_is_away_shows_nothing(user, monkeypatch, client):
    def away(*_args, **_kwargs):
        raise OSError("away")

    monkeypatch.setattr("accounts.mails.send_mail", away)
    assert client.post(ASK, {"email": user.email}).status_code == 302


def test_an_english_reader_gets_an_english_mail(user, mailoutbox):
    user.language = "en"
    user.save()
    Client().post(ASK, {"email": user.email})
    assert mailoutbox[0].subject == "A new password for Spil"
