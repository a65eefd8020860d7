"""Decides whose password counts: serves sign-in; demo people, whose passwords are published, count in the demo alone."""

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend

from accounts.models import User


class MemberBackend(ModelBackend):
    """Django's own check of e-mail address and password, with one more question."""

    def user_can_authenticate(self, user: Any) -> bool:
        """Say whether this account is in use, and no demo account outside the demo."""
        return super().user_can_authenticate(user) and (settings.DEMO_MODE or not user.is_demo)

    def get_user(self, user_id: Any) -> User | None:
        """Give the person of a session together with the partner, which every page and every log line needs."""
        user = User.objects.select_related("partner").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None
