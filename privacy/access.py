"""Whether somebody may pass the door of the protocol, for the roof's middleware and sockets. Asked at every request."""

from accounts.models import Role, User
from privacy.models import Acceptance, ProtocolVersion


def current_version() -> ProtocolVersion | None:
    """Give the version of the protocol that is in force now."""
    return ProtocolVersion.objects.newest_in_force().first()


def has_accepted(user: User) -> bool:
    """Tell whether this person accepted the version in force; one query for everybody who did."""
    in_force = ProtocolVersion.objects.newest_in_force().values("pk")[:1]
    if Acceptance.objects.filter(user=user, version=in_force).exists():
        return True
    return may_begin(user) and not ProtocolVersion.objects.newest_in_force().exists()


def may_begin(user: User) -> bool:
    """Tell whether this person may enter a house without a protocol: somebody has to publish the first one."""
    return user.is_coordinator or user.has_role(Role.EDITOR)
