"""A person's keys for the second step: authenticator apps and passkeys by name. It shows each owner their own alone."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from django.http import Http404
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django_otp_webauthn.models import WebAuthnCredential

from accounts.ids import LENGTH
from accounts.models import Authenticator, User


@dataclass(frozen=True)
class Key:
    """One authenticator app or passkey."""

    device: Authenticator | WebAuthnCredential

    @property
    def is_passkey(self) -> bool:
        """Whether it is a passkey, and not an app with six digits."""
        return isinstance(self.device, WebAuthnCredential)

    @property
    def public_id(self) -> str:
        """What its address holds: never the counter of the table. It is worked out, so only the owner's list leads back."""
        return salted_hmac("accounts.keys", self.device.persistent_id).hexdigest()[:LENGTH]

    @property
    def name(self) -> str:
        """What its owner calls it."""
        return self.device.name

    @property
    def added_at(self) -> dt.datetime | None:
        """When it was set up; None for one that is older than this was kept."""
        return self.device.created_at

    @property
    def used_at(self) -> dt.datetime | None:
        """When somebody last came in with it."""
        return self.device.last_used_at

    def get_absolute_url(self) -> str:
        """Give the page on which its owner names or removes it."""
        return reverse("accounts:key", args=[self.public_id])


def _devices(user: User) -> Iterator[Authenticator | WebAuthnCredential]:
    return chain(authenticators(user).order_by("pk"), passkeys(user).order_by("pk"))


def authenticators(user: User):  # type: ignore[no-untyped-def]  # django-otp's managers carry no types.
    """Give the person's authenticator apps that work."""
    return Authenticator.objects.filter(user=user, confirmed=True)


def passkeys(user: User):  # type: ignore[no-untyped-def]  # django-otp's managers carry no types.
    """Give the person's passkeys that work."""
    return WebAuthnCredential.objects.filter(user=user, confirmed=True)


def keys_of(user: User) -> list[Key]:
    """Give all keys of a person, apps first, in the order in which they were added. Recovery codes are no key."""
    return [Key(device) for device in _devices(user)]


def has_key(user: User) -> bool:
    """Say whether somebody has a key; who has one can never set up a "first" one past it."""
    return authenticators(user).exists() or passkeys(user).exists()


def get_key(user: User, public_id: str) -> Key:
    """Give the person's own key with this id. Raises Http404 for any other, somebody else's included."""
    for key in keys_of(user):
        if key.public_id == public_id:
            return key
    raise Http404
