"""The covenant on the screen: every word of the file in its order, every place with an address, nothing made up."""

import re
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.test import Client

from accounts.models import Role
from accounts.models.periods import today
from pages.actions import import_covenant
from pages.models import CovenantPage
from tests.factories import make_member
from tests.pages import texts

pytestmark = pytest.mark.django_db
VOID = {"meta", "link", "input", "br", "img", "hr"}


class Said(HTMLParser):
    """The words inside [data-covenant], less what stands in [data-added]; and every id on the page."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[dict[str, str | None]] = []
        self.words: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(dict(attrs))

    def handle_endtag(self, tag):
        self.open.pop()

    def handle_data(self, data):
        if any("data-covenant" in attrs for attrs in self.open) and not any(
            "data-added" in attrs for attrs in self.open
        ):
            self.words += re.findall(r"\w+", data)


def read(response) -> Said:
    said = Said()
    said.feed(response.content.decode())
    return said


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("text", [texts.small, texts.real], ids=["small", "real"])
@pytest.mark.parametrize("open_places", [None, ["3.2", "2c"]], ids=["as read", "settled"])
def test_every_word_and_number_of_the_file_stands_there_in_order(site, text, open_places):
    page = import_covenant(by=None, text=text(), open_places=open_places).page
    for address in (page.url, "/convenant/"):
        assert read(Client().get(address)).words == words(text())


def test_the_page_adds_nothing_unmarked_for_an_editor(site, client_for):
    import_covenant(by=None, text=texts.small())
    client = client_for(make_member(roles=(Role.EDITOR,)))
    assert read(client.get("/convenant/")).words == words(texts.small())


@pytest.mark.parametrize("text", [texts.small, texts.real], ids=["small", "real"])
def test_every_place_has_its_address_once(site, text):
    covenant = import_covenant(by=None, text=text()).covenant
    ids = read(Client().get("/convenant/")).ids
    wanted = [clause.address for clause in covenant.clauses()]
    wanted += [article.address for article in covenant.articles]
    wanted += [party.address for party in covenant.parties] + ["partij-gemeente"]
    wanted += [consideration.address for consideration in covenant.considerations]
    assert set(wanted) <= set(ids)
    assert len(ids) == len(set(ids))


def test_an_open_place_reads_still_to_be_filled_in(site):
    import_covenant(by=None, text=texts.small(), open_places=["5.2"])
    html = Client().get("/convenant/").content.decode()
    assert html.count('class="open-place"') == 1
    assert 'href="#art-5-2"' in html


def test_only_editors_see_what_is_possibly_open(site, client_for):
    import_covenant(by=None, text=texts.small())
    for client in (Client(), client_for(make_member())):
        assert b'class="open-place' not in client.get("/convenant/").content
    editor = make_member(roles=(Role.EDITOR,))
    assert client_for(editor).get("/convenant/").content.count(b"open-place possibly") == 3


def test_a_party_leads_to_its_page(site):
    import_covenant(by=None, text=texts.small())
    assert b'<a href="/partners/dorpsraad-lierhoek/">Dorpsraad Lierhoek</a>' in Client().get("/convenant/").content


def date_covenant(first, last) -> CovenantPage:
    page = import_covenant(by=None, text=texts.small()).page
    page.valid_from, page.valid_until = first, last
    page.save_revision().publish()
    return page


@pytest.mark.parametrize(
    ("first", "last", "standing", "state"),
    [
        (-10, 10, "running", "good"),
        (-10, 0, "running", "good"),
        (0, None, "running", "good"),
        (-10, -1, "over", "watch"),
        (1, 10, "coming", "open"),
        (None, None, "unknown", None),
    ],
)
def test_a_covenant_says_whether_it_holds_today(site, first, last, standing, state):
    days = [None if away is None else today() + timedelta(days=away) for away in (first, last)]
    page = date_covenant(*days)
    assert page.standing == standing
    assert CovenantPage.objects.running().filter(pk=page.pk).exists() == (standing == "running")
    html = Client().get("/convenant/").content.decode()
    shown = re.findall(r'class="state" data-state="(\w+)"', html.partition("data-covenant")[0])
    assert shown == ([state] if state else [])


def test_the_covenant_in_force_comes_first_and_the_others_are_listed(site):
    over = import_covenant(by=None, text=texts.small().replace("2024-2026", "2020-2022"), name="Oud").page
    running = date_covenant(today() - timedelta(days=9), today() + timedelta(days=9))
    coming = import_covenant(by=None, text=texts.small().replace("2024-2026", "2090-2092")).page
    coming.valid_from, coming.valid_until = today() + timedelta(days=5), None
    coming.save_revision().publish()
    html = Client().get("/convenant/").content.decode()
    assert f'<h1 lang="nl">{running.title}</h1>' in html
    assert {over.url, coming.url} <= set(re.findall(r'class="what" href="([^"]+)"', html))


def test_without_a_covenant_the_page_says_so(site):
    response = Client().get("/convenant/")
    assert response.status_code == 200
    assert b"data-covenant" not in response.content


def test_a_draft_is_shown_to_nobody(site, client_for):
    import_covenant(by=None, text=texts.small())
    import_covenant(by=None, text=texts.small().replace("binnen 2 dagen", "zeer snel"))
    for client in (Client(), client_for(make_member(roles=(Role.EDITOR,)))):
        html = client.get("/convenant/").content.decode()
        assert "binnen 2 dagen" in html
        assert "zeer snel" not in html


def test_words_that_look_like_html_stay_words(site):
    import_covenant(by=None, text=texts.small().replace("- Huisartsen", "- <b>Huisartsen</b> & co"))
    html = Client().get("/convenant/").content.decode()
    assert "&lt;b&gt;Huisartsen&lt;/b&gt; &amp; co" in html
