"""Proves that whoever moves to another partner leaves every circle, and does not come back in by coming back."""

import pytest

from accounts import actions as people
from accounts.models import User
from cases import actions
from cases.models import Case, CircleMember
from tests.cases.making import make_asked, make_case
from tests.clock import Clock
from tests.factories import make_member, make_partner

pytestmark = pytest.mark.django_db


def sees(user: User, case: Case) -> bool:
    """Say whether a person sees a case, as a fresh request would find out."""
    return Case.objects.visible_to(User.objects.get(pk=user.pk)).filter(pk=case.pk).exists()


def move(user: User, partner: object) -> User:
    """Let somebody work for another partner, and give them as a fresh request would."""
    people.move_to_partner(by=None, user=user, partner=partner)
    return User.objects.get(pk=user.pk)


def test_who_moves_away_and_back_does_not_see_the_old_case_again(clock: Clock) -> None:
    author, asked = make_member(), make_asked()
    case = make_case(author, asked)
    home = asked.partner
    assert sees(asked, case)
    clock.move(days=1)
    asked = move(asked, make_partner())
    assert not sees(asked, case)
    clock.move(days=1)
    asked = move(asked, home)
    assert not sees(asked, case)
    assert asked not in case.people()


def test_a_case_of_after_the_return_is_seen(clock: Clock) -> None:
    author, asked = make_member(), make_asked()
    home = asked.partner
    move(asked, make_partner())
    clock.move(days=1)
    asked = move(asked, home)
    people.set_contact_point(by=None, partner=home, user=asked)
    assert sees(asked, make_case(author, asked))


def test_who_came_back_can_be_let_in_anew_once(clock: Clock) -> None:
    author, asked = make_member(), make_asked()
    case = make_case(author, asked)
    home = asked.partner
    move(asked, make_partner())
    clock.move(days=1)
    asked = move(asked, home)
    people.set_contact_point(by=None, partner=home, user=asked)
    for _ in range(2):
        actions.invite_partner(by=author, case=case, partner=home)
    assert sees(asked, case)
    assert CircleMember.objects.filter(user=asked, until=None).count() == 1
    assert CircleMember.objects.filter(user=asked).count() == 2


def test_who_brought_the_case_in_and_left_directs_it_no_more(clock: Clock) -> None:
    author, asked = make_member(), make_asked()
    case = make_case(author, asked)
    home = author.partner
    move(author, make_partner())
    clock.move(days=1)
    author = move(author, home)
    assert not sees(author, case)
