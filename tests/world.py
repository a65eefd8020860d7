"""One small network in which everybody of the matrix lives, and one of each thing they could ask for. For test_matrix.py."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.documents.models import Document

from accounts.crypto import digest
from accounts.keys import keys_of
from accounts.models import EmailChange, FactorReset, Invitation, PasswordReset, Role, User
from cases.actions import add_colleague
from followup.actions import promise
from pages.actions import prepare_site
from pages.actions.site import add_published
from pages.models import GuidePage, HomePage
from privacy.actions import report_text
from privacy.models import Acceptance, AllowedName, ProposedName, Review
from spil.who import Who
from tests.cases.making import make_case, make_note
from tests.conftest import signed_in
from tests.factories import make_member, make_partner, make_seat
from tests.meetings.making import checked, make_meeting, own_item

Place = dict[str, Any] | list[Any] | Callable[[Who], dict[str, Any]]


@dataclass
class World:
    """Who there is, with the client of each, and where each thing is: by a row's own key, by URL name, or by room.

    What each has of their own has a place for each. `posts` holds what a form must at least hold to be read at all.
    """

    people: dict[Who, User]
    clients: dict[Who, Client]
    places: dict[str, Place] = field(default_factory=dict)
    posts: dict[str, dict[str, Any]] = field(default_factory=dict)


def make_world() -> World:
    """Make everybody and everything."""
    site = prepare_site()
    people = make_people()
    clients = {who: signed_in(user, verified=who is not Who.HALF) for who, user in people.items()}
    world = World(people, clients | {Who.VISITOR: Client()})
    Acceptance.objects.filter(user=people[Who.NEW]).delete()
    make_things(world)
    make_pages(world, site)
    make_own_things(world)
    make_people_pages(world)
    # Last: this person was signed in, and in the circle, when the account was blocked.
    User.objects.filter(pk=people[Who.BLOCKED].pk).update(is_active=False)
    return world


def make_people() -> dict[Who, User]:
    """Make a person for everybody who has, or had, an account."""
    brought_in = make_member("Fleur Fixed", contact="fixed")
    seated = make_member("Cora Core")
    make_seat(seated)
    return {
        Who.HALF: make_member("Hans Half", brought_in.partner),
        Who.NEW: make_member("Nina New", brought_in.partner),
        Who.FLEXIBLE: make_member("Frits Flexible", make_partner(ring="flexible"), contact="fixed"),
        Who.FIXED: brought_in,
        Who.OUTSIDER: make_member("Oscar Outsider", contact="fixed"),
        Who.CORE_TEAM: seated,
        Who.COORDINATOR: make_member("Carla Coordinator", roles=(Role.COORDINATOR,)),
        Who.EDITOR: make_member("Eva Editor", roles=(Role.EDITOR,)),
        Who.PRIVACY_OFFICER: make_member("Petra Privacy", roles=(Role.PRIVACY_OFFICER,)),
        Who.BLOCKED: make_member("Bob Blocked", brought_in.partner),
    }


def make_things(world: World) -> None:
    """Make a case with its circle, a meeting with guests, a promise and an invitation, and say where they are."""
    people = world.people
    fixed, flexible, coordinator = people[Who.FIXED], people[Who.FLEXIBLE], people[Who.COORDINATOR]
    case = make_case(fixed, flexible)
    note = make_note(flexible, case)
    hidden = make_note(fixed, case)
    report_text(by=flexible, row=hidden)
    for inside in (Who.HALF, Who.NEW, Who.BLOCKED):
        # In the circle, so that it is the door alone that keeps them out.
        add_colleague(by=fixed, case=case, user=people[inside])
    meeting = make_meeting(coordinator, flexible.partner, fixed.partner, days=0)
    said = {"sentence": checked("Een plek vrijhouden."), "partner": fixed.partner, "person": fixed}
    action = promise(by=coordinator, due_on=timezone.localdate(), **said)
    partner = make_partner()
    invitation = Invitation.objects.create(email="nieuw@example.org", partner=partner, digest=digest("token"))
    world.places |= {
        "texts": {"public_id": Review.objects.latest("pk").public_id},
        "texts:text_report": {"word": "note", "public_id": note.public_id},
        "texts:text_mend": {"word": "note", "public_id": hidden.public_id},
        "people:invitation_resend": {"public_id": invitation.public_id},
        "people:invitation_withdraw": {"public_id": invitation.public_id},
        "cases": {"public_id": case.public_id},
        "meetings": {"public_id": meeting.public_id, "item_id": own_item(meeting).public_id},
        "followup": {"public_id": action.public_id},
        "accounts:invite": {"public_id": partner.public_id},
        "accounts:invitation": {"token": "token"},
    }


def make_pages(world: World, site: HomePage) -> None:
    """Make a page for everybody and one for partners only, a picture and a document, and say where they are."""
    pages = {
        audience: add_published(
            site, GuidePage(title=audience, slug=f"gids-{audience}", audience=audience, body="<p>Tekst.</p>")
        )
        for audience in ("public", "members")
    }
    picture = Path(settings.MEDIA_ROOT) / "images" / "foto.png"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"\x89PNG")
    document = Document.objects.create(title="Stuk", file=ContentFile(b"Een stuk.", name="stuk.txt"))
    world.places |= {f"wagtail_serve/{audience}": [page.url.lstrip("/")] for audience, page in pages.items()}
    world.places |= {
        "media": {"path": picture.name},
        "wagtaildocs_serve": [document.pk, document.filename],
        "wagtaildocs_authenticate_with_password": {"restriction_id": 1},
    }


def make_own_things(world: World) -> None:
    """Give everybody a key, a session and a new address that waits; a visitor asks for somebody else's."""
    keys, sessions, tokens = {}, {}, {}
    for who, user in world.people.items():
        (keys[who],) = [key.public_id for key in keys_of(user)]
        sessions[who] = user.open_sessions.get().public_id
        tokens[who] = f"token-{who}"
        EmailChange.objects.create(user=user, email=f"{who}@example.org", digest=digest(tokens[who]))
    for own in (keys, sessions, tokens):
        own[Who.VISITOR] = own[Who.FIXED]
    world.places |= {
        "accounts:key": lambda who: {"public_id": keys[who]},
        "accounts:key_remove": lambda who: {"public_id": keys[who]},
        "accounts:session_end": lambda who: {"public_id": sessions[who]},
        "accounts:email_confirm": lambda who: {"token": tokens[who]},
        "accounts:password_new": {"token": make_password_reset(world.people[Who.OUTSIDER])},
    }
    world.posts["accounts:absence_end"] = {"since": timezone.localdate().isoformat()}


def make_password_reset(user: User) -> str:
    """Mail somebody a link for a new password, so to say, and give its token."""
    PasswordReset.objects.create(user=user, digest=digest("new-password"))
    return "new-password"


def make_people_pages(world: World) -> None:
    """Say which person the coordinator's pages are about, and let one reset wait for a second person."""
    seated, outsider = world.people[Who.CORE_TEAM], world.people[Who.OUTSIDER]
    reset = FactorReset.objects.create(user=outsider, asked_by=world.people[Who.COORDINATOR])
    world.places |= {
        "people": {"public_id": seated.public_id, "number": seated.seats.get().pk},
        "people:reset_decide": {"public_id": reset.public_id},
    }
    allowed = AllowedName.objects.create(name="De Zonnehoek")
    proposal = ProposedName.objects.create(name="De Regenboog", kind="employer")
    world.places |= {
        "check:name_remove": {"public_id": allowed.public_id},
        "check:proposal_decide": {"public_id": proposal.public_id},
    }
    world.posts["people:person_roles"] = {"grant": Role.EDITOR.value}
