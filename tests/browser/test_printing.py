"""What lies on paper: an agenda, a covenant, a case, the partners; each on A4, whole, and without what is for a screen only."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Page
from pypdf import PdfReader

from tests.browser.looking import assert_fits

A4 = (595, 842)  # points; Chromium rounds them up
BETWEEN_MARGINS = 657  # CSS pixels: 210 mm less two margins of 18 mm
FOOT = re.compile(r"^(\d+ / \d+)?((Vertrouwelijk, )?Spil Asten)?$")
SCREEN_ONLY = (
    ".topbar a, .bottombar a, .crumbs a, .foot a, .foot button, .skip, main .button, main form :is(label, legend)"
)

# Who prints what: the person, where, the first link to follow from there, what must be read on it, and on how many sheets.
PAGES = {
    "agenda": ("coordinator", "/overleg/", "main .what", ["Overleg van het kernteam", "Punt 1 van", "Aan tafel"], 2),
    "minutes": ("coordinator", "/overleg/", "main .what >> nth=1", ["Uitkomsten", "Nagaan of de tuin", "Besluit"], 3),
    "case": (
        "thuiszorg",
        "/casussen/",
        "main .what:has-text('Wie kan overdag')",
        ["De situatie", "Bijdragen", "Verloop"],
        2,
    ),
    "covenant": ("coordinator", "/convenant/", "", ["Modelconvenant", "Artikel 1 Waarom", "Artikel 10 Naam"], 4),
    "partners": ("coordinator", "/partners/", "", ["26 partners", "Amaliazorg", "Zorgboog", "vaste schil"], 5),
    "network": (
        "coordinator",
        "/netwerk/",
        "",
        ["Het netwerk in drie ringen", "Zo leest u de tekening", "Flexibele schil"],
        4,
    ),
}


@dataclass
class Paper:
    """A printed page: its sheets in words, and the page that it was printed from."""

    page: Page
    sheets: list[str]
    sizes: list[tuple[int, int]]

    def lines(self, sheet: str) -> list[str]:
        """Give the lines of a sheet without its foot."""
        lines = [words(line) for line in sheet.splitlines()]
        return [line for line in lines if line and not FOOT.match(line)]


def words(text: str) -> str:
    return " ".join(text.split())


def printed(page: Page) -> Paper:
    """Print the page that is open, as Chromium's own window for printing does."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    sizes = [(round(each.mediabox.width), round(each.mediabox.height)) for each in reader.pages]
    return Paper(page, [each.extract_text() for each in reader.pages], sizes)


# The headings that something stands under: an agenda item of which nothing was written down is a heading alone.
HEADINGS = """() => [...document.querySelectorAll("main :is(h1, h2, h3, h4)")].filter((heading) => {
  let next = heading.closest("header") || heading;
  while ((next = next.nextElementSibling)) if (next.checkVisibility() && next.innerText.trim()) return true;
  return false;
}).map((heading) => heading.innerText)"""

# The contrast of each text on white paper, unless it stands on a ground that is printed along with it.
FAINT = """() => {
  const channel = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const light = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const told = { seen: 0, faint: [] };
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest("script, title")) continue;
    const style = getComputedStyle(element);
    const isDrawn = element.matches("svg text");
    if (isDrawn ? element.closest(".core") : style.printColorAdjust === "exact") continue;
    told.seen += 1;
    const contrast = 1.05 / (light(isDrawn ? style.fill : style.color) + 0.05);
    if (contrast < 4.5) told.faint.push(`${texts.currentNode.data.trim()}: ${contrast.toFixed(1)}`);
  }
  return told;
}"""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_lies_well_on_paper(name: str, sign_in: Callable[..., Page]) -> None:
    person, address, link, read, most = PAGES[name]
    page = sign_in(person, color_scheme="dark")
    page.goto(address)
    if link:
        page.locator(link).first.click()
        page.wait_for_load_state()
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    shown = {words(each) for each in page.locator(SCREEN_ONLY).all_inner_texts()} - {""}
    assert page.evaluate(FAINT)["faint"], (
        "On the dark screen no text is light: what is asked below would prove nothing."
    )
    done = printed(page)
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": BETWEEN_MARGINS, "height": 900})
    assert_whole(done, read, most)
    assert_nothing_to_press(done, shown)
    assert_says_whose_it_is(done, is_closed=name != "covenant")
    assert_ink_on_white(done)
    # Nothing is cut off sideways.
    assert_fits(page)
    # No heading is left at the foot of a sheet.
    headings = {words(each) for each in page.evaluate(HEADINGS)}
    assert headings
    assert [last for sheet in done.sheets if (last := done.lines(sheet)[-1]) in headings] == []
    # A state keeps its shape and its word.
    for state in page.locator("main .state:visible").all():
        assert words(state.inner_text()) in words(" ".join(done.sheets))
        assert state.locator(".icon").is_visible()


