"""Keeps what people send in memory: a body over the limit is never read, for it would be written to the disk (trap 14).

Django answers such a request by its length alone, with a page that says so.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]


def body_limit(application: Any, most: int) -> Callable[[Any, Receive, Any], Awaitable[None]]:
    """Give the application, which gets to read at most `most` bytes of a body."""

    async def limited(scope: MutableMapping[str, Any], receive: Receive, send: Any) -> None:
        declared = dict(scope.get("headers", ())).get(b"content-length", b"0")
        length = int(declared) if declared.isdigit() else 0
        reading = _unread(receive) if length > most else _counted(receive, most)
        await application(scope, reading, send)

    return limited


def _unread(receive: Receive) -> Receive:
    """Give an empty body at once, and afterwards no more than that the browser left."""
    is_first = True

    async def receive_nothing() -> Message:
        nonlocal is_first
        if is_first:
            is_first = False
            return {"type": "http.request", "body": b"", "more_body": False}
        while (message := await receive())["type"] != "http.disconnect":
            pass
        return message

    return receive_nothing


def _counted(receive: Receive, most: int) -> Receive:
    """Give the body as it comes; one of no declared length that grows too long ends as if the browser had left."""
    count = 0

    async def receive_some() -> Message:
        nonlocal count
        message = await receive()
        count += len(message.get("body", b""))
        return {"type": "http.disconnect"} if count > most else message

    return receive_some
