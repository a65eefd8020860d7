"""The editor at work, in an environment that is Spil's own: no script is refused, nothing comes from elsewhere or leads there."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import assert_screen_is_right


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


# What each role finds in the menu; who has neither role finds no editing environment at all (above).
MENU = {"Pagina's", "Documenten", "Terug naar Spil"}
SCREENS = ["/cms/", "/cms/pages/", "/cms/documents/", "/cms/pages/search/?q=convenant"]
ELSEWHERE = re.compile(r"""(?:href|src|action)=["'](?:https?:)?//(?!localhost[:/])[^"']*""")
# Colours as the browser works them out: of an element of the editing environment, and of the token that it should have.
SAME_COLOUR = """([selector, property, token]) => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = `var(${token})`;
  const colours = [getComputedStyle(document.querySelector(selector))[property], getComputedStyle(probe).color];
  probe.remove();
  return colours.map((colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number));
}"""


@pytest.mark.parametrize("person", ["redacteur", "coordinator"])
def test_the_menu_holds_what_each_role_needs_and_no_more(person: str, sign_in: Callable[..., Page]) -> None:
    page = sign_in(person)
    page.goto("/cms/")
    expect(page.locator(".sidebar-main-menu__list > li").first).to_be_visible()
    entries = page.locator(".sidebar-main-menu__list > li").all_inner_texts()
    assert {entry.strip() for entry in entries} == MENU
    assert len(entries) == len(MENU)
    page.get_by_role("link", name="Terug naar Spil").first.click()
    expect(page.locator(".topbar")).to_be_visible()


def test_every_screen_carries_our_name_and_speaks_dutch(editor: Page) -> None:
    for address in SCREENS:
        editor.goto(address)
        brand = editor.locator(".sidebar .spil-brand")
        expect(brand).to_be_visible()
        assert brand.inner_text().split() == ["Spil", "Asten"]
        assert editor.title().endswith(" - Spil Asten"), editor.title()
        assert editor.locator("html").get_attribute("lang") == "nl"
        assert editor.locator("link[rel~=icon]").get_attribute("href") == "/static/img/sign.svg"
        assert "wagtail" not in editor.locator("body").inner_text().lower(), address


def test_the_first_screen_says_what_is_edited_here(editor: Page) -> None:
    editor.goto("/cms/")
    main = editor.locator("#main")
    expect(main.get_by_role("heading", level=1)).to_have_text("De pagina’s van Spil Asten")
    expect(main).to_contain_text("Schrijf hier nooit over een inwoner.")
    assert main.get_by_role("link", name="Uw account").get_attribute("href") == "/account/"
    # Pages alone are counted.
    expect(main.locator(".w-summary li")).to_have_count(1)
    expect(main.locator(".w-summary li")).to_contain_text("Pagina's")


def test_no_screen_leads_or_asks_elsewhere(editor: Page) -> None:
    for address in SCREENS:
        editor.goto(address)
        assert ELSEWHERE.findall(editor.content()) == [], address
    edit(editor, "Privacyprotocol")
    assert ELSEWHERE.findall(editor.content()) == []
    editor.goto("/partners/")
    assert "userbar" not in editor.content()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_wears_the_blue_of_the_tokens(scheme: str, sign_in: Callable[..., Page]) -> None:
    page = sign_in("redacteur", color_scheme=scheme)
    page.goto("/cms/")
    expect(page.locator(".sidebar .spil-brand")).to_be_visible()
    link = page.evaluate(SAME_COLOUR, [".spil-welcome a", "color", "--basis-color-action-1-color-default"])
    assert link[0] == link[1]
    if scheme == "light":
        bar = page.evaluate(SAME_COLOUR, [".sidebar", "backgroundColor", "--basis-color-action-1-inverse-bg-hover"])
        assert all(abs(ours - token) <= 2 for ours, token in zip(*bar, strict=True)), bar


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_first_screen(width: int, scheme: str, sign_in: Callable[..., Page]) -> None:
    page = sign_in("redacteur", color_scheme=scheme, viewport={"width": width, "height": 844})
    page.goto("/cms/")
    page.wait_for_load_state("networkidle")
    assert_screen_is_right(page)
