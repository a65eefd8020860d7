"""Reads what the people pages show, in a constant number of queries; serves the coordinator."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django_otp_webauthn.models import WebAuthnCredential

from accounts.models import ROLE_NAMES, Authenticator, ContactPoint, CoreTeamSeat, Invitation, Partner, Role, User

WORDS = 8  # How many words of a search are looked at.


@dataclass(frozen=True)
class PersonRow:
    """A person in the list, with what they are in the network."""

    user: User
    roles: Sequence[str | Promise]
    seats: list[CoreTeamSeat]
    contact: ContactPoint | None
    enrolled: bool


def people() -> "QuerySet[Any]":
    """Give everybody with an account, each with `enrolled`: whether they set up a second key."""
    mine = {"user": OuterRef("pk"), "confirmed": True}
    keys = Exists(Authenticator.objects.filter(**mine)) | Exists(WebAuthnCredential.objects.filter(**mine))
    return User.objects.select_related("partner").annotate(enrolled=keys)


def narrowed(found: "QuerySet[Any]", *, words: str, partner: Partner | None, show: str) -> "QuerySet[Any]":
    """Keep who answers to every word, works for the partner, and is one of those to `show` (a value of forms.Show)."""
    for word in words.split()[:WORDS]:
        names = Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(email__icontains=word)
        found = found.filter(names | Q(job_title__icontains=word) | Q(partner__name__icontains=word))
    if partner:
        found = found.filter(partner=partner)
    if show == "new":
        return found.filter(enrolled=False, is_active=True)
    if show == "roles":
        seated = CoreTeamSeat.objects.not_over().values("user")
        return found.filter(Q(groups__name__in=list(Role)) | Q(pk__in=seated)).distinct()
    return found.filter(is_active=False) if show == "blocked" else found


def as_rows(found: "QuerySet[Any]") -> list[PersonRow]:
    """Fetch along what a list shows of each person."""
    seats = Prefetch("seats", CoreTeamSeat.objects.now().select_related("subnetwork"), to_attr="seats_now")
    points = Prefetch("contact_points", ContactPoint.objects.answering(), to_attr="points_now")
    return [_row(user) for user in found.prefetch_related("groups", seats, points)]


def _row(user: Any) -> PersonRow:
    held = {group.name for group in user.groups.all()}
    roles = [name for role, name in ROLE_NAMES.items() if role.value in held]
    points = user.points_now
    return PersonRow(user, roles, user.seats_now, next(iter(points), None), user.enrolled)


def counts() -> dict[str, int]:
    """Give how many people have an account, how many of them have no second key yet, and how many invitations are open."""
    in_use = people().filter(is_active=True)
    return {
        "people": in_use.count(),
        "new": in_use.filter(enrolled=False).count(),
        "invited": Invitation.objects.usable().count(),
    }
