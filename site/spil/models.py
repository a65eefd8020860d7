"""The clock's one table; it serves spil/jobs.py and holds no more than names and times."""

from django.db import models


class Schedule(models.Model):
    """When a job runs next."""

    name = models.CharField(max_length=80, unique=True)
    next_run = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
