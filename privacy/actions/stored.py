"""What is written down of a text that was stored: which words its writer kept, and why. Never the text, nor the words."""

from collections import Counter
from collections.abc import Mapping

from django.db import transaction

from accounts.models import User
from audit.log import record
from notifications.models import NoticeKind
from privacy.actions.hiding import begun, hide, open_review_of, tell_core_team, tell_writer
from privacy.detectors.kinds import Kind
from privacy.models import KeptWord, Reason, Review, VeiledText
from privacy.text import CheckedText


@transaction.atomic
def texts_stored(*, by: User, row: VeiledText, texts: Mapping[str, CheckedText]) -> None:
    """Write down which findings `by` kept in the texts of a row just stored, and hold it back when one is a person.

    Every action that stores checked text calls this in its own transaction, with the texts by field. Nothing kept,
    nothing written. When another row with the same text is under review already, this one is hidden along with it.
    """
    kept = [(field, each) for field, text in texts.items() for each in text.kept]
    if not kept:
        return
    review = open_review_of(row)
    if review is None:
        is_person = any(each.kind is Kind.PERSON for _field, each in kept)
        review = begun(row, Reason.PERSON if is_person else Reason.KEPT)
        review.save()
        keep_words(by=by, review=review, texts=texts)
        if review.hides:
            tell_core_team(review)
            tell_writer(review, NoticeKind.TEXT_HELD)
    if review.hides:
        hide(row)


def keep_words(*, by: User, review: Review, texts: Mapping[str, CheckedText]) -> None:
    """Write down the places that were kept in some texts; the log gets their kinds and numbers and nothing else."""
    words = [
        KeptWord(review=review, field=field, kind=each.kind, start=each.start, end=each.end, reason=each.reason)
        for field, text in texts.items()
        for each in text.kept
    ]
    KeptWord.objects.bulk_create(words)
    for kind, count in sorted(Counter(word.kind for word in words).items()):
        record(action="text.kept", actor=by, object_type=kind, object_id=str(count))
