"""The page of the network: who stands where on which day, what needs attention and who hears of it, at a constant cost."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from accounts.models import LifeDomain, Partner, Ring, RingPlacement, Role, Subnetwork, Topic, User
from accounts.models.periods import today
from followup.actions import promise
from pages.actions import prepare_site
from pages.actions.site import add_published
from pages.models import HomePage, PartnerIndexPage, PartnerPage
from spil.rings import Network, network_for
from spil.rings_drawing import NAMED
from tests.cases.making import make_asked, make_case
from tests.factories import make_member, make_partner, make_seat, make_user
from tests.meetings.making import checked

pytestmark = pytest.mark.django_db
ClientFor = Callable[[User], Client]
ADDRESS = "/netwerk/"
YEAR = dt.timedelta(days=365)


@pytest.fixture(autouse=True)
def subnetworks() -> list[Subnetwork]:
    """Make the four subnetworks of the covenant."""
    names = ("Wmo", "Jeugd", "Participatie", "Veiligheid")
    return [Subnetwork.objects.create(slug=name.lower(), name=name, order=order) for order, name in enumerate(names)]


@pytest.fixture
def site() -> HomePage:
    """Make the tree of pages as a fresh Spil has it."""
    return prepare_site()


def seen_by(user: User, day: dt.date | None = None) -> Network:
    return network_for(RequestFactory().get("/"), user, day)


def attention_of(user: User, partner: Partner) -> list[str]:
    (entry,) = [entry for entry in seen_by(user).partners if entry.partner_id == partner.pk]
    return entry.attention


def late_promise(person: User, **place: str) -> None:
    coordinator = make_member(roles=(Role.COORDINATOR,))
    said: dict[str, Any] = {"sentence": checked("Een plek vrijhouden."), "partner": person.partner, "person": person}
    promise(by=coordinator, due_on=today() - dt.timedelta(days=8), **said, **place)


def cost(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


# --- who stands where ------------------------------------------------------------------------------------------------


def test_partners_stand_by_subnetwork_and_life_domain_and_the_host_stands_in_no_ring() -> None:
    domain = LifeDomain.objects.create(letter="b", name="Wonen")
    fixed = make_partner("Aan de kade", subnetwork=Subnetwork.objects.get(slug="jeugd"))
    fixed.topics.add(Topic.objects.create(domain=domain, slug="wonen", name="wonen"))
    make_partner("Buitenom", ring="flexible", subnetwork=Subnetwork.objects.get(slug="wmo"))
    make_partner("Gastheer", ring="", is_host=True)
    found = seen_by(make_user())
    assert [(entry.name, entry.sector, entry.domains) for entry in found.fixed] == [("Aan de kade", "Jeugd", "b")]
    assert [(entry.name, entry.sector) for entry in found.flexible] == [("Buitenom", "Wmo")]
    assert [count.fixed for count in found.counts] == [0, 1, 0, 0]
    assert [arc.letter for arc in found.drawing.arcs] == ["b"]


def test_who_has_no_subnetwork_yet_stands_in_a_sector_of_their_own() -> None:
    make_partner("Nog nergens")
    found = seen_by(make_user())
    assert len(found.sectors) == 5
    assert found.fixed[0].sector == found.sectors[-1]


def test_an_empty_network_is_drawn_too(client_for: ClientFor) -> None:
    Subnetwork.objects.all().delete()
    member = make_member()
    RingPlacement.objects.all().delete()
    page = client_for(member).get(ADDRESS)
    assert page.status_code == 200
    assert b"<svg" in page.content


def test_numbers_in_the_drawing_are_the_numbers_of_the_list(client_for: ClientFor) -> None:
    for number in range(12):
        make_partner(f"Partner nummer {number}", subnetwork=Subnetwork.objects.all()[number % 4])
    text = client_for(make_member()).get(ADDRESS).content.decode()
    drawn = dict(re.findall(r'aria-label="(\d+)\. ([^,]+),', text))
    listed = dict(re.findall(r'<tr id="p(\d+)">.*?<th scope="row"[^>]*>(?:<a[^>]*>)?([^<]+)', text, re.DOTALL))
    assert drawn == listed
    assert len(drawn) == 4 + 13


def test_every_node_is_a_link_with_a_name_and_leads_to_the_page_or_to_the_list(
    client_for: ClientFor, site: HomePage
) -> None:
    partner = make_partner("Met een pagina")
    make_partner("Zonder pagina")
    index = PartnerIndexPage.objects.get()
    add_published(index, PartnerPage(title=partner.name, slug="met-een-pagina", partner=partner))
    text = client_for(make_member()).get(ADDRESS).content.decode()
    svg = text[text.index("<svg viewBox=") : text.index("</svg>", text.index("<svg viewBox="))]
    links = dict(re.findall(r'<a href="([^"]+)"[^>]*aria-label="\d+\. (Met een pagina|Zonder pagina)', svg))
    assert "/partners/met-een-pagina/" in links
    assert all(re.fullmatch(r"#p\d+", href) for href, name in links.items() if name == "Zonder pagina")
    assert svg.count("<a ") == svg.count("aria-label=")


# --- what needs attention, and who hears of it ----------------------------------------------------------------------


def test_an_empty_seat_and_a_partner_without_contact_point_need_attention() -> None:
    make_seat(make_member(contact="fixed"), "wmo")
    partner = make_partner()
    found = seen_by(make_user())
    assert [bool(seat.attention) for seat in found.seats] == [False, True, True, True]
    assert attention_of(make_user(), partner) == ["Nog geen vast aanspreekpunt"]


def test_a_late_promise_is_told_to_who_made_it_answers_for_it_or_coordinates_and_to_nobody_else() -> None:
    owner = make_member(contact="fixed")
    late_promise(owner)
    told = {who: attention_of(who, owner.partner) for who in (owner, make_member(roles=(Role.COORDINATOR,)))}
    assert all(len(words) == 1 and "8" in words[0] for words in told.values())
    participant = make_member(partner=owner.partner)
    outsider = make_member(contact="fixed")
    core = make_seat(make_member(contact="fixed"), "jeugd")
    for who in (participant, outsider, core):
        assert attention_of(who, owner.partner) == []


def test_attention_says_nothing_of_a_case_to_who_may_not_see_it(client_for: ClientFor) -> None:
    owner, asked, outsider = make_asked(), make_asked(), make_asked()
    case = make_case(owner, asked)
    late_promise(asked, url=case.get_absolute_url(), label=case.number)
    # It could leak: whoever promised it does see that something is late.
    assert attention_of(asked, asked.partner)
    for who in (outsider, make_seat(make_asked(), "wmo")):
        text = client_for(who).get(ADDRESS).content.decode() + client_for(who).get("/").content.decode()
        assert case.number not in text
        assert case.public_id not in text
        assert attention_of(who, asked.partner) == []
    coordinator = client_for(make_member(roles=(Role.COORDINATOR,))).get(ADDRESS).content.decode()
    assert case.public_id not in coordinator
    assert case.number not in coordinator


# --- on any day -------------------------------------------------------------------------------------------------------


def test_the_network_of_another_day_is_shown_as_it_stood(client_for: ClientFor) -> None:
    partner = make_partner("Vroeger vast", ring="")
    RingPlacement.objects.create(partner=partner, ring=Ring.FIXED, since=today() - 3 * YEAR, until=today() - 2 * YEAR)
    RingPlacement.objects.create(partner=partner, ring=Ring.FLEXIBLE, since=today() - 2 * YEAR + dt.timedelta(days=1))
    client = client_for(make_member())
    assert [entry.name for entry in seen_by(make_user(), today() - 2 * YEAR).fixed] == ["Vroeger vast"]
    assert [entry.name for entry in seen_by(make_user()).flexible] == ["Vroeger vast"]
    assert seen_by(make_user(), today() - 4 * YEAR).partners == []
    text = client.get(ADDRESS, {"day": (today() - 2 * YEAR).isoformat()}).content.decode()
    assert "Vroeger vast" in text
    assert 'data-state="watch"' not in text[text.index("<table") : text.index("</table>")]


def test_a_seat_and_a_contact_point_are_those_of_the_day() -> None:
    person = make_member("Willemijn Toen", contact="fixed")
    make_seat(person, "wmo")
    before = today() - YEAR
    found = seen_by(make_user(), before)
    assert all(seat.contact == "" for seat in found.seats)
    RingPlacement.objects.update(since=before)
    person.contact_points.update(since=before, until=today() - dt.timedelta(days=1))
    assert [entry.contact for entry in seen_by(make_user(), before).fixed] == ["Willemijn Toen"]
    assert [entry.contact for entry in seen_by(make_user()).fixed] == [""]


@pytest.mark.parametrize("day", ["2026-02-30", "gisteren", "99999-01-01", "-1", "2026-13-01", "\x00"])
def test_a_day_that_does_not_exist_gets_a_sentence_and_the_network_of_today(day: str, client_for: ClientFor) -> None:
    partner = make_partner("Nu aanwezig")
    page = client_for(make_member()).get(ADDRESS, {"day": day})
    text = page.content.decode()
    assert page.status_code == 200
    assert partner.name in text
    assert 'aria-invalid="true"' in text
    assert "error-summary" in text


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_there_is_are_only_days(day: str, client_for: ClientFor) -> None:
    page = client_for(make_member()).get(ADDRESS, {"day": day})
    assert page.status_code == 200
    assert b'aria-invalid="true"' not in page.content


# --- what it costs ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [ADDRESS, "/"])
def test_it_costs_the_same_with_one_partner_and_with_fifty(address: str, client_for: ClientFor, site: HomePage) -> None:
    domain = LifeDomain.objects.create(letter="c", name="Werk")
    topic = Topic.objects.create(domain=domain, slug="werk", name="werk")
    index = PartnerIndexPage.objects.get()

    def settle(number: int) -> User:
        """Let one more partner in, with everything that the picture says of one."""
        person = make_member(partner=make_partner(ring="fixed" if number % 5 else "flexible"), contact="fixed")
        assert person.partner
        person.partner.topics.add(topic)
        Partner.objects.filter(pk=person.partner.pk).update(subnetwork=Subnetwork.objects.all()[number % 4])
        add_published(index, PartnerPage(title=f"P{number}", slug=f"p{number}", partner=person.partner))
        return person

    person = settle(1)
    make_seat(person, "wmo")
    late_promise(person)
    client = client_for(make_member(roles=(Role.COORDINATOR,)))
    one = cost(client, address)
    for number in range(2, 51):
        settle(number)
    assert cost(client, address) == one


def test_home_shows_numbers_in_place_of_specks_when_there_are_many(client_for: ClientFor) -> None:
    for number in range(NAMED + 1):
        make_partner(f"Partner nummer {number}", subnetwork=Subnetwork.objects.all()[number % 4])
    client = client_for(make_member())
    assert "rings-counts" in client.get("/").content.decode()
    assert 'viewBox="-320' not in client.get("/").content.decode()
    assert 'viewBox="-320' in client.get(ADDRESS).content.decode()
