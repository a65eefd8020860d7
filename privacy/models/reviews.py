"""What the core team looks over: texts with a word that was kept, texts that were reported. Never the text itself.

A text is known by plain values, the word for its kind and its public id: this room knows no case and no meeting.
"""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Case, Prefetch, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.ids import LENGTH, PublicIdField
from accounts.models import Partner
from privacy.detectors.kinds import Kind
from privacy.text import Profile
from privacy.wording import wording


class Reason(models.TextChoices):
    """Why a text is looked over. Every reason but the first hides it from others."""

    KEPT = "kept", _("words kept with a reason")
    PERSON = "person", _("a name was kept with a reason")
    REPORTED = "reported", _("a reader can tell who it is about")
    RULES = "rules", _("the check became stricter")


class Decision(models.TextChoices):
    """What the core team decided about a text."""

    STAYS = "stays", _("may stay")
    GOES = "goes", _("must be written anew")


class ReviewState(models.TextChoices):
    """Where a review stands, in the order in which it asks for the core team."""

    HIDDEN = "hidden", _("Hidden, waiting for the core team")
    KEPT = "kept", _("Readable, with words that were kept")
    WRITER = "writer", _("Hidden, to be written anew")
    CLOSED = "closed", _("Looked over")


# The same as the property `state` of a row, for the database to sort by.
_STATES = Case(
    When(closed_at__isnull=False, then=Value(3)),
    When(decision=Decision.GOES, then=Value(2)),
    When(reason=Reason.KEPT, then=Value(1)),
    default=Value(0),
)


class ReviewQuerySet(models.QuerySet["Review"]):
    """The words in which reviews are asked for."""

    def open(self) -> Self:
        """Keep those that are not over: they wait for the core team, or for the writer."""
        return self.filter(closed_at__isnull=True)

    def about(self, texts: "list[tuple[str, str]]") -> Self:
        """Keep the reviews of some texts, each given by its kind and its public id."""
        by_kind: dict[str, set[str]] = {}
        for about, object_id in texts:
            by_kind.setdefault(about, set()).add(object_id)
        wanted = Q(pk__in=[])
        for about, object_ids in by_kind.items():
            wanted |= Q(about=about, object_id__in=object_ids)
        return self.filter(wanted)

    def hidden_waiting(self) -> Self:
        """Keep those whose text is hidden until the core team decides."""
        return self.open().filter(decision="").exclude(reason=Reason.KEPT)

    def with_looks(self) -> Self:
        """Fetch along who looked at the text."""
        return self.prefetch_related(Prefetch("looks", ReviewLook.objects.select_related("by")))

    def for_list(self) -> Self:
        """Put first what asks for the core team, each with its kept words and its writer's partner."""
        rows = self.select_related("partner", "writer", "decided_by").prefetch_related("words")
        return rows.order_by(_STATES, "-opened_at", "-pk")


class Review(models.Model):
    """One text that the core team looks over, from the moment there is a reason until it may stay or was written anew."""

    public_id = PublicIdField()
    about = models.CharField(max_length=20)
    object_id = models.CharField(max_length=LENGTH)
    reason = models.CharField(max_length=10, choices=Reason)
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    # The partner for which the writer works when the review opens.
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    decision = models.CharField(max_length=10, choices=Decision, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    # When the writer last wrote the text anew.
    mended_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ReviewQuerySet.as_manager()
    name: str  # What the text is called, by privacy.shown.named().

    class Meta:
        ordering = ("-opened_at", "-pk")
        constraints = [
            # A double click and two readers at once make one review.
            models.UniqueConstraint(
                fields=["about", "object_id"],
                condition=Q(closed_at__isnull=True),
                name="privacy_one_open_review_a_text",
            ),
            models.CheckConstraint(condition=Q(reason__in=Reason.values), name="privacy_review_reason_is_known"),
            models.CheckConstraint(
                condition=Q(decision="", decided_at__isnull=True)
                | Q(decision__in=Decision.values, decided_at__isnull=False),
                name="privacy_review_decision_has_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    def get_absolute_url(self) -> str:
        return reverse("texts:review_detail", args=[self.public_id])

    @property
    def list_url(self) -> str:
        """Where the core team finds everything that is looked over."""
        return reverse("texts:review_list")

    @property
    def writer_url(self) -> str:
        """Where the writer writes the text anew while it is hidden."""
        return reverse("texts:text_mend", args=[self.about, self.object_id])

    @property
    def is_open(self) -> bool:
        """Whether the review is not over yet."""
        return self.closed_at is None

    @property
    def hides(self) -> bool:
        """Whether the text is hidden from others because of this review."""
        return self.is_open and (self.reason != Reason.KEPT or self.decision == Decision.GOES)

    @property
    def waits(self) -> bool:
        """Whether it waits for the core team to decide."""
        return self.is_open and not self.decision

    @property
    def needs_a_person(self) -> bool:
        """Whether another than the writer found the text traceable: then a person looks at the new one too."""
        reported = self.reason == Reason.REPORTED and self.reported_by_id != self.writer_id
        return reported or self.decision == Decision.GOES

    @property
    def state(self) -> ReviewState:
        """Where the review stands."""
        if not self.is_open:
            return ReviewState.CLOSED
        if self.decision == Decision.GOES:
            return ReviewState.WRITER
        return ReviewState.KEPT if self.reason == Reason.KEPT else ReviewState.HIDDEN


class KeptWord(models.Model):
    """A place in a text that its writer kept although the check asked about it: where, what kind, why. Never the word."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="words")
    field = models.CharField(max_length=30)
    kind = models.CharField(max_length=20)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    reason = models.CharField(max_length=30)
    kept_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("field", "start")
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=models.F("start")), name="privacy_kept_word_has_length")
        ]

    def __str__(self) -> str:
        return f"{self.review_id}: {self.kind}"

    @property
    def kind_label(self) -> Promise:
        """What sort of thing it is, in a word or two."""
        return wording(Kind(self.kind), Profile.CASE).label


class ReviewLook(models.Model):
    """A member of the core team read the text for a review; whoever may read the text sees that they did."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="looks")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("at", "pk")
        constraints = [models.UniqueConstraint(fields=["review", "by"], name="privacy_one_look_a_person")]

    def __str__(self) -> str:
        return f"{self.review_id}: {self.by_id}"
