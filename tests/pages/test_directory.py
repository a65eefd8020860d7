"""The directory: everybody finds help, partners find each other, and a long list asks no more of the database."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Subnetwork
from pages.actions import ensure_profile, write_profile
from tests.factories import make_member, make_partner, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def home_care(site):
    partner = make_partner("Thuiszorg De Linde", kind="professional")
    partner.subnetwork = Subnetwork.objects.get_or_create(slug="wmo", defaults={"name": "Wmo"})[0]
    partner.save()
    partner.topics.add(make_topic("mantelzorg"))
    write_profile(
        by=None,
        partner=partner,
        summary="Hulp bij het dagelijks leven.",
        services=[{"what": "Wijkverpleging", "for_whom": "iedereen", "where": "Lierhoek", "when": "elke dag"}],
    )
    return partner


@pytest.fixture
def village_council(site):
    partner = make_partner("Dorpsraad Voort", ring="flexible")
    ensure_profile(by=None, partner=partner)
    return partner


def names(response) -> list[str]:
    return re.findall(r'<a class="what" href="/partners/[^"]+"[^>]*>([^<]+)</a>', response.content.decode())


@pytest.mark.parametrize(
    "q", ["linde", "wijkverpleging lierhoek", "mantelzorg", "dagelijks leven", "thuiszorg iedereen"]
)
def test_everybody_finds_a_partner_by_name_topic_summary_or_offer(home_care, village_council, q):
    assert names(Client().get("/partners/", {"q": q})) == ["Thuiszorg De Linde"]


def test_every_word_must_be_found(home_care, village_council):
    response = Client().get("/partners/", {"q": "linde duikles"})
    assert names(response) == []
    assert response.status_code == 200


def test_everybody_chooses_a_topic(home_care, village_council):
    topic = home_care.topics.get()
    assert names(Client().get("/partners/", {"topic": topic.slug})) == ["Thuiszorg De Linde"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"ring": "flexible"}, ["Dorpsraad Voort"]),
        ({"ring": "fixed"}, ["Thuiszorg De Linde"]),
        ({"subnetwork": "wmo"}, ["Thuiszorg De Linde"]),
        ({"kind": "professional"}, ["Thuiszorg De Linde"]),
        ({"ring": "fixed", "q": "voort"}, []),
        ({"ring": "bestaat-niet"}, ["Dorpsraad Voort", "Thuiszorg De Linde"]),
    ],
)
def test_a_member_chooses_ring_subnetwork_and_kind(home_care, village_council, client_for, asked, found):
    assert names(client_for(make_member(partner=home_care)).get("/partners/", asked)) == found


def test_a_visitor_is_not_asked_about_rings(home_care, village_council, half_client_for):
    member = make_member(partner=home_care)
    for client in (Client(), half_client_for(member)):
        response = client.get("/partners/", {"ring": "flexible"})
        assert len(names(response)) == 2
        assert b'name="ring"' not in response.content
        assert b'class="ring-mark' not in response.content


def test_names_of_people_are_for_members_only(home_care, client_for, half_client_for):
    member = make_member("Nadia Willems", partner=home_care, contact="fixed")
    assert "Nadia Willems" in client_for(member).get("/partners/").content.decode()
    for client in (Client(), half_client_for(member)):
        assert "Nadia Willems" not in client.get("/partners/").content.decode()


@pytest.mark.parametrize("q", ["%", "_", "'", "\x00", "é" * 200, "<script>", "  "])
def test_no_word_breaks_the_search(home_care, q):
    response = Client().get("/partners/", {"q": q})
    assert response.status_code == 200
    assert b"<script>" not in response.content


@pytest.mark.parametrize("name", ["q", "topic", "ring", "subnetwork", "kind"])
@pytest.mark.parametrize("value", ["\x00", "é\x00", "9" * 5000, "-1", "wmo\n"])
def test_no_choice_breaks_the_search(home_care, client_for, name, value):
    assert client_for(make_member(partner=home_care)).get("/partners/", {name: value}).status_code == 200


@pytest.mark.parametrize("who", ["visitor", "member"])
def test_fifty_partners_take_no_more_queries_than_one(site, client_for, who):
    def add(count: int) -> None:
        for _ in range(count):
            partner = make_partner()
            partner.topics.add(make_topic())
            write_profile(by=None, partner=partner, services=[{"what": "Hulp"}, {"what": "Raad"}])
            make_member(partner=partner, contact="fixed")

    member = make_member()
    client = client_for(member) if who == "member" else Client()

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get("/partners/").status_code == 200
        return len(captured)

    add(1)
    client.get("/partners/")
    one = queries()
    add(49)
    assert queries() == one
