"""Periods: serve everything that holds from a day until a day, so that history can be asked for any date."""

import datetime as dt
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


def today() -> dt.date:
    """Give the date where the network lives, not the server's."""
    return timezone.localdate()


def yesterday() -> dt.date:
    """Give the last day of what ends at once: days are whole, and today it holds no more."""
    return today() - dt.timedelta(days=1)


class PeriodQuerySet(models.QuerySet[Any]):
    """Rows with `since` and `until` (both days included; an empty `until` means: still)."""

    def on(self, day: dt.date) -> Self:
        """Keep what holds on `day`."""
        return self.filter(Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day)))

    def now(self) -> Self:
        """Keep what holds today."""
        return self.on(today())

    def not_over(self) -> Self:
        """Keep what holds today or later."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=today()))

    def overlapping(self, since: dt.date, until: dt.date | None) -> Self:
        """Keep what holds on some day of a period; an empty `until` means: for ever."""
        met = self.filter(Q(until__isnull=True) | Q(until__gte=since))
        return met.filter(since__lte=until) if until else met

    def stop(self, last: dt.date) -> None:
        """Let nothing here hold after the day `last`; what would only begin later goes altogether."""
        self.filter(since__gt=last).delete()
        self.filter(Q(until__isnull=True) | Q(until__gt=last)).update(until=last)


class Period(models.Model):
    """From a day until a day, both included."""

    since = models.DateField(default=today)
    until = models.DateField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="%(app_label)s_%(class)s_ends_after_start",
            )
        ]
