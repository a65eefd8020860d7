"""Cases, their circles and contributions: serve the people in a circle and nobody else.

No field may hold who a resident is, and nothing may link two cases to one resident (covenant 12.1).
"""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, F, Max, OuterRef, Prefetch, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ids import PublicIdField
from accounts.models import Partner, Topic, User
from accounts.words import searched
from privacy.checks import Profile
from privacy.fields import CheckedTextField
from privacy.models import VeiledQuerySet, VeiledText

GROUP = 4  # A number is read aloud in groups of four.
NUMBER_LENGTH = 8  # 40 bits: two cases of one network never share a number in practice.


class State(models.TextChoices):
    """Where a case stands."""

    OPEN = "open", _("in discussion")
    CLOSED = "closed", _("closed")


class ResidentKnows(models.TextChoices):
    """Whether the resident knows that the network is asked (with the resident, not about)."""

    YES = "yes", _("yes")
    NOT_YET = "not_yet", _("not yet")


class CaseQuerySet(VeiledQuerySet["Case"]):
    """The words in which cases are asked for."""

    def visible_to(self, user: User) -> Self:
        """Keep the cases in whose circle `user` is now. No role opens a case, the coordinator's neither."""
        places = CircleMember.objects.now().filter(user=user, participation__case=OuterRef("pk"))
        return self.filter(Exists(places))

    def open(self) -> Self:
        """Keep the cases in discussion."""
        return self.filter(state=State.OPEN)

    def closed(self) -> Self:
        """Keep the closed cases."""
        return self.filter(state=State.CLOSED)

    def search(self, text: str) -> Self:
        """Keep the cases where every word of `text` stands in the question, the situation, a contribution or the number.

        What is hidden is found by nobody: who asks word for word would learn what it says.
        """
        readable = Q(hidden_since__isnull=True)
        found = self
        for word in searched(text):
            said = readable & (Q(question__icontains=word) | Q(situation__icontains=word))
            said |= Q(pk__in=Note.objects.filter(readable, text__icontains=word).values("case"))
            found = found.filter(said | Q(public_id__istartswith=word.replace("-", "")) if word.strip("-") else said)
        return found

    def for_list(self) -> Self:
        """Put the cases in discussion first, the latest activity on top, each with its number of contributions."""
        latest = Coalesce("closed_at", Max("notes__written_at"), "opened_at")
        counted = self.select_related("partner").annotate(note_count=Count("notes"), latest_at=latest)
        return counted.order_by("-state", "-latest_at", "-pk")  # "open" sorts after "closed".


