"""Who accepted which text of the privacy protocol, and when (covenant 12.2). The text itself is a page, and not kept here."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ProtocolVersionQuerySet(models.QuerySet["ProtocolVersion"]):
    """The words in which versions are asked for."""

    def newest_in_force(self) -> "ProtocolVersionQuerySet":
        """Give the version in force now, as the first row."""
        return self.filter(in_force_since__lte=timezone.now()).order_by("-in_force_since", "-pk")


class ProtocolVersion(models.Model):
    """A text of the protocol that was put in force, known by a digest of its words."""

    label = models.CharField(_("version"), max_length=40)
    digest = models.CharField(
        max_length=64,
        validators=[RegexValidator(r"\A[0-9a-f]{64}\Z")],
        help_text="SHA-256 of the words, in hexadecimals.",
    )
    in_force_since = models.DateTimeField(_("in force since"), default=timezone.now)

    objects = ProtocolVersionQuerySet.as_manager()

    class Meta:
        ordering = ("-in_force_since", "-pk")

    def __str__(self) -> str:
        """Name the version as the page does."""
        return self.label


class Acceptance(models.Model):
    """One person accepted one version. Never changed."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="acceptances")
    version = models.ForeignKey(ProtocolVersion, on_delete=models.PROTECT, related_name="acceptances")
    accepted_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "version"], name="privacy_accepted_once")]

    def __str__(self) -> str:
        """Name both by number: a person's name does not belong in a log of Wagtail's or Django's."""
        return f"{self.user_id} accepted {self.version_id}"
