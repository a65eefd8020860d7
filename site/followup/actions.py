"""What happens to a promise: it is made, and it is kept."""

import datetime as dt

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from accounts.errors import NotAllowed, NotPossible
from accounts.models import Partner, User
from audit.log import record
from followup.models import Action
from notifications.actions import announce, read_at_address
from notifications.models import NoticeKind
from privacy.actions import texts_stored
from privacy.text import CheckedText


@transaction.atomic
def promise(
    *, by: User, sentence: CheckedText, partner: Partner, person: User, due_on: dt.date, url: str = "", label: str = ""
) -> Action:
    """Write down that `person` of `partner` does something before `due_on` is over, and tell them.

    The caller has checked that `by` may do so at the place the promise was made. Raises NotPossible when the person
    does not work for the partner.
    """
    if person.partner_id != partner.pk:
        raise NotPossible(_("An action belongs to somebody of the partner that promised it."))
    action = Action.objects.create(
        sentence=sentence, written_by=by, partner=partner, person=person, due_on=due_on, url=url, label=label
    )
    texts_stored(by=by, row=action, texts={"sentence": sentence})
    record(action="action.promise", actor=by, object_type="action", object_id=action.public_id)
    if person != by:
        day = date_format(due_on, "j F Y")
        announce(recipients=[person], kind=NoticeKind.ACTION_GIVEN, url=reverse("followup:action_list"), label=day)
    return action


@transaction.atomic
def done(*, by: User, action: Action) -> None:
    """Write down that a promise was kept. Doing it twice changes nothing.

    Raises NotAllowed unless `by` is the owner, answers for the owner's partner, or coordinates.
    """
    if not Action.objects.visible_to(by).filter(pk=action.pk).exists():
        raise NotAllowed(_("Only the owner of an action can say that it is done."))
    if Action.objects.open().filter(pk=action.pk).update(done_at=timezone.now()):
        record(action="action.done", actor=by, object_type="action", object_id=action.public_id)


def seen(*, by: User) -> None:
    """Mark the notices about actions as read: their owner looked at the list."""
    read_at_address(by=by, url=reverse("followup:action_list"))
