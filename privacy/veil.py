"""The veil over a hidden text: whoever may not read it gets a sentence instead, wherever the row is shown.

It stands at the attribute itself. A row whose text is hidden is veiled until it was fetched for a reader who may see
it (`VeiledQuerySet.read_by`), so a view that forgets to say for whom it fetches shows the sentence and never the text.
"""

from typing import Any, Self

from django.db.models import Model
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext as _


class Veil(str):
    """The sentence in place of a hidden text. No column takes it, so it can never be stored over the text."""

    __slots__ = ()


class VeiledAttribute(DeferredAttribute):
    """How a checked text is read from a row: as itself, or as the sentence."""

    def __get__(self, instance: Model | None, cls: Any = None) -> Self | Any:
        """Give the text to whom it is open."""
        if instance is None:
            return self
        if is_veiled(instance):
            return Veil(_("This text is being looked at"))
        return super().__get__(instance, cls)

    def __set__(self, instance: Model, value: object) -> None:
        """Keep a text; a sentence that was read in its place changes nothing."""
        if not isinstance(value, Veil):
            instance.__dict__[self.field.attname] = value


def is_veiled(row: Model) -> bool:
    """Tell whether this row's texts are hidden, and it was not fetched for somebody who may read them."""
    hidden = getattr(row, "hidden_since", None) is not None
    return hidden and not getattr(row._state, "texts_open", False)


def open_texts(row: Model) -> None:
    """Let this row in memory show its texts. For VeiledText and the core team's look; a test looks for other callers."""
    row._state.texts_open = True  # type: ignore[attr-defined]  # Ours: it goes with the row in memory, never to a column.
