"""What the coordinator gives and takes: at once, once, with a line in the log, and never the last coordinator."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from accounts import actions
from accounts.errors import NotAllowed, NotPossible
from accounts.models import (
    Absence,
    ContactPoint,
    CoreTeamSeat,
    FactorReset,
    Invitation,
    OpenSession,
    PasswordReset,
    Role,
    Subnetwork,
    User,
)
from accounts.models.periods import today, yesterday
from audit.models import LogLine
from tests.factories import make_member, make_partner, make_seat, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator() -> User:
    return make_member("Carla Coördinator", roles=(Role.COORDINATOR,))


@pytest.fixture
def seat() -> Subnetwork:
    return Subnetwork.objects.create(slug="wmo", name="Wmo")


def anew(user: User) -> User:
    """Give a person as the next request would."""
    return User.objects.get(pk=user.pk)


def lines(action: str) -> int:
    """Count the lines in the log about one act."""
    return LogLine.objects.filter(action=action).count()


def is_in(client: Client) -> bool:
    """Say whether a session still opens a member's page."""
    return client.get("/berichten/").status_code == 200


# --- who may --------------------------------------------------------------------------------------------------------


def test_nobody_but_the_coordinator_gives_or_takes(coordinator, seat):
    person, partner = make_member(contact="fixed"), make_partner()
    held = actions.give_seat(by=None, user=person, subnetwork=seat)
    invitation = actions.invite(by=None, email="nieuw@example.org", partner=partner)
    for by in (make_member(roles=(Role.EDITOR, Role.PRIVACY_OFFICER)), make_seat(make_member(), "jeugd"), person):
        for change in (
            lambda by: actions.take_role(by=by, user=coordinator, role=Role.COORDINATOR),
            lambda by: actions.block(by=by, user=coordinator),
            lambda by: actions.unblock(by=by, user=person),
            lambda by: actions.move_to_partner(by=by, user=person, partner=partner),
            lambda by: actions.end_seat(by=by, seat=held),
            lambda by: actions.end_contact_point(by=by, partner=person.partner, user=person),
            lambda by: actions.invite_list(by=by, text="a@example.org", partner=partner),
            lambda by: actions.withdraw_invitation(by=by, invitation=invitation),
            lambda by: actions.resend_invitation(by=by, invitation=invitation),
            lambda by: actions.ask_reset(by=by, user=coordinator),
        ):
            with pytest.raises(NotAllowed):
                change(by)
    assert anew(coordinator).is_coordinator
    assert anew(person).is_core_team
    assert Invitation.objects.count() == 1


# --- the last coordinator -------------------------------------------------------------------------------------------


REMOVALS = {
    "by taking the role": lambda by, user: actions.take_role(by=by, user=user, role=Role.COORDINATOR),
    "by blocking": lambda by, user: actions.block(by=by, user=user),
    "by moving": lambda by, user: actions.move_to_partner(by=by, user=user, partner=make_partner()),
}


@pytest.mark.parametrize("removal", REMOVALS.values(), ids=REMOVALS)
@pytest.mark.parametrize("from_server", [True, False])
def test_the_last_coordinator_cannot_be_removed(coordinator, removal, from_server):
    blocked = make_user(roles=(Role.COORDINATOR,))
    User.objects.filter(pk=blocked.pk).update(is_active=False)
    with pytest.raises(NotPossible):
        removal(None if from_server else coordinator, coordinator)
    still = anew(coordinator)
    assert (still.is_coordinator, still.is_active, still.partner) == (True, True, coordinator.partner)


@pytest.mark.parametrize("removal", REMOVALS.values(), ids=REMOVALS)
def test_of_two_coordinators_who_remove_each_other_one_stays(coordinator, removal):
    other = make_member(roles=(Role.COORDINATOR,))
    removal(coordinator, other)
    # `other` asked at the same moment: their own right was looked at before it was gone.
    other.__dict__["roles"] = frozenset({"coordinator"})
    with pytest.raises(NotPossible):
        removal(other, coordinator)
    assert anew(coordinator).is_coordinator
    assert not User.objects.filter(pk=other.pk, groups__name="coordinator", is_active=True).exists()


