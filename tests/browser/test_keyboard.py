"""Every main task with the keyboard alone, and once more enlarged four times and in forced colours. Nothing is clicked here."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.looking import FORCED, ZOOMED, assert_fits, axe, measure
from tests.browser.serving import Server
from tests.browser.test_main_job import BSN

PASSWORD = "samen aan de keukentafel"
ENLARGED = {"viewport": ZOOMED, "forced_colors": "active", "reduced_motion": "reduce"}
WAYS = [pytest.param({}, id="wide"), pytest.param(ENLARGED, id="enlarged, forced colours")]
MOST = 250  # Stops on the way to something; more is a trap.
ADVICE = "Wij bellen elke week op hetzelfde uur."
PROMISE = "Een folder over samen eten maken"

Enter = Callable[..., Page]


def come_to(there: Locator) -> None:
    """Press Tab until something has the focus, and see that it can be seen there."""
    page = there.page
    for _stop in range(MOST):
        if there.evaluate("el => el === document.activeElement"):
            said = measure(page, "focus")
            assert not said, said
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"The keyboard does not come to {there}")


def press(there: Locator) -> None:
    """Go to something with the keyboard and press it."""
    come_to(there)
    there.page.keyboard.press("Enter")


def follow(there: Locator) -> None:
    """Go to something with the keyboard, press it, and come to the next page."""
    come_to(there)
    with there.page.expect_navigation():
        there.page.keyboard.press("Enter")


def write(there: Locator, text: str) -> None:
    """Go to a field with the keyboard and type over what is in it."""
    come_to(there)
    there.page.keyboard.press("Control+a")
    there.page.keyboard.type(text)


def choose(radios: Locator, label: str) -> None:
    """Go to a group of radio buttons and choose by the arrows, as the browser has it."""
    page = radios.page
    for _stop in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate("name => document.activeElement.name === name", radios.first.get_attribute("name")):
            break
    wanted = page.get_by_role("radio", name=label, exact=True)
    for _each in range(radios.count()):
        if wanted.evaluate("el => el === document.activeElement"):
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press(" ")
    expect(wanted).to_be_checked()


def menu(page: Page, name: str) -> Locator:
    """Give a way of the main menu: on top, or at the bottom of a small window."""
    return page.locator(".topbar, .bottombar").get_by_role("link", name=name).locator("visible=true")


def look(page: Page) -> None:
    """See that a screen on the way is right in the window and the colours of the journey."""
    if page.viewport_size == ZOOMED:
        assert not axe(page, FORCED)
    assert_fits(page)


def step_in(server: Server, page: Page, name: str) -> None:
    """Sign in, in two steps."""
    page.goto("/account/inloggen/")
    write(page.locator("[name=email]"), f"{name}@spil.example")
    write(page.locator("[name=password]"), PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/account/code/**")
    write(page.locator("[name=code]"), server.manage("demo_code", f"{name}@spil.example"))
    look(page)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server.url}/")


@pytest.mark.parametrize("way", WAYS)
def test_sign_in_and_contribute_what_was_refused_first(
    way: dict[str, object], server: Server, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(**way).new_page()
    step_in(server, page, "huisarts" if not way else "welzijn")
    follow(menu(page, "Casussen"))
    follow(page.get_by_role("link", name=re.compile("Wie kan overdag meekijken")).first)
    look(page)

    # Refused, and what has to go is replaced by the button beside it.
    choose(page.locator("#write input[name=kind]"), "Advies")
    write(page.get_by_label("Uw bijdrage"), f"{ADVICE} Het nummer is {BSN}.")
    follow(page.get_by_role("button", name="Controleer en plaats"))
    expect(page.locator("mark.finding")).to_contain_text(BSN)
    look(page)
    press(page.get_by_role("button", name=re.compile("^Vervang door")))
    expect(page.get_by_label("Uw bijdrage")).to_have_value(f"{ADVICE} Het nummer is [nummer weggelaten].")

    # Stored, with the words that stand there now.
    follow(page.get_by_role("button", name="Controleer en plaats"))
    expect(page.locator(".notes")).to_contain_text("[nummer weggelaten]")
    expect(page.locator(".notes")).not_to_contain_text(BSN)
    look(page)


@pytest.mark.parametrize("way", WAYS)
def test_the_coordinator_puts_an_item_on_the_agenda_and_writes_a_promise_down(
    way: dict[str, object], sign_in: Enter
) -> None:
    page = sign_in("coordinator", **way)
    follow(menu(page, "Overleg"))
    follow(page.locator("main .what").first)
    follow(page.get_by_role("link", name="Zet een punt op de agenda"))
    look(page)
    write(page.get_by_label("Onderwerp"), "Samen eten in de zomer")
    follow(page.get_by_role("button", name="Controleer en zet op de agenda"))
    expect(page.get_by_role("heading", name="Samen eten in de zomer").last).to_be_in_viewport()

    # What came out is written down at a meeting that was held.
    follow(menu(page, "Overleg"))
    follow(page.locator("main .what").last)
    follow(page.get_by_role("link", name=re.compile("Leg een uitkomst vast")).first)
    choose(page.locator("main input[name=kind]"), "Actie")
    write(page.locator("main [name=text]"), PROMISE)
    come_to(page.locator("main [name=person]"))
    page.keyboard.type("Tom Her")
    come_to(page.locator("main [name=due_on]"))
    page.keyboard.type("31122027")
    look(page)
    follow(page.get_by_role("button", name="Controleer en leg vast"))
    expect(page.locator("main")).to_contain_text(PROMISE)
    look(page)


@pytest.mark.parametrize("way", WAYS)
def test_a_partner_says_that_a_promise_is_kept(way: dict[str, object], sign_in: Enter) -> None:
    page = sign_in("wonen" if way else "atlant", **way)
    page.goto("/afspraken/")
    look(page)
    open_ones = page.get_by_role("button", name="Klaar")
    before = open_ones.count()
    follow(open_ones.first)
    expect(open_ones).to_have_count(before - 1)
    look(page)


def test_the_editor_reads_the_covenant_and_mends_what_is_said_of_it(sign_in: Enter) -> None:
    page = sign_in("redacteur")
    follow(page.locator(".topbar").get_by_role("link", name="Convenant"))
    press(page.locator(".contents a").nth(4))
    expect(page.locator(":target")).to_be_in_viewport()
    page.goto("/cms/pages/search/?q=Modelconvenant")
    follow(page.locator("main a[href*='/edit/']", has_text="Modelconvenant").first)
    page.wait_for_load_state("networkidle")
    write(page.locator("[name=source]"), "Het ondertekende stuk")
    # The text has hundreds of stops; the editor has a key to store from any of them.
    page.keyboard.press("Control+s")
    expect(page.locator(".messages")).to_contain_text("Modelconvenant")
    expect(page.locator("[name=source]")).to_have_value("Het ondertekende stuk")
