"""Demo people have published passwords: outside the demo they do not exist for the door."""

import pytest

from accounts import actions
from accounts.errors import NotPossible
from accounts.models import Authenticator, User
from tests.factories import PASSWORD, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo_person():
    return make_member(is_demo=True)


def test_in_the_demo_they_come_in(demo_person, client, settings):
    settings.DEMO_MODE = True
    client.post("/account/inloggen/", {"email": demo_person.email, "password": PASSWORD})
    code = Authenticator.objects.get(user=demo_person).unspent_code()
    assert client.post("/account/code/", {"code": code}).status_code == 302
    assert client.get("/berichten/").status_code == 200


def test_their_sessions_die_when_the_demo_becomes_real(demo_person, client_for, settings):
    settings.DEMO_MODE = True
    client = client_for(demo_person)
    assert client.get("/berichten/").status_code == 200
    settings.DEMO_MODE = False
    assert client.get("/berichten/").url.startswith("/account/inloggen/")


def test_they_are_made_once_and_left_as_they_are():
    made = [
        actions.add_demo_person(email="demo@spil.example", password=PASSWORD, secret=b"1" * 20, partner=None)
        for _ in range(2)
    ]
    assert made[0] == made[1] == User.objects.get()
    assert Authenticator.objects.count() == 1


def test_nobody_makes_them_in_production(settings):
    settings.INVENTED = settings.DEMO_MODE = False
    with pytest.raises(NotPossible):
        actions.add_demo_person(email="demo@spil.example", password=PASSWORD, secret=b"1" * 20, partner=None)
    assert not User.objects.exists()
