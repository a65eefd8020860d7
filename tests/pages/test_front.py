"""The front page for a visitor: the question, the three ways with what partners really offer, and the numbers to call."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import PartnerKind, Topic, User
from pages.actions.site import add_published
from pages.models import Audience, GuidePage, HomePage, PartnerIndexPage, PartnerPage
from tests.factories import make_member, make_partner, make_topic

pytestmark = pytest.mark.django_db
ClientFor = Callable[[User], Client]


def make_helper(kind: str, topic: Topic, name: str, *, published: bool = True) -> None:
    partner = make_partner(name, kind=kind)
    partner.topics.add(topic)
    page = PartnerPage(title=name, slug=name.lower().replace(" ", "-"), partner=partner)
    add_published(PartnerIndexPage.objects.get(), page)
    if not published:
        page.unpublish()


def test_each_way_shows_the_topics_of_the_partners_that_help_so(site: HomePage) -> None:
    eating, care, secret, unknown = (make_topic(name) for name in ("samen eten", "zorg thuis", "geheim", "onbekend"))
    make_helper(PartnerKind.VOLUNTEERS, eating, "Eettafel")
    make_helper(PartnerKind.PROFESSIONAL, care, "Thuiszorg")
    make_helper(PartnerKind.PROFESSIONAL, secret, "Nog niet af", published=False)
    make_helper(PartnerKind.UNKNOWN, unknown, "Wie weet")
    page = Client().get("/")
    assert [topic.name for topic in page.context["together"]] == ["samen eten"]
    assert [topic.name for topic in page.context["learned"]] == ["zorg thuis"]
    text = page.content.decode()
    assert f'href="/partners/?topic={eating.slug}"' in text
    assert "geheim" not in text
    assert Client().get(f"/partners/?topic={eating.slug}").context["partner_pages"][0].title == "Eettafel"


def test_guides_for_partners_only_are_not_shown_to_visitors(site: HomePage) -> None:
    for audience in (Audience.PUBLIC, Audience.MEMBERS):
        guide = GuidePage(
            title=f"Gids {audience.value}", slug=f"gids-{audience.value}", audience=audience, body="<p>x</p>"
        )
        add_published(site, guide)
    text = Client().get("/").content.decode()
    assert "Gids public" in text
    assert "Gids members" not in text


def test_an_empty_network_has_a_front_page_too(site: HomePage) -> None:
    text = Client().get("/").content.decode()
    for number in ('href="tel:112"', 'href="tel:08002000"'):
        assert number in text
    assert text.count('class="way"') == 3


def test_it_costs_the_same_with_one_partner_and_with_many(site: HomePage) -> None:
    def cost() -> int:
        Client().get("/")
        with CaptureQueriesContext(connection) as queries:
            Client().get("/")
        return len(queries)

    make_helper(PartnerKind.VOLUNTEERS, make_topic(), "Eerste")
    one = cost()
    for number in range(20):
        make_helper(PartnerKind.VOLUNTEERS, make_topic(), f"Helper {number}")
    assert cost() == one


def test_a_member_sees_today_in_its_place(site: HomePage, client_for: ClientFor) -> None:
    assert 'class="way"' not in client_for(make_member()).get("/").content.decode()
