"""Lets somebody who lost their phone set up a second key anew: one person asks, another decides, and only then it happens."""

import logging
from collections.abc import Iterable

from django.conf import settings
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_otp import devices_for_user

from accounts.access import approvers_of, may_decide, waiting_resets
from accounts.actions.network import require_coordinator
from accounts.actions.sessions import end_sessions
from accounts.errors import NotAllowed, NotPossible
from accounts.mails import tell
from accounts.models import FactorReset, User
from audit.log import record

logger = logging.getLogger(__name__)


@transaction.atomic
def ask_reset(*, by: User, user: User) -> FactorReset:
    """Ask that somebody may set up their second key anew; who may approve is mailed, and so is that person.

    Nothing changes yet. Asked twice it is one request. Raises NotPossible for oneself, for a blocked account, and when
    there is nobody else who could approve.
    """
    require_coordinator(by)
    if by == user:
        raise NotPossible(_("You manage your own keys on the page of your account."))
    if not user.is_active:
        raise NotPossible(_("This account is blocked."))
    approvers = list(approvers_of(user, by))
    if not approvers:
        raise NotPossible(
            _("Nobody else can approve this yet: there is no second coordinator, core team or privacy officer.")
        )
    # What waited too long makes room for a new request.
    stale = user.factor_resets.filter(decided_at__isnull=True).exclude(pk__in=waiting_resets().values("pk"))
    stale.update(decided_at=timezone.now(), approved=False)
    try:
        with transaction.atomic():
            reset = FactorReset.objects.create(user=user, asked_by=by, asked_at=timezone.now())
    except IntegrityError:
        return user.factor_resets.get(decided_at__isnull=True)
    record(action="factor.reset.ask", actor=by, object_type="user", object_id=user.public_id)
    transaction.on_commit(lambda: _mail_asked(reset, approvers))
    return reset


@transaction.atomic
def decide_reset(*, by: User, reset: FactorReset, approve: bool) -> None:
    """Approve or refuse a reset. Approved, all keys of the person go, their sessions end, and they are mailed.

    The password stays. Raises NotAllowed for whoever may not decide about this one, NotPossible when somebody decided
    before or it waited too long.
    """
    if not may_decide(by, reset):
        raise NotAllowed(_("Somebody else has to decide about this."))
    # Compare and swap: of two who decide at the same moment, one does.
    waiting = waiting_resets().filter(pk=reset.pk)
    if not waiting.update(decided_by=by, decided_at=timezone.now(), approved=approve):
        raise NotPossible(
            _("This was decided already, or it waited too long. If it is still needed, it can be asked again.")
        )
    if approve:
        _reset(user=reset.user, by=by)
    else:
        record(action="factor.reset.refuse", actor=by, object_type="user", object_id=reset.user.public_id)


@transaction.atomic
def reset_from_server(*, user: User) -> None:
    """Reset the second key of a coordinator, when there is no other to ask for it; for the command on the server alone.

    Raises NotPossible for anybody else: a coordinator and a second person do that, in Spil.
    """
    if not user.is_coordinator:
        raise NotPossible(
            _("Only for a coordinator. For others a coordinator asks it in Spil, and a second person approves.")
        )
    now = timezone.now()
    user.factor_resets.filter(decided_at__isnull=True).update(decided_at=now, approved=False)
    FactorReset.objects.create(user=user, asked_at=now, decided_at=now, approved=True)
    _reset(user=user, by=None)


def _reset(*, user: User, by: User | None) -> None:
    """Remove every key of a person and end their sessions; at the next sign-in they set up a new one."""
    for device in devices_for_user(user, confirmed=None):
        device.delete()
    record(action="factor.reset", actor=by, object_type="user", object_id=user.public_id)
    end_sessions(user=user, by=by)
    tell(user=user, kind="factor_reset")


def _mail_asked(reset: FactorReset, approvers: Iterable[User]) -> None:
    """Tell who may approve that somebody waits for them, and the person themselves that it was asked for them."""
    address = settings.BASE_URL + reverse("people:reset_decide", args=[reset.public_id])
    for person in [reset.user, *approvers]:
        name = "reset_asked_for_you" if person == reset.user else "reset_asked"
        with translation.override(person.language):
            body = render_to_string(f"accounts/mail/{name}.txt", {"reset": reset, "address": address, "person": person})
            subject = _("About somebody who lost their phone")
        try:
            send_mail(subject, body, None, [person.email])
        except OSError as unreachable:
            # The request stands, and waits on the pages of who may approve it.
            logger.warning("A mail about a reset could not be sent: %s", type(unreachable).__name__)
            return
