"""Refused, helped, stored: a text full of names and numbers is stored within two minutes, by the buttons alone."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import assert_screen_is_right
from tests.browser.test_main_job import fill_case, send

Enter = Callable[..., Page]
MINUTES = 2
SIZES = {"1280": {"width": 1280, "height": 900}, "390": {"width": 390, "height": 844}}
# Invented; the number passes the eleven-test and was given to nobody.
SITUATION = (
    "Mevrouw Truus Jansen is 83 en woont aan de Dorpsstraat 12 in Ommel. Zij is te bellen op 06-12345678. "
    "Truus eet graag met anderen. Haar nummer is 111222333."
)
HELPED = (
    "Mevrouw A is 80-90 jaar oud en woont aan de straat in de buurt in Ommel. Zij is te bellen op "
    "[telefoonnummer weggelaten]. Persoon A eet graag met anderen. Haar nummer is [nummer weggelaten]."
)


def keep_the_village(page: Page) -> None:
    """Let the village stand, with a reason."""
    row = page.locator(".finding-row", has=page.locator("q", has_text="Ommel"))
    row.get_by_label("Of laat staan, omdat").select_option("needed")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("with_script", [True, False], ids=["with script", "without script"])
def test_refused_helped_stored_in_under_two_minutes(size: str, with_script: bool, sign_in: Enter) -> None:
    page = sign_in("thuiszorg", viewport=SIZES[size], java_script_enabled=with_script)
    page.goto("/casussen/nieuw/")
    begin = time.monotonic()
    fill_case(page, SITUATION, "ONIS")

    # Refused: each place is marked, the summary has the focus, and what must go says so.
    send(page)
    expect(page.locator("mark.finding[data-weight=hard]").first).to_be_visible()
    if with_script:
        expect(page.locator(".notice[data-state=stop]")).to_be_focused()
        assert_screen_is_right(page)
    expect(page.locator(".finding-row", has_text="111222333").get_by_role("combobox")).to_have_count(0)

    # Helped: one word stays with a reason, one is replaced by a click, the rest by another.
    keep_the_village(page)
    page.get_by_role("button", name=re.compile("Vervang door “80-90 jaar oud”")).click()
    expect(page.get_by_label("De situatie")).to_have_value(re.compile("is 80-90 jaar oud en"))
    expect(page.locator(".finding-row", has_text="Ommel")).to_contain_text("blijft staan")
    if with_script:
        expect(page.locator(".finding-row button").nth(1)).to_be_focused()
        assert_screen_is_right(page)
    page.get_by_role("button", name="Alles vervangen").last.click()
    expect(page.get_by_label("De situatie")).to_have_value(HELPED)
    expect(page.locator(".notice[data-state=good]")).to_contain_text("niets dat eruit moet")
    if with_script:
        assert_screen_is_right(page)

    # Stored, as it stood on the screen, with everything else that was chosen before.
    send(page)
    expect(page).to_have_url(re.compile(r"/casussen/[0-9a-z]{12}/$"))
    assert time.monotonic() - begin < MINUTES * 60


def test_only_a_button_sends_anything(sign_in: Enter) -> None:
    page = sign_in("welzijn")
    page.goto("/casussen/nieuw/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.method))
    page.get_by_label("De situatie").press_sequentially("Mevrouw Jansen is 83.", delay=5)
    page.get_by_label("De situatie").blur()
    page.wait_for_timeout(500)
    assert "POST" not in asked
    # By keyboard alone: to the button, and the findings are there without the page being left.
    page.get_by_role("button", name="Alleen controleren").focus()
    page.keyboard.press("Enter")
    expect(page.locator("mark.finding").first).to_be_visible()
    assert asked.count("POST") == 1
    expect(page.get_by_label("De situatie")).to_have_value("Mevrouw Jansen is 83.")


@pytest.mark.parametrize("size", SIZES)
def test_the_pages_of_the_check_are_right(size: str, sign_in: Enter) -> None:
    page = sign_in("coordinator", viewport=SIZES[size])
    for address in ("/controle/", "/controle/namen/", "/controle/dorpen/"):
        page.goto(address)
        assert_screen_is_right(page)
    page.goto("/controle/namen/")
    page.get_by_label("Naam van een organisatie").fill("Truus Jansen")
    send(page)
    expect(page.locator(".notice[data-state=stop]")).to_be_focused()
    # The page has moved to the notice, and a link that lies half below the bar on top counts as too small.
    page.evaluate("scrollTo(0, 0)")
    assert_screen_is_right(page)
