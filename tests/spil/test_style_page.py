"""The page of the design: every component is on it or says where it is, for members only, in the theme that is asked for."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from spil.style_page import ELSEWHERE
from tests.factories import make_member, make_partner

SITE = Path(__file__).parents[2] / "site"
TEMPLATES = {path.stem for path in (SITE / "templates" / "components").glob("*.html")}
STYLES = {path.stem for path in (SITE / "static" / "css" / "components").glob("*.css")}

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(client_for: Callable[[User], Client]) -> Client:
    return client_for(make_member())


@pytest.fixture
def page(member: Client) -> Callable[..., str]:
    return lambda query="": member.get(f"/stijl/{query}").content.decode()


def shown(html: str) -> set[str]:
    return {name for names in re.findall(r'data-components="([^"]+)"', html) for name in names.split()}


def test_every_component_is_there_or_says_where_it_stands(page: Callable[..., str]) -> None:
    assert shown(page()) == TEMPLATES | STYLES


def test_nothing_is_said_to_stand_elsewhere_that_does_not_exist() -> None:
    assert set(ELSEWHERE) <= TEMPLATES | STYLES


def test_a_visitor_is_sent_to_the_door() -> None:
    answer = Client().get("/stijl/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/account/inloggen/?next=%2Fstijl%2F")


@pytest.mark.parametrize(("query", "theme"), [("?theme=light", "light"), ("?theme=dark", "dark")])
def test_it_is_seen_in_the_theme_that_is_asked_for(page: Callable[..., str], query: str, theme: str) -> None:
    assert f'<div class="specimens" data-theme="{theme}">' in page(query)


@pytest.mark.parametrize("query", ["", "?theme=", "?theme=pink", "?theme=%22%3E%3Cscript%3E"])
def test_without_a_theme_that_exists_it_is_as_your_own_screen(page: Callable[..., str], query: str) -> None:
    assert '<div class="specimens">' in page(query)


def test_no_two_things_on_it_have_one_name(page: Callable[..., str]) -> None:
    names = re.findall(r'\sid="([^"]+)"', page())
    assert sorted(names) == sorted(set(names))


def test_the_states_of_a_form_are_on_it(page: Callable[..., str]) -> None:
    html = page()
    assert 'aria-invalid="true"' in html
    assert "<mark" in html
    assert html.count('class="notice"') >= 6


def test_it_asks_no_more_of_the_database_when_there_are_more_partners(member: Client) -> None:
    member.get("/stijl/")
    with CaptureQueriesContext(connection) as few:
        member.get("/stijl/")
    for number in range(5):
        make_partner(f"Stichting Zonnedauw {number}")
    with CaptureQueriesContext(connection) as many:
        member.get("/stijl/")
    assert len(many) <= len(few)
