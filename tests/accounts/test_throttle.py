"""Guessing at the door: closed after ten wrong passwords, to strangers alone, with one answer at one price for everybody."""

import pytest
from django.db import transaction
from django.test import Client

from accounts import actions, browsers, tries
from accounts.models import Authenticator, KnownBrowser, WrongTries
from accounts.tries import About
from audit.models import LogLine, Result
from tests.factories import PASSWORD, make_member
from tests.passkeys import Passkey, add
from tests.passkeys import give as give_passkey

pytestmark = pytest.mark.django_db

SIGN_IN = "/account/inloggen/"


def give(client, user, password=PASSWORD, **more):
    email = user if isinstance(user, str) else user.email
    return client.post(SIGN_IN, {"email": email, "password": password}, **more)


def guess(user, times=10, **more) -> None:
    """Give wrong passwords as a stranger does: each from a browser and an address of its own."""
    for number in range(times):
        assert give(Client(), user, f"verkeerd {number}", REMOTE_ADDR=f"203.0.113.{number}", **more).status_code == 422


def gets_in(client, user, **more) -> bool:
    return give(client, user, **more).status_code == 302


def known_client(user) -> Client:
    """Give the browser of somebody who signed in with it before, and out again."""
    client = Client()
    give(client, user)
    client.post("/account/code/", {"code": Authenticator.objects.get(user=user).unspent_code()})
    client.post("/account/uitloggen/")
    return client


@pytest.fixture
def user():
    return make_member()


def test_nine_wrong_ones_are_forgiven_by_the_right_one(client, user):
    guess(user, 9)
    assert gets_in(client, user)
    assert not WrongTries.objects.filter(about=About.NAME).exists()


def test_after_ten_wrong_ones_from_ten_addresses_the_right_one_is_refused_for_a_quarter(client, user, clock):
    guess(user)
    assert not gets_in(client, user)
    clock.move(minutes=14, seconds=50)
    assert not gets_in(client, user)
    clock.move(seconds=15)
    assert gets_in(client, user)


def test_slow_guessing_adds_up_over_a_day(client, user, clock):
    for _ in range(10):
        guess(user, 1)
        clock.move(minutes=20)
    clock.move(minutes=-19)
    assert not gets_in(client, user)


def test_trying_on_does_not_keep_it_closed_for_longer(client, user, clock):
    guess(user)
    clock.move(minutes=10)
    guess(user, 20)
    clock.move(minutes=6)
    assert gets_in(client, user)


@pytest.mark.parametrize("header", ["x-forwarded-for", "x-real-ip", "forwarded", "x-client-ip", "true-client-ip"])
def test_forged_addresses_do_not_help(client, user, header):
    for number in range(10):
        give(Client(), user, "verkeerd", headers={header: f"198.51.100.{number}"})
    assert not gets_in(client, user, headers={header: "198.51.100.99"})
    addresses = {line.origin for line in LogLine.objects.filter(action__startswith="sign_in")}
    assert addresses == {"127.0.0.1"}


@pytest.mark.parametrize("write", [str.upper, str.title, lambda name: f"  {name}\t"])
def test_the_same_name_written_otherwise_is_the_same_name(client, user, write):
    for _ in range(10):
        give(Client(), write(user.email), "verkeerd")
    assert not gets_in(client, user)


def test_another_member_still_gets_in_from_the_same_address(client, user):
    for number in range(12):
        give(Client(), user, f"verkeerd {number}")
    assert gets_in(client, make_member())


def test_a_browser_that_signed_in_before_still_gets_in(user):
    owner = known_client(user)
    guess(user, 15)
    assert not gets_in(Client(), user)
    assert gets_in(owner, user)


def test_the_owner_with_a_passkey_still_gets_in_from_a_strange_browser(user, client_for):
    passkey = Passkey()
    add(client_for(user), passkey)
    guess(user, 15)
    browser = Client()
    assert not gets_in(browser, user)
    assert give_passkey(browser, passkey).status_code == 200
    assert browser.get("/berichten/").status_code == 200
    # And it opens nothing to who guesses on.
    assert not gets_in(Client(), user)


def test_a_known_browser_has_a_count_of_its_own(user, clock):
    owner = known_client(user)
    for number in range(10):
        give(owner, user, f"verkeerd {number}")
    assert not gets_in(owner, user)
    assert gets_in(Client(), user)
    clock.move(minutes=15, seconds=1)
    assert gets_in(owner, user)


def test_a_browser_known_to_one_is_a_stranger_to_another(user):
    colleague = make_member()
    browser = known_client(colleague)
    guess(user)
    assert not gets_in(browser, user)


def test_colleagues_share_a_computer(user):
    colleague = make_member()
    browser = known_client(colleague)
    give(browser, user)
    browser.post("/account/code/", {"code": Authenticator.objects.get(user=user).unspent_code()})
    browser.post("/account/uitloggen/")
    for each in (user, colleague):
        guess(each)
        assert gets_in(browser, each)


