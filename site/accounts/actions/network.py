"""What changes the network: partners, rings, seats, contact points. It never removes a partner and never renames one."""

import datetime as dt

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.actions.sessions import end_sessions
from accounts.errors import NotAllowed, NotPossible
from accounts.models import ContactPoint, CoreTeamSeat, Partner, Ring, RingPlacement, Role, Subnetwork, Topic, User
from accounts.models.periods import today, yesterday
from accounts.sockets import close_person
from audit.log import record


def require_coordinator(by: User | None) -> None:
    """Raise NotAllowed unless `by` is a coordinator; None stands for a command on the server."""
    if by is not None and not by.is_coordinator:
        raise NotAllowed(_("Only the coordinator can do this."))


def require_keeper(by: User | None) -> None:
    """Raise NotAllowed unless `by` coordinates or edits: an editor reads covenants in, and they name partners."""
    if by is not None and not (by.is_coordinator or by.has_role(Role.EDITOR)):
        raise NotAllowed(_("Only the coordinator can do this."))


@transaction.atomic
def add_partner(*, by: User | None, name: str, is_host: bool = False) -> tuple[Partner, bool]:
    """Give the partner of exactly this name, making it when there is none; say whether it was made.

    The covenant's importer calls this: what it reads never renames or removes a partner.
    """
    require_keeper(by)
    partner, made = Partner.objects.get_or_create(name=name, defaults={"is_host": is_host})
    if made:
        record(action="partner.add", actor=by, object_type="partner", object_id=partner.public_id)
    return partner, made


@transaction.atomic
def describe_partner(
    *, by: User | None, partner: Partner, kind: str, subnetwork: Subnetwork | None, topics: list[Topic]
) -> None:
    """Say what sort of organisation a partner is, which subnetwork it belongs to and what it knows about."""
    require_coordinator(by)
    partner.kind, partner.subnetwork = kind, subnetwork
    partner.full_clean()
    partner.save(update_fields=["kind", "subnetwork"])
    partner.topics.set(topics)
    record(action="partner.describe", actor=by, object_type="partner", object_id=partner.public_id)


@transaction.atomic
def place_in_ring(*, by: User | None, partner: Partner, ring: str, since: dt.date | None = None) -> RingPlacement:
    """Let a partner stand in `ring` from `since` (today) on; where it stood before ends the day before.

    The first placement may lie in the past, and may be made by an editor who reads a covenant in; only the coordinator
    moves a partner. Raises NotPossible for the host, which stands in no ring, and for a day that is not later than the
    placement it would end.
    """
    require_keeper(by)
    since, ring = since or today(), Ring(ring)
    if partner.is_host:
        raise NotPossible(_("The municipality hosts the network and stands in no ring."))
    current = partner.placements.filter(until__isnull=True).first()
    if current and current.ring == ring:
        return current
    if current:
        require_coordinator(by)
        if current.since >= since:
            raise NotPossible(_("A partner can only move to another ring after the day on which it entered this one."))
        current.until = since - dt.timedelta(days=1)
        current.save(update_fields=["until"])
    placement = RingPlacement.objects.create(partner=partner, ring=ring, since=since)
    record(action=f"partner.ring.{ring}", actor=by, object_type="partner", object_id=partner.public_id)
    return placement


@transaction.atomic
def set_contact_point(
    *, by: User | None, partner: Partner, user: User, rank: str = ContactPoint.Rank.FIXED, until: dt.date | None = None
) -> ContactPoint:
    """Name the fixed contact point of a partner, or the deputy (covenant 3.1 c), if need be until a day.

    Whoever held it before steps down, and nobody is their own deputy. Raises NotPossible when the person works for
    another partner, or no longer, or when that day is over.
    """
    require_coordinator(by)
    rank = ContactPoint.Rank(rank)
    if user.partner_id != partner.pk or not user.is_active:
        raise NotPossible(_("A contact point must be somebody of the partner itself."))
    _require_days(today(), until)
    Partner.objects.select_for_update().get(pk=partner.pk)
    held = ContactPoint.objects.filter(Q(rank=rank) | Q(user=user), partner=partner).not_over()
    same = held.filter(rank=rank, user=user, until=until).first()
    if same:
        return same
    held.stop(yesterday())
    point = ContactPoint.objects.create(partner=partner, user=user, rank=rank, until=until)
    record(action=f"partner.contact.{rank}", actor=by, object_type="user", object_id=user.public_id)
    transaction.on_commit(lambda: close_person(user))
    return point


@transaction.atomic
def end_contact_point(*, by: User | None, partner: Partner, user: User) -> None:
    """Let somebody answer for a partner no more, from today on. Doing it twice changes nothing."""
    require_coordinator(by)
    held = user.contact_points.filter(partner=partner).not_over()
    if not held.exists():
        return
    held.stop(yesterday())
    record(action="partner.contact.end", actor=by, object_type="user", object_id=user.public_id)
    transaction.on_commit(lambda: close_person(user))


@transaction.atomic
def give_seat(
    *,
    by: User | None,
    user: User,
    subnetwork: Subnetwork,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> CoreTeamSeat:
    """Give a person the core team's seat of a subnetwork (covenant 5.1), if need be from a later day on.

    Raises NotPossible when somebody has it on one of those days, or when the person's account is blocked.
    """
    require_coordinator(by)
    since = since or today()
    _require_days(since, until)
    if not user.is_active:
        raise NotPossible(_("This account is blocked."))
    # Two coordinators who give the same seat wait for each other.
    Subnetwork.objects.select_for_update().get(pk=subnetwork.pk)
    taken = subnetwork.seats.overlapping(since, until).select_related("user").order_by("since")
    same = taken.filter(user=user, since=since, until=until).first()
    if same:
        return same
    if taken:
        sentence = _("%(name)s has this seat in the core team in that time. End that first.")
        raise NotPossible(sentence % {"name": taken[0].user.name})
    seat = CoreTeamSeat.objects.create(user=user, subnetwork=subnetwork, since=since, until=until)
    user.__dict__.pop("is_core_team", None)
    record(action="core_team.seat", actor=by, object_type="user", object_id=user.public_id)
    transaction.on_commit(lambda: close_person(user))
    return seat


@transaction.atomic
def end_seat(*, by: User | None, seat: CoreTeamSeat, until: dt.date | None = None) -> None:
    """Let a seat end: on the day `until`, or at once; a seat that had not begun goes altogether.

    What it opened closes at once too. Raises NotPossible for a day that is over, or on which somebody else has it.
    """
    require_coordinator(by)
    Subnetwork.objects.select_for_update().get(pk=seat.subnetwork_id)
    mine = CoreTeamSeat.objects.filter(pk=seat.pk)
    if not mine.not_over().exists():
        return
    _require_days(max(seat.since, today()), until)
    if until is None:
        mine.stop(yesterday())
        end_sessions(user=seat.user, by=by)
    elif seat.subnetwork.seats.overlapping(seat.since, until).exclude(pk=seat.pk).exists():
        raise NotPossible(_("Somebody else has this seat by then."))
    else:
        mine.update(until=until)
    seat.user.__dict__.pop("is_core_team", None)
    record(action="core_team.seat.end", actor=by, object_type="user", object_id=seat.user.public_id)


def _require_days(first: dt.date, last: dt.date | None) -> None:
    """Raise NotPossible when a period would end before it begins."""
    if last is not None and last < first:
        raise NotPossible(_("The last day cannot come before the first, nor lie in the past."))
