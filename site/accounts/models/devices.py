"""Second factors: an authenticator (secret encrypted) and recovery codes (hashed). A recovery code cannot be read back."""

import secrets
import time
from base64 import b32encode
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from django.conf import settings
from django.db import models
from django.utils import timezone
from django_otp.models import Device, ThrottlingMixin, TimestampMixin
from django_otp.oath import TOTP

from accounts.crypto import decrypt, digest, encrypt
from accounts.ids import ALPHABET

if TYPE_CHECKING:
    from accounts.models.people import User

SECRET_BYTES = 20  # RFC 4226 recommends 160 bits.
STEP = 30  # seconds, RFC 6238
RECOVERY_CODES = 10
RECOVERY_GROUPS = 4  # of 4 characters: 80 bits


class Authenticator(TimestampMixin, ThrottlingMixin, Device):
    """An app that shows six digits every 30 seconds (TOTP, RFC 6238)."""

    secret = models.TextField(editable=False)
    # The time step of the last code that was accepted: a code works once.
    last_step = models.BigIntegerField(default=-1, editable=False)

    @classmethod
    def unsaved(cls, user: "User", secret: bytes | None = None, name: str = "") -> "Authenticator":
        """Make one with a fresh secret, or with the secret given; the caller saves it after the first right code."""
        return cls(user=user, name=name, secret=encrypt(secret or secrets.token_bytes(SECRET_BYTES)))

    @property
    def secret_text(self) -> str:
        """The secret as people type it over: base 32, without padding."""
        return b32encode(decrypt(self.secret)).decode().rstrip("=")

    @property
    def address(self) -> str:
        """The otpauth address that the QR code holds."""
        issuer = settings.OTP_TOTP_ISSUER
        query = urlencode({"secret": self.secret_text, "issuer": issuer, "digits": 6, "period": STEP}, quote_via=quote)
        return f"otpauth://totp/{quote(f'{issuer}:{self.user.email}')}?{query}"

    def unspent_code(self) -> str:
        """Give six digits that will be accepted now; only the demo's command and tests have a use for it.

        A code works once, so after a sign-in this is the code of the next half minute, which is accepted early.
        """
        totp = TOTP(decrypt(self.secret), STEP)
        totp.time = time.time()
        totp.drift = max(0, self.last_step + 1 - totp.t())
        return f"{totp.token():06d}"

    def accept(self, token: str) -> bool:
        """Say whether `token` is right now (one step of drift either way) and remember it as spent, without saving."""
        totp = TOTP(decrypt(self.secret), STEP)
        totp.time = time.time()
        right = token.isascii() and token.isdigit() and totp.verify(int(token), 1, self.last_step + 1)
        if right:
            self.last_step = totp.t()
        return bool(right)

    def verify_token(self, token: str) -> bool:
        """Say whether `token` is right now; each code works once, wrong ones slow down."""
        if not self.verify_is_allowed()[0]:
            return False
        right = self.accept(token)
        if right:
            self.throttle_reset(commit=False)
            self.set_last_used_timestamp(commit=False)
            self.save()
        else:
            self.throttle_increment()
        return right

    def get_throttle_factor(self) -> float:
        """One second after the first wrong code, doubled by each next one."""
        return 1


class RecoveryCodes(ThrottlingMixin, Device):
    """The device behind a person's sheet of recovery codes."""

    @staticmethod
    def normalise(token: str) -> str:
        """Take a code as people type it over: any case, with or without dashes and spaces."""
        return "".join(token.lower().split()).replace("-", "").translate(str.maketrans("oil", "011"))

    def renew(self) -> list[str]:
        """Replace all codes by ten new ones and give them back, the only time that anyone can read them."""
        plain = ["".join(secrets.choice(ALPHABET) for _ in range(4 * RECOVERY_GROUPS)) for _ in range(RECOVERY_CODES)]
        self.codes.all().delete()
        RecoveryCode.objects.bulk_create([RecoveryCode(device=self, digest=digest(code)) for code in plain])
        return ["-".join(code[i : i + 4] for i in range(0, len(code), 4)) for code in plain]

    def verify_token(self, token: str) -> bool:
        """Say whether `token` is an unused code, and use it up; wrong ones slow down."""
        if not self.verify_is_allowed()[0]:
            return False
        unused = self.codes.filter(digest=digest(self.normalise(token)), used_at__isnull=True)
        if unused.update(used_at=timezone.now()) == 1:
            self.throttle_reset()
            return True
        self.throttle_increment()
        return False

    def get_throttle_factor(self) -> float:
        """One second after the first wrong code, doubled by each next one."""
        return 1


class RecoveryCode(models.Model):
    """One code: hashed, used at most once."""

    device = models.ForeignKey(RecoveryCodes, on_delete=models.CASCADE, related_name="codes")
    digest = models.CharField(max_length=64, editable=False)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return "used" if self.used_at else "unused"
