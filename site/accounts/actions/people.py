"""What changes people: invitations, accounts, roles. An account is made by the invited person, never for them."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.actions.network import require_coordinator
from accounts.crypto import digest
from accounts.errors import NotPossible
from accounts.models import Authenticator, Invitation, Partner, Role, User
from audit.log import record


@transaction.atomic
def invite(*, by: User | None, email: str, partner: Partner | None) -> Invitation:
    """Mail somebody a link with which they can make an account at `partner`, once, within seven days.

    Raises NotPossible when the address has an account already, or when the mail could not be sent. `by` None stands for
    a command on the server.
    """
    require_coordinator(by)
    email = email.strip().lower()
    if User.objects.filter(email=email).exists():
        raise NotPossible(_("Somebody with this e-mail address has an account already."))
    token = Invitation.new_token()
    invitation = Invitation.objects.create(email=email, partner=partner, invited_by=by, digest=digest(token))
    record(action="invitation.send", actor=by, object_type="invitation", object_id=invitation.public_id)
    transaction.on_commit(lambda: _mail_invitation(invitation, token))
    return invitation


def _mail_invitation(invitation: Invitation, token: str) -> None:
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


@transaction.atomic
def grant_role(*, by: User | None, user: User, role: Role) -> None:
    """Give a person a role; it works at the next request."""
    require_coordinator(by)
    group, _made = Group.objects.get_or_create(name=role.value)
    user.groups.add(group)
    user.__dict__.pop("roles", None)
    record(action=f"role.grant.{role.value}", actor=by, object_type="user", object_id=user.public_id)


def change_language(*, by: User, language: str) -> None:
    """Remember the language somebody chose. Raises NotPossible for one that Spil does not speak."""
    if language not in dict(settings.LANGUAGES):
        raise NotPossible(_("Spil does not speak this language."))
    by.language = language
    by.save(update_fields=["language"])


@transaction.atomic
def add_demo_person(*, email: str, password: str, secret: bytes, partner: Partner | None, **names: str) -> User:
    """Make a demo person with a published password and authenticator secret; sign-in refuses them outside the demo.

    Safe to run twice: a person who is there already is left as they are.
    """
    if not settings.INVENTED:
        raise NotPossible(_("Demo people exist in the demo only."))
    found = User.objects.filter(email=email).first()
    if found:
        return found
    user = User.objects.create_user(email, password, partner=partner, is_demo=True, **names)
    Authenticator.unsaved(user, secret, name="demo").save()
    return user
