"""A forgotten password: serves whoever reads the mail of an account. The second factor stays as it is (ASVS 6.4.3)."""

import datetime as dt
import secrets
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import browsers, mails, tries
from accounts.actions.sessions import end_sessions
from accounts.backends import MemberBackend
from accounts.crypto import digest
from accounts.errors import NotPossible
from accounts.mails import tell
from accounts.models import KnownBrowser, PasswordReset, User
from accounts.tries import About
from audit.log import record
from audit.models import Result

HOURS = 2
MOST_WAITING = 3  # So that nobody can fill somebody's mail box.


def ask_password_reset(*, email: str) -> Callable[[], None] | None:
    """Make a link for a new password, and give the sending of it to the caller, to be done after the answer.

    The answer must not tell whether an account exists, not by its words and not by the time that a mail server takes. So
    nothing is raised here, and None is given for an address without an account, or with links enough.
    """
    name = email.strip().lower()
    user = User.objects.filter(email=name).select_related("partner").first()
    if user is None or not MemberBackend().user_can_authenticate(user):
        record(action="password.ask", actor=user, result=Result.REFUSED)
        return None
    if _usable().filter(user=user).count() >= MOST_WAITING:
        record(action="password.ask", actor=user, result=Result.REFUSED)
        return None
    token = secrets.token_urlsafe(32)
    until = timezone.now() + dt.timedelta(hours=HOURS)
    PasswordReset.objects.create(user=user, digest=digest(token), expires_at=until)
    record(action="password.ask", actor=user)
    context = {
        "user": user,
        "address": settings.BASE_URL + reverse("accounts:password_new", args=[token]),
        "network_name": settings.NETWORK_NAME,
    }
    return lambda: mails.send("password_reset", user, user.email, context)


def _usable():  # type: ignore[no-untyped-def]  # A queryset.
    return PasswordReset.objects.filter(used_at__isnull=True, expires_at__gt=timezone.now())


def password_reset_for(token: str) -> PasswordReset | None:
    """Give the request that a link belongs to, or None when it was used, is over its date or never was."""
    found = _usable().filter(digest=digest(token)).select_related("user__partner").first()
    return found if found and MemberBackend().user_can_authenticate(found.user) else None


@transaction.atomic
def choose_password(*, request: HttpRequest, token: str, password: str) -> User:
    """Set the new password of whoever got the link: once. All sessions end, and this browser counts as known.

    Raises NotPossible when the link does not work any more. The password must have been validated.
    """
    found = password_reset_for(token)
    # Compare and swap: a double click changes it once, on a database without row locks too.
    if found is None or _usable().filter(pk=found.pk).update(used_at=timezone.now()) != 1:
        raise NotPossible(_("This link was used already, or its time is over. Ask for a new one."))
    user = found.user
    user.set_password(password)
    user.save(update_fields=["password"])
    PasswordReset.objects.filter(user=user).delete()
    KnownBrowser.objects.filter(user=user).delete()
    # The way out for somebody whose name was closed by another's guessing.
    tries.clear(About.NAME, user.email)
    browsers.remember(request, user)
    end_sessions(user=user, by=user)
    logout(request)
    record(action="password.choose", actor=user)
    tell(user=user, kind="password_changed")
    return user


def forget_old_resets() -> int:
    """Forget links that are over, and say how many."""
    return PasswordReset.objects.filter(expires_at__lt=timezone.now()).delete()[0]
