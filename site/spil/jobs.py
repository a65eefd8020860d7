"""The clock: says which task is due and hands it to the queue; who wins a swap of the row hands it over.

Embedded, the queue runs a task at once; with separate workers (SPIL_SEPARATE_WORKER) one of them picks it up.
"""

import datetime as dt

from django.utils import timezone
from django_tasks.base import Task

from spil import tasks
from spil.models import Schedule

JOBS: dict[str, tuple[dt.timedelta, Task]] = {
    "notices.forget": (dt.timedelta(days=1), tasks.forget_notices),
    "sessions.forget": (dt.timedelta(hours=1), tasks.forget_sessions),
    "proposals.forget": (dt.timedelta(days=1), tasks.forget_proposals),
    "texts.recheck": (dt.timedelta(hours=1), tasks.recheck),
    "tries.forget": (dt.timedelta(days=1), tasks.forget_tries),
    "results.forget": (dt.timedelta(days=1), tasks.forget_results),
}


def run_due() -> list[str]:
    """Hand over every task whose time has come and give their names; one that fails is logged and holds up no other."""
    now = timezone.now()
    due = [name for name, (every, _task) in JOBS.items() if _is_ours(name, every, now)]
    for name in due:
        JOBS[name][1].enqueue()
    return due


def _is_ours(name: str, every: dt.timedelta, now: dt.datetime) -> bool:
    """Say whether the time has come and nobody else took the turn.

    Several servers may ask at the same moment: only the one whose update changes the row goes on, without locks.
    """
    row, _made = Schedule.objects.get_or_create(name=name, defaults={"next_run": now})
    if row.next_run > now:
        return False
    return Schedule.objects.filter(pk=row.pk, next_run=row.next_run).update(next_run=now + every) == 1
