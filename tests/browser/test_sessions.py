"""A session's end as people meet it: ended from another browser, warned in time, and not a word of what was typed lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import PASSWORD, Server
from tests.browser.looking import assert_screen_is_right
from tests.browser.test_main_job import QUESTION, SITUATION, fill_case, send

SOON = 5000  # milliseconds: what the promise says of an ended session
Enter = Callable[..., Page]


def step_in(server: Server, page: Page, name: str, recovery: str = "") -> None:
    """Sign in by hand, in a browser of one's own; with a recovery code when one is given, since a code works once."""
    page.goto("/account/inloggen/")
    page.fill("[name=email]", f"{name}@spil.example")
    page.fill("[name=password]", PASSWORD)
    page.click("main .button-primary")
    page.wait_for_url("**/account/code/**")
    if recovery:
        page.get_by_role("link", name="herstelcode").click()
    page.fill("[name=code]", recovery or server.manage("demo_code", f"{name}@spil.example"))
    page.click("main .button-primary")
    page.wait_for_url(f"{server.url}/")


def new_recovery_code(page: Page) -> str:
    """Make new recovery codes, and give one of them."""
    page.goto("/account/sleutels/")
    page.get_by_role("button", name="Maak tien nieuwe herstelcodes").click()
    return page.locator(".codes li").first.inner_text().strip()


def step_in_again(server: Server, page: Page, name: str) -> None:
    """Sign in again in the dialog, in two steps."""
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("E-mailadres van uw werk")).to_have_value(f"{name}@spil.example")
    dialog.get_by_label("Wachtwoord").fill("niet dit wachtwoord")
    dialog.get_by_role("button", name="Volgende").click()
    expect(dialog).to_contain_text("horen niet bij elkaar")
    dialog.get_by_label("Wachtwoord").fill(PASSWORD)
    dialog.get_by_role("button", name="Volgende").click()
    code = dialog.get_by_label("Code van zes cijfers")
    expect(code).to_be_focused()
    code.fill(server.manage("demo_code", f"{name}@spil.example"))
    code.press("Enter")
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize("size", [{"width": 1280, "height": 900}, {"width": 390, "height": 844}])
def test_ended_from_another_browser_and_the_typed_text_survives(
    server: Server, new_context: Callable[..., BrowserContext], size: dict[str, int]
) -> None:
    name = "amalia" if size["width"] > 1000 else "wocom"
    first, second = new_context(viewport=size).new_page(), new_context(viewport=size).new_page()
    step_in(server, first, name)
    recovery = new_recovery_code(first)
    first.goto("/casussen/nieuw/")
    fill_case(first, SITUATION, "ONIS")
    step_in(server, second, name, recovery)

    # From the second browser, the first is ended; it hears so at once and keeps what was typed.
    second.goto("/account/sessies/")
    assert_screen_is_right(second)
    expect(second.locator(".rows li")).to_have_count(2)
    second.get_by_role("button", name="Beëindig Chrome").click()
    expect(first.get_by_role("dialog", name="U bent uitgelogd")).to_be_visible(timeout=SOON)
    expect(second.locator(".rows li")).to_have_count(1)
    expect(second.locator("main")).to_contain_text("De sessie is beëindigd")
    assert_screen_is_right(first)

    # Who says "not now" can still come back to it; nothing can be sent meanwhile.
    first.get_by_role("button", name="Nu niet").click()
    expect(first.get_by_role("dialog")).to_have_count(0)
    first.locator("main .button-primary").last.click()
    expect(first.get_by_role("dialog", name="U bent uitgelogd")).to_be_visible()

    step_in_again(server, first, name)
    expect(first.get_by_label("Uw vraag aan het netwerk")).to_have_value(QUESTION)
    expect(first.get_by_label("De situatie")).to_have_value(SITUATION)
    send(first)
    expect(first.get_by_role("heading", level=1)).to_have_text(QUESTION)
    # The socket is there again, too.
    expect(first.locator("[data-signed-out]")).to_have_count(0)


def test_a_warning_comes_two_minutes_before_and_one_button_stays(sign_in: Enter) -> None:
    page = sign_in("harrie.joosten")
    page.clock.install()
    page.goto("/casussen/nieuw/")
    posted: list[str] = []

    def nearly_over(route: Route) -> None:
        """Answer as the server does when nothing was done for 28 minutes and a half."""
        if route.request.method == "POST":
            posted.append(route.request.url)
            route.fallback()
        else:
            assert route.request.headers["x-spil-background"] == "1"
            route.fulfill(body="90", content_type="text/plain")

    page.route("**/account/blijven/", nearly_over)
    warning = page.get_by_role("dialog", name="Bent u er nog?")
    # The server notes at most once a minute that somebody is there, so a page may start with a minute less.
    page.clock.fast_forward("26:30")
    expect(warning).to_have_count(0)
    page.clock.fast_forward("02:00")
    expect(warning).to_be_visible()
    assert_screen_is_right(page)
    page.get_by_role("button", name="Blijf ingelogd").click()
    expect(warning).to_have_count(0)
    assert len(posted) == 1


def test_without_scripts_the_form_says_until_when(sign_in: Enter) -> None:
    page = sign_in("harrie.joosten", java_script_enabled=False)
    page.goto("/casussen/nieuw/")
    expect(page.get_by_text("U kunt dit versturen tot")).to_be_visible()
    scripted = sign_in("harrie.joosten")
    scripted.goto("/casussen/nieuw/")
    expect(scripted.get_by_text("U kunt dit versturen tot")).to_be_hidden()


def test_a_dialog_that_could_not_be_fetched_is_asked_for_again(sign_in: Enter) -> None:
    page = sign_in("harrie.joosten")
    page.clock.install()
    page.goto("/casussen/nieuw/")
    page.route("**/account/blijven/", lambda route: route.fulfill(body="0", content_type="text/plain"), times=1)
    page.route("**/account/opnieuw/**", lambda route: route.abort(), times=1)
    dialog = page.get_by_role("dialog", name="U bent uitgelogd")
    with page.expect_event("requestfailed"):
        page.evaluate("document.dispatchEvent(new CustomEvent('spil:signed-out'))")
    expect(dialog).to_be_visible()

    # The connection is back. The session was never over, so the dialog has nothing left to ask.
    page.clock.fast_forward("00:11")
    expect(dialog).to_have_count(0)
