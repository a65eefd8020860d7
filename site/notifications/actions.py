"""Tells people that something asks for them: the row is the truth, the push a hint that something changed."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts.models import Absence, User
from notifications.models import Notice, NoticeKind
from notifications.push import changed

INBOX = "inbox"
KEPT = dt.timedelta(days=30)  # design.md 2: notices 30 days.


@transaction.atomic
def announce(*, recipients: Iterable[User], kind: NoticeKind, url: str, label: str = "") -> None:
    """Put one unread notice in each recipient's inbox, or raise the count of the one that lies there, and push.

    Who is away today has a deputy, who is told the same. `url` and `label` must hold no more than a random id, a date or
    a partner's name (security.md 25).
    """
    people = {person.pk: person for person in recipients if person.is_active}
    absences = [absence for absence in _absences(people.values()) if absence.deputy_id not in people]
    for person in people.values():
        _put(person, None, kind, url, label)
    for absence in absences:
        _put(absence.deputy, absence.user, kind, url, label)
    changed(users={**people, **{absence.deputy_id: absence.deputy for absence in absences}}.values(), address=INBOX)


def _absences(people: Iterable[User]) -> Iterable[Absence]:
    """Give the absences of today among these people whose deputy still works for the same partner.

    What a deputy learns so: that something of this kind asks for their colleague, and its label. Of a case that is its
    random number, with which they can ask to be let in; text, question and circle stay behind the same 404 as before,
    and the notice leads nowhere (Notice.link).
    """
    absences = Absence.objects.now().filter(user__in=people, deputy__is_active=True)
    return absences.filter(deputy__partner=F("user__partner")).select_related("user", "deputy")


def _put(reader: User, absent: User | None, kind: NoticeKind, url: str, label: str) -> None:
    """Lay one notice in an inbox, or raise the count of the one that lies there."""
    now = timezone.now()
    notice, made = Notice.objects.get_or_create(
        recipient=reader,
        kind=kind,
        url=url,
        absent=absent,
        read_at=None,
        defaults={"label": label, "changed_at": now},
    )
    if not made:
        Notice.objects.filter(pk=notice.pk).update(count=F("count") + 1, changed_at=now)


def read_at_address(*, by: User, url: str) -> int:
    """Mark what the reader's inbox holds about the page they opened as read, and say how many that were."""
    count = Notice.objects.filter(recipient=by, url=url, absent=None).unread().update(read_at=timezone.now())
    if count:
        changed(users=[by], address=INBOX)
    return count


def read_all(*, by: User) -> int:
    """Mark everything in the reader's inbox as read."""
    count = Notice.objects.filter(recipient=by).unread().update(read_at=timezone.now())
    if count:
        changed(users=[by], address=INBOX)
    return count


def forget_old() -> int:
    """Remove notices older than 30 days, read or not; the things they were about stay where they are."""
    return Notice.objects.filter(changed_at__lt=timezone.now() - KEPT).delete()[0]
