"""What happens at the door: password, code, recovery code, enrolment, leaving. Each try is a line in the log, never its code."""

from django.contrib.auth import authenticate, login, logout
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_otp import login as otp_login
from django_otp.models import Device

from accounts.backends import MemberBackend
from accounts.errors import NotPossible
from accounts.models import Authenticator, RecoveryCodes, User
from accounts.sockets import close_session
from audit.log import record
from audit.models import Result


def give_password(*, request: HttpRequest, email: str, password: str) -> User:
    """Open a half-way session for whoever knows the password: it sees what a visitor sees, and the second step.

    Raises NotPossible with the same sentence for a wrong, an unknown and a blocked account.
    """
    user = authenticate(request, username=email, password=password)
    if not isinstance(user, User):
        _note_failure(email)
        raise NotPossible(_("This e-mail address and password do not belong together. Check both and try again."))
    before = request.session.session_key
    login(request, user)
    if before and before != request.session.session_key:
        # Somebody else was signed in here: their session is gone, and their sockets would outlive it.
        close_session(before)
    record(action="sign_in.password", actor=user)
    return user


def _note_failure(email: str) -> None:
    """Tell apart in the log what the answer does not: nobody of this address, a wrong password, an account not in use."""
    known = User.objects.filter(email=email.lower()).select_related("partner").first()
    in_use = known is None or MemberBackend().user_can_authenticate(known)
    record(action="sign_in.password", actor=known, result=Result.FAILED if in_use else Result.REFUSED)


def _verified(request: HttpRequest, device: Device) -> None:
    """Raise the session to both factors, under a new session id (ASVS 7.2.4)."""
    otp_login(request, device)
    request.session.cycle_key()


def _try(device: Device | None, token: str) -> Result:
    """Check a token under a row lock, so that two tabs cannot spend the same code; REFUSED means: too soon after wrong ones."""
    with transaction.atomic():
        locked = Device.from_persistent_id(device.persistent_id, for_verify=True) if device else None
        if locked is None:
            return Result.FAILED
        if not locked.verify_is_allowed()[0]:
            return Result.REFUSED
        return Result.OK if locked.verify_token(token) else Result.FAILED


def _second_step(request: HttpRequest, by: User, device: Device | None, token: str, action: str) -> bool:
    """Take the second step with one device and write down how it went. Raises NotPossible when it was too soon."""
    result = _try(device, token)
    if result == Result.OK:
        _verified(request, device)
    record(action=action, actor=by, result=result)
    if result == Result.REFUSED:
        raise NotPossible(_("There were too many wrong codes. Wait a few minutes and try again."))
    return result == Result.OK


def give_code(*, request: HttpRequest, by: User, token: str) -> None:
    """Take the second step with the six digits of the authenticator. Raises NotPossible when they are not right."""
    device = Authenticator.objects.devices_for_user(by, confirmed=True).first()
    if not _second_step(request, by, device, token, "sign_in.code"):
        raise NotPossible(_("This code is not right, or was used already. Wait for the next one and type that."))


def give_recovery_code(*, request: HttpRequest, by: User, token: str) -> None:
    """Take the second step with a recovery code, which is then used up. Raises NotPossible when it is not right."""
    device = RecoveryCodes.objects.devices_for_user(by, confirmed=True).first()
    if not _second_step(request, by, device, token, "sign_in.recovery"):
        raise NotPossible(_("This recovery code is not right, or was used already."))


@transaction.atomic
def enrol(*, request: HttpRequest, by: User, device: Authenticator, token: str) -> list[str]:
    """Store a new authenticator after its first right code, and give ten recovery codes back, to be shown once.

    Raises NotPossible when there is a second factor already (this step must not replace one) or the code is wrong.
    """
    # The row lock on the person makes a double click wait, and then find the device of the first.
    User.objects.select_for_update().get(pk=by.pk)
    if Authenticator.objects.filter(user=by, confirmed=True).exists():
        raise NotPossible(_("An authenticator has been set up already. Sign in with its code."))
    if not device.accept(token):
        raise NotPossible(
            _("This code is not right. Check that your phone shows the right time and type the next code.")
        )
    device.save()
    codes = RecoveryCodes.objects.get_or_create(user=by)[0].renew()
    _verified(request, device)
    record(action="factor.enrol", actor=by)
    return codes


@transaction.atomic
def renew_recovery_codes(*, by: User) -> list[str]:
    """Replace somebody's recovery codes by ten new ones, to be shown once."""
    codes = RecoveryCodes.objects.get_or_create(user=by)[0].renew()
    record(action="factor.recovery_codes", actor=by)
    return codes


def sign_out(*, request: HttpRequest) -> None:
    """End the session on the server and close its sockets."""
    key, user = request.session.session_key, request.user
    if isinstance(user, User):
        record(action="sign_out", actor=user)
    logout(request)
    if key:
        close_session(key)
