"""Draws the veil over a text and lifts it, for the verbs beside it. Whoever holds the same text goes along."""

import datetime as dt

from django.utils import timezone

from accounts.access import core_team
from accounts.models import User
from notifications.actions import announce
from notifications.models import NoticeKind
from notifications.push import changed
from privacy import rooms
from privacy.access import open_reviews
from privacy.models import Reason, Review, VeiledText


def hide(row: VeiledText) -> None:
    """Hide the texts of a row from all but its writer and the core team, at once, also on pages that stand open."""
    _set(row, timezone.now())


def show(row: VeiledText) -> None:
    """Let everybody who may see a row read its texts again."""
    _set(row, None)


def open_review_of(row: VeiledText) -> Review | None:
    """Give the review of a text that is not over, kept from change by others until the transaction ends."""
    return open_reviews(row).select_for_update().first()


def begun(row: VeiledText, reason: Reason) -> Review:
    """Let the review of a text begin. The caller saves it."""
    about, object_id = rooms.key_of(row)
    return Review(about=about, object_id=object_id, reason=reason, writer=row.writer, partner=row.writer.partner)


def tell_core_team(review: Review, *, but: User | None = None) -> None:
    """Tell the core team that a text waits, in one notice with a count; not who wrote it, nor `but`."""
    people = core_team().exclude(pk__in=[review.writer_id, but.pk if but else 0])
    announce(recipients=people, kind=NoticeKind.TEXT_TO_LOOK_OVER, url=review.list_url)


def tell_writer(review: Review, kind: NoticeKind, *, by: User | None = None) -> None:
    """Tell who wrote a text what happens to it, with the way to where they mend it; not when they did it themselves."""
    if by is None or by.pk != review.writer_id:
        announce(recipients=[review.writer], kind=kind, url=review.writer_url)


def tell_readers(review: Review, row: VeiledText) -> None:
    """Tell whoever saw the veil that the text can be read again."""
    kind = rooms.kind_of(row)
    knew = {review.writer_id, *core_team().values_list("pk", flat=True)}
    waiting = [person for person in kind.readers(row) if person.pk not in knew]
    announce(recipients=waiting, kind=NoticeKind.TEXT_SHOWN, url=kind.url(row), label=kind.place(row))


def _set(row: VeiledText, moment: dt.datetime | None) -> None:
    for each in rooms.rows_with(row):
        type(each)._base_manager.filter(pk=each.pk).update(hidden_since=moment)
        each.hidden_since = moment
        kind = rooms.kind_of(each)
        if kind.live:
            changed(users=kind.readers(each), address=kind.live(each))
