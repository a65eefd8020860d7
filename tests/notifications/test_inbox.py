"""The bell and the inbox: each person sees their own, and nobody else's."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from notifications.actions import announce
from notifications.models import Notice, NoticeKind
from tests.factories import make_member

pytestmark = pytest.mark.django_db


def tell(person, url: str = "/casussen/abc/", label: str = "K7M2") -> None:
    announce(recipients=[person], kind=NoticeKind.CASE_NOTE, url=url, label=label)


@pytest.fixture
def owner():
    person = make_member()
    tell(person)
    return person


def test_the_owner_sees_the_notice_and_the_count(owner, client_for):
    client = client_for(owner)
    page = client.get("/berichten/").content.decode()
    assert 'href="/casussen/abc/"' in page
    assert "K7M2" in page
    assert 'data-unread="1"' in client.get("/berichten/bel/").content.decode()


def test_somebody_else_sees_nothing(owner, client_for):
    client = client_for(make_member())
    page = client.get("/berichten/").content.decode()
    assert "K7M2" not in page
    assert "/casussen/abc/" not in page
    assert 'data-unread="0"' in client.get("/berichten/bel/").content.decode()


def test_a_visitor_and_who_is_half_way_see_the_door(owner, half_client_for):
    for client in (Client(), half_client_for(owner)):
        for address in ("/berichten/", "/berichten/bel/"):
            assert client.get(address).status_code == 302
        assert client.post("/berichten/gelezen/").status_code == 302
    assert Notice.objects.unread().count() == 1


def test_one_reads_all_of_ones_own(owner, client_for):
    other = make_member()
    tell(other)
    assert client_for(owner).post("/berichten/gelezen/").url == "/berichten/"
    assert Notice.objects.unread().get().recipient == other


def test_looking_at_the_inbox_reads_nothing(owner, client_for):
    client = client_for(owner)
    client.get("/berichten/")
    client.head("/berichten/")
    assert client.get("/berichten/gelezen/").status_code == 405
    assert Notice.objects.unread().count() == 1


def test_the_bell_is_a_fragment_of_the_page(owner, client_for):
    client = client_for(owner)
    fragment = client.get("/berichten/bel/").content.decode().strip()
    assert "<html" not in fragment
    assert fragment.splitlines()[-1] in client.get("/berichten/").content.decode()


@pytest.mark.parametrize("page", ["2", "0", "-1", "999999999999999999999", "x", "1\x00"])
def test_any_page_number_gives_a_page(owner, client_for, page):
    for number in range(30):
        tell(owner, url=f"/casussen/{number}/")
    assert client_for(owner).get("/berichten/", {"page": page}).status_code == 200


def test_the_inbox_costs_the_same_for_one_and_for_many(client_for):
    spent = set()
    for count in (1, 24):
        person = make_member()
        for number in range(count):
            tell(person, url=f"/casussen/{number}/")
        client = client_for(person)
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/berichten/").content.count(b"K7M2") == count
        spent.add(len(queries))
    assert len(spent) == 1
