"""What happens to a case: it is opened, widened, contributed to and closed. Takes checked text only; the log gets no text.

Every verb works out again whether the acting person is in the circle: a page may have been open since before that ended.
`at` is for a story that lies in the past, as the demo's does; leave it out for now.
"""

import datetime as dt
import uuid
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.errors import NotAllowed, NotPossible
from accounts.models import Partner, Topic, User
from audit.log import record
from cases.access import may_direct
from cases.models import Case, CircleMember, Note, Participation, State
from notifications.actions import announce, read_at_address
from notifications.models import NoticeKind
from notifications.push import changed
from privacy.actions import propose_names, texts_stored
from privacy.proposals import Proposal
from privacy.text import CheckedText


@transaction.atomic
def open_case(
    *,
    by: User,
    question: CheckedText,
    situation: CheckedText,
    topics: Iterable[Topic],
    resident_knows: str,
    partners: Iterable[Partner],
    proposals: Iterable[Proposal] = (),
    submission: uuid.UUID | None = None,
    at: dt.datetime | None = None,
) -> Case:
    """Bring a case in and ask partners to think along: the people who answer for each are in the circle, and are told.

    The same `submission` gives the case that it made before. Raises NotAllowed for somebody without a partner, and
    NotPossible when a partner has nobody to ask or the submission was used for another text.
    """
    partner = _partner_of(by)
    asked = {other: who_answers(other) for other in partners if other != partner}

    at = at or timezone.now()
    said = {"question": question, "situation": situation}
    case, is_new = Case.objects.read_by(by).get_or_create(
        opened_by=by,
        submission=submission or uuid.uuid4(),
        defaults={**said, "partner": partner, "resident_knows": resident_knows, "opened_at": at},
    )
    if not is_new:
        _require_same((case.question, case.situation), (question, situation))
        return case
    case.topics.set(topics)
    _let_in(case, partner, [by], by=by, at=at)
    record(action="case.open", actor=by, object_type="case", object_id=case.public_id)
    texts_stored(by=by, row=case, texts=said)
    propose_names(by=by, proposals=proposals)

    for other, people in asked.items():
        _invite(case, other, people, by=by, at=at)
    return case


@transaction.atomic
def invite_partner(*, by: User, case: Case, partner: Partner) -> Participation:
    """Ask one more partner to think along, or reach those who answer by now for a partner that was asked before.

    Raises NotAllowed unless `by` is of the partner that brought the case in (access.may_direct says why), NotPossible
    when the case is closed or the partner has nobody to ask.
    """
    case = _held(by, case)
    if not may_direct(by, case):
        raise NotAllowed(_("Only the partner that brought the case in can invite another partner."))
    return _invite(case, partner, who_answers(partner), by=by, at=timezone.now())


@transaction.atomic
def add_colleague(*, by: User, case: Case, user: User) -> None:
    """Let a colleague of one's own partner into the circle, and tell them. Doing it twice changes nothing.

    Raises NotAllowed for somebody of another partner, NotPossible when the case is closed.
    """
    case = _held(by, case)
    partner = _partner_of(by)
    if user.partner_id != partner.pk or not user.is_active:
        raise NotAllowed(_("You can only add a colleague of your own partner."))
    added = _let_in(case, partner, [user], by=by, at=timezone.now())
    if added:
        record(action="case.add_colleague", actor=by, object_type="case", object_id=case.public_id)
        _tell_invited(case, added)


@transaction.atomic
def add_note(
    *,
    by: User,
    case: Case,
    kind: str,
    text: CheckedText,
    proposals: Iterable[Proposal] = (),
    submission: uuid.UUID | None = None,
    at: dt.datetime | None = None,
) -> Note:
    """Write a contribution down, tell everybody else in the circle that there is one, and refresh their open pages.

    The same `submission` gives the contribution that it made before. Raises NotPossible when the case is closed or the
    submission was used for another text.
    """
    case, partner = _held(by, case), _partner_of(by)
    note, is_new = Note.objects.read_by(by).get_or_create(
        author=by,
        submission=submission or uuid.uuid4(),
        defaults={"case": case, "partner": partner, "kind": kind, "text": text, "written_at": at or timezone.now()},
    )
    if not is_new:
        _require_same((note.case, note.text), (case, text))
        return note
    record(action="case.note", actor=by, object_type="case", object_id=case.public_id)
    texts_stored(by=by, row=note, texts={"text": text})
    propose_names(by=by, proposals=proposals)

    people = list(case.people())
    others = [person for person in people if person != by]
    announce(recipients=others, kind=NoticeKind.CASE_NOTE, url=case.get_absolute_url(), label=case.number)
    changed(users=people, address=case.notes_url)
    return note


