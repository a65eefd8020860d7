"""Starting the server: it refuses what would lose notices, lock the database, or show the demo to the world."""

import re
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from django.core.management import CommandError, call_command

from spil import checks


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Note with what uvicorn would start."""
    starts: list[dict[str, Any]] = []
    monkeypatch.setattr(uvicorn, "run", lambda app, **options: starts.append({"app": app, **options}))
    return starts


@pytest.fixture(autouse=True)
def _production(settings: Any) -> None:
    settings.MODE, settings.INVENTED, settings.DEMO_MODE = "production", False, False
    settings.USES_POSTGRESQL, settings.REDIS_URL = False, ""


def test_it_keeps_no_list_of_what_people_asked(started: list[dict[str, Any]]) -> None:
    call_command("serve")
    (options,) = started
    assert (options["host"], options["workers"], options["access_log"], options["log_config"]) == (
        "127.0.0.1",
        1,
        False,
        None,
    )
    assert options["ws_max_size"] == 64 * 1024
    # A dead peer is noticed within half a minute: the wait before a ping and the wait for its answer.
    assert options["ws_ping_interval"] + options["ws_ping_timeout"] <= 30
    assert options["proxy_headers"] is False


@pytest.mark.parametrize(("postgresql", "redis"), [(False, ""), (True, ""), (False, "redis://x")])
def test_two_processes_need_postgresql_and_redis(
    started: list[dict[str, Any]], settings: Any, postgresql: bool, redis: str
) -> None:
    settings.USES_POSTGRESQL, settings.REDIS_URL = postgresql, redis
    with pytest.raises(CommandError, match="PostgreSQL and Redis"):
        call_command("serve", processes=2)
    assert started == []


def test_with_both_two_processes_start(started: list[dict[str, Any]], settings: Any) -> None:
    settings.USES_POSTGRESQL, settings.REDIS_URL = True, "redis://x"
    call_command("serve", processes=2)
    assert started[0]["workers"] == 2


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "spil.example.nl"])  # noqa: S104  (refused)
def test_the_demo_listens_on_this_machine_only(started: list[dict[str, Any]], settings: Any, host: str) -> None:
    settings.MODE, settings.DEMO_MODE = "demo", True
    with pytest.raises(CommandError, match="this machine only"):
        call_command("serve", host=host)
    call_command("serve", host="localhost")
    assert len(started) == 1


def test_the_tests_secrets_serve_nobody(started: list[dict[str, Any]], settings: Any) -> None:
    settings.MODE = "test"
    with pytest.raises(CommandError, match="invented"):
        call_command("serve")
    assert started == []


def test_what_cannot_work_is_told_with_a_hint(settings: Any) -> None:
    settings.HOSTS, settings.MAIL_SERVER, settings.USES_POSTGRESQL = [], None, True
    settings.ORIGINS = ["https://Spil.example.nl/"]
    told = [
        *checks.hosts_are_named(),
        *checks.mail_is_sent(),
        *checks.sockets_have_a_layer(),
        *checks.origins_are_whole(),
    ]
    assert [one.id for one in told] == ["spil.E001", "spil.E002", "spil.W001", "spil.E003"]
    assert all(one.hint for one in told)


@pytest.mark.parametrize("origin", ["https://spil.example.nl", "http://localhost:8000", "http://[::1]:8000"])
def test_an_origin_as_browsers_write_it_is_whole(settings: Any, origin: str) -> None:
    settings.ORIGINS = [origin]
    assert checks.origins_are_whole() == []


def test_every_check_has_an_id_of_its_own() -> None:
    ids = re.findall(r'id="(spil\.[EW]\d+)"', Path(checks.__file__).read_text())
    assert len(ids) == len(set(ids)) >= 4
