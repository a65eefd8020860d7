"""Proves the rules of planning: who is told, what is refused, and that nothing typed gets lost."""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.errors import NotAllowed, NotPossible
from accounts.models import User
from audit.models import LogLine
from meetings import actions
from meetings.actions import Item
from meetings.models import AgendaItem, ItemInvitation, Meeting, MeetingState
from notifications.models import Notice, NoticeKind
from tests.factories import make_member, make_partner, make_seat
from tests.meetings.making import (
    NAMED,
    OTHER,
    OWN,
    PLACE,
    at,
    checked,
    make_coordinator,
    make_guest,
    make_meeting,
    meeting_post,
    own_item,
)

pytestmark = pytest.mark.django_db

ClientFor = Callable[[User], Client]
NEW = "/overleg/nieuw/"


def notices(user: User) -> list[tuple[str, str]]:
    """Give what lies in somebody's inbox."""
    return list(Notice.objects.filter(recipient=user).values_list("kind", "url"))


def test_planning_tells_the_core_team_and_each_guest_and_nobody_else() -> None:
    coordinator, member, former = make_coordinator(), make_seat(make_member()), make_seat(make_member(), "jeugd")
    former.seats.update(since=at(-9).date(), until=at(-1).date())
    guest, outsider = make_guest(), make_guest()
    deputy = make_member(partner=guest.partner, contact="deputy")
    colleague = make_member(partner=guest.partner)
    meeting = make_meeting(coordinator, guest.partner)
    address = meeting.get_absolute_url()
    assert notices(member) == [(NoticeKind.MEETING_PLANNED, address)]
    assert notices(guest) == notices(deputy) == [(NoticeKind.MEETING_ITEM_INVITED, address)]
    assert [notices(user) for user in (coordinator, former, outsider, colleague)] == [[], [], [], []]


def test_a_notice_holds_a_date_and_nothing_of_the_agenda() -> None:
    guest = make_guest()
    make_meeting(make_coordinator(), guest.partner)
    told = Notice.objects.get(recipient=guest)
    assert str(at(10).year) in told.label
    for word in (OWN, OTHER, PLACE):
        assert word not in told.sentence


def test_opening_the_meeting_marks_its_notice_as_read(client_for: ClientFor) -> None:
    guest = make_guest()
    meeting = make_meeting(make_coordinator(), guest.partner)
    client_for(guest).get(meeting.get_absolute_url())
    assert not Notice.objects.filter(recipient=guest).unread().exists()


def test_planning_is_a_line_in_the_log_and_so_are_items_and_invitations() -> None:
    coordinator, guest = make_coordinator(), make_guest()
    meeting = make_meeting(coordinator, guest.partner)
    lines = list(LogLine.objects.filter(object_id=meeting.public_id).order_by("pk").values_list("action", "actor"))
    expected = ["meeting.plan", "meeting.item", "meeting.item", "meeting.invite", "meeting.item"]
    assert lines == [(action, coordinator.public_id) for action in expected]


def test_only_the_coordinator_plans_also_in_the_action() -> None:
    member = make_seat(make_member())
    meeting = make_meeting(make_coordinator())
    with pytest.raises(NotAllowed):
        make_meeting(member)
    with pytest.raises(NotAllowed):
        actions.add_item(by=member, meeting=meeting, item=Item(checked(OTHER)))
    with pytest.raises(NotAllowed):
        actions.invite_to_item(by=member, item=own_item(meeting), partner=make_guest().partner)


def test_a_partner_without_a_contact_point_cannot_be_asked_and_then_nothing_is_stored() -> None:
    with pytest.raises(NotPossible) as refused:
        make_meeting(make_coordinator(), make_partner("De Lege Stoel"))
    assert "De Lege Stoel" in str(refused.value.message)
    assert not Meeting.objects.exists()
    assert not Notice.objects.exists()


def test_a_meeting_ends_after_it_starts_in_the_action_and_in_the_database() -> None:
    coordinator = make_coordinator()
    with pytest.raises(NotPossible):
        make_meeting(coordinator, ends_at=at(10))
    meeting = make_meeting(coordinator)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(ends_at=meeting.starts_at)


def test_the_state_follows_the_clock() -> None:
    now, hour = timezone.now(), dt.timedelta(hours=1)
    states = [
        Meeting(starts_at=now + shift, ends_at=now + shift + hour).state for shift in (hour, -hour / 2, -2 * hour)
    ]
    assert states == [MeetingState.PLANNED, MeetingState.NOW, MeetingState.HELD]


def test_the_turn_of_an_item_follows_from_the_minutes_before_it() -> None:
    meeting = make_meeting(make_coordinator())
    starts = [timezone.localtime(item.starts_at).strftime("%H:%M") for item in meeting.items.with_start()]
    assert starts == ["09:30", "09:45", "10:10"]


