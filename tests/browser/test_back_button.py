"""After signing out the back button shows nothing of what was there: on a shared computer the next person looks too."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.serving import Server
from tests.browser.test_sessions import step_in


def test_the_back_button_shows_nothing_after_signing_out(
    server: Server, new_context: Callable[..., BrowserContext]
) -> None:
    page: Page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    step_in(server, page, "femke.slaats")
    page.goto("/casussen/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Casussen")
    page.goto("/overleg/")
    page.get_by_role("button", name="Uitloggen").click()
    page.wait_for_url(f"{server.url}/")
    for _step in range(3):
        page.go_back()
        expect(page.locator("body")).not_to_contain_text("Casussen")
        assert not page.locator("[data-socket]").count()
