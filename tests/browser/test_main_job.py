"""The main job, by three people in three browsers: bring in a case, think along, and learn nothing from outside."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.looking import assert_screen_is_right

SOON = 2000  # milliseconds: what the notices promise
BSN = "111222333"  # A test number that passes the eleven-test and was given to nobody.
QUESTION = "Wie kan een inwoner leren om zelf de bus te nemen?"
SITUATION = "De inwoner durft niet alleen te reizen en wil graag naar de dagbesteding."
ANSWER = "Onze vrijwilliger reist vier keer mee, steeds op hetzelfde uur."

Enter = Callable[..., Page]


def bell(page: Page) -> int:
    """Give the number in the bell."""
    return int(page.locator("[data-unread]").first.get_attribute("data-unread") or 0)


def fill_case(page: Page, situation: str, partner: str) -> None:
    """Fill the form of a new case as a person does."""
    page.get_by_role("radio", name="Nee", exact=True).first.check()
    page.get_by_label("Uw vraag aan het netwerk").fill(QUESTION)
    page.get_by_label("De situatie").fill(situation)
    page.get_by_label("mantelzorg", exact=True).check()
    page.locator("input[name=resident_knows][value=yes]").check()
    box = page.locator("label.choice", has_text=partner).locator("input[name=partners]")
    if not box.is_visible():
        box.locator("xpath=ancestor::details/summary").click()
    box.check()


def send(page: Page) -> None:
    """Press the one primary button of the page."""
    page.locator("main .button-primary").last.click()
    page.wait_for_load_state()


def test_two_partners_work_on_a_case_live_and_a_third_learns_nothing(sign_in: Enter) -> None:
    author, invited, outsider = sign_in("thuiszorg"), sign_in("welzijn"), sign_in("wonen")
    for page in (author, invited):
        assert_screen_is_right(page)
    invited.goto("/partners/")
    outsider.goto("/partners/")
    before, outside = bell(invited), bell(outsider)

    # Refused: the number is marked in place, and nothing is stored.
    author.goto("/casussen/")
    assert_screen_is_right(author)
    author.goto("/casussen/nieuw/")
    assert_screen_is_right(author)
    fill_case(author, f"{SITUATION} Het nummer is {BSN}.", "ONIS")
    send(author)
    expect(author.locator("mark.finding").first).to_contain_text(BSN)
    expect(author.get_by_label("De situatie")).to_have_value(f"{SITUATION} Het nummer is {BSN}.")
    assert_screen_is_right(author)

    # Corrected: stored. The invited person, on another page, sees the bell rise without a reload, and keeps the focus on it.
    invited.locator("[data-unread]").focus()
    author.get_by_label("De situatie").fill(SITUATION)
    send(author)
    expect(author).to_have_url(re.compile(r"/casussen/[0-9a-z]{12}/$"))
    expect(invited.locator("[data-unread]").first).to_have_attribute("data-unread", str(before + 1), timeout=SOON)
    expect(invited.locator("[data-unread]")).to_be_focused()
    case_url = author.url
    assert_screen_is_right(author)

    # The invited person follows the bell and contributes; the author sees it appear.
    invited.locator("[data-unread]").first.click()
    assert_screen_is_right(invited)
    invited.get_by_role("link", name=re.compile("mee te denken")).first.click()
    expect(invited.get_by_role("heading", level=1)).to_have_text(QUESTION)
    author.get_by_label("Uw bijdrage").fill("Half getypt")
    invited.get_by_role("radio", name="Aanbod").check()
    invited.get_by_label("Uw bijdrage").fill(ANSWER)
    send(invited)
    expect(author.locator(".notes")).to_contain_text(ANSWER, timeout=SOON)
    # Nothing that the author was typing is lost by it.
    expect(author.get_by_label("Uw bijdrage")).to_have_value("Half getypt")
    assert_screen_is_right(invited)

    # From outside the case does not exist: not by its address, in the list, in the bell or on the socket.
    response = outsider.goto(case_url)
    assert response is not None
    assert response.status == 404
    assert_screen_is_right(outsider)
    outsider.goto("/casussen/")
    expect(outsider.locator("main")).not_to_contain_text(QUESTION)
    assert bell(outsider) == outside


def test_the_same_without_javascript(sign_in: Enter) -> None:
    author = sign_in("huisarts", java_script_enabled=False)
    invited = sign_in("atlant", java_script_enabled=False)
    outsider = sign_in("bo.clement", java_script_enabled=False)
    before = bell(invited)

    author.goto("/casussen/nieuw/")
    fill_case(author, f"{SITUATION} Het nummer is {BSN}.", "Atlant")
    send(author)
    expect(author.locator("mark.finding").first).to_contain_text(BSN)
    author.get_by_label("De situatie").fill(SITUATION)
    send(author)
    expect(author).to_have_url(re.compile(r"/casussen/[0-9a-z]{12}/$"))

    invited.reload()
    assert bell(invited) == before + 1
    invited.locator("[data-unread]").first.click()
    invited.get_by_role("link", name=re.compile("mee te denken")).first.click()
    invited.get_by_label("Uw bijdrage").fill(ANSWER)
    send(invited)
    author.reload()
    expect(author.locator(".notes")).to_contain_text(ANSWER)

    response = outsider.goto(author.url)
    assert response is not None
    assert response.status == 404


def test_danger_leads_to_the_safety_page_and_nothing_is_kept(sign_in: Enter) -> None:
    page = sign_in("mee")
    page.goto("/casussen/nieuw/")
    fill_case(page, SITUATION, "ONIS")
    page.get_by_role("radio", name="Ja", exact=True).first.check()
    send(page)
    expect(page.locator("main")).to_contain_text("0800-2000")
    assert_screen_is_right(page)
    page.goto("/casussen/")
    expect(page.locator("main")).not_to_contain_text(QUESTION)


def test_what_came_back_the_same_is_not_put_down_again(sign_in: Enter) -> None:
    """A socket that comes back asks for everything; who is on the bell with the keyboard stays on the very same bell."""
    page = sign_in("welzijn")
    page.goto("/partners/")
    page.locator("[data-unread]").evaluate("bell => { bell.focus(); window.mine = bell; }")
    with page.expect_response(lambda response: response.url.endswith("/bel/")):
        page.locator("[data-live=inbox]").first.dispatch_event("live")
    page.wait_for_timeout(200)
    assert page.evaluate("document.activeElement === window.mine && window.mine.isConnected")
