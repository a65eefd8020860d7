"""What the door remembers of each open session, and when it ends: serves sign-in, every page, and every sensitive act.

Each session that the door opens has a row (OpenSession) and holds the row's id. A session without its row is over: so
ending one is removing the row, whatever became of the cookie and however often the session's key changed.
"""

import datetime as dt
import re
from enum import StrEnum

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

from accounts import browsers, tries
from accounts.mails import tell
from accounts.models import OpenSession, Role, User

MARK = "open_session"  # In the session: the id of its row.
WRONG_BEFORE = "wrong_tries"  # In the session: how many wrong passwords came before the right one.
FRESH = dt.timedelta(minutes=10)  # security.md 13
IDLE = dt.timedelta(minutes=settings.IDLE_MINUTES)
IDLE_OF_POWER = min(IDLE, dt.timedelta(minutes=15))  # For who can do most: coordinator and privacy officer.
WHOLE = dt.timedelta(hours=12)
SEEN_EVERY = dt.timedelta(minutes=1)

# First match wins: most browsers also claim to be those further down.
BROWSERS = (
    ("Edge", r"Edg(e|A|iOS)?/"),
    ("Opera", r"OPR/"),
    ("Samsung Internet", r"SamsungBrowser/"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/|Chromium/"),
    ("Safari", r"Safari/"),
)
SYSTEMS = (
    ("iPhone", r"iPhone"),
    ("iPad", r"iPad"),
    ("Android", r"Android"),
    ("Windows", r"Windows"),
    ("macOS", r"Macintosh"),
    ("ChromeOS", r"CrOS"),
    ("Linux", r"Linux|X11"),
)


class End(StrEnum):
    """Why a session is over."""

    IDLE = "idle"
    OVER = "over"
    ENDED = "ended"


def device_name(user_agent: str) -> str:
    """Say coarsely what somebody signs in with, such as "Firefox, Windows"; "" when that cannot be told."""
    found = [
        next((name for name, sign in kinds if re.search(sign, user_agent[:500])), "") for kinds in (BROWSERS, SYSTEMS)
    ]
    return ", ".join(name for name in found if name)


def start(request: HttpRequest, user: User) -> OpenSession:
    """Note that a session of this person begins here. Call it after Django's login()."""
    if not request.session.session_key:
        request.session.create()
    now = timezone.now()
    row = OpenSession.objects.create(
        user=user,
        session_key=str(request.session.session_key),
        device=device_name(request.headers.get("User-Agent", "")),
        started_at=now,
        seen_at=now,
    )
    request.session[MARK] = row.public_id
    return row


def row_of(session: SessionBase, user: User) -> OpenSession | None:
    """Give the row of a session of this person, or None when it was ended."""
    mark = session.get(MARK)
    return OpenSession.objects.filter(public_id=mark, user=user).first() if mark else None


def follow(request: HttpRequest) -> None:
    """Let the row know the session's key after a change of it (a new key comes with every step further in)."""
    key, mark = request.session.session_key, request.session.get(MARK)
    if key and mark:
        OpenSession.objects.filter(public_id=mark).exclude(session_key=key).update(session_key=key)


def mark_verified(request: HttpRequest) -> None:
    """Note that a second factor was given in this session just now, which also makes this a known browser."""
    user = request.user
    if not isinstance(user, User):
        raise TypeError("Nobody gave a second factor here.")
    row = row_of(request.session, user) or start(request, user)
    first = row.verified_at is None
    row.verified_at = row.seen_at = timezone.now()
    row.save(update_fields=["verified_at", "seen_at"])
    follow(request)
    if first:
        _came_in(request, user)


def _came_in(request: HttpRequest, user: User) -> None:
    """Do what belongs to a whole sign-in: remember the browser, and tell the owner of wrong tries that came before."""
    browsers.remember(request, user)
    wrong = max(request.session.pop(WRONG_BEFORE, 0), tries.come_in(user.email))
    if wrong >= tries.WORTH_TELLING:
        tell(user=user, kind="signed_in_after_failures")


def verified_recently(request: HttpRequest) -> bool:
    """Say whether a second factor was given in this session within the last ten minutes."""
    row = row_of(request.session, request.user) if isinstance(request.user, User) else None
    return bool(row and row.verified_at and row.verified_at > timezone.now() - FRESH)


def idle_limit(user: User) -> dt.timedelta:
    """Give how long this person's session lives without anything being done in it."""
    powerful = user.has_role(Role.COORDINATOR) or user.has_role(Role.PRIVACY_OFFICER)
    return IDLE_OF_POWER if powerful else IDLE


def ends_at(row: OpenSession, user: User) -> dt.datetime:
    """Give the moment at which a session ends when nothing more is done in it."""
    return min(row.seen_at + idle_limit(user), row.started_at + WHOLE)


def until(request: HttpRequest) -> dt.datetime | None:
    """Give the moment at which this request's session ends when nothing more is done in it; None for a visitor."""
    row, user = getattr(request, "spil_session", None), request.user
    return ends_at(row, user) if row and isinstance(user, User) else None


def seconds_left(request: HttpRequest) -> int:
    """Give how many seconds that is from now; 0 for a visitor."""
    end = until(request)
    return max(0, int((end - timezone.now()).total_seconds())) if end else 0


def why_over(row: OpenSession | None, user: User) -> End | None:
    """Say why a session is over, or None while it goes on."""
    now = timezone.now()
    if row is None:
        return End.ENDED
    if now >= row.started_at + WHOLE:
        return End.OVER
    # The roles are asked for only where they can matter: this runs at every request.
    idle = now - row.seen_at
    return End.IDLE if idle >= IDLE_OF_POWER and idle >= idle_limit(user) else None


def seen(row: OpenSession) -> None:
    """Note that the person did something; written at most once a minute."""
    now = timezone.now()
    if now - row.seen_at >= SEEN_EVERY:
        row.seen_at = now
        row.save(update_fields=["seen_at"])


def remove(row: OpenSession) -> None:
    """End one session on the server; its sockets are closed by the verb that asked for it."""
    Session.objects.filter(session_key=row.session_key).delete()
    row.delete()
