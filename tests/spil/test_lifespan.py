"""The server's start and stop: the clock runs, and messages from other threads reach the sockets' own loop."""

import asyncio
import time

import pytest

from accounts import sockets
from accounts.sockets import person_group
from spil.asgi import application
from spil.models import Schedule
from tests.factories import make_member
from tests.notifications.browser import Socket, play

pytestmark = pytest.mark.django_db


class Server:
    """A server that has just started."""

    async def __aenter__(self) -> "Server":
        self.told: asyncio.Queue = asyncio.Queue()
        self.heard: asyncio.Queue = asyncio.Queue()
        self.running = asyncio.create_task(application({"type": "lifespan"}, self.told.get, self.heard.put))
        await self.told.put({"type": "lifespan.startup"})
        assert (await self.heard.get())["type"] == "lifespan.startup.complete"
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.told.put({"type": "lifespan.shutdown"})
        assert (await self.heard.get())["type"] == "lifespan.shutdown.complete"
        await self.running


def test_the_clock_starts_with_the_server_and_stops_with_it():
    async def scenario() -> None:
        async with Server():
            assert sockets.main_loop is asyncio.get_running_loop()
            await asyncio.sleep(0.3)
        assert sockets.main_loop is None
        assert not [task for task in asyncio.all_tasks() if "clock" in repr(task.get_coro())]

    play(scenario)
    assert Schedule.objects.exists()


def test_a_clock_that_fails_goes_on(monkeypatch, caplog):
    asked = []

    def fails() -> None:
        asked.append(1)
        raise OSError("with words that do not belong in a log")

    monkeypatch.setattr("spil.lifespan.run_due", fails)
    monkeypatch.setattr("spil.lifespan.CLOCK_SECONDS", 0.02)

    async def scenario() -> None:
        async with Server():
            await asyncio.sleep(0.2)

    play(scenario)
    assert len(asked) > 1
    assert "OSError" in caplog.text
    assert "words" not in caplog.text


def test_a_message_from_another_thread_arrives_at_once(client_for):
    member = make_member()
    client = client_for(member)

    async def scenario() -> None:
        async with Server():
            socket = Socket(client)
            await socket.connect()
            before = time.monotonic()
            message = {"type": "changed", "address": "inbox"}
            await asyncio.to_thread(sockets.send, person_group(member), message)
            assert await socket.wire.receive_output(timeout=1)
            assert time.monotonic() - before < 0.5
            await socket.leave()

    play(scenario)