def assert_whole(done: Paper, read: list[str], most: int) -> None:
    """Fail when something of the page is missing, or when it takes more sheets than it is worth."""
    assert all(abs(width - A4[0]) <= 1 and abs(height - A4[1]) <= 1 for width, height in done.sizes)
    assert 1 <= len(done.sheets) <= most
    whole = words(" ".join(done.sheets))
    assert words(done.page.locator("h1").inner_text()) in whole
    assert [each for each in read if each not in whole] == []
    for number, sheet in enumerate(done.sheets, start=1):
        assert f"{number} / {len(done.sheets)}" in sheet
        assert done.lines(sheet), f"Sheet {number} is empty."


def assert_nothing_to_press(done: Paper, shown: set[str]) -> None:
    """Fail when a line on paper is a link of the menus, a button or a label of a form."""
    assert {"Vandaag", "Casussen", "Naar de inhoud"} <= shown
    content = {words(each) for each in done.page.locator("main :is(h1, h2, th, .kind)").all_inner_texts()}
    lines = {line for sheet in done.sheets for line in done.lines(sheet)}
    assert (shown - content) & lines == set()


def assert_says_whose_it_is(done: Paper, *, is_closed: bool) -> None:
    """Fail when the first sheet does not say who took it out of Spil and when, or a sheet not that it is confidential."""
    person = words(done.page.locator(".topbar .tool .wide").last.text_content() or "")
    first = words(done.sheets[0])
    assert person
    assert re.search(rf"Uit Spil gehaald door {person}, \w+ \d+ \w+ \d{{4}}, \d+\.\d\d uur", first)
    assert ("Houd dit papier bij u en vernietig het na gebruik." in first) is is_closed
    for sheet in done.sheets:
        assert "Spil Asten" in sheet
        assert ("Vertrouwelijk, Spil Asten" in sheet) is is_closed


def assert_ink_on_white(done: Paper) -> None:
    """Fail when a text is too light for white paper, or when the ground is printed."""
    told = done.page.evaluate(FAINT)
    assert told["seen"] > 20
    assert told["faint"] == []
    assert done.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_the_table_repeats_its_head_and_cuts_no_row(sign_in: Callable[..., Page]) -> None:
    page = sign_in("coordinator")
    page.goto("/netwerk/")
    sheets = [words(sheet) for sheet in printed(page).sheets]
    rows = [[words(cell) for cell in row.locator("th, td").all_inner_texts()] for row in page.locator("tbody tr").all()]
    assert len(rows) > 25
    on = {sheet for row in rows for sheet in sheets if all(cell in sheet for cell in row)}
    assert len(on) > 1
    assert [row for row in rows if not any(all(cell in sheet for cell in row) for sheet in sheets)] == []
    assert all("Deelnetwerk en leefgebieden Vast aanspreekpunt" in sheet for sheet in on)


def test_the_drawing_of_the_rings_can_be_read_on_paper(sign_in: Callable[..., Page]) -> None:
    page = sign_in("coordinator")
    page.goto("/netwerk/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": BETWEEN_MARGINS, "height": 900})
    numbers = page.locator(".rings .number:visible")
    listed = page.locator("tbody .legend-number:visible")
    drawn = {each for each in numbers.all_text_contents() if each.isdigit()}
    assert drawn == set(listed.all_text_contents())
    assert len(drawn) > 25
    # 9 px is 6.75 points on paper, as small as print that is still read.
    assert min(numbers.evaluate_all("all => all.map((each) => each.getBoundingClientRect().height)")) >= 9


def test_a_link_says_where_it_leads_only_when_that_is_outside(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.goto("/privacyprotocol/")
    page.evaluate(
        """() => {
          for (const [href, text, kind] of [
            ["https://voorbeeld.example/hulp", "Elders", ""],
            ["/partners/", "Hier", ""],
            ["https://zelf.example/", "https://zelf.example/", "address"],
          ]) {
            const link = Object.assign(document.createElement("a"), { href, textContent: text, className: kind });
            const line = document.createElement("p");
            line.append(link);
            document.querySelector("main").append(line);
          }
        }"""
    )
    done = printed(page)
    lines = [line for sheet in done.sheets for line in done.lines(sheet)]
    assert "Elders (https://voorbeeld.example/hulp)" in lines
    assert "Hier" in lines
    assert "https://zelf.example/" in lines


def test_a_visitor_prints_the_covenant_without_a_name(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.goto("/convenant/")
    done = printed(page)
    whole = words(" ".join(done.sheets))
    assert "Artikel 10 Naam" in whole
    assert "Spil Asten" in done.sheets[0]
    assert "Uit Spil gehaald" not in whole
    assert "Vertrouwelijk" not in whole


def test_the_letterhead_is_on_no_screen(sign_in: Callable[..., Page]) -> None:
    page = sign_in("coordinator")
    assert not page.locator(".printed").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".printed").is_visible()
