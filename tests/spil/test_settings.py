"""Settings: production by default, loud about what is missing or misspelt, and never with an invented secret."""

import os
import runpy
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[2]
SECRET = "x7Gq2-vwuYz1kR8mPd4tLs9cNf3hBj6aQeWi5oUy0rTgVbXn-eLkDz"  # Long and varied enough for Django's own judgement.
SECRETS = {"SPIL_SECRET_KEY": SECRET, "SPIL_ENCRYPTION_KEYS": "k" * 40}
PRODUCTION = SECRETS | {"SPIL_HOSTS": "spil.example.nl", "SPIL_EMAIL_URL": "smtp+tls://u:p@mail.example.nl:587"}

Read = Callable[..., dict[str, Any]]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Read:
    """Give a function that reads the settings file anew, in an environment of these variables alone."""

    def fresh(**variables: str) -> dict[str, Any]:
        for name in list(os.environ):
            if name.startswith("SPIL_"):
                monkeypatch.delenv(name)
        for name, value in ({"SPIL_VAR_DIR": str(tmp_path / "var")} | variables).items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(ROOT / "site" / "spil" / "settings.py"))

    return fresh


def test_without_a_word_it_is_production(read: Read) -> None:
    settings = read(**PRODUCTION)
    assert (settings["MODE"], settings["DEBUG"], settings["INVENTED"], settings["DEMO_MODE"]) == (
        "production",
        False,
        False,
        False,
    )


@pytest.mark.parametrize("missing", SECRETS)
@pytest.mark.parametrize("value", [None, "", "kort", "k" * 31, " " * 40])
def test_production_does_not_start_without_secrets(read: Read, missing: str, value: str | None) -> None:
    variables = {name: kept for name, kept in PRODUCTION.items() if name != missing}
    if value is not None:
        variables[missing] = value
    with pytest.raises(ImproperlyConfigured, match=missing):
        read(**variables)


def test_each_of_several_keys_must_be_worth_its_name(read: Read) -> None:
    assert read(**PRODUCTION | {"SPIL_ENCRYPTION_KEYS": f"{'a' * 32}, {'b' * 32}"})["ENCRYPTION_KEYS"] == [
        "a" * 32,
        "b" * 32,
    ]
    with pytest.raises(ImproperlyConfigured):
        read(**PRODUCTION | {"SPIL_ENCRYPTION_KEYS": f"{'a' * 40},kort"})


def test_an_error_never_repeats_a_secret(read: Read) -> None:
    for name, value in (
        ("SPIL_SECRET_KEY", "korte-sleutel"),
        ("SPIL_DATABASE_URL", "mysql://u:wachtwoord-in-adres@h/db"),
        ("SPIL_DATABASE_URL", "postgres://u:wachtwoord-in-adres@h:poort/db"),
    ):
        with pytest.raises(ImproperlyConfigured) as told:
            read(**PRODUCTION | {name: value})
        assert name in str(told.value)
        assert "wachtwoord" not in str(told.value)
        assert "korte" not in str(told.value)


@pytest.mark.parametrize("mode", ["productie", "DEMO", "debug"])
def test_there_are_three_modes(read: Read, mode: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="SPIL_MODE"):
        read(**PRODUCTION | {"SPIL_MODE": mode})


@pytest.mark.parametrize("url", ["mysql://h/db", "sqlite:///x", "postgresx://h/db", "postgres://h:abc/db", "/var/db"])
def test_a_database_is_postgresql_or_the_embedded_one(read: Read, url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="SPIL_DATABASE_URL"):
        read(**PRODUCTION | {"SPIL_DATABASE_URL": url})


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_postgresql_keeps_what_its_address_asks_for(read: Read, scheme: str) -> None:
    settings = read(**PRODUCTION | {"SPIL_DATABASE_URL": f"{scheme}://u:p@h:5433/spil?sslmode=verify-full"})
    database = settings["DATABASES"]["default"]
    assert (database["ENGINE"], database["HOST"], database["PORT"]) == ("django.db.backends.postgresql", "h", 5433)
    assert database["OPTIONS"] == {"sslmode": "verify-full", "pool": {"min_size": 1, "max_size": 8}}


def test_the_embedded_database_lies_in_a_folder_of_its_own(read: Read, tmp_path: Path) -> None:
    settings = read(**PRODUCTION)
    assert settings["DATABASES"]["default"]["NAME"] == tmp_path / "var" / "spil.sqlite3"
    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == 0o700


