"""A partner's page: its offer for everybody, its people for members only."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from accounts.errors import NotAllowed
from accounts.models import Role
from pages.actions import ensure_profile, write_profile
from pages.models import PartnerPage
from tests.factories import make_member, make_partner

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site):
    partner = make_partner("Thuiszorg De Linde", kind="professional")
    return write_profile(
        by=None,
        partner=partner,
        summary="Hulp bij het dagelijks leven.",
        phone="0800 0000",
        email="linde@example.org",
        opening_hours="Maandag tot en met vrijdag",
        services=[{"what": "Wijkverpleging", "where": "Lierhoek"}, {"what": "Nachtzorg"}],
    )


@pytest.fixture
def people(page):
    return (
        make_member("Nadia Willems", partner=page.partner, contact="fixed"),
        make_member("Ruud Jacobs", partner=page.partner, contact="deputy"),
    )


def test_everybody_sees_what_a_partner_offers_and_how_to_reach_it(page):
    html = Client().get(page.url).content.decode()
    for fact in ("Thuiszorg De Linde", "Wijkverpleging", "Lierhoek", "0800 0000", "linde@example.org", "vrijdag"):
        assert fact in html


def test_a_member_sees_where_it_stands_and_who_answers(page, people, client_for):
    html = client_for(make_member()).get(page.url).content.decode()
    assert 'class="ring-mark' in html
    assert "Nadia Willems" in html
    assert "Ruud Jacobs" in html


def test_a_visitor_and_somebody_half_signed_in_see_no_people_and_no_ring(page, people, half_client_for):
    for client in (Client(), half_client_for(people[0])):
        html = client.get(page.url).content.decode()
        assert "Nadia" not in html
        assert people[0].email not in html
        assert 'class="ring-mark' not in html


def test_a_member_who_did_not_accept_the_protocol_sees_what_a_visitor_sees(page, people, client_for):
    people[1].acceptances.all().delete()
    assert "Nadia" not in client_for(people[1]).get(page.url).content.decode()


def test_a_partner_without_anything_says_so(site):
    empty, _made = ensure_profile(by=None, partner=make_partner("Stil"))
    response = Client().get(empty.url)
    assert response.status_code == 200
    assert b"tel:" not in response.content


def test_names_are_words_and_not_html(site):
    name = "Zorg & <b>Zo</b>"
    found, _made = ensure_profile(by=None, partner=make_partner(name))
    html = Client().get(found.url).content.decode()
    assert escape(name) in html
    assert name not in html


def test_two_partners_with_the_same_words_get_their_own_address(site):
    first, _made = ensure_profile(by=None, partner=make_partner("Kans Plus"))
    second, _made = ensure_profile(by=None, partner=make_partner("Kans-plus"))
    assert first.url == "/partners/kans-plus/"
    assert second.url != first.url


def test_writing_twice_keeps_what_was_not_given(page):
    write_profile(by=None, partner=page.partner, phone="0900 1")
    again = PartnerPage.objects.get(pk=page.pk)
    assert (again.phone, again.email) == ("0900 1", "linde@example.org")
    assert [service.what for service in again.services.all()] == ["Wijkverpleging", "Nachtzorg"]


def test_only_an_editor_or_the_coordinator_writes_a_profile(page):
    with pytest.raises(NotAllowed):
        write_profile(by=make_member(partner=page.partner), partner=page.partner, summary="Anders")
    for role in (Role.EDITOR, Role.COORDINATOR):
        write_profile(by=make_member(roles=(role,)), partner=page.partner, summary="Anders")


def test_a_profile_has_no_fields_of_its_own_making(page):
    with pytest.raises(TypeError):
        write_profile(by=None, partner=page.partner, naam="x")


def test_only_the_coordinator_finds_the_way_to_invite_somebody(page, client_for):
    address = reverse("accounts:invite", args=[page.partner.public_id])
    coordinator = make_member(roles=(Role.COORDINATOR,))
    assert address in client_for(coordinator).get(page.url).content.decode()
    for looking in (client_for(make_member()), Client()):
        assert address not in looking.get(page.url).content.decode()
