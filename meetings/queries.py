"""What screens about meetings show; serves this room's views and the home page. Asks only for what the reader may see.

Whoever is asked for one item never gets the others out of the database here, nor their number, their minutes or their guests.
"""

import datetime as dt
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.models import Count, Prefetch, Q
from django.db.models.functions import ExtractQuarter
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import ContactPoint, CoreTeamSeat, Partner, User
from cases.access import cases_of
from cases.models import Case
from meetings.access import meetings_of, sees_whole
from meetings.models import AgendaItem, AgendaItemQuerySet, ItemInvitation, Meeting, MeetingQuerySet, Outcome

QUARTERS = (1, 2, 3, 4)
ASKED_A_YEAR = 4  # Meetings of the core team (covenant 5.3).


@dataclass(frozen=True)
class Sight:
    """A meeting as one person may see it: whole, or the items they are asked for."""

    meeting: Meeting
    whole: bool
    items: list[AgendaItem] = field(default_factory=list)

    @property
    def starts_at(self) -> dt.datetime:
        """When the meeting starts; for somebody who is asked for an item, when their turn comes."""
        return self.meeting.starts_at if self.whole or not self.items else self.items[0].starts_at

    @property
    def ends_at(self) -> dt.datetime | None:
        """When the meeting ends; how long it lasts is not for guests."""
        return self.meeting.ends_at if self.whole else None

    @property
    def minutes(self) -> int:
        """How many minutes the items that are seen take."""
        return sum(item.minutes for item in self.items)

    @property
    def is_too_full(self) -> bool:
        """Whether the agenda does not fit in the meeting."""
        return self.whole and self.minutes > self.meeting.minutes

    @property
    def current(self) -> AgendaItem | None:
        """The item whose turn it is by the clock."""
        return next((item for item in self.items if item.is_now), None)


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody at the table, and as what."""

    person: User
    role: str


@dataclass(frozen=True, slots=True)
class Answering:
    """Somebody who answers for a partner today, and as what."""

    person: User
    reason: str


@dataclass(frozen=True, slots=True)
class Guest:
    """A partner at the table for some items only; `positions` are their numbers on the agenda.

    `people` are those who see these items now: worked out from who answers for the partner today.
    """

    partner: Partner
    positions: list[int]
    people: list[Answering] = field(default_factory=list)


def see(user: User, meeting: Meeting) -> Sight:
    """Give a meeting with its items and outcomes, as far as `user` may see them."""
    items = _items(user).filter(meeting=meeting)
    outcomes = Outcome.objects.read_by(user).select_related("recorded_by", "action__person", "action__partner")
    # Who may not open the case gets no pointer to it at all.
    items = items.prefetch_related(Prefetch("outcomes", outcomes)).prefetch_related(Prefetch("case", cases_of(user)))
    if sees_whole(user):
        items = items.prefetch_related(Prefetch("invitations", ItemInvitation.objects.select_related("partner")))
    return Sight(meeting, sees_whole(user), list(items))


def see_all(user: User, meetings: MeetingQuerySet) -> list[Sight]:
    """Give meetings as `user` may see them, in the order asked, in a constant number of queries."""
    found: Any = meetings.prefetch_related(Prefetch("items", _items(user), to_attr="items_seen"))
    return [Sight(meeting, sees_whole(user), meeting.items_seen) for meeting in found]


def items_with(user: User, text: str) -> AgendaItemQuerySet:
    """Give the items that `user` may see and that hold every word of `text`, the latest meeting first."""
    found = AgendaItem.objects.visible_to(user).search(text).select_related("meeting")
    return found.order_by("-meeting__starts_at", "position")


def upcoming(user: User, limit: int | None = None) -> list[Sight]:
    """Give what is planned or going on and asks for `user`, the first one first."""
    return see_all(user, meetings_of(user).upcoming()[:limit])


def this_year(user: User) -> dict[str, int]:
    """Count the meetings of this year that were held and that are planned, and how many are still to be planned.

    For somebody who sees them whole.
    """
    year = meetings_of(user).in_year(timezone.localdate().year)
    held, planned = year.held().count(), year.upcoming().count()
    return {"held": held, "planned": planned, "asked": ASKED_A_YEAR, "lacking": max(0, ASKED_A_YEAR - held - planned)}


def by_quarter(user: User, year: int) -> tuple[list[str], list[tuple[str, list[int]]]]:
    """Give the quarters of a year, and for each how many meetings were held and are planned (covenant 5.3). One query."""
    counted = (
        meetings_of(user)
        .in_year(year)
        .order_by()
        .annotate(quarter=ExtractQuarter("starts_at"))
        .values("quarter")
        .annotate(held=Count("pk", filter=Q(ends_at__lte=timezone.now())), all=Count("pk"))
    )
    rows = {row["quarter"]: row for row in counted}
    held = [rows[quarter]["held"] if quarter in rows else 0 for quarter in QUARTERS]
    planned = [rows[quarter]["all"] - held[quarter - 1] if quarter in rows else 0 for quarter in QUARTERS]
    names = [_("Quarter %(number)s") % {"number": quarter} for quarter in QUARTERS]
    return names, [(_("held"), held), (_("planned"), planned)]


def core_team(day: dt.date) -> list[Seat]:
    """Give who sits in the core team on `day`: the coordinator, and for each subnetwork the person on its seat."""
    seats = (
        CoreTeamSeat.objects.on(day)
        .select_related("user", "subnetwork")
        .order_by("subnetwork__order", "subnetwork__name")
    )
    return [
        *(Seat(person, _("coordinator")) for person in User.objects.coordinators()),
        *(Seat(seat.user, seat.subnetwork.name) for seat in seats),
    ]


def guests(sight: Sight) -> list[Guest]:
    """Give the partners that are asked for items of a meeting which is seen whole, each with who answers for it."""
    asked = sorted(
        ((invitation.partner, item.position) for item in sight.items for invitation in item.invitations.all()),
        key=lambda pair: (pair[0].name, pair[1]),
    )
    answering: dict[int, list[Answering]] = {}
    points = ContactPoint.objects.answering().filter(partner__in={partner.pk for partner, _position in asked})
    for point in points:
        answering.setdefault(point.partner_id, []).append(Answering(point.user, point.get_rank_display()))
    return [
        Guest(partner, [position for _partner, position in pairs], answering.get(partner.pk, []))
        for partner, pairs in groupby(asked, lambda pair: pair[0])
    ]


def partners_to_invite() -> list[Partner]:
    """Give every partner with who answers for it today."""
    return list(Partner.objects.with_network())


def people_to_ask() -> list[User]:
    """Give everybody who can promise something, by partner."""
    people = User.objects.filter(is_active=True, partner__isnull=False).select_related("partner")
    return list(people.order_by("partner__name", "last_name", "first_name"))


def cases_to_discuss(user: User) -> list[Case]:
    """Give the open cases of `user`'s own circles: nobody puts a case on an agenda that they cannot open."""
    return list(cases_of(user).open())


def _items(user: User) -> AgendaItemQuerySet:
    """Give the items that `user` may see, with the moment of their turn."""
    return AgendaItem.objects.visible_to(user).read_by(user).select_related("meeting").with_start()
