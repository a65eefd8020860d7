"""What people change of their own account: name, colours, password, address, days away. Nobody does it for somebody else."""

import datetime as dt
import secrets

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import browsers, tries
from accounts.actions.sessions import end_sessions
from accounts.crypto import digest
from accounts.errors import NotPossible
from accounts.mails import tell
from accounts.models import Absence, EmailChange, KnownBrowser, PasswordReset, User
from accounts.models.doors import tomorrow
from accounts.models.periods import today
from accounts.sessions import follow
from accounts.tries import About
from audit.log import record
from audit.models import Result

TOKEN_BYTES = 32


def describe_self(*, by: User, first_name: str, last_name: str, job_title: str) -> None:
    """Change one's own name and work, as partners see them."""
    by.first_name, by.last_name, by.job_title = first_name, last_name, job_title
    by.save(update_fields=["first_name", "last_name", "job_title"])
    record(action="account.describe", actor=by)


def change_theme(*, by: User, theme: str) -> None:
    """Remember light, dark, or ("") what the device says. Raises NotPossible for another."""
    if theme not in {"", "light", "dark"}:
        raise NotPossible(_("Spil does not have these colours."))
    by.theme = theme
    by.save(update_fields=["theme"])


def change_password(*, request: HttpRequest, by: User, old: str, new: str) -> None:
    """Change one's own password and end every other session. The new one must have been validated.

    Raises NotPossible when the old one is wrong, or was wrong too often. What was counted here closes nothing else.
    """
    counted = (About.NAME, f"own.{by.public_id}")
    if not tries.take(*counted):
        record(action="account.password", actor=by, result=Result.REFUSED)
        raise NotPossible(_("That was wrong too often. Wait a quarter of an hour and try again."))
    if not by.check_password(old):
        record(action="account.password", actor=by, result=Result.FAILED)
        raise NotPossible(_("This is not your password of now."))
    tries.clear(*counted)
    with transaction.atomic():
        by.set_password(new)
        by.save(update_fields=["password"])
        _end_what_the_old_one_opened(request, by)
        record(action="account.password", actor=by)
        tell(user=by, kind="password_changed")


def _end_what_the_old_one_opened(request: HttpRequest, by: User) -> None:
    """End other sessions, waiting links and known browsers: whoever knew the old password may have made them."""
    # A new session id too: a copy of this session's cookie must not survive the password.
    update_session_auth_hash(request, by)
    follow(request)
    EmailChange.objects.filter(user=by).delete()
    PasswordReset.objects.filter(user=by).delete()
    KnownBrowser.objects.filter(user=by).delete()
    browsers.remember(request, by)
    end_sessions(user=by, but=request.session.session_key, by=by)


@transaction.atomic
def ask_email_change(*, by: User, email: str) -> None:
    """Mail a link to a new address, and tell the old one; nothing changes before the link is followed.

    An address that has an account already gets a note instead, so that nobody learns here who has one. Raises
    NotPossible when it is the person's own.
    """
    email = email.strip().lower()
    if email == by.email:
        raise NotPossible(_("This is your address already."))
    token = secrets.token_urlsafe(TOKEN_BYTES)
    asked = {"email": email, "digest": digest(token), "expires_at": tomorrow()}
    EmailChange.objects.update_or_create(user=by, defaults=asked)
    record(action="account.email_ask", actor=by)
    taken = User.objects.filter(email=email).exists()
    link = settings.BASE_URL + reverse("accounts:email_confirm", args=[token])
    tell(user=by, kind="email_taken" if taken else "email_confirm", to=email, link=link)
    tell(user=by, kind="email_asked")


def waiting_email(user: User, token: str) -> EmailChange | None:
    """Give the change of address that waits for this link, of this person and nobody else."""
    return EmailChange.objects.filter(user=user, digest=digest(token), expires_at__gt=timezone.now()).first()


@transaction.atomic
def confirm_email_change(*, by: User, token: str) -> None:
    """Make the new address the one to sign in with. Raises NotPossible for a link that is over or an address taken since."""
    User.objects.select_for_update().get(pk=by.pk)
    waiting = waiting_email(by, token)
    if waiting is None or User.objects.filter(email=waiting.email).exclude(pk=by.pk).exists():
        raise NotPossible(_("This link does not work any more. Ask for a new one."))
    old = by.email
    by.email = waiting.email
    by.save(update_fields=["email"])
    waiting.delete()
    record(action="account.email", actor=by)
    tell(user=by, kind="email_changed", to=old)


def forget_old_changes() -> int:
    """Forget addresses that nobody confirmed in time, and say how many."""
    return EmailChange.objects.filter(expires_at__lt=timezone.now()).delete()[0]


@transaction.atomic
def set_absence(*, by: User, since: dt.date, until: dt.date, deputy: User) -> Absence:
    """Note the days on which somebody is away, and the colleague who then gets their notices too.

    Raises NotPossible for days that are over or taken already, and for a deputy of another partner.
    """
    User.objects.select_for_update().get(pk=by.pk)
    if until < since or until < today():
        raise NotPossible(_("The last day cannot come before the first, nor lie in the past."))
    if deputy.pk == by.pk or not deputy.is_active or by.partner_id is None or deputy.partner_id != by.partner_id:
        raise NotPossible(_("Choose a colleague of your own organisation."))
    if by.absences.overlapping(since, until).exists():
        raise NotPossible(_("You noted an absence on some of these days already. Remove that one first."))
    absence = Absence.objects.create(user=by, since=since, until=until, deputy=deputy)
    record(action="absence.set", actor=by, object_type="user", object_id=deputy.public_id)
    return absence


@transaction.atomic
def end_absence(*, by: User, since: dt.date) -> None:
    """Take one's own absence from `since` on away: back earlier, or not away after all. Twice changes nothing."""
    gone, _rows = by.absences.filter(since=since).delete()
    if gone:
        record(action="absence.end", actor=by)
