"""Composes a member's home: what asks for me, my cases, my meetings, my actions. It asks each room, and knows no rule itself."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from cases.access import cases_of
from followup.models import Action
from meetings.models import Meeting
from notifications.models import Notice

SHOWN = 5


def dashboard_for(user: User) -> dict[str, Any]:
    """Give what the home page shows to `user`, in a constant number of queries."""
    mine = Action.objects.filter(person=user).open().select_related("partner")
    actions = list(mine[:SHOWN])
    notices = list(Notice.objects.filter(recipient=user).unread()[:SHOWN])
    late = [action for action in actions if action.days_late]
    context = {
        "greeting": greeting(timezone.localtime().hour),
        "notices": notices,
        "late": late,
        "cases": list(cases_of(user).open().with_activity()[:SHOWN]),
        "meetings": list(Meeting.objects.visible_to(user).upcoming()[:SHOWN]),
        "actions": actions,
        "today": timezone.localdate(),
    }
    return context | {"asking": len(notices) + len(late)}


def greeting(hour: int) -> str:
    """Give the greeting that belongs to an hour of the day (0 to 23)."""
    if hour < 6:
        return _("Good night")
    if hour < 12:
        return _("Good morning")
    return _("Good afternoon") if hour < 18 else _("Good evening")
