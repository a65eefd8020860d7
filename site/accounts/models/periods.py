"""Periods: serve everything that holds from a day until a day, so that history can be asked for any date."""

import datetime as dt
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


def today() -> dt.date:
    """Give the date where the network lives, not the server's."""
    return timezone.localdate()


class PeriodQuerySet(models.QuerySet[Any]):
    """Rows with `since` and `until` (both days included; an empty `until` means: still)."""

    def on(self, day: dt.date) -> Self:
        """Keep what holds on `day`."""
        return self.filter(Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day)))

    def now(self) -> Self:
        """Keep what holds today."""
        return self.on(today())


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
