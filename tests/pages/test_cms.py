"""The editing environment: for editors and the coordinator, and without the screens that would be a second way to rights."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from accounts.models import Role
from audit.models import LogLine
from pages.actions import import_covenant
from pages.models import CovenantPage, HomePage, PartnerIndexPage, ProtocolPage
from tests.factories import make_member
from tests.pages import texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(site, client_for):
    return client_for(make_member(roles=(Role.EDITOR,)))


def test_an_editor_and_the_coordinator_come_in(site, client_for):
    for role in (Role.EDITOR, Role.COORDINATOR):
        assert client_for(make_member(roles=(role,))).get("/cms/").status_code == 200


def test_nobody_else_does(site, client_for, half_client_for):
    editor = make_member(roles=(Role.EDITOR,))
    for address in ("/cms/", "/cms/pages/"):
        for outsider in (Client(), half_client_for(editor)):
            assert outsider.get(address).status_code == 302
        assert client_for(make_member()).get(address).status_code == 404


def test_the_menu_holds_only_what_an_editor_needs(editor):
    html = editor.get("/cms/").content.decode()
    for address in ("/cms/users/", "/cms/groups/", "/cms/reports/", "/cms/sites/", "/cms/workflows/"):
        assert address not in html


@pytest.mark.parametrize(
    "path",
    ["users/", "users/add/", "groups/", "groups/new/", "reports/", "reports/site-history/", "sites/", "redirects/"],
)
def test_the_screens_for_people_groups_and_reports_are_not_there(editor, site, client_for, path):
    coordinator = client_for(make_member(roles=(Role.COORDINATOR,)))
    for client in (editor, coordinator):
        assert client.get(f"/cms/{path}").status_code == 404
        assert client.post(f"/cms/{path}", {}).status_code == 404
    assert Client().get(f"/cms/{path}").status_code == 302


@pytest.mark.parametrize("restriction", ["password", "groups", "login"])
def test_a_page_gets_no_second_door_of_its_own(editor, site, restriction):
    answer = {"restriction_type": restriction, "password": "geheim", "groups": [1]}
    editor.post(reverse("wagtailadmin_pages:set_privacy", args=[site.pk]), answer)
    assert not PageViewRestriction.objects.exists()


@pytest.mark.parametrize("kind", [HomePage, PartnerIndexPage, ProtocolPage])
def test_an_editor_opens_every_page(editor, kind):
    page = kind.objects.get()
    assert editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_an_editor_settles_an_open_place(editor):
    page = import_covenant(by=None, text=texts.small()).page
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "possibly" in html
    draft = page.get_latest_revision_as_object()
    article = next(block for block in draft.body if block.block_type == "article" and block.value["number"] == 5)
    article.value["paragraphs"][1]["openness"] = "open"
    draft.save_revision().publish()
    assert [place.place for place in CovenantPage.objects.get().tree().open_places()] == ["5.2"]


def test_an_article_number_comes_once(site):
    page = import_covenant(by=None, text=texts.small()).page
    block = page.body.stream_block
    body = page.body
    assert block.clean(body)
    body.append(("article", {"number": 1, "title": "Nog een", "paragraphs": []}))
    with pytest.raises(Exception, match="Validation error"):
        block.clean(body)


def test_publishing_and_taking_away_are_logged(editor, site):
    page = import_covenant(by=None, text=texts.small()).page
    page.unpublish()
    actions = LogLine.objects.filter(object_type="page", object_id=str(page.pk)).values_list("action", flat=True)
    assert {"page.publish", "page.unpublish"} <= set(actions)
