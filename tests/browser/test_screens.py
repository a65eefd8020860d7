"""Every screen of a visitor and of each role: nothing for axe to find, and it fits a phone, also a narrow one."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.looking import assert_fits, assert_screen_is_right

PUBLIC = [
    "/",
    "/partners/",
    "/convenant/",
    "/privacyprotocol/",
    "/account/inloggen/",
    "/partners/onis/",
    "/kwetsbaarheid-melden/",
]
MEMBER = [
    "/",
    "/casussen/",
    "/casussen/nieuw/",
    "/overleg/",
    "/afspraken/",
    "/partners/",
    "/berichten/",
    "/account/",
    "/netwerk/",
    "/zoeken/",
    "/wie-mag-wat/",
]
ACCOUNT = ["sleutels/", "sleutels/app/", "wachtwoord/", "e-mailadres/", "gegevens/", "afwezig/"]
SHAPES = [
    pytest.param({"viewport": {"width": 1280, "height": 900}}, id="wide"),
    pytest.param({"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}, id="phone, dark"),
]


def look(page: Page, addresses: list[str]) -> None:
    """Open each address and look at it, then once more at 320 pixels."""
    for address in addresses:
        response = page.goto(address)
        assert response is not None
        assert response.status == 200, address
        assert_screen_is_right(page)
        size = page.viewport_size
        page.set_viewport_size({"width": 320, "height": 700})
        assert_fits(page)
        assert size
        page.set_viewport_size(size)


@pytest.mark.parametrize("shape", SHAPES)
def test_what_a_visitor_sees(shape: dict[str, object], new_context: Callable[..., BrowserContext]) -> None:
    look(new_context(**shape).new_page(), PUBLIC)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("person", ["coordinator", "wmo", "lev", "redacteur", "fg"])
def test_what_a_member_sees(person: str, shape: dict[str, object], sign_in: Callable[..., Page]) -> None:
    page = sign_in(person, **shape)
    look(page, MEMBER)


@pytest.mark.parametrize("shape", SHAPES)
def test_what_somebody_sees_of_their_own_account(shape: dict[str, object], sign_in: Callable[..., Page]) -> None:
    page = sign_in("koen.aerts", **shape)
    look(page, [f"/account/{each}" for each in ACCOUNT])


def test_english_can_be_chosen(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.goto("/account/inloggen/")
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("heading", level=1).inner_text() == "Sign in for partners"
    assert_screen_is_right(page)
