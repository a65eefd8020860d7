"""Meetings, their agendas and outcomes: serve the core team, and whoever is asked for a single item, for that item alone.

The texts are work, checked as such: no field may hold who a resident is. A case is pointed at by its number only.
"""

import datetime as dt
import uuid
from enum import StrEnum
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.ids import PublicIdField
from accounts.models import ContactPoint, Partner, User
from accounts.words import searched
from cases.models import Case
from followup.models import Action
from privacy.checks import Profile
from privacy.fields import CheckedTextField
from privacy.models import VeiledQuerySet, VeiledText

LONGEST_ITEM = 240  # minutes


class MeetingKind(models.TextChoices):
    """What sort of meeting it is; gatherings of the whole network come later."""

    CORE_TEAM = "core_team", _("core-team meeting")


class MeetingState(StrEnum):
    """Where a meeting stands; it follows from the clock and is never stored."""

    PLANNED = "planned"
    NOW = "now"
    HELD = "held"


class Goal(models.TextChoices):
    """What an agenda item is for."""

    INFORM = "inform", _("inform")
    DISCUSS = "discuss", _("discuss")
    DECIDE = "decide", _("decide")


class OutcomeKind(models.TextChoices):
    """What came out of an item; each has an icon of the same name."""

    DECISION = "decision", _("Decision")
    INFORMATION = "information", _("Information")
    ACTION = "action", _("Action")


def _invitations_of(user: User) -> "models.QuerySet[ItemInvitation]":
    """Give the invitations to partners that `user` answers for today, as contact point or deputy, and works for."""
    answers_for = ContactPoint.objects.now().filter(user=user, user__is_active=True, user__partner=F("partner"))
    return ItemInvitation.objects.filter(partner__in=answers_for.values("partner"))


class MeetingQuerySet(VeiledQuerySet["Meeting"]):
    """The words in which meetings are asked for."""

    def visible_to(self, user: User) -> Self:
        """Keep the meetings that exist for `user`: all for the core team; else those with an item they are asked for."""
        if user.is_core_team:
            return self
        return self.filter(pk__in=_invitations_of(user).values("item__meeting"))

    def upcoming(self) -> Self:
        """Keep what is planned or going on, the first one first."""
        return self.filter(ends_at__gt=timezone.now()).order_by("starts_at", "pk")

    def held(self) -> Self:
        """Keep what is over, the latest first."""
        return self.filter(ends_at__lte=timezone.now()).order_by("-starts_at", "-pk")

    def in_year(self, year: int) -> Self:
        """Keep the meetings of a calendar year."""
        return self.filter(starts_at__year=year)


class Meeting(VeiledText):
    """People at a place from a moment until a moment, with an agenda."""

    public_id = PublicIdField()
    kind = models.CharField(max_length=20, choices=MeetingKind, default=MeetingKind.CORE_TEAM)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = CheckedTextField(_("place"), profile=Profile.WORK)
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="planned_meetings")
    # Made by the form: the same form sent twice is one meeting.
    submission = models.UUIDField(default=uuid.uuid4, editable=False)

    writer_field = "planned_by"
    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ("-starts_at", "-pk")
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meetings_meeting_ends_after_start"),
            models.CheckConstraint(condition=Q(kind__in=MeetingKind.values), name="meetings_meeting_kind_is_known"),
            models.UniqueConstraint(fields=["planned_by", "submission"], name="meetings_meeting_one_a_form"),
        ]

    def __str__(self) -> str:
        return self.public_id

    def get_absolute_url(self) -> str:
        return reverse("meetings:meeting_detail", args=[self.public_id])

    @property
    def state(self) -> MeetingState:
        """Where the meeting stands at this moment."""
        now = timezone.now()
        if now < self.starts_at:
            return MeetingState.PLANNED
        return MeetingState.NOW if now < self.ends_at else MeetingState.HELD

    @property
    def day(self) -> dt.date:
        """The day of the meeting, where the network lives."""
        return timezone.localtime(self.starts_at).date()

    @property
    def can_change(self) -> bool:
        """Whether its agenda can still change: when it is over, the agenda is history."""
        return self.state is not MeetingState.HELD

    @property
    def can_have_outcomes(self) -> bool:
        """Whether something can have come out of it: from its day on, for people do not start by the clock."""
        return self.day <= timezone.localdate()

    @property
    def minutes(self) -> int:
        """How long the meeting lasts."""
        return int((self.ends_at - self.starts_at).total_seconds()) // 60

    @property
    def label(self) -> str:
        """What a promise calls the place where it was made: "Overleg 3 december"; a date and nothing else.

        It is stored for others, so it is in the network's language and not in that of whoever stores it.
        """
        with translation.override(settings.LANGUAGE_CODE):
            return gettext("Meeting of %(day)s") % {"day": date_format(self.day, "j F")}

    @property
    def day_label(self) -> str:
        """What a notice calls the meeting: its day with the year, in the network's language."""
        with translation.override(settings.LANGUAGE_CODE):
            return date_format(self.day, "j F Y")


