"""How promises went, by quarter: what counts as late, and that the numbers are for the coordinator alone."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Role, User
from accounts.models.periods import today
from followup.models import Action
from followup.queries import kept_by_quarter
from tests.factories import make_member, make_seat
from tests.followup.test_actions import make_action

pytestmark = pytest.mark.django_db
ClientFor = Callable[[User], Client]


def made(due: dt.date, done: dt.date | None = None) -> None:
    """Make a promise that was due on a day, and done on a day or never."""
    action = make_action(make_member())
    moment = timezone.make_aware(dt.datetime.combine(done, dt.time(23, 30))) if done else None
    Action.objects.filter(pk=action.pk).update(due_on=due, done_at=moment)


def test_each_quarter_counts_what_fell_due_in_it_and_whether_it_was_kept_in_time() -> None:
    day = today()
    first = dt.date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    before = first - dt.timedelta(days=1)
    made(before, before)  # On the last evening is in time, also late at night.
    made(before, first)
    made(before)
    made(first - dt.timedelta(days=500))
    made(day + dt.timedelta(days=1))  # Not due yet: says nothing.
    labels, series = kept_by_quarter(Action.objects.all())
    (_in, in_time), (_late, late) = series
    assert len(labels) == len(set(labels)) == 4
    assert (in_time[2], late[2]) == (1, 2)
    assert (in_time[3], late[3]) == (0, 0)


def test_no_promises_are_four_quarters_of_nothing() -> None:
    _labels, series = kept_by_quarter(Action.objects.all())
    assert [numbers for _name, numbers in series] == [[0] * 4, [0] * 4]


def test_the_numbers_are_for_the_coordinator_alone_and_cost_one_query(client_for: ClientFor) -> None:
    made(today() - dt.timedelta(days=1))
    assert (
        '<figure class="chart">'
        in client_for(make_member(roles=(Role.COORDINATOR,))).get("/afspraken/").content.decode()
    )
    for person in (make_member(contact="fixed"), make_seat(make_member(), "wmo")):
        assert "chart" not in client_for(person).get("/afspraken/").content.decode().split("<main")[1]
    with CaptureQueriesContext(connection) as queries:
        kept_by_quarter(Action.objects.all())
    assert len(queries) == 1
