"""A municipality's own look: its tokens and its logo are worn everywhere, change nothing else, and can be read by everybody."""

import shutil
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.finders import FileSystemFinder
from django.template.loader import render_to_string
from django.test import Client

from spil import brand
from spil.templatetags.spil_ui import brand_tokens, logo_address, sign

THEME = Path(__file__).parent / "theme"
TOKENS = Path(finders.find("css/tokens.css")).read_text()


def sheet(*lines: str) -> str:
    return "@layer tokens { :root { " + " ".join(lines) + " } }"


@pytest.fixture
def folder(settings, tmp_path: Path) -> Path:
    """Give a folder with the second theme, worn by the site."""
    settings.BRAND_DIR = tmp_path / "brand"
    shutil.copytree(THEME, settings.BRAND_DIR)
    return settings.BRAND_DIR


def test_the_second_theme_is_sound(folder):
    assert list(brand.wrong_in(folder)) == []
    assert brand.brand_is_sound() == []


def test_a_brand_is_not_needed(settings):
    settings.BRAND_DIR = None
    assert brand.brand_is_sound() == []
    assert brand_tokens() == ""
    assert logo_address() == "/static/img/sign.svg"
    assert "<circle" in sign()


def test_the_brand_is_worn_behind_the_stylesheet(folder, settings, db):
    settings.STATICFILES_DIRS = [*settings.STATICFILES_DIRS, ("brand", folder)]
    page = Client().get("/account/inloggen/").content.decode()
    assert page.index("css/spil.css") < page.index('href="/static/brand/brand.css"')
    assert '<link rel="icon" href="/static/brand/logo.svg"' in page
    assert '<img class="sign" src="/static/brand/logo.svg" alt=""' in page
    assert "<circle" not in page.split("</header>")[0]
    assert FileSystemFinder().find("brand/brand.css") == str(folder / "brand.css")


def test_a_logo_alone_or_tokens_alone_will_do(folder):
    (folder / "brand.css").unlink()
    assert brand_tokens() == ""
    assert "brand/logo.svg" in sign()
    shutil.copy(THEME / "brand.css", folder)
    (folder / "logo.svg").unlink()
    assert "brand/brand.css" in brand_tokens()
    assert "<circle" in sign()
    assert brand.brand_is_sound() == []


@pytest.mark.parametrize(
    "text",
    [
        "body { display: none }",
        sheet("--basis-a: red;") + "p { color: red }",
        sheet("color: red;"),
        sheet("--ink: red;"),
        sheet("--basis-a: url(https://example.org/x);"),
        sheet("--basis-a: image('x');"),
        "@import 'x';" + sheet("--basis-a: red;"),
        sheet("--basis-a: red } p { x: y;"),
        "@layer components { :root { --basis-a: red; } }",
        sheet("--basis-a: red;") + " " * 60_000,
        "",
    ],
)
def test_tokens_may_change_values_only(folder, text):
    (folder / "brand.css").write_text(text)
    (wrong,) = brand.brand_is_sound()
    assert (wrong.id, wrong.msg.split(" ")[0]) == ("spil.E004", "brand.css")


def test_colours_that_are_too_much_alike_are_told(folder):
    (folder / "brand.css").write_text(sheet("--basis-color-action-1-color-default: light-dark(#8fbf9f, #a9c7f5);"))
    wrong = [each.msg for each in brand.brand_is_sound()]
    assert wrong
    assert all(each.startswith("These colours are too much alike: color-action-1-color-default on ") for each in wrong)
    assert all("light" in each for each in wrong)


@pytest.mark.parametrize(
    "drawing",
    [
        "no drawing",
        "<svg><script>1</script></svg>",
        '<svg onload="x()"></svg>',
        '<svg><a href="javascript:x"/></svg>',
        '<svg><image href="https://example.org/x.png"/></svg>',
        "<svg><foreignObject/></svg>",
        '<!DOCTYPE svg [<!ENTITY x "y">]><svg></svg>',
        "<svg>" + "x" * 60_000 + "</svg>",
    ],
)
def test_a_logo_only_draws(folder, drawing):
    (folder / "logo.svg").write_text(drawing)
    assert [each.msg.split(" ")[0] for each in brand.brand_is_sound()] == ["logo.svg"]


def test_nothing_else_is_served_from_the_folder(folder):
    (folder / "secret.txt").write_text("x")
    assert "secret.txt" in brand.brand_is_sound()[0].msg


def test_a_folder_that_is_not_there_is_told(settings, tmp_path):
    settings.BRAND_DIR = tmp_path / "nowhere"
    assert "not there" in brand.brand_is_sound()[0].msg


def test_the_measure_itself_is_right():
    assert brand.ratio("#000000", "#ffffff") == pytest.approx(21)
    assert brand.ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_pair_of_our_own_colours_can_be_told_apart():
    assert brand.faint(TOKENS) == []


def test_every_pair_of_the_second_theme_can_be_told_apart():
    second = (THEME / "brand.css").read_text()
    assert brand.colours(TOKENS, second) != brand.colours(TOKENS)
    assert brand.faint(TOKENS, second) == []


def test_the_template_of_styles_links_one_sheet():
    assert render_to_string("components/styles.html").count("<link") == 1
