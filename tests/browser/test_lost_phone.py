"""A lost phone: one person asks, another approves, and only then the way in begins anew; the password stays."""

import re
import time
from base64 import b32decode
from collections.abc import Callable

from django_otp.oath import TOTP
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PASSWORD, Server
from tests.browser.looking import assert_screen_is_right
from tests.browser.test_invitation import newest_mail
from tests.browser.test_main_job import send

LOST, APPROVER = "kbo", "politie"


def confirm_if_asked(page: Page, server: Server, name: str) -> None:
    """Give a code when the last one is more than ten minutes ago, as somebody who signed in for an earlier test."""
    if "/account/bevestigen/" in page.url:
        page.locator("[name=code]").fill(server.manage("demo_code", f"{name}@spil.example"))
        send(page)


def give_password(page: Page, name: str) -> None:
    """Take the first step in."""
    page.goto("/account/inloggen/")
    page.fill("[name=email]", f"{name}@spil.example")
    page.fill("[name=password]", PASSWORD)
    send(page)


def test_a_second_person_lets_somebody_who_lost_their_phone_in_again(
    server: Server, sign_in: Callable[..., Page], new_context: Callable[..., BrowserContext]
) -> None:
    elsewhere = sign_in(LOST)
    person = new_context().new_page()
    give_password(person, LOST)
    expect(person).to_have_url(re.compile("/account/code/"))
    person.get_by_text("Telefoon kwijt, en geen herstelcodes?").click()
    expect(person.locator("main")).to_contain_text("Bel de coördinator")
    assert_screen_is_right(person)

    # One asks.
    coordinator = sign_in("coordinator")
    coordinator.locator("footer").get_by_role("link", name="Mensen", exact=True).click()
    assert_screen_is_right(coordinator)
    coordinator.get_by_label("Naam, adres of werk").fill("bakermans")
    coordinator.get_by_role("main").get_by_role("button", name="Zoek").click()
    coordinator.get_by_role("link", name="Wim Bakermans").click()
    assert_screen_is_right(coordinator)
    coordinator.get_by_role("link", name="Vraag een nieuwe tweede sleutel aan").click()
    confirm_if_asked(coordinator, server, "coordinator")
    assert_screen_is_right(coordinator)
    send(coordinator)
    expect(coordinator.locator("main")).to_contain_text("wacht op goedkeuring")

    # Nothing has changed, and whoever asked cannot approve.
    elsewhere.goto("/berichten/")
    expect(elsewhere).to_have_url(re.compile("/berichten/"))
    link = re.search(r"http://\S+/mensen/herstel/\w+/", newest_mail(server))
    assert link
    coordinator.goto(link.group())
    confirm_if_asked(coordinator, server, "coordinator")
    expect(coordinator.locator("main")).to_contain_text("beslist iemand anders")
    expect(coordinator.get_by_role("button", name="Keur goed")).to_have_count(0)

    # Another decides, from the link in the mail.
    approver = sign_in(APPROVER)
    expect(approver.locator("main")).to_contain_text("Een nieuwe tweede sleutel voor Wim Bakermans")
    approver.goto(link.group())
    confirm_if_asked(approver, server, APPROVER)
    assert_screen_is_right(approver)
    approver.get_by_role("button", name="Keur goed").click()
    expect(approver.locator("main")).to_contain_text("Er wacht niets op uw goedkeuring.")

    # The old session is gone; the person comes in with the password, and only with a new second key.
    elsewhere.goto("/berichten/")
    expect(elsewhere).to_have_url(re.compile("/account/inloggen/"))
    assert "kbo@spil.example" in newest_mail(server)
    give_password(person, LOST)
    expect(person).to_have_url(re.compile("/account/instellen/"))
    person.goto("/casussen/")
    expect(person).to_have_url(re.compile("/account/instellen/"))
    totp = TOTP(b32decode(person.locator("code.letters").inner_text().replace(" ", "")))
    totp.time = time.time()
    person.get_by_label("Code van zes cijfers").fill(f"{totp.token():06d}")
    send(person)
    expect(person.locator(".codes li")).to_have_count(10)
    person.locator("main .button-primary").click()
    expect(person).to_have_url(re.compile("/casussen/"))


def test_the_people_pages_on_a_phone(sign_in: Callable[..., Page], server: Server) -> None:
    page = sign_in("coordinator", viewport={"width": 390, "height": 844}, color_scheme="dark")
    page.goto("/mensen/")
    page.get_by_role("link", name="Lars Driessen").click()
    person = page.url
    for way in ("", "aanspreekpunt/", "rollen/", "zetels/", "overstappen/", "blokkeren/", "herstel/"):
        page.goto(person + way)
        confirm_if_asked(page, server, "coordinator")
        assert_screen_is_right(page)
    page.goto("/mensen/uitnodigingen/")
    page.get_by_label("Partner").select_option(label="Zorgboog")
    page.get_by_label("E-mailadressen").fill("goed@zorgboog.example\nJan Fout <fout@>")
    send(page)
    expect(page.get_by_label("E-mailadressen")).to_have_value("Jan Fout <fout@>")
    assert_screen_is_right(page)
