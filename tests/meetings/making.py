"""Makes meetings for tests, through the actions; and gives what a browser would post."""

import datetime as dt
import uuid
from typing import Any

from django.utils import timezone

from accounts.models import Partner, Role, User
from meetings import actions
from meetings.actions import Item
from meetings.models import AgendaItem, Meeting
from privacy.checks import Profile, check
from privacy.text import CheckedText
from tests.factories import make_member

PLACE = "Gemeentehuis, zaal 2"
OWN = "Wachttijd bij de dagbesteding"
OTHER = "Verdeling van het budget"
SECOND_OTHER = "Jaarplan van het kernteam"
AGREED = "Het netwerk houdt op dinsdag een plek vrij."
NAMED = "Mevrouw Jansen komt op dinsdag."


def checked(text: str) -> CheckedText:
    """Check a harmless text."""
    return check(text, Profile.WORK)


def make_coordinator(name: str = "") -> User:
    """Make the coordinator."""
    return make_member(name, roles=(Role.COORDINATOR,))


def make_guest() -> User:
    """Make the contact point of a new partner."""
    return make_member(contact="fixed")


def at(days: int, hour: int = 9, minute: int = 30) -> dt.datetime:
    """Give a moment so many days from today, by the clock of the network."""
    day = timezone.localdate() + dt.timedelta(days=days)
    return timezone.make_aware(dt.datetime.combine(day, dt.time(hour, minute)))


def make_meeting(by: User, *guests: Partner | None, days: int = 10, **fields: Any) -> Meeting:
    """Plan a meeting of three items, the second of which is for `guests`."""
    items = [
        Item(checked(OTHER), 15, "decide"),
        Item(checked(OWN), 25, "discuss", [guest for guest in guests if guest]),
        Item(checked(SECOND_OTHER), 20, "inform"),
    ]
    said = {"starts_at": at(days), "ends_at": at(days, 11), "place": checked(PLACE), "items": items, **fields}
    return actions.plan_meeting(by=by, **said)


def own_item(meeting: Meeting) -> AgendaItem:
    """Give the item that the guests are asked for."""
    return meeting.items.select_related("meeting").get(position=2)


def meeting_post(*rows: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Give what the form for a new meeting posts: rows that are not given are as they came."""
    empty = {"title": "", "minutes": "10", "goal": "discuss", "partner": ""}
    agenda = [*rows, *([{}] * (5 - len(rows)))]
    fields = {
        f"item-{number}-{name}": value for number, row in enumerate(agenda) for name, value in {**empty, **row}.items()
    }
    return {
        "day": at(10).date().isoformat(),
        "starts": "09:30",
        "until": "11:00",
        "place": PLACE,
        "submission": str(uuid.uuid4()),
        "item-TOTAL_FORMS": str(len(agenda)),
        "item-INITIAL_FORMS": "0",
        **fields,
        **changes,
    }


def outcome_post(**changes: Any) -> dict[str, Any]:
    """Give what the form for an outcome posts."""
    return {
        "kind": "decision",
        "text": AGREED,
        "person": "",
        "due_on": "",
        "submission": str(uuid.uuid4()),
        **changes,
    }
