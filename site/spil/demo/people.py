"""The demo's partners and people: read from network.toml, made through the same actions as in the product."""

import datetime as dt
import hashlib
import tomllib
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone

from accounts import actions
from accounts.models import ContactPoint, Partner, Ring, Role, Subnetwork, Topic, User
from pages.actions import write_profile
from privacy.access import current_version, has_accepted
from privacy.actions import accept_protocol

HERE = Path(__file__).parent
PASSWORD = "samen aan de keukentafel"  # noqa: S105  (published on purpose: demo people are refused in any other mode)
DOMAIN = "spil.example"


def address(name: str) -> str:
    """Give the e-mail address of a demo person."""
    return f"{name}@{DOMAIN}"


def secret(email: str) -> bytes:
    """Give the authenticator secret of a demo person: the same at every installation, so that it can be printed."""
    return hashlib.sha1(f"spil demo {email}".encode(), usedforsecurity=False).digest()


def network() -> dict[str, Any]:
    """Read the demo's network."""
    return tomllib.loads((HERE / "network.toml").read_text(encoding="utf-8"))


def person(name: str) -> User:
    """Give a demo person by the first part of their address."""
    return User.objects.select_related("partner").get(email=address(name))


def start_of_covenant() -> dt.date:
    """Give the day on which the demo's covenant began: the first of January of last year."""
    return dt.date(timezone.localdate().year - 1, 1, 1)


def load_people() -> None:
    """Make the demo's partners, people, contact points, seats and roles."""
    data = network()
    for row in data["partners"]:
        _partner(row)
    for slug, name in data["seats"].items():
        subnetwork = Subnetwork.objects.get(slug=slug)
        actions.give_seat(by=None, user=person(name), subnetwork=subnetwork, since=start_of_covenant())
    for role, name in data["roles"].items():
        actions.grant_role(by=None, user=person(name), role=Role(role))


def _partner(row: dict[str, Any]) -> None:
    """Make one partner with its profile and people."""
    partner, _made = actions.add_partner(by=None, name=row["name"], is_host=row.get("host", False))
    if not partner.is_host:
        ring = row.get("ring", Ring.FIXED)
        actions.place_in_ring(by=None, partner=partner, ring=ring, since=start_of_covenant())
    subnetwork = Subnetwork.objects.filter(slug=row.get("subnetwork", "")).first()
    topics = list(Topic.objects.filter(slug__in=row["topics"]))
    actions.describe_partner(by=None, partner=partner, kind=row["kind"], subnetwork=subnetwork, topics=topics)
    offers = [dict(zip(("what", "for_whom", "where", "when"), offer, strict=True)) for offer in row.get("offers", [])]
    facts = {name: row[name] for name in ("summary", "phone") if name in row}
    write_profile(by=None, partner=partner, services=offers, **facts)
    for someone in row.get("people", []):
        _person(partner, someone)


def _person(partner: Partner, row: list[str]) -> None:
    """Make one demo person, who has accepted the protocol, and let them answer for the partner when they have a rank."""
    first, last, work, rank, name = row
    email = address(name)
    user = actions.add_demo_person(
        email=email,
        password=PASSWORD,
        secret=secret(email),
        partner=partner,
        first_name=first,
        last_name=last,
        job_title=work,
        # The demo's story begins before it is loaded.
        partner_since=timezone.make_aware(dt.datetime.combine(start_of_covenant(), dt.time())),
    )
    version = current_version()
    if version is None:
        raise CommandError("There is no privacy protocol in force. Run: manage.py prepare")
    if not has_accepted(user):
        accept_protocol(by=user, version=version)
    if rank:
        actions.set_contact_point(by=None, partner=partner, user=user, rank=ContactPoint.Rank(rank))
