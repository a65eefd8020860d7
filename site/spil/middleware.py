"""The house's front door: says how far in each request is and closes every view that is not marked open for that level."""

import codecs
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from accounts.doors import DEPTH, Level, deny, is_open, level_needed
from accounts.models import User
from audit import log
from audit.models import Result
from privacy.access import has_accepted

Handler = Callable[[HttpRequest], HttpResponse]
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
ADMIN = "/cms/"


def origin_middleware(get_response: Handler) -> Handler:
    """Give every log line of this request its network address (the server has set it; no header is believed here)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with log.from_origin(request.META.get("REMOTE_ADDR") or ""):
            return get_response(request)

    return middleware


def shape_middleware(get_response: Handler) -> Handler:
    """Refuse what no page of ours is asked with: other methods, and bodies that are not UTF-8 (security.md, traps 2 and 8)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if codecs.lookup(request.encoding or "utf-8").name != "utf-8":
            raise BadRequest("Not UTF-8.")
        response = get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

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
            request.LANGUAGE_CODE = translation.get_language()
            response = get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
            return response

    return middleware


def reached(request: HttpRequest) -> Level:
    """Work out how far in a request is, from what its session proves now and not from what it once proved."""
    user = request.user
    if not isinstance(user, User):
        return Level.PUBLIC
    device = user.otp_device  # type: ignore[attr-defined]  # django-otp's middleware puts it there, and bound it to the person.
    if device is None or not device.confirmed:
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
            self._note_refusal(request, level.value)
        elif request.path.startswith(ADMIN) and not request.user.has_perm("wagtailadmin.access_admin"):
            # Wagtail would send a member without the right to the sign-in page, which sends members back: for ever.
            self._note_refusal(request, "cms")
            raise Http404
        return answer

    @staticmethod
    def _note_refusal(request: HttpRequest, door: str) -> None:
        """Write a refused person down. Visitors are not: anybody could fill the log by asking."""
        if isinstance(request.user, User):
            log.record(action="door.refused", actor=request.user, object_type=door, result=Result.REFUSED)

    @staticmethod
    def _private(request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Keep what a signed-in person sees out of every cache and index; give Wagtail's admin its one exception."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES or request.path.startswith("/account/"):
            response.headers["Cache-Control"] = "no-store, private"
            response.headers["X-Robots-Tag"] = "noindex"
        if request.path.startswith(ADMIN):
            # The admin's previews and checks inject <style> elements (docs/security.md).
            response._csp_update = {"style-src": "'unsafe-inline'"}  # type: ignore[attr-defined]
            if response.headers.get("X-Frame-Options") == "SAMEORIGIN":
                # A preview, which Wagtail shows in a frame beside the editor. It went through all of this once before, as the
                # page that it is a preview of.
                response.headers.pop("Content-Security-Policy", None)
                response._csp_replace = {"frame-ancestors": ["'self'"]}  # type: ignore[attr-defined]
        return response
