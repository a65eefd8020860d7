"""Passkeys as Spil wants them: serves the package's four views; says what a browser is asked, and fits what it sends back.

A passkey alone must prove who holds it (a finger, a face, a PIN); beside a password having it is enough. The package does
both right by itself; here that promise is tied to one person.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.translation import gettext as _
from django_otp_webauthn.exceptions import InvalidState, OTPWebAuthnApiError, UnprocessableEntity
from django_otp_webauthn.helpers import WebAuthnHelper

logger = logging.getLogger(__name__)


@contextmanager
def _readable() -> Iterator[None]:
    """Make one calm refusal of whatever the library stumbles over in what a browser sent: never a 500 (security.md 26)."""
    try:
        yield
    except OTPWebAuthnApiError:
        raise
    except Exception as unreadable:
        logger.warning("A passkey was refused: %s", type(unreadable).__name__)
        raise UnprocessableEntity from unreadable


def _asked(request: HttpRequest) -> str:
    """Name whom a challenge is for: nobody known yet, or the person who gave a password."""
    return getattr(request.user, "public_id", "")


class PasskeyHelper(WebAuthnHelper):
    """The package's helper, with a challenge that is good for the person it was made for only.

    Otherwise a challenge for a second factor, which needs no finger or PIN, could be answered after the person of the
    session fell away, and let somebody in with no password at all.
    """

    def get_authentication_state(self, options: dict[str, Any]) -> dict[str, Any]:
        """Remember for whom the challenge was made."""
        return {**super().get_authentication_state(options), "asked": _asked(self.request)}

    def authenticate_complete(self, user: AbstractBaseUser | None, state: dict[str, Any], data: dict[str, Any]) -> Any:
        """Check the answer to a challenge."""
        if state.get("asked") != _asked(self.request):
            raise InvalidState
        with _readable():
            return super().authenticate_complete(user, state, data)

    def register_complete(self, user: AbstractBaseUser, state: dict[str, Any], data: dict[str, Any]) -> Any:
        """Check and store a new passkey."""
        with _readable():
            return super().register_complete(user, state, data)


def words() -> dict[str, str]:
    """Give what the package's scripts say, by the English they ask for: in our own words, from our own catalogue."""
    failed = _("That did not work. Try again.")
    stopped = _("You stopped, or it took too long. Try again.")
    return {
        "Verifying...": _("Your device asks for your passkey ..."),
        "Finishing verification...": _("One moment ..."),
        "Verification successful!": _("That is right."),
        "Verification aborted.": stopped,
        "Verification canceled or not allowed.": stopped,
        "Verification failed. Could not retrieve parameters from the server.": failed,
        "Verification failed. An unknown error occurred.": failed,
        "Verification failed. An unknown server error occurred.": failed,
        "Verification failed. A server error occurred.": failed,
        "An error occurred during verification.": failed,
        "Registering...": _("Your device makes a passkey ..."),
        "Finishing registration...": _("One moment ..."),
        "Registration successful!": _("Your passkey has been added."),
        "Registration aborted.": stopped,
        "Registration aborted or not allowed.": stopped,
        "Registration failed. You most likely already have a Passkey registered for this site.": _(
            "This device has a passkey for Spil already."
        ),
        "Registration failed. A technical problem occurred that prevents you from registering a Passkey for this site.": _(
            "Your browser cannot make a passkey for this address."
        ),
        "Registration failed. Unable to fetch registration options from server.": failed,
        "Registration failed. An unknown error occurred.": failed,
        "Registration failed. The server was unable to verify this passkey.": failed,
        "Registration failed. A server error occurred.": failed,
        "An error occurred during registration.": failed,
    }


def setup(request: HttpRequest, *, offer_in: str | None = None) -> dict[str, Any]:
    """Give what the package's scripts read from the page. In the field `offer_in` the browser itself offers a passkey."""
    config = {
        "autocompleteLoginFieldSelector": offer_in,
        "nextFieldSelector": "main input[name='next']",
        "csrfToken": get_token(request),
        "beginAuthenticationUrl": reverse("accounts:passkey_ask"),
        "completeAuthenticationUrl": reverse("accounts:passkey_give"),
        "beginRegistrationUrl": reverse("accounts:passkey_make"),
        "completeRegistrationUrl": reverse("accounts:passkey_add"),
    }
    return {"config": config, "words": words()}
