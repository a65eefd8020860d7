"""Announcing: one unread notice a thing with a count, told after the change is stored, and never what it was about."""

import pytest
from django.db import transaction

from accounts.sockets import close_session, person_group
from notifications import actions, push
from notifications.models import Notice, NoticeKind
from tests.factories import make_member, make_user

pytestmark = pytest.mark.django_db

URL = "/casussen/abc123/"


@pytest.fixture
def sent(monkeypatch) -> list[tuple[str, dict]]:
    """Note what goes to the sockets."""
    messages: list[tuple[str, dict]] = []
    monkeypatch.setattr(push, "send", lambda group, message: messages.append((group, message)))
    return messages


def announce(*people, kind=NoticeKind.CASE_NOTE, url=URL, label="K7M2"):
    actions.announce(recipients=people, kind=kind, url=url, label=label)


def test_ten_contributions_are_one_notice_with_a_count():
    reader = make_user()
    for _ in range(10):
        announce(reader)
    notice = Notice.objects.get()
    assert (notice.count, notice.read_at) == (10, None)
    assert "10" in notice.sentence
    assert "K7M2" in notice.sentence


def test_another_thing_and_another_kind_are_another_notice():
    reader = make_user()
    announce(reader)
    announce(reader, url="/casussen/zzz/")
    announce(reader, kind=NoticeKind.CASE_INVITED)
    assert Notice.objects.filter(recipient=reader).unread().count() == 3


def test_after_reading_a_new_notice_begins():
    reader = make_user()
    announce(reader)
    assert actions.read_at_address(by=reader, url=URL) == 1
    announce(reader)
    assert sorted(Notice.objects.values_list("count", flat=True)) == [1, 1]
    assert Notice.objects.unread().count() == 1


def test_somebody_twice_among_the_recipients_is_told_once():
    reader = make_user()
    announce(reader, reader)
    assert Notice.objects.get().count == 1


def test_who_was_blocked_is_told_nothing(sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        announce(make_user(is_active=False))
    assert not Notice.objects.exists()
    assert sent == []


def test_sockets_hear_of_it_after_the_change_is_stored(sent, django_capture_on_commit_callbacks):
    reader = make_user()
    with django_capture_on_commit_callbacks(execute=True):
        announce(reader)
        assert sent == []
    assert sent == [(person_group(reader), {"type": "changed", "address": "inbox"})]


def test_of_what_was_rolled_back_nobody_hears(sent, django_capture_on_commit_callbacks):
    @transaction.atomic
    def change() -> None:
        announce(make_user())
        raise ZeroDivisionError

    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError):
        change()
    assert not Notice.objects.exists()
    assert sent == []


def test_a_push_holds_an_address_and_nothing_else(sent, django_capture_on_commit_callbacks):
    readers = [make_user(), make_user()]
    with django_capture_on_commit_callbacks(execute=True):
        push.changed(users=readers, address=URL)
    assert [message for _, message in sent] == [{"type": "changed", "address": URL}] * 2


def test_sockets_that_are_away_break_nothing(settings, django_capture_on_commit_callbacks):
    settings.CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.Bestaat"}}
    with django_capture_on_commit_callbacks(execute=True):
        announce(make_user())
    close_session("een sleutel")
    assert Notice.objects.count() == 1


def test_every_kind_has_a_sentence_of_its_own_from_the_catalogue():
    reader = make_user()
    sentences = {kind: Notice(recipient=reader, kind=kind, url=URL, label="K7M2").sentence for kind in NoticeKind}
    assert len(set(sentences.values())) == len(NoticeKind)
    # A notice about one's own text, or to the core team, says nothing of where that text stands.
    nameless = {kind for kind in NoticeKind if kind.startswith("text_") and kind != NoticeKind.TEXT_SHOWN}
    assert {kind for kind, sentence in sentences.items() if "K7M2" not in sentence} == nameless


def test_reading_everything_reads_only_ones_own():
    one, other = make_user(), make_user()
    announce(one, other)
    announce(one, url="/casussen/zzz/")
    assert actions.read_all(by=one) == 2
    assert Notice.objects.unread().get().recipient == other
    assert actions.read_at_address(by=one, url=URL) == 0


def test_after_thirty_days_notices_go(clock):
    reader = make_user()
    announce(reader)
    clock.move(days=20)
    announce(reader, url="/casussen/zzz/")
    clock.move(days=11)
    assert actions.forget_old() == 1
    assert Notice.objects.get().url == "/casussen/zzz/"


def test_many_recipients_cost_a_constant_number_of_queries_each(django_assert_max_num_queries):
    people = [make_member() for _ in range(5)]
    with django_assert_max_num_queries(3 + 5 * 4):
        announce(*people)