class AgendaItemQuerySet(VeiledQuerySet["AgendaItem"]):
    """The words in which agenda items are asked for."""

    def visible_to(self, user: User) -> Self:
        """Keep what `user` may see: the core team the whole agenda, others the items that they are asked for."""
        if user.is_core_team:
            return self
        return self.filter(pk__in=_invitations_of(user).values("item"))

    def search(self, text: str) -> Self:
        """Keep the items where every word of `text` stands in the subject or in an outcome; what is hidden is not found."""
        readable = Q(hidden_since__isnull=True)
        found = self
        for word in searched(text):
            outcomes = Outcome.objects.filter(readable, text__icontains=word).values("item")
            found = found.filter((readable & Q(title__icontains=word)) | Q(pk__in=outcomes))
        return found

    def with_start(self) -> Self:
        """Add how many minutes come before each item; the database counts, so that no other item is fetched for it."""
        before = AgendaItem.objects.filter(meeting=OuterRef("meeting"), position__lt=OuterRef("position"))
        total = before.order_by().values("meeting").annotate(total=Sum("minutes")).values("total")
        return self.annotate(minutes_before=Coalesce(Subquery(total), 0))


class AgendaItem(VeiledText):
    """One thing on the agenda."""

    public_id = PublicIdField()
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    # Made by the form: the same form sent twice is one item.
    submission = models.UUIDField(default=uuid.uuid4, editable=False)
    position = models.PositiveSmallIntegerField()
    title = CheckedTextField(_("subject"), profile=Profile.WORK)
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), validators=[MinValueValidator(1), MaxValueValidator(LONGEST_ITEM)]
    )
    goal = models.CharField(_("goal"), max_length=10, choices=Goal, default=Goal.DISCUSS)
    # Its number and its address only, and those only for whoever may open it; when the case goes, so does the pointer.
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.SET_NULL, related_name="agenda_items")
    partners = models.ManyToManyField(Partner, through="ItemInvitation", related_name="agenda_items")

    objects = AgendaItemQuerySet.as_manager()
    minutes_before: int  # Only after with_start().

    class Meta:
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="meetings_item_one_a_position"),
            models.UniqueConstraint(fields=["meeting", "submission"], name="meetings_item_one_a_form"),
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=LONGEST_ITEM), name="meetings_item_has_minutes"
            ),
            models.CheckConstraint(condition=Q(goal__in=Goal.values), name="meetings_item_goal_is_known"),
        ]

    def __str__(self) -> str:
        return self.public_id

    def get_absolute_url(self) -> str:
        return f"{self.meeting.get_absolute_url()}#{self.anchor}"

    @property
    def writer(self) -> User:
        """Who planned the meeting: the agenda is theirs."""
        return self.meeting.planned_by

    @property
    def writer_id(self) -> int:
        """The key of who planned the meeting."""
        return self.meeting.planned_by_id

    @property
    def anchor(self) -> str:
        """The place of this item on the page of its meeting."""
        return f"item-{self.public_id}"

    @property
    def outcome_url(self) -> str:
        """The page of the meeting with the form for an outcome of this item open."""
        return f"{self.meeting.get_absolute_url()}?uitkomst={self.public_id}#{self.anchor}"

    @property
    def invite_url(self) -> str:
        """The page of the meeting with the form that asks a partner for this item open."""
        return f"{self.meeting.get_absolute_url()}?uitnodigen={self.public_id}#{self.anchor}"

    @property
    def starts_at(self) -> dt.datetime:
        """When this item's turn comes, if every item before it takes its minutes. Needs with_start()."""
        return self.meeting.starts_at + dt.timedelta(minutes=self.minutes_before)

    @property
    def ends_at(self) -> dt.datetime:
        """When its minutes are over."""
        return self.starts_at + dt.timedelta(minutes=self.minutes)

    @property
    def is_now(self) -> bool:
        """Whether it is this item's turn by the clock."""
        return self.starts_at <= timezone.now() < self.ends_at


class ItemInvitation(models.Model):
    """A partner that is asked for one item. Who that is as a person is worked out at each look, never remembered."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="invitations")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="item_invitations")
    invited_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("partner__name",)
        constraints = [models.UniqueConstraint(fields=["item", "partner"], name="meetings_partner_invited_once")]

    def __str__(self) -> str:
        return f"{self.item_id}: {self.partner_id}"


class Outcome(VeiledText):
    """What came out of an item: a decision, a piece of information, or an action with an owner and a date."""

    public_id = PublicIdField()
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="outcomes")
    # Made by the form: the same form sent twice is one outcome.
    submission = models.UUIDField(default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12, choices=OutcomeKind)
    text = CheckedTextField(_("outcome"), profile=Profile.WORK)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="recorded_outcomes"
    )
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    # Only an action has one; followup keeps it, and chases it.
    action = models.OneToOneField(Action, null=True, blank=True, on_delete=models.PROTECT, related_name="outcome")

    writer_field = "recorded_by"
    objects = VeiledQuerySet["Outcome"].as_manager()

    class Meta:
        ordering = ("recorded_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["recorded_by", "submission"], name="meetings_outcome_one_a_form"),
            models.CheckConstraint(condition=Q(kind__in=OutcomeKind.values), name="meetings_outcome_kind_is_known"),
            models.CheckConstraint(
                condition=Q(kind=OutcomeKind.ACTION, action__isnull=False)
                | Q(kind__in=[OutcomeKind.DECISION, OutcomeKind.INFORMATION], action__isnull=True),
                name="meetings_outcome_action_has_an_owner",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id}: {self.kind}"
