"""A new password: long enough, not too long, hard to guess; no signs or capitals are asked for."""

from pathlib import Path

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.models import Partner, User


def refuses(password: str, **names: str) -> bool:
    partner = Partner(name=names.pop("partner")) if "partner" in names else None
    try:
        validate_password(password, User(partner=partner, **names))
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize(
    "password",
    [
        "groene fiets onder water",
        "vier losse woorden samen",
        "tafellampkraanbrug",
        "GROENEFIETSWATERS",
        "83740271958302",
        "!@#$%^&*()_+{}",
        "τρία πράσινα μήλα",
        "自転車と緑の水とランプと橋",
        "🚲🌊🧱🔑🪑🍏🎈🧦🚪🪟🧀🥾",
        "a b c e g k l m o q u x",
    ],
)
def test_no_kind_of_sign_is_asked_for(password):
    assert not refuses(password)


@pytest.mark.parametrize(("length", "refused"), [(11, True), (12, False), (128, False), (129, True), (5000, True)])
def test_twelve_to_a_hundred_and_twenty_eight(length, refused):
    password = ("gwkzbmxtqhdvfl" * 400)[:length]
    assert refuses(password) is refused


@pytest.mark.parametrize(
    "password",
    [
        "wachtwoord123456",
        "Password1234!",
        "welkomwelkomwelkom",
        "Welkom01Welkom01",
        "qwertyuiop1234",
        "abcdefghijklmnop",
        "zyxwvutsrqponm",
        "aaaaaaaaaaaaaa",
        "121212121212121212",
        "spilspilspilspil",
        "SpilAsten2026!",
        "gemeenteasten26",
        "zomer2026zomer!",
        "            ",
        "geheim geheim geheim",
    ],
)
def test_what_everybody_takes_is_refused(password, settings):
    settings.NETWORK_NAME = "Asten"
    assert refuses(password)


@pytest.mark.parametrize(
    "password", ["Sanne-Nieuwenhuis1", "sanne.nieuwenhuis!", "Zorgboog2026Sanne", "zorgboogzorgboog"]
)
def test_the_names_around_the_person_are_refused(password):
    names = {
        "first_name": "Sanne",
        "last_name": "Nieuwenhuis",
        "email": "sanne@zorgboog.example",
        "partner": "Zorgboog",
    }
    assert refuses(password, **names)


def test_the_name_of_the_network_is_refused_in_another_network(settings):
    settings.NETWORK_NAME = "Beemdrode"
    assert refuses("beemdrode1beemdrode")


def test_argon2id_comes_first_in_production():
    source = (Path(__file__).parents[2] / "site/spil/settings.py").read_text(encoding="utf-8")
    first = source[source.index("PASSWORD_HASHERS = [") :].splitlines()[1]
    assert "Argon2PasswordHasher" in first
