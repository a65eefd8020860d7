"""Who accepted the protocol: put in force once, accepted once, asked for again when its words change."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from accounts.errors import NotPossible
from accounts.models import Authenticator, Role, User
from audit.models import LogLine
from privacy import actions
from privacy.access import current_version, has_accepted
from privacy.models import Acceptance, ProtocolVersion
from tests.conftest import signed_in
from tests.factories import make_member, make_user, protocol

pytestmark = pytest.mark.django_db
ADDRESS = "/account/protocol/"


def put_in_force(letter: str = "a") -> ProtocolVersion:
    return actions.put_in_force(label=f"2026-{letter}", digest=letter * 64, by=None)


def almost_in(**fields: object) -> tuple[User, Client]:
    """Make a person who gave both factors and accepted nothing yet, with their client."""
    user = make_user(**fields)
    Authenticator.unsaved(user, name="test").save()
    return user, signed_in(user, verified=True)


def test_the_same_words_come_into_force_once() -> None:
    first = put_in_force()
    assert actions.put_in_force(label="another name", digest="a" * 64, by=None) == first
    assert LogLine.objects.filter(action="protocol.put_in_force").count() == 1


def test_new_words_take_over_and_old_ones_that_return_are_new_again() -> None:
    versions = [put_in_force("a"), put_in_force("b"), put_in_force("a")]
    assert len(set(versions)) == 3
    assert current_version() == versions[-1]


def test_a_digest_must_be_one() -> None:
    for digest in ("", "a" * 63, "g" * 64, "A" * 64, "a" * 64 + "\n"):
        with pytest.raises(ValidationError):
            actions.put_in_force(label="2026", digest=digest, by=None)


def test_a_version_of_tomorrow_is_not_in_force_yet() -> None:
    now = put_in_force()
    ProtocolVersion.objects.create(
        label="later", digest="b" * 64, in_force_since=timezone.now() + timezone.timedelta(days=1)
    )
    assert current_version() == now


def test_accepting_twice_is_accepting_once() -> None:
    user, version = make_user(), put_in_force()
    assert actions.accept_protocol(by=user, version=version) == actions.accept_protocol(by=user, version=version)
    assert LogLine.objects.filter(action="protocol.accept", actor=user.public_id).count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Acceptance.objects.create(user=user, version=version)


def test_nobody_accepts_what_is_not_in_force() -> None:
    user, old = make_user(), put_in_force("a")
    put_in_force("b")
    with pytest.raises(NotPossible):
        actions.accept_protocol(by=user, version=old)
    assert not user.acceptances.exists()


def test_who_accepted_is_in_with_one_query(django_assert_num_queries: Callable[[int], object]) -> None:
    user = make_member()
    with django_assert_num_queries(1):
        assert has_accepted(user)


def test_new_words_ask_everybody_again() -> None:
    user = make_member()
    assert has_accepted(user)
    put_in_force("b")
    assert not has_accepted(user)


def test_the_acceptance_of_another_is_none_of_mine() -> None:
    make_member()
    assert not has_accepted(make_user())


def test_without_a_protocol_only_who_can_make_one_is_in() -> None:
    assert not has_accepted(make_user())
    assert has_accepted(make_user(roles=(Role.COORDINATOR,)))
    assert has_accepted(make_user(roles=(Role.EDITOR,)))
    assert not has_accepted(make_user(roles=(Role.PRIVACY_OFFICER,)))
    put_in_force()
    assert not has_accepted(make_user(roles=(Role.COORDINATOR,)))


def test_the_screen_names_the_version_and_leads_to_the_text() -> None:
    version = protocol()
    _, client = almost_in()
    page = client.get(ADDRESS, {"next": "/casussen/"}).content.decode()
    assert version.label in page
    assert 'href="/privacyprotocol/"' in page
    assert 'value="/casussen/"' in page


def test_accepting_leads_on_to_where_one_was_going() -> None:
    version = protocol()
    user, client = almost_in()
    answer = client.post(ADDRESS, {"agreed": "on", "digest": version.digest, "next": "/overleg/"})
    assert (answer.status_code, answer["Location"]) == (302, "/overleg/")
    assert has_accepted(user)


def test_another_site_is_no_place_to_go() -> None:
    version = protocol()
    _, client = almost_in()
    answer = client.post(ADDRESS, {"agreed": "on", "digest": version.digest, "next": "https://example.com/"})
    assert answer["Location"] == "/"


def test_without_the_tick_nothing_is_accepted() -> None:
    version = protocol()
    user, client = almost_in()
    assert client.post(ADDRESS, {"digest": version.digest}).status_code == 422
    assert not has_accepted(user)


def test_words_that_changed_meanwhile_are_not_accepted_unread() -> None:
    old = protocol()
    user, client = almost_in()
    new = put_in_force("b")
    answer = client.post(ADDRESS, {"agreed": "on", "digest": old.digest})
    assert answer.status_code == 422
    assert new.digest in answer.content.decode()
    assert not user.acceptances.exists()


def test_without_a_protocol_the_screen_says_so() -> None:
    user, client = almost_in()
    assert client.get(ADDRESS).status_code == 200
    assert client.post(ADDRESS, {"agreed": "on", "digest": ""}).status_code == 422
    assert not user.acceptances.exists()


def test_who_accepted_sees_when(client_for: Callable[[User], Client]) -> None:
    page = client_for(make_member()).get(ADDRESS).content.decode()
    assert '<form method="post" class="stack"' not in page
    assert 'name="agreed"' not in page


def test_who_is_not_that_far_is_led_to_the_missing_step(
    client: Client, half_client_for: Callable[[User], Client]
) -> None:
    assert client.get(ADDRESS)["Location"].startswith("/account/inloggen/")
    assert half_client_for(make_member()).get(ADDRESS)["Location"].startswith("/account/code/")


def test_only_get_and_post_are_answered() -> None:
    _, client = almost_in()
    assert client.put(ADDRESS).status_code == 405
    assert client.generic("TRACE", ADDRESS).status_code == 405
