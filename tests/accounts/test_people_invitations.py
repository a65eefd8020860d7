"""Invitations by list, sent again and taken back: nothing typed is lost, and one address has one open invitation."""

import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from accounts import actions
from accounts.errors import NotPossible
from accounts.models import Invitation, Role, User
from audit.models import LogLine
from tests.factories import make_member, make_partner, make_user

pytestmark = pytest.mark.django_db
PAGE = "/mensen/uitnodigingen/"


@pytest.fixture
def coordinator() -> User:
    return make_member(roles=(Role.COORDINATOR,))


@pytest.fixture
def client(coordinator, client_for) -> Client:
    return client_for(coordinator)


@pytest.fixture
def run(django_capture_on_commit_callbacks):
    """Do something, and what it does once it is stored."""

    def do(act):
        with django_capture_on_commit_callbacks(execute=True):
            return act()

    return do


def link(mail) -> str:
    """Give the path of the link in a mail."""
    return re.search(r"http://[^/\s]+(/account/uitnodiging/\S+)", mail.body).group(1)


def test_each_line_gets_its_own_answer(coordinator, run, mailoutbox):
    partner, there = make_partner("Dorpsraad"), make_user(email="al.hier@example.org")
    text = f"""
        een@example.org
        Twee Jansen <twee@Example.org>; drie@example.org
        {there.email.upper()}
        geen adres
        Vier <vier@>
        een@example.org
    """
    lines = run(lambda: actions.invite_list(by=coordinator, text=text, partner=partner))
    assert [line.state for line in lines] == ["good", "good", "good", "watch", "stop", "stop", "watch"]
    assert {mail.to[0] for mail in mailoutbox} == {"een@example.org", "twee@example.org", "drie@example.org"}
    assert set(Invitation.objects.values_list("partner__name", flat=True)) == {"Dorpsraad"}
    assert LogLine.objects.filter(action="invitation.send").count() == 3


def test_a_list_has_an_end(coordinator):
    with pytest.raises(NotPossible):
        actions.invite_list(by=coordinator, text="\n".join(f"p{n}@example.org" for n in range(101)), partner=None)
    assert not Invitation.objects.exists()


def test_the_page_keeps_what_was_not_sent(client, run, mailoutbox):
    partner = make_partner()
    asked = {"partner": partner.public_id, "addresses": "goed@example.org\nniet goed\n"}
    response = run(lambda: client.post(PAGE, asked))
    assert response.status_code == 422
    assert response.context["form"]["addresses"].value() == "niet goed"
    assert response.context["form"]["partner"].value() == partner.public_id
    body = response.content.decode()
    assert "goed@example.org" in body
    assert len(mailoutbox) == 1
    assert run(lambda: client.post(PAGE, asked | {"addresses": "mooi@example.org"})).status_code == 302


@pytest.mark.parametrize("changes", [{"partner": ""}, {"partner": "bestaatniet0"}, {"addresses": ""}])
def test_a_form_that_is_not_complete_loses_nothing(client, changes):
    asked = {"partner": make_partner().public_id, "addresses": "een@example.org\ntwee@example.org", **changes}
    response = client.post(PAGE, asked)
    assert response.status_code == 422
    assert response.context["form"]["addresses"].value() == asked["addresses"]
    assert not Invitation.objects.exists()


def test_one_address_has_one_open_invitation(coordinator, clock):
    partner = make_partner()
    actions.invite(by=coordinator, email="een@example.org", partner=partner)
    with pytest.raises(NotPossible):
        actions.invite(by=coordinator, email="EEN@example.org", partner=make_partner())
    clock.move(days=8)
    actions.invite(by=coordinator, email="een@example.org", partner=partner)
    assert Invitation.objects.count() == 1


def test_sent_again_the_new_link_works_and_the_old_one_does_not(coordinator, client_for, run, clock, mailoutbox):
    run(lambda: actions.invite(by=None, email="een@example.org", partner=make_partner()))
    clock.move(days=9)
    client, address = client_for(coordinator), f"{PAGE}{Invitation.objects.get().public_id}/opnieuw/"
    for _ in range(2):
        assert run(lambda: client.post(address)).url == PAGE
    old, new = (link(mail) for mail in mailoutbox)
    assert (Client().get(old).status_code, Client().get(new).status_code) == (404, 200)
    clock.move(days=6)
    assert Client().get(new).status_code == 200
    assert LogLine.objects.filter(action="invitation.resend", actor=coordinator.public_id).count() == 1


def test_taken_back_the_link_is_dead(client, run, mailoutbox):
    run(lambda: actions.invite(by=None, email="een@example.org", partner=make_partner()))
    invitation = Invitation.objects.get()
    assert client.post(f"{PAGE}{invitation.public_id}/intrekken/").status_code == 302
    assert client.post(f"{PAGE}{invitation.public_id}/intrekken/").status_code == 404
    assert Client().get(link(mailoutbox[0])).status_code == 404
    assert LogLine.objects.filter(action="invitation.withdraw").count() == 1


def test_what_was_accepted_is_neither_taken_back_nor_sent_again(coordinator, client, run, mailoutbox):
    run(lambda: actions.invite(by=None, email="een@example.org", partner=make_partner()))
    invitation = Invitation.objects.get()
    Invitation.objects.update(used_at=invitation.created_at)
    for verb in (actions.withdraw_invitation, actions.resend_invitation):
        with pytest.raises(NotPossible):
            verb(by=coordinator, invitation=invitation)
    for way in ("intrekken", "opnieuw"):
        assert client.post(f"{PAGE}{invitation.public_id}/{way}/").status_code == 404


def test_a_mail_server_that_is_away_leaves_nothing_in_the_way(coordinator, settings, run, mailoutbox):
    backend = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # Nobody answers there.
    with pytest.raises(NotPossible):
        run(lambda: actions.invite(by=coordinator, email="een@example.org", partner=None))
    settings.EMAIL_BACKEND = backend
    run(lambda: actions.invite(by=coordinator, email="een@example.org", partner=None))
    assert len(mailoutbox) == 1


def test_only_the_coordinator_finds_the_page(client_for, half_client_for):
    invitation = actions.invite(by=None, email="een@example.org", partner=make_partner())
    ways = [PAGE, f"{PAGE}{invitation.public_id}/opnieuw/", f"{PAGE}{invitation.public_id}/intrekken/"]
    member = make_member(roles=(Role.EDITOR, Role.PRIVACY_OFFICER), contact="fixed")
    for way in ways:
        assert client_for(member).post(way).status_code == 404
        assert half_client_for(member).post(way).status_code == 302
        assert Client().post(way).status_code == 302
    assert client_for(member).get(PAGE).status_code == 404
    assert Invitation.objects.usable().count() == 1


def test_the_command_invites_again_with_a_new_link(run, mailoutbox):
    for _ in range(2):
        run(lambda: call_command("invite", "een@example.org"))
    old, new = (link(mail) for mail in mailoutbox)
    assert (Client().get(old).status_code, Client().get(new).status_code) == (404, 200)
    make_user(email="al.hier@example.org")
    with pytest.raises(CommandError):
        call_command("invite", "al.hier@example.org")
