"""Composes the picture of the network: who stands where on a day, what needs attention, and the list that says the same.

It asks each room, and knows no rule itself: what is late is what this person may see of it.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Min, Prefetch
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import ContactPoint, CoreTeamSeat, Partner, Ring, RingPlacement, Subnetwork, User
from accounts.models.periods import today
from followup.models import Action
from pages.models import PartnerPage
from spil.rings_drawing import Drawing, Label, Node, Standing, draw


@dataclass(slots=True)
class Entry:
    """Somebody in the picture and in the list: a seat of the core team, or a partner in a ring."""

    number: int
    name: str
    ring: str
    sector: str
    contact: str = ""
    domains: str = ""
    url: str = ""
    attention: list[str] = field(default_factory=list)
    node: Node | None = None
    partner_id: int = 0

    @property
    def anchor(self) -> str:
        """The place of this one in the list."""
        return f"p{self.number}"

    @property
    def ring_words(self) -> str:
        """The ring, in words."""
        return str(Ring(self.ring).label)


@dataclass(frozen=True, slots=True)
class Count:
    """How many partners a sector has in each ring, for a small screen."""

    sector: str
    fixed: int
    flexible: int
    attention: int


@dataclass(slots=True)
class Network:
    """The whole picture on one day."""

    day: dt.date
    coordinators: list[str]
    seats: list[Entry]
    fixed: list[Entry]
    flexible: list[Entry]
    sectors: list[str]
    drawing: Drawing

    @property
    def is_today(self) -> bool:
        """Whether this is the network of now."""
        return self.day == today()

    @property
    def partners(self) -> list[Entry]:
        """The partners of both rings, in the order of their numbers."""
        return [*self.fixed, *self.flexible]

    @property
    def attention(self) -> list[Entry]:
        """Those that need attention."""
        return [entry for entry in (*self.seats, *self.partners) if entry.attention]

    @property
    def sector_labels(self) -> list[tuple[str, Label]]:
        """The sectors' names with their places in the drawing."""
        return list(zip(self.sectors, self.drawing.labels, strict=True))

    @property
    def groups(self) -> list[tuple[str, str, list[Entry]]]:
        """The list in three parts: the ring, its name, and who stands in it."""
        return [
            ("core", _("Core team"), self.seats),
            ("fixed", _("Fixed ring"), self.fixed),
            ("flexible", _("Flexible ring"), self.flexible),
        ]

    @property
    def counts(self) -> list[Count]:
        """The numbers for each sector."""
        return [
            Count(
                name,
                sum(entry.sector == name for entry in self.fixed),
                sum(entry.sector == name for entry in self.flexible),
                sum(entry.sector == name for entry in self.attention),
            )
            for name in self.sectors
        ]


def network_for(request: HttpRequest, user: User, day: dt.date | None = None) -> Network:
    """Give the network as it stood on `day` (today without one), in a constant number of queries."""
    day = day or today()
    placed = {placement.partner_id: placement.ring for placement in RingPlacement.objects.on(day)}
    partners = list(_partners(placed, day))
    subnetworks = list(Subnetwork.objects.all())
    names = [each.name for each in subnetworks]
    if any(partner.subnetwork is None for partner in partners) or not names:
        names.append(_("not placed yet"))
    seats = _seats(subnetworks, day)
    entries = [_entry(partner, placed[partner.pk], names) for partner in partners]
    entries.sort(
        key=lambda entry: (entry.ring != Ring.FIXED, names.index(entry.sector), entry.domains, entry.name.casefold())
    )
    for number, entry in enumerate(entries, start=len(seats) + 1):
        entry.number = number
    _add_attention(entries, user, day)
    _add_links(entries, request)
    drawing = draw([_standing(entry, names) for entry in entries], len(names))
    for entry in entries:
        entry.node = drawing.nodes[entry.number]
    for seat, node in zip(seats, drawing.seats, strict=False):
        seat.node = node
    fixed = [entry for entry in entries if entry.ring == Ring.FIXED]
    flexible = [entry for entry in entries if entry.ring == Ring.FLEXIBLE]
    return Network(day, _coordinators(day), seats, fixed, flexible, names, drawing)


def _partners(placed: Iterable[int], day: dt.date) -> Any:
    """Give the partners in a ring with what the picture says of them."""
    answering = ContactPoint.objects.answering() if day == today() else _answered_on(day)
    contacts: Any = Prefetch("contact_points", answering, to_attr="contacts_now")
    found: Any = Partner.objects.filter(pk__in=list(placed)).select_related("subnetwork")
    return found.prefetch_related("topics__domain", contacts)


def _answered_on(day: dt.date) -> Any:
    """Give who answered on another day, whatever became of their account since."""
    return ContactPoint.objects.on(day).select_related("user").order_by("-rank")


def _entry(partner: Partner, ring: str, names: list[str]) -> Entry:
    """Give a partner its line."""
    contact = partner.contact_point
    letters = sorted({topic.domain.letter for topic in partner.topics.all()})
    sector = partner.subnetwork.name if partner.subnetwork else names[-1]
    name = contact.name if contact else ""
    return Entry(0, partner.name, ring, sector, name, ", ".join(letters), partner_id=partner.pk)


def _standing(entry: Entry, names: list[str]) -> Standing:
    return Standing(entry.number, entry.ring, names.index(entry.sector), entry.domains[:1], entry.name)


def _seats(subnetworks: list[Subnetwork], day: dt.date) -> list[Entry]:
    """Give the seats of the core team, one for each subnetwork; an empty one needs attention."""
    held = {seat.subnetwork_id: seat for seat in CoreTeamSeat.objects.on(day).select_related("user__partner")}
    seats: list[Entry] = []
    for number, subnetwork in enumerate(subnetworks, start=1):
        seat = held.get(subnetwork.pk)
        name = _("Seat for %(subnetwork)s") % {"subnetwork": subnetwork.name}
        entry = Entry(number, name, "core", subnetwork.name, seat.user.name if seat else "")
        if seat is None and day == today():
            entry.attention.append(_("This seat is empty"))
        seats.append(entry)
    return seats


def _coordinators(day: dt.date) -> list[str]:
    """Give the names of the coordinators, who stand in the middle; who they were on another day was never kept."""
    if day != today():
        return []
    return [user.name for user in User.objects.coordinators()]


def _add_attention(entries: list[Entry], user: User, day: dt.date) -> None:
    """Say of each partner what needs attention today; of the past nothing can still be done."""
    if day != today():
        return
    found = Action.objects.visible_to(user).late().order_by().values("partner").annotate(oldest=Min("due_on"))
    late = dict(found.values_list("partner", "oldest"))
    for entry in entries:
        if not entry.contact:
            entry.attention.append(_("No contact point yet"))
        if due_on := late.get(entry.partner_id):
            days = (day - due_on).days
            entry.attention.append(ngettext("%(days)s day late", "%(days)s days late", days) % {"days": days})


def _add_links(entries: list[Entry], request: HttpRequest) -> None:
    """Lead each partner that has a page to it."""
    pages = {page.partner_id: page for page in PartnerPage.objects.live()}
    for entry in entries:
        page = pages.get(entry.partner_id)
        entry.url = (page.get_url(request) or "") if page else ""
