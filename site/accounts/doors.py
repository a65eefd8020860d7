"""Doors: every view is closed to all but members unless its URL is marked here; serves every urls.py, decides nothing else.

The marks live on this floor so that all rooms can use them; the middleware that acts on them stands in the roof, for
only the roof knows the privacy protocol. Recipe and reasons: docs/security.md.
"""

import functools
from collections.abc import Callable
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.sessions import verified_recently


class Level(StrEnum):
    """How far in somebody must be."""

    PUBLIC = "public"
    PAGE = "page"  # A Wagtail page says itself who may see it (pages/wagtail_hooks.py).
    PASSWORD = "password"  # noqa: S105  (a level, not a password)
    VERIFIED = "verified"  # Both factors given.
    MEMBER = "member"  # The privacy protocol accepted too: the default.


DEPTH = {Level.PUBLIC: 0, Level.PAGE: 0, Level.PASSWORD: 1, Level.VERIFIED: 2, Level.MEMBER: 3}


def access(level: Level) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Mark a view, at its URL, as open from `level` on. The only way to open one, and easy to search for."""

    def mark(view: Callable[..., Any]) -> Callable[..., Any]:
        # A wrapper of its own: a mark on a function that two URLs share would open both.
        @functools.wraps(view)
        def door(*args: Any, **kwargs: Any) -> Any:
            return view(*args, **kwargs)

        door.spil_access = level  # type: ignore[attr-defined]
        return door

    return mark


def level_needed(view: Callable[..., Any]) -> Level:
    """Give the level at which `view` opens; unmarked means members only."""
    return getattr(view, "spil_access", Level.MEMBER)


def level_reached(request: HttpRequest) -> Level:
    """Give how far in this request is. The roof's middleware puts it there; without it nobody is in."""
    # The middleware's level is worked out when it is asked for; Level() gives the level itself, which `is` can compare.
    return Level(getattr(request, "spil_level", Level.PUBLIC))


def is_open(request: HttpRequest, level: Level) -> bool:
    """Say whether somebody at this request's level may pass a door of `level`."""
    return DEPTH[level_reached(request)] >= DEPTH[level]


def next_step(request: HttpRequest) -> str:
    """Give the address of the step that is missing: signing in, the second factor, or the protocol."""
    reached = level_reached(request)
    if reached is Level.PUBLIC:
        return reverse("accounts:sign_in")
    if reached is Level.PASSWORD:
        return reverse("accounts:code")
    return reverse("privacy:protocol_accept")


def deny(request: HttpRequest, level: Level) -> HttpResponse | None:
    """Give the answer that leads somebody to the missing step, or None when the door is open to them."""
    if is_open(request, level):
        return None
    address = next_step(request)
    query = {"next": request.get_full_path()} if request.method == "GET" else {}
    if getattr(request, "spil_ended", ""):
        query["why"] = request.spil_ended  # type: ignore[attr-defined]  # The roof puts it there (spil/open_sessions.py).
    return _lead(request, f"{address}?{urlencode(query)}" if query else address)


def fresh(view: Callable[..., Any]) -> Callable[..., Any]:
    """Ask for a second factor of the last ten minutes before `view`, and come back to it (ASVS 7.5.1).

    For sensitive acts: factors, e-mail, roles, the log. It stands beside a level, never in its place.
    """

    @functools.wraps(view)
    def door(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return view(request, *args, **kwargs) if verified_recently(request) else _ask_again(request)

    door.spil_fresh = True  # type: ignore[attr-defined]
    return door


def _ask_again(request: HttpRequest) -> HttpResponse:
    """Lead to the page that asks for a second factor. What was posted is not kept: back at the form it is sent anew."""
    back = request.get_full_path()
    if request.method not in {"GET", "HEAD"}:
        back = _on_this_site(request, request.headers.get("Referer", "")) or reverse("accounts:me")
        messages.warning(request, _("What you sent is not stored yet. Send it once more after this."))
    return _lead(request, reverse("accounts:confirm") + "?" + urlencode({"next": back}))


def _lead(request: HttpRequest, address: str) -> HttpResponse:
    """Send a browser to `address`; a script that asked for a fragment sends the whole page there."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def _on_this_site(request: HttpRequest, target: str) -> str:
    """Give `target` when it lies on this site, else nothing."""
    secure = request.is_secure()
    allowed = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}, require_https=secure)
    return target if allowed else ""


def safe_next(request: HttpRequest, default: str = "/") -> str:
    """Give the address in `next` when it lies on this site, else `default`."""
    return _on_this_site(request, request.POST.get("next") or request.GET.get("next") or "") or default


def with_next(request: HttpRequest, to: str) -> str:
    """Give the address of `to` (a URL name or a path) with this request's safe `next` carried along.

    So a link in a mail survives signing in, the second factor and the protocol.
    """
    target = safe_next(request, "")
    address = resolve_url(to)
    return f"{address}?{urlencode({'next': target})}" if target else address


def signed_in(request: HttpRequest) -> User:
    """Give the signed-in person. For views behind a door of Level.PASSWORD or further in; elsewhere it is a mistake."""
    if not isinstance(request.user, User):
        raise TypeError("This view must stand behind a door.")
    return request.user
