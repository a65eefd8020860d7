"""The clock's work: what must happen by itself. Each job is a scan that is safe to run twice; who wins a swap runs it."""

import datetime as dt
from collections.abc import Callable

from django.contrib.sessions.models import Session
from django.utils import timezone

from notifications.actions import forget_old
from spil.models import Schedule


def forget_sessions() -> None:
    """Remove sessions that are over."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()


JOBS: dict[str, tuple[dt.timedelta, Callable[[], object]]] = {
    "notifications.forget_old": (dt.timedelta(days=1), forget_old),
    "sessions.forget": (dt.timedelta(hours=1), forget_sessions),
}


def run_due() -> list[str]:
    """Run every job whose time has come and give their names.

    Several servers may ask at the same moment: only the one whose update changes the row runs the job, without locks.
    """
    now, ran = timezone.now(), []
    for name, (every, job) in JOBS.items():
        row, _made = Schedule.objects.get_or_create(name=name, defaults={"next_run": now})
        if row.next_run > now:
            continue
        if Schedule.objects.filter(pk=row.pk, next_run=row.next_run).update(next_run=now + every) == 1:
            job()
            ran.append(name)
    return ran
