"""What the coordinator gives and takes: roles, the account itself, the partner somebody works for.

What is taken ends at once, with the sessions it was used in; the network is never left without a coordinator.
"""

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.actions.network import require_coordinator
from accounts.actions.sessions import end_sessions
from accounts.errors import NotPossible
from accounts.models import Absence, EmailChange, Partner, PasswordReset, Role, User
from accounts.models.periods import yesterday
from accounts.sockets import close_person
from audit.log import record


@transaction.atomic
def grant_role(*, by: User | None, user: User, role: Role) -> None:
    """Give a person a role; it works at the next request. Doing it twice changes nothing.

    Raises NotPossible for a blocked account.
    """
    require_coordinator(by)
    if not user.is_active:
        raise NotPossible(_("This account is blocked."))
    group, _made = Group.objects.get_or_create(name=role.value)
    if user.groups.filter(pk=group.pk).exists():
        return
    user.groups.add(group)
    _forget(user)
    record(action=f"role.grant.{role.value}", actor=by, object_type="user", object_id=user.public_id)
    transaction.on_commit(lambda: close_person(user))


@transaction.atomic
def take_role(*, by: User | None, user: User, role: Role) -> None:
    """Take a role back and end the sessions it was used in. Doing it twice changes nothing.

    Raises NotPossible for the last coordinator.
    """
    require_coordinator(by)
    if role is Role.COORDINATOR:
        _keep_a_coordinator(user)
    group = user.groups.filter(name=role.value).first()
    if group is None:
        return
    user.groups.remove(group)
    _forget(user)
    record(action=f"role.take.{role.value}", actor=by, object_type="user", object_id=user.public_id)
    end_sessions(user=user, by=by)


@transaction.atomic
def block(*, by: User | None, user: User) -> None:
    """Close an account: its sessions end at once, and with them contact points, seats and links that were mailed.

    Roles and circles wait, out of work, for the day that it is opened again. Doing it twice changes nothing. Raises
    NotPossible for one's own account and for the last coordinator.
    """
    require_coordinator(by)
    if by == user:
        raise NotPossible(_("You cannot block your own account."))
    _keep_a_coordinator(user)
    if not User.objects.filter(pk=user.pk, is_active=True).update(is_active=False):
        return
    user.is_active = False
    _step_down(user)
    user.factor_resets.filter(decided_at__isnull=True).update(decided_at=timezone.now(), approved=False)
    PasswordReset.objects.filter(user=user, used_at__isnull=True).delete()
    EmailChange.objects.filter(user=user).delete()
    record(action="person.block", actor=by, object_type="user", object_id=user.public_id)
    end_sessions(user=user, by=by)


@transaction.atomic
def unblock(*, by: User | None, user: User) -> None:
    """Open a blocked account again: the person signs in with the keys they had. Contact points and seats are given anew."""
    require_coordinator(by)
    if not User.objects.filter(pk=user.pk, is_active=False).update(is_active=True):
        return
    user.is_active = True
    record(action="person.unblock", actor=by, object_type="user", object_id=user.public_id)


@transaction.atomic
def move_to_partner(*, by: User | None, user: User, partner: Partner) -> None:
    """Let somebody work for another partner from now on: what they were given for the old one ends at once.

    That is: circles, contact points, seats, roles and absences. Who had no partner yet keeps everything. Doing it twice
    changes nothing. Raises NotPossible for the last coordinator.
    """
    require_coordinator(by)
    kept = User.objects.select_for_update().get(pk=user.pk)
    if kept.partner_id == partner.pk:
        return
    if kept.partner_id is not None:
        _keep_a_coordinator(user)
        _step_down(user)
        user.groups.clear()
        _forget(user)
    user.partner, user.partner_since = partner, timezone.now()
    user.save(update_fields=["partner", "partner_since"])
    record(action="person.move", actor=by, object_type="user", object_id=user.public_id)
    end_sessions(user=user, by=by)


def _keep_a_coordinator(user: User) -> None:
    """Raise NotPossible when nobody but `user` coordinates. Two coordinators who remove each other wait for each other."""
    held = Group.objects.select_for_update().filter(name=Role.COORDINATOR.value).first()
    if held is None or not user.groups.filter(pk=held.pk).exists():
        return
    if not User.objects.filter(groups=held, is_active=True).exclude(pk=user.pk).exists():
        raise NotPossible(_("This is the only coordinator. Give somebody else the role first."))


def _step_down(user: User) -> None:
    """End what somebody does for their partner: answering for it, a seat, an absence or standing in for one."""
    user.contact_points.all().stop(yesterday())
    user.seats.all().stop(yesterday())
    Absence.objects.filter(user=user).stop(yesterday())
    Absence.objects.filter(deputy=user).stop(yesterday())
    _forget(user)


def _forget(user: User) -> None:
    """Let the person in hand ask anew what they may."""
    for name in ("roles", "is_core_team"):
        user.__dict__.pop(name, None)