class Case(VeiledText):
    """One concrete question to the network about an anonymous situation."""

    public_id = PublicIdField()
    # Made by the form: the same form sent twice is one case.
    submission = models.UUIDField(default=uuid.uuid4, editable=False)
    question = CheckedTextField(_("question"), profile=Profile.CASE)
    situation = CheckedTextField(_("situation"), profile=Profile.CASE)
    topics = models.ManyToManyField(Topic, related_name="cases")
    resident_knows = models.CharField(max_length=10, choices=ResidentKnows)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="opened_cases")
    # The partner for which the opener worked then: it invites and closes, also when the opener has moved on.
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="opened_cases")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)

    writer_field = "opened_by"
    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ("-opened_at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["opened_by", "submission"], name="cases_case_one_a_form"),
            models.CheckConstraint(
                condition=Q(state=State.OPEN, closed_at__isnull=True) | Q(state=State.CLOSED, closed_at__isnull=False),
                name="cases_case_closed_has_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(resident_knows__in=ResidentKnows.values), name="cases_case_resident_knows_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("cases:case_detail", args=[self.public_id])

    @property
    def number(self) -> str:
        """How people name the case: the start of its random id, in groups, such as 7F3K-2QXM."""
        start = self.public_id[:NUMBER_LENGTH].upper()
        return "-".join(start[i : i + GROUP] for i in range(0, NUMBER_LENGTH, GROUP))

    @property
    def notes_url(self) -> str:
        """The address of the contributions, which open pages follow."""
        return reverse("cases:note_list", args=[self.public_id])

    @property
    def is_open(self) -> bool:
        """Whether the case is still in discussion."""
        return self.state == State.OPEN

    def people(self) -> "models.QuerySet[User]":
        """Give everybody who is in the circle now."""
        places = CircleMember.objects.now().filter(participation__case=self)
        return User.objects.filter(pk__in=places.values("user"))


class ParticipationQuerySet(models.QuerySet["Participation"]):
    """The words in which participations are asked for."""

    def now(self) -> Self:
        """Keep those that did not end."""
        return self.filter(until__isnull=True)

    def with_people(self) -> Self:
        """Fetch along the partner of each, and its people of now."""
        people = CircleMember.objects.now().with_side().select_related("user")
        now = Prefetch("members", people, to_attr="members_now")
        return self.select_related("partner").prefetch_related(now)


class Participation(models.Model):
    """A partner in the circle of a case, from a moment until a moment."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="participations")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="participations")
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField(default=timezone.now, editable=False)
    until = models.DateTimeField(null=True, blank=True)

    objects = ParticipationQuerySet.as_manager()
    members_now: "list[CircleMember]"  # By with_people().

    class Meta:
        ordering = ("since", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "partner"], condition=Q(until__isnull=True), name="cases_one_open_participation"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="cases_participation_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.partner_id}"


class CircleMemberQuerySet(models.QuerySet["CircleMember"]):
    """The words in which people in circles are asked for."""

    def now(self) -> Self:
        """Keep who may see the case at this moment.

        Worked out each time and never remembered: whoever is blocked, or works for another partner by now, is out.
        Who comes back to a partner starts anew: what they were let into before they left counts no more.
        """
        return self.filter(
            until__isnull=True,
            participation__until__isnull=True,
            user__is_active=True,
            user__partner=F("participation__partner"),
            since__gte=F("user__partner_since"),
        )

    def with_side(self) -> Self:
        """Add whether a colleague let them in (`by_own_side`), and not the partner that asks."""
        own = CircleMember.objects.filter(
            participation__case=OuterRef("participation__case"),
            participation__partner=OuterRef("participation__partner"),
            user=OuterRef("added_by"),
        )
        return self.annotate(by_own_side=Exists(own))

    def stale(self) -> Self:
        """Keep the open places of people who left that partner since, also of those who came back."""
        moved = ~Q(user__partner=F("participation__partner")) | Q(since__lt=F("user__partner_since"))
        return self.filter(moved, until__isnull=True)


class CircleMember(models.Model):
    """A person in the circle of a case, for one partner. The circle is people, not organisations (need to know)."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="circle_places")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField(default=timezone.now, editable=False)
    until = models.DateTimeField(null=True, blank=True)

    objects = CircleMemberQuerySet.as_manager()
    by_own_side: bool  # By with_side().

    class Meta:
        ordering = ("since", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["participation", "user"], condition=Q(until__isnull=True), name="cases_one_place_a_person"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="cases_place_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participation_id}: {self.user_id}"


class Note(VeiledText):
    """A contribution: what somebody of the circle advises, offers, refers to or asks."""

    class Kind(models.TextChoices):
        """What sort of contribution it is; each has an icon of the same name."""

        ADVICE = "advice", _("Advice")
        OFFER = "offer", _("Offer")
        REFERRAL = "referral", _("Referral")
        QUESTION = "question", _("Question")

    public_id = PublicIdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notes")
    # Made by the form: the same form sent twice is one contribution.
    submission = models.UUIDField(default=uuid.uuid4, editable=False)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notes")
    # The partner for which the author worked at that moment.
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=10, choices=Kind)
    text = CheckedTextField(_("contribution"), profile=Profile.CASE)
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    writer_field = "author"
    objects = VeiledQuerySet["Note"].as_manager()

    class Meta:
        ordering = ("written_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["author", "submission"], name="cases_note_one_a_form"),
            models.CheckConstraint(
                condition=Q(kind__in=["advice", "offer", "referral", "question"]), name="cases_note_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    def get_absolute_url(self) -> str:
        return f"{self.case.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """The place of this contribution on the page of its case."""
        return f"note-{self.public_id}"
