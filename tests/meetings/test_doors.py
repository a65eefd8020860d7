"""Proves every address of a meeting against core team, guest and outsider; a guest learns of one item and nothing else."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from accounts import actions as people
from accounts.models import ContactPoint, CoreTeamSeat, Role, User
from accounts.models.periods import today
from audit.models import LogLine, Result
from cases.models import Case
from followup.models import Action
from meetings import access, actions, queries
from meetings.models import AgendaItem, ItemInvitation, Meeting, Outcome
from tests.factories import make_member, make_partner, make_seat
from tests.meetings.making import (
    AGREED,
    OTHER,
    OWN,
    PLACE,
    SECOND_OTHER,
    at,
    checked,
    make_coordinator,
    make_guest,
    make_meeting,
    meeting_post,
    outcome_post,
    own_item,
)

pytestmark = pytest.mark.django_db

ClientFor = Callable[[User], Client]
STORED: list[type[Model]] = [Meeting, AgendaItem, ItemInvitation, Outcome, Action]
LIST, NEW = "/overleg/", "/overleg/nieuw/"
NOWHERE = "000000000000"


def rows() -> list[int]:
    """Count what a meeting stores."""
    return [model._default_manager.count() for model in STORED]


def inner_addresses(meeting: str, item: str) -> list[str]:
    """Give the addresses that change a meeting."""
    return [
        reverse("meetings:item_add", args=[meeting]),
        reverse("meetings:item_invite", args=[meeting, item]),
        reverse("meetings:outcome_add", args=[meeting, item]),
    ]


def end_yesterday(row: ContactPoint | CoreTeamSeat) -> None:
    """Let a period that began a month ago end yesterday."""
    row.since, row.until = today() - dt.timedelta(days=30), today() - dt.timedelta(days=1)
    row.save()


@pytest.fixture(
    params=[
        "partner without an item",
        "colleague of a guest",
        "former contact point",
        "seat that ended",
        "editor",
        "privacy officer",
        "moved",
        "blocked guest",
        "blocked core team",
    ]
)
def stranger(request: pytest.FixtureRequest) -> tuple[User, Meeting]:
    """Give somebody who must learn nothing of a meeting, and the meeting."""
    guest, member = make_guest(), make_seat(make_member())
    meeting = make_meeting(make_coordinator(), guest.partner)
    return make_stranger(request.param, guest, member), meeting


def make_stranger(kind: str, guest: User, member: User) -> User:
    """Make a stranger of this kind, or make one of whoever was let in before."""
    user = {"blocked core team": member, "seat that ended": member}.get(kind, guest)
    if kind == "colleague of a guest":
        user = make_member(partner=guest.partner)
    elif kind == "former contact point":
        end_yesterday(ContactPoint.objects.get(user=guest))
        people.set_contact_point(by=None, partner=guest.partner, user=make_member(partner=guest.partner))
    elif kind == "seat that ended":
        end_yesterday(CoreTeamSeat.objects.get(user=member))
    elif kind == "moved":
        User.objects.filter(pk=guest.pk).update(partner=make_partner())
    elif kind.startswith("blocked"):
        User.objects.filter(pk=user.pk).update(is_active=False)
    elif kind in {"editor", "privacy officer"}:
        user = make_member(roles=(Role(kind.replace(" ", "_")),))
    else:
        user = make_guest()
    return user


def test_a_stranger_gets_the_same_answer_as_for_no_meeting(
    stranger: tuple[User, Meeting], client_for: ClientFor
) -> None:
    user, meeting = stranger
    client, before = client_for(user), rows()
    # A blocked person is no longer signed in: the door answers, and for every address alike.
    expected = 404 if User.objects.get(pk=user.pk).is_active else 302
    for public_id, item_id in [(meeting.public_id, own_item(meeting).public_id), (NOWHERE, NOWHERE)]:
        for address in [reverse("meetings:meeting_detail", args=[public_id]), *inner_addresses(public_id, item_id)]:
            assert client.get(address).status_code == expected
        for address in inner_addresses(public_id, item_id):
            assert client.post(address, outcome_post()).status_code == expected
    assert rows() == before


def test_a_stranger_finds_nothing_in_lists(stranger: tuple[User, Meeting], client_for: ClientFor) -> None:
    user, meeting = stranger
    page = client_for(user).get(LIST, follow=True).content.decode()
    for word in (meeting.public_id, PLACE, OWN, OTHER):
        assert word not in page
    fresh = User.objects.get(pk=user.pk)
    if fresh.is_active:
        assert queries.upcoming(fresh) == []
        assert access.openable(fresh, frozenset([meeting.get_absolute_url()])) == set()


def test_half_signed_in_is_not_in(half_client_for: ClientFor) -> None:
    coordinator = make_coordinator()
    meeting = make_meeting(coordinator)
    for address in (LIST, NEW, meeting.get_absolute_url()):
        answer = half_client_for(coordinator).get(address)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/account/")


def test_the_core_team_sees_the_meeting_whole(client_for: ClientFor) -> None:
    coordinator, member, guest = make_coordinator(), make_seat(make_member()), make_guest()
    meeting = make_meeting(coordinator, guest.partner)
    for user in (coordinator, member):
        client = client_for(user)
        assert meeting.get_absolute_url() in client.get(LIST).content.decode()
        page = client.get(meeting.get_absolute_url()).content.decode()
        for word in (PLACE, OWN, OTHER, SECOND_OTHER, guest.partner.name):
            assert word in page


@pytest.mark.parametrize("rank", ["fixed", "deputy"])
def test_who_answers_for_a_guest_sees_that_item_alone(rank: str, client_for: ClientFor) -> None:
    guest, fellow = make_member(contact=rank), make_guest()
    coordinator = make_coordinator()
    meeting = make_meeting(coordinator, guest.partner, fellow.partner)
    first, own, last = meeting.items.all()
    # To prove that it does not leak, be sure that it could.
    assert OTHER in client_for(coordinator).get(meeting.get_absolute_url()).content.decode()
    listed, page = (client_for(guest).get(url).content.decode() for url in (LIST, meeting.get_absolute_url()))
    for seen in (listed, page):
        assert OWN in seen
        assert PLACE in seen
        for hidden in (OTHER, SECOND_OTHER, first.public_id, last.public_id, fellow.partner.name):
            assert hidden not in seen
        # Neither when the meeting starts and ends, nor how long it lasts, nor how many items there are.
        for hidden in ("9.30", "11.00", "10.10", "90 min", "60 ", "3 agenda", "2 van", "2 of"):
            assert hidden not in seen
        assert "9.45" in seen  # The moment of their own turn.
    assert f'id="{own.anchor}"' in page


def test_a_guest_does_not_see_who_else_is_asked_for_the_same_item(client_for: ClientFor) -> None:
    guest, fellow = make_guest(), make_guest()
    meeting = make_meeting(make_coordinator(), guest.partner, fellow.partner)
    page = client_for(guest).get(meeting.get_absolute_url()).content.decode()
    assert fellow.partner.name not in page


def test_a_guest_sees_the_outcomes_of_the_own_item_only(client_for: ClientFor) -> None:
    coordinator, guest = make_coordinator(), make_guest()
    meeting = make_meeting(coordinator, guest.partner, days=-3)
    first, own, _last = meeting.items.select_related("meeting")
    actions.record_outcome(by=coordinator, item=first, kind="decision", text=checked("Het budget gaat naar de buurt."))
    actions.record_outcome(by=coordinator, item=own, kind="decision", text=checked(AGREED))
    page = client_for(guest).get(meeting.get_absolute_url()).content.decode()
    assert AGREED in page
    assert "Het budget gaat naar de buurt." not in page


def test_a_guest_cannot_change_anything_nor_see_the_forms(client_for: ClientFor) -> None:
    guest = make_guest()
    meeting = make_meeting(make_coordinator(), guest.partner, days=-1)
    client, before = client_for(guest), rows()
    for item in meeting.items.all():
        for address in inner_addresses(meeting.public_id, item.public_id):
            assert client.get(address).status_code == 404
            assert client.post(address, outcome_post(partner=guest.partner.public_id)).status_code == 404
        for ask in ("uitkomst", "uitnodigen"):
            page = client.get(meeting.get_absolute_url(), {ask: item.public_id}).content.decode()
            assert "/uitkomst/" not in page
            assert "/uitnodigen/" not in page
    assert rows() == before


def test_only_the_coordinator_plans(client_for: ClientFor) -> None:
    member, guest = make_seat(make_member()), make_guest()
    meeting = make_meeting(make_coordinator(), guest.partner)
    item, before = own_item(meeting), rows()
    for user in (member, guest, make_member()):
        client = client_for(user)
        assert NEW not in client.get(LIST).content.decode()
        for address in (NEW, *inner_addresses(meeting.public_id, item.public_id)[:2]):
            assert client.get(address).status_code == 404
            assert client.post(address, meeting_post(partner=guest.partner.public_id)).status_code == 404
    assert rows() == before


def test_an_item_of_another_meeting_is_not_there(client_for: ClientFor) -> None:
    coordinator = make_coordinator()
    meeting, other = make_meeting(coordinator, days=-1), make_meeting(coordinator, days=-2)
    address = reverse("meetings:outcome_add", args=[meeting.public_id, own_item(other).public_id])
    assert client_for(coordinator).post(address, outcome_post()).status_code == 404
    assert not Outcome.objects.exists()


def test_a_refusal_is_a_line_in_the_log(client_for: ClientFor) -> None:
    outsider, meeting = make_member(), make_meeting(make_coordinator())
    for public_id in (meeting.public_id, NOWHERE):
        client_for(outsider).get(reverse("meetings:meeting_detail", args=[public_id]))
        line = LogLine.objects.latest("pk")
        assert (line.action, line.object_id, line.result) == ("meeting.refused", public_id, Result.REFUSED)


def test_what_is_no_id_is_no_address(client_for: ClientFor) -> None:
    client = client_for(make_coordinator())
    for address in ("/overleg/mevrouw-jansen/", "/overleg/%00/", f"/overleg/{NOWHERE}/%00/uitkomst/"):
        assert client.get(address).status_code == 404
    assert "jansen" not in str(list(LogLine.objects.values()))


def test_a_case_on_the_agenda_shows_to_its_circle_only(client_for: ClientFor) -> None:
    owner, coordinator = make_seat(make_member(contact="fixed")), make_coordinator()
    meeting = make_meeting(coordinator)
    case = Case.objects.create(resident_knows="yes", opened_by=owner, partner=owner.partner)
    meeting.items.filter(position=1).update(case=case)
    place = case.participations.create(partner=owner.partner, invited_by=owner)
    place.members.create(user=owner, added_by=owner)
    assert case.number in client_for(owner).get(meeting.get_absolute_url()).content.decode()
    page = client_for(coordinator).get(meeting.get_absolute_url()).content.decode()
    assert case.number not in page
    assert case.public_id not in page


def test_a_right_that_comes_works_at_once_and_one_that_goes_too(client_for: ClientFor) -> None:
    guest = make_guest()
    meeting = make_meeting(make_coordinator(), guest.partner)
    client = client_for(guest)
    assert client.get(meeting.get_absolute_url()).status_code == 200
    point = ContactPoint.objects.get(user=guest)
    point.since, point.until = at(-9).date(), at(-1).date()
    point.save()
    assert client.get(meeting.get_absolute_url()).status_code == 404
    people.set_contact_point(by=None, partner=guest.partner, user=guest)
    assert client.get(meeting.get_absolute_url()).status_code == 200
