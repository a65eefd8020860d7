"""Partners, rings, contact points, seats and roles: who may change them, and what always holds."""

import datetime as dt

import pytest

from accounts import actions
from accounts.errors import NotAllowed, NotPossible
from accounts.models import ContactPoint, CoreTeamSeat, Partner, PartnerKind, RingPlacement, Role, Subnetwork, User
from accounts.models.periods import today
from audit.models import LogLine
from tests.factories import make_partner, make_topic, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return make_user(roles=(Role.COORDINATOR,))


@pytest.fixture
def subnetwork():
    return Subnetwork.objects.create(slug="wmo", name="Wmo")


def test_only_the_coordinator_changes_the_network(subnetwork):
    partner = make_partner(ring="")
    member = make_user("Bo Lid", partner)
    editor = make_user(roles=(Role.EDITOR, Role.PRIVACY_OFFICER))
    for by in (member, editor):
        for change in (
            lambda by: actions.describe_partner(by=by, partner=partner, kind="housing", subnetwork=None, topics=[]),
            lambda by: actions.set_contact_point(by=by, partner=partner, user=member),
            lambda by: actions.give_seat(by=by, user=member, subnetwork=subnetwork),
            lambda by: actions.grant_role(by=by, user=by, role=Role.COORDINATOR),
            lambda by: actions.invite(by=by, email="a@example.org", partner=partner),
        ):
            with pytest.raises(NotAllowed):
                change(by)
    for change in (
        lambda: actions.add_partner(by=member, name="Nieuw"),
        lambda: actions.place_in_ring(by=member, partner=partner, ring="fixed"),
    ):
        with pytest.raises(NotAllowed):
            change()
    assert not ContactPoint.objects.exists()
    assert not CoreTeamSeat.objects.exists()
    assert Partner.objects.count() == 1


def test_an_editor_who_reads_a_covenant_in_adds_partners_but_moves_none():
    editor = make_user(roles=(Role.EDITOR,))
    partner, made = actions.add_partner(by=editor, name="Dorpsraad")
    actions.place_in_ring(by=editor, partner=partner, ring="fixed", since=dt.date(2015, 1, 1))
    assert made
    with pytest.raises(NotAllowed):
        actions.place_in_ring(by=editor, partner=partner, ring="flexible")
    assert partner.ring == "fixed"


def test_a_partner_of_the_same_name_is_made_once():
    first, made = actions.add_partner(by=None, name="Huisartsen")
    again, made_again = actions.add_partner(by=None, name="Huisartsen", is_host=True)
    assert (first, made, made_again, again.is_host) == (again, True, False, False)
    assert LogLine.objects.filter(action="partner.add").count() == 1


def test_moving_to_another_ring_keeps_the_history(coordinator):
    partner = make_partner(ring="")
    begin, move = today() - dt.timedelta(days=100), today() - dt.timedelta(days=10)
    actions.place_in_ring(by=coordinator, partner=partner, ring="flexible", since=begin)
    actions.place_in_ring(by=coordinator, partner=partner, ring="fixed", since=move)
    on = {day: RingPlacement.objects.on(day).values_list("ring", flat=True) for day in (begin, move, today())}
    assert {day: list(rings) for day, rings in on.items()} == {begin: ["flexible"], move: ["fixed"], today(): ["fixed"]}
    assert list(RingPlacement.objects.on(move - dt.timedelta(days=1)).values_list("ring", flat=True)) == ["flexible"]
    assert partner.ring == "fixed"


def test_the_same_ring_again_changes_nothing(coordinator):
    partner = make_partner(ring="fixed")
    lines = LogLine.objects.count()
    actions.place_in_ring(by=coordinator, partner=partner, ring="fixed")
    assert RingPlacement.objects.count() == 1
    assert LogLine.objects.count() == lines


def test_a_move_on_the_first_day_is_refused_and_changes_nothing(coordinator):
    partner = make_partner(ring="fixed")
    with pytest.raises(NotPossible):
        actions.place_in_ring(by=coordinator, partner=partner, ring="flexible")
    assert partner.ring == "fixed"


def test_the_host_stands_in_no_ring(coordinator):
    host = make_partner(ring="", is_host=True)
    with pytest.raises(NotPossible):
        actions.place_in_ring(by=coordinator, partner=host, ring="fixed")


def test_there_are_two_rings(coordinator):
    with pytest.raises(ValueError, match="scheef"):
        actions.place_in_ring(by=coordinator, partner=make_partner(ring=""), ring="scheef")


def test_a_partner_is_described(coordinator, subnetwork):
    partner, topic = make_partner(), make_topic()
    actions.describe_partner(
        by=coordinator, partner=partner, kind=PartnerKind.CITIZENS, subnetwork=subnetwork, topics=[topic]
    )
    partner.refresh_from_db()
    assert (partner.kind, partner.subnetwork, list(partner.topics.all())) == ("citizens", subnetwork, [topic])


