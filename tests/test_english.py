"""English, for whoever chose it: no Dutch sentence of ours is left, and what people wrote in Dutch is marked as Dutch."""

from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from django.db import transaction
from django.http import HttpResponse
from django.test import override_settings

from accounts.models import LifeDomain, Subnetwork, Topic, User
from cases.models import Case
from followup.models import Action
from pages.actions import import_covenant
from pages.actions.site import add_published
from pages.models import PartnerIndexPage, PartnerPage, Service
from spil import catalogue, matrix
from spil.who import Row, Who
from tests.cases.making import CONTRIBUTION, QUESTION, SITUATION, case_post
from tests.factories import make_topic
from tests.meetings.making import OTHER, OWN
from tests.pages.texts import small
from tests.test_matrix import address
from tests.world import World, make_world

pytestmark = pytest.mark.django_db

READERS = (Who.COORDINATOR, Who.FIXED, Who.EDITOR)
SUMMARY, OFFER = "Samen eten en praten in het dorpshuis.", "Eettafel voor iedereen"
PASSAGE = "Wij werken samen voor de inwoners van Beemdrode, Lierhoek en Voort."
WRITTEN = (QUESTION, SITUATION, CONTRIBUTION, OWN, OTHER, SUMMARY, OFFER, PASSAGE)
LONG_ENOUGH = 18  # A shorter Dutch text may be a name, or look like English.
PLACES = ["/convenant/", "/partners/", "/partners/de-eettafel/", "/privacyprotocol/"]
ROWS = [row for row in matrix.rows() if row.methods.get("GET") and row.name.count(":") == 1]


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[World]:
    """Make the world once, with everybody reading English."""
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), transaction.atomic():
        made = make_world()
        import_covenant(by=None, text=small(), name="Klein convenant")
        page = PartnerPage(
            title="De Eettafel", slug="de-eettafel", summary=SUMMARY, partner=made.people[Who.FIXED].partner
        )
        page.services.add(Service(what=OFFER))
        add_published(PartnerIndexPage.objects.get(), page)
        topic = make_topic("mantelzorg")
        Case.objects.get().topics.add(topic)
        made.people[Who.FIXED].partner.topics.add(topic)
        Subnetwork.objects.create(slug="jeugd", name="Jeugd")
        User.objects.update(language="en")
        yield made
        transaction.set_rollback(True)


def look(world: World, who: Who, there: str) -> HttpResponse:
    with transaction.atomic():
        page = world.clients[who].get(there)
        transaction.set_rollback(True)
    return page


def language_of(text: NavigableString) -> str:
    """Give the language that a reader is told for a text."""
    told = text.find_parent(lambda tag: isinstance(tag, Tag) and tag.has_attr("lang"))
    return str(told["lang"]) if isinstance(told, Tag) else ""


def texts(page: HttpResponse) -> list[NavigableString]:
    """Give the texts that people read, without scripts; a title and the boxes of a form have no parts to mark."""
    soup = BeautifulSoup(page.content, "html.parser")
    for hidden in soup(["script", "style", "title", "textarea", "option"]):
        hidden.decompose()
    return [text for text in soup.find_all(string=True) if type(text) is NavigableString and text.strip()]


def dutch() -> set[str]:
    """Give the Dutch sentences of our own that are not the same in English."""
    english, found = set(), set()
    for message in catalogue.read():
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        said = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        english |= set(ids)
        found |= {text for text in said if len(text) >= LONG_ENOUGH and "%(" not in text and text not in ids}
    return found - english


DUTCH = dutch()


@pytest.mark.parametrize("there", [*PLACES, *ROWS], ids=lambda there: getattr(there, "key", there))
def test_no_dutch_sentence_is_left_and_what_people_wrote_is_marked(there: Row | str, world: World) -> None:
    for who in READERS:
        page = look(world, who, address(world, there, who) if isinstance(there, Row) else there)
        if page.status_code != 200 or "html" not in page["Content-Type"]:
            continue
        for text in texts(page):
            said = " ".join(text.split())
            if language_of(text) != "nl":
                assert said not in DUTCH, f"{there}: {said}"
                assert not any(sentence in said for sentence in WRITTEN), f"{there}: not marked as Dutch: {said}"
                assert not any(action in said for action in promised()), f"{there}: not marked as Dutch: {said}"
                assert said not in called(), f"{there}: not marked as Dutch: {said}"


def promised() -> list[str]:
    """Give what is promised in the world, as people wrote it."""
    return [str(action.sentence) for action in Action.objects.all()]


def called() -> set[str]:
    """Give the Dutch names of what the network is divided in; what is called the same in English is left out."""
    kinds = (Topic, LifeDomain, Subnetwork)
    return {str(each.name) for kind in kinds for each in kind.objects.all()} - {"Wmo"}


def test_a_text_that_is_refused_and_what_could_stand_there_are_marked(world: World) -> None:
    with transaction.atomic():
        sent = case_post(situation="Mevrouw Jansen woont in Ommel.", question=QUESTION)
        page = world.clients[Who.FIXED].post("/casussen/nieuw/", sent)
        transaction.set_rollback(True)
    soup = BeautifulSoup(page.content, "html.parser")
    for dutch_part in ("p.as-typed", ".finding-row q", ".finding-act button [lang]", "textarea"):
        found = soup.select(dutch_part)
        assert found
        assert {part.get("lang") for part in found} == {"nl"}, dutch_part
    said = {" ".join(text.split()): language_of(text) for text in texts(page)}
    assert said["Replace by “"] == said["Finding"] == said["Only check"] == "en"
    assert said["A"] == said["een dorp in de regio"] == "nl"


def test_on_a_dutch_page_english_is_marked(world: World) -> None:
    with transaction.atomic():
        User.objects.update(language="nl")
        for there in ("/", "/casussen/", "/account/", "/convenant/"):
            english = [text for text in texts(look(world, Who.FIXED, there)) if language_of(text) != "nl"]
            assert {text.strip() for text in english} == {"English"}
        transaction.set_rollback(True)


def test_the_walk_reads_english_and_meets_dutch(world: World) -> None:
    assert len(DUTCH) > 300
    assert {"mantelzorg", "Ondersteuning", "Jeugd"} <= called()
    page = look(world, Who.FIXED, "/convenant/")
    assert b'<html lang="en"' in page.content
    assert PASSAGE in [" ".join(text.split()) for text in texts(page) if language_of(text) == "nl"]
    case = address(world, next(row for row in ROWS if row.name == "cases:case_detail"), Who.FIXED)
    found = [" ".join(text.split()) for text in texts(look(world, Who.FIXED, case))]
    assert QUESTION in found
    assert CONTRIBUTION in found
