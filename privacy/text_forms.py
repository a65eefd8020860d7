"""Parses what a writer puts in place of a hidden text: the same boxes, checked as they were when the text was stored first."""

from typing import Any

from django import forms

from accounts.models import User
from privacy import rooms
from privacy.forms import CheckedForm, CheckedTextFormField
from privacy.models import VeiledText

LONG = 300  # A longer text gets a taller box.


class MendForm(CheckedForm):
    """The texts of one row, as its writer stored them."""

    def __init__(self, data: Any = None, *, by: User, row: VeiledText) -> None:
        """Take the row with its texts open: only its writer comes here."""
        longest = rooms.kind_of(row).longest
        # Django copies these for each form; here they depend on the row.
        self.base_fields = {  # type: ignore[misc]
            field.name: CheckedTextFormField(
                label=str(field.verbose_name).capitalize(),
                profile=field.profile,
                max_length=longest.get(field.name),
                initial=str(getattr(row, field.attname)),
                widget=forms.Textarea(attrs={"rows": 7 if longest.get(field.name, LONG) > LONG else 2}),
            )
            for field in row.text_fields()
        }
        super().__init__(data, by=by)
