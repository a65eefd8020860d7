"""A link in a mail survives password, code and protocol, and lands on the item it named; looking at it changes nothing."""

import pytest
from django.test import Client

from accounts.models import Authenticator, Invitation, OpenSession
from audit.models import LogLine
from privacy.models import Acceptance
from tests.cases.making import make_case
from tests.factories import PASSWORD, make_member

pytestmark = pytest.mark.django_db


def hidden_next(page) -> str:
    """Give what the form on the page carries along, as a browser sends it."""
    return page.context["next"]


def test_from_the_mail_to_the_case_through_every_door(client):
    user = make_member("Fleur Fixed", contact="fixed")
    case = make_case(by=user)
    Acceptance.objects.filter(user=user).delete()
    address = case.get_absolute_url() + "?from=mail"

    page = client.get(address, follow=True)
    assert page.request["PATH_INFO"] == "/account/inloggen/"
    page = client.post("/account/inloggen/", {"email": user.email, "password": "verkeerd", "next": hidden_next(page)})
    page = client.post(
        "/account/inloggen/", {"email": user.email, "password": PASSWORD, "next": hidden_next(page)}, follow=True
    )
    assert page.request["PATH_INFO"] == "/account/code/"
    code = Authenticator.objects.get(user=user).unspent_code()
    page = client.post("/account/code/", {"code": code, "next": hidden_next(page)}, follow=True)
    assert page.request["PATH_INFO"] == "/account/protocol/"
    agreed = {"agreed": "on", "digest": page.context["version"].digest, "next": hidden_next(page)}
    page = client.post("/account/protocol/", agreed, follow=True)
    assert page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"] == address
    assert page.status_code == 200


def test_an_invitation_looked_at_by_a_scanner_stays_whole(client):
    before = Invitation.objects.count(), LogLine.objects.count(), OpenSession.objects.count()
    for address in (
        "/account/uitnodiging/x/",
        "/account/nieuw-wachtwoord/x/",
        "/account/uitloggen/",
        "/account/blijven/",
    ):
        Client().get(address)
        Client().head(address)
    assert (Invitation.objects.count(), LogLine.objects.count(), OpenSession.objects.count()) == before
