"""The clock: each task in its time, once, whoever asks; and what the tasks remove."""

import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks import task

from notifications.models import Notice, NoticeKind
from spil import jobs
from spil.jobs import run_due
from spil.models import Schedule
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_what_is_due_runs_once():
    assert set(run_due()) == set(jobs.JOBS)
    assert run_due() == []


def test_it_runs_again_when_its_time_has_come():
    run_due()
    Schedule.objects.filter(name="sessions.forget").update(next_run=timezone.now() - dt.timedelta(seconds=1))
    assert run_due() == ["sessions.forget"]


def test_of_two_servers_that_ask_at_once_one_runs_it(monkeypatch):
    run_due()
    past = timezone.now() - dt.timedelta(hours=2)
    Schedule.objects.filter(name="sessions.forget").update(next_run=past)
    real = Schedule.objects.get_or_create

    def other_was_faster(**kwargs):
        row = real(**kwargs)
        Schedule.objects.filter(pk=row[0].pk, next_run=past).update(next_run=timezone.now() + dt.timedelta(hours=1))
        return row

    monkeypatch.setattr(Schedule.objects, "get_or_create", other_was_faster)
    assert run_due() == []


@task()
def breaks() -> None:
    raise ValueError


def test_a_task_that_fails_holds_up_no_other(monkeypatch, caplog):
    monkeypatch.setattr(jobs, "JOBS", {"breaks": (dt.timedelta(days=1), breaks)} | jobs.JOBS)
    assert "sessions.forget" in run_due()
    assert "ValueError" in caplog.text


def test_notices_go_after_thirty_days():
    reader = make_user()
    for days in (31, 29):
        at = timezone.now() - dt.timedelta(days=days)
        Notice.objects.create(recipient=reader, kind=NoticeKind.CASE_NOTE, url=f"/{days}/", changed_at=at)
    run_due()
    assert list(Notice.objects.values_list("url", flat=True)) == ["/29/"]


def test_sessions_go_when_they_are_over():
    for key, hours in (("over", -1), ("still", 1)):
        expires = timezone.now() + dt.timedelta(hours=hours)
        Session.objects.create(session_key=key, session_data="", expire_date=expires)
    run_due()
    assert list(Session.objects.values_list("session_key", flat=True)) == ["still"]
