"""What happens by itself, as tasks: doormen that call one action each, and are safe to run twice."""

import datetime as dt

from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from accounts import browsers, tries
from accounts.actions.account import forget_old_changes
from accounts.actions.passwords import forget_old_resets
from accounts.actions.sessions import forget_over
from notifications.actions import forget_old
from privacy.actions import names, recheck_texts

RESULTS_KEPT = dt.timedelta(days=14)


@task()
def forget_notices() -> int:
    """Remove notices over their thirty days, and say how many."""
    return forget_old()


@task()
def forget_sessions() -> int:
    """End sessions that are over and remove what is left of them, and say how many."""
    return forget_over() + Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]


@task()
def forget_tries() -> int:
    """Remove what the door need not remember: old wrong tries, browsers and links; say how many."""
    return tries.forget_old() + browsers.forget_old() + forget_old_resets() + forget_old_changes()


@task()
def forget_proposals() -> int:
    """Forget the proposed names that nobody decided about in thirty days, and say how many."""
    return names.forget_proposals()


@task()
def recheck() -> int:
    """Look again at texts that were checked under older rules, and say how many were hidden."""
    return sum(count.hidden for count in recheck_texts().values())


@task()
def forget_results() -> int:
    """Remove what the queue kept of finished tasks, and say how many."""
    return DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - RESULTS_KEPT).delete()[0]
