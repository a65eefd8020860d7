"""The gate to the people pages: for the coordinator, and for who approves a reset; for everybody else they are not there."""

import datetime as dt

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from accounts.models import CoreTeamSeat, FactorReset, Invitation, Role, User
from audit.log import record
from audit.models import Result

# What nobody decided about in a week is over: by then nobody remembers who called, and why.
RESET_DAYS = 7


def require_coordinator_page(user: User, object_id: str = "") -> None:
    """Write the refusal down and raise Http404 unless `user` coordinates."""
    if not user.is_coordinator:
        raise _refused(user, object_id)


def require_approver_page(user: User) -> None:
    """Write the refusal down and raise Http404 unless `user` decides about resets."""
    if not is_approver(user):
        raise _refused(user, "")


def get_person(user: User, public_id: str) -> User:
    """Give a person for the coordinator; else Http404."""
    require_coordinator_page(user, public_id)
    person = User.objects.select_related("partner").filter(public_id=public_id).first()
    if person is None:
        raise _refused(user, public_id)
    return person


def get_invitation(user: User, public_id: str) -> Invitation:
    """Give an invitation that was not used yet, for the coordinator; else Http404."""
    require_coordinator_page(user, public_id)
    invitation = Invitation.objects.filter(public_id=public_id, used_at__isnull=True).first()
    if invitation is None:
        raise _refused(user, public_id)
    return invitation


def get_reset(user: User, public_id: str) -> FactorReset:
    """Give a request for a reset to who may decide about such requests, but not to the one it is about; else Http404."""
    found = (
        FactorReset.objects.select_related("user__partner", "asked_by", "decided_by")
        .filter(public_id=public_id)
        .first()
    )
    if found is None or found.user_id == user.pk or not is_approver(user):
        raise _refused(user, public_id)
    return found


# A coordinator counts as core team.
def is_approver(user: User) -> bool:
    """Say whether `user` is somebody who decides about resets at all."""
    return user.is_core_team or user.has_role(Role.PRIVACY_OFFICER)


# A second person: not the one who asked, not the one it is about.
def may_decide(user: User, reset: FactorReset) -> bool:
    """Say whether `user` may decide about this reset."""
    return is_approver(user) and user.pk not in (reset.user_id, reset.asked_by_id)


def core_team() -> "QuerySet[User]":
    """Give who sits in the core team today, and the coordinators (covenant 5.1, 6.2)."""
    return _seated_or_with(Role.COORDINATOR)


def approvers_of(person: User, asked_by: User) -> "QuerySet[User]":
    """Give who may decide about a reset of `person` that `asked_by` asks for."""
    return _seated_or_with(Role.COORDINATOR, Role.PRIVACY_OFFICER).exclude(pk__in=[person.pk, asked_by.pk])


def _seated_or_with(*roles: Role) -> "QuerySet[User]":
    """Give who has a seat in the core team today or holds one of some roles, each once."""
    seats = CoreTeamSeat.objects.now().values("user")
    may = User.objects.filter(Q(groups__name__in=[role.value for role in roles]) | Q(pk__in=seats), is_active=True)
    return may.distinct()


def waiting_resets() -> "QuerySet[FactorReset]":
    """Give the requests that can still be decided about."""
    oldest = timezone.now() - dt.timedelta(days=RESET_DAYS)
    return FactorReset.objects.filter(decided_at__isnull=True, asked_at__gt=oldest)


def resets_seen_by(user: User) -> "QuerySet[FactorReset]":
    """Give the requests that wait, to who decides about such requests; never the one about themselves."""
    if not is_approver(user):
        return FactorReset.objects.none()
    return waiting_resets().exclude(user=user).select_related("user__partner", "asked_by")


def resets_for(user: User) -> "QuerySet[FactorReset]":
    """Give the requests that wait for `user` to decide: not what they asked for themselves."""
    return resets_seen_by(user).exclude(asked_by=user)


def _refused(user: User, object_id: str) -> Http404:
    """Write one line: somebody asked for what is not there for them."""
    record(action="people.refused", actor=user, object_type="people", object_id=object_id, result=Result.REFUSED)
    return Http404()
