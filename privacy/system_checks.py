"""Refuses, at the start, models that would keep checked text in a place the check cannot see. Changes nothing.

Wagtail's revisions and drafts, its comments, and history tables write a copy of the text as JSON or into a table of their own.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error
from django.db.models import Model
from modelcluster.fields import ParentalKey
from wagtail.models import DraftStateMixin, RevisionMixin

from privacy.fields import CheckedTextField


def no_second_copy(*, app_configs: Sequence[AppConfig] | None, **_kwargs: Any) -> list[CheckMessage]:
    """Look at every model that is installed."""
    return [error for model in apps.get_models() for error in copies_of(model)]


def copies_of(model: type[Model]) -> Iterable[CheckMessage]:
    """Give what would keep a second copy of this model's checked text."""
    if not any(isinstance(field, CheckedTextField) for field in model._meta.get_fields()):
        return
    if issubclass(model, RevisionMixin | DraftStateMixin):
        yield _error(model, "its revisions and drafts", "privacy.E002")
    if any(isinstance(field, ParentalKey) for field in model._meta.get_fields()):
        yield _error(model, "the revisions of the page it belongs to", "privacy.E003")
    if hasattr(model._meta, "simple_history_manager_attribute"):
        yield _error(model, "its history table", "privacy.E004")


def _error(model: type[Model], where: str, code: str) -> CheckMessage:
    """Name the model, the place and the way out."""
    hint = "Use a plain model without revisions, drafts, comments or history, with a plain foreign key."
    return Error(
        f"{model._meta.label} has checked text, and {where} would keep a copy of it.", hint=hint, obj=model, id=code
    )
