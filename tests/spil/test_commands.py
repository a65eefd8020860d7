"""What an operator does on the server: the first people come in through the same actions as everybody."""

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Authenticator, Invitation, Subnetwork, User
from audit.models import LogLine
from pages.models import HomePage
from tests.factories import make_member, make_partner, make_user

pytestmark = pytest.mark.django_db


def test_the_first_coordinator_is_invited_and_appointed(mailoutbox, django_capture_on_commit_callbacks):
    partner = make_partner("Gemeente Asten", ring="", is_host=True)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("invite", "Eerste@Example.org", partner="Gemeente Asten")
    assert mailoutbox[0].to == ["eerste@example.org"]
    assert Invitation.objects.get().partner == partner
    user = make_user(email="eerste@example.org")
    call_command("appoint", "eerste@EXAMPLE.org", "coordinator")
    assert User.objects.get(pk=user.pk).is_coordinator
    assert LogLine.objects.filter(action="role.grant.coordinator", actor="", object_id=user.public_id).exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("invite", "geen adres"),
        ("invite", "a@example.org", "--partner", "Bestaat niet"),
        ("appoint", "a@b.nl", "editor"),
    ],
)
def test_a_mistake_is_told_in_one_line_and_changes_nothing(arguments):
    with pytest.raises(CommandError) as told:
        call_command(*arguments)
    assert "\n" not in str(told.value)
    assert not Invitation.objects.exists()


def test_who_has_an_account_is_not_invited_again():
    user = make_user()
    with pytest.raises(CommandError):
        call_command("invite", user.email)


def test_preparing_twice_changes_nothing_that_is_there():
    call_command("prepare", verbosity=0)
    Subnetwork.objects.filter(slug="jeugd").update(name="Jeugd en gezin")
    before = (HomePage.objects.get().pk, Subnetwork.objects.count())
    call_command("prepare", verbosity=0)
    assert (HomePage.objects.get().pk, Subnetwork.objects.count()) == before
    assert Subnetwork.objects.get(slug="jeugd").name == "Jeugd en gezin"


def test_a_code_is_printed_for_demo_people_in_the_demo_only(settings, capsys):
    real, demo = make_member(), make_member(is_demo=True)
    with pytest.raises(CommandError, match="demo"):
        call_command("demo_code", demo.email)
    settings.DEMO_MODE = True
    call_command("demo_code", demo.email)
    assert capsys.readouterr().out.strip() == Authenticator.objects.get(user=demo).unspent_code()
    with pytest.raises(CommandError, match="no demo person"):
        call_command("demo_code", real.email)


def test_the_demo_loads_nowhere_else(settings):
    settings.INVENTED = settings.DEMO_MODE = False
    for command in ("demo", "demo_load"):
        with pytest.raises(CommandError):
            call_command(command)
    assert not User.objects.exists()
