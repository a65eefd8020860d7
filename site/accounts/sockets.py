"""Names the groups that sockets listen in, and sends to them: serves revoking and notifying; sends ids and addresses only."""

import asyncio
import logging
from typing import Any

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer

from accounts.models import User

logger = logging.getLogger(__name__)
# The loop that the sockets live on; the roof sets it when the server starts. The in-memory layer is not thread safe, so
# a message from another thread must be handed to this loop.
main_loop: asyncio.AbstractEventLoop | None = None
HAND_OVER_SECONDS = 5


def person_group(user: User) -> str:
    """Name the group of all sockets of one person."""
    return f"person.{user.public_id}"


def session_group(mark: str) -> str:
    """Name the group of all sockets of one session, by the id of its row: the session's key changes, that id does not."""
    return f"session.{mark}"


def send(group: str, message: dict[str, Any]) -> None:
    """Send `message` to `group`. A push is a hint: when it cannot be sent, pages are still right after a reload."""
    try:
        layer = get_channel_layer()
        if main_loop and main_loop.is_running():
            sending = asyncio.run_coroutine_threadsafe(layer.group_send(group, message), main_loop)
            sending.result(HAND_OVER_SECONDS)
        else:
            async_to_sync(layer.group_send)(group, message)
    except Exception as error:
        logger.warning("A push could not be sent: %s", type(error).__name__)


def close_session(mark: str) -> None:
    """Close every socket of one session at once: it was ended. `mark` is the id of its row (OpenSession.public_id)."""
    send(session_group(mark), {"type": "revoke"})


def close_person(user: User) -> None:
    """Close every socket of one person at once: a right, a password or the account changed."""
    send(person_group(user), {"type": "revoke"})
