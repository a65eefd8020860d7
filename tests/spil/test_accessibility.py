"""The accessibility statement: a draft that promises no more than is measured, for everybody and without an account."""

from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

THERE = "/toegankelijkheid/"


def words(client: Client) -> str:
    main = BeautifulSoup(client.get(THERE).content, "html.parser").find("main")
    assert main
    return " ".join(main.get_text(" ").split())


def test_it_is_a_draft_that_names_its_status_its_day_and_whose_it_is(client: Client, settings: Any) -> None:
    """No mark for the database on this test: a question to it would fail."""
    settings.NETWORK_NAME = "Beemdrode"
    said = words(client)
    for part in ("Concept", "Status: eerste maatregelen genomen", "netwerk Beemdrode", "26 november 2026", "ombudsman"):
        assert part in said
    assert "voldoet volledig" not in said


def test_somebody_whom_a_page_keeps_out_learns_whom_to_tell(client: Client, settings: Any) -> None:
    settings.ACCESSIBILITY_CONTACT = ""
    assert "coördinator van het netwerk" in words(client)
    settings.ACCESSIBILITY_CONTACT = "mailto:iedereen@example.org"
    assert "iedereen@example.org" in words(client)
    assert "coördinator" not in words(client)


def test_every_page_leads_there(client: Client) -> None:
    foot = BeautifulSoup(client.get("/account/inloggen/").content, "html.parser").find("footer")
    assert foot
    assert foot.find("a", href=THERE)
