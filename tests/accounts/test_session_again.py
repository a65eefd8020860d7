"""Signing in again inside the page one was on: the ordinary two steps, as fragments, for the same person."""

import re

import pytest
from django.test import Client

from accounts.models import Authenticator, OpenSession
from audit.models import LogLine
from tests.accounts.test_throttle import guess
from tests.factories import PASSWORD, make_member

pytestmark = pytest.mark.django_db

AGAIN = "/account/opnieuw/"


@pytest.fixture
def user():
    return make_member()


def password(client, user, typed=PASSWORD, person=None):
    data = {"email": user.email, "password": typed, "person": person or user.public_id}
    return client.post(AGAIN, data, follow=True)


def code(client, user, typed=""):
    typed = typed or Authenticator.objects.get(user=user).unspent_code()
    return client.post(AGAIN, {"code": typed, "person": user.public_id}, follow=True)


def test_two_steps_lead_back_in_with_a_new_token(user):
    client = Client(enforce_csrf_checks=True)
    page = client.get(AGAIN, {"person": user.public_id}).content.decode()
    code = Authenticator.objects.get(user=user).unspent_code()
    for field in ({"email": user.email, "password": PASSWORD}, {"code": code}):
        token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)
        assert token
        data = {**field, "person": user.public_id, "csrfmiddlewaretoken": token.group(1)}
        page = client.post(AGAIN, data, follow=True).content.decode()
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)
    assert "data-signed-in" in page
    assert token
    answer = client.post("/berichten/gelezen/", {"csrfmiddlewaretoken": token.group(1)})
    assert answer.url == "/berichten/"


def test_the_answers_are_fragments(client, user):
    page = client.get(AGAIN, {"person": user.public_id}).content.decode()
    assert "<html" not in page
    assert 'name="password"' in page


def test_wrong_answers_are_told_and_counted_as_at_the_door(client, user):
    response = password(client, user, "verkeerd")
    assert response.status_code == 422
    assert "horen niet bij elkaar" in response.content.decode()
    assert LogLine.objects.filter(action="sign_in.password").count() == 1
    guess(user, 9)
    assert password(client, user).status_code == 422
    assert LogLine.objects.filter(action="sign_in.locked").count() == 1


def test_a_wrong_code_is_told(client, user):
    password(client, user)
    response = code(client, user, "000000")
    assert response.status_code == 422
    assert "data-signed-in" not in response.content.decode()
    assert client.get("/berichten/").status_code == 302


def test_what_one_person_typed_is_not_sent_by_another(client, user):
    other = make_member()
    page = password(client, other, person=user.public_id).content.decode()
    assert "iemand anders" in page
    assert "csrfmiddlewaretoken" not in page
    assert OpenSession.objects.get().user == other


def test_somebody_without_an_authenticator_app_goes_on_elsewhere(client, user):
    Authenticator.objects.all().delete()
    page = password(client, user).content.decode()
    assert 'target="_blank"' in page
    assert "data-signed-in" not in page


@pytest.mark.parametrize("person", ["", "x", "<script>", "\x00"])
def test_a_made_up_person_is_nobody(client_for, person):
    page = client_for(make_member()).get(AGAIN, {"person": person}).content.decode()
    assert "data-signed-in" not in page
    assert "<script>" not in page


def test_a_form_from_elsewhere_is_refused(user):
    client = Client(enforce_csrf_checks=True)
    assert client.post(AGAIN, {"email": user.email, "password": PASSWORD}).status_code == 403
