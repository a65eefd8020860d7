"""The editing environment: for editors and the coordinator, and without the screens that would be a second way to rights."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction
from wagtail.test.utils.form_data import rich_text

from accounts.models import Role
from audit.models import LogLine
from pages.actions import import_covenant
from pages.models import CovenantPage, HomePage, PartnerIndexPage, ProtocolPage
from privacy.models import ProtocolVersion
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


def test_an_editor_publishes_a_new_protocol_in_the_editing_environment(site, client_for):
    member = make_member(roles=(Role.EDITOR,))
    page = ProtocolPage.objects.get()
    answer = {
        "title": page.title,
        "slug": page.slug,
        "version_label": "2",
        "body": rich_text("<p>Korter kan het niet.</p>"),
        "owner": "",
        "review_date": "",
        "action-publish": "action-publish",
    }
    response = client_for(member).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), answer)
    assert response.status_code == 302
    assert b"Korter kan het niet." in Client().get(page.url).content
    assert ProtocolVersion.objects.newest_in_force().first().label == "2"
    published = LogLine.objects.filter(action="page.publish", object_id=str(page.pk)).latest("pk")
    assert published.actor == member.public_id


def test_an_outsider_publishes_nothing(site, client_for):
    page = ProtocolPage.objects.get()
    for client in (Client(), client_for(make_member()), client_for(make_member(roles=(Role.PRIVACY_OFFICER,)))):
        response = client.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            {"version_label": "2", "action-publish": "action-publish"},
        )
        assert response.status_code in {302, 404}
        page.refresh_from_db()
        assert page.version_label == "1"
