"""The second step in: six digits, each good for once, and slower after wrong ones."""

import pytest
from django.test import Client

from accounts.models import Authenticator
from audit.models import LogLine, Result
from tests.factories import make_member, make_user

pytestmark = pytest.mark.django_db

CODE = "/account/code/"


def give(client: Client, code: str):
    return client.post(CODE, {"code": code})


def right(user) -> str:
    return Authenticator.objects.get(user=user).unspent_code()


def wrong(user) -> str:
    return f"{(int(right(user)) + 1) % 1_000_000:06d}"


@pytest.fixture
def user():
    return make_member()


def last_result() -> str:
    return LogLine.objects.filter(action="sign_in.code").latest("pk").result


def test_the_right_code_opens_the_house(user, half_client_for):
    client = half_client_for(user)
    response = client.post(CODE, {"code": right(user), "next": "/berichten/"})
    assert (response.status_code, response.url) == (302, "/berichten/")
    assert client.get("/berichten/").status_code == 200
    assert last_result() == Result.OK


def test_spaces_do_not_matter(user, half_client_for):
    code = right(user)
    assert give(half_client_for(user), f" {code[:3]} {code[3:]} ").status_code == 302


def test_the_session_gets_a_new_key_at_the_second_factor(user, half_client_for):
    client = half_client_for(user)
    before = client.session.session_key
    give(client, right(user))
    assert client.session.session_key != before
    stolen = Client()
    stolen.cookies["spil-sessionid"] = before
    assert stolen.get("/berichten/").url.startswith("/account/inloggen/")


def test_a_wrong_code_opens_nothing(user, half_client_for):
    client = half_client_for(user)
    assert give(client, wrong(user)).status_code == 422
    assert client.get("/berichten/").status_code == 302
    assert last_result() == Result.FAILED


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "-12345", "12345\x00"])
def test_what_is_no_code_is_not_tried(user, half_client_for, code):
    assert give(half_client_for(user), code).status_code == 422
    assert not LogLine.objects.filter(action__startswith="sign_in").exists()


def test_a_code_works_once(user, half_client_for):
    code = right(user)
    assert give(half_client_for(user), code).status_code == 302
    second = half_client_for(user)
    assert give(second, code).status_code == 422
    assert second.get("/berichten/").status_code == 302


def test_a_code_from_before_the_last_one_is_spent_too(user, clock, half_client_for):
    early = right(user)
    clock.move(seconds=30)
    assert give(half_client_for(user), right(user)).status_code == 302
    assert give(half_client_for(user), early).status_code == 422


def test_an_old_code_is_refused(user, clock, half_client_for):
    code = right(user)
    clock.move(seconds=90)
    assert give(half_client_for(user), code).status_code == 422


def test_wrong_codes_slow_down_the_right_one_and_a_new_session_does_not_help(user, clock, half_client_for):
    for _ in range(8):
        give(half_client_for(user), wrong(user))
        clock.move(seconds=300)
    clock.move(seconds=-240)
    response = give(half_client_for(user), right(user))
    assert response.status_code == 422
    assert last_result() == Result.REFUSED
    clock.move(seconds=240)
    assert give(half_client_for(user), right(user)).status_code == 302


def test_another_member_is_not_slowed_down(user, half_client_for):
    for _ in range(5):
        give(half_client_for(user), wrong(user))
    other = make_member()
    assert give(half_client_for(other), right(other)).status_code == 302


def test_the_right_code_clears_the_slate(user, clock, half_client_for):
    for _ in range(4):
        give(half_client_for(user), wrong(user))
        clock.move(minutes=5)
    give(half_client_for(user), right(user))
    device = Authenticator.objects.get(user=user)
    assert (device.throttling_failure_count, device.verify_is_allowed()[0]) == (0, True)


def test_somebody_elses_code_is_wrong(user, half_client_for):
    other = make_member()
    assert give(half_client_for(user), right(other)).status_code == 422


def test_somebody_elses_device_in_the_session_proves_nothing(user, half_client_for):
    client = half_client_for(user)
    session = client.session
    session["otp_device_id"] = Authenticator.objects.get(user=make_member()).persistent_id
    session.save()
    assert client.get("/berichten/").url.startswith(CODE)


def test_a_device_that_is_no_longer_confirmed_proves_nothing(user, client_for):
    client = client_for(user)
    Authenticator.objects.filter(user=user).update(confirmed=False)
    assert client.get("/berichten/").status_code == 302


def test_who_has_no_authenticator_is_sent_to_set_one_up(half_client_for):
    client = half_client_for(make_user())
    assert client.get(CODE, {"next": "/berichten/"}).url == "/account/instellen/?next=%2Fberichten%2F"
