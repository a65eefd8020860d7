"""What changes the network: partners, rings, seats, contact points. It never removes a partner and never renames one."""

import datetime as dt

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.errors import NotAllowed, NotPossible
from accounts.models import ContactPoint, CoreTeamSeat, Partner, Ring, RingPlacement, Role, Subnetwork, Topic, User
from accounts.models.periods import today
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
    *, by: User | None, partner: Partner, user: User, rank: str = ContactPoint.Rank.FIXED
) -> ContactPoint:
    """Name the fixed contact point of a partner, or the deputy (covenant 3.1 c).

    Whoever held it before steps down, and nobody is their own deputy. Raises NotPossible when the person works for
    another partner, or no longer.
    """
    require_coordinator(by)
    rank = ContactPoint.Rank(rank)
    if user.partner_id != partner.pk or not user.is_active:
        raise NotPossible(_("A contact point must be somebody of the partner itself."))
    held = ContactPoint.objects.select_for_update().filter(Q(rank=rank) | Q(user=user), partner=partner, until=None)
    for current in held:
        if current.rank == rank and current.user_id == user.pk:
            return current
        _step_down(current)
    point = ContactPoint.objects.create(partner=partner, user=user, rank=rank)
    record(action=f"partner.contact.{rank}", actor=by, object_type="user", object_id=user.public_id)
    return point


def _step_down(point: ContactPoint) -> None:
    """End a contact point yesterday; one that began today simply goes, for a day cannot hold two."""
    if point.since >= today():
        point.delete()
        return
    point.until = today() - dt.timedelta(days=1)
    point.save(update_fields=["until"])


@transaction.atomic
def give_seat(*, by: User | None, user: User, subnetwork: Subnetwork, since: dt.date | None = None) -> CoreTeamSeat:
    """Give a person the core team's seat of a subnetwork (covenant 5.1). Raises NotPossible when it is taken."""
    require_coordinator(by)
    if CoreTeamSeat.objects.filter(subnetwork=subnetwork, until__isnull=True).exclude(user=user).exists():
        raise NotPossible(_("This seat in the core team is taken."))
    seat, made = CoreTeamSeat.objects.get_or_create(
        user=user, subnetwork=subnetwork, until=None, defaults={"since": since or today()}
    )
    if made:
        record(action="core_team.seat", actor=by, object_type="user", object_id=user.public_id)
    return seat
