"""The four steps between a browser and its passkeys, as JSON: the package's own views, with our rules and our words around."""

import json
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django_otp_webauthn import views as package
from django_otp_webauthn.exceptions import InvalidState, MalformedRequest, NotVerified, OTPWebAuthnApiError
from django_otp_webauthn.models import WebAuthnCredential

from accounts import actions
from accounts.doors import safe_next, signed_in
from accounts.errors import NotPossible
from accounts.sessions import verified_recently


class _Answer(package.BaseWebAuthnView):
    """Takes any body without falling over, and answers every refusal with one sentence of ours."""

    def _parse_request_data(self, request: HttpRequest) -> dict[str, Any]:
        """Read the body. Raises MalformedRequest for anything but an object."""
        try:
            data = json.loads(request.body or "{}")
        except (ValueError, RecursionError) as unreadable:
            raise MalformedRequest from unreadable
        if not isinstance(data, dict):
            raise MalformedRequest
        return data

    def handle_exception(self, exc: Exception) -> HttpResponse:
        """Answer a refusal; anything else is an error of ours and stays one."""
        if isinstance(exc, NotPossible):
            return JsonResponse({"detail": exc.message}, status=403)
        if isinstance(exc, OTPWebAuthnApiError):
            self.note()
            return JsonResponse({"detail": self.sentence(exc)}, status=self.status(exc))
        raise exc

    def status(self, exc: OTPWebAuthnApiError) -> int:
        """Give the status of a refusal."""
        return int(exc.status_code)

    def note(self) -> None:
        """Write a refusal down, where that means something."""

    def sentence(self, exc: OTPWebAuthnApiError) -> str:
        """Say what a person can do about it."""
        if isinstance(exc, InvalidState):
            return _("This page stood open too long. Load it again.")
        return _("That did not work. Try again.")


class _Own(_Answer):
    """What somebody does to their own keys: only with a second factor of the last ten minutes."""

    def check_can_register(self) -> None:
        """Refuse when the second factor is too long ago; a redirect would mean nothing to a script."""
        if not verified_recently(self.request):
            raise NotVerified

    def sentence(self, exc: OTPWebAuthnApiError) -> str:
        """Say how to go on after a while."""
        if isinstance(exc, NotVerified):
            return _("Your last code is more than ten minutes ago. Load this page again.")
        return super().sentence(exc)


class PasskeyMake(_Own, package.BeginCredentialRegistrationView):
    """Ask the browser to make a passkey."""


class PasskeyAdd(_Own, package.CompleteCredentialRegistrationView):
    """Take the passkey that the browser made."""

    def post(self, *_args: Any, **_kwargs: Any) -> JsonResponse:
        """Store it, and tell the page where it can be named."""
        state, user = self.get_state(), signed_in(self.request)
        with transaction.atomic():
            device = self.get_helper().register_complete(user=user, state=state, data=self.request.data)
            key = actions.add_passkey(by=user, device=device)
        return JsonResponse({"id": key.public_id, "url": key.get_absolute_url()})


class _Door(_Answer):
    """What happens at the door, to whoever stands there."""

    def status(self, exc: OTPWebAuthnApiError) -> int:
        """Give the same for an unknown, a removed, a wrongly signed passkey and somebody else's: it tells a stranger nothing."""
        return super().status(exc) if isinstance(exc, InvalidState | MalformedRequest) else 422

    def sentence(self, exc: OTPWebAuthnApiError) -> str:
        """Say the same for those too."""
        if isinstance(exc, InvalidState):
            return super().sentence(exc)
        return _("You cannot sign in with this passkey. Try your password.")


class PasskeyAsk(_Door, package.BeginCredentialAuthenticationView):
    """Ask the browser for a passkey: any that proves its holder, or one of the person who gave a password."""


class PasskeyGive(_Door, package.CompleteCredentialAuthenticationView):
    """Take the browser's answer, and let the person in."""

    def note(self) -> None:
        """Write down a passkey that was not right."""
        actions.refuse_passkey(request=self.request)

    def check_device_usable(self, device: WebAuthnCredential) -> None:
        """Leave it to the action, which knows all reasons and writes them down."""

    def complete_auth(self, device: WebAuthnCredential) -> None:
        """Let the person in."""
        actions.give_passkey(request=self.request, device=device)

    def get_success_data(self, device: WebAuthnCredential) -> dict[str, Any]:
        """Tell the page where to go; the script asks for an id too, and any will do: the table's counter is not for telling."""
        return {"id": "in", "redirect_url": safe_next(self.request)}
