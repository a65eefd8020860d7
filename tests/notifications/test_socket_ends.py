"""The socket's end: with its session at once, by a look every minute should that message be lost, and when it is too much."""

import datetime as dt

import pytest
from asgiref.sync import sync_to_async
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts import actions
from accounts.models import Authenticator, OpenSession, User
from notifications import consumers
from notifications.actions import announce
from notifications.models import NoticeKind
from privacy.models import Acceptance, ProtocolVersion
from tests.factories import make_member
from tests.notifications.browser import Socket, play

pytestmark = pytest.mark.django_db

SIGNED_OUT = 4401


@pytest.fixture
def member():
    return make_member()


@pytest.fixture
def tell(django_capture_on_commit_callbacks):
    """Give a function that announces something to somebody, and lets the transaction end."""

    def announce_to(person) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            announce(recipients=[person], kind=NoticeKind.CASE_NOTE, url="/casussen/abc/", label="K7M2")

    return sync_to_async(announce_to)


def test_ending_all_sessions_closes_all_sockets_of_that_person(member, client_for, django_capture_on_commit_callbacks):
    clients, other = [client_for(member), client_for(member)], client_for(make_member())

    def end() -> None:
        with django_capture_on_commit_callbacks(execute=True):
            actions.end_sessions(user=member, by=None)

    async def scenario() -> None:
        sockets, stranger = [Socket(client) for client in clients], Socket(other)
        for socket in [*sockets, stranger]:
            assert await socket.connect() == ["accept"]
        await sync_to_async(end)()
        assert [await socket.answer() for socket in sockets] == [[SIGNED_OUT], [SIGNED_OUT]]
        assert await stranger.heard() == []
        await stranger.leave()

    play(scenario)


def test_ending_the_other_sessions_keeps_this_ones_socket(member, client_for, django_capture_on_commit_callbacks):
    here, there = client_for(member), client_for(member)

    def end() -> None:
        with django_capture_on_commit_callbacks(execute=True):
            here.post("/account/sessies/overige/")

    async def scenario() -> None:
        first, second = Socket(here), Socket(there)
        await first.connect()
        await second.connect()
        await sync_to_async(end)()
        assert (await first.heard(), await second.answer()) == ([], [SIGNED_OUT])
        await first.leave()

    play(scenario)


def test_a_session_that_got_a_new_key_still_closes_its_sockets(member, client_for):
    client = client_for(member)

    def renew() -> None:
        session = client.session
        session.cycle_key()
        client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key

    async def scenario() -> None:
        socket = Socket(client)
        await socket.connect()
        await sync_to_async(renew)()
        await sync_to_async(client.post)("/account/uitloggen/")
        assert await socket.answer() == [SIGNED_OUT]

    play(scenario)


def block(member) -> None:
    User.objects.filter(pk=member.pk).update(is_active=False)


def lose_session(member) -> None:
    Session.objects.all().delete()


def lose_row(member) -> None:
    OpenSession.objects.all().delete()


def grow_idle(member) -> None:
    OpenSession.objects.update(seen_at=timezone.now() - dt.timedelta(minutes=31))


def lose_device(member) -> None:
    Authenticator.objects.update(confirmed=False)


def withdraw_protocol(member) -> None:
    Acceptance.objects.all().delete()


def choose_new_password(member) -> None:
    member.set_password("een heel nieuw wachtwoord")
    member.save()


def get_new_protocol(member) -> None:
    ProtocolVersion.objects.create(label="nieuw", digest="1" * 64)


HAPPENINGS = [
    block,
    lose_session,
    lose_row,
    grow_idle,
    lose_device,
    withdraw_protocol,
    choose_new_password,
    get_new_protocol,
]


@pytest.mark.parametrize("happening", HAPPENINGS)
def test_when_the_message_of_the_end_is_lost_the_look_finds_out(member, client_for, monkeypatch, happening):
    monkeypatch.setattr(consumers, "LOOK_SECONDS", 0.02)
    client = client_for(member)

    async def scenario() -> None:
        socket = Socket(client)
        assert await socket.connect() == ["accept"]
        await sync_to_async(happening)(member)
        assert await socket.answer() == [SIGNED_OUT]

    play(scenario)


def test_quiet_but_healthy_stays(member, client_for, monkeypatch, tell):
    monkeypatch.setattr(consumers, "LOOK_SECONDS", 0.01)
    client = client_for(member)
    before = OpenSession.objects.get().seen_at

    async def scenario() -> None:
        socket = Socket(client)
        await socket.connect()
        assert await socket.heard() == []
        await tell(member)
        assert await socket.answer() == [{"changed": "inbox"}]
        await socket.leave()

    play(scenario)
    assert OpenSession.objects.get().seen_at == before


def test_looking_every_minute_is_soon_enough():
    assert consumers.LOOK_SECONDS <= 60


def test_a_frame_over_64_kb_is_the_end(member, client_for):
    client = client_for(member)

    async def scenario() -> None:
        socket = Socket(client)
        await socket.connect()
        await socket.say("é" * 32_768)
        assert await socket.heard() == []
        await socket.say("é" * 32_768 + "x")
        assert await socket.answer() == [1009]

    play(scenario)


def test_a_hundred_messages_in_ten_seconds_are_enough(member, client_for, tell):
    client = client_for(member)

    async def scenario() -> None:
        socket, other = Socket(client), Socket(client)
        await socket.connect()
        await other.connect()
        for _ in range(100):
            await socket.say("{}")
        assert await socket.heard() == []
        await socket.say("{}")
        assert await socket.answer() == [4429]
        await tell(member)
        assert await other.answer() == [{"changed": "inbox"}]
        await other.leave()

    play(scenario)


def test_more_than_ten_open_pages_silence_the_oldest(member, client_for, tell):
    client, others_client = client_for(member), client_for(make_member())

    async def scenario() -> None:
        other = Socket(others_client)
        await other.connect()
        sockets = [Socket(client) for _ in range(10)]
        for socket in sockets:
            await socket.connect()
        # One that was left does not count.
        await sockets.pop(3).leave()
        sockets.append(Socket(client))
        assert await sockets[-1].connect() == ["accept"]
        assert [await socket.heard() for socket in sockets] == [[]] * 10
        eleventh = Socket(client)
        await eleventh.connect()
        assert await sockets[0].answer() == [4429]
        assert [await socket.heard() for socket in sockets[1:]] == [[]] * 9
        await tell(member)
        for socket in [*sockets[1:], eleventh]:
            assert await socket.answer() == [{"changed": "inbox"}]
            await socket.leave()
        assert await other.heard() == []
        await other.leave()

    play(scenario)
