"""One's own account: name, colours, password, address. About whoever is signed in, and nobody else."""

import re

import pytest
from django.conf import settings
from django.test import Client

from accounts.actions.account import forget_old_changes
from accounts.models import EmailChange, User
from audit.models import LogLine, Result
from tests.factories import PASSWORD, make_member

pytestmark = pytest.mark.django_db

ME, PASSWORD_PAGE, EMAIL = "/account/", "/account/wachtwoord/", "/account/e-mailadres/"
NEW = "groene fiets onder water"
THEIRS = ["/account/gegevens/", "/account/kleuren/", PASSWORD_PAGE, EMAIL, f"{EMAIL}x/", "/account/afwezig/"]


@pytest.fixture
def user():
    return make_member("Noor Test", email="noor@example.org")


@pytest.fixture
def sent(mailoutbox, django_capture_on_commit_callbacks):
    """Give a function that does something, and then gives the mails of it by address."""

    def doing(act):
        del mailoutbox[:]
        with django_capture_on_commit_callbacks(execute=True):
            answer = act()
        return answer, {mail.to[0]: mail.body for mail in mailoutbox}

    return doing


@pytest.mark.parametrize("address", THEIRS)
def test_it_is_for_who_is_in(address, user, client, half_client_for):
    assert client.get(address).url.startswith("/account/inloggen/")
    assert half_client_for(user).get(address).url.startswith("/account/code/")


# --- name and work, colours -----------------------------------------------------------------------------------------


def test_name_and_work_can_be_changed(user, client_for):
    client = client_for(user)
    typed = {"first_name": "Nora", "last_name": "Test", "job_title": "ouderenwerker"}
    assert client.post("/account/gegevens/", {**typed, "first_name": ""}).status_code == 422
    assert client.post("/account/gegevens/", typed).url == ME
    assert "Nora Test" in client.get(ME).content.decode()
    assert LogLine.objects.filter(action="account.describe", actor=user.public_id).count() == 1


def test_nothing_else_can_be_posted_along(user, client_for):
    typed = {"first_name": "N", "last_name": "T", "email": "x@y.example", "partner": "", "is_active": "", "roles": "x"}
    client_for(user).post("/account/gegevens/", {**typed, "is_superuser": "on", "theme": "dark"})
    after = User.objects.get(pk=user.pk)
    assert (after.email, after.partner, after.theme) == (user.email, user.partner, "")


@pytest.mark.parametrize(("theme", "html"), [("dark", 'data-theme="dark"'), ("light", 'data-theme="light"')])
def test_colours_are_remembered(theme, html, user, client_for):
    client = client_for(user)
    assert "data-theme" not in client.get(ME).content.decode()
    client.post("/account/kleuren/", {"theme": theme})
    assert html in client.get(ME).content.decode()
    client.post("/account/kleuren/", {"theme": "device"})
    assert "data-theme" not in client.get(ME).content.decode()


def test_other_colours_there_are_not(user, client_for):
    client = client_for(user)
    client.post("/account/kleuren/", {"theme": 'red" onload="'})
    assert client.get("/account/kleuren/").status_code == 405
    assert User.objects.get(pk=user.pk).theme == ""


# --- the password ---------------------------------------------------------------------------------------------------


def test_a_new_password_works_and_the_old_one_does_not(user, client_for, sent):
    client = client_for(user)
    answer, mails = sent(lambda: client.post(PASSWORD_PAGE, {"old": PASSWORD, "new": NEW}))
    assert answer.url == ME
    assert list(mails) == [user.email]
    after = User.objects.get(pk=user.pk)
    assert after.check_password(NEW)
    assert LogLine.objects.filter(action="account.password", result=Result.OK, actor=user.public_id).count() == 1


def test_here_one_stays_in_under_a_new_key_and_elsewhere_one_is_out(user, client_for):
    client, other = client_for(user), client_for(user)
    stolen, before = Client(), client.session.session_key
    client.post(PASSWORD_PAGE, {"old": PASSWORD, "new": NEW})
    assert client.get("/berichten/").status_code == 200
    assert client.session.session_key != before
    assert other.get("/berichten/").status_code == 302
    stolen.cookies[settings.SESSION_COOKIE_NAME] = before
    assert stolen.get("/berichten/").status_code == 302


def test_without_the_old_one_there_is_no_new_one(user, client_for):
    client = client_for(user)
    assert client.post(PASSWORD_PAGE, {"old": "iets anders", "new": NEW}).status_code == 422
    assert User.objects.get(pk=user.pk).check_password(PASSWORD)
    assert LogLine.objects.filter(action="account.password", result=Result.FAILED).count() == 1


