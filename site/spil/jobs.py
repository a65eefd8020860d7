"""The clock's work: what must happen by itself. Each job is a scan that is safe to run twice; who wins a swap runs it."""

import datetime as dt
import logging
from collections.abc import Callable

from django.contrib.sessions.models import Session
from django.utils import timezone

from notifications.actions import forget_old
from spil.models import Schedule

logger = logging.getLogger(__name__)


def forget_sessions() -> None:
    """Remove sessions that are over."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()


JOBS: dict[str, tuple[dt.timedelta, Callable[[], object]]] = {
    "notifications.forget_old": (dt.timedelta(days=1), forget_old),
    "sessions.forget": (dt.timedelta(hours=1), forget_sessions),
}


def run_due() -> list[str]:
    """Run every job whose time has come and give the names of those that succeeded; one that fails holds up no other."""
    now = timezone.now()
    return [name for name, (every, job) in JOBS.items() if _is_ours(name, every, now) and _succeeds(name, job)]


def _is_ours(name: str, every: dt.timedelta, now: dt.datetime) -> bool:
    """Say whether the time has come and nobody else took the turn.

    Several servers may ask at the same moment: only the one whose update changes the row runs the job, without locks.
    """
    row, _made = Schedule.objects.get_or_create(name=name, defaults={"next_run": now})
    if row.next_run > now:
        return False
    return Schedule.objects.filter(pk=row.pk, next_run=row.next_run).update(next_run=now + every) == 1


def _succeeds(name: str, job: Callable[[], object]) -> bool:
    """Run a job; what goes wrong in it goes to the server's log."""
    try:
        job()
    except Exception:
        logger.exception("The job %s failed.", name)
        return False
    return True
