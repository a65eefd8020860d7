"""Passkeys in a real browser: made among the keys, then alone at the door, then beside a password."""

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, CDPSession, Page, expect

from tests.browser.conftest import PASSWORD
from tests.browser.looking import assert_screen_is_right

SHAPE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    # Nobody touches it until the test says so: the sign-in page asks by itself, and would be answered at once.
    "automaticPresenceSimulation": False,
}


class Finger:
    """The passkeys of one page's device, and the finger of its owner."""

    def __init__(self, page: Page) -> None:
        self.device: CDPSession = page.context.new_cdp_session(page)
        self.device.send("WebAuthn.enable", {"enableUI": False})
        made = self.device.send("WebAuthn.addVirtualAuthenticator", {"options": SHAPE})
        self.id = made["authenticatorId"]

    def rest(self, enabled: bool = False) -> None:
        """Take the finger off, or (with `enabled`) put it on."""
        self.device.send("WebAuthn.setAutomaticPresenceSimulation", {"authenticatorId": self.id, "enabled": enabled})

    def touch(self) -> None:
        """Put the finger on."""
        self.rest(enabled=True)


def press(page: Page, finger: Finger, button: str) -> None:
    """Press a passkey button with the finger on the device; before that the page's own question must stay unanswered."""
    finger.touch()
    page.get_by_role("button", name=button).click()


def make_passkey(page: Page, name: str) -> Finger:
    """Add a passkey to the keys of whoever is signed in, and give it a name."""
    page.goto("/account/sleutels/")
    assert_screen_is_right(page)
    finger = Finger(page)
    press(page, finger, "Voeg een passkey toe")
    page.wait_for_url(re.compile(r"/account/sleutels/[0-9a-f]{12}/$"))
    finger.rest()
    assert_screen_is_right(page)
    page.get_by_label("Naam van deze sleutel").fill(name)
    page.get_by_role("button", name="Wijzig de naam").click()
    expect(page.get_by_role("link", name=name)).to_be_visible()
    return finger


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Uitloggen").first.click()
    page.wait_for_url(re.compile(r"/$"))


def test_a_passkey_is_made_and_lets_its_owner_in_alone(sign_in: Callable[..., Page]) -> None:
    page = sign_in("savant")
    finger = make_passkey(page, "mijn laptop")
    page.goto("/account/")
    sign_out(page)

    page.goto("/casussen/")
    expect(page).to_have_url(re.compile("/account/inloggen/"))
    expect(page.get_by_role("button", name="Inloggen met een passkey")).to_be_visible()
    expect(page.get_by_label("E-mailadres van uw werk")).to_have_attribute("autocomplete", "username webauthn")
    assert_screen_is_right(page)
    press(page, finger, "Inloggen met een passkey")
    expect(page).to_have_url(re.compile("/casussen/$"))
    finger.rest()
    page.goto("/account/sleutels/")
    expect(page.locator("li", has_text="mijn laptop")).to_contain_text("hiermee bent u binnen")

    # The sign-in page offers it by itself: nothing is pressed.
    page.goto("/account/")
    sign_out(page)
    finger.touch()
    page.goto("/account/inloggen/?next=/overleg/")
    expect(page).to_have_url(re.compile("/overleg/$"))


def test_a_passkey_is_the_second_key_beside_a_password(sign_in: Callable[..., Page]) -> None:
    page = sign_in("hartentroef", viewport={"width": 390, "height": 844})
    finger = make_passkey(page, "telefoon")
    page.goto("/account/")
    sign_out(page)

    page.goto("/account/inloggen/?next=/berichten/")
    page.fill("[name=email]", "hartentroef@spil.example")
    page.fill("[name=password]", PASSWORD)
    page.click("main .button-primary")
    page.wait_for_url("**/account/code/**")
    assert_screen_is_right(page)
    press(page, finger, "Gebruik een passkey")
    expect(page).to_have_url(re.compile("/berichten/$"))


def test_who_stops_halfway_hears_so_and_can_go_on(sign_in: Callable[..., Page]) -> None:
    page = sign_in("zonnebloem")
    page.goto("/account/sleutels/")
    page.evaluate(
        "() => { navigator.credentials.create = () => Promise.reject(new DOMException('', 'NotAllowedError')) }"
    )
    page.get_by_role("button", name="Voeg een passkey toe").click()
    expect(page.get_by_text("U bent gestopt, of het duurde te lang.")).to_be_visible()
    expect(page.get_by_role("button", name="Voeg een passkey toe")).to_be_enabled()
    assert_screen_is_right(page)


def test_without_a_script_there_is_no_button_that_does_nothing(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/account/inloggen/")
    expect(page.get_by_role("button", name="Inloggen met een passkey")).to_have_count(0)
    expect(page.get_by_role("button", name="Volgende")).to_be_visible()
