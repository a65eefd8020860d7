"""A protocol comes into force, somebody accepts it, a text is refused. Stores no text."""

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.errors import NotPossible
from accounts.models import User
from audit.log import record
from audit.models import Result
from privacy.access import current_version
from privacy.forms import count_findings
from privacy.models import Acceptance, ProtocolVersion


@transaction.atomic
def put_in_force(*, label: str, digest: str, by: User | None) -> ProtocolVersion:
    """Put a text of the protocol in force now, and give its version. The words in force already change nothing.

    `by` is None for a command on the server. An earlier text that comes back is a new version: everybody accepts again.
    """
    # A double click waits here for the first one.
    current = ProtocolVersion.objects.select_for_update().newest_in_force().first()
    if current and current.digest == digest:
        return current
    version = ProtocolVersion(label=label, digest=digest)
    version.full_clean()
    version.save()
    record(action="protocol.put_in_force", actor=by, object_type="protocol", object_id=str(version.pk))
    return version


@transaction.atomic
def accept_protocol(*, by: User, version: ProtocolVersion) -> Acceptance:
    """Write down that `by` accepts `version`. Doing it twice changes nothing.

    Raises NotPossible when another version came into force: nobody accepts what is not in force.
    """
    if version != current_version():
        raise NotPossible(_("Meanwhile a new version of the protocol came into force. Please read that one."))
    acceptance, is_new = Acceptance.objects.get_or_create(user=by, version=version)
    if is_new:
        record(action="protocol.accept", actor=by, object_type="protocol", object_id=str(version.pk))
    return acceptance


def log_refusal(*, by: User, form: forms.BaseForm, where: str) -> None:
    """Write one line when a form holds refused text: in which form (`where`, such as "note") and at how many places.

    The number stands where other lines name the thing. Nothing else of the text is written down, its kind neither.
    Who only asked for the check, before they send anything, is not written down at all.
    """
    if getattr(form, "asks_help", False):
        return
    if count := count_findings(form):
        record(action="text.refused", actor=by, object_type=where, object_id=str(count), result=Result.REFUSED)
