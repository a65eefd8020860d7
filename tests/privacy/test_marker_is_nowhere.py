"""A marker word, typed beside a BSN in every form, is afterwards nowhere: not in a row, a file, a log, a mail or a report."""

import asyncio
import logging
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.views.debug import get_default_exception_reporter_filter

from accounts.models import User
from cases import views
from spil.body_limit import body_limit
from tests.cases.making import case_post, make_asked, make_case, make_note, note_post
from tests.factories import make_member, make_seat
from tests.meetings.making import make_coordinator, make_guest, make_meeting, own_item

pytestmark = pytest.mark.django_db

ClientFor = Callable[[User], Client]
MARKER = "zonnebloempit"
TEXT = f"Het nummer is 999759450, zegt {MARKER}."
MEGABYTE = 1024 * 1024


@pytest.fixture(autouse=True)
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let everything that goes to a temporary file go where this test looks."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    cache.clear()
    return tmp_path


@pytest.fixture
def console(caplog: pytest.LogCaptureFixture) -> Iterator[list[str]]:
    """Give what every logger writes, as the server's own log would have it and with all that Python would add."""
    lines: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record) + str(record.exc_info and record.exc_info[1]) + repr(record.args))

    listener = Listener(level=logging.DEBUG)
    logging.getLogger().addHandler(listener)
    with caplog.at_level(logging.DEBUG):
        yield lines
    logging.getLogger().removeHandler(listener)


