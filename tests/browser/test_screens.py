"""What the walk (test_walk.py) does not come to: a screen in the other language."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext

from tests.browser.looking import assert_screen_is_right


def test_english_can_be_chosen(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.goto("/account/inloggen/")
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("heading", level=1).inner_text() == "Sign in for partners"
    assert_screen_is_right(page)
