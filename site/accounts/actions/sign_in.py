"""What happens at the door: the password, and leaving. Each try is a line in the log, never what was typed."""

from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts import browsers, sessions, tries
from accounts.backends import MemberBackend
from accounts.errors import NotPossible
from accounts.models import User
from accounts.sockets import close_session
from accounts.tries import About
from audit.log import origin, record
from audit.models import Result

# One sentence for a wrong, an unknown, a blocked and a closed account: a guesser learns nothing from it.
REFUSED = _("This e-mail address and password do not belong together. Check both and try again.")


def give_password(*, request: HttpRequest, email: str, password: str) -> User:
    """Open a half-way session for whoever knows the password: it sees what a visitor sees, and the second step.

    Raises NotPossible with the same sentence for a wrong, an unknown, a blocked account and for one that is closed to
    strangers after too many wrong passwords; each costs one hash. The log tells them apart.
    """
    name = email.strip().lower()
    owner = User.objects.filter(email=name).select_related("partner").first()
    counted = _counters(request, name, owner)
    if not all(tries.take(about, value) for about, value in counted):
        make_password(password)
        record(action="sign_in.locked", actor=owner, result=Result.REFUSED)
        raise NotPossible(REFUSED)
    user = authenticate(request, username=name, password=password)
    if not isinstance(user, User):
        _note_failure(owner)
        raise NotPossible(REFUSED)
    wrong = _forgive(counted)
    enter(request=request, user=user)
    if wrong >= tries.WORTH_TELLING:
        request.session[sessions.WRONG_BEFORE] = wrong
    record(action="sign_in.password", actor=user)
    return user


def _counters(request: HttpRequest, name: str, owner: User | None) -> list[tuple[About, str]]:
    """Say what a wrong password counts for: a browser the owner came in with before counts for itself alone.

    So nobody can shut somebody out of their own computer by guessing from elsewhere.
    """
    browser = browsers.known(request, owner) if owner else None
    if browser:
        return [(About.BROWSER, browser.digest)]
    return [(About.ADDRESS, tries.network_of(origin.get())), (About.NAME, name)]


def _forgive(counted: list[tuple[About, str]]) -> int:
    """Forget the wrong passwords before a right one, and say how many there were. An address keeps those of its others."""
    wrong = 0
    for about, value in counted:
        if about is About.ADDRESS:
            tries.give_back(about, value)
        else:
            wrong = tries.clear(about, value)
    return wrong


def _note_failure(owner: User | None) -> None:
    """Tell apart in the log what the answer does not: nobody of this address, a wrong password, an account not in use."""
    if owner is None:
        record(action="sign_in.unknown", result=Result.FAILED)
        return
    in_use = MemberBackend().user_can_authenticate(owner)
    record(action="sign_in.password", actor=owner, result=Result.FAILED if in_use else Result.REFUSED)


def enter(*, request: HttpRequest, user: User) -> None:
    """Begin a session for somebody who proved the password. Whatever session was here before is over."""
    _leave(request)
    login(request, user, backend="accounts.backends.MemberBackend")
    sessions.start(request, user)


def sign_out(*, request: HttpRequest) -> None:
    """End the session on the server and close its sockets."""
    if isinstance(request.user, User):
        record(action="sign_out", actor=request.user)
    _leave(request)


def _leave(request: HttpRequest) -> None:
    """End the session of this browser, if there is one: it, its row, and its sockets, which would outlive it."""
    user = request.user
    row = sessions.row_of(request.session, user) if isinstance(user, User) else None
    logout(request)
    if row:
        row.delete()
        close_session(row.public_id)
