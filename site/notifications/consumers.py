"""One socket a page: passes on that an address changed. It stands behind the roof's door and takes no orders."""

import asyncio
import logging
import random
import secrets
import time
from collections import deque
from typing import Any

from channels.generic.websocket import AsyncJsonWebsocketConsumer

from accounts.sessions import MARK
from accounts.sockets import person_group, session_group

logger = logging.getLogger(__name__)
SIGNED_OUT = 4401
TOO_MANY = 4429
TOO_BIG = 1009
LOOK_SECONDS = 60.0  # How often it is looked whether the session still stands, should the message of its end be lost.
MOST_SOCKETS = 10  # a person (security.md 24)
MOST_MESSAGES, MESSAGES_SECONDS = 100, 10.0
MOST_BYTES = 64 * 1024


class PersonConsumer(AsyncJsonWebsocketConsumer):
    """A member's open page."""

    groups_joined: tuple[str, ...] = ()
    looking: asyncio.Task[None] | None = None

    async def connect(self) -> None:
        """Listen for this person, and for the end of this session: a socket outlives its session otherwise (trap 7)."""
        person = person_group(self.scope["user"])
        self.groups_joined = (person, session_group(self.scope["session"][MARK]))
        # Whose turn it is when there are too many: a moment, and chance for two at the same moment.
        self.order = [time.time_ns(), secrets.token_hex(8)]
        self.younger: set[str] = set()
        self.heard_at: deque[float] = deque(maxlen=MOST_MESSAGES)
        for group in self.groups_joined:
            await self.channel_layer.group_add(group, self.channel_name)
        await self.accept()
        self.looking = asyncio.create_task(self._look())
        await self.channel_layer.group_send(person, {"type": "opened", "order": self.order})

    async def disconnect(self, code: int) -> None:
        """Stop listening."""
        await self._leave()

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None, **kwargs: Any) -> None:
        """Ignore what a browser sends: nothing is asked over the socket, so nothing can be got from it. Too much is the end."""
        if len((text_data or "").encode()) + len(bytes_data or b"") > MOST_BYTES:
            await self._end(TOO_BIG)
            return
        now = time.monotonic()
        if len(self.heard_at) == MOST_MESSAGES and now - self.heard_at[0] < MESSAGES_SECONDS:
            await self._end(TOO_MANY)
            return
        self.heard_at.append(now)

    async def changed(self, event: dict[str, Any]) -> None:
        """Pass on that something at an address changed."""
        await self.send_json({"changed": event["address"]})

    async def revoke(self, event: dict[str, Any]) -> None:
        """Close: the session ended, or a right changed. What comes in until the browser has heard so is not passed on."""
        await self._end(SIGNED_OUT)

    async def opened(self, event: dict[str, Any]) -> None:
        """Count the person's younger sockets, on whatever server they are; with ten of them, the oldest falls silent."""
        if event["order"] <= self.order:
            return
        self.younger.add(event["order"][1])
        if len(self.younger) >= MOST_SOCKETS:
            await self._end(TOO_MANY)

    async def closed(self, event: dict[str, Any]) -> None:
        """Count one less."""
        self.younger.discard(event["order"][1])

    async def _look(self) -> None:
        """See every minute whether the door would still let this session in; quiet but healthy stays."""
        while True:
            # Not all at the same moment, for after a restart everybody came at once.
            await asyncio.sleep(LOOK_SECONDS * random.uniform(0.5, 1))  # noqa: S311  (no secret)
            try:
                inside = await self.scope["still_member"]()
            except Exception as error:
                logger.warning("A socket could not look at its session: %s", type(error).__name__)
                continue
            if not inside:
                await self._end(SIGNED_OUT)
                return

    async def _end(self, code: int) -> None:
        """Close, once: a second reason may be on its way already."""
        if self.groups_joined:
            await self._leave()
            await self.close(code=code)

    async def _leave(self) -> None:
        if self.looking and self.looking is not asyncio.current_task():
            self.looking.cancel()
        joined, self.groups_joined = self.groups_joined, ()
        for group in joined:
            await self.channel_layer.group_discard(group, self.channel_name)
        if joined:
            await self.channel_layer.group_send(joined[0], {"type": "closed", "order": self.order})
