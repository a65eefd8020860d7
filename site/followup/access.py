"""The gate to actions: fetching is checking."""

from django.http import Http404

from accounts.models import User
from followup.models import Action


def get_action(user: User, public_id: str) -> Action:
    """Give the action when `user` may see it; else Http404, the same for missing and forbidden."""
    action = Action.objects.visible_to(user).select_related("partner", "person").filter(public_id=public_id).first()
    if action is None:
        raise Http404
    return action
