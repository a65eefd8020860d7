"""Notices: serve the person they are for; the sentence comes from the catalogue, never from what somebody typed."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from accounts.ids import PublicIdField


class NoticeKind(models.TextChoices):
    """What a notice can be about."""

    CASE_INVITED = "case_invited", gettext_lazy("invited to a case")
    CASE_NOTE = "case_note", gettext_lazy("contribution to a case")
    MEETING_PLANNED = "meeting_planned", gettext_lazy("meeting planned")
    MEETING_ITEM_INVITED = "meeting_item_invited", gettext_lazy("invited for an agenda item")
    ACTION_GIVEN = "action_given", gettext_lazy("action given")
    TEXT_TO_LOOK_OVER = "text_to_look_over", gettext_lazy("texts to look over")
    TEXT_HELD = "text_held", gettext_lazy("text held back for a name")
    TEXT_HELD_BY_RULES = "text_held_by_rules", gettext_lazy("text held back by stricter rules")
    TEXT_REPORTED = "text_reported", gettext_lazy("text reported by a reader")
    TEXT_TO_WRITE_ANEW = "text_to_write_anew", gettext_lazy("text to be written anew")
    TEXT_STAYS = "text_stays", gettext_lazy("text may stay")
    TEXT_SHOWN = "text_shown", gettext_lazy("text readable again")


# What the reader sees; the label and the count fill a sentence.
_SENTENCES: dict[str, Any] = {
    NoticeKind.CASE_INVITED: gettext_lazy("You are asked to think along about case %(label)s."),
    NoticeKind.MEETING_PLANNED: gettext_lazy("A core-team meeting is planned for %(label)s."),
    NoticeKind.MEETING_ITEM_INVITED: gettext_lazy("You are asked for an agenda item of the meeting of %(label)s."),
    NoticeKind.ACTION_GIVEN: gettext_lazy("An action was given to you, to be done by %(label)s."),
    NoticeKind.TEXT_HELD: gettext_lazy(
        "You kept a name in your text. Others can read it when the core team has looked it over."
    ),
    NoticeKind.TEXT_HELD_BY_RULES: gettext_lazy(
        "The check became stricter and found something in a text of yours. It is hidden until you write it anew."
    ),
    NoticeKind.TEXT_REPORTED: gettext_lazy(
        "A reader thinks it can be told who a text of yours is about. It is hidden until the core team has looked it over."
    ),
    NoticeKind.TEXT_TO_WRITE_ANEW: gettext_lazy(
        "The core team looked over a text of yours and asks you to write it anew. Until then it is hidden."
    ),
    NoticeKind.TEXT_STAYS: gettext_lazy(
        "The core team looked over a text of yours. It may stay; others can read it again."
    ),
    NoticeKind.TEXT_SHOWN: gettext_lazy("A text that was looked over can be read: %(label)s."),
    NoticeKind.CASE_NOTE: ngettext_lazy(
        "There is a new contribution to case %(label)s.",
        "There are %(count)d new contributions to case %(label)s.",
        "count",
    ),
    NoticeKind.TEXT_TO_LOOK_OVER: ngettext_lazy(
        "A text waits for the core team to look it over.",
        "%(count)d texts came in for the core team to look over.",
        "count",
    ),
}


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
        return str(_SENTENCES[self.kind] % {"label": self.label, "count": self.count})
