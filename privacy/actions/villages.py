"""The numbers of the villages: an editor fills one in, with its source and its day. What stood there before stays."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.errors import NotAllowed
from accounts.models import User, Village
from audit.log import record
from privacy.lists import may_count
from privacy.models import VillageNumber


@transaction.atomic
def count_village(*, by: User, village: Village, residents: int, source: str, counted_on: dt.date) -> VillageNumber:
    """Write down how many people live in a village. Raises NotAllowed for anybody but an editor or a coordinator."""
    if not may_count(by):
        raise NotAllowed(_("Only an editor or the coordinator fills in the numbers of villages."))
    number = VillageNumber.objects.create(
        village=village, residents=residents, source=source, counted_on=counted_on, entered_by=by
    )
    record(action="village.count", actor=by, object_type="village", object_id=village.slug)
    return number
