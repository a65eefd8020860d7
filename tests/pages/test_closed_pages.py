"""Pages for partners only: closed to a visitor as if they were not there, and to somebody half signed in."""

import pytest
from django.test import Client
from wagtail.models import Page

from pages.actions.site import add_published
from pages.models import Audience, GuidePage
from tests.factories import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(site):
    return add_published(
        site, GuidePage(title="Zo werkt het", slug="zo-werkt-het", body="<p>Binnenwerk</p>", audience=Audience.MEMBERS)
    )


def test_a_member_reads_a_guide(guide, client_for):
    assert b"Binnenwerk" in client_for(make_member()).get(guide.url).content


def test_a_visitor_gets_the_same_answer_as_for_a_page_that_is_not_there(guide, half_client_for):
    for client in (Client(), half_client_for(make_member())):
        closed, nowhere = client.get(guide.url), client.get("/bestaat-niet/")
        assert closed.status_code == nowhere.status_code == 302
        assert closed.url.split("?")[0] == nowhere.url.split("?")[0]


def test_a_public_guide_is_public(guide):
    guide.audience = Audience.PUBLIC
    guide.save_revision().publish()
    assert b"Binnenwerk" in Client().get(guide.url).content


def test_a_page_of_no_kind_of_ours_is_closed(site, client_for):
    page = site.add_child(instance=Page(title="Zomaar", slug="zomaar"))
    assert Client().get(page.url).status_code == 302


def test_an_unpublished_page_is_gone(guide, client_for):
    guide.unpublish()
    assert client_for(make_member()).get(guide.url).status_code == 404
