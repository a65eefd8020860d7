"""Rotating the keys: everything is written anew with the newest key, all or nothing, and codes stay right."""

import pytest
from cryptography.fernet import InvalidToken
from django.core.management import CommandError, call_command

from accounts.crypto import decrypt
from accounts.models import Authenticator
from audit.models import LogLine
from tests.factories import make_member

pytestmark = pytest.mark.django_db

OLD, NEW = "een oude sleutel van lang genoeg ....", "een nieuwe sleutel van lang genoeg .."


def test_after_rotating_the_old_key_is_not_needed(settings, capsys):
    settings.ENCRYPTION_KEYS = [OLD]
    devices = {make_member().authenticator_set.get().pk for _ in range(3)}
    plain = {pk: decrypt(Authenticator.objects.get(pk=pk).secret) for pk in devices}
    settings.ENCRYPTION_KEYS = [NEW, OLD]
    call_command("rotate_keys")
    settings.ENCRYPTION_KEYS = [NEW]
    assert {pk: decrypt(Authenticator.objects.get(pk=pk).secret) for pk in devices} == plain
    settings.ENCRYPTION_KEYS = [OLD]
    with pytest.raises(InvalidToken):
        decrypt(Authenticator.objects.first().secret)
    told = capsys.readouterr().out
    assert told.startswith("3 secrets")
    assert OLD not in told
    assert LogLine.objects.filter(action="keys.rotate").count() == 1


def test_with_a_key_missing_nothing_changes(settings):
    settings.ENCRYPTION_KEYS = [OLD]
    make_member()
    before = Authenticator.objects.get().secret
    settings.ENCRYPTION_KEYS = [NEW]
    with pytest.raises(CommandError, match="Nothing has been changed"):
        call_command("rotate_keys")
    assert Authenticator.objects.get().secret == before
    assert not LogLine.objects.filter(action="keys.rotate").exists()


def test_it_can_be_done_twice(settings):
    settings.ENCRYPTION_KEYS = [OLD]
    make_member()
    for _ in range(2):
        call_command("rotate_keys")
    assert decrypt(Authenticator.objects.get().secret)
