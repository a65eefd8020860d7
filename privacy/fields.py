"""The column for text that people write, for every model of ours. It must never store a text that was not checked.

Plain strings and database expressions are refused on every path of the ORM: one method, `get_db_prep_save`, stands
before all of them. What goes round the ORM (raw SQL) is refused by lint and by a test. See docs/anonymisation.md.
"""

from typing import TYPE_CHECKING, Any, Literal, Never

from django import forms
from django.core import checks
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Case, Col, Expression, Value, When
from django.db.models.functions import Cast

from privacy.forms import CheckedTextFormField
from privacy.text import CheckedText, Profile, seal
from privacy.veil import VeiledAttribute

if TYPE_CHECKING:
    TextField = models.TextField[CheckedText | Literal[""], CheckedText]
else:
    TextField = models.TextField


class UncheckedText(TypeError):
    """Something other than checked text was offered for storage. Names the field, never the text."""

    def __init__(self, field: "CheckedTextField") -> None:
        """Say where and what is needed."""
        super().__init__(
            f"{field} stores only the CheckedText that privacy.checks.check(text, Profile.{field.profile.name}) gives; "
            "no plain text, no database expression, no text checked less strictly."
        )


class CheckedTextField(TextField):
    """A text column that takes CheckedText of its profile (or of the stricter one), or the empty text.

    While a row's texts are hidden (privacy/models/veiled.py), the attribute shows a sentence instead of the text.
    """

    descriptor_class = VeiledAttribute

    def __init__(self, *args: Any, profile: Profile | str = Profile.CASE, **kwargs: Any) -> None:
        """Take the profile as well; without one the strict profile holds."""
        self.profile = Profile(profile)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Name the profile as a plain word, so that a migration imports nothing of ours but this field."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "profile": self.profile.value}

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """Refuse defaults that would be stored without a check."""
        errors = super().check(**kwargs)
        if (self.has_default() and self.default not in ("", None)) or self.has_db_default():
            hint = 'Leave the default out, or make it "".'
            errors.append(checks.Error("A default text was never checked.", hint=hint, obj=self, id="privacy.E001"))
        return errors

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Give the text that the row holds, also while the attribute shows a sentence instead of it."""
        return model_instance.__dict__.get(self.attname)

    def get_prep_value(self, value: Any) -> Any:
        """Prepare a value to compare with: a search may be for any text."""
        return str(value) if isinstance(value, CheckedText) else super().get_prep_value(value)

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        """Prepare a value to be stored, or refuse it. Every insert and every update of the ORM comes through here."""
        if self._takes(value):
            return value if value is None else str(value)
        if all(self._takes(outcome) for outcome in self._outcomes(value)):
            return value
        raise UncheckedText(self)

    def _outcomes(self, value: object) -> list[object]:
        """Give what the expression that bulk_update builds can put in a row; of anything else, the thing itself.

        That expression is a Case of plain values, in a Cast to this column on PostgreSQL. A little like it is not enough.
        """
        case = value
        if type(value) is Cast and value.output_field == self:
            (case,) = value.get_source_expressions()
        if type(case) is not Case or case.extra or any(type(when) is not When for when in case.cases):
            return [value]
        results = [*(when.result for when in case.cases), case.default]
        return [result.value if type(result) is Value else result for result in results]

    def _takes(self, value: object) -> bool:
        """Tell whether this value may be stored as it is."""
        if isinstance(value, CheckedText):
            return value.fits(self.profile)
        return value is None or value == ""

    def from_db_value(self, value: str | None, expression: Expression, _connection: BaseDatabaseWrapper) -> str | None:
        """Give what is read as checked text, but only if it is the stored column itself.

        What the database worked out (a sum of texts, a part, a constant) was never checked, and stays plain.
        """
        if value is None or not (isinstance(expression, Col) and expression.target == self):
            return value
        return seal(value, self.profile)

    def value_to_string(self, obj: models.Model) -> Never:
        """Refuse to be written into a dump: it could not be read back, and a restore is one of the database."""
        raise UncheckedText(self)

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """Give the form field that checks what is typed."""
        return super().formfield(**{"form_class": CheckedTextFormField, "profile": self.profile, **kwargs})
