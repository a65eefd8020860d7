"""Tells people by mail what happened to their account: serves the owner, and names no code, no address and no secret."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User

logger = logging.getLogger(__name__)
# What happened: the subject. The text stands in accounts/mail/<kind>.txt.
SUBJECTS: dict[str, Promise] = {
    "new_factor": _("A new key was added to your Spil account"),
    "factor_removed": _("A key was removed from your Spil account"),
    "factor_reset": _("Your second key for Spil was taken back"),
    "password_changed": _("Your password for Spil was changed"),
    "password_reset": _("A new password for Spil"),
    "email_asked": _("Another e-mail address was asked for your Spil account"),
    "email_confirm": _("Confirm your address for Spil"),
    "email_taken": _("This address is in use in Spil already"),
    "email_changed": _("Your e-mail address for Spil was changed"),
    "signed_in_after_failures": _("Somebody signed in to Spil after wrong passwords"),
}


def tell(*, user: User, kind: str, to: str = "", **more: str) -> None:
    """Mail a person, in their language and once the transaction is done, that `kind` happened to their account.

    `to` is another address of theirs: the old one, after a change. A mail server that is away holds nothing up: what
    happened has happened, and stands in the log.
    """
    context = {"user": user, "at": timezone.localtime(), "network_name": settings.NETWORK_NAME, **more}
    context["sessions_url"] = settings.BASE_URL + reverse("accounts:sessions")
    transaction.on_commit(lambda: send(kind, user, to or user.email, context), robust=True)


def send(kind: str, user: User, to: str, context: dict[str, object]) -> None:
    """Send one mail now."""
    with translation.override(user.language):
        subject = str(SUBJECTS[kind])
        body = render_to_string(f"accounts/mail/{kind}.txt", context)
    try:
        send_mail(subject, body, None, [to])
    except OSError as unreachable:
        logger.error("A mail (%s) could not be sent: %s", kind, type(unreachable).__name__)
