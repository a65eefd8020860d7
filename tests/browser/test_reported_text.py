"""A reader can tell who a text is about: it goes from every screen at once, the core team looks, and it comes back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import assert_screen_is_right
from tests.browser.test_main_job import SITUATION, fill_case, send

SOON = 5000  # milliseconds
TRACEABLE = "De buren van de molen kennen de situatie al lang."
VEIL = "Deze tekst wordt nagekeken"
Enter = Callable[..., Page]


@pytest.mark.parametrize("width", [1280, 390])
def test_a_reader_reports_the_core_team_looks_and_it_comes_back(sign_in: Enter, width: int) -> None:
    size = {"viewport": {"width": width, "height": 900}}
    author, writer, reader = sign_in("lev", **size), sign_in("atlant", **size), sign_in("karima.azzouzi", **size)
    author.goto("/casussen/nieuw/")
    fill_case(author, SITUATION, "Atlant")
    box = author.locator("label.choice", has_text="Marokkaanse Gemeenschap").locator("input[name=partners]")
    if not box.is_visible():
        box.locator("xpath=ancestor::details/summary").click()
    box.check()
    send(author)
    expect(author).to_have_url(re.compile(r"/casussen/[0-9a-z]{12}/$"))
    for page in (writer, reader):
        page.goto(author.url)
    writer.get_by_label("Uw bijdrage").fill(TRACEABLE)
    send(writer)
    expect(author.locator(".notes")).to_contain_text(TRACEABLE, timeout=SOON)
    expect(reader.locator(".notes")).to_contain_text(TRACEABLE, timeout=SOON)

    # One partner reports it; on the page that stands open elsewhere it goes at once. Its writer still reads it.
    reader.locator(".note", has_text=TRACEABLE).get_by_role("link", name="Herleidbaar?").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Ziet u over wie dit gaat?")
    assert_screen_is_right(reader)
    reader.get_by_role("button", name="Ja, verberg deze tekst").click()
    expect(author.locator(".notes")).to_contain_text(VEIL, timeout=SOON)
    expect(author.locator(".notes")).not_to_contain_text(TRACEABLE)
    expect(reader.locator(".notes")).not_to_contain_text(TRACEABLE)
    # From the top: the page jumped to the contribution, and the bar may stand half over a link above it.
    reader.evaluate("scrollTo(0, 0)")
    assert_screen_is_right(reader)
    writer.reload()
    expect(writer.locator(".notes")).to_contain_text(TRACEABLE)
    expect(writer.get_by_role("link", name="Schrijf opnieuw")).to_be_visible()
    assert_screen_is_right(writer)
    writer.get_by_role("link", name="Schrijf opnieuw").click()
    assert_screen_is_right(writer)

    # The core team reads it after saying so, and lets it stay.
    seated = sign_in("wmo", **size)
    seated.goto("/teksten/")
    assert_screen_is_right(seated)
    seated.get_by_role("link", name="Een bijdrage aan een casus").first.click()
    expect(seated.locator("main")).not_to_contain_text(TRACEABLE)
    assert_screen_is_right(seated)
    seated.get_by_role("button", name="Lees de tekst").click()
    expect(seated.locator("main")).to_contain_text(TRACEABLE)
    assert_screen_is_right(seated)
    seated.get_by_role("button", name="Nee: de tekst mag blijven").click()
    expect(author.locator(".notes")).to_contain_text(TRACEABLE, timeout=SOON)
    expect(author.locator(".notes")).to_contain_text("Ingezien door")
