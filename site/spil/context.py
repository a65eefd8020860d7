"""What every page knows: whether a member is looking, and the network's name. It asks the database for nothing more."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from accounts.sessions import End, seconds_left, until


def network(request: HttpRequest) -> dict[str, Any]:
    """Give the base template its few variables."""
    ended = getattr(request, "spil_ended", "")
    return {
        "network_name": settings.NETWORK_NAME,
        "is_member": getattr(request, "spil_member", False),
        "demo_mode": settings.DEMO_MODE,
        # When this page was made; paper says it (components/printed.html).
        "made_at": timezone.now(),
        # Worked out where a template asks for it only.
        "session_until": lambda: until(request),
        "session_left": lambda: seconds_left(request),
        # A visitor whose cookie is old was perhaps never signed in: that is told at the door only (accounts/doors.py).
        "session_ended": "" if ended is End.ENDED else ended,
    }
