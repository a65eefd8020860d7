"""Says which text this room holds, for the screens on which any text is reported, looked over and written anew."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from accounts.models import ContactPoint, User
from followup import access
from followup.models import Action
from privacy import rooms

LONGEST = 1000


def register() -> None:
    """Tell the room of the check about promises."""
    rooms.register(
        rooms.TextKind(
            word="action",
            model=Action,
            name=_("a promise"),
            fetch=access.get_action,
            url=lambda action: f"{reverse('followup:action_list')}#action-{action.public_id}",
            place=lambda action: date_format(action.due_on, "j F Y"),
            readers=_readers,
            longest={"sentence": LONGEST},
        )
    )


def _readers(action: Action) -> Iterable[User]:
    """Give the owner, who answers for the owner's partner, and the coordinators."""
    points = ContactPoint.objects.answering().filter(partner=action.partner_id)
    return {action.person, *(point.user for point in points), *User.objects.coordinators()}