def test_the_same_submission_is_one_meeting_and_other_words_are_not_lost() -> None:
    coordinator, submission = make_coordinator(), uuid.uuid4()
    first = make_meeting(coordinator, submission=submission)
    assert make_meeting(coordinator, submission=submission) == first
    assert Meeting.objects.count() == 1
    assert AgendaItem.objects.count() == 3
    with pytest.raises(NotPossible):
        make_meeting(coordinator, submission=submission, place=checked("Buurthuis"))


def test_an_agenda_grows_at_the_end_until_the_meeting_is_over() -> None:
    coordinator, guest, submission = make_coordinator(), make_guest(), uuid.uuid4()
    meeting = make_meeting(coordinator)
    wanted = Item(checked("Rondvraag"), 10, "inform", [guest.partner], submission=submission)
    item = actions.add_item(by=coordinator, meeting=meeting, item=wanted)
    assert (item.position, item.invitations.get().partner) == (4, guest.partner)
    assert actions.add_item(by=coordinator, meeting=meeting, item=wanted) == item
    assert notices(guest) == [(NoticeKind.MEETING_ITEM_INVITED, meeting.get_absolute_url())]
    held = make_meeting(coordinator, days=-3)
    with pytest.raises(NotPossible):
        actions.add_item(by=coordinator, meeting=held, item=wanted)
    with pytest.raises(NotPossible):
        actions.invite_to_item(by=coordinator, item=own_item(held), partner=guest.partner)


def test_asking_a_partner_twice_is_one_invitation_and_one_notice() -> None:
    coordinator, guest = make_coordinator(), make_guest()
    item = own_item(make_meeting(coordinator))
    for _again in range(2):
        actions.invite_to_item(by=coordinator, item=item, partner=guest.partner)
    assert ItemInvitation.objects.count() == 1
    assert Notice.objects.get(recipient=guest).count == 1


def test_the_coordinator_plans_with_the_form(client_for: ClientFor) -> None:
    coordinator, guest = make_coordinator(), make_guest()
    row = {"title": OWN, "minutes": "25", "goal": "decide", "partner": guest.partner.public_id}
    answer = client_for(coordinator).post(NEW, meeting_post({"title": OTHER}, row))
    meeting = Meeting.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == meeting.get_absolute_url()
    assert (meeting.starts_at, meeting.ends_at, meeting.place) == (at(10), at(10, 11, 0), PLACE)
    # Three rows were left as they came: they do not count.
    assert list(meeting.items.values_list("title", "minutes", "goal")) == [(OTHER, 10, "discuss"), (OWN, 25, "decide")]
    assert meeting.items.get(position=2).invitations.get().partner == guest.partner


def test_a_double_click_makes_one_meeting(client_for: ClientFor) -> None:
    client, post = client_for(make_coordinator()), meeting_post({"title": OTHER})
    answers = [client.post(NEW, post), client.post(NEW, post)]
    assert Meeting.objects.count() == 1
    assert AgendaItem.objects.count() == 1
    assert answers[0]["Location"] == answers[1]["Location"]


def test_the_same_form_with_other_words_asks_to_send_once_more_and_then_stores(client_for: ClientFor) -> None:
    client, post = client_for(make_coordinator()), meeting_post({"title": OTHER})
    client.post(NEW, post)
    answer = client.post(NEW, {**post, "place": "Buurthuis"})
    assert answer.status_code == 422
    fresh = answer.context["form"]["submission"].value()
    client.post(NEW, {**post, "place": "Buurthuis", "submission": fresh})
    assert set(Meeting.objects.values_list("place", flat=True)) == {PLACE, "Buurthuis"}


@pytest.mark.parametrize("field", ["item-0-title", "place"])
def test_refused_text_is_marked_and_nothing_is_stored(field: str, client_for: ClientFor) -> None:
    coordinator = make_coordinator()
    answer = client_for(coordinator).post(NEW, meeting_post({"title": OTHER}, {"title": OWN}, **{field: NAMED}))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert '<mark class="finding"' in page
    assert OWN in page  # What else was typed is still there.
    assert not Meeting.objects.exists()
    line = LogLine.objects.get(action="text.refused")
    assert (line.actor, line.object_id) == (coordinator.public_id, "1")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"until": "09:00"}, "until"),
        ({"until": "09:30"}, "until"),
        ({"day": "2020-01-01"}, "day"),
        ({"day": "0001-01-01"}, "day"),
        ({"day": "9999-12-31"}, "day"),
        ({"day": "morgen"}, "day"),
        ({"starts": "25:00"}, "starts"),
        ({"place": "   "}, "place"),
    ],
)
def test_what_cannot_be_gets_a_sentence_at_its_place(
    changes: dict[str, str], field: str, client_for: ClientFor
) -> None:
    answer = client_for(make_coordinator()).post(NEW, meeting_post({"title": OTHER}, **changes))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    "changes", [{"title": ""}, {"minutes": "0"}, {"minutes": "99999"}, {"goal": "x"}, {"partner": "x"}]
)
def test_a_row_that_cannot_be_gets_a_sentence_too(changes: dict[str, str], client_for: ClientFor) -> None:
    answer = client_for(make_coordinator()).post(NEW, meeting_post({"title": OTHER, "minutes": "20", **changes}))
    assert answer.status_code == 422
    assert len(answer.context["agenda"].forms[0].errors) == 1
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("total", ["", "x", "-1", "1000", "99999999999999999999"])
def test_a_broken_form_is_no_error_of_the_server(total: str, client_for: ClientFor) -> None:
    answer = client_for(make_coordinator()).post(NEW, meeting_post({"title": OTHER}, **{"item-TOTAL_FORMS": total}))
    assert answer.status_code in {302, 422}


