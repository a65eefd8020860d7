"""Moves time for a test, so that no test waits."""

import datetime as dt
import time

import pytest
from django.utils import timezone


class Clock:
    """Time that goes on as always, from wherever it is moved to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.moved = dt.timedelta(0)
        now, seconds = timezone.now, time.time
        monkeypatch.setattr(timezone, "now", lambda: now() + self.moved)
        monkeypatch.setattr(time, "time", lambda: seconds() + self.moved.total_seconds())

    def move(self, **amount: float) -> None:
        """Move on (or back) by days, hours, minutes, seconds."""
        self.moved += dt.timedelta(**amount)
