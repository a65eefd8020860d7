"""Says which texts this room holds, for the screens on which any text is reported, looked over and written anew."""

from django.utils.translation import gettext_lazy as _

from cases import access
from cases.forms import QUESTION_LENGTH, TEXT_LENGTH
from cases.models import Case, Note
from privacy import rooms


def register() -> None:
    """Tell the room of the check about cases and contributions."""
    rooms.register(
        rooms.TextKind(
            word="case",
            model=Case,
            name=_("a case"),
            fetch=access.get_case,
            url=Case.get_absolute_url,
            place=lambda case: case.number,
            readers=Case.people,
            longest={"question": QUESTION_LENGTH, "situation": TEXT_LENGTH},
        )
    )
    rooms.register(
        rooms.TextKind(
            word="note",
            model=Note,
            name=_("a contribution to a case"),
            fetch=access.get_note,
            url=Note.get_absolute_url,
            place=lambda note: note.case.number,
            readers=lambda note: note.case.people(),
            live=lambda note: note.case.notes_url,
            longest={"text": TEXT_LENGTH},
        )
    )
