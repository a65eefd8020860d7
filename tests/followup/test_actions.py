"""Proves the rules of promises: who makes them, who sees them, who says that they are done, and that nobody else learns."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.errors import NotAllowed, NotPossible
from accounts.models import ContactPoint, Role, User
from accounts.models.periods import today
from audit.models import LogLine
from followup import actions
from followup.models import Action
from notifications.models import Notice, NoticeKind
from privacy.checks import Profile, check
from privacy.fields import UncheckedText
from tests.factories import make_member, make_partner, make_seat

pytestmark = pytest.mark.django_db

ClientFor = Callable[[User], Client]
LIST = "/afspraken/"
SENTENCE = "Vervoer op dinsdag regelen met de vrijwilligersrit."


def make_action(person: User, by: User | None = None, days: int = 7, text: str = SENTENCE, **fields: str) -> Action:
    """Let somebody promise something, due so many days from today."""
    return actions.promise(
        by=by or make_member(),
        sentence=check(text, Profile.WORK),
        partner=person.partner,
        person=person,
        due_on=today() + dt.timedelta(days=days),
        **fields,
    )


def done_address(action: Action) -> str:
    """Give where one says that an action is done."""
    return reverse("followup:action_done", args=[action.public_id])


def make_reader(kind: str, owner: User) -> User:
    """Make somebody who may see what `owner` promised."""
    if kind == "owner":
        return owner
    if kind == "coordinator":
        return make_member(roles=(Role.COORDINATOR,))
    return make_member(partner=owner.partner, contact=kind)


def make_stranger(kind: str, owner: User) -> User:
    """Make somebody who must learn nothing of what `owner` promised."""
    partner = owner.partner
    if kind == "colleague":
        return make_member(partner=partner)
    if kind == "core team":
        return make_seat(make_member())
    if kind == "contact point of another partner":
        return make_member(contact="fixed")
    stranger = make_member(partner=partner, contact="fixed")
    if kind == "former contact point":
        day = dt.timedelta(days=1)
        ContactPoint.objects.filter(user=stranger).update(since=today() - 30 * day, until=today() - day)
    else:
        User.objects.filter(pk=stranger.pk).update(partner=make_partner())
    return stranger


READERS = ["owner", "fixed", "deputy", "coordinator"]
STRANGERS = ["colleague", "core team", "contact point of another partner", "former contact point", "contact who moved"]


@pytest.mark.parametrize("kind", READERS)
def test_who_may_see_an_action_sees_it_and_says_that_it_is_done(kind: str, client_for: ClientFor) -> None:
    owner = make_member()
    action = make_action(owner)
    reader = make_reader(kind, owner)
    client = client_for(reader)
    page = client.get(LIST).content.decode()
    for word in (SENTENCE, owner.name, owner.partner.name, done_address(action)):
        assert word in page
    answer = client.post(done_address(action))
    assert answer["Location"] == LIST
    action.refresh_from_db()
    assert action.done_at is not None
    page = client.get(LIST).content.decode()
    assert SENTENCE in page
    assert done_address(action) not in page
    assert LogLine.objects.get(action="action.done").actor == reader.public_id


@pytest.mark.parametrize("kind", STRANGERS)
def test_a_stranger_learns_nothing(kind: str, client_for: ClientFor) -> None:
    owner = make_member()
    action = make_action(owner)
    stranger = make_stranger(kind, owner)
    client = client_for(stranger)
    page = client.get(LIST).content.decode()
    assert SENTENCE not in page
    assert action.public_id not in page
    answers = [
        client.post(address)
        for address in (done_address(action), done_address(action).replace(action.public_id, "0" * 12))
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    with pytest.raises(NotAllowed):
        actions.done(by=User.objects.get(pk=stranger.pk), action=action)
    action.refresh_from_db()
    assert action.done_at is None


def test_half_signed_in_and_blocked_are_not_in(client_for: ClientFor, half_client_for: ClientFor) -> None:
    owner = make_member()
    action = make_action(owner)
    half, blocked = half_client_for(owner), client_for(owner)
    User.objects.filter(pk=owner.pk).update(is_active=False)
    for client in (half, blocked):
        assert client.get(LIST).status_code == 302
        assert client.post(done_address(action)).status_code == 302
    action.refresh_from_db()
    assert action.done_at is None


def test_done_twice_is_done_once(client_for: ClientFor) -> None:
    owner = make_member()
    action = make_action(owner)
    client = client_for(owner)
    client.post(done_address(action))
    action.refresh_from_db()
    first = action.done_at
    assert client.post(done_address(action)).status_code == 302
    action.refresh_from_db()
    assert action.done_at == first
    assert LogLine.objects.filter(action="action.done").count() == 1


def test_done_only_by_post(client_for: ClientFor) -> None:
    owner = make_member()
    action = make_action(owner)
    assert client_for(owner).get(done_address(action)).status_code == 405
    action.refresh_from_db()
    assert action.done_at is None


def test_the_owner_is_told_with_a_date_only_and_reading_the_list_marks_it(client_for: ClientFor) -> None:
    owner = make_member()
    make_action(owner)
    notice = Notice.objects.get()
    assert (notice.recipient, notice.kind, notice.url) == (owner, NoticeKind.ACTION_GIVEN, LIST)
    assert SENTENCE not in notice.sentence
    client_for(owner).get(LIST)
    assert not Notice.objects.unread().exists()


def test_who_promises_something_themselves_needs_no_notice() -> None:
    owner = make_member()
    make_action(owner, by=owner)
    assert not Notice.objects.exists()


def test_an_action_belongs_to_somebody_of_the_partner() -> None:
    owner = make_member()
    with pytest.raises(NotPossible):
        actions.promise(
            by=owner, sentence=check(SENTENCE, Profile.WORK), partner=make_partner(), person=owner, due_on=today()
        )


def test_a_promise_holds_checked_text_only() -> None:
    owner = make_member()
    with pytest.raises(UncheckedText):
        actions.promise(by=owner, sentence=SENTENCE, partner=owner.partner, person=owner, due_on=today())  # type: ignore[arg-type]


def test_late_is_told_with_the_number_of_days_and_the_oldest_comes_first(client_for: ClientFor) -> None:
    owner = make_member()
    for days, text in ((3, "Straks."), (-2, "Te laat."), (0, "Vandaag.")):
        make_action(owner, days=days, text=text)
    answer = client_for(owner).get(LIST)
    page = answer.content.decode()
    assert page.index("Te laat.") < page.index("Vandaag.") < page.index("Straks.")
    assert "2 dagen te laat" in page
    assert answer.context["late"] == 1


def test_an_empty_list_says_so(client_for: ClientFor) -> None:
    page = client_for(make_member()).get(LIST).content.decode()
    assert "U hebt geen open afspraken." in page


def test_a_place_without_an_open_door_is_no_link(client_for: ClientFor) -> None:
    owner = make_member()
    make_action(owner, url="/overleg/000000000000/", label="Overleg 3 december")
    page = client_for(owner).get(LIST).content.decode()
    assert "Overleg 3 december" in page
    assert "/overleg/000000000000/" not in page


def test_the_list_costs_the_same_for_one_and_for_many(client_for: ClientFor) -> None:
    owner = make_member()
    client = client_for(owner)

    def cost() -> int:
        client.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(LIST).status_code == 200
        return len(queries)

    fields = {"url": "/overleg/000000000000/", "label": "Overleg 3 december"}
    actions.done(by=owner, action=make_action(owner, **fields))
    make_action(owner, **fields)
    one = cost()
    for _more in range(12):
        actions.done(by=owner, action=make_action(owner, **fields))
        make_action(owner, **fields)
    assert cost() == one
