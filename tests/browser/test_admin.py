"""An editor at work in Wagtail's own screens, which run under the strict policy: every widget starts, nothing is refused.

The browser of each test fails on any violation of the content policy (conftest.py). At an upgrade of Wagtail this tells
what changed.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

SCREENS = [
    "/cms/",
    "/cms/pages/",
    "/cms/images/",
    "/cms/images/multiple/add/",
    "/cms/documents/",
    "/cms/documents/add/",
]


@pytest.fixture
def editor(sign_in: Callable[..., Page]) -> Page:
    """Sign the demo's editor in, and fail on any error in a script."""
    page = sign_in("redacteur")
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    return page


def edit(page: Page, title: str) -> None:
    """Open a page in the editor by searching for it."""
    page.goto(f"/cms/pages/search/?q={title}")
    page.locator("main").get_by_role("link", name=title).first.click()
    expect(page.locator("#page-edit-form")).to_be_visible()


def test_no_screen_breaks_the_policy(editor: Page) -> None:
    for screen in SCREENS:
        editor.goto(screen)
        expect(editor.locator("[data-spil-init], [data-spil-new]")).to_have_count(0)


def test_a_day_is_picked_in_the_covenant(editor: Page) -> None:
    edit(editor, "Modelconvenant")
    expect(editor.locator(".xdsoft_datetimepicker:visible")).to_have_count(0)
    editor.locator("[name=valid_from]").click()
    expect(editor.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)


def test_an_offer_is_added_to_a_partner_and_seen_in_the_preview(editor: Page) -> None:
    edit(editor, "Savant Zorg")
    rows = editor.locator("[data-inline-panel-child]")
    before = rows.count()
    editor.locator("button[id$='-ADD']").first.click()
    expect(rows).to_have_count(before + 1)
    rows.last.locator("input[type=text]").first.fill("Een warme maaltijd")
    editor.locator("[data-side-panel-toggle=preview]").first.click()
    preview = editor.frame_locator("#w-preview-iframe")
    expect(preview.locator("main")).to_contain_text("Een warme maaltijd")


def test_a_page_is_chosen_for_a_link(editor: Page) -> None:
    editor.goto("/cms/pages/")
    editor.goto(editor.locator("a[href$='/add_subpage/']").first.get_attribute("href") or "")
    text = editor.locator(".public-DraftEditor-content").first
    text.click()
    text.press_sequentially("Lees verder: ")
    editor.keyboard.press("Control+k")
    editor.locator(".modal-dialog").get_by_role("link", name="Spil", exact=True).click()
    expect(editor.locator(".Draftail-Editor .TooltipEntity")).to_have_count(1)


def test_signing_out_here_is_signing_out(editor: Page) -> None:
    editor.goto("/cms/")
    editor.locator(".sidebar-footer__account").click()
    editor.locator("form[action='/cms/logout/'] button, button[form*=logout]").first.click()
    editor.goto("/berichten/")
    expect(editor).to_have_url(re.compile("/account/inloggen/"))