def test_guessing_the_old_one_ends_after_ten_and_closes_nothing_else(user, client_for, client, clock):
    mine = client_for(user)
    for _ in range(10):
        mine.post(PASSWORD_PAGE, {"old": "iets anders", "new": NEW})
    assert mine.post(PASSWORD_PAGE, {"old": PASSWORD, "new": NEW}).status_code == 422
    assert client.post("/account/inloggen/", {"email": user.email, "password": PASSWORD}).status_code == 302
    clock.move(minutes=16)
    assert client_for(user).post(PASSWORD_PAGE, {"old": PASSWORD, "new": NEW}).url == ME


def test_links_that_waited_end_with_the_old_password(user, client_for, sent):
    client = client_for(user)
    link, _mails = ask(client, sent)
    client.post(PASSWORD_PAGE, {"old": PASSWORD, "new": NEW})
    assert client.get(link).status_code == 404


@pytest.mark.parametrize("new", ["kort", "noor test noor test", "x" * 129, "wachtwoord1234"])
def test_a_password_that_is_easy_or_too_long_is_refused(new, user, client_for):
    page = client_for(user).post(PASSWORD_PAGE, {"old": PASSWORD, "new": new})
    assert page.status_code == 422
    assert new not in page.content.decode()
    assert User.objects.get(pk=user.pk).check_password(PASSWORD)


# --- the address ----------------------------------------------------------------------------------------------------


def ask(client: Client, sent, email: str = "nieuw@example.org"):
    """Ask for another address, and give the link that was mailed to it."""
    _answer, mails = sent(lambda: client.post(EMAIL, {"email": email}))
    found = re.search(r"http://[^/\s]+(/account/e-mailadres/\S+)", mails[email.lower()])
    return found.group(1) if found else None, mails


def test_a_new_address_is_confirmed_and_the_old_one_is_told(user, client_for, sent):
    client = client_for(user)
    link, mails = ask(client, sent, "Nieuw@Example.org")
    assert set(mails) == {"noor@example.org", "nieuw@example.org"}
    assert link not in mails["noor@example.org"]
    assert client.get(link).status_code == 200
    assert User.objects.get(pk=user.pk).email == "noor@example.org"
    answer, mails = sent(lambda: client.post(link))
    assert answer.url == ME
    assert User.objects.get(pk=user.pk).email == "nieuw@example.org"
    assert list(mails) == ["noor@example.org"]
    assert client.post(link).status_code == 404


def test_only_who_asked_can_confirm(user, client_for, sent, client):
    link, _mails = ask(client_for(user), sent)
    other = client_for(make_member())
    assert other.get(link).status_code == 404
    assert other.post(link).status_code == 404
    assert client.post(link).url.startswith("/account/inloggen/")
    assert client.get(link).url == f"/account/inloggen/?next={link.replace('/', '%2F')}"
    assert User.objects.get(pk=user.pk).email == "noor@example.org"


def test_a_link_is_good_for_a_day_and_the_next_one_ends_it(user, client_for, sent, clock):
    client = client_for(user)
    link, _mails = ask(client, sent)
    newer, _mails = ask(client, sent, "nog.nieuwer@example.org")
    assert client.get(link).status_code == 404
    clock.move(days=1, minutes=1)
    assert client_for(user).get(newer).status_code == 404


def test_an_address_in_use_gets_a_note_and_the_answer_tells_nothing(user, client_for, sent):
    client = client_for(user)
    taken = make_member(email="bezet@example.org")
    free_answer, _mails = sent(lambda: client.post(EMAIL, {"email": "vrij@example.org"}))
    answer, mails = sent(lambda: client.post(EMAIL, {"email": taken.email}))
    assert (answer.status_code, answer.url) == (free_answer.status_code, free_answer.url)
    assert "/account/e-mailadres/" not in mails[taken.email]
    assert set(mails) == {user.email, taken.email}


def test_an_address_taken_since_is_refused(user, client_for, sent):
    client = client_for(user)
    link, _mails = ask(client, sent)
    make_member(email="nieuw@example.org")
    client.post(link)
    assert User.objects.get(pk=user.pk).email == "noor@example.org"


def test_ones_own_address_and_no_address_are_refused(user, client_for):
    client = client_for(user)
    assert client.post(EMAIL, {"email": "NOOR@example.org"}).status_code == 422
    assert client.post(EMAIL, {"email": "geen adres"}).status_code == 422
    assert not EmailChange.objects.exists()


def test_the_link_lies_nowhere_in_plain_text(user, client_for, sent):
    link, _mails = ask(client_for(user), sent)
    token = link.rstrip("/").rsplit("/", 1)[-1]
    assert len(token) >= 40
    assert token not in str(vars(EmailChange.objects.get()))
    assert token not in str([vars(line) for line in LogLine.objects.all()])


def test_what_nobody_confirmed_in_time_is_forgotten(user, client_for, sent, clock):
    ask(client_for(user), sent)
    assert forget_old_changes() == 0
    clock.move(days=1, minutes=1)
    assert forget_old_changes() == 1
