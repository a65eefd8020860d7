"""Sends invitations, sends them again, takes them back, accepts them. Nobody makes an account for somebody else."""

import datetime as dt
import re
from dataclasses import dataclass
from email.utils import parseaddr

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.actions.network import require_coordinator
from accounts.crypto import digest
from accounts.errors import NotPossible
from accounts.models import Invitation, Partner, User
from accounts.models.invitations import expiry
from audit.log import record

MOST = 100  # lines of one list
# Asked twice within this time is a double click, and must not kill the link that was mailed a second ago.
DOUBLE_CLICK = dt.timedelta(minutes=1)


@dataclass(frozen=True)
class Line:
    """What became of one line of a list."""

    text: str
    state: str  # good: invited; watch: need not or cannot be invited now; stop: not an address.
    words: str


@transaction.atomic
def invite(*, by: User | None, email: str, partner: Partner | None) -> Invitation:
    """Mail somebody a link with which they can make an account at `partner`, once, within seven days.

    Raises NotPossible when the address has an account or an open invitation already, or when the mail could not be
    sent. `by` None stands for a command on the server.
    """
    require_coordinator(by)
    email = email.strip().lower()
    if User.objects.filter(email=email).exists():
        raise NotPossible(_("Somebody with this e-mail address has an account already."))
    Invitation.objects.filter(email=email, used_at__isnull=True, expires_at__lte=timezone.now()).delete()
    token = Invitation.new_token()
    try:
        with transaction.atomic():
            invitation = Invitation.objects.create(email=email, partner=partner, invited_by=by, digest=digest(token))
    except IntegrityError as there:
        sentence = _("This address has an invitation already. Send it again, or take it back first.")
        raise NotPossible(sentence) from there
    record(action="invitation.send", actor=by, object_type="invitation", object_id=invitation.public_id)
    transaction.on_commit(lambda: _mail_first(invitation, token))
    return invitation


def invite_list(*, by: User | None, text: str, partner: Partner | None) -> list[Line]:
    """Invite everybody on a pasted list to `partner`, and give what became of each line.

    A line is "address" or "Name <address>"; lines may also be parted by semicolons, as mail programs do. Each line is
    a transaction of its own, so that one that fails stops no other. Raises NotPossible for a list that is too long.
    """
    require_coordinator(by)
    lines = [line.strip() for line in re.split(r"[\r\n;]+", text) if line.strip()]
    if len(lines) > MOST:
        raise NotPossible(_("A list can have %(most)s lines. Send the rest in a second list.") % {"most": MOST})
    return [_invite_line(by, line, partner) for line in lines]


def _invite_line(by: User | None, line: str, partner: Partner | None) -> Line:
    email = parseaddr(line)[1] if "<" in line else line
    try:
        validate_email(email)
    except ValidationError:
        return Line(line, "stop", _("This is not an e-mail address."))
    try:
        invite(by=by, email=email, partner=partner)
    except NotPossible as refused:
        return Line(line, "watch", refused.message)
    return Line(line, "good", _("Invited."))


@transaction.atomic
def resend_invitation(*, by: User | None, invitation: Invitation) -> None:
    """Mail a new link, which works for seven days; the old one stops working. A double click sends one.

    Raises NotPossible when the invitation was used in the meantime, or when the mail could not be sent.
    """
    require_coordinator(by)
    now, token = timezone.now(), Invitation.new_token()
    unused = Invitation.objects.filter(pk=invitation.pk, used_at__isnull=True)
    fresh = {"digest": digest(token), "created_at": now, "expires_at": expiry(), "invited_by": by}
    if not unused.filter(created_at__lt=now - DOUBLE_CLICK).update(**fresh):
        _require_there(unused.exists())
        return
    invitation.refresh_from_db()
    record(action="invitation.resend", actor=by, object_type="invitation", object_id=invitation.public_id)
    transaction.on_commit(lambda: _mail(invitation, token))


@transaction.atomic
def withdraw_invitation(*, by: User | None, invitation: Invitation) -> None:
    """Take an invitation back: its link stops working. Raises NotPossible when it was used in the meantime."""
    require_coordinator(by)
    _require_there(bool(Invitation.objects.filter(pk=invitation.pk, used_at__isnull=True).delete()[0]))
    record(action="invitation.withdraw", actor=by, object_type="invitation", object_id=invitation.public_id)


def _require_there(there: bool) -> None:
    if not there:
        raise NotPossible(_("This invitation was used already."))


def _mail_first(invitation: Invitation, token: str) -> None:
    """Mail a new invitation; one that could not be sent is not left standing in the way of the next try."""
    try:
        _mail(invitation, token)
    except NotPossible:
        Invitation.objects.filter(pk=invitation.pk, used_at__isnull=True).delete()
        raise


def _mail(invitation: Invitation, token: str) -> None:
    """Send the link; the mail names the network and the partner, nothing else."""
    address = settings.BASE_URL + reverse("accounts:invitation", args=[token])
    context = {"invitation": invitation, "address": address, "network_name": settings.NETWORK_NAME}
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("Your invitation to Spil %(network)s") % {"network": settings.NETWORK_NAME}
        body = render_to_string("accounts/mail/invitation.txt", context)
    try:
        send_mail(subject, body, None, [invitation.email])
    except OSError as unreachable:
        raise NotPossible(_("The mail could not be sent. Try again later.")) from unreachable


@transaction.atomic
def accept_invitation(*, token: str, first_name: str, last_name: str, job_title: str, password: str) -> User:
    """Make the account that an invitation promised, and use the invitation up.

    Raises NotPossible when the link was used, is over its date or never was. The password must have been validated.
    """
    invitation = Invitation.objects.by_token(token).select_for_update().first()
    # Compare and swap: a double click makes one account, on a database without row locks too.
    used = invitation and Invitation.objects.usable().filter(pk=invitation.pk).update(used_at=timezone.now())
    if not invitation or used != 1 or User.objects.filter(email=invitation.email).exists():
        raise NotPossible(
            _("This invitation was used already, or its seven days are over. Ask the coordinator for a new one.")
        )
    user = User.objects.create_user(
        invitation.email,
        password,
        first_name=first_name,
        last_name=last_name,
        job_title=job_title,
        partner=invitation.partner,
    )
    record(action="invitation.accept", actor=user, object_type="invitation", object_id=invitation.public_id)
    return user
