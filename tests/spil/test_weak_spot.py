"""Whoever finds a weak spot learns whom to tell, as a person and as a machine; and an operator cannot misspell it."""

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.utils import timezone

from spil.environment import contact

TXT = "/.well-known/security.txt"


@pytest.fixture
def named(settings: Any) -> None:
    settings.SECURITY_CONTACT = "mailto:veilig@example.org"


@pytest.mark.usefixtures("named")
def test_a_machine_reads_whom_to_tell_and_until_when_that_holds(client: Client) -> None:
    response = client.get(TXT)
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    lines = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert lines["Contact"] == "mailto:veilig@example.org"
    assert lines["Policy"].endswith("/kwetsbaarheid-melden/")
    until = dt.datetime.fromisoformat(lines["Expires"]) - timezone.now()
    assert dt.timedelta(days=90) < until < dt.timedelta(days=365)


def test_while_nobody_is_named_it_is_not_there(client: Client, settings: Any) -> None:
    settings.SECURITY_CONTACT = ""
    assert client.get(TXT).status_code == 302
    html = client.get("/kwetsbaarheid-melden/").content.decode()
    assert "coördinator van het netwerk" in html


@pytest.mark.usefixtures("named")
def test_a_person_reads_it_without_an_account_and_without_a_database(client: Client) -> None:
    """No mark for the database on this test: a question to it would fail."""
    html = client.get("/kwetsbaarheid-melden/").content.decode()
    assert "mailto:veilig@example.org" in html


@pytest.mark.parametrize("value", ["veilig@example.org", "http://example.org", "javascript:x"])
def test_an_address_that_nobody_could_follow_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SPIL_SECURITY_CONTACT", value)
    with pytest.raises(ImproperlyConfigured, match="SPIL_SECURITY_CONTACT"):
        contact("SPIL_SECURITY_CONTACT")
