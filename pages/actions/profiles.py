"""Makes and fills the pages of partners. For the importer, the demo and (later) the partners themselves.

Never changes what a partner is called, and never removes a partner's page.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.text import slugify

from accounts.models import Partner, User
from pages.access import require_editor
from pages.models import PartnerIndexPage, PartnerPage, Service

from .site import add_published, prepare_site

SLUG_LENGTH = 60
FIELDS = ("summary", "phone", "email", "website", "address", "opening_hours")


@transaction.atomic
def ensure_profile(*, by: User | None, partner: Partner) -> tuple[PartnerPage, bool]:
    """Gives a partner's page in the directory, making and publishing one if there is none; and whether it was made."""
    require_editor(by)
    page = PartnerPage.objects.filter(partner=partner).first()
    if page:
        return page, False
    index = PartnerIndexPage.objects.first() or _index()
    page = PartnerPage(title=partner.name, slug=_free_slug(index, partner), partner=partner)
    return add_published(index, page, by=by), True


@transaction.atomic
def write_profile(
    *, by: User | None, partner: Partner, services: list[dict[str, str]] | None = None, **facts: str
) -> PartnerPage:
    """Writes and publishes what a partner's page says.

    `facts` are summary, phone, email, website, address and opening_hours; what is not given stays. `services` replaces
    the offers, each with what, for_whom, where and when.
    """
    require_editor(by)
    unknown = facts.keys() - set(FIELDS)
    if unknown:
        raise TypeError(f"A partner's page has no {', '.join(sorted(unknown))}.")
    page, _made = ensure_profile(by=by, partner=partner)
    for name, value in facts.items():
        setattr(page, name, value)
    if services is not None:
        page.services = [Service(**_offer(service), sort_order=order) for order, service in enumerate(services)]
    page.full_clean()
    page.save_revision(user=by).publish(user=by)
    return PartnerPage.objects.get(pk=page.pk)


def _offer(service: dict[str, str]) -> dict[str, Any]:
    return {name: service.get(name, "") for name in ("what", "for_whom", "where", "when")}


def _index() -> PartnerIndexPage:
    prepare_site()
    return PartnerIndexPage.objects.get()


def _free_slug(index: PartnerIndexPage, partner: Partner) -> str:
    """A short address in words; a second partner of the same words gets a bit of its own random id."""
    slug = slugify(partner.name)[:SLUG_LENGTH].strip("-") or partner.public_id
    taken = index.get_children().filter(slug=slug).exists()
    return f"{slug}-{partner.public_id[:4]}" if taken else slug
