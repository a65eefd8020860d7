"""Actions: a promise has an owner and a date. The sentence is checked text; it serves the owner and whoever chases."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ids import PublicIdField
from accounts.models import Partner, User
from accounts.models.periods import today
from privacy.checks import Profile
from privacy.fields import CheckedTextField
from privacy.models import VeiledQuerySet, VeiledText


class ActionQuerySet(VeiledQuerySet["Action"]):
    """The words in which actions are asked for."""

    def visible_to(self, user: User) -> "ActionQuerySet":
        """Keep what a person may see: their own, those of their partner when they answer for it, all for the coordinator."""
        if user.is_coordinator:
            return self
        # Who moved to another partner answers for the old one no longer.
        answers_for = user.contact_points.now().filter(partner=user.partner_id).values("partner")
        return self.filter(Q(person=user) | Q(partner__in=answers_for))

    def open(self) -> "ActionQuerySet":
        """Keep what is still to be done."""
        return self.filter(done_at__isnull=True)

    def late(self) -> "ActionQuerySet":
        """Keep what should have been done by now."""
        return self.open().filter(due_on__lt=today())

    def kept(self) -> "ActionQuerySet":
        """Keep what was done, the latest first."""
        return self.filter(done_at__isnull=False).order_by("-done_at", "-pk")


class Action(VeiledText):
    """A promise: who does what, before which day is over."""

    public_id = PublicIdField()
    sentence = CheckedTextField(_("what was promised"), profile=Profile.WORK)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="actions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="actions")
    due_on = models.DateField(_("to be done by"))
    # Where it was promised: the address of a meeting or a case, and what to call it. Never the thing itself.
    url = models.CharField(max_length=200, blank=True)
    label = models.CharField(max_length=120, blank=True)
    # Who wrote the sentence down; often somebody else than who promised it.
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    promised_at = models.DateTimeField(default=timezone.now, editable=False)
    done_at = models.DateTimeField(null=True, blank=True)

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = ("due_on", "pk")

    def __str__(self) -> str:
        return self.public_id

    @property
    def writer(self) -> User:
        """Who wrote the sentence down; of an old promise its owner."""
        return self.written_by or self.person

    @property
    def writer_id(self) -> int:
        """The key of who wrote the sentence down."""
        return self.written_by_id or self.person_id

    @property
    def days_late(self) -> int:
        """How many days the promise is over its date; 0 when it is not, or is done."""
        return 0 if self.done_at else max(0, (today() - self.due_on).days)

    @property
    def days_left(self) -> int:
        """How many days are left, today not counted; negative when late."""
        return (self.due_on - today()).days
