"""The second step in, and the keys for it: codes, passkeys, recovery codes. Each try is a line in the log, never its code."""

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_otp import login as otp_login
from django_otp.models import Device
from django_otp_webauthn.models import WebAuthnCredential

from accounts.actions.sessions import end_sessions
from accounts.actions.sign_in import enter
from accounts.backends import MemberBackend
from accounts.crypto import decrypt
from accounts.errors import NotPossible
from accounts.keys import Key, authenticators, get_key, has_key, keys_of, passkeys
from accounts.mails import tell
from accounts.models import Authenticator, RecoveryCodes, User
from accounts.sessions import mark_verified
from audit.log import record
from audit.models import Result

MOST_KEYS = 20
WRONG_FIRST_CODE = _("This code is not right. Check that your phone shows the right time and type the next code.")


def _step(request: HttpRequest) -> str:
    """Name in the log what a factor is given for: to come in, or, by whoever is in already, to confirm who is there."""
    return "sign_in" if getattr(request.user, "otp_device", None) is None else "confirm"


def _passed(request: HttpRequest, device: Device) -> None:
    """Raise the session to both factors, under a new session id (ASVS 7.2.4), and note the moment."""
    otp_login(request, device)
    request.session.cycle_key()
    mark_verified(request)


def _try(kind: type[Authenticator] | type[RecoveryCodes], by: User, token: str) -> tuple[Result, Device | None]:
    """Check a token under row locks, so that two tabs cannot spend the same code.

    REFUSED means: too soon after wrong ones. With several authenticators each is asked, and a wrong code counts for all.
    """
    with transaction.atomic():
        devices = list(kind.objects.select_for_update().filter(user=by, confirmed=True).order_by("pk"))
        if any(not device.verify_is_allowed()[0] for device in devices):
            return Result.REFUSED, None
        right = next((device for device in devices if device.verify_token(token)), None)
        if right is None:
            return Result.FAILED, None
        for device in devices:
            # The code was not meant for the others: for them it was no wrong try.
            device.throttle_reset()
        return Result.OK, right


def _second_step(
    request: HttpRequest, by: User, kind: type[Authenticator] | type[RecoveryCodes], token: str, name: str
) -> bool:
    """Take the second step, or confirm, and write down how it went. Raises NotPossible when it was too soon."""
    action = f"{_step(request)}.{name}"
    result, device = _try(kind, by, token)
    if device is not None:
        _passed(request, device)
    record(action=action, actor=by, result=result)
    if result == Result.REFUSED:
        raise NotPossible(_("There were too many wrong codes. Wait a few minutes and try again."))
    return result == Result.OK


def give_code(*, request: HttpRequest, by: User, token: str) -> None:
    """Take the second step with the six digits of an authenticator. Raises NotPossible when they are not right."""
    if not _second_step(request, by, Authenticator, token, "code"):
        raise NotPossible(_("This code is not right, or was used already. Wait for the next one and type that."))


def give_recovery_code(*, request: HttpRequest, by: User, token: str) -> None:
    """Take the second step with a recovery code, which is then used up. Raises NotPossible when it is not right."""
    if not _second_step(request, by, RecoveryCodes, token, "recovery"):
        raise NotPossible(_("This recovery code is not right, or was used already."))


def give_passkey(*, request: HttpRequest, device: WebAuthnCredential) -> None:
    """Let somebody in with a passkey whose signature was checked: a visitor with both factors at once.

    Raises NotPossible when the account is not in use.
    """
    action, owner = f"{_step(request)}.passkey", device.user
    if not device.confirmed or not MemberBackend().user_can_authenticate(owner):
        record(action=action, actor=owner, result=Result.REFUSED)
        raise NotPossible(_("You cannot sign in with this passkey. Try your password."))
    if not request.user.is_authenticated:
        enter(request=request, user=owner)
    _passed(request, device)
    record(action=action, actor=owner)


def refuse_passkey(*, request: HttpRequest) -> None:
    """Write down that a passkey was tried and was not right; whose it was is not known."""
    known = request.user if isinstance(request.user, User) else None
    record(action=f"{_step(request)}.passkey", actor=known, result=Result.FAILED)


@transaction.atomic
def enrol(*, request: HttpRequest, by: User, device: Authenticator, token: str) -> list[str]:
    """Store somebody's first authenticator after its first right code, and give ten recovery codes, to be shown once.

    Raises NotPossible when there is a key already (this step must not replace or join one) or the code is wrong.
    """
    # The row lock on the person makes a double click wait, and then find the device of the first.
    _lock(by)
    if has_key(by):
        raise NotPossible(_("A second key has been set up already. Sign in with that one."))
    if not device.accept(token):
        raise NotPossible(WRONG_FIRST_CODE)
    device.save()
    codes = RecoveryCodes.objects.get_or_create(user=by)[0].renew()
    _passed(request, device)
    record(action="factor.enrol", actor=by)
    return codes


@transaction.atomic
def add_authenticator(*, by: User, device: Authenticator, token: str, name: str) -> Key:
    """Store one more authenticator after its first right code. Raises NotPossible when the code is wrong."""
    _lock(by)
    secret = decrypt(device.secret)
    if any(decrypt(other.secret) == secret for other in authenticators(by)):
        raise NotPossible(_("This authenticator has been added already."))
    if not device.accept(token):
        raise NotPossible(WRONG_FIRST_CODE)
    device.name = name
    device.save()
    _require_room(by)
    record(action="factor.authenticator_add", actor=by)
    tell(user=by, kind="new_factor")
    return Key(device)


@transaction.atomic
def add_passkey(*, by: User, device: WebAuthnCredential) -> Key:
    """Take a passkey that the browser just made among the person's keys, under a name they can change."""
    _lock(by)
    number = passkeys(by).count()
    device.name = str(_("Passkey")) if number < 2 else f"{_('Passkey')} {number}"
    device.save(update_fields=["name"])
    _require_room(by)
    record(action="factor.passkey_add", actor=by)
    tell(user=by, kind="new_factor")
    return Key(device)


def rename_key(*, by: User, public_id: str, name: str) -> None:
    """Call one's own key by another name. Raises Http404 for a key of somebody else."""
    device = get_key(by, public_id).device
    device.name = name
    device.save(update_fields=["name"])
    record(action="factor.rename", actor=by)


@transaction.atomic
def remove_key(*, request: HttpRequest, by: User, public_id: str) -> None:
    """Remove one's own key and end the person's other sessions: whoever holds the lost phone is out.

    Raises NotPossible for the last key, without which nobody could come in, and Http404 for somebody else's.
    """
    _lock(by)
    key = get_key(by, public_id)
    if len(keys_of(by)) < 2:
        raise NotPossible(_("This is your only key. Add another one first."))
    key.device.delete()
    record(action="factor.passkey_remove" if key.is_passkey else "factor.authenticator_remove", actor=by)
    end_sessions(user=by, but=request.session.session_key, by=by)
    tell(user=by, kind="factor_removed")


@transaction.atomic
def renew_recovery_codes(*, by: User) -> list[str]:
    """Replace somebody's recovery codes by ten new ones, to be shown once."""
    codes = RecoveryCodes.objects.get_or_create(user=by)[0].renew()
    record(action="factor.recovery_codes", actor=by)
    return codes


def _lock(by: User) -> None:
    """Let what happens to one person's keys happen one after the other."""
    User.objects.select_for_update().get(pk=by.pk)


def _require_room(by: User) -> None:
    """Raise NotPossible for somebody with more keys than anybody has pockets."""
    if len(keys_of(by)) > MOST_KEYS:
        raise NotPossible(_("You have twenty keys. Remove one first."))
