"""Proves that pages cost the same number of queries with one row and with fifty."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from tests.cases.making import make_asked, make_case, make_note
from tests.factories import make_member, make_topic

pytestmark = pytest.mark.django_db

ClientFor = Callable[[User], Client]


def cost(client: Client, address: str) -> int:
    """Count the queries of one page, the second time it is asked for."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_list_costs_the_same_with_1_and_with_50(client_for: ClientFor) -> None:
    author, asked = make_member(), make_asked()
    make_note(asked, make_case(author, asked))
    client = client_for(author)
    one = cost(client, reverse("cases:case_list"))
    for _ in range(49):
        make_note(asked, make_case(author, asked))
    assert cost(client, reverse("cases:case_list")) == one


def test_the_case_costs_the_same_with_1_contribution_and_with_50(client_for: ClientFor) -> None:
    author, asked = make_member(), make_asked()
    case = make_case(author, asked, topics=[make_topic()])
    make_note(asked, case)
    client = client_for(author)
    addresses = [case.get_absolute_url(), case.notes_url]
    one = [cost(client, address) for address in addresses]
    for _ in range(49):
        make_note(asked, case)
    assert [cost(client, address) for address in addresses] == one


def test_the_case_costs_the_same_with_1_partner_and_with_20(client_for: ClientFor) -> None:
    author = make_member()
    small = make_case(author, make_asked(), topics=[make_topic()])
    large = make_case(author, *(make_asked() for _ in range(20)), topics=[make_topic() for _ in range(10)])
    client = client_for(author)
    assert cost(client, small.get_absolute_url()) == cost(client, large.get_absolute_url())


def test_the_forms_cost_the_same_with_2_partners_and_with_20(client_for: ClientFor) -> None:
    author = make_member()
    case = make_case(author, make_asked())
    make_asked()
    client = client_for(author)
    addresses = [reverse("cases:case_new"), reverse("cases:partner_invite", args=[case.public_id])]
    few = [cost(client, address) for address in addresses]
    for _ in range(18):
        make_asked()
    assert [cost(client, address) for address in addresses] == few
