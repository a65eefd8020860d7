"""What the screens of a case show, gathered in few queries. It decides nothing: callers hold a case from access.py."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from django.utils import timezone

from accounts.models import Partner, Topic, User
from cases.models import Case, CircleMember, Note, Participation
from notifications.models import Notice
from privacy.access import add_looks


class Reason(StrEnum):
    """Why somebody is in a circle."""

    BROUGHT_IN = "brought_in"
    ASKED = "asked"
    COLLEAGUE = "colleague"


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody in a circle, and why."""

    person: User
    reason: Reason


@dataclass(frozen=True, slots=True)
class Seat:
    """A partner in the circle with its people of now."""

    partner: Partner
    people: list[Place]
    brought_in: bool


def notes_of(case: Case, user: User) -> list[Note]:
    """Give the contributions as `user` may read them, the oldest first, with who wrote and who looked over them."""
    notes = list(case.notes.read_by(user).select_related("author", "partner"))
    add_looks("note", notes)
    for note in notes:
        note.case = case  # The note's address needs it; no query each.
    return notes


def unread_addresses(user: User) -> set[str]:
    """Give the addresses about which somebody has a notice that they did not open yet."""
    return set(Notice.objects.filter(recipient=user).unread().values_list("url", flat=True))


def participations_of(case: Case) -> list[Participation]:
    """Give which partners are and were in the circle, in order, each with its people of now."""
    return list(case.participations.with_people())


def circle_of(case: Case, participations: list[Participation]) -> list[Seat]:
    """Give the partners in the circle, the one that brought the case in first, each with its people of now."""
    seats = [
        Seat(
            each.partner,
            [Place(member.user, _reason(case, each, member)) for member in each.members_now],
            each.partner_id == case.partner_id,
        )
        for each in participations
        if each.until is None
    ]
    return sorted(seats, key=lambda seat: not seat.brought_in)


def _reason(case: Case, participation: Participation, member: CircleMember) -> Reason:
    """Say why somebody has a place in the circle."""
    if member.user_id == case.opened_by_id and participation.partner_id == case.partner_id:
        return Reason.BROUGHT_IN
    return Reason.COLLEAGUE if member.by_own_side else Reason.ASKED


def invitations_of(case: Case, participations: list[Participation]) -> list[list[Participation]]:
    """Give which partners were asked to think along, in order, those of one day together."""
    asked = [each for each in participations if each.partner_id != case.partner_id]
    return [list(same_day) for _day, same_day in groupby(asked, lambda each: timezone.localdate(each.since))]


def colleagues_outside(case: Case, user: User) -> list[User]:
    """Give the colleagues of `user` who are not in the circle now."""
    colleagues = User.objects.filter(partner=user.partner_id, is_active=True)
    return list(colleagues.exclude(pk__in=case.people().values("pk")))


def partners_to_ask(*, but: Iterable[int]) -> list[Partner]:
    """Give the partners with their contacts, by subnetwork; without the ones whose keys are in `but`."""
    partners = Partner.objects.with_network().exclude(pk__in=list(but))
    return sorted(partners, key=_place)


def partners_outside(case: Case) -> list[Partner]:
    """Give the partners that can be asked for a case: those of whom nobody is in the circle now."""
    inside = CircleMember.objects.now().filter(participation__case=case)
    return partners_to_ask(but=[case.partner_id, *inside.values_list("participation__partner", flat=True)])


def topics_by_domain() -> list[Topic]:
    """Give the topics in the order of their life domains."""
    return list(Topic.objects.select_related("domain"))


def _place(partner: Partner) -> tuple[int, str]:
    """Say where a partner stands in a list by subnetwork: who belongs to none comes last."""
    subnetwork = partner.subnetwork
    return (subnetwork.order, subnetwork.name) if subnetwork else (sys.maxsize, "")
