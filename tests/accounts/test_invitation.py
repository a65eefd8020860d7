"""Invitations: from the coordinator, by mail, once, for seven days; opening the link changes nothing."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from accounts import actions
from accounts.errors import NotAllowed, NotPossible
from accounts.models import Invitation, Role, User
from audit.models import LogLine
from tests.factories import make_member, make_partner, make_user

pytestmark = pytest.mark.django_db

ANSWER = {"first_name": "Mo", "last_name": "Jansen", "job_title": "wijkwerker", "password": "drie bomen in de wind"}


@pytest.fixture
def coordinator():
    return make_member(roles=(Role.COORDINATOR,))


@pytest.fixture
def link(coordinator, mailoutbox, django_capture_on_commit_callbacks) -> str:
    """Invite somebody and give the path of the link in their mail."""
    with django_capture_on_commit_callbacks(execute=True):
        actions.invite(by=coordinator, email="Mo@Example.org ", partner=make_partner("Dorpsraad Heusden"))
    return re.search(r"http://localhost:8000(/\S+)", mailoutbox[0].body).group(1)


def test_the_mail_holds_the_link_and_the_partner_and_the_database_only_a_hash(link, mailoutbox):
    mail = mailoutbox[0]
    assert mail.to == ["mo@example.org"]
    assert "Dorpsraad Heusden" in mail.body
    token = link.strip("/").rpartition("/")[2]
    assert token not in str(Invitation.objects.values())
    assert token not in str(LogLine.objects.values())


def test_who_follows_it_makes_an_account_and_sets_up_a_second_factor(link, client):
    response = client.post(link, ANSWER)
    assert (response.status_code, response.url) == (302, "/account/instellen/")
    user = User.objects.get(email="mo@example.org")
    assert (user.name, user.job_title, user.partner.name) == ("Mo Jansen", "wijkwerker", "Dorpsraad Heusden")
    assert user.check_password(ANSWER["password"])
    assert client.get("/berichten/").url.startswith("/account/code/")
    assert LogLine.objects.filter(action="invitation.accept", actor=user.public_id).exists()


def test_looking_changes_nothing(link, client):
    for _ in range(3):
        assert client.get(link).status_code == 200
        assert client.head(link).status_code == 200
    assert Invitation.objects.get().used_at is None
    assert client.post(link, ANSWER).status_code == 302


def test_it_works_once(link):
    assert Client().post(link, ANSWER).status_code == 302
    assert Client().post(link, ANSWER | {"password": "vier andere losse woorden"}).status_code == 404
    assert User.objects.get(email="mo@example.org").check_password(ANSWER["password"])


def test_two_at_once_make_one_account(link):
    token = link.strip("/").rpartition("/")[2]
    actions.accept_invitation(token=token, **ANSWER)
    with pytest.raises(NotPossible):
        actions.accept_invitation(token=token, **ANSWER)
    assert User.objects.filter(email="mo@example.org").count() == 1


def test_used_over_its_date_and_unknown_look_alike(link, clock):
    unknown = reverse("accounts:invitation", args=["bestaat-niet"])
    answers = [Client().get(unknown), Client().post(unknown, ANSWER)]
    clock.move(days=6, hours=23)
    assert Client().get(link).status_code == 200
    clock.move(hours=2)
    answers += [Client().get(link), Client().post(link, ANSWER)]
    clock.move(days=-7)
    Client().post(link, ANSWER)
    answers += [Client().get(link), Client().post(link, ANSWER)]
    assert {answer.status_code for answer in answers} == {404}
    bodies = {re.sub(r'value="[^"]*"', "", answer.content.decode()) for answer in answers}
    assert len(bodies) == 1


def test_an_account_that_came_in_between_is_kept(link, client):
    make_user(email="mo@example.org")
    assert client.post(link, ANSWER).status_code == 422
    assert Invitation.objects.get().used_at is None


@pytest.mark.parametrize(
    "password",
    [
        "kort",
        "wachtwoord123",
        "123456789012345",
        "Mo-Jansen-1234",
        "welkombijspil2026",
        "asten asten asten",
        "a" * 12,
        "x" * 129,
    ],
)
def test_a_weak_password_is_refused_with_a_reason(link, client, password):
    response = client.post(link, ANSWER | {"password": password})
    assert response.status_code == 422
    assert response.context["form"].errors["password"]
    assert not User.objects.filter(email="mo@example.org").exists()


@pytest.mark.parametrize("password", ["x" * 50 + " lang en met spaties " + "y" * 57, "sleutel \u202e🗝 wortel 漢字"])
def test_a_long_or_strange_password_is_welcome(link, client, password):
    assert client.post(link, ANSWER | {"password": password}).status_code == 302
    assert User.objects.get(email="mo@example.org").check_password(password)


def test_whoever_was_signed_in_here_is_so_no_longer(link, client_for):
    client = client_for(make_member())
    client.post(link, ANSWER)
    assert client.session["_auth_user_id"] == str(User.objects.get(email="mo@example.org").pk)
    assert client.get("/berichten/").status_code == 302


def test_the_coordinator_invites_on_a_page(coordinator, client_for, mailoutbox, django_capture_on_commit_callbacks):
    partner = make_partner()
    address = reverse("accounts:invite", args=[partner.public_id])
    client = client_for(coordinator)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(address, {"email": "nieuw@example.org"}).status_code == 302
    assert mailoutbox[0].to == ["nieuw@example.org"]
    assert "nieuw@example.org" in client.get(address).content.decode()


def test_nobody_else_invites(client_for):
    member = make_member(roles=(Role.EDITOR, Role.PRIVACY_OFFICER), contact="fixed")
    client = client_for(member)
    for partner_id in (member.partner.public_id, "bestaatniet0"):
        assert client.get(reverse("accounts:invite", args=[partner_id])).status_code == 404
        assert client.post(reverse("accounts:invite", args=[partner_id]), {"email": "a@example.org"}).status_code == 404
    with pytest.raises(NotAllowed):
        actions.invite(by=member, email="a@example.org", partner=member.partner)
    assert not Invitation.objects.exists()


def test_who_has_an_account_is_not_invited(coordinator, client_for):
    user = make_user()
    address = reverse("accounts:invite", args=[coordinator.partner.public_id])
    assert client_for(coordinator).post(address, {"email": user.email.upper()}).status_code == 422
    assert not Invitation.objects.exists()


def test_a_mail_server_that_is_away_is_told_calmly(
    coordinator, client_for, settings, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # Nobody answers there.
    with pytest.raises(NotPossible), django_capture_on_commit_callbacks(execute=True):
        actions.invite(by=coordinator, email="nieuw@example.org", partner=None)
