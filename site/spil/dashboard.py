"""Composes a member's home: what asks for me, my cases, my meetings, my actions. It asks each room, and knows no rule itself."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.access import resets_for
from accounts.models import User
from cases.access import cases_of
from followup.access import actions_of
from meetings.access import sees_whole
from meetings.queries import this_year, upcoming
from notifications.models import Notice
from privacy.access import count_waiting

SHOWN = 5


def dashboard_for(user: User) -> dict[str, Any]:
    """Give what the home page shows to `user`, in a constant number of queries."""
    today = timezone.localdate()
    answers_for = actions_of(user).open().select_related("partner", "person")
    # What is late asks for whoever answers for it: the owner, the partner's contact point, the coordinator.
    late = list(answers_for.filter(due_on__lt=today)[:SHOWN])
    actions = list(answers_for.filter(person=user)[:SHOWN])
    notices = list(Notice.objects.filter(recipient=user).unread().select_related("absent")[:SHOWN])
    resets = list(resets_for(user)[:SHOWN])
    reviews = count_waiting(user)
    context = {
        "greeting": greeting(timezone.localtime().hour),
        "notices": notices,
        "resets": resets,
        "reviews": reviews,
        "late": late,
        "cases": list(cases_of(user).open().for_list()[:SHOWN]),
        "meetings": upcoming(user, SHOWN),
        "actions": actions,
        "today": today,
    }
    if sees_whole(user):
        context["this_year"] = this_year(user)
    return context | {"asking": len(notices) + len(late) + len(resets) + reviews}


def greeting(hour: int) -> str:
    """Give the greeting that belongs to an hour of the day (0 to 23)."""
    if hour < 6:
        return _("Good night")
    if hour < 12:
        return _("Good morning")
    return _("Good afternoon") if hour < 18 else _("Good evening")
