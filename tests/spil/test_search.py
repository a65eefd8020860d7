"""One search over everything: each finds only what they may open, at a constant cost, and the words stand nowhere."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Role, User
from audit.models import LogLine
from meetings import actions as meetings
from pages.actions import import_covenant, prepare_site
from pages.actions.site import add_published
from pages.models import PartnerIndexPage, PartnerPage
from tests.cases.making import checked as anonymous
from tests.cases.making import make_asked, make_case, make_note
from tests.factories import make_member, make_seat
from tests.meetings.making import checked, make_coordinator, make_guest, make_meeting, own_item
from tests.pages.texts import small

pytestmark = pytest.mark.django_db
ClientFor = Callable[[User], Client]
ADDRESS = "/zoeken/"


def found(client: Client, words: str) -> tuple[str, list[tuple[str, int]]]:
    """Search, and give the page with how much of each kind was found."""
    page = client.post(ADDRESS, {"q": words})
    assert page.status_code == 200
    return page.content.decode(), [(group.slug, group.total) for group in page.context["groups"]]


def make_page(name: str, **fields: Any) -> PartnerPage:
    partner = make_member(contact="fixed").partner
    slug = name.lower().replace(" ", "-")
    return add_published(PartnerIndexPage.objects.get(), PartnerPage(title=name, slug=slug, partner=partner, **fields))


# --- cases ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["maaltijd", "oudere INWONER", "aanschuiven dinsdag", "{number}", "{short}"])
def test_the_circle_finds_its_case_by_its_words_its_contributions_and_its_number(
    words: str, client_for: ClientFor
) -> None:
    owner, participant, outsider = make_asked(), make_asked(), make_asked()
    case = make_case(owner, participant)
    make_note(participant, case)
    words = words.format(number=case.number, short=case.number[:6].lower())
    for person in (owner, participant):
        text, groups = found(client_for(person), words)
        assert ("cases", 1) in groups
        assert case.get_absolute_url() in text
    for person in (outsider, make_seat(make_asked(), "wmo"), make_coordinator()):
        text, groups = found(client_for(person), words)
        assert "cases" not in dict(groups)
        assert case.public_id not in text
        assert case.question not in text


def test_every_word_must_be_there_and_signs_are_only_signs(client_for: ClientFor) -> None:
    owner = make_asked()
    make_case(owner)
    client = client_for(owner)
    for words in ("maaltijd ruimtevaart", "%", "_", "'", "---", "\\", "🙂" * 50):
        assert dict(found(client, words)[1]).get("cases", 0) == 0, words


# --- meetings ---------------------------------------------------------------------------------------------------------


def test_a_guest_finds_their_own_item_and_the_core_team_finds_all(client_for: ClientFor) -> None:
    coordinator, guest = make_coordinator(), make_guest()
    meeting = make_meeting(coordinator, guest.partner, days=0)
    meetings.record_outcome(
        by=coordinator, item=own_item(meeting), text=checked("Er komt een moestuin."), kind="decision"
    )
    other = next(item for item in meeting.items.all() if item.pk != own_item(meeting).pk)
    meetings.record_outcome(by=coordinator, item=other, text=checked("Er komt een boomgaard."), kind="decision")
    seated = client_for(make_seat(make_member()))
    assert ("meetings", 1) in found(seated, "moestuin")[1]
    assert ("meetings", 1) in found(seated, "boomgaard")[1]
    assert ("meetings", 1) in found(client_for(guest), "moestuin")[1]
    assert found(client_for(guest), "boomgaard")[1] == []
    assert found(client_for(make_member()), "moestuin")[1] == []


# --- partners and covenant --------------------------------------------------------------------------------------------


def test_everybody_finds_partners_and_passages_of_the_covenant(client_for: ClientFor) -> None:
    prepare_site()
    import_covenant(by=None, text=small(), name="Klein convenant")
    make_page("De Moestuin", summary="Tuinieren voor wie gezelschap zoekt.")
    text, groups = found(client_for(make_member()), "gezelschap")
    assert dict(groups)["partners"] >= 1
    assert dict(groups)["covenant"] >= 1
    assert "/partners/de-moestuin/" in text
    assert "/convenant/#art-" in text
    assert 'lang="nl"' in text


def test_more_than_ten_of_a_kind_are_counted_and_not_shown(client_for: ClientFor) -> None:
    owner = make_asked()
    for number in range(12):
        make_case(owner, question=f"Wie kan helpen met de moestuin van het dorp, keer {number}?")
    page = client_for(owner).post(ADDRESS, {"q": "moestuin"})
    (group,) = page.context["groups"]
    assert (len(group.hits), group.total, group.more) == (10, 12, 2)


# --- the page ---------------------------------------------------------------------------------------------------------


def test_an_empty_search_gets_a_sentence_at_the_top_and_beside_the_field(client_for: ClientFor) -> None:
    client = client_for(make_member())
    for words in ("", "   "):
        text = client.post(ADDRESS, {"q": words}).content.decode()
        assert "error-summary" in text
        assert text.count("Typ ten minste één woord.") == 2
    text = client.post(ADDRESS, {"q": "x" * 101}).content.decode()
    assert "x" * 101 in text
    assert client.post(ADDRESS, {"q": "\x00"}).status_code == 200


def test_words_in_an_address_are_not_searched(client_for: ClientFor) -> None:
    owner = make_asked()
    make_case(owner)
    page = client_for(owner).get(ADDRESS, {"q": "maaltijd"})
    assert page.context["groups"] == []
    assert 'value="maaltijd"' not in page.content.decode()


def test_what_was_typed_stands_in_no_log_and_no_address(
    client_for: ClientFor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client = client_for(make_member())
    with CaptureQueriesContext(connection):
        page = client.post(ADDRESS, {"q": "geheimwoord"})
    assert "geheimwoord" in page.content.decode()
    mine = [record for record in caplog.records if not record.name.startswith("django.db")]
    assert all("geheimwoord" not in record.getMessage() for record in mine)
    (line,) = LogLine.objects.filter(action="search.made")
    assert "geheimwoord" not in str(vars(line))


def test_it_costs_the_same_for_one_result_and_for_many(client_for: ClientFor) -> None:
    prepare_site()
    import_covenant(by=None, text=small(), name="Klein convenant")
    coordinator, guest = make_coordinator(), make_guest()

    def one_more(number: int) -> None:
        make_note(guest, make_case(guest), text=anonymous("Op dinsdag is er plek in de moestuin."))
        meeting = make_meeting(coordinator, guest.partner, days=number)
        meeting.items.update(title=checked("De moestuin van het kernteam"))
        make_page(f"Moestuin {number}")

    def cost() -> int:
        client.post(ADDRESS, {"q": "moestuin"})
        with CaptureQueriesContext(connection) as queries:
            assert client.post(ADDRESS, {"q": "moestuin"}).status_code == 200
        return len(queries)

    client = client_for(guest)
    one_more(1)
    one = cost()
    for number in range(2, 30):
        one_more(number)
    assert cost() == one


def test_the_field_stands_on_every_page_and_never_sends_by_address(client_for: ClientFor) -> None:
    text = client_for(make_member(roles=(Role.EDITOR,))).get("/").content.decode()
    form = text[text.index('<form class="search"') :]
    assert 'method="post"' in form[: form.index(">")]
    assert "csrfmiddlewaretoken" in form[: form.index("</form>")]
