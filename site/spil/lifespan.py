"""What lives as long as the server: the sockets' loop made known, and the clock that runs due jobs."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from channels.db import database_sync_to_async

from accounts import sockets
from spil.jobs import run_due

logger = logging.getLogger(__name__)
CLOCK_SECONDS = 60


async def clock() -> None:
    """Run what is due, once a minute, for as long as the server stands."""
    while True:
        try:
            await database_sync_to_async(run_due)()
        except Exception as error:
            logger.error("The clock's jobs failed: %s", type(error).__name__)
        await asyncio.sleep(CLOCK_SECONDS)


async def lifespan(scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Callable[..., Any]) -> None:
    """Answer the server's start and stop (ASGI lifespan)."""
    ticking: asyncio.Task[None] | None = None
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            sockets.main_loop = asyncio.get_running_loop()
            ticking = asyncio.create_task(clock())
            await send({"type": "lifespan.startup.complete"})
        else:
            if ticking:
                ticking.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await ticking
            sockets.main_loop = None
            await send({"type": "lifespan.shutdown.complete"})
            return
