"""Judges a new password: serves whoever chooses one. It asks for no signs or capitals, only that nobody can guess it."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.models import User

# What people put round a short password; with the names below, what a guesser tries first.
EVERYBODYS = ("wachtwoord", "password", "welkom", "geheim", "qwerty", "azerty", "abcdef", "spil")
LETTERS = 5


class HardToGuess:
    """Refuses a password of which little is left without digits, common words, and the names around the person."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError when fewer than five different letters are left."""
        left = password.lower()
        for word in sorted(self._known(user), key=len, reverse=True):
            left = left.replace(word, "")
        if len({sign for sign in left if sign.isalpha()}) < LETTERS:
            raise ValidationError(_("This is easy to guess. Take three or four words that nobody would put together."))

    @staticmethod
    def _known(user: User | None) -> set[str]:
        names = f"{settings.NETWORK_NAME} {user.first_name} {user.last_name} {user.email}" if user else ""
        return {*EVERYBODYS, *(part for part in re.split(r"\W+", names.lower()) if len(part) > 2)}

    def get_help_text(self) -> str:
        """Say nothing more: the form explains."""
        return ""