def test_a_partner_with_nobody_to_ask_is_named_in_the_form(client_for: ClientFor) -> None:
    alone = make_partner("De Lege Stoel")
    answer = client_for(make_coordinator()).post(NEW, meeting_post({"title": OWN, "partner": alone.public_id}))
    assert answer.status_code == 422
    assert "De Lege Stoel" in str(answer.context["form"].non_field_errors())


def test_more_rows_come_without_losing_a_word(client_for: ClientFor) -> None:
    guest = make_guest()
    rows = [{"title": f"punt {number}", "partner": guest.partner.public_id} for number in range(5)]
    post = meeting_post(*rows, more="1", place=NAMED, until="")
    answer = client_for(make_coordinator()).post(NEW, post)
    page, agenda = answer.content.decode(), answer.context["agenda"]
    assert answer.status_code == 200
    assert len(agenda.forms) == 10
    assert NAMED in page  # Not judged yet.
    assert 'class="error"' not in page
    assert [form["title"].value() for form in agenda][:6] == [*(f"punt {number}" for number in range(5)), None]
    assert agenda.forms[4]["partner"].value() == guest.partner.public_id
    assert not Meeting.objects.exists()
    # And the form that came back can be sent: new rows that are empty do not count.
    fields = {field.html_name: field.value() or "" for form in agenda for field in form}
    again = {**meeting_post(), **fields, "item-TOTAL_FORMS": "10"}
    assert client_for(make_coordinator()).post(NEW, again).status_code == 302
    assert AgendaItem.objects.count() == 5


def test_the_coordinator_adds_an_item_with_the_form(client_for: ClientFor) -> None:
    coordinator, guest = make_coordinator(), make_guest()
    meeting = make_meeting(coordinator)
    address = reverse("meetings:item_add", args=[meeting.public_id])
    client = client_for(coordinator)
    assert client.get(address).status_code == 200
    post = {"title": "Rondvraag", "minutes": "5", "goal": "inform", "partner": guest.partner.public_id}
    once = {"submission": str(uuid.uuid4())}
    for _again in range(2):
        answer = client.post(address, {**post, **once})
    item = meeting.items.get(position=4)
    assert answer["Location"] == item.get_absolute_url()
    assert meeting.items.count() == 4
    refused = client.post(address, {**post, "title": NAMED})
    assert refused.status_code == 422
    assert meeting.items.count() == 4


def test_the_coordinator_asks_one_more_partner_with_the_form(client_for: ClientFor) -> None:
    coordinator, guest, alone = make_coordinator(), make_guest(), make_partner("De Lege Stoel")
    item = own_item(make_meeting(coordinator))
    address = reverse("meetings:item_invite", args=[item.meeting.public_id, item.public_id])
    client = client_for(coordinator)
    assert address in client.get(item.invite_url).content.decode()
    assert client.get(address)["Location"] == item.invite_url
    assert client.post(address, {"partner": guest.partner.public_id})["Location"] == item.get_absolute_url()
    assert item.invitations.get().partner == guest.partner
    refused = client.post(address, {"partner": alone.public_id})
    assert refused.status_code == 422
    assert "De Lege Stoel" in str(refused.context["panel"].form.non_field_errors())
    assert client.post(address, {"partner": ""}).status_code == 422


# --- four a year (covenant 5.3) ---------------------------------------------------------------------------------------


def test_the_core_team_sees_how_many_of_four_were_held_and_a_guest_does_not(client_for: ClientFor) -> None:
    coordinator, guest = make_coordinator(), make_guest()
    make_meeting(coordinator, guest.partner, days=0)
    page = client_for(coordinator).get("/overleg/")
    labels, ((_held, held), (_planned, planned)) = page.context["quarters"], page.context["in_quarters"]
    assert len(labels) == 4
    assert sum(held) + sum(planned) == 1
    assert page.context["this_year"]["lacking"] == 3
    assert 'class="chart"' in page.content.decode()
    assert 'class="chart"' not in client_for(guest).get("/overleg/").content.decode()
