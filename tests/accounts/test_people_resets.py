"""The lost phone: one asks, another decides, and until then nothing changes; afterwards no old key and no old session works."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from django_otp import devices_for_user
from django_otp_webauthn.models import WebAuthnCredential

from accounts import actions
from accounts.errors import NotAllowed, NotPossible
from accounts.models import Authenticator, FactorReset, OpenSession, RecoveryCodes, Role, User
from audit.models import LogLine
from tests.factories import PASSWORD, make_member, make_seat, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator() -> User:
    return make_member("Carla Coördinator", roles=(Role.COORDINATOR,))


@pytest.fixture
def officer() -> User:
    return make_member("Fien Gegevens", roles=(Role.PRIVACY_OFFICER,))


@pytest.fixture
def lost() -> User:
    user = make_member("Lou Verloren")
    RecoveryCodes.objects.create(user=user).renew()
    WebAuthnCredential.objects.create(
        user=user, name="telefoon", confirmed=True, credential_id=b"x", public_key=b"y", sign_count=0
    )
    return user


@pytest.fixture
def reset(coordinator, officer, lost) -> FactorReset:
    return actions.ask_reset(by=coordinator, user=lost)


@pytest.fixture
def run(django_capture_on_commit_callbacks):
    """Do something, and what it does once it is stored."""

    def do(act):
        with django_capture_on_commit_callbacks(execute=True):
            return act()

    return do


def keys(user: User) -> int:
    """Count the second keys of a person, of every kind."""
    return len(list(devices_for_user(user, confirmed=None)))


def test_asking_changes_nothing_yet(reset, lost, client_for):
    assert keys(lost) == 3
    client = client_for(lost)
    assert client.get("/berichten/").status_code == 200
    assert LogLine.objects.filter(action="factor.reset.ask", object_id=lost.public_id).count() == 1


def test_who_may_approve_and_who_lost_it_are_mailed(coordinator, officer, lost, mailoutbox, run):
    seated, blocked = make_seat(make_member()), make_member(roles=(Role.PRIVACY_OFFICER,))
    actions.block(by=None, user=blocked)
    make_member(roles=(Role.EDITOR,))
    for _ in range(2):
        reset = run(lambda: actions.ask_reset(by=coordinator, user=lost))
    assert FactorReset.objects.count() == 1
    assert sorted(mail.to[0] for mail in mailoutbox) == sorted([lost.email, officer.email, seated.email])
    for mail in mailoutbox:
        assert (reset.public_id in mail.body) == (mail.to != [lost.email])


@pytest.fixture(params=["coordinator", "core team", "privacy officer"])
def approver(request) -> User:
    """Give a second person of each sort."""
    if request.param == "core team":
        return make_seat(make_member())
    return make_member(roles=(Role.COORDINATOR if request.param == "coordinator" else Role.PRIVACY_OFFICER,))


def test_a_second_person_approves_and_the_way_in_begins_anew(approver, lost, client_for, mailoutbox, run):
    reset = actions.ask_reset(by=make_member(roles=(Role.COORDINATOR,)), user=lost)
    old = client_for(lost)
    page = f"/mensen/herstel/{reset.public_id}/"
    assert run(lambda: client_for(approver).post(page, {"approve": "1"})).status_code == 302
    assert keys(lost) == 0
    assert old.get("/berichten/").status_code == 302
    assert not OpenSession.objects.filter(user=lost).exists()
    assert [mail.to for mail in mailoutbox if lost.email in mail.to]
    assert LogLine.objects.filter(action="factor.reset", actor=approver.public_id, object_id=lost.public_id).exists()

    client = Client()
    assert client.post("/account/inloggen/", {"email": lost.email, "password": PASSWORD}).status_code == 302
    assert client.get("/berichten/").status_code == 302
    assert client.get("/account/instellen/").status_code == 200


def test_refused_nothing_changes(reset, officer, lost, client_for):
    assert client_for(officer).post(f"/mensen/herstel/{reset.public_id}/", {"refuse": "1"}).status_code == 302
    assert keys(lost) == 3
    assert client_for(lost).get("/berichten/").status_code == 200
    assert LogLine.objects.filter(action="factor.reset.refuse", actor=officer.public_id).exists()
    with pytest.raises(NotPossible):
        actions.decide_reset(by=officer, reset=reset, approve=True)


def test_whoever_asked_does_not_approve(reset, coordinator, lost, client_for):
    client = client_for(coordinator)
    page = f"/mensen/herstel/{reset.public_id}/"
    assert client.get(page).status_code == 200
    assert client.post(page, {"approve": "1"}).status_code == 422
    with pytest.raises(NotAllowed):
        actions.decide_reset(by=coordinator, reset=reset, approve=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        FactorReset.objects.filter(pk=reset.pk).update(decided_by=coordinator, decided_at=timezone.now(), approved=True)
    assert keys(lost) == 3


def test_whom_it_is_about_neither_sees_nor_approves(coordinator, officer, client_for):
    about = make_seat(make_member())
    reset = actions.ask_reset(by=coordinator, user=about)
    client = client_for(about)
    page = f"/mensen/herstel/{reset.public_id}/"
    assert (client.get(page).status_code, client.post(page, {"approve": "1"}).status_code) == (404, 404)
    with pytest.raises(NotAllowed):
        actions.decide_reset(by=about, reset=reset, approve=True)
    assert list(client.get("/mensen/herstel/").context["resets"]) == []


def test_outsiders_find_nothing(reset, lost, client_for, half_client_for):
    for user in (make_member(contact="fixed"), make_member(roles=(Role.EDITOR,)), lost):
        client = client_for(user)
        for page in ("/mensen/herstel/", f"/mensen/herstel/{reset.public_id}/", "/mensen/herstel/bestaatniet0/"):
            assert client.get(page).status_code == 404
        assert client.post(f"/mensen/herstel/{reset.public_id}/", {"approve": "1"}).status_code == 404
        with pytest.raises(NotAllowed):
            actions.decide_reset(by=user, reset=reset, approve=True)
    assert half_client_for(make_seat(make_member())).get("/mensen/herstel/").status_code == 302
    assert keys(lost) == 3


def test_two_who_decide_decide_once(reset, officer, lost):
    actions.decide_reset(by=officer, reset=reset, approve=True)
    Authenticator.unsaved(lost, name="nieuw").save()
    for approve in (True, False):
        with pytest.raises(NotPossible):
            actions.decide_reset(by=make_seat(make_member(), f"s{approve}".lower()), reset=reset, approve=approve)
    assert keys(lost) == 1


def test_a_request_that_waits_too_long_is_over_and_can_be_asked_again(reset, coordinator, officer, lost, clock):
    clock.move(days=7, hours=1)
    with pytest.raises(NotPossible):
        actions.decide_reset(by=officer, reset=reset, approve=True)
    assert keys(lost) == 3
    again = actions.ask_reset(by=coordinator, user=lost)
    assert again != reset
    actions.decide_reset(by=officer, reset=again, approve=True)
    assert keys(lost) == 0


def test_without_a_second_person_nothing_can_be_asked(coordinator, lost):
    with pytest.raises(NotPossible):
        actions.ask_reset(by=coordinator, user=lost)
    assert not FactorReset.objects.exists()


def test_nobody_asks_it_for_themselves_or_for_a_blocked_account(coordinator, officer, lost):
    actions.block(by=None, user=lost)
    for user in (coordinator, lost):
        with pytest.raises(NotPossible):
            actions.ask_reset(by=coordinator, user=user)


def test_a_get_from_a_mail_changes_nothing(reset, officer, lost, client_for):
    client = client_for(officer)
    for _ in range(2):
        assert client.get(f"/mensen/herstel/{reset.public_id}/?approve=1").status_code == 200
    assert client.post(f"/mensen/herstel/{reset.public_id}/").status_code == 200
    assert keys(lost) == 3


def test_deciding_asks_for_a_fresh_second_key(reset, officer, lost, client_for, clock):
    client = client_for(officer)
    clock.move(minutes=11)
    assert client.post(f"/mensen/herstel/{reset.public_id}/", {"approve": "1"}).status_code == 302
    assert keys(lost) == 3


def test_what_waits_asks_for_the_approver_at_home(reset, officer, coordinator, client_for):
    address = f"/mensen/herstel/{reset.public_id}/"
    assert address in client_for(officer).get("/").content.decode()
    assert address not in client_for(coordinator).get("/").content.decode()
    assert address not in client_for(make_member()).get("/").content.decode()


def test_whoever_asked_sees_that_somebody_else_decides(reset, officer, coordinator, client_for):
    for user, words in ((coordinator, True), (officer, False)):
        page = client_for(user).get("/mensen/herstel/")
        assert list(page.context["resets"]) == [reset]
        assert ("iemand anders beslist" in page.content.decode()) is words


def test_the_coordinator_asks_on_a_page(coordinator, officer, lost, client_for):
    client = client_for(coordinator)
    for _ in range(2):
        assert client.post(f"/mensen/{lost.public_id}/herstel/").status_code == 302
    assert FactorReset.objects.get().asked_by == coordinator
    assert keys(lost) == 3


def test_a_command_resets_the_only_coordinator(coordinator, client_for, mailoutbox, run):
    old = client_for(coordinator)
    run(lambda: call_command("reset_factor", coordinator.email.upper()))
    assert keys(coordinator) == 0
    assert old.get("/berichten/").status_code == 302
    assert mailoutbox[0].to == [coordinator.email]
    assert LogLine.objects.filter(action="factor.reset", actor="", object_id=coordinator.public_id).exists()
    assert User.objects.get(pk=coordinator.pk).check_password(PASSWORD)


def test_the_command_is_for_coordinators_alone(lost):
    with pytest.raises(CommandError):
        call_command("reset_factor", lost.email)
    with pytest.raises(CommandError):
        call_command("reset_factor", "niemand@example.org")
    assert keys(lost) == 3


def test_at_the_code_it_says_whom_to_call(half_client_for):
    client = half_client_for(make_member())
    for page in ("/account/code/", "/account/herstelcode/"):
        assert "coördinator" in client.get(page).content.decode()
    assert make_user().email
