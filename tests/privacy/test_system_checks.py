"""No model keeps a second copy of checked text: the start refuses it, and the models of Spil pass."""

import itertools

import pytest
from django.apps import apps
from django.core import checks
from django.db import models
from django.db.models import Model
from django.test.utils import isolate_apps
from modelcluster.fields import ParentalKey
from wagtail.models import DraftStateMixin, Page, RevisionMixin

from privacy.checks import Profile, check
from privacy.fields import CheckedTextField
from privacy.system_checks import copies_of, no_second_copy
from tests.privacy.smuggler import Smuggler

numbers = itertools.count(1)


def ids(model: type[Model]) -> list[str]:
    return [error.id for error in copies_of(model)]


def made(*bases: type[Model], **fields: object) -> type[Model]:
    """Make a model with these bases and fields, for within isolate_apps."""
    meta = type("Meta", (), {"app_label": "privacy"})
    return type(f"Made{next(numbers)}", bases or (Model,), {"__module__": __name__, "Meta": meta, **fields})


def test_the_models_of_spil_keep_no_second_copy() -> None:
    assert no_second_copy(app_configs=None) == []
    assert list(copies_of(Smuggler)) == []


def test_the_check_runs_at_every_start() -> None:
    assert no_second_copy in checks.registry.registry.get_checks()


@isolate_apps("privacy")
def test_revisions_and_drafts_are_refused() -> None:
    assert ids(made(text=CheckedTextField())) == []
    assert ids(made(RevisionMixin, Model, text=CheckedTextField())) == ["privacy.E002"]
    assert ids(made(DraftStateMixin, RevisionMixin, Model, text=CheckedTextField())) == ["privacy.E002"]
    assert ids(made(RevisionMixin, Model, text=models.TextField())) == []


@isolate_apps("privacy")
def test_revisions_that_a_child_model_adds_are_refused() -> None:
    parent = made(text=CheckedTextField())
    assert ids(parent) == []
    assert ids(made(RevisionMixin, parent)) == ["privacy.E002"]


@isolate_apps("privacy")
def test_a_part_of_a_page_is_refused() -> None:
    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="parts")
    assert ids(made(text=CheckedTextField(), page=page)) == ["privacy.E003"]


@isolate_apps("privacy")
def test_a_history_table_is_refused() -> None:
    kept = made(text=CheckedTextField())
    # What simple-history leaves on a model that it keeps the history of.
    kept._meta.simple_history_manager_attribute = "history"  # type: ignore[attr-defined]
    assert ids(kept) == ["privacy.E004"]


@isolate_apps("privacy")
@pytest.mark.parametrize("default", [{"default": "tekst"}, {"default": lambda: "tekst"}, {"db_default": "tekst"}])
def test_a_default_text_is_refused(default: dict[str, object]) -> None:
    assert "privacy.E001" in [error.id for error in made(text=CheckedTextField(**default)).check()]


def test_the_smuggler_itself_passes_the_field_check() -> None:
    assert Smuggler.check() == []
    assert Smuggler._meta.apps is not apps
    assert check("x", Profile.CASE) == "x"
