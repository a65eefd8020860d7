"""Invitations: serve a person who has no account yet; the link works once, for some days, and only its hash is kept."""

import datetime as dt
import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.crypto import digest
from accounts.ids import PublicIdField
from accounts.models.partners import Partner


def expiry() -> dt.datetime:
    """Give the moment at which an invitation made now ends (design.md 2: seven days)."""
    return timezone.now() + dt.timedelta(days=settings.INVITATION_DAYS)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """The words in which invitations are asked for."""

    def usable(self) -> "InvitationQuerySet":
        """Keep what nobody used and is not over its date."""
        return self.filter(used_at__isnull=True, expires_at__gt=timezone.now())

    def by_token(self, token: str) -> "InvitationQuerySet":
        """Keep the usable invitation whose link held `token`."""
        return self.usable().filter(digest=digest(token))


class Invitation(models.Model):
    """An invitation to join a partner."""

    public_id = PublicIdField()
    email = models.EmailField()
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations")
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(default=expiry)
    used_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()
    TOKEN_BYTES: ClassVar[int] = 32

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["email"], condition=models.Q(used_at__isnull=True), name="accounts_one_open_invitation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.public_id} ({self.partner})"

    @property
    def is_over(self) -> bool:
        """Whether its days are over."""
        return self.expires_at <= timezone.now()

    @classmethod
    def new_token(cls) -> str:
        """Give a fresh random token for a link (256 bits)."""
        return secrets.token_urlsafe(cls.TOKEN_BYTES)
