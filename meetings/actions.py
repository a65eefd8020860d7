"""What happens to a meeting: it is planned, its agenda grows, partners are asked for an item, outcomes are written down.

Every text comes in checked. Notices carry a date and an address, never what is on the agenda.
`at` is for a story that lies in the past, as the demo's does; leave it out for now.
"""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.errors import NotAllowed, NotPossible
from accounts.models import Partner, User
from audit.log import record
from cases.actions import who_answers
from cases.models import Case
from followup.actions import promise
from followup.models import Action
from meetings.access import may_plan, may_record
from meetings.models import AgendaItem, Goal, Meeting, Outcome, OutcomeKind
from meetings.queries import core_team
from notifications.actions import announce, read_at_address
from notifications.models import NoticeKind
from privacy.actions import propose_names, texts_stored
from privacy.proposals import Proposal
from privacy.text import CheckedText


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item that somebody wants: what it is about, how long, what for, and which partners are asked for it."""

    title: CheckedText
    minutes: int = 10
    goal: str = Goal.DISCUSS
    partners: Sequence[Partner] = ()
    case: Case | None = None
    proposals: Sequence[Proposal] = ()
    submission: uuid.UUID = field(default_factory=uuid.uuid4)


@transaction.atomic
def plan_meeting(
    *,
    by: User,
    starts_at: dt.datetime,
    ends_at: dt.datetime,
    place: CheckedText,
    items: Sequence[Item] = (),
    proposals: Sequence[Proposal] = (),
    submission: uuid.UUID | None = None,
) -> Meeting:
    """Plan a core-team meeting with its agenda; tell the core team, and each invited partner that it is asked for.

    The same `submission` gives the meeting that it made before. Raises NotAllowed unless `by` coordinates, NotPossible
    when it ends before it starts, an invited partner has nobody to ask, or the submission was used for other words.
    """
    _require_planner(by)
    if ends_at <= starts_at:
        raise NotPossible(_("The end must be later than the start."))
    said = {"starts_at": starts_at, "ends_at": ends_at, "place": place}
    meeting, is_new = Meeting.objects.read_by(by).get_or_create(
        planned_by=by, submission=submission or uuid.uuid4(), defaults=said
    )
    if not is_new:
        titles = [item.title for item in meeting.items.read_by(by)]
        stored = (meeting.starts_at, meeting.ends_at, meeting.place, titles)
        _require_same(stored, (starts_at, ends_at, place, [item.title for item in items]))
        return meeting
    record(action="meeting.plan", actor=by, object_type="meeting", object_id=meeting.public_id)
    texts_stored(by=by, row=meeting, texts={"place": place})
    propose_names(by=by, proposals=proposals)
    for item in items:
        _put(by, meeting, item)

    people = [seat.person for seat in core_team(timezone.localdate()) if seat.person != by]
    announce(
        recipients=people, kind=NoticeKind.MEETING_PLANNED, url=meeting.get_absolute_url(), label=meeting.day_label
    )
    return meeting


@transaction.atomic
def add_item(*, by: User, meeting: Meeting, item: Item) -> AgendaItem:
    """Put one more item at the end of an agenda, and tell the partners that are asked for it.

    The same submission gives the item that it made before. Raises NotAllowed unless `by` coordinates, NotPossible as
    plan_meeting does, and when the meeting is over.
    """
    _require_planner(by)
    meeting = _held(meeting.pk)
    earlier = meeting.items.read_by(by).filter(submission=item.submission).first()
    if earlier:
        _require_same((earlier.title,), (item.title,))
        return earlier
    _require_open(meeting)
    return _put(by, meeting, item)


@transaction.atomic
def invite_to_item(*, by: User, item: AgendaItem, partner: Partner) -> None:
    """Ask a partner for one item and tell who answers for it. Doing it twice changes nothing.

    Raises NotAllowed unless `by` coordinates, NotPossible when the partner has nobody to ask or the meeting is over.
    """
    _require_planner(by)
    _require_open(item.meeting)
    _invite(by, item, partner)


@transaction.atomic
def record_outcome(
    *,
    by: User,
    item: AgendaItem,
    kind: str,
    text: CheckedText,
    partner: Partner | None = None,
    person: User | None = None,
    due_on: dt.date | None = None,
    proposals: Sequence[Proposal] = (),
    submission: uuid.UUID | None = None,
    at: dt.datetime | None = None,
) -> Outcome:
    """Write down what came out of an item; an action becomes a promise of `person` of `partner`, due on `due_on`.

    The same `submission` gives the outcome that it made before. Raises NotAllowed unless `by` sits in the core team,
    NotPossible before the day of the meeting, for an action without owner or date, or when the submission was used
    for other words.
    """
    if not may_record(by):
        raise NotAllowed(_("Only the core team can write outcomes down."))
    meeting = _held(item.meeting_id)
    if not meeting.can_have_outcomes:
        raise NotPossible(_("Outcomes can be written down from the day of the meeting on."))
    submission = submission or uuid.uuid4()
    earlier = Outcome.objects.read_by(by).filter(recorded_by=by, submission=submission).first()
    if earlier:
        _require_same((earlier.item_id, earlier.kind, earlier.text), (item.pk, kind, text))
        return earlier
    action = None
    if kind == OutcomeKind.ACTION:
        action = _promise(by, meeting, text, partner=partner, person=person, due_on=due_on)
    outcome = Outcome.objects.create(
        item=item,
        kind=kind,
        text=text,
        action=action,
        recorded_by=by,
        recorded_at=at or timezone.now(),
        submission=submission,
    )
    record(action="meeting.outcome", actor=by, object_type="meeting", object_id=meeting.public_id)
    # Of an action the promise holds the same text, and was looked at with it.
    if action is None:
        texts_stored(by=by, row=outcome, texts={"text": text})
    propose_names(by=by, proposals=proposals)
    return outcome


def seen(*, by: User, meeting: Meeting) -> None:
    """Mark the notices about a meeting as read: their reader opened it."""
    read_at_address(by=by, url=meeting.get_absolute_url())


def _held(meeting: int) -> Meeting:
    """Give the meeting as it is now, kept from change by others until the transaction ends: two clicks take turns."""
    return Meeting.objects.select_for_update().get(pk=meeting)


def _put(by: User, meeting: Meeting, item: Item) -> AgendaItem:
    """Store an item behind the last one, with its invitations."""
    last = meeting.items.aggregate(last=Max("position"))["last"] or 0
    placed = meeting.items.create(
        position=last + 1,
        title=item.title,
        minutes=item.minutes,
        goal=item.goal,
        case=item.case,
        submission=item.submission,
    )
    record(action="meeting.item", actor=by, object_type="meeting", object_id=meeting.public_id)
    texts_stored(by=by, row=placed, texts={"title": item.title})
    propose_names(by=by, proposals=item.proposals)
    for partner in item.partners:
        _invite(by, placed, partner)
    return placed


def _invite(by: User, item: AgendaItem, partner: Partner) -> None:
    """Store one invitation and tell the partner's people; nobody hears of what is on the agenda."""
    people = who_answers(partner)
    _invitation, is_new = item.invitations.get_or_create(partner=partner)
    if is_new:
        meeting = item.meeting
        record(action="meeting.invite", actor=by, object_type="meeting", object_id=meeting.public_id)
        kind, url = NoticeKind.MEETING_ITEM_INVITED, meeting.get_absolute_url()
        announce(recipients=people, kind=kind, url=url, label=meeting.day_label)


def _promise(
    by: User,
    meeting: Meeting,
    text: CheckedText,
    *,
    partner: Partner | None,
    person: User | None,
    due_on: dt.date | None,
) -> Action:
    """Hand an action to followup with the meeting's address and date, and nothing else of the meeting."""
    if partner is None or person is None or due_on is None:
        raise NotPossible(_("An action needs somebody who does it, and a date."))
    url = meeting.get_absolute_url()
    return promise(by=by, sentence=text, partner=partner, person=person, due_on=due_on, url=url, label=meeting.label)


def _require_planner(by: User) -> None:
    """Raise NotAllowed unless `by` may plan meetings."""
    if not may_plan(by):
        raise NotAllowed(_("Only the coordinator can do this."))


def _require_open(meeting: Meeting) -> None:
    """Raise NotPossible when the meeting is over."""
    if not meeting.can_change:
        raise NotPossible(_("This meeting is over; its agenda does not change any more."))


def _require_same(stored: tuple[object, ...], sent: tuple[object, ...]) -> None:
    """Raise NotPossible when a form that was stored before comes again with something else in it: that must not get lost."""
    if stored != sent:
        raise NotPossible(
            _("You sent this form before, with another text. Send it once more if you want to store this text as well.")
        )
