"""The door of the sockets: the same rule as for pages, around all of them at once. Serves live.js; refuses everybody else."""

from collections.abc import Awaitable, Callable
from functools import partial
from importlib import import_module
from typing import Any

from channels.db import database_sync_to_async
from channels.routing import URLRouter
from channels.sessions import CookieMiddleware, SessionMiddleware
from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest
from django.urls import path, re_path
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.models import Device

from accounts.models import User
from notifications.consumers import PersonConsumer
from privacy.access import has_accepted

Scope = dict[str, Any]
Send = Callable[[dict[str, Any]], Awaitable[None]]
SIGNED_OUT = 4401  # So that the browser can tell "sign in" from a network that failed.


def member_of(session: Any) -> User | None:
    """Give the member a session belongs to: password, second factor of that same person, and protocol; else None."""
    request = HttpRequest()
    request.session = session
    user = get_user(request)
    if not isinstance(user, User):
        return None
    device = Device.from_persistent_id(session.get(DEVICE_ID_SESSION_KEY) or "")
    if device is None or device.user_id != user.pk or not device.confirmed:
        return None
    return user if has_accepted(user) else None


def still_member(session_key: str) -> bool:
    """Say whether a session, looked at anew, still belongs to a member."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    return member_of(store(session_key)) is not None


async def refuse(scope: Scope, receive: Callable[[], Awaitable[Any]], send: Send) -> None:
    """Accept and close with 4401: a plain refusal would reach the browser as a network failure."""
    await receive()
    await send({"type": "websocket.accept"})
    await send({"type": "websocket.close", "code": SIGNED_OUT})


class RequireOwnPage:
    """Lets through only what a page of this site opened; a browser says so itself, and scripts of other sites cannot lie.

    Compared whole, scheme and port included; an unreadable, missing or second Origin is none of ours (trap 6).
    """

    def __init__(self, inner: Callable[..., Awaitable[None]]) -> None:
        self.inner = inner

    async def __call__(self, scope: Scope, receive: Any, send: Send) -> None:
        origins = [value.decode("latin1") for name, value in scope["headers"] if name == b"origin"]
        if len(origins) == 1 and origins[0] in settings.ORIGINS:
            await self.inner(scope, receive, send)
            return
        await receive()
        await send({"type": "websocket.close"})


class RequireMember:
    """Lets members through to the sockets; stands around the whole router, so that no path can be forgotten."""

    def __init__(self, inner: Callable[..., Awaitable[None]]) -> None:
        self.inner = inner

    async def __call__(self, scope: Scope, receive: Any, send: Send) -> None:
        user = await database_sync_to_async(member_of)(scope["session"])
        if user is None:
            await refuse(scope, receive, send)
            return
        look = partial(database_sync_to_async(still_member), scope["session"].session_key)
        await self.inner({**scope, "user": user, "still_member": look}, receive, send)


router = URLRouter(
    [
        path("socket/", PersonConsumer.as_asgi()),
        # Without a last route an unknown path raises, and fills the log with traces (security.md, trap 3).
        re_path(r"", refuse),  # type: ignore[arg-type]  # A view that answers a socket, which Django knows not.
    ]
)
websocket_application = RequireOwnPage(CookieMiddleware(SessionMiddleware(RequireMember(router))))
