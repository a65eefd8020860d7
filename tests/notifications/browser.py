"""A browser's side of a socket, for tests: twenty lines round asgiref, since Channels' own needs a server of its own.

Scenarios run with `play`: then the application's database work happens in the test's own thread and transaction.
"""

import json
from collections.abc import Awaitable, Callable
from typing import Any
from unittest.mock import patch

from asgiref.sync import async_to_sync
from asgiref.testing import ApplicationCommunicator
from django.conf import settings
from django.test import Client

from spil.asgi import application

HERE = "http://localhost:8000"


def play(scenario: Callable[[], Awaitable[None]]) -> None:
    """Run a scenario to its end.

    Channels closes what it takes for old connections, which here is the test's own, in the middle of its transaction;
    Django's test client switches the same off for itself.
    """
    with patch("channels.db.close_old_connections"):
        async_to_sync(scenario)()


class Socket:
    """One open socket."""

    def __init__(self, client: Client | None = None, *, path: str = "/socket/", origin: str | None = HERE) -> None:
        headers = [(b"host", b"localhost:8000")]
        if origin is not None:
            headers.append((b"origin", origin.encode()))
        if client and settings.SESSION_COOKIE_NAME in client.cookies:
            value = client.cookies[settings.SESSION_COOKIE_NAME].value
            headers.append((b"cookie", f"{settings.SESSION_COOKIE_NAME}={value}".encode()))
        scope = {"type": "websocket", "path": path, "headers": headers, "query_string": b"", "subprotocols": []}
        self.wire = ApplicationCommunicator(application, scope)

    async def connect(self) -> list[Any]:
        """Knock, and give what came back until it is quiet: "accept", or a close code."""
        await self.wire.send_input({"type": "websocket.connect"})
        return await self.answer()

    async def answer(self) -> list[Any]:
        """Give what comes in until it is quiet, where something has to come: a busy machine may take its time over it."""
        return [self._words(await self.wire.receive_output(timeout=5)), *await self.heard()]

    async def heard(self) -> list[Any]:
        """Give everything that came in by now: "accept", close codes, and messages as they were sent."""
        found: list[Any] = []
        while not await self.wire.receive_nothing(timeout=0.05):
            found.append(self._words(await self.wire.receive_output()))
        return found

    @staticmethod
    def _words(event: dict[str, Any]) -> Any:
        kind = event["type"].removeprefix("websocket.")
        return json.loads(event["text"]) if kind == "send" else event.get("code", kind)

    async def say(self, text: str) -> None:
        """Send something to the server."""
        await self.wire.send_input({"type": "websocket.receive", "text": text})

    async def leave(self) -> None:
        """Close the page."""
        await self.wire.send_input({"type": "websocket.disconnect", "code": 1001})
        await self.wire.wait()
