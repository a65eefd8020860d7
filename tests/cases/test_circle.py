"""Proves who is in a circle: people, by name, as long as they work for the partner they were let in for."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts import actions as people
from accounts.errors import NotAllowed, NotPossible
from accounts.models import Role, User
from cases import actions
from cases.models import Case, CircleMember, Participation
from tests.cases.making import make_asked, make_case, make_note
from tests.factories import make_member, make_partner, make_seat

pytestmark = pytest.mark.django_db


def sees(user: User, case: Case) -> bool:
    """Say whether a person sees a case, as a fresh request would find out."""
    return Case.objects.visible_to(User.objects.get(pk=user.pk)).filter(pk=case.pk).exists()


def test_the_circle_holds_the_author_and_who_answers_for_each_partner_asked() -> None:
    author, fixed = make_member(), make_asked()
    deputy = make_member(partner=fixed.partner, contact="deputy")
    colleague = make_member(partner=fixed.partner)
    own_contact = make_member(partner=author.partner, contact="fixed")
    case = make_case(author, fixed)
    assert set(case.people()) == {author, fixed, deputy}
    assert not sees(colleague, case)
    assert not sees(own_contact, case)


@pytest.mark.parametrize("role", list(Role))
def test_no_role_opens_a_case(role: Role) -> None:
    case = make_case(make_member(), make_asked())
    assert not sees(make_member(roles=(role,)), case)


def test_a_seat_in_the_core_team_opens_no_case() -> None:
    case = make_case(make_member(), make_asked())
    assert not sees(make_seat(make_member()), case)


def test_who_moves_to_another_partner_is_out_even_when_that_partner_is_in_the_circle() -> None:
    author, asked, other = make_member(), make_asked(), make_asked()
    case = make_case(author, asked, other)
    assert sees(asked, case)
    asked.partner = other.partner
    asked.save()
    assert not sees(asked, case)
    assert asked not in case.people()


def test_who_is_blocked_is_out() -> None:
    author, asked = make_member(), make_asked()
    case = make_case(author, asked)
    asked.is_active = False
    asked.save()
    assert not sees(asked, case)


def test_who_has_no_partner_any_more_is_out() -> None:
    author, asked = make_member(), make_asked()
    case = make_case(author, asked)
    asked.partner = None
    asked.save()
    assert not sees(asked, case)


def test_a_participation_that_ended_lets_nobody_in() -> None:
    author, asked = make_member(), make_asked()
    case = make_case(author, asked)
    Participation.objects.filter(partner=asked.partner).update(until=timezone.now())
    assert not sees(asked, case)


def test_a_place_that_ended_lets_its_person_out_and_nobody_else() -> None:
    author, asked = make_member(), make_asked()
    deputy = make_member(partner=asked.partner, contact="deputy")
    case = make_case(author, asked)
    CircleMember.objects.filter(user=asked).update(until=timezone.now())
    assert not sees(asked, case)
    assert sees(deputy, case)


def test_a_partner_stands_once_in_a_circle() -> None:
    author, asked = make_member(), make_asked()
    case = make_case(author, asked)
    with pytest.raises(IntegrityError), transaction.atomic():
        Participation.objects.create(case=case, partner=asked.partner, invited_by=author)


def test_the_partner_that_brought_it_in_asks_one_more() -> None:
    author, late = make_member(), make_asked()
    case = make_case(author, make_asked())
    actions.invite_partner(by=author, case=case, partner=late.partner)
    assert sees(late, case)


def test_a_partner_that_was_asked_cannot_ask_another() -> None:
    asked, late = make_asked(), make_asked()
    case = make_case(make_member(), asked)
    with pytest.raises(NotAllowed):
        actions.invite_partner(by=asked, case=case, partner=late.partner)
    assert not sees(late, case)


def test_asking_again_reaches_who_answers_by_now() -> None:
    author, first = make_member(), make_asked()
    case = make_case(author, first)
    second = make_member(partner=first.partner)
    people.set_contact_point(by=None, partner=first.partner, user=second)
    assert not sees(second, case)
    actions.invite_partner(by=author, case=case, partner=first.partner)
    assert sees(second, case)
    assert case.participations.count() == 2


def test_a_partner_with_nobody_to_ask_is_named_and_nothing_is_stored() -> None:
    lonely = make_partner("Stichting Niemand")
    with pytest.raises(NotPossible) as refused:
        actions.open_case(
            by=make_member(), question="", situation="", topics=[], resident_knows="yes", partners=[lonely]
        )
    assert "Stichting Niemand" in str(refused.value.message)
    assert not Case.objects.exists()


def test_a_contact_point_who_left_the_partner_is_not_asked() -> None:
    gone = make_asked()
    partner = gone.partner
    gone.partner = make_partner()
    gone.save()
    with pytest.raises(NotPossible):
        actions.who_answers(partner)


def test_somebody_without_a_partner_cannot_bring_a_case_in() -> None:
    nobody = make_member()
    nobody.partner = None
    with pytest.raises(NotAllowed):
        make_case(nobody, make_asked())


def test_anybody_in_the_circle_adds_a_colleague() -> None:
    asked = make_asked()
    colleague = make_member(partner=asked.partner)
    case = make_case(make_member(), asked)
    actions.add_colleague(by=asked, case=case, user=colleague)
    actions.add_colleague(by=asked, case=case, user=colleague)
    assert sees(colleague, case)
    assert CircleMember.objects.filter(user=colleague).count() == 1


def test_nobody_adds_somebody_of_another_partner() -> None:
    author, asked, stranger = make_member(), make_asked(), make_member()
    case = make_case(author, asked)
    for by in (author, asked):
        with pytest.raises(NotAllowed):
            actions.add_colleague(by=by, case=case, user=stranger)
    assert not sees(stranger, case)


def test_a_blocked_colleague_is_not_added() -> None:
    author = make_member()
    blocked = make_member(partner=author.partner)
    blocked.is_active = False
    blocked.save()
    with pytest.raises(NotAllowed):
        actions.add_colleague(by=author, case=make_case(author, make_asked()), user=blocked)


def test_an_outsider_with_a_case_in_hand_can_do_nothing_to_it() -> None:
    outsider, late = make_asked(), make_asked()
    case = make_case(make_member(), make_asked())
    colleague = make_member(partner=outsider.partner)
    verbs = [
        lambda: make_note(outsider, case),
        lambda: actions.invite_partner(by=outsider, case=case, partner=late.partner),
        lambda: actions.add_colleague(by=outsider, case=case, user=colleague),
        lambda: actions.close_case(by=outsider, case=case),
    ]
    for verb in verbs:
        with pytest.raises(NotAllowed):
            verb()
    case.refresh_from_db()
    assert case.is_open
    assert not case.notes.exists()


def test_a_closed_case_is_read_only() -> None:
    author, asked = make_member(), make_asked()
    colleague = make_member(partner=author.partner)
    case = make_case(author, asked)
    actions.close_case(by=author, case=case)
    verbs = [
        lambda: make_note(asked, case),
        lambda: actions.invite_partner(by=author, case=case, partner=make_asked().partner),
        lambda: actions.add_colleague(by=author, case=case, user=colleague),
    ]
    for verb in verbs:
        with pytest.raises(NotPossible):
            verb()
    assert sees(asked, case)


def test_only_the_partner_that_brought_it_in_closes_it() -> None:
    author, asked = make_member(), make_asked()
    case = make_case(author, asked)
    with pytest.raises(NotAllowed):
        actions.close_case(by=asked, case=case)
    case.refresh_from_db()
    assert case.is_open


def test_closing_twice_changes_nothing() -> None:
    author = make_member()
    case = make_case(author, make_asked())
    actions.close_case(by=author, case=case)
    case.refresh_from_db()
    first = case.closed_at
    actions.close_case(by=author, case=case)
    case.refresh_from_db()
    assert case.closed_at == first


def test_a_case_cannot_be_closed_without_a_moment() -> None:
    case = make_case(make_member(), make_asked())
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(state="closed")


def test_a_number_is_the_start_of_the_random_id_in_groups() -> None:
    assert Case(public_id="7f3k2qxm9abc").number == "7F3K-2QXM"
