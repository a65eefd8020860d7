"""The gate to actions: fetching is checking."""

from django.http import Http404

from accounts.models import User
from followup.models import Action, ActionQuerySet


def actions_of(user: User) -> ActionQuerySet:
    """Give the actions that `user` may see."""
    return Action.objects.visible_to(user).read_by(user)


def get_action(user: User, public_id: str) -> Action:
    """Give the action when `user` may see it; else Http404, the same for missing and forbidden."""
    found = actions_of(user).select_related("partner", "person__partner", "written_by__partner")
    action = found.filter(public_id=public_id).first()
    if action is None:
        raise Http404
    return action
