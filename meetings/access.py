"""The gate to meetings: fetching is checking. Who is not asked gets the same answer as for a meeting that is not there."""

from django.http import Http404
from django.urls import reverse

from accounts.models import User
from audit.log import record
from audit.models import Result
from meetings.models import AgendaItem, Meeting, MeetingQuerySet, Outcome


def meetings_of(user: User) -> MeetingQuerySet:
    """Give the meetings that `user` may see, in whole or for one item."""
    return Meeting.objects.visible_to(user).read_by(user)


def get_meeting(user: User, public_id: str) -> Meeting:
    """Give the meeting when `user` may see something of it; else write the refusal down and raise Http404."""
    meeting = meetings_of(user).select_related("planned_by").filter(public_id=public_id).first()
    if meeting is None:
        raise _refused(user, public_id)
    return meeting


def get_item(user: User, meeting: Meeting, public_id: str) -> AgendaItem:
    """Give an item of a meeting when `user` may see it; else Http404."""
    return _item(user, public_id, meeting=meeting)


def get_item_alone(user: User, public_id: str) -> AgendaItem:
    """Give an item by its own id when `user` may see it; else Http404."""
    return _item(user, public_id)


def _item(user: User, public_id: str, **of: Meeting) -> AgendaItem:
    """Give an item, of one meeting if that is given."""
    items = AgendaItem.objects.visible_to(user).read_by(user).select_related("meeting__planned_by__partner")
    item = items.filter(public_id=public_id, **of).first()
    if item is None:
        raise _refused(user, public_id)
    return item


def get_outcome(user: User, public_id: str) -> Outcome:
    """Give an outcome when `user` may see the item under which it stands; else Http404."""
    outcomes = Outcome.objects.filter(item__in=AgendaItem.objects.visible_to(user)).read_by(user)
    found = outcomes.select_related("item__meeting", "recorded_by__partner", "action__person", "action__written_by")
    outcome = found.filter(public_id=public_id).first()
    if outcome is None:
        raise _refused(user, public_id)
    return outcome


def get_meeting_to_plan(user: User, public_id: str) -> Meeting:
    """Give the meeting when `user` may change its agenda; else Http404."""
    if not may_plan(user):
        raise _refused(user, public_id)
    return get_meeting(user, public_id)


def get_meeting_to_record(user: User, public_id: str) -> Meeting:
    """Give the meeting when `user` may write outcomes down; else Http404."""
    if not may_record(user):
        raise _refused(user, public_id)
    return get_meeting(user, public_id)


def require_planner(user: User) -> None:
    """Raise Http404 unless `user` may plan meetings."""
    if not may_plan(user):
        raise _refused(user, "")


# The coordinator plans the meetings (covenant 6).
def may_plan(user: User) -> bool:
    """Say whether `user` may plan a meeting and change an agenda."""
    return user.is_coordinator


# Whoever sits at the table may hold the pen.
def may_record(user: User) -> bool:
    """Say whether `user` may write outcomes down."""
    return user.is_core_team


# Who is asked for one item sees that item alone.
def sees_whole(user: User) -> bool:
    """Say whether `user` sees whole agendas."""
    return user.is_core_team


def openable(user: User, urls: frozenset[str]) -> set[str]:
    """Give those of `urls` that are meetings which `user` may open, in one query."""
    room = reverse("meetings:meeting_list")
    ids = {url.removeprefix(room).strip("/") for url in urls if url.startswith(room)}
    return {meeting.get_absolute_url() for meeting in meetings_of(user).filter(public_id__in=ids)} if ids else set()


def _refused(user: User, public_id: str) -> Http404:
    """Write one line: somebody asked for what is not there for them."""
    record(action="meeting.refused", actor=user, object_type="meeting", object_id=public_id, result=Result.REFUSED)
    return Http404()
