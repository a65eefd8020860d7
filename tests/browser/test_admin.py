"""The editor at work: no script of Wagtail's is refused, and nothing is fetched from elsewhere."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def editor(sign_in: Callable[..., Page]) -> Page:
    """Give the editing environment to the editor; the fixture of the browser fails on any violation of the policy."""
    page = sign_in("redacteur")
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("request", lambda request: failed.append(request.url) if "//localhost:" not in request.url[:20] else None)
    page.goto("/cms/pages/")
    yield page
    ours = [each for each in failed if not each.startswith(("data:", "blob:"))]
    assert ours == []


def edit(page: Page, title: str) -> None:
    """Find a page by its title and open it to edit."""
    page.goto(f"/cms/pages/search/?q={title}")
    page.locator("main a[href*='/edit/']", has_text=title).first.click()
    page.wait_for_load_state("networkidle")


def test_the_covenants_dates_can_be_chosen(editor: Page) -> None:
    edit(editor, "Modelconvenant")
    editor.locator("input[name=valid_from]").click()
    expect(editor.locator(".xdsoft_datetimepicker:visible").first).to_be_visible()
    expect(editor.locator("[data-spil-init], [data-spil-new]")).to_have_count(0)


def test_a_partners_offer_gets_another_row(editor: Page) -> None:
    edit(editor, "Zorgboog")
    rows = editor.locator("[data-inline-panel-child]")
    before = rows.count()
    editor.locator("button[id$='-ADD']").first.click()
    expect(rows).to_have_count(before + 1)


def test_somebody_who_is_no_editor_finds_nothing_there(sign_in: Callable[..., Page]) -> None:
    page = sign_in("lev")
    for address in ("/cms/", "/cms/pages/", "/cms/images/", "/documenten/"):
        response = page.goto(address)
        assert response is not None
        assert response.status == 404, address
