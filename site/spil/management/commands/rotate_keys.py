"""Encrypts the authenticators' secrets with the newest key: `manage.py rotate_keys`. For operators; it prints no secret."""

from typing import Any

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts.actions.rotation import renew_secrets


class Command(BaseCommand):
    """Rotate the keys."""

    help = "Encrypt what is stored with the first key of SPIL_ENCRYPTION_KEYS. Then the others can be left out."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = renew_secrets()
        except InvalidToken:
            raise CommandError(
                "Something was encrypted with a key that is not in SPIL_ENCRYPTION_KEYS. Nothing has been changed."
            ) from None
        self.stdout.write(f"{count} secrets are encrypted with the newest key.")
        if len(settings.ENCRYPTION_KEYS) > 1:
            self.stdout.write("The older keys are not needed any more, save for backups from before this moment.")