def test_nobody_blocks_themselves(coordinator):
    make_member(roles=(Role.COORDINATOR,))
    with pytest.raises(NotPossible):
        actions.block(by=coordinator, user=coordinator)


# --- roles ----------------------------------------------------------------------------------------------------------


def test_a_role_taken_ends_the_sessions_it_was_used_in(coordinator, client_for):
    editor = make_member(roles=(Role.EDITOR,))
    client, mine = client_for(editor), client_for(coordinator)
    assert is_in(client)
    actions.take_role(by=coordinator, user=editor, role=Role.EDITOR)
    assert not is_in(client)
    assert is_in(mine)
    assert not OpenSession.objects.filter(user=editor).exists()
    assert not anew(editor).has_role(Role.EDITOR)


def test_a_role_given_leaves_the_session_and_works_in_it_at_the_next_request(coordinator, client_for):
    person = make_member()
    client = client_for(person)
    assert client.get("/mensen/").status_code == 404
    actions.grant_role(by=coordinator, user=person, role=Role.COORDINATOR)
    assert client.get("/mensen/").status_code == 200


def test_given_or_taken_twice_is_once(coordinator):
    person = make_member()
    for _ in range(2):
        actions.grant_role(by=coordinator, user=person, role=Role.EDITOR)
    assert lines("role.grant.editor") == 1
    for _ in range(2):
        actions.take_role(by=coordinator, user=person, role=Role.EDITOR)
    assert lines("role.take.editor") == 1


def test_a_blocked_account_gets_no_role_and_no_seat(coordinator, seat):
    person = make_member()
    actions.block(by=coordinator, user=person)
    with pytest.raises(NotPossible):
        actions.grant_role(by=coordinator, user=person, role=Role.EDITOR)
    with pytest.raises(NotPossible):
        actions.give_seat(by=coordinator, user=person, subnetwork=seat)


# --- seats ----------------------------------------------------------------------------------------------------------


def test_a_seat_can_be_planned_ahead_and_passes_over_by_itself(coordinator, seat, clock):
    now, next_one = make_member(), make_member()
    held = actions.give_seat(by=coordinator, user=now, subnetwork=seat)
    first_day = today() + dt.timedelta(days=30)
    with pytest.raises(NotPossible):
        actions.give_seat(by=coordinator, user=next_one, subnetwork=seat, since=first_day)
    actions.end_seat(by=coordinator, seat=held, until=first_day - dt.timedelta(days=1))
    actions.give_seat(by=coordinator, user=next_one, subnetwork=seat, since=first_day)
    assert (anew(now).is_core_team, anew(next_one).is_core_team) == (True, False)
    clock.move(days=31)
    assert (anew(now).is_core_team, anew(next_one).is_core_team) == (False, True)


def test_a_seat_that_ends_does_not_run_into_the_next(coordinator, seat):
    one, other = make_member(), make_member()
    month = dt.timedelta(days=30)
    held = actions.give_seat(by=coordinator, user=one, subnetwork=seat, until=today() + month)
    actions.give_seat(by=coordinator, user=other, subnetwork=seat, since=today() + month + dt.timedelta(days=1))
    with pytest.raises(NotPossible):
        actions.end_seat(by=coordinator, seat=held, until=today() + 2 * month)
    for wrong in (yesterday(), today() - month):
        with pytest.raises(NotPossible):
            actions.end_seat(by=coordinator, seat=held, until=wrong)
        with pytest.raises(NotPossible):
            actions.give_seat(by=coordinator, user=other, subnetwork=seat, until=wrong)


def test_a_seat_that_ends_at_once_ends_the_sessions(coordinator, seat, client_for):
    person = make_member()
    held = actions.give_seat(by=None, user=person, subnetwork=seat, since=today() - dt.timedelta(days=9))
    client = client_for(person)
    for _ in range(2):
        actions.end_seat(by=coordinator, seat=held)
    assert not is_in(client)
    assert not anew(person).is_core_team
    assert lines("core_team.seat.end") == 1
    assert CoreTeamSeat.objects.get().until == yesterday()


