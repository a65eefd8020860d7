"""Wagtail's editing environment without inline scripts: what starts a widget is named, and holds no code of its own."""

import json
import re

import pytest
from django import forms
from django.template.loader import get_template
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminPageChooser, AdminTimeInput
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.images.widgets import AdminImageChooser
from wagtail.models import Page

from accounts.models import Role
from pages.actions import prepare_site
from tests.factories import make_member

# Scripts that run where they stand; what carries data only (type application/json) is none.
INLINE = re.compile(r"<script(?![^>]*(?:\bsrc=|application/json))", re.IGNORECASE)


def started(html: str) -> dict[str, str]:
    """Give what the element behind a widget says."""
    (element,) = re.findall(r"<span hidden ([^>]*)></span>", html)
    return {name: value.replace("&quot;", '"') for name, value in re.findall(r'data-spil-(\w+)="([^"]*)"', element)}


@pytest.mark.parametrize(
    ("widget", "function"),
    [
        (AdminDateInput(), "initDateChooser"),
        (AdminTimeInput(), "initTimeChooser"),
        (AdminDateTimeInput(), "initDateTimeChooser"),
    ],
)
def test_a_day_and_a_time_are_started_by_name(widget: forms.Widget, function: str) -> None:
    html = widget.render("when", None, {"id": "id_when"})
    found = started(html)
    assert (found["init"], found["id"]) == (function, "id_when")
    assert isinstance(json.loads(found["config"]), dict)
    assert not INLINE.search(html)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("widget", "name"),
    [
        (AdminPageChooser(), "PageChooser"),
        (AdminImageChooser(), "ImageChooser"),
        (AdminDocumentChooser(), "DocumentChooser"),
    ],
)
def test_a_chooser_is_started_by_name(widget: forms.Widget, name: str) -> None:
    html = widget.render("what", None, {"id": 'id_"><script>'})
    found = started(html)
    assert found["new"] == name
    assert "modalUrl" in json.loads(found["config"])
    assert not INLINE.search(html)


@pytest.mark.parametrize("name", ["inline_panel", "multiple_chooser_panel"])
def test_a_panel_is_wagtails_own_but_for_its_start(name: str) -> None:
    template = get_template(f"wagtailadmin/panels/{name}.html").template
    source = template.source
    assert "site/spil/templates" in template.origin.name
    assert "data-spil-new" in source
    assert not INLINE.search(source)
    assert f'{{% extends "wagtailadmin/panels/{name}.html" %}}' in source


@pytest.mark.django_db
def test_no_screen_of_an_editor_holds_a_script_of_its_own(client_for) -> None:
    prepare_site()
    client = client_for(make_member(roles=(Role.EDITOR,)))
    screens = ["", "pages/", "images/", "images/add/", "images/multiple/add/", "documents/", "documents/multiple/add/"]
    for page in Page.objects.filter(depth__gt=1):
        screens += [
            f"pages/{page.pk}/",
            f"pages/{page.pk}/edit/",
            f"pages/{page.pk}/history/",
            f"pages/{page.pk}/delete/",
        ]
        screens += [
            f"pages/add/{kind._meta.app_label}/{kind._meta.model_name}/{page.pk}/"
            for kind in page.specific_class.creatable_subpage_models()
            if kind.can_create_at(page.specific)
        ]
    assert len(screens) > 20
    for screen in screens:
        response = client.get(f"/cms/{screen}")
        assert response.status_code in {200, 302}, screen
        assert not INLINE.search(response.content.decode()), screen
        assert not re.search(r"\son\w+=[\"']", response.content.decode()), screen
