"""The log's table: serves the privacy officer; a line is never changed, never removed, and never holds text or a code."""

from django.db import models
from django.utils import timezone


class Result(models.TextChoices):
    """How an action ended."""

    OK = "ok"
    REFUSED = "refused"
    FAILED = "failed"


class LogLine(models.Model):
    """Who did what to which thing, when, from where, and with what result (security.md 34; NEN 7513).

    Plain values on purpose: the log must outlive the rows it speaks of. Database triggers refuse change and removal.
    """

    at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)
    actor = models.CharField(
        max_length=32, blank=True, help_text="The public id of a person, or empty for a visitor or the system."
    )
    partner = models.CharField(
        max_length=32, blank=True, help_text="The public id of the actor's partner at that moment."
    )
    action = models.CharField(max_length=64)
    object_type = models.CharField(max_length=64, blank=True)
    object_id = models.CharField(max_length=64, blank=True)
    result = models.CharField(max_length=8, choices=Result.choices, default=Result.OK)
    origin = models.CharField(max_length=64, blank=True, help_text="The network address the request came from.")

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S} {self.action} {self.result}"
