"""Recovery codes: ten, shown once, kept as hashes, each good for once."""

import pytest
from django.test import Client

from accounts.actions import renew_recovery_codes
from accounts.models import RecoveryCode
from audit.models import LogLine, Result
from tests.factories import make_member

pytestmark = pytest.mark.django_db

RECOVERY = "/account/herstelcode/"


def give(client: Client, code: str):
    return client.post(RECOVERY, {"code": code})


@pytest.fixture
def user():
    return make_member()


@pytest.fixture
def codes(user):
    return renew_recovery_codes(by=user)


def test_a_code_lets_in_once(user, codes, half_client_for):
    client = half_client_for(user)
    before = client.session.session_key
    assert give(client, codes[0]).status_code == 302
    assert client.get("/berichten/").status_code == 200
    assert client.session.session_key != before
    assert give(half_client_for(user), codes[0]).status_code == 422
    assert give(half_client_for(user), codes[1]).status_code == 422  # Too soon after a wrong one.
    assert [line.result for line in LogLine.objects.filter(action="sign_in.recovery").order_by("pk")] == [
        Result.OK,
        Result.FAILED,
        Result.REFUSED,
    ]


@pytest.mark.parametrize(
    "typed",
    [
        str.upper,
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", " "),
        lambda code: code.replace("0", "O").replace("1", "l"),
        lambda code: f" {code} ",
    ],
)
def test_it_may_be_typed_as_people_do(user, codes, half_client_for, typed):
    assert give(half_client_for(user), typed(codes[3])).status_code == 302


def test_the_database_holds_hashes_only(user, codes):
    rows = RecoveryCode.objects.filter(device__user=user)
    assert rows.count() == 10 == len(set(codes))
    for code in codes:
        plain = code.replace("-", "")
        assert len(plain) == 16
        assert not any(code in row.digest or plain in row.digest for row in rows)


def test_wrong_codes_slow_down(user, codes, clock, half_client_for):
    for _ in range(6):
        give(half_client_for(user), "aaaa-aaaa-aaaa-aaaa")
        clock.move(minutes=2)
    clock.move(seconds=-110)
    assert give(half_client_for(user), codes[0]).status_code == 422
    clock.move(seconds=110)
    assert give(half_client_for(user), codes[0]).status_code == 302


def test_new_codes_end_the_old_ones(user, codes, client_for, half_client_for):
    page = client_for(user).post("/account/herstelcodes/")
    new = page.context["codes"]
    assert all(code in page.content.decode() for code in new)
    assert give(half_client_for(user), codes[0]).status_code == 422
    assert RecoveryCode.objects.count() == 10


def test_a_get_makes_no_new_codes(user, codes, client_for):
    assert client_for(user).get("/account/herstelcodes/").status_code == 405
    assert RecoveryCode.objects.filter(used_at=None).count() == 10


def test_somebody_elses_code_is_wrong(codes, half_client_for):
    assert give(half_client_for(make_member()), codes[0]).status_code == 422


def test_the_account_page_counts_what_is_left(user, codes, client_for, half_client_for):
    give(half_client_for(user), codes[0])
    assert client_for(user).get("/account/").context["codes_left"] == 9
