"""Who may change pages. For the actions, the hooks and the templates; it says nothing about who may read."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from accounts.errors import NotAllowed
from accounts.models import Role, User


def may_edit(user: User | AnonymousUser) -> bool:
    """Editors maintain covenant, protocol and guides; the coordinator may do what they do."""
    return isinstance(user, User) and (user.has_role(Role.EDITOR) or user.has_role(Role.COORDINATOR))


def require_editor(by: User | None) -> None:
    """Raises NotAllowed unless `by` may change pages; None stands for a command on the server."""
    if by is not None and not may_edit(by):
        raise NotAllowed(_("Only an editor can do this."))
