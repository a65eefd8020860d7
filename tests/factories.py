"""Makes people and partners for tests, through the same actions as the product where a rule is involved."""

import itertools
from typing import Any

from django.utils import timezone

from accounts import actions
from accounts.models import Authenticator, ContactPoint, LifeDomain, Partner, Role, Subnetwork, Topic, User
from privacy.models import Acceptance, ProtocolVersion

PASSWORD = "vier losse woorden samen"
numbers = itertools.count(1)


def make_partner(name: str = "", ring: str = "fixed", **fields: Any) -> Partner:
    """Make a partner, in the fixed ring unless told otherwise ("" for none)."""
    partner = Partner.objects.create(name=name or f"Partner {next(numbers)}", **fields)
    if ring:
        actions.place_in_ring(by=None, partner=partner, ring=ring)
    return partner


def make_user(name: str = "", partner: Partner | None = None, *, roles: tuple[Role, ...] = (), **fields: Any) -> User:
    """Make a person with a password and nothing else."""
    number = next(numbers)
    first, _, last = (name or f"Noor Test{number}").partition(" ")
    user = User.objects.create_user(
        fields.pop("email", f"p{number}@example.org"),
        PASSWORD,
        first_name=first,
        last_name=last,
        partner=partner,
        **fields,
    )
    for role in roles:
        actions.grant_role(by=None, user=user, role=role)
    return user


def make_member(name: str = "", partner: Partner | None = None, *, contact: str = "", **fields: Any) -> User:
    """Make a person who is all the way in: authenticator set up, protocol accepted; at a new partner when none is given.

    `contact` "fixed" or "deputy" makes them answer for the partner.
    """
    user = make_user(name, partner or make_partner(), **fields)
    Authenticator.unsaved(user, name="test").save()
    Acceptance.objects.create(user=user, version=protocol(), accepted_at=timezone.now())
    if contact:
        actions.set_contact_point(by=None, partner=user.partner, user=user, rank=ContactPoint.Rank(contact))
    return user


def make_seat(user: User, slug: str = "wmo") -> User:
    """Give a person a seat in the core team."""
    subnetwork, _ = Subnetwork.objects.get_or_create(slug=slug, defaults={"name": slug.capitalize()})
    actions.give_seat(by=None, user=user, subnetwork=subnetwork)
    user.__dict__.pop("is_core_team", None)
    return user


def make_topic(name: str = "") -> Topic:
    """Make a topic under life domain a."""
    number = next(numbers)
    domain, _ = LifeDomain.objects.get_or_create(letter="a", defaults={"name": "Ondersteuning"})
    return Topic.objects.create(domain=domain, name=name or f"onderwerp {number}", slug=f"onderwerp-{number}")


def protocol() -> ProtocolVersion:
    """Give the protocol in force, making one when there is none."""
    version = ProtocolVersion.objects.order_by("-in_force_since", "-pk").first()
    return version or ProtocolVersion.objects.create(label="test", digest="0" * 64, in_force_since=timezone.now())
