"""Watches every request's session: ends what is over, notes what a person does. Serves whoever walked away from a screen.

It stands before every view, Wagtail's included. What a page fetches by itself keeps no session alive.
"""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from accounts import browsers, sessions
from accounts.models import OpenSession, User
from accounts.sockets import close_session
from audit import log

Handler = Callable[[HttpRequest], HttpResponse]
# Said by our own scripts. Who says it falsely ends their own session sooner, and nobody else's.
BACKGROUND = "X-Spil-Background"
# Wagtail's editor says every few seconds that its page is open; it cannot be taught to say so in a header.
FETCHED_BY_ITSELF = ("/cms/editing-sessions/",)


def open_sessions_middleware(get_response: Handler) -> Handler:
    """End a session that is over before anything is shown, and keep the row of one that goes on."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            _watch(request)
        response = get_response(request)
        if request.session.modified:
            sessions.follow(request)
        browsers.give_cookie(request, response)
        return response

    return middleware


def _watch(request: HttpRequest) -> None:
    """Look at the session a browser came with. `spil_ended` says afterwards why somebody is not signed in any more."""
    user = request.user
    if not isinstance(user, User):
        if request.session.is_empty():
            request.spil_ended = sessions.End.ENDED  # type: ignore[attr-defined]
        return
    row = sessions.row_of(request.session, user)
    why = sessions.why_over(row, user)
    if why or row is None:
        _end(request, user, row, why or sessions.End.ENDED)
        return
    if not _by_itself(request):
        sessions.seen(row)
    request.spil_session = row  # type: ignore[attr-defined]


def _end(request: HttpRequest, user: User, row: OpenSession | None, why: sessions.End) -> None:
    """End it on the server, with a line in the log; from here on this is a visitor."""
    log.record(action=f"session.{why}", actor=user, object_type="session", object_id=row.public_id if row else "")
    if row:
        row.delete()
        close_session(row.public_id)
    logout(request)
    request.spil_ended = why  # type: ignore[attr-defined]


def _by_itself(request: HttpRequest) -> bool:
    """Say whether the page asked this without anybody doing something."""
    return BACKGROUND in request.headers or request.path.startswith(FETCHED_BY_ITSELF)
