"""Proves the rules of outcomes: who writes them down, when, and that an action becomes a promise."""

import uuid
from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse

from accounts.errors import NotAllowed, NotPossible
from accounts.models import User
from accounts.models.periods import today
from audit.models import LogLine
from followup.models import Action
from meetings import actions
from meetings.models import AgendaItem, Outcome, OutcomeKind
from notifications.models import Notice, NoticeKind
from privacy.actions import report_text
from privacy.fields import UncheckedText
from tests.factories import make_member, make_seat
from tests.meetings.making import (
    AGREED,
    NAMED,
    at,
    checked,
    make_coordinator,
    make_guest,
    make_meeting,
    outcome_post,
    own_item,
)

pytestmark = pytest.mark.django_db

ClientFor = Callable[[User], Client]


@pytest.fixture
def item() -> AgendaItem:
    """Give an item of a meeting that was held."""
    return own_item(make_meeting(make_coordinator(), days=-3))


def address(item: AgendaItem) -> str:
    """Give where outcomes of an item are posted."""
    return reverse("meetings:outcome_add", args=[item.meeting.public_id, item.public_id])


def test_the_core_team_writes_an_outcome_down(item: AgendaItem, client_for: ClientFor) -> None:
    member = make_seat(make_member())
    client = client_for(member)
    assert address(item) in client.get(item.outcome_url).content.decode()
    assert client.get(address(item))["Location"] == item.outcome_url
    answer = client.post(address(item), outcome_post())
    outcome = Outcome.objects.get()
    assert answer["Location"] == item.get_absolute_url()
    assert (outcome.item, outcome.kind, outcome.text, outcome.recorded_by) == (item, "decision", AGREED, member)
    assert LogLine.objects.get(action="meeting.outcome").object_id == item.meeting.public_id
    assert AGREED in client.get(item.meeting.get_absolute_url()).content.decode()


def test_an_action_becomes_a_promise_with_the_meeting_as_its_place(item: AgendaItem, client_for: ClientFor) -> None:
    owner = make_member()
    post = outcome_post(kind="action", person=owner.public_id, due_on=today().isoformat())
    client_for(make_seat(make_member())).post(address(item), post)
    action = Action.objects.get()
    assert (action.sentence, action.person, action.partner, action.due_on) == (AGREED, owner, owner.partner, today())
    assert action.url == item.meeting.get_absolute_url()
    assert action.label == f"Overleg {item.meeting.day_label.rsplit(maxsplit=1)[0]}"
    assert Outcome.objects.get().action == action
    assert Notice.objects.get(recipient=owner).kind == NoticeKind.ACTION_GIVEN


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": "action"}, "person"),
        ({"kind": "action", "due_on": "2020-01-01"}, "due_on"),
        ({"kind": "x"}, "kind"),
        ({"text": " "}, "text"),
        ({"person": "x"}, "person"),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_keeps_the_words(
    changes: dict[str, str], field: str, item: AgendaItem, client_for: ClientFor
) -> None:
    answer = client_for(make_coordinator()).post(address(item), outcome_post(**changes))
    assert answer.status_code == 422
    assert field in answer.context["panel"].form.errors
    assert changes.get("text", AGREED) in answer.content.decode()
    assert not Outcome.objects.exists()
    assert not Action.objects.exists()


def test_who_and_when_of_something_else_than_an_action_do_not_count(item: AgendaItem, client_for: ClientFor) -> None:
    post = outcome_post(person=make_member().public_id, due_on=today().isoformat())
    client_for(make_coordinator()).post(address(item), post)
    assert Outcome.objects.get().action is None
    assert not Action.objects.exists()


def test_refused_text_is_marked_and_nothing_is_stored(item: AgendaItem, client_for: ClientFor) -> None:
    coordinator = make_coordinator()
    owner = make_member()
    post = outcome_post(kind="action", text=NAMED, person=owner.public_id, due_on=today().isoformat())
    answer = client_for(coordinator).post(address(item), post)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert '<mark class="finding"' in page
    assert f'value="{owner.public_id}" selected' in page
    assert not Outcome.objects.exists()
    assert not Action.objects.exists()
    line = LogLine.objects.get(action="text.refused")
    assert (line.actor, line.object_type, line.object_id) == (coordinator.public_id, "outcome", "1")
    assert "Jansen" not in str(list(LogLine.objects.values()))


def test_plain_text_cannot_get_into_a_meeting(item: AgendaItem) -> None:
    for write in (
        lambda: Outcome.objects.create(item=item, kind="decision", text=AGREED, recorded_by=make_member()),
        lambda: AgendaItem.objects.filter(pk=item.pk).update(title=NAMED),
        lambda: type(item.meeting).objects.filter(pk=item.meeting_id).update(place=NAMED),
    ):
        with pytest.raises(UncheckedText):
            write()