def rows_with(word: str) -> list[str]:
    """Give every table that holds a word in any of its columns, whatever the model says of them."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  (a name from the database)
            if any(word in str(value) for row in cursor.fetchall() for value in row):
                found.append(table)
    return found


def files_with(word: str, *folders: Path) -> list[Path]:
    """Give every file below some folders that holds a word; a database that is in use is asked by its rows."""
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [file for file in files if ".sqlite3" not in file.name and word.encode() in file.read_bytes()]


def places_with(word: str, client: Client, disk: Path, lines: list[str]) -> list[str]:
    """Give every place outside the answer that holds a word."""
    places = {
        "session": str(dict(client.session)) + str(client.cookies),
        "cache": str(getattr(cache, "_cache", "")),
        "log": "".join(lines),
        "mail": "".join(f"{each.subject}{each.body}{getattr(each, 'alternatives', '')}" for each in mail.outbox),
    }
    found = [name for name, held in places.items() if word in held]
    return found + rows_with(word) + [str(file) for file in files_with(word, disk, Path(settings.VAR_DIR))]


def test_the_measure_itself_sees_each_place(client_for: ClientFor, disk: Path, console: list[str]) -> None:
    """To test that something does not leak, first make sure that it could."""
    author = make_member()
    client = client_for(author)
    assert places_with(MARKER, client, disk, console) == []
    make_note(author, make_case(author, make_asked()), text=f"Hier staat {MARKER}.")
    session = client.session
    session["typed"] = MARKER
    session.save()
    cache.set("typed", MARKER)
    logging.getLogger("django.request").error("typed %s", MARKER)
    mail.send_mail("Iets", MARKER, None, ["a@example.org"])
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(MARKER.encode())
    places = places_with(MARKER, client, disk, console)
    assert {"session", "cache", "log", "mail", "cases_note", file.name} <= set(places)


Sent = tuple[Client, str, dict[str, Any]]


def to_case(field: str) -> Callable[[ClientFor], Sent]:
    """Give how to bring in a case with the text in one field."""

    def send(client_for: ClientFor) -> Sent:
        data = case_post(make_asked().partner, **{field: TEXT})
        return client_for(make_member()), reverse("cases:case_new"), data

    return send


def to_note(client_for: ClientFor) -> Sent:
    asked = make_asked()
    case = make_case(make_member(), asked)
    return client_for(asked), reverse("cases:note_add", args=[case.public_id]), note_post(text=TEXT)


def to_meeting(field: str) -> Callable[[ClientFor], Sent]:
    """Give how to plan a meeting with the text in one field."""

    def send(client_for: ClientFor) -> Sent:
        rows = {"item-TOTAL_FORMS": "1", "item-INITIAL_FORMS": "0", "item-0-minutes": "10", "item-0-goal": "discuss"}
        return client_for(make_coordinator()), reverse("meetings:meeting_new"), rows | {field: TEXT}

    return send


def to_item(client_for: ClientFor) -> Sent:
    coordinator = make_coordinator()
    meeting = make_meeting(coordinator, make_guest().partner)
    address = reverse("meetings:item_add", args=[meeting.public_id])
    return client_for(coordinator), address, {"title": TEXT, "minutes": "10", "goal": "discuss"}


def to_outcome(client_for: ClientFor) -> Sent:
    meeting = make_meeting(make_coordinator(), make_guest().partner, days=0)
    address = reverse("meetings:outcome_add", args=[meeting.public_id, own_item(meeting).public_id])
    return client_for(make_seat(make_member())), address, {"kind": "decision", "text": TEXT}


FORMS = {
    "question": to_case("question"),
    "situation": to_case("situation"),
    "note": to_note,
    "place": to_meeting("place"),
    "new item": to_meeting("item-0-title"),
    "item": to_item,
    "outcome": to_outcome,
}


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("button", [{}, {"check": "1"}, {"replace": "0:0"}], ids=["send", "check", "replace"])
def test_refused_text_is_nowhere_afterwards(
    name: str, button: dict[str, str], client_for: ClientFor, disk: Path, console: list[str]
) -> None:
    client, address, data = FORMS[name](client_for)
    answer = client.post(address, data | button)
    page = answer.content.decode()
    # It was read, and came back marked: it could have stayed behind.
    assert '<mark class="finding" data-weight="hard">' in page
    assert MARKER in page
    assert places_with(MARKER, client, disk, console) == []


@pytest.mark.parametrize("name", FORMS)
def test_five_megabytes_get_a_sentence_and_are_nowhere_either(
    name: str, client_for: ClientFor, disk: Path, console: list[str]
) -> None:
    client, address, data = FORMS[name](client_for)
    long = {field: value + " lang" * MEGABYTE if value == TEXT else value for field, value in data.items()}
    answer = client.post(address, urlencode(long, doseq=True), content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 413
    assert "te lang" in answer.content.decode()
    assert places_with(MARKER, client, disk, console) == []


def body_of(size: int, application: Any, *, declared: bool) -> tuple[bool, int]:
    """Send a body to an ASGI application in pieces; give whether it was written to the disk, and how long it came out."""
    piece = MARKER.encode() + b"x" * MEGABYTE
    sent = [{"type": "http.request", "body": piece, "more_body": True} for _number in range(size)]
    sent.append({"type": "http.request", "body": b"", "more_body": False})
    came: list[tuple[bool, int]] = []

    async def receive() -> dict[str, Any]:
        return sent.pop(0) if sent else {"type": "http.disconnect"}

    async def inner(_scope: Any, receive: Any, _send: Any) -> None:
        body = await ASGIHandler().read_body(receive)
        came.append((body._rolled, len(body.read())))
        body.close()

    headers = [(b"content-length", str(len(piece) * size).encode())] if declared else []
    asyncio.run(application(inner)({"type": "http", "headers": headers}, receive, None))
    return came[0]


def limited(inner: Any) -> Any:
    return body_limit(inner, settings.FILE_UPLOAD_MAX_MEMORY_SIZE)


def test_a_body_stays_in_memory_and_without_our_limit_a_long_one_would_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert body_of(5, limited, declared=True)[0] is False
    assert body_of(11, limited, declared=True) == (False, 11 * (MEGABYTE + len(MARKER)))
    # It could be written: Django by itself does so.
    assert body_of(13, lambda inner: inner, declared=True)[0] is True
    assert body_of(13, limited, declared=True) == (False, 0)
    monkeypatch.setattr(settings, "FILE_UPLOAD_MAX_MEMORY_SIZE", MEGABYTE * 5 // 2)
    assert body_of(5, lambda inner: inner, declared=True)[0] is True


def test_a_long_body_of_no_declared_length_ends_as_if_the_browser_had_left() -> None:
    with pytest.raises(RequestAborted):
        body_of(13, limited, declared=False)


@pytest.fixture(params=["spil.errors.NoText", "django.views.debug.SafeExceptionReporterFilter"])
def reporter(request: pytest.FixtureRequest, settings: Any) -> Iterator[str]:
    """Give the filter of error reports, ours and Django's own, with somebody to whom reports are mailed."""
    assert settings.DEFAULT_EXCEPTION_REPORTER_FILTER == "spil.errors.NoText"
    settings.ADMINS = [("Beheer", "beheer@example.org")]
    settings.DEFAULT_EXCEPTION_REPORTER_FILTER = request.param
    get_default_exception_reporter_filter.cache_clear()
    yield request.param
    get_default_exception_reporter_filter.cache_clear()


def test_an_error_report_shows_nothing_of_what_was_sent(
    reporter: str, client_for: ClientFor, disk: Path, console: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**said: Any) -> None:
        held = f"held {MARKER}"
        raise ValueError(len(held))

    client, address, data = to_note(client_for)
    monkeypatch.setattr(views.actions, "add_note", fail)
    client.raise_request_exception = False
    answer = client.post(address, data | {"text": f"Een gewone zin over {MARKER}."})
    assert answer.status_code == 500
    assert MARKER not in answer.content.decode()
    found = places_with(MARKER, client, disk, console)
    # Django's own report would show it, so there is something to hide.
    assert found == ([] if reporter == "spil.errors.NoText" else ["mail"])
