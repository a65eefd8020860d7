"""One socket a person: passes on that an address changed. It stands behind the roof's door and takes no orders."""

import asyncio
import logging
import random
from typing import Any

from channels.generic.websocket import AsyncJsonWebsocketConsumer

from accounts.sockets import person_group, session_group

logger = logging.getLogger(__name__)
SIGNED_OUT = 4401
LOOK_AGAIN = 60  # seconds


class PersonConsumer(AsyncJsonWebsocketConsumer):
    """A member's open page."""

    groups_joined: tuple[str, ...] = ()
    watching: asyncio.Task[None] | None = None

    async def connect(self) -> None:
        """Listen for this person, and for the end of this session: a socket outlives its session otherwise (trap 7)."""
        self.groups_joined = (person_group(self.scope["user"]), session_group(self.scope["session"].session_key))
        for group in self.groups_joined:
            await self.channel_layer.group_add(group, self.channel_name)
        await self.accept()
        self.watching = asyncio.create_task(self._watch())

    async def disconnect(self, code: int) -> None:
        """Stop listening."""
        if self.watching:
            self.watching.cancel()
        await self._leave()

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None, **kwargs: Any) -> None:
        """Ignore what a browser sends: nothing is asked over the socket, so nothing can be got from it."""

    async def changed(self, event: dict[str, Any]) -> None:
        """Pass on that something at an address changed."""
        await self.send_json({"changed": event["address"]})

    async def revoke(self, event: dict[str, Any]) -> None:
        """Close: the session ended, or a right changed. What comes in until the browser has heard so is not passed on."""
        await self._leave()
        await self.close(code=SIGNED_OUT)

    async def _watch(self) -> None:
        """Look from time to time whether this is still a member: the net below `revoke`, for what nobody announced."""
        inside = True
        while inside:
            # Not all at the same moment, for after a restart everybody came at once.
            await asyncio.sleep(LOOK_AGAIN * random.uniform(0.5, 1))  # noqa: S311  (no secret)
            try:
                inside = await self.scope["still_member"]()
            except Exception as error:
                logger.warning("A socket could not look at its session: %s", type(error).__name__)
        await self.revoke({})

    async def _leave(self) -> None:
        for group in self.groups_joined:
            await self.channel_layer.group_discard(group, self.channel_name)
