"""Looks at stored texts again when the rules became stricter. Nobody reads them here, and the log gets numbers only."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from audit.log import record
from notifications.models import NoticeKind
from privacy import rooms
from privacy.actions.hiding import begun, hide, open_review_of, tell_core_team, tell_writer
from privacy.allowed import allowed_names
from privacy.checks import find
from privacy.models import Reason, VeiledText
from privacy.models.veiled import rules_version
from privacy.rooms import TextKind

BATCH = 100  # Rows in one transaction.
MOST = 2000  # Rows of one kind in one turn of the clock; the next turn goes on where this one stopped.


@dataclass(slots=True)
class Counts:
    """How many rows were looked at, and how many of them were hidden."""

    looked: int = 0
    hidden: int = 0


def recheck_texts() -> dict[str, Counts]:
    """Check every text that was last checked under older rules, hide those with a hard finding, and count by kind.

    Each row carries the version it was checked under, so stopping half-way loses nothing and a second run finds nothing
    left. The writer and the core team are told. Soft findings change nothing: nobody is asked about a text of last year.
    """
    allowed = allowed_names()
    counts = {kind.word: _recheck_kind(kind, allowed) for kind in rooms.kinds()}
    for word, count in counts.items():
        if count.looked:
            record(
                action="text.recheck", object_type=word, object_id=f"{count.looked} looked at, {count.hidden} hidden"
            )
    return counts


def _recheck_kind(kind: TextKind, allowed: Collection[str]) -> Counts:
    """Check the rows of one kind, batch after batch, the oldest first."""
    counts, last = Counts(), 0
    while counts.looked < MOST:
        last = _batch(kind, last, counts, allowed)
        if not last:
            break
    return counts


@transaction.atomic
def _batch(kind: TextKind, last: int, counts: Counts, allowed: Collection[str]) -> int:
    """Check the next rows behind key `last`, and give the key of the last one; 0 when there are none."""
    # What is hidden is looked at by the core team, or checked when its writer writes it anew.
    readable = rooms.every(kind).filter(hidden_since__isnull=True).select_for_update()
    older = readable.filter(checked_under__lt=rules_version(), pk__gt=last)
    rows = list(older.order_by("pk")[:BATCH])
    for row in rows:
        counts.looked += 1
        counts.hidden += _recheck(row, allowed)
    keys = [row.pk for row in rows]
    kind.model._base_manager.filter(pk__in=keys).update(checked_under=rules_version())
    return keys[-1] if keys else 0


def _recheck(row: VeiledText, allowed: Collection[str]) -> bool:
    """Hide one row when its texts hold a hard finding, and say whether that was news."""
    if not has_hard_finding(row, allowed):
        return False
    review = open_review_of(row) or begun(row, Reason.RULES)
    review.reason = Reason.RULES
    review.save()
    hide(row)
    tell_core_team(review)
    tell_writer(review, NoticeKind.TEXT_HELD_BY_RULES)
    return True


def has_hard_finding(row: VeiledText, allowed: Collection[str]) -> bool:
    """Say whether the check would refuse a text of this row today, with these names of organisations that may stand."""
    fields = row.text_fields()
    return any(each.hard for field in fields for each in find(getattr(row, field.attname), field.profile, allowed))
