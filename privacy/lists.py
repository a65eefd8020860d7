"""The gates to the lists that the check goes by: the names that pass, and the numbers of villages. No text is near them."""

from django.http import Http404

from accounts.access import require_coordinator_page
from accounts.models import Role, User
from audit.log import record
from audit.models import Result
from privacy.models import AllowedName, ProposedName


def get_proposal(user: User, public_id: str) -> ProposedName:
    """Give a proposal that still waits to a coordinator; else Http404."""
    require_coordinator_page(user)
    proposal = ProposedName.objects.waiting().filter(public_id=public_id).first()
    if proposal is None:
        raise Http404
    return proposal


def get_allowed(user: User, public_id: str) -> AllowedName:
    """Give a name that passes to a coordinator; else Http404."""
    require_coordinator_page(user)
    allowed = AllowedName.objects.filter(public_id=public_id).first()
    if allowed is None:
        raise Http404
    return allowed


def may_count(user: User) -> bool:
    """Tell whether somebody keeps the numbers of the villages."""
    return user.is_coordinator or user.has_role(Role.EDITOR)


def require_counter(user: User) -> None:
    """Write the refusal down and raise Http404 for who does not keep the numbers."""
    if not may_count(user):
        record(action="village.refused", actor=user, object_type="village", result=Result.REFUSED)
        raise Http404