def test_a_new_contact_point_takes_over(coordinator):
    partner = make_partner()
    old, new = make_user("Ali Oud", partner), make_user("Bea Nieuw", partner)
    actions.set_contact_point(by=coordinator, partner=partner, user=old)
    ContactPoint.objects.update(since=today() - dt.timedelta(days=30))
    actions.set_contact_point(by=coordinator, partner=partner, user=new)
    assert partner.contact_users() == [new]
    yesterday = today() - dt.timedelta(days=1)
    assert [point.user for point in ContactPoint.objects.on(yesterday)] == [old]


def test_taking_over_on_the_same_day_leaves_one(coordinator):
    partner = make_partner()
    first, second = make_user("Ali Een", partner), make_user("Bea Twee", partner)
    actions.set_contact_point(by=coordinator, partner=partner, user=first)
    actions.set_contact_point(by=coordinator, partner=partner, user=second)
    assert [point.user for point in ContactPoint.objects.all()] == [second]


def test_the_fixed_one_comes_first_and_nobody_is_their_own_deputy(coordinator):
    partner = make_partner()
    one, two = make_user("Ali Een", partner), make_user("Bea Twee", partner)
    actions.set_contact_point(by=coordinator, partner=partner, user=one, rank="deputy")
    actions.set_contact_point(by=coordinator, partner=partner, user=two, rank="fixed")
    assert (partner.contact_users(), partner.contact_point, partner.deputy) == ([two, one], two, one)
    actions.set_contact_point(by=coordinator, partner=partner, user=one, rank="fixed")
    assert (partner.contact_users(), partner.deputy) == ([one], None)


def test_a_contact_point_is_somebody_of_the_partner_itself_who_still_works_there(coordinator):
    partner = make_partner()
    for somebody in (make_user("Els Elders", make_partner()), make_user("Wim Weg", partner, is_active=False)):
        with pytest.raises(NotPossible):
            actions.set_contact_point(by=coordinator, partner=partner, user=somebody)


@pytest.mark.parametrize("change", [{"is_active": False}, {"partner": None}])
def test_who_left_answers_for_nobody(coordinator, change):
    partner = make_partner()
    user = make_user("Bo Lid", partner)
    actions.set_contact_point(by=coordinator, partner=partner, user=user)
    User.objects.filter(pk=user.pk).update(**change)
    assert partner.contact_users() == []
    assert Partner.objects.with_network().get(pk=partner.pk).contact_users() == []


def test_a_seat_holds_one_person(coordinator, subnetwork):
    first, second = make_user(), make_user()
    seat = actions.give_seat(by=coordinator, user=first, subnetwork=subnetwork)
    assert actions.give_seat(by=coordinator, user=first, subnetwork=subnetwork) == seat
    with pytest.raises(NotPossible):
        actions.give_seat(by=coordinator, user=second, subnetwork=subnetwork)
    assert (first.is_core_team, second.is_core_team) == (True, False)


def test_a_seat_that_ended_counts_no_more(coordinator, subnetwork):
    user = make_user()
    seat = actions.give_seat(by=coordinator, user=user, subnetwork=subnetwork, since=today() - dt.timedelta(days=9))
    CoreTeamSeat.objects.filter(pk=seat.pk).update(until=today() - dt.timedelta(days=1))
    assert not User.objects.get(pk=user.pk).is_core_team


def test_a_role_works_at_once(coordinator, client_for):
    user = make_user()
    assert not user.is_coordinator
    actions.grant_role(by=coordinator, user=user, role=Role.COORDINATOR)
    assert (user.is_coordinator, user.is_core_team) == (True, True)
    assert LogLine.objects.filter(action="role.grant.coordinator", object_id=user.public_id).exists()


def test_partners_are_found_by_name_subnetwork_and_topic(coordinator, subnetwork):
    topic = make_topic("mantelzorg")
    partner, other = make_partner("Steunpunt"), make_partner("Politie")
    actions.describe_partner(by=None, partner=partner, kind="unknown", subnetwork=subnetwork, topics=[topic])
    for words in ("steun", "WMO", "mantelzorg wmo", ""):
        assert partner in Partner.objects.search(words)
    assert list(Partner.objects.search("mantelzorg politie")) == []
    assert other in Partner.objects.in_ring("fixed")


def test_a_list_costs_the_same_for_one_and_for_many(django_assert_num_queries):
    for _ in range(12):
        partner = make_partner()
        actions.set_contact_point(by=None, partner=partner, user=make_user("Bo Lid", partner))
        partner.topics.add(make_topic())
    for size in (1, 12):
        with django_assert_num_queries(4):
            for partner in Partner.objects.with_network()[:size]:
                assert (partner.ring, len(partner.contact_users()), len(partner.topics.all())) == ("fixed", 1, 1)
