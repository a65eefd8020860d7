"""Days away: a deputy of the same partner gets the notices too, and nothing else."""

import datetime as dt

import pytest
from django.utils import timezone

from accounts.models import Absence, User
from notifications.actions import announce
from notifications.models import Notice, NoticeKind
from tests.factories import make_member, make_partner

pytestmark = pytest.mark.django_db

AWAY = "/account/afwezig/"
URL = "/casussen/abc123/"


@pytest.fixture
def partner():
    return make_partner()


@pytest.fixture
def user(partner):
    return make_member("Noor Test", partner)


@pytest.fixture
def deputy(partner):
    return make_member("Dirk Plaats", partner)


def day(away: int) -> str:
    return (timezone.localdate() + dt.timedelta(days=away)).isoformat()


def typed(deputy: User, since: int = 0, until: int = 7) -> dict[str, str]:
    return {"since": day(since), "until": day(until), "deputy": deputy.public_id}


def tell(*people: User) -> None:
    announce(recipients=people, kind=NoticeKind.CASE_NOTE, url=URL, label="K7M2")


# --- noting it ------------------------------------------------------------------------------------------------------


def test_an_absence_is_noted_and_taken_away(user, deputy, client_for):
    client = client_for(user)
    assert client.post(AWAY, typed(deputy)).url == AWAY
    assert "Dirk Plaats" in client.get("/account/").content.decode()
    assert client.post(f"{AWAY}weghalen/", {"since": day(0)}).url == AWAY
    assert not Absence.objects.exists()


@pytest.mark.parametrize(("since", "until"), [(3, 2), (-5, -1)])
def test_days_that_cannot_be_are_refused(since, until, user, deputy, client_for):
    assert client_for(user).post(AWAY, typed(deputy, since, until)).status_code == 422
    assert not Absence.objects.exists()


@pytest.mark.parametrize(("since", "until"), [(7, 9), (-1, 0), (2, 3), (-1, 20)])
def test_two_absences_never_share_a_day(since, until, user, deputy, client_for):
    client = client_for(user)
    client.post(AWAY, typed(deputy))
    assert client.post(AWAY, typed(deputy, since, until)).status_code == 422
    assert Absence.objects.count() == 1


def test_a_deputy_is_an_active_colleague_and_somebody_else(user, deputy, client_for):
    client = client_for(user)
    User.objects.filter(pk=deputy.pk).update(is_active=False)
    for nobody in (user, deputy, make_member()):
        assert client.post(AWAY, typed(nobody)).status_code == 422
    assert client.get(AWAY).context["alone"]


def test_nobody_touches_somebody_elses_absence(user, deputy, client_for):
    client_for(user).post(AWAY, typed(deputy))
    client_for(deputy).post(f"{AWAY}weghalen/", {"since": day(0)})
    assert Absence.objects.get().user == user
    assert "Dirk Plaats" not in client_for(make_member()).get(AWAY).content.decode()


def test_taking_away_is_a_post_about_a_day(user, client_for):
    client = client_for(user)
    assert client.get(f"{AWAY}weghalen/").status_code == 405
    assert client.post(f"{AWAY}weghalen/", {"since": "2026-13-45"}).status_code == 404


# --- the notices ----------------------------------------------------------------------------------------------------


@pytest.fixture
def away(user, deputy, client_for):
    client_for(user).post(AWAY, typed(deputy))


def test_the_deputy_is_told_too_and_reads_for_whom(away, user, deputy):
    tell(user)
    tell(user)
    assert {notice.recipient: notice.count for notice in Notice.objects.all()} == {user: 2, deputy: 2}
    notice = Notice.objects.get(recipient=deputy)
    assert "Noor Test" in notice.sentence
    assert "K7M2" in notice.sentence


def test_the_notice_leads_a_deputy_nowhere(away, user, deputy, client_for):
    tell(user)
    page = client_for(deputy).get("/berichten/").content.decode()
    assert "K7M2" in page
    assert URL not in page
    assert URL in client_for(user).get("/berichten/").content.decode()
    assert URL not in client_for(deputy).get("/").content.decode()


def test_a_deputy_who_is_told_already_is_told_once(away, user, deputy):
    tell(user, deputy)
    notice = Notice.objects.get(recipient=deputy)
    assert (notice.absent, notice.link) == (None, URL)


def test_before_and_after_the_days_away_nothing_moves(user, deputy, client_for, clock):
    client_for(user).post(AWAY, typed(deputy, 1, 3))
    tell(user)
    clock.move(days=4)
    tell(user)
    assert not Notice.objects.filter(recipient=deputy).exists()


def test_a_deputy_who_left_or_was_blocked_is_told_nothing(away, user, deputy):
    deputy.partner = make_partner()
    deputy.save()
    tell(user)
    deputy.partner, deputy.is_active = user.partner, False
    deputy.save()
    tell(user)
    assert not Notice.objects.filter(recipient=deputy).exists()


def test_it_stops_at_one_deputy(away, user, deputy, partner, client_for):
    third = make_member("Derde Man", partner)
    client_for(deputy).post(AWAY, typed(third))
    tell(user)
    assert not Notice.objects.filter(recipient=third).exists()


def test_what_the_deputy_reads_of_their_own_is_another_notice(away, user, deputy):
    tell(user)
    tell(deputy)
    assert Notice.objects.filter(recipient=deputy).count() == 2
