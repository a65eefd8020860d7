"""How often one person may ask for the check without storing, for the forms. It counts in memory, and never sees a text.

Each process of the server counts for itself: this spares the machine, it guards no secret.
"""

from django.core.cache import cache

from accounts.models import User

MOST = 40  # times a minute: more than anybody can read
MINUTE = 60  # seconds


def may_ask(user: User) -> bool:
    """Count that somebody asks for help once more, and tell whether they may."""
    key = f"privacy.help.{user.pk}"
    # Another process, or the end of the minute, may have taken the count away in between.
    if cache.add(key, 1, MINUTE):
        return True
    try:
        return cache.incr(key) <= MOST
    except ValueError:
        return True
