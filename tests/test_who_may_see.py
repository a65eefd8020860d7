"""The panel "who may see this, and why?": on a case by name, on a meeting by item, on a page by what it was made for."""

from typing import Any

import pytest

from accounts.models import Role
from cases.actions import add_colleague, invite_partner
from cases.queries import Reason, circle_of, participations_of
from pages.actions import prepare_site
from pages.models import PartnerIndexPage
from tests.cases.making import make_asked, make_case
from tests.factories import make_member
from tests.meetings.making import make_coordinator, make_guest, make_meeting

pytestmark = pytest.mark.django_db

HEADING = "Wie mag dit zien, en waarom?"


def reasons(case: Any) -> dict[str, Reason]:
    """Give why each person is in the circle."""
    circle = circle_of(case, participations_of(case))
    return {place.person.name: place.reason for seat in circle for place in seat.people}


def test_everybody_in_a_circle_is_there_for_a_reason() -> None:
    opener, asked, later = make_member("Olga Opener"), make_asked(), make_asked()
    deputy = make_member("Dora Deputy", asked.partner, contact="deputy")
    case = make_case(opener, asked)
    own = make_member("Otto Own", opener.partner)
    theirs = make_member("Theo Theirs", asked.partner)
    add_colleague(by=opener, case=case, user=own)
    add_colleague(by=asked, case=case, user=theirs)
    # Whoever was let in by the opener asks one more partner.
    invite_partner(by=own, case=case, partner=later.partner)
    assert reasons(case) == {
        "Olga Opener": Reason.BROUGHT_IN,
        "Otto Own": Reason.COLLEAGUE,
        asked.name: Reason.ASKED,
        "Dora Deputy": Reason.ASKED,
        "Theo Theirs": Reason.COLLEAGUE,
        later.name: Reason.ASKED,
    }
    assert deputy.name in reasons(case)


def test_the_case_says_so_to_its_circle(client_for: Any) -> None:
    opener, asked = make_member(), make_asked()
    case = make_case(opener, asked)
    add_colleague(by=asked, case=case, user=make_member("Theo Theirs", asked.partner))
    for person in (opener, asked):
        html = client_for(person).get(case.get_absolute_url()).content.decode()
        for words in (HEADING, "Geen enkele rol", "bracht de casus in", "gevraagd als aanspreekpunt", "Theo Theirs"):
            assert words in html
        assert "toegevoegd door een collega" in html
        assert "/wie-mag-wat/#cases" in html


def test_after_a_refused_contribution_it_still_says_so(client_for: Any) -> None:
    opener = make_member()
    case = make_case(opener, make_asked())
    response = client_for(opener).post(f"{case.get_absolute_url()}bijdragen/nieuw/", {})
    assert response.status_code == 422
    assert HEADING in response.content.decode()


def test_a_meeting_names_who_sees_an_item_to_the_core_team_and_not_to_a_guest(client_for: Any) -> None:
    coordinator, guest, other = make_coordinator(), make_guest(), make_guest()
    meeting = make_meeting(coordinator, guest.partner, other.partner)
    whole = client_for(coordinator).get(meeting.get_absolute_url()).content.decode()
    assert HEADING in whole
    assert guest.name in whole
    assert other.name in whole
    own = client_for(guest).get(meeting.get_absolute_url()).content.decode()
    assert HEADING in own
    assert other.name not in own


def test_a_page_tells_members_whether_it_is_for_everybody(client_for: Any, client: Any) -> None:
    prepare_site()
    member = client_for(make_member(roles=(Role.EDITOR,)))
    page = PartnerIndexPage.objects.get()
    assert "inwoners vinden hier hulp" in member.get(page.url).content.decode()
    assert HEADING not in client.get(page.url).content.decode()
    PartnerIndexPage.objects.update(audience="members")
    assert "koos dat zij alleen voor partners is" in member.get(page.url).content.decode()
