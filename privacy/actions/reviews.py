"""What happens to a text that is looked over: it is reported, read by the core team, released, or written anew.

Whatever is said about a text is said without it: notices and log lines hold a kind, an id and a count.
"""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.errors import NotAllowed, NotPossible
from accounts.models import User
from audit.log import record
from notifications.actions import read_at_address
from notifications.models import NoticeKind
from privacy import rooms
from privacy.access import may_look_over
from privacy.actions.hiding import begun, hide, open_review_of, show, tell_core_team, tell_readers, tell_writer
from privacy.actions.names import propose_names
from privacy.actions.recheck import has_hard_finding
from privacy.actions.stored import keep_words, texts_stored
from privacy.allowed import allowed_names
from privacy.models import Decision, Reason, Review, ReviewLook, VeiledText
from privacy.models.veiled import rules_version
from privacy.proposals import Proposal
from privacy.text import CheckedText

# More than this is no reader who stumbled over a text, but somebody who hides the network's work.
MOST_REPORTS, REPORTS_WITHIN = 20, dt.timedelta(hours=1)


@transaction.atomic
def report_text(*, by: User, row: VeiledText) -> bool:
    """Hide a text because `by`, who may see it, can tell who it is about; say whether that was news.

    The writer and the core team are told. Doing it twice, or to a text that is hidden already, changes nothing.
    Raises NotPossible for somebody who reported twenty texts within the hour.
    """
    held = _held(row)
    review = open_review_of(held)
    if held.hidden_since is not None:
        return False
    _require_calm(by)

    review = review or begun(held, Reason.REPORTED)
    review.reason, review.decision, review.decided_by, review.decided_at = Reason.REPORTED, "", None, None
    review.reported_by, review.opened_at = by, timezone.now()
    review.save()
    hide(held)
    record(action="text.report", actor=by, object_type=review.about, object_id=review.object_id)

    tell_core_team(review, but=by)
    tell_writer(review, NoticeKind.TEXT_REPORTED, by=by)
    return True


@transaction.atomic
def look_over(*, by: User, review: Review) -> None:
    """Write down that `by` of the core team reads the text of a review; whoever may see the text sees so.

    Raises NotAllowed for its writer and for who is not of the core team.
    """
    _require_another(by, review)
    ReviewLook.objects.update_or_create(review=review, by=by, defaults={"at": timezone.now()})
    record(action="text.look_over", actor=by, object_type=review.about, object_id=review.object_id)


@transaction.atomic
def decide(*, by: User, review: Review, stays: bool) -> None:
    """Let a text stay, so that everybody who may see it reads it again, or have its writer write it anew.

    The writer is told, and when it stays whoever waited. Raises NotAllowed as look_over does, NotPossible when somebody
    else decided before, when `by` did not read the text, when it is gone, or when it may stay but the check refuses it.
    """
    _require_another(by, review)
    review = Review.objects.select_for_update(of=("self",)).select_related("writer", "partner").get(pk=review.pk)
    row = rooms.row_of(review.about, review.object_id)
    if not review.waits or row is None:
        raise NotPossible(_("Meanwhile something else happened to this text. Nothing was decided."))
    # Of a text that was written anew meanwhile, the new one.
    if not review.looks.filter(by=by, at__gte=review.mended_at or review.opened_at).exists():
        raise NotPossible(_("Read the text first."))
    # What the check refuses, nobody lets through: not its writer, and not the core team.
    if stays and has_hard_finding(row, allowed_names()):
        raise NotPossible(_("The check refuses this text, so it cannot stay. Have its writer write it anew."))

    was_hidden, now = review.hides, timezone.now()
    review.decision, review.decided_by, review.decided_at = (Decision.STAYS if stays else Decision.GOES), by, now
    review.closed_at = now if stays else None
    if not stays and not was_hidden:
        review.reason, review.reported_by = Reason.REPORTED, by
    review.save()
    (show if stays else hide)(row)
    record(action=f"text.{review.decision}", actor=by, object_type=review.about, object_id=review.object_id)

    if not stays:
        tell_writer(review, NoticeKind.TEXT_TO_WRITE_ANEW)
    elif was_hidden:
        tell_writer(review, NoticeKind.TEXT_STAYS)
        tell_readers(review, row)


@transaction.atomic
def mend_texts(
    *, by: User, row: VeiledText, texts: Mapping[str, CheckedText], proposals: Iterable[Proposal] = ()
) -> bool:
    """Put new texts in place of the hidden ones of a row, and say whether everybody can read them at once.

    What only the check found, the check releases. What a person found, the core team looks at again first, for it may
    be something the check cannot see. Raises NotAllowed unless `by` wrote it, NotPossible when it is not hidden.
    """
    if row.writer_id != by.pk:
        raise NotAllowed(_("Only who wrote a text can write it anew."))
    row = _held(row)
    review = open_review_of(row)
    if row.hidden_since is None or review is None:
        raise NotPossible(_("Meanwhile this text can be read again as it was. Nothing was changed."))

    _replace(row, texts)
    propose_names(by=by, proposals=proposals)
    review.words.all().delete()
    record(action="text.mend", actor=by, object_type=review.about, object_id=review.object_id)
    review.mended_at = timezone.now()
    if review.needs_a_person:
        review.decision, review.decided_by, review.decided_at = "", None, None
        review.save()
        keep_words(by=by, review=review, texts=texts)
        tell_core_team(review)
        return False
    review.closed_at = review.mended_at
    review.save()
    show(row)
    texts_stored(by=by, row=row, texts=texts)
    if row.hidden_since is None:
        tell_readers(review, row)
    return row.hidden_since is None


def seen(*, by: User, url: str) -> None:
    """Mark the notices about a page of this room as read: their reader opened it."""
    read_at_address(by=by, url=url)


def _held(row: VeiledText) -> VeiledText:
    """Give the row as it is now; it and those with the same text are kept from change by others until the transaction ends.

    In one order, whichever of them somebody holds: two people who report a promise and its outcome at once wait for each
    other, and one review begins.
    """
    rows = sorted(rooms.rows_with(row), key=lambda each: (each._meta.label, each.pk))
    held = [type(each)._base_manager.select_for_update().get(pk=each.pk) for each in rows]
    return next(each for each in held if type(each) is type(row) and each.pk == row.pk)


def _replace(row: VeiledText, texts: Mapping[str, CheckedText]) -> None:
    """Store new texts in a row, and in the rows that hold the same."""
    changes = [(row, dict(texts))]
    changes += [(same.row, {same.field: text}) for same in rooms.same_texts(row) for text in texts.values()]
    for each, values in changes:
        for field, text in values.items():
            setattr(each, field, text)
        each.checked_under = rules_version()
        each.save(update_fields=[*values, "checked_under"])


def _require_another(by: User, review: Review) -> None:
    """Raise NotAllowed unless `by` is of the core team, and another than the writer."""
    if not may_look_over(by, review):
        raise NotAllowed(_("Somebody else of the core team looks over this text."))


def _require_calm(by: User) -> None:
    """Raise NotPossible when somebody reports one text after the other."""
    since = timezone.now() - REPORTS_WITHIN
    if Review.objects.filter(reported_by=by, opened_at__gt=since).count() >= MOST_REPORTS:
        raise NotPossible(
            _("You reported many texts in a short time. Call the coordinator, so that you look together.")
        )