@transaction.atomic
def close_case(*, by: User, case: Case, at: dt.datetime | None = None) -> None:
    """Close a case: what was said stays readable for the circle, nothing is added. Doing it twice changes nothing.

    Raises NotAllowed unless `by` is of the partner that brought the case in.
    """
    case = _held(by, case, closed_too=True)
    if not may_direct(by, case):
        raise NotAllowed(_("Only the partner that brought the case in can close it."))
    if not case.is_open:
        return
    case.state, case.closed_at = State.CLOSED, at or timezone.now()
    case.save(update_fields=["state", "closed_at"])
    record(action="case.close", actor=by, object_type="case", object_id=case.public_id)
    changed(users=list(case.people()), address=case.notes_url)


def read_case(*, by: User, case: Case) -> None:
    """Write down that somebody opened the case, and mark their notices about it as read."""
    record(action="case.read", actor=by, object_type="case", object_id=case.public_id)
    read_at_address(by=by, url=case.get_absolute_url())


def read_notes(*, by: User, case: Case) -> None:
    """Write down that somebody's open page fetched the contributions anew."""
    record(action="case.read_notes", actor=by, object_type="case", object_id=case.public_id)


def point_to_safety(*, by: User) -> None:
    """Write down that somebody was led to the safety page; not about what, for nothing of it is kept."""
    record(action="case.safety", actor=by)


def who_answers(partner: Partner) -> list[User]:
    """Give the people to ask at a partner: the contact point and the deputy. Raises NotPossible when there is nobody."""
    people = [person for person in partner.contact_users() if person.partner_id == partner.pk]
    if not people:
        sentence = _("%(partner)s has no fixed contact point yet, so nobody there can be asked.")
        raise NotPossible(sentence % {"partner": partner.name})
    return people


def _partner_of(by: User) -> Partner:
    """Give the partner for which somebody acts. Raises NotAllowed for who works for none."""
    if by.partner is None:
        raise NotAllowed(_("Only somebody who works for a partner can bring in a case."))
    return by.partner


def _held(by: User, case: Case, *, closed_too: bool = False) -> Case:
    """Give the case as it is now, kept from change by others until the transaction ends.

    Raises NotAllowed when `by` is not in its circle (any more), NotPossible when it is closed (but for `closed_too`).
    """
    held = Case.objects.visible_to(by).select_for_update().filter(pk=case.pk).first()
    if held is None:
        raise NotAllowed(_("You are not in the circle of this case any more."))
    if not held.is_open and not closed_too:
        raise NotPossible(_("This case is closed. Nothing can be added to it any more."))
    return held


def _require_same(stored: tuple[object, ...], sent: tuple[object, ...]) -> None:
    """Raise NotPossible when a form that was stored before comes again with something else in it."""
    if stored != sent:
        raise NotPossible(
            _("You sent this form before, with another text. Send it once more if you want to store this text as well.")
        )


def _invite(case: Case, partner: Partner, people: list[User], *, by: User, at: dt.datetime) -> Participation:
    """Let a partner's people in, write that down, and tell those who were not in yet."""
    added = _let_in(case, partner, people, by=by, at=at)
    if added:
        record(action="case.invite", actor=by, object_type="case", object_id=case.public_id)
        _tell_invited(case, added)
    return case.participations.now().get(partner=partner)


def _let_in(case: Case, partner: Partner, people: Iterable[User], *, by: User, at: dt.datetime) -> list[User]:
    """Give a partner and these people of it a place in the circle, and give back who had none before."""
    participation, _made = Participation.objects.get_or_create(
        case=case, partner=partner, until=None, defaults={"invited_by": by, "since": at}
    )
    # Somebody who left and came back gets a place anew; the old one counts no more, and a person has one at a time.
    participation.members.stale().update(until=timezone.now())
    added = []
    for person in people:
        _place, is_new = CircleMember.objects.get_or_create(
            participation=participation, user=person, until=None, defaults={"added_by": by, "since": at}
        )
        if is_new:
            added.append(person)
    return added


def _tell_invited(case: Case, people: Iterable[User]) -> None:
    """Tell people that they are asked to think along."""
    announce(recipients=people, kind=NoticeKind.CASE_INVITED, url=case.get_absolute_url(), label=case.number)
