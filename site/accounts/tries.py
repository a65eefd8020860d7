"""Counts wrong passwords and closes what is guessed at: serves the owners of accounts. It keeps no name, no address, no password.

A try is counted before the password is looked at and taken back when it was right; so a hundred tries at the same moment
are a hundred tries. Each counting is a transaction of its own (durable): nothing that goes wrong afterwards undoes it.
"""

import datetime as dt
import ipaddress

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts.models import WrongTries

About = WrongTries.About
CLOSED = dt.timedelta(minutes=15)
MOST = {About.NAME: 10, About.BROWSER: 10, About.ADDRESS: 50}
# Slow guessing adds up over a day; one address is many people, and forgets sooner.
FORGOTTEN = {About.NAME: dt.timedelta(days=1), About.BROWSER: dt.timedelta(days=1), About.ADDRESS: CLOSED}
WORTH_TELLING = 3


def key_of(about: str, value: str) -> str:
    """Give the keyed hash under which a name, a browser or an address is counted."""
    return salted_hmac(f"accounts.tries.{about}", value, algorithm="sha256").hexdigest()


def network_of(address: str) -> str:
    """Give what one person can hold of addresses: for IPv6 the whole /64."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network(f"{parsed}/64", strict=False)) if parsed.version == 6 else str(parsed)


@transaction.atomic(durable=True)
def take(about: str, value: str) -> bool:
    """Count one try and say whether it may be made. What is closed stays closed no longer for trying."""
    now = timezone.now()
    rows = WrongTries.objects.select_for_update()
    row, _made = rows.get_or_create(about=about, key=key_of(about, value), defaults={"first_at": now})
    if row.is_closed:
        return False
    if row.closed_until or row.first_at < now - FORGOTTEN[About(about)]:
        row.count, row.first_at, row.closed_until = 0, now, None
    row.count += 1
    if row.count >= MOST[About(about)]:
        row.closed_until = now + CLOSED
    row.save()
    return True


def give_back(about: str, value: str) -> None:
    """Take one try back: it was right."""
    found = WrongTries.objects.filter(about=about, key=key_of(about, value), count__gt=0)
    found.update(count=F("count") - 1)
    found.filter(count__lt=MOST[About(about)]).update(closed_until=None)


def clear(about: str, value: str) -> int:
    """Forget what was counted, the right try included, and say how many wrong ones there were before it."""
    found = WrongTries.objects.filter(about=about, key=key_of(about, value))
    count = found.values_list("count", flat=True).first() or 0
    found.delete()
    return max(count - 1, 0)


def come_in(name: str) -> int:
    """Say how many wrong passwords strangers gave for a name whose owner came in now.

    What is closed stays closed to strangers; otherwise the count begins anew, so the owner is told once.
    """
    found = WrongTries.objects.filter(about=About.NAME, key=key_of(About.NAME, name))
    row = found.first()
    if row and not row.is_closed:
        found.delete()
    return row.count if row else 0


def forget_old() -> int:
    """Forget counts that close nothing any more, and say how many."""
    now = timezone.now()
    open_now = Q(closed_until__isnull=True) | Q(closed_until__lt=now)
    return WrongTries.objects.filter(open_now, first_at__lt=now - dt.timedelta(days=1)).delete()[0]
