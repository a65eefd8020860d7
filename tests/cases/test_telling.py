"""Proves what a case tells and to whom: notices, sockets and the log get numbers and addresses, never text."""

from collections.abc import Callable
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer

from accounts.models import User
from accounts.sockets import person_group
from audit.models import LogLine
from cases import actions
from notifications.models import Notice
from tests.cases.making import CONTRIBUTION, QUESTION, SITUATION, make_asked, make_case, make_note
from tests.factories import make_member, make_topic

pytestmark = pytest.mark.django_db


def lines() -> list[tuple[str, str, str]]:
    """Give the log's lines about cases: act, thing, person."""
    found = LogLine.objects.filter(action__startswith="case.").order_by("pk")
    return list(found.values_list("action", "object_id", "actor"))


def test_who_is_asked_is_told_once_and_the_author_is_not() -> None:
    author, fixed = make_member(), make_asked()
    deputy = make_member(partner=fixed.partner, contact="deputy")
    case = make_case(author, fixed)
    notices = Notice.objects.all()
    assert {notice.recipient for notice in notices} == {fixed, deputy}
    assert {(notice.kind, notice.url, notice.label) for notice in notices} == {
        ("case_invited", case.get_absolute_url(), case.number)
    }


def test_a_contribution_is_told_to_everybody_in_the_circle_but_its_author() -> None:
    author, asked, other, outsider = make_member(), make_asked(), make_asked(), make_asked()
    case = make_case(author, asked, other)
    make_note(asked, case)
    make_note(asked, case)
    told = {notice.recipient: notice for notice in Notice.objects.filter(kind="case_note")}
    assert set(told) == {author, other}
    assert told[author].count == 2
    assert not Notice.objects.filter(recipient=outsider).exists()


def test_a_colleague_who_is_added_is_told() -> None:
    author = make_member()
    colleague = make_member(partner=author.partner)
    case = make_case(author, make_asked())
    actions.add_colleague(by=author, case=case, user=colleague)
    assert Notice.objects.filter(recipient=colleague, kind="case_invited", url=case.get_absolute_url()).count() == 1


def test_who_was_blocked_meanwhile_is_not_told() -> None:
    author, asked, other = make_member(), make_asked(), make_asked()
    case = make_case(author, asked, other)
    User.objects.filter(pk=other.pk).update(is_active=False)
    make_note(asked, case)
    assert not Notice.objects.filter(recipient=other, kind="case_note").exists()


def test_notices_hold_nothing_of_the_text() -> None:
    author, asked = make_member(), make_asked()
    make_note(asked, make_case(author, asked))
    stored = str(list(Notice.objects.values()))
    for text in (QUESTION, SITUATION, CONTRIBUTION):
        assert text not in stored


@pytest.fixture(autouse=True)
def _layer_in_memory(settings: Any) -> None:
    """Send through memory, where a test can listen; that Redis carries the same is the sockets' own tests to prove."""
    settings.CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}


def heard(*users: User) -> Callable[[], dict[User, list[str]]]:
    """Listen for these people as their sockets do, and give a function that says which addresses each heard of."""
    layer = get_channel_layer()
    for user in users:
        async_to_sync(layer.group_add)(person_group(user), f"test.{user.public_id}")

    def collect() -> dict[User, list[str]]:
        queues: dict[str, Any] = layer.channels
        return {user: [m["address"] for m in _drained(queues.get(f"test.{user.public_id}"))] for user in users}

    return collect


def _drained(queue: Any) -> list[dict[str, Any]]:
    return [queue.get_nowait()[1] for _ in range(queue.qsize())] if queue else []


def test_open_pages_of_the_circle_are_told_the_address_and_nobody_elses(
    django_capture_on_commit_callbacks: Any,
) -> None:
    author, asked, outsider = make_member(), make_asked(), make_asked()
    case = make_case(author, asked)
    listening = heard(author, asked, outsider)
    with django_capture_on_commit_callbacks(execute=True):
        make_note(asked, case)
    addresses = listening()
    assert addresses[author] == ["inbox", case.notes_url]
    assert addresses[asked] == [case.notes_url]
    assert addresses[outsider] == []


def test_nothing_is_told_before_it_is_stored(django_capture_on_commit_callbacks: Any) -> None:
    author, asked = make_member(), make_asked()
    case = make_case(author, asked)
    listening = heard(author)
    with django_capture_on_commit_callbacks(execute=False):
        make_note(asked, case)
    assert listening()[author] == []


def test_every_act_is_one_line_with_the_number_and_without_the_text() -> None:
    author, asked, late = make_member(), make_asked(), make_asked()
    colleague = make_member(partner=asked.partner)
    case = make_case(author, asked, topics=[make_topic()])
    actions.invite_partner(by=author, case=case, partner=late.partner)
    actions.add_colleague(by=asked, case=case, user=colleague)
    make_note(asked, case)
    actions.read_case(by=asked, case=case)
    actions.close_case(by=author, case=case)
    assert lines() == [
        ("case.open", case.public_id, author.public_id),
        ("case.invite", case.public_id, author.public_id),
        ("case.invite", case.public_id, author.public_id),
        ("case.add_colleague", case.public_id, asked.public_id),
        ("case.note", case.public_id, asked.public_id),
        ("case.read", case.public_id, asked.public_id),
        ("case.close", case.public_id, author.public_id),
    ]
    stored = str(list(LogLine.objects.values()))
    for text in (QUESTION, SITUATION, CONTRIBUTION):
        assert text not in stored


def test_opening_a_case_marks_its_notices_as_read_and_no_others() -> None:
    author, asked = make_member(), make_asked()
    case, other = make_case(author, asked), make_case(author, asked)
    actions.read_case(by=asked, case=case)
    unread = Notice.objects.filter(recipient=asked).unread()
    assert [notice.url for notice in unread] == [other.get_absolute_url()]
