"""The house's front door: says how far in each request is and closes every view that is not marked open for that level."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from accounts.doors import DEPTH, Level, deny, is_open, level_needed
from accounts.models import User
from audit import log
from audit.models import Result
from privacy.access import has_accepted

Handler = Callable[[HttpRequest], HttpResponse]


def origin_middleware(get_response: Handler) -> Handler:
    """Give every log line of this request its network address (the server has set it; no header is believed here)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with log.from_origin(request.META.get("REMOTE_ADDR") or ""):
            return get_response(request)

    return middleware


def language_middleware(get_response: Handler) -> Handler:
    """Speak Dutch unless somebody chose English: by cookie, or with their account. The browser's wish is not asked."""

    def middleware(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if chosen not in dict(settings.LANGUAGES):
            # Looking at the person loads the session; a visitor without one costs nothing.
            has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
            chosen = getattr(request.user, "language", None) if has_session else None
        with translation.override(chosen or settings.LANGUAGE_CODE):
            request.LANGUAGE_CODE = translation.get_language()  # type: ignore[attr-defined]
            response = get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
            return response

    return middleware


def reached(request: HttpRequest) -> Level:
    """Work out how far in a request is, from what its session proves now and not from what it once proved."""
    user = request.user
    if not isinstance(user, User):
        return Level.PUBLIC
    if not user.is_verified():  # type: ignore[attr-defined]  # django-otp's middleware puts it there.
        return Level.PASSWORD
    return Level.MEMBER if has_accepted(user) else Level.VERIFIED


class AccessMiddleware:
    """Closed by default: a view opens for members, unless its URL is marked (accounts/doors.py)."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.spil_level = SimpleLazyObject(lambda: reached(request))  # type: ignore[attr-defined]
        request.spil_member = SimpleLazyObject(lambda: is_open(request, Level.MEMBER))  # type: ignore[attr-defined]
        response = self.get_response(request)
        return self._private(request, response)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_args: Any) -> HttpResponse | None:
        """Let the request pass, or answer with the step that is missing."""
        level = level_needed(view)
        if DEPTH[level] == 0:
            return None
        answer = deny(request, level)
        if answer is not None:
            who = request.user if isinstance(request.user, User) else None
            log.record(action="door.refused", actor=who, object_type=level.value, result=Result.REFUSED)
        return answer

    def _private(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Keep what a signed-in person sees out of every cache and index; give Wagtail's admin its one exception."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES or request.path.startswith("/account/"):
            response.headers["Cache-Control"] = "no-store, private"
            response.headers["X-Robots-Tag"] = "noindex"
        if request.path.startswith("/cms/"):
            # The admin's previews and checks inject <style> elements (docs/security.md).
            response._csp_update = {"style-src": "'unsafe-inline'", "frame-ancestors": "'self'"}  # type: ignore[attr-defined]
        return response