def test_a_password_alone_makes_no_browser_known(client, user):
    give(client, user)
    assert browsers.COOKIE not in client.cookies
    assert not KnownBrowser.objects.exists()


def test_the_cookie_is_random_stored_as_a_hash_and_closed_to_scripts(user):
    cookie = known_client(user).cookies[browsers.COOKIE]
    assert len(cookie.value) == 43
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Lax", "/", "")
    assert cookie.value not in str(KnownBrowser.objects.values())


@pytest.mark.parametrize("made_up", ["", "x", "x" * 43, "../" * 20, "é" * 43])
def test_a_made_up_cookie_makes_nobody_known(client, user, made_up):
    client.cookies[browsers.COOKIE] = made_up
    guess(user)
    assert not gets_in(client, user)


def test_after_half_a_year_a_browser_is_a_stranger_again(user, clock):
    owner = known_client(user)
    clock.move(days=181)
    guess(user)
    assert not gets_in(owner, user)
    assert browsers.forget_old() == 1


def test_fifty_wrong_ones_in_a_quarter_close_an_address_to_strangers(client, user, clock):
    owner = known_client(user)
    for number in range(50):
        give(Client(), f"niemand{number}@example.org", "verkeerd")
    assert not gets_in(client, user)
    assert gets_in(client, user, REMOTE_ADDR="203.0.113.9")
    assert gets_in(owner, user)
    clock.move(minutes=15, seconds=1)
    assert gets_in(Client(), user)


def test_right_passwords_fill_no_address_and_empty_none(user):
    for number in range(49):
        give(Client(), f"niemand{number}@example.org", "verkeerd")
    for _ in range(5):
        assert gets_in(Client(), user)
    give(Client(), "nog.iemand@example.org", "verkeerd")
    assert not gets_in(Client(), user)


def test_a_whole_network_of_ipv6_is_one_address():
    assert tries.network_of("2001:db8:1:2:3:4:5:6") == tries.network_of("2001:db8:1:2::1") == "2001:db8:1:2::/64"
    assert tries.network_of("203.0.113.1") == "203.0.113.1"
    assert tries.network_of("") == ""


def test_the_counts_tell_nobody_which_names_were_tried(user, settings):
    guess(user, 2)
    stored = str(list(WrongTries.objects.values()))
    assert user.email not in stored
    assert "203.0.113" not in stored
    before = tries.key_of(About.NAME, user.email)
    settings.SECRET_KEY = "een andere sleutel"
    assert tries.key_of(About.NAME, user.email) != before


def test_what_was_counted_and_logged_stays_when_the_request_falls_over(monkeypatch):
    user = make_member()

    def fall(*_args, **_kwargs):
        raise RuntimeError("the page fell over")

    monkeypatch.setattr("accounts.views.sign_in.render", fall)
    client = Client(raise_request_exception=False)
    for number in range(10):
        assert give(client, user, f"verkeerd {number}").status_code == 500
    monkeypatch.undo()
    assert not gets_in(Client(), user)
    assert LogLine.objects.filter(action="sign_in.password", result=Result.FAILED).count() == 10
    assert LogLine.objects.filter(action="sign_in.locked").count() == 1


def test_nobody_can_put_the_counting_in_a_transaction_that_may_be_undone(rf):
    with pytest.raises(RuntimeError), transaction.atomic():
        actions.give_password(request=rf.post(SIGN_IN), email="niemand@example.org", password="x")


def test_the_owner_hears_of_a_sign_in_after_three_wrong_ones(
    client, user, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        guess(user, 3)
        give(client, user)
        assert not mailoutbox
        client.post("/account/code/", {"code": Authenticator.objects.get(user=user).unspent_code()})
    assert [mail.to for mail in mailoutbox] == [[user.email]]
    assert "verkeerde wachtwoorden" in mailoutbox[0].subject
    assert "203.0.113" not in mailoutbox[0].body


def test_two_wrong_ones_are_no_news(client, user, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        guess(user, 2)
        give(client, user)
        client.post("/account/code/", {"code": Authenticator.objects.get(user=user).unspent_code()})
    assert not mailoutbox


def test_the_owner_hears_it_at_a_known_browser_too_and_once(
    user, mailoutbox, clock, django_capture_on_commit_callbacks
):
    owner = known_client(user)
    guess(user, 4)
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            clock.move(minutes=1)
            give(owner, user)
            owner.post("/account/code/", {"code": Authenticator.objects.get(user=user).unspent_code()})
            owner.post("/account/uitloggen/")
    assert len(mailoutbox) == 1


def test_old_counts_are_forgotten(user, clock):
    guess(user, 3)
    clock.move(hours=23)
    assert tries.forget_old() == 0
    clock.move(hours=2)
    assert tries.forget_old() == 4
