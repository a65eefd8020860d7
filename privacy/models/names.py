"""Names of organisations that the check lets through, and those that authors proposed. Nothing says in which text one stood.

A proposed word is kept until the coordinator decides, for thirty days at most; who proposed it is not kept with it.
"""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accounts.ids import PublicIdField
from accounts.models.periods import today
from privacy.allowed import LONGEST
from privacy.detectors.kinds import Kind

KEPT = dt.timedelta(days=30)


class FoundAs(models.TextChoices):
    """As what the check found a word that its author takes for an organisation."""

    PERSON = Kind.PERSON.value, _("a name")
    EMPLOYER = Kind.EMPLOYER.value, _("an employer or a shop")
    SCHOOL = Kind.SCHOOL.value, _("a school")
    PRACTICE = Kind.PRACTICE.value, _("a practice")


class AllowedName(models.Model):
    """The name of an organisation that passes the check as a whole, beside those of the partners."""

    public_id = PublicIdField()
    name = models.CharField(max_length=LONGEST)
    since = models.DateField(default=today, editable=False)

    class Meta:
        ordering = (Lower("name"),)
        constraints = [models.UniqueConstraint(Lower("name"), name="privacy_one_allowed_name")]

    def __str__(self) -> str:
        """Name the row by its number: a name that turns out to be a person's stands in no log."""
        return self.public_id


class ProposedNameQuerySet(models.QuerySet["ProposedName"]):
    """The words in which proposals are asked for."""

    def over(self) -> Self:
        """Keep the proposals that nobody decided about in time."""
        return self.filter(since__lte=today() - KEPT)

    def waiting(self) -> Self:
        """Keep the proposals that can still be decided about, the most often proposed first."""
        return self.filter(since__gt=today() - KEPT).order_by("-times", Lower("name"))


class ProposedName(models.Model):
    """A word that authors took for an organisation's name: the word, as what it was found, how often, since which day."""

    public_id = PublicIdField()
    name = models.CharField(max_length=LONGEST)
    kind = models.CharField(max_length=20, choices=FoundAs)
    times = models.PositiveIntegerField(default=0)
    # A day and no moment: a moment would lead to the text that was stored in the same second.
    since = models.DateField(default=today, editable=False)

    objects = ProposedNameQuerySet.as_manager()

    class Meta:
        ordering = ("-times", Lower("name"))
        constraints = [
            models.UniqueConstraint(Lower("name"), name="privacy_one_proposal_a_name"),
            models.CheckConstraint(condition=models.Q(kind__in=FoundAs.values), name="privacy_proposal_kind_is_known"),
        ]

    def __str__(self) -> str:
        """Name the row by its number, for the same reason."""
        return self.public_id

    @property
    def until(self) -> dt.date:
        """The day on which it is forgotten if nobody decides."""
        return self.since + KEPT
