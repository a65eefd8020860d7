"""Judges a new password: serves whoever chooses one. It asks for no signs or capitals, only that nobody can guess it."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.models import User

LONGEST = 128
# What people put round a short password; with the names below, what a guesser tries first.
EVERYBODYS = (
    "wachtwoord", "password", "passwort", "welkom", "welcome", "geheim", "secret", "qwerty", "azerty", "inloggen", "login",
    "admin", "spil", "gemeente", "netwerk", "kernteam", "casus", "convenant", "januari", "februari", "maart", "april", "juni",
    "juli", "augustus", "september", "oktober", "november", "december", "lente", "zomer", "herfst", "winter",
)  # fmt: skip
# Rows of keys and of signs that follow each other, both ways; three in a row count as one word.
ROWS = ("abcdefghijklmnopqrstuvwxyz", "0123456789", "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
# How much must be left after that: enough that guessing is no way in, also without a single letter.
SIGNS_LEFT, DIFFERENT = 8, 5


class HardToGuess:
    """Refuses a password of which little is left without common words, rows of keys, years, and names around the person."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError when too little is left."""
        left = password.casefold()
        for word in sorted(self._known(user), key=len, reverse=True):
            left = left.replace(word, " ")
        left = re.sub(r"(19|20)\d\d", " ", _without_rows(left))
        signs = [sign for sign in left if not sign.isspace()]
        if len(signs) < SIGNS_LEFT or len(set(signs)) < DIFFERENT:
            raise ValidationError(_("This is easy to guess. Take three or four words that nobody would put together."))

    @staticmethod
    def _known(user: User | None) -> set[str]:
        names = settings.NETWORK_NAME
        if user:
            partner = user.partner.name if user.partner else ""
            names = f"{names} {partner} {user.first_name} {user.last_name} {user.email}"
        return {*EVERYBODYS, *(part for part in re.split(r"[\W_]+", names.casefold()) if len(part) > 2)}

    def get_help_text(self) -> str:
        """Say nothing more: the form explains."""
        return ""


def _without_rows(text: str) -> str:
    """Take out what runs along the alphabet, the figures or the keyboard, three signs or more."""
    found = ""
    while text:
        length = next((size for size in range(len(text), 2, -1) if _is_row(text[:size])), 0)
        found, text = (found + " ", text[length:]) if length else (found + text[0], text[1:])
    return found


def _is_row(text: str) -> bool:
    return any(text in row or text[::-1] in row for row in ROWS)


class NotTooLong:
    """Refuses more than 128 signs, in one sentence; nothing is cut off in silence."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError for a longer one."""
        if len(password) > LONGEST:
            raise ValidationError(_("Take no more than 128 characters."))

    def get_help_text(self) -> str:
        """Say nothing more: the form explains."""
        return ""