def test_a_double_click_is_one_outcome_and_one_promise(item: AgendaItem, client_for: ClientFor) -> None:
    client = client_for(make_coordinator())
    post = outcome_post(kind="action", person=make_member().public_id, due_on=today().isoformat())
    answers = [client.post(address(item), post) for _again in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Outcome.objects.count() == Action.objects.count() == 1


def test_the_same_submission_with_other_words_is_not_lost(item: AgendaItem, client_for: ClientFor) -> None:
    client, post = client_for(make_coordinator()), outcome_post()
    client.post(address(item), post)
    answer = client.post(address(item), {**post, "text": "Iets anders dan eerst."})
    assert answer.status_code == 422
    assert "Iets anders dan eerst." in answer.content.decode()
    fresh = answer.context["panel"].form["submission"].value()
    assert fresh != post["submission"]
    client.post(address(item), {**post, "text": "Iets anders dan eerst.", "submission": fresh})
    assert Outcome.objects.count() == 2


def test_only_the_core_team_writes_outcomes_down_also_in_the_action(item: AgendaItem) -> None:
    for user in (make_guest(), make_member()):
        with pytest.raises(NotAllowed):
            actions.record_outcome(by=user, item=item, kind="decision", text=checked(AGREED))


def test_outcomes_wait_for_the_day_of_the_meeting(client_for: ClientFor) -> None:
    coordinator = make_coordinator()
    item = own_item(make_meeting(coordinator, days=1))
    with pytest.raises(NotPossible):
        actions.record_outcome(by=coordinator, item=item, kind="decision", text=checked(AGREED))
    assert address(item) not in client_for(coordinator).get(item.outcome_url).content.decode()
    assert client_for(coordinator).post(address(item), outcome_post()).status_code == 422
    tonight = own_item(make_meeting(coordinator, starts_at=at(0, 23, 50), ends_at=at(0, 23, 59)))
    actions.record_outcome(by=coordinator, item=tonight, kind="decision", text=checked(AGREED))


def test_an_action_without_owner_or_date_is_none_in_action_and_database(item: AgendaItem) -> None:
    coordinator = make_coordinator()
    with pytest.raises(NotPossible):
        actions.record_outcome(by=coordinator, item=item, kind="action", text=checked(AGREED))
    with pytest.raises(IntegrityError), transaction.atomic():
        Outcome.objects.create(
            item=item, kind="action", text=checked(AGREED), recorded_by=coordinator, submission=uuid.uuid4()
        )


def test_the_item_whose_turn_it_is_has_its_form_open(client_for: ClientFor) -> None:
    coordinator = make_coordinator()
    meeting = make_meeting(coordinator, starts_at=at(0, 0, 0), ends_at=at(0, 23, 59))
    AgendaItem.objects.filter(meeting=meeting, position=1).update(minutes=1)
    AgendaItem.objects.filter(meeting=meeting, position=2).update(minutes=1)
    meeting.starts_at = at(0, 0, 0)
    items = list(meeting.items.with_start())
    answer = client_for(coordinator).get(meeting.get_absolute_url())
    panel = answer.context["panel"]
    current = next((item for item in items if item.is_now), None)
    assert (panel and panel.item) == current


def test_the_list_of_promises_links_to_the_meeting_for_whoever_may_open_it(
    item: AgendaItem, client_for: ClientFor
) -> None:
    guest, outsider = make_guest(), make_member()
    coordinator = make_coordinator()
    item.invitations.create(partner=guest.partner)
    for owner in (guest, outsider):
        promise = {"partner": owner.partner, "person": owner, "due_on": today()}
        actions.record_outcome(by=coordinator, item=item, kind="action", text=checked(AGREED), **promise)
    link = f'href="{item.meeting.get_absolute_url()}"'
    assert link in client_for(guest).get("/afspraken/").content.decode()
    page = client_for(outsider).get("/afspraken/").content.decode()
    assert AGREED in page
    assert link not in page


def test_a_promise_and_its_outcome_are_held_in_one_order_whichever_is_reported(
    item: AgendaItem, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that two people who report both at once wait for each other, and one review begins."""
    owner, seat = make_member(), make_seat(make_member())
    actions.record_outcome(
        by=seat,
        item=item,
        kind=OutcomeKind.ACTION,
        text=checked(AGREED),
        partner=owner.partner,
        person=owner,
        due_on=today(),
    )
    held: list[type] = []
    hold = QuerySet.select_for_update

    def holding(rows: QuerySet, *args: object, **how: object) -> QuerySet:
        held.append(rows.model)
        return hold(rows, *args, **how)

    monkeypatch.setattr(QuerySet, "select_for_update", holding)
    for row in (Outcome.objects.get(), Action.objects.get()):
        held.clear()
        with transaction.atomic():
            report_text(by=owner, row=row)
            transaction.set_rollback(True)
        assert held[:2] == [Action, Outcome]
