"""Says which texts this room holds, for the screens on which any text is reported, looked over and written anew."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.access import core_team
from accounts.models import ContactPoint, User
from followup.models import Action
from meetings import access
from meetings.forms import OUTCOME_LENGTH, PLACE_LENGTH, TITLE_LENGTH
from meetings.models import AgendaItem, ItemInvitation, Meeting, Outcome
from privacy import rooms
from privacy.models import VeiledText


def register() -> None:
    """Tell the room of the check about meetings, agenda items and outcomes."""
    rooms.register(
        rooms.TextKind(
            word="meeting",
            model=Meeting,
            name=_("the place of a meeting"),
            fetch=access.get_meeting,
            url=Meeting.get_absolute_url,
            place=lambda meeting: meeting.day_label,
            readers=lambda meeting: _readers(ItemInvitation.objects.filter(item__meeting=meeting)),
            longest={"place": PLACE_LENGTH},
        )
    )
    rooms.register(
        rooms.TextKind(
            word="item",
            model=AgendaItem,
            name=_("an agenda item"),
            fetch=access.get_item_alone,
            url=AgendaItem.get_absolute_url,
            place=lambda item: item.meeting.day_label,
            readers=lambda item: _readers(item.invitations.all()),
            longest={"title": TITLE_LENGTH},
        )
    )
    rooms.register(
        rooms.TextKind(
            word="outcome",
            model=Outcome,
            name=_("an outcome of a meeting"),
            fetch=access.get_outcome,
            url=lambda outcome: outcome.item.get_absolute_url(),
            place=lambda outcome: outcome.item.meeting.day_label,
            readers=lambda outcome: _readers(outcome.item.invitations.all()),
            longest={"text": OUTCOME_LENGTH},
        )
    )
    rooms.register_same(same_promise)


def same_promise(row: VeiledText) -> Iterable[rooms.Same]:
    """Give the promise that an outcome became, or the outcome that a promise came from: they hold the same text."""
    if isinstance(row, Outcome) and row.action:
        return [rooms.Same(row.action, "sentence")]
    if isinstance(row, Action):
        return [rooms.Same(outcome, "text") for outcome in Outcome.objects.for_the_check().filter(action=row)]
    return []


def _readers(invitations: "QuerySet[ItemInvitation]") -> Iterable[User]:
    """Give the core team, and who answers today for a partner that is asked."""
    points = ContactPoint.objects.answering().filter(partner__in=invitations.values("partner"))
    return {*core_team(), *(point.user for point in points)}
