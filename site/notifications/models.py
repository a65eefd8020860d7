"""Notices: serve the person they are for; the sentence comes from the catalogue, never from what somebody typed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.ids import PublicIdField


class NoticeKind(models.TextChoices):
    """What a notice can be about."""

    CASE_INVITED = "case_invited", gettext_lazy("invited to a case")
    CASE_NOTE = "case_note", gettext_lazy("contribution to a case")
    MEETING_PLANNED = "meeting_planned", gettext_lazy("meeting planned")
    MEETING_ITEM_INVITED = "meeting_item_invited", gettext_lazy("invited for an agenda item")
    ACTION_GIVEN = "action_given", gettext_lazy("action given")


class NoticeQuerySet(models.QuerySet["Notice"]):
    """The words in which notices are asked for."""

    def unread(self) -> "NoticeQuerySet":
        """Keep what its reader did not open yet."""
        return self.filter(read_at__isnull=True)


class Notice(models.Model):
    """One thing one person must know, with the address where it is."""

    public_id = PublicIdField()
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=30, choices=NoticeKind)
    url = models.CharField(max_length=200)
    # Whom it was for, when the reader is the deputy of somebody who is away.
    absent = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    # A case's random number, a partner's name or a date: what the sentence names.
    label = models.CharField(max_length=200, blank=True)
    count = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ("-changed_at", "-pk")
        indexes = [models.Index(fields=["recipient", "read_at"], name="notice_unread")]
        constraints = [
            # Ten contributions to one case are one line with a count, not ten lines.
            models.UniqueConstraint(
                fields=["recipient", "kind", "url"],
                condition=Q(read_at__isnull=True, absent__isnull=True),
                name="notice_one_unread_a_thing",
            ),
            models.UniqueConstraint(
                fields=["recipient", "kind", "url", "absent"],
                condition=Q(read_at__isnull=True, absent__isnull=False),
                name="notice_one_unread_a_thing_for_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id}"

    @property
    def link(self) -> str:
        """Where the reader goes from here. A deputy goes nowhere: the notice moved along, the right to read did not."""
        return "" if self.absent_id else self.url

    @property
    def sentence(self) -> str:
        """What the reader sees."""
        if self.absent:
            return _("%(name)s is away and was told: %(told)s") % {"name": self.absent.name, "told": self._told}
        return self._told

    @property
    def _told(self) -> str:
        names = {"label": self.label, "count": self.count}
        if self.kind == NoticeKind.CASE_INVITED:
            return _("You are asked to think along about case %(label)s.") % names
        if self.kind == NoticeKind.CASE_NOTE:
            text = ngettext(
                "There is a new contribution to case %(label)s.",
                "There are %(count)d new contributions to case %(label)s.",
                self.count,
            )
            return text % names
        if self.kind == NoticeKind.MEETING_PLANNED:
            return _("A core-team meeting is planned for %(label)s.") % names
        if self.kind == NoticeKind.MEETING_ITEM_INVITED:
            return _("You are asked for an agenda item of the meeting of %(label)s.") % names
        return _("An action was given to you, to be done by %(label)s.") % names
