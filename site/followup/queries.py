"""Reads how promises went, as numbers only; serves whoever coordinates. It never tells whose promise it was."""

import datetime as dt

from django.db.models import Count, F, Q
from django.db.models.functions import TruncQuarter
from django.utils.translation import gettext as _

from accounts.models.periods import today
from followup.models import ActionQuerySet

QUARTERS = 4

Numbers = tuple[str, list[int]]


def kept_by_quarter(visible: ActionQuerySet) -> tuple[list[str], list[Numbers]]:
    """Give the last four quarters, and for each how many promises that fell due were kept in time and how many were not.

    One query. What is not due yet and still open says nothing yet; late is what was done after its date, or is not done.
    """
    quarters = _last_quarters(today())
    due = visible.order_by().filter(due_on__gte=quarters[0]).filter(Q(due_on__lt=today()) | Q(done_at__isnull=False))
    counted = (
        due.annotate(quarter=TruncQuarter("due_on"))
        .values("quarter")
        .annotate(all=Count("pk"), in_time=Count("pk", filter=Q(done_at__date__lte=F("due_on"))))
    )
    rows = {row["quarter"]: row for row in counted}
    in_time = [rows[quarter]["in_time"] if quarter in rows else 0 for quarter in quarters]
    late = [
        rows[quarter]["all"] - done if quarter in rows else 0 for quarter, done in zip(quarters, in_time, strict=True)
    ]
    return [_name(quarter) for quarter in quarters], [(_("in time"), in_time), (_("late"), late)]


def _last_quarters(day: dt.date) -> list[dt.date]:
    """Give the first days of the quarter of `day` and of the three before it, the oldest first."""
    count = day.year * 4 + (day.month - 1) // 3
    return [dt.date(each // 4, each % 4 * 3 + 1, 1) for each in range(count - QUARTERS + 1, count + 1)]


def _name(quarter: dt.date) -> str:
    """Name a quarter as people do: Q3 2026."""
    return _("Q%(number)s %(year)s") % {"number": (quarter.month + 2) // 3, "year": quarter.year}
