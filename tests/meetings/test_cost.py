"""Proves that pages of meetings cost the same number of queries with one row and with fifty."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.models.periods import today
from meetings import actions
from meetings.actions import Item
from tests.factories import make_member, make_seat
from tests.meetings.making import AGREED, OTHER, checked, make_coordinator, make_guest, make_meeting, own_item

pytestmark = pytest.mark.django_db

ClientFor = Callable[[User], Client]


def cost(client: Client, address: str) -> int:
    """Count the queries of a page; the first visit may fill what is remembered a while."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("who", ["core team", "guest"])
def test_the_list_costs_the_same_for_one_and_for_fifty(who: str, client_for: ClientFor) -> None:
    coordinator, guest = make_coordinator(), make_guest()
    client = client_for(make_seat(make_member()) if who == "core team" else guest)
    make_meeting(coordinator, guest.partner)
    make_meeting(coordinator, guest.partner, days=-1)
    one = cost(client, "/overleg/")
    for number in range(49):
        make_meeting(coordinator, guest.partner, days=2 + number)
        make_meeting(coordinator, guest.partner, days=-2 - number)
    assert cost(client, "/overleg/") == one


@pytest.mark.parametrize("who", ["core team", "guest"])
def test_a_meeting_costs_the_same_for_one_outcome_and_for_many(who: str, client_for: ClientFor) -> None:
    coordinator, guest = make_coordinator(), make_guest()
    meeting = make_meeting(coordinator, guest.partner, days=0)
    item = own_item(meeting)
    client = client_for(make_seat(make_member()) if who == "core team" else guest)
    owner = make_member()
    promise = {"kind": "action", "person": owner, "partner": owner.partner, "due_on": today()}
    actions.record_outcome(by=coordinator, item=item, text=checked(AGREED), **promise)
    one = cost(client, meeting.get_absolute_url())
    for number in range(20):
        fellow = make_guest()
        actions.record_outcome(by=make_coordinator(), item=item, text=checked(f"{AGREED} {number}"), **promise)
        actions.record_outcome(by=coordinator, item=item, text=checked(f"{AGREED} {number}"), kind="decision")
        if meeting.can_change:
            actions.invite_to_item(by=coordinator, item=item, partner=fellow.partner)
            actions.add_item(by=coordinator, meeting=meeting, item=Item(checked(OTHER), 5, "inform", [guest.partner]))
    assert cost(client, meeting.get_absolute_url()) == one
