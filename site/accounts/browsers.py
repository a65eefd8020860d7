"""Known browsers: serve people whose name is closed to strangers by guessing. A known browser opens nothing by itself."""

import datetime as dt
import re
import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from accounts.crypto import digest
from accounts.models import KnownBrowser, User

COOKIE = f"{settings.COOKIE_PREFIX}browser"
KEPT = dt.timedelta(days=180)
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def _token(request: HttpRequest) -> str:
    given = request.COOKIES.get(COOKIE, "")
    return given if TOKEN.fullmatch(given) else ""


def _digest(token: str, user: User) -> str:
    """Hash the token together with the person: colleagues who share a computer share the cookie, not its meaning."""
    return digest(f"{token}.{user.public_id}")


def known(request: HttpRequest, user: User) -> KnownBrowser | None:
    """Give this browser when the person signed in with it before."""
    token = _token(request)
    if not token:
        return None
    since = timezone.now() - KEPT
    return KnownBrowser.objects.filter(digest=_digest(token, user), user=user, used_at__gt=since).first()


def remember(request: HttpRequest, user: User) -> None:
    """Remember that the person signed in with this browser; the roof's middleware gives it the cookie."""
    token = _token(request) or secrets.token_urlsafe(32)
    KnownBrowser.objects.update_or_create(
        digest=_digest(token, user), defaults={"user": user, "used_at": timezone.now()}
    )
    request.spil_browser = token  # type: ignore[attr-defined]


def give_cookie(request: HttpRequest, response: HttpResponse) -> None:
    """Put the cookie on the answer, when somebody signed in."""
    token = getattr(request, "spil_browser", "")
    if token:
        response.set_cookie(
            COOKIE, token, max_age=KEPT, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
        )


def forget_old() -> int:
    """Forget browsers that nobody signed in with for half a year, and say how many."""
    return KnownBrowser.objects.filter(used_at__lt=timezone.now() - KEPT).delete()[0]
