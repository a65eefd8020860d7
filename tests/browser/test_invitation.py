"""A new person's way in: a mail, a password, a second key, ten codes, the protocol, and only then Spil."""

import re
import time
from base64 import b32decode
from collections.abc import Callable
from pathlib import Path

from django_otp.oath import TOTP
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.looking import assert_screen_is_right
from tests.browser.serving import Server
from tests.browser.test_main_job import send


def newest_mail(server: Server) -> str:
    """Give the text of the mail that was sent last, line breaks of the transport undone."""
    folder = Path(server.env["SPIL_VAR_DIR"]) / "mail"
    text = max(folder.iterdir(), key=lambda path: path.stat().st_mtime).read_text(encoding="utf-8")
    return text.replace("=\n", "").replace("=3D", "=")


def test_from_invitation_to_home(
    server: Server, sign_in: Callable[..., Page], new_context: Callable[..., BrowserContext]
) -> None:
    coordinator = sign_in("coordinator")
    coordinator.goto("/partners/")
    coordinator.locator("main").get_by_role("link", name="Savant Zorg").first.click()
    coordinator.get_by_role("link", name="Nodig iemand uit").click()
    assert_screen_is_right(coordinator)
    coordinator.get_by_label("E-mailadres van hun werk").fill("nieuw@savant.example")
    send(coordinator)
    expect(coordinator.locator("main")).to_contain_text("nieuw@savant.example")

    link = re.search(r"http://\S+/account/uitnodiging/\S+/", newest_mail(server))
    assert link
    page = new_context().new_page()
    page.goto(link.group())
    assert_screen_is_right(page)
    page.get_by_label("Voornaam").fill("Sanne")
    page.get_by_label("Achternaam").fill("Nieuwenhuis")
    page.get_by_label("Kies een wachtwoord").fill("kort")
    send(page)
    assert_screen_is_right(page)
    expect(page.get_by_label("Voornaam")).to_have_value("Sanne")
    page.get_by_label("Kies een wachtwoord").fill("groene fiets onder water")
    send(page)

    # The second key: nothing opens before it is there.
    page.goto("/casussen/")
    expect(page).to_have_url(re.compile("/account/instellen/"))
    assert_screen_is_right(page)
    secret = page.locator("code.letters").inner_text().replace(" ", "")
    totp = TOTP(b32decode(secret))
    totp.time = time.time()
    page.get_by_label("Code van zes cijfers").fill(f"{totp.token():06d}")
    send(page)
    expect(page.locator(".codes li")).to_have_count(10)
    assert_screen_is_right(page)
    page.locator("main .button-primary").click()

    # The protocol, and the address that was asked for is not forgotten.
    expect(page).to_have_url(re.compile("/account/protocol/"))
    assert_screen_is_right(page)
    page.get_by_role("checkbox").check()
    send(page)
    expect(page).to_have_url(re.compile("/casussen/$"))

    # The link was for once.
    again = new_context().new_page()
    response = again.goto(link.group())
    assert response is not None
    assert response.status == 404
