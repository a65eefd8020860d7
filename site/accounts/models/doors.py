"""What the door remembers: open sessions, wrong tries, known browsers. It serves sign-in; it keeps no password and no code."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.ids import PublicIdField


class OpenSession(models.Model):
    """One browser in which somebody is signed in, so that they can see it and end it (ASVS 7.5.2)."""

    public_id = PublicIdField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="open_sessions")
    session_key = models.CharField(max_length=40, unique=True)
    # Such as "Firefox, Windows": worked out from what the browser says of itself, which is not kept.
    device = models.CharField(max_length=60, blank=True)
    started_at = models.DateTimeField(default=timezone.now)
    # The last time a person did something; background fetches do not count.
    seen_at = models.DateTimeField(default=timezone.now)
    # The last time a second factor was given; a sensitive act asks for one of the last ten minutes (ASVS 7.5.1).
    verified_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-seen_at", "-pk")

    def __str__(self) -> str:
        return f"{self.public_id} {self.device}"


class WrongTries(models.Model):
    """How often the wrong password came for one name, one known browser or one address, and until when it is closed.

    `key` is a keyed hash: the table tells nobody which names were tried.
    """

    class About(models.TextChoices):
        NAME = "name"
        BROWSER = "browser"
        ADDRESS = "address"

    about = models.CharField(max_length=10, choices=About)
    key = models.CharField(max_length=64)
    count = models.PositiveIntegerField(default=0)
    first_at = models.DateTimeField(default=timezone.now)
    closed_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["about", "key"], name="accounts_wrong_tries_one_a_key")]

    def __str__(self) -> str:
        return f"{self.about} {self.count}"

    @property
    def is_closed(self) -> bool:
        """Whether tries are refused now."""
        return self.closed_until is not None and self.closed_until > timezone.now()


class KnownBrowser(models.Model):
    """A browser in which somebody signed in before: it still gets in while their name is closed to strangers."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="known_browsers")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    used_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.user} ({self.used_at:%Y-%m-%d})"


def tomorrow() -> dt.datetime:
    """Give the moment at which a link mailed now ends."""
    return timezone.now() + dt.timedelta(days=1)


class EmailChange(models.Model):
    """A new address that waits for its owner to confirm it; the old one has been told."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="email_change")
    email = models.EmailField()
    digest = models.CharField(max_length=64, unique=True, editable=False)
    expires_at = models.DateTimeField(default=tomorrow)

    def __str__(self) -> str:
        return f"{self.user}: {self.expires_at:%Y-%m-%d}"


class PasswordReset(models.Model):
    """A mailed link with which somebody chooses a new password; the second factor stays as it is (ASVS 6.4.3)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="password_resets")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    expires_at = models.DateTimeField(default=tomorrow)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.user}: {self.expires_at:%Y-%m-%d}"


class FactorReset(models.Model):
    """A request to let somebody set up their second factor anew; nothing changes before a second person approves."""

    public_id = PublicIdField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="factor_resets")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="factor_resets_asked"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="factor_resets_decided"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    approved = models.BooleanField(null=True)

    class Meta:
        ordering = ("-asked_at",)
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(decided_at__isnull=True), name="accounts_one_open_factor_reset"
            ),
            models.CheckConstraint(
                condition=models.Q(decided_by__isnull=True) | ~models.Q(decided_by=models.F("asked_by")),
                name="accounts_factor_reset_needs_two_people",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id
