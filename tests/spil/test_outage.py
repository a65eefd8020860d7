"""What breaks beside Spil breaks no more than it must: a calm page without a database, whole pages without Redis.

The database is really away here: the connection fails as it does when the server behind it has gone.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as live
from django.db import DatabaseError, OperationalError, connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client

from accounts.models import User
from notifications.models import Notice
from pages.actions import prepare_site
from tests.cases.making import make_asked, make_case, note_post
from tests.factories import make_member

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "/",
    "/partners/",
    "/convenant/",
    "/account/",
    "/account/code/",
    "/casussen/",
    "/berichten/",
    "/wie-mag-wat/",
    "/mensen/",
    "/cms/",
    "/media/images/x.png",
    "/documenten/1/x.txt",
    "/bestaat-niet/",
    "/healthz",
)
DETAILS = ("OperationalError", "Traceback", "no such table", "gone", "SELECT", "/site/")


def is_calm(response: Any) -> bool:
    """Say whether an answer is Spil's own page for a failure, and tells nothing of it."""
    html = response.content.decode()
    own = response.status_code == 500 and "Er ging iets mis bij ons" in html
    return own and not any(detail in html for detail in DETAILS)


@pytest.fixture
def member() -> User:
    prepare_site()
    return make_member()


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take the database away: every question to it, in whatever way, fails."""

    def gone(*_args: Any, **_kwargs: Any) -> None:
        raise OperationalError("the server has gone: host=db.internal user=spil")

    for way in ("_cursor", "ensure_connection", "connect"):
        monkeypatch.setattr(BaseDatabaseWrapper, way, gone)
    yield
    monkeypatch.undo()


def test_the_database_is_really_away(cut: None) -> None:
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute("SELECT 1")


@pytest.mark.parametrize("path", ADDRESSES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_without_the_database_a_member_gets_a_calm_page(
    member: User, client_for: Any, path: str, method: str, request: pytest.FixtureRequest
) -> None:
    client = client_for(member)
    client.raise_request_exception = False
    request.getfixturevalue("cut")
    response = getattr(client, method)(path)
    # A page takes no form, whoever asks and whether or not there is a database to ask.
    assert is_calm(response) or (method == "post" and response.status_code == 405), response.status_code


@pytest.mark.usefixtures("cut")
def test_without_the_database_a_visitor_still_finds_the_door() -> None:
    client = Client(raise_request_exception=False)
    assert client.get("/account/inloggen/").status_code == 200
    for path in ("/casussen/", "/mensen/", "/cms/"):
        assert client.get(path).status_code == 302
    assert is_calm(client.post("/account/inloggen/", {"email": "a@example.org", "password": "x"}))


def test_with_only_the_table_of_sessions_away_nobody_is_in(member: User, client_for: Any) -> None:
    client = client_for(member)
    client.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE django_session RENAME TO elsewhere")
    for path in ("/", "/casussen/", "/account/inloggen/", "/bestaat-niet/", "/partners/"):
        # PostgreSQL answers nothing more after an error until one goes back to before it.
        with transaction.atomic():
            response = client.get(path)
            transaction.set_rollback(True)
        assert is_calm(response), path
    # Whoever has no session needs none for the public pages.
    visitor = Client(raise_request_exception=False)
    assert visitor.get("/partners/").status_code == 200


@pytest.fixture
def no_redis(settings: Any) -> None:
    """Let sockets go over a Redis that is not there."""
    layer = {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {"hosts": [{"address": "redis://127.0.0.1:1/0", "socket_timeout": None}]},
    }
    settings.CHANNEL_LAYERS = {"default": layer}


@pytest.mark.usefixtures("no_redis")
def test_without_redis_pages_answer_and_what_is_sent_is_stored(
    member: User, client_for: Any, django_capture_on_commit_callbacks: Any, caplog: Any
) -> None:
    asked = make_asked()
    case = make_case(member, asked)
    client = client_for(member)
    with django_capture_on_commit_callbacks(execute=True) as pushes:
        response = client.post(f"{case.get_absolute_url()}bijdragen/nieuw/", note_post())
    assert pushes
    assert response.status_code == 302
    assert "A push could not be sent" in caplog.text
    assert Notice.objects.filter(recipient=asked).exists()
    for path in ("/", "/casussen/", case.get_absolute_url(), "/berichten/", "/overleg/", "/account/"):
        assert client.get(path).status_code == 200, path


@pytest.mark.usefixtures("no_redis")
def test_without_redis_somebody_still_gets_out(member: User, client_for: Any) -> None:
    client = client_for(member)
    assert client.post("/account/uitloggen/").status_code == 302
    assert client.get("/casussen/").url.startswith("/account/inloggen/")
    assert live.SESSION_ENGINE.endswith(".db")
