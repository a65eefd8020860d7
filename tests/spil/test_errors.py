"""When something goes wrong: calm words, no details, and an answer even when the database is away."""

import logging
import re
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.test import Client
from django.urls import path

from accounts.doors import Level, access
from spil import errors, urls
from spil.logging import NoQuery, Plain
from tests.factories import make_member

DETAIL = "mevrouw J., 12 mei"


def breaks(_request: HttpRequest) -> None:
    try:
        raise KeyError(DETAIL)
    except KeyError as error:
        raise ValueError(DETAIL) from error


def forbids(_request: HttpRequest) -> None:
    raise PermissionDenied(DETAIL)


class OpenUrls:
    """Spil's addresses, with two that fail."""

    urlpatterns = [
        path("kapot/", access(Level.PUBLIC)(breaks)),
        path("mag-niet/", access(Level.PUBLIC)(forbids)),
        *urls.urlpatterns,
    ]
    handler400, handler403, handler404, handler500 = (
        errors.bad_request,
        errors.forbidden,
        errors.not_found,
        errors.server_error,
    )


@pytest.fixture
def visitor(settings: Any) -> Client:
    settings.ROOT_URLCONF = OpenUrls
    return Client(raise_request_exception=False)


def test_a_failure_is_told_without_details(visitor: Client) -> None:
    response = visitor.get("/kapot/")
    assert response.status_code == 500
    html = response.content.decode()
    assert "Er ging iets mis bij ons" in html
    for detail in (DETAIL, "ValueError", "Traceback", "kapot", "/site/"):
        assert detail not in html


def test_a_failure_is_logged_with_its_place_and_without_its_words(visitor: Client, caplog: Any) -> None:
    with caplog.at_level(logging.ERROR):
        visitor.get("/kapot/?naam=Jansen")
    (record,) = [record for record in caplog.records if record.name == "django.request"]
    handler_filter, formatter = NoQuery(), Plain("{levelname} {name} {message}", style="{")
    record.exc_text = None
    handler_filter.filter(record)
    line = formatter.format(record)
    assert "ValueError" in line
    assert "because of KeyError" in line
    assert "test_errors.py" in line
    assert DETAIL not in line
    assert "Jansen" not in line


def test_without_a_database_the_answer_is_a_page(visitor: Client) -> None:
    """No mark for the database on this test: any question to it fails, as it would when it is away."""
    for address in ("/healthz", "/convenant/", "/"):
        assert visitor.get(address).status_code == 500
    visitor.cookies["spil-sessionid"] = "x" * 32
    for address in ("/healthz", "/berichten/", "/socket/"):
        response = visitor.get(address)
        assert response.status_code == 500
        assert "Er ging iets mis bij ons" in response.content.decode()


def test_a_visitor_still_sees_the_door_without_a_database(client: Client) -> None:
    assert client.get("/account/inloggen/").status_code == 200
    assert client.get("/casussen/").status_code == 302


def test_the_page_for_a_bad_request_looks_at_nothing() -> None:
    response = errors.bad_request(HttpRequest())
    assert response.status_code == 400
    assert "Dit verzoek klopt niet" in response.content.decode()


def test_an_unknown_host_is_a_bad_request(visitor: Client) -> None:
    response = visitor.get("/account/inloggen/", headers={"host": "kwaad.example"})
    assert response.status_code == 400
    assert "kwaad" not in response.content.decode()


@pytest.mark.django_db
def test_a_refusal_reads_like_what_is_not_there(visitor: Client, client_for: Any, settings: Any) -> None:
    client = client_for(make_member())
    refused, missing = client.get("/mag-niet/"), client.get("/bestaat-niet/")
    assert (refused.status_code, missing.status_code) == (404, 404)
    assert DETAIL not in refused.content.decode()
    refused_html, missing_html = (re.sub(r'value="[^"]*"', "", page.content.decode()) for page in (refused, missing))
    assert refused_html == missing_html


@pytest.mark.django_db
def test_a_form_that_is_too_old_is_explained() -> None:
    response = Client(enforce_csrf_checks=True).post("/account/inloggen/", {"email": "a@example.org"})
    assert response.status_code == 403
    assert "a@example.org" not in response.content.decode()
    assert "Reason" not in response.content.decode()


def record(message: str, *args: object) -> str:
    """Give a message as the server's log would have it."""
    line = logging.LogRecord("x", logging.INFO, __file__, 1, message, args, None)
    NoQuery().filter(line)
    return line.getMessage()


def test_the_servers_log_holds_no_query_and_one_line_an_event() -> None:
    assert record("GET %s HTTP", "/partners/?zoek=Jansen&x=1") == "GET /partners/ HTTP"
    assert record('"/a?b=c" and /d?e') == '"/a" and /d'
    assert record("one\r\ntwo\x00\x1b[31m\u2028x") == "one\\r\\ntwo\\x00\\x1b[31m\\u2028x"
    assert record("100%% of %d", 5) == "100% of 5"