@pytest.mark.parametrize("name", ["SPIL_HTTPS", "SPIL_BEHIND_PROXY", "SPIL_SEPARATE_WORKER"])
def test_a_yes_or_no_is_true_or_false(read: Read, name: str) -> None:
    assert read(**PRODUCTION | {name: "TRUE"})
    for value in ("ture", "yes", "1", "nee"):
        with pytest.raises(ImproperlyConfigured, match=name):
            read(**PRODUCTION | {name: value})


@pytest.mark.parametrize("value", ["abc", "0", "-1", "8000.5", "٣"])
def test_a_number_is_a_whole_one_above_zero(read: Read, value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="SPIL_PORT"):
        read(**PRODUCTION | {"SPIL_PORT": value})


def test_mail_goes_over_an_address_of_a_known_kind(read: Read) -> None:
    settings = read(**PRODUCTION)
    assert (settings["EMAIL_HOST"], settings["EMAIL_USE_TLS"]) == ("mail.example.nl", True)
    with pytest.raises(ImproperlyConfigured):
        read(**PRODUCTION | {"SPIL_EMAIL_URL": "smpt://h"})


def test_production_is_closed_tight(read: Read) -> None:
    settings = read(**PRODUCTION)
    for name in ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "LANGUAGE_COOKIE_NAME"):
        assert settings[name].startswith("__Host-")
    for name in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "LANGUAGE_COOKIE_SECURE", "SECURE_SSL_REDIRECT"):
        assert settings[name] is True
    assert settings["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert settings["SESSION_COOKIE_AGE"] <= 12 * 60 * 60
    assert settings["ALLOWED_HOSTS"] == ["spil.example.nl"]
    assert settings["ORIGINS"] == settings["CSRF_TRUSTED_ORIGINS"] == ["https://spil.example.nl"]
    assert settings["SECURE_PROXY_SSL_HEADER"] is None
    assert settings["PASSWORD_HASHERS"][0].endswith("Argon2PasswordHasher")


def test_wagtails_token_api_and_its_other_ways_in_are_off(read: Read) -> None:
    settings = read(**PRODUCTION)
    apps = set(settings["INSTALLED_APPS"])
    assert not apps & {"wagtail.api.v3", "wagtail.api.v2", "wagtail.snippets", "wagtail.contrib.redirects"}
    assert "django.contrib.admin" not in apps
    for name in (
        "WAGTAIL_EMAIL_MANAGEMENT_ENABLED",
        "WAGTAIL_PASSWORD_MANAGEMENT_ENABLED",
        "WAGTAIL_PASSWORD_RESET_ENABLED",
        "WAGTAILUSERS_PASSWORD_ENABLED",
        "WAGTAILADMIN_COMMENTS_ENABLED",
        "WAGTAIL_ENABLE_UPDATE_CHECK",
    ):
        assert settings[name] is False
    assert settings["WAGTAIL_GRAVATAR_PROVIDER_URL"] is None


def test_the_demo_needs_nothing_and_stays_on_this_machine(read: Read) -> None:
    settings = read(SPIL_MODE="demo")
    assert settings["DEBUG"] is False
    assert settings["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1"]
    assert settings["ORIGINS"] == ["http://localhost:8000", "http://127.0.0.1:8000"]


def test_redis_carries_the_sockets_and_never_cuts_an_idle_one(read: Read) -> None:
    layer = read(**PRODUCTION | {"SPIL_REDIS_URL": "redis://r:6379/0"})["CHANNEL_LAYERS"]["default"]
    assert layer["BACKEND"] == "channels_redis.pubsub.RedisPubSubChannelLayer"
    assert layer["CONFIG"]["hosts"][0]["socket_timeout"] is None


def manage(tmp_path: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command as an operator would."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SPIL_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-W", "error", str(ROOT / "manage.py"), *arguments],
        env=environment | {"SPIL_VAR_DIR": str(tmp_path / "var")} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_django_has_nothing_to_say_of_production(tmp_path: Path) -> None:
    done = manage(tmp_path, "check", "--deploy", "--fail-level", "INFO", **PRODUCTION)
    assert "no issues (0 silenced)" in done.stdout + done.stderr, done.stderr


def test_without_secrets_no_command_runs(tmp_path: Path) -> None:
    done = manage(tmp_path, "check")
    assert done.returncode != 0
    assert "SPIL_SECRET_KEY must be set" in done.stderr
