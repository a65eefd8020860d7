"""The socket: for members only, each their own, and it ends with the session."""

import logging

import pytest
from asgiref.sync import sync_to_async
from django.test import Client

from accounts.models import Authenticator
from notifications.actions import announce
from notifications.models import NoticeKind
from privacy.models import Acceptance
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


def answer_to(*args, **kwargs) -> list:
    """Give all that somebody hears who knocks."""
    heard = []

    async def scenario() -> None:
        heard.extend(await Socket(*args, **kwargs).connect())

    play(scenario)
    return heard


def test_a_member_comes_in(member, client_for):
    assert answer_to(client_for(member)) == ["accept"]


def test_a_visitor_is_told_to_sign_in():
    assert answer_to() == ["accept", SIGNED_OUT]


def test_a_password_alone_is_not_enough(member, half_client_for):
    assert answer_to(half_client_for(member)) == ["accept", SIGNED_OUT]


def test_without_the_protocol_nobody_comes_in(member, client_for):
    Acceptance.objects.all().delete()
    assert answer_to(client_for(member)) == ["accept", SIGNED_OUT]


def test_somebody_elses_device_proves_nothing(member, half_client_for):
    client = half_client_for(member)
    session = client.session
    session["otp_device_id"] = Authenticator.objects.get(user=make_member()).persistent_id
    session.save()
    assert answer_to(client) == ["accept", SIGNED_OUT]


@pytest.mark.parametrize("device", ["", "x", "accounts.authenticator/0", "accounts.authenticator/x"])
def test_a_device_that_is_none_proves_nothing(member, half_client_for, device):
    client = half_client_for(member)
    session = client.session
    session["otp_device_id"] = device
    session.save()
    assert answer_to(client) == ["accept", SIGNED_OUT]
    assert client.get("/berichten/").status_code == 302


def test_an_unconfirmed_device_proves_nothing(member, client_for):
    client = client_for(member)
    Authenticator.objects.update(confirmed=False)
    assert answer_to(client) == ["accept", SIGNED_OUT]


def test_a_blocked_person_stays_out(member, client_for):
    client = client_for(member)
    member.is_active = False
    member.save()
    assert answer_to(client) == ["accept", SIGNED_OUT]


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "",
        "null",
        "https://kwaad.example",
        "https://localhost:8000",
        "http://localhost",
        "http://localhost:8001",
        "http://localhost:8000.kwaad.example",
    ],
)
def test_another_site_or_none_is_refused_whoever_knocks(member, client_for, origin):
    answer = answer_to(client_for(member), origin=origin)
    assert "accept" not in answer
    assert answer


@pytest.mark.parametrize("path", ["/", "/socket", "/socket/x/", "/casussen/abc/", "/socket/\n"])
def test_an_unknown_path_closes_without_a_trace_in_the_log(member, client_for, path, caplog):
    with caplog.at_level(logging.DEBUG):
        assert answer_to(client_for(member), path=path) == ["accept", SIGNED_OUT]
        assert answer_to(path=path) == ["accept", SIGNED_OUT]
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


def test_a_member_hears_of_ones_own_and_not_of_others(member, client_for, tell):
    other = make_member()
    own_client, others_client = client_for(member), client_for(other)

    async def scenario() -> None:
        own, others = Socket(own_client), Socket(others_client)
        assert (await own.connect(), await others.connect()) == (["accept"], ["accept"])
        await tell(member)
        assert await own.answer() == [{"changed": "inbox"}]
        assert await others.heard() == []
        await own.leave()
        await others.leave()

    play(scenario)


def test_all_open_pages_of_one_person_hear_it(member, client_for, tell):
    clients = [client_for(member), client_for(member)]

    async def scenario() -> None:
        sockets = [Socket(client) for client in clients]
        for socket in sockets:
            await socket.connect()
        await tell(member)
        for socket in sockets:
            assert await socket.answer() == [{"changed": "inbox"}]
            await socket.leave()

    play(scenario)


def test_signing_out_closes_the_sockets_of_that_session_alone(member, client_for, tell):
    here, elsewhere = client_for(member), client_for(member)

    async def scenario() -> None:
        first, second = Socket(here), Socket(elsewhere)
        await first.connect()
        await second.connect()
        await sync_to_async(here.post)("/account/uitloggen/")
        assert await first.answer() == [SIGNED_OUT]
        await tell(member)
        assert await first.heard() == []
        assert await second.answer() == [{"changed": "inbox"}]
        await second.leave()

    play(scenario)


def test_when_somebody_else_signs_in_here_the_first_ones_sockets_close(member, client_for):
    client, other = client_for(member), make_member()

    async def scenario() -> None:
        socket = Socket(client)
        await socket.connect()
        answer = {"email": other.email, "password": "vier losse woorden samen"}
        assert (await sync_to_async(client.post)("/account/inloggen/", answer)).status_code == 302
        assert await socket.answer() == [SIGNED_OUT]

    play(scenario)


def test_a_session_that_was_ended_does_not_come_back(member, client_for):
    client = client_for(member)
    stolen = Client()
    stolen.cookies = client.cookies.copy()
    client.post("/account/uitloggen/")
    assert answer_to(stolen) == ["accept", SIGNED_OUT]


@pytest.mark.parametrize("text", ["", "{}", '{"type": "changed", "address": "inbox"}', "geen json", "x" * 60_000])
def test_what_a_browser_says_is_not_heard(member, client_for, tell, text):
    other = make_member()
    own_client, others_client = client_for(member), client_for(other)

    async def scenario() -> None:
        own, others = Socket(own_client), Socket(others_client)
        await own.connect()
        await others.connect()
        await own.say(text)
        assert (await own.heard(), await others.heard()) == ([], [])
        await tell(member)
        assert await own.answer() == [{"changed": "inbox"}]
        await own.leave()
        await others.leave()

    play(scenario)


def test_a_page_that_was_left_hears_nothing_more(member, client_for, tell):
    client = client_for(member)

    async def scenario() -> None:
        socket = Socket(client)
        await socket.connect()
        await socket.leave()
        await tell(member)
        assert await socket.heard() == []

    play(scenario)
