"""Reads a covenant's text into a page, and its parties into the network. For the import command and for editors.

One text, one transaction: a text that cannot be followed changes nothing. A second reading becomes a draft that somebody
must publish. No partner is ever renamed or removed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext as _

from accounts.actions import add_partner, place_in_ring
from accounts.errors import SpilError
from accounts.models import Partner, Ring, User
from audit.log import record
from pages.access import require_editor
from pages.bodies import to_body
from pages.covenant.differences import Difference, differences
from pages.covenant.errors import NotACovenant, ReadingError
from pages.covenant.openness import keep_settled, settle
from pages.covenant.parse import parse
from pages.covenant.tree import Covenant, Party
from pages.models import CovenantIndexPage, CovenantPage

from .profiles import ensure_profile
from .site import add_published, prepare_site

TITLE_LENGTH = 255  # Wagtail's own limit for a title.
NAME_LENGTH = Partner._meta.get_field("name").max_length


class CovenantRefused(SpilError):
    """The text is no covenant, or --open names a place it does not have; the message says where."""


@dataclass
class ImportedCovenant:
    """What reading a covenant came to. Without `created` and without differences, no revision was made."""

    page: CovenantPage
    covenant: Covenant
    created: bool
    differences: list[Difference] = field(default_factory=list)
    new_partners: list[Partner] = field(default_factory=list)


def import_covenant(
    *, by: User | None, text: str, open_places: Iterable[str] | None = None, name: str | None = None, source: str = ""
) -> ImportedCovenant:
    """Makes a published page of a covenant's text; of one that is there already, a draft with the differences.

    `open_places` settles which places are open ("7.2c"); None leaves that to what an editor settled before, or to the
    reading's own "possibly". `name` is the page's title when the text does not say what it is called.
    Raises CovenantRefused, and then nothing has changed.
    """
    require_editor(by)
    with transaction.atomic():
        covenant = _read(text, open_places)
        prepare_site()
        index = CovenantIndexPage.objects.get()
        title = (name or covenant.cited_as or covenant.title)[:TITLE_LENGTH]
        page = CovenantPage.objects.child_of(index).filter(Q(slug=slugify(title)) | Q(title__iexact=title)).first()
        new_partners = _welcome_parties(by, covenant)
        if page:
            result = _draft(by, page, covenant, settled=open_places is not None)
        else:
            result = _publish(by, index, covenant, title, source)
        result.new_partners = new_partners
        record(action="covenant.import", actor=by, object_type="page", object_id=str(result.page.pk))
    return result


def _read(text: str, open_places: Iterable[str] | None) -> Covenant:
    try:
        covenant = parse(text)
        if open_places is not None:
            settle(covenant, open_places)
    except ReadingError as error:
        raise CovenantRefused(refusal(error)) from error
    for party in covenant.items:
        if isinstance(party, Party) and NAME_LENGTH and len(party.name) > NAME_LENGTH:
            raise CovenantRefused(_("The name of a party is too long: “%(name)s…”") % {"name": party.name[:60]})
    return covenant


def refusal(error: ReadingError) -> str:
    """The one sentence that a reader gets, with the line where reading stopped when there is one."""
    sentence = _(error.reason) % error.values
    if isinstance(error, NotACovenant):
        return _("Line %(line)s: %(sentence)s") % {"line": error.line, "sentence": sentence}
    return sentence


def _publish(
    by: User | None, index: CovenantIndexPage, covenant: Covenant, title: str, source: str
) -> ImportedCovenant:
    page = CovenantPage(
        title=title,
        slug=slugify(title),
        valid_from=covenant.valid_from,
        valid_until=covenant.valid_until,
        source=source,
        body=to_body(covenant),
    )
    return ImportedCovenant(add_published(index, page, by=by), covenant, created=True)


def _draft(by: User | None, page: CovenantPage, covenant: Covenant, *, settled: bool) -> ImportedCovenant:
    """Compares with the newest draft, which holds what editors changed; what is the same makes no new one."""
    draft = page.get_latest_revision_as_object()
    before = draft.tree()
    if not settled:
        keep_settled(covenant, before)
    found = differences(before, covenant)
    if found:
        draft.body = to_body(covenant)
        draft.valid_from = covenant.valid_from or draft.valid_from
        draft.valid_until = covenant.valid_until or draft.valid_until
        draft.save_revision(user=by)
        page.refresh_from_db()
    return ImportedCovenant(page, covenant, created=False, differences=found)


def _welcome_parties(by: User | None, covenant: Covenant) -> list[Partner]:
    """Lets every party be a partner with a page: the key partners in the fixed ring, the municipality as host."""
    has_host = Partner.objects.filter(is_host=True).exists()
    new = []
    for party in (item for item in covenant.items if isinstance(item, Party)):
        partner, made = add_partner(by=by, name=party.name, is_host=party.is_host and not has_host)
        if not party.is_host and not partner.is_host and not partner.placements.exists():
            place_in_ring(by=by, partner=partner, ring=Ring.FIXED, since=covenant.valid_from)
        ensure_profile(by=by, partner=partner)
        if made:
            new.append(partner)
    return new