def test_a_seat_asked_for_twice_is_one(coordinator, seat):
    person = make_member()
    for _ in range(2):
        actions.give_seat(by=coordinator, user=person, subnetwork=seat, since=today() + dt.timedelta(days=3))
    assert CoreTeamSeat.objects.count() == 1
    assert lines("core_team.seat") == 1


# --- contact points -------------------------------------------------------------------------------------------------


def test_a_contact_point_holds_until_a_day(coordinator, clock):
    person = make_member()
    last = today() + dt.timedelta(days=2)
    for _ in range(2):
        actions.set_contact_point(by=coordinator, partner=person.partner, user=person, until=last)
    assert ContactPoint.objects.count() == 1
    assert person.partner.contact_users() == [person]
    clock.move(days=3)
    assert person.partner.contact_users() == []
    with pytest.raises(NotPossible):
        actions.set_contact_point(by=coordinator, partner=person.partner, user=person, until=yesterday())


def test_who_answers_until_a_day_steps_down_for_the_next_too(coordinator):
    one = make_member()
    other = make_member(partner=one.partner)
    actions.set_contact_point(by=coordinator, partner=one.partner, user=one, until=today() + dt.timedelta(days=9))
    actions.set_contact_point(by=coordinator, partner=one.partner, user=other)
    assert one.partner.contact_users() == [other]


def test_stepping_down_happens_once(coordinator):
    person = make_member(contact="deputy")
    for _ in range(2):
        actions.end_contact_point(by=coordinator, partner=person.partner, user=person)
    assert person.partner.contact_users() == []
    assert lines("partner.contact.end") == 1


# --- blocking -------------------------------------------------------------------------------------------------------


def test_who_is_blocked_is_out_at_once_and_everything_they_held_ends(coordinator, client_for):
    person = make_seat(make_member(contact="fixed"))
    colleague = make_member(partner=person.partner)
    Absence.objects.create(user=colleague, deputy=person)
    PasswordReset.objects.create(user=person, digest="a" * 64)
    FactorReset.objects.create(user=person, asked_by=coordinator)
    invitation = actions.invite(by=None, email="nieuw@example.org", partner=person.partner)
    client = client_for(person)
    for _ in range(2):
        actions.block(by=coordinator, user=person)
    assert not is_in(client)
    assert not is_in(client_for(person))
    person = anew(person)
    assert (person.is_active, person.is_core_team, person.partner.contact_users()) == (False, False, [])
    assert not Absence.objects.now().exists()
    assert not PasswordReset.objects.exists()
    assert FactorReset.objects.get().approved is False
    assert Invitation.objects.usable().get() == invitation
    assert lines("person.block") == 1


def test_who_is_opened_again_comes_in_with_the_roles_of_before(coordinator, client_for):
    person = make_seat(make_member(contact="fixed", roles=(Role.EDITOR,)))
    actions.block(by=coordinator, user=person)
    for _ in range(2):
        actions.unblock(by=coordinator, user=person)
    person = anew(person)
    assert (person.is_active, person.has_role(Role.EDITOR), person.is_core_team) == (True, True, False)
    assert person.partner.contact_users() == []
    assert is_in(client_for(person))
    assert lines("person.unblock") == 1


# --- moving ---------------------------------------------------------------------------------------------------------


def test_who_moves_leaves_what_the_old_partner_gave(coordinator, client_for):
    person = make_seat(make_member(contact="fixed", roles=(Role.EDITOR,)))
    old, new = person.partner, make_partner()
    client = client_for(person)
    before = timezone.now()
    for _ in range(2):
        actions.move_to_partner(by=coordinator, user=person, partner=new)
    assert not is_in(client)
    person = anew(person)
    assert (person.partner, person.is_core_team, person.roles) == (new, False, frozenset())
    assert person.partner_since > before
    assert old.contact_users() == []
    assert lines("person.move") == 1
    actions.move_to_partner(by=coordinator, user=person, partner=old)
    assert old.contact_users() == []


def test_who_had_no_partner_keeps_everything_when_they_get_one():
    first = make_user(roles=(Role.COORDINATOR,))
    actions.move_to_partner(by=first, user=first, partner=make_partner())
    assert anew(first).is_coordinator
