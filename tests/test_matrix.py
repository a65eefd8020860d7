"""The matrix (spil/matrix.py) against Spil itself: every address, as everybody, with every method; files and sockets too.

A new address needs a row in the matrix; an address with parts needs a place in tests/world.py.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import URLResolver, get_resolver, resolve, reverse

from spil import matrix, who_may_what
from spil.who import EVERYBODY, MEMBERS, METHODS, READING, Row, Who
from tests.notifications.browser import Socket, play
from tests.test_every_door import ROUTES
from tests.world import World, make_world

pytestmark = pytest.mark.django_db

REFUSED = "DELETE"
WAGTAIL = ("cms/", "^cms/")
STEPS = {
    Who.VISITOR: "accounts:sign_in",
    Who.BLOCKED: "accounts:sign_in",
    Who.HALF: "accounts:code",
    Who.NEW: "privacy:protocol_accept",
}


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[World]:
    """Make the world once for all tests here; what a request changes is taken back after each."""
    media = tmp_path_factory.mktemp("media")
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=media, SECURITY_CONTACT="mailto:veilig@example.org"),
        transaction.atomic(),
    ):
        yield make_world()
        transaction.set_rollback(True)


# --- every address has a row, and every row an address ---------------------------------------------------------------


def named(resolver: Any = None, space: str = "", route: str = "") -> Iterator[tuple[str, str]]:
    """Give every pattern's URL name and route."""
    for pattern in (resolver or get_resolver()).url_patterns:
        whole = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from named(pattern, inner, whole)
        else:
            yield f"{space}{pattern.name or ''}", whole


def test_every_address_has_a_row() -> None:
    rows = {row.name for row in matrix.rows()}
    lacking = {(name, route) for name, route in named() if name not in rows and not route.startswith(WAGTAIL)}
    assert lacking == set()


def test_every_row_has_an_address() -> None:
    names = {name for name, _route in named()}
    assert [row.key for row in matrix.rows() if row.name not in names] == []


def test_no_row_stands_twice_and_none_is_empty() -> None:
    keys = [row.key for row in matrix.rows()]
    assert len(keys) == len(set(keys))
    for row in (*matrix.rows(), matrix.ADMIN, matrix.SOCKET):
        assert set(row.methods) <= set(METHODS)
        assert str(row.title)
        assert str(row.why)


def test_an_open_door_of_the_matrix_is_marked_at_its_url() -> None:
    """Whoever is no member gets in by a mark alone: the matrix cannot promise more than the doors give."""
    marked = {resolve(path).view_name for path, level in _doors() if level != "member"}
    promised = {row.name for row in matrix.rows() if any(row.allows(who) for who in EVERYBODY - MEMBERS)}
    assert promised <= marked


def _doors() -> Iterator[tuple[str, str]]:
    for _route, path, pattern in ROUTES:
        yield path, getattr(pattern.callback, "spil_access", "member")


# --- the walk -------------------------------------------------------------------------------------------------------


def address(world: World, row: Row, who: Who) -> str:
    """Give the address of a row's own thing in the world; of what each has of their own, that of `who`."""
    if row.name == "elsewhere":
        return "/bestaat/niet.php"
    keys = [row.key, row.name, row.name.partition(":")[0]]
    place = next((world.places[key] for key in keys if key in world.places), {})
    if isinstance(place, list):
        return reverse(row.name, args=place)
    parts = place(who) if callable(place) else place
    return reverse(row.name, kwargs={name: part for name, part in parts.items() if name in wanted(row.name)})


def wanted(name: str) -> set[str]:
    """Give the names of the parts that the address of a URL name takes."""
    space, _, last = name.rpartition(":")
    resolver = get_resolver().namespace_dict[space][1] if space else get_resolver()
    return {part for forms in resolver.reverse_dict.getlist(last) for part in forms[0][0][1]}


def ask(world: World, who: Who, method: str, path: str, sent: dict[str, Any] | None = None) -> HttpResponse:
    """Ask as somebody, with `sent` in the form when it is a POST.

    Whatever that changed is taken back, in the database and in their cookies.
    """
    client = Client(raise_request_exception=False)
    client.cookies.update(world.clients[who].cookies)
    with transaction.atomic():
        response = client.post(path, sent or {}) if method == "POST" else client.generic(method, path)
        transaction.set_rollback(True)
    if response.streaming:
        # A file, which nobody here reads. Closing the whole response would take the test's connection along.
        for close in response._resource_closers:
            close()
    return response


def led_to(who: Who, method: str, path: str) -> str | None:
    """Give where somebody who is not all the way in is led when a door is closed; None for a member."""
    if who not in STEPS:
        return None
    step = reverse(STEPS[who])
    return f"{step}?{urlencode({'next': path})}" if method == "GET" else step


def wrong(row: Row, who: Who, method: str, path: str, response: HttpResponse) -> str:
    """Say what is wrong with an answer; nothing when it is as the matrix has it."""
    status, where = response.status_code, response.headers.get("Location", "")
    outside = led_to(who, method, path)
    # A page answers no form, whether it is there or not: nobody learns which.
    if method == REFUSED or (row.name == "wagtail_serve" and method not in row.methods):
        right = status == 405
    elif row.allows(who, method):
        # A step of the door itself may lead on to another step; anything else that leads there is closed.
        stays = where != outside or row.name.startswith("accounts:")
        # A passkey's steps answer JSON; without the browser's answer in it there is nothing to read.
        read = {200, 400, 422} if row.name.startswith("accounts:passkey_") else {200, 422}
        right = status in read or (status == 302 and where.startswith("/") and stays)
    elif outside and not row.allows(who):
        right = status == 302 and where == outside
    elif method not in row.methods:
        right = status == 405
    else:
        right = status == 404
    return "" if right else f"{who} {method} {path}: {status} {where}"


@pytest.mark.parametrize("row", list(matrix.rows()), ids=lambda row: row.key)
def test_everybody_gets_what_the_matrix_says(world: World, row: Row) -> None:
    faults = []
    for who in Who:
        path = address(world, row, who)
        for method in (*METHODS, REFUSED):
            response = ask(world, who, method, path, world.posts.get(row.key))
            faults.append(wrong(row, who, method, path, response))
    assert [fault for fault in faults if fault] == [], str(row.why)


def test_the_walk_would_see_a_door_that_stands_open(world: World) -> None:
    """To know that the walk can find something: it does when the matrix is made to say less, or more, than Spil does."""
    row = matrix.row_for("cases:case_detail")
    assert row
    path = address(world, row, Who.FIXED)
    for who, says in ((Who.FIXED, frozenset()), (Who.OUTSIDER, EVERYBODY), (Who.VISITOR, EVERYBODY)):
        other = Row(row.name, row.title, dict.fromkeys(READING, says), row.why)
        assert wrong(other, who, "GET", path, ask(world, who, "GET", path))


# What a look may write: that it happened, that a notice was read, and that the session is still in use.
WRITTEN_BY_A_LOOK = {"audit_logline", "notifications_notice", "django_session", "accounts_opensession"}
WRITE = re.compile(r'^(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')


def written(queries: CaptureQueriesContext) -> set[str]:
    """Give the tables that were written to."""
    return {found.group(1) for query in queries if (found := WRITE.match(query["sql"]))}


@pytest.mark.parametrize("row", [row for row in matrix.rows() if "GET" in row.methods], ids=lambda row: row.key)
def test_a_look_changes_nothing(world: World, row: Row) -> None:
    for who in (Who.VISITOR, Who.FIXED, Who.COORDINATOR):
        with CaptureQueriesContext(connection) as queries:
            ask(world, who, "GET", address(world, row, who))
        assert written(queries) <= WRITTEN_BY_A_LOOK, who


@pytest.mark.parametrize("row", [row for row in matrix.rows() if "POST" in row.methods], ids=lambda row: row.key)
def test_a_form_from_elsewhere_is_refused(world: World, row: Row) -> None:
    """Without the token of a page of ours nothing is taken: not without one, and not when another site sends it along."""
    who = next((each for each in reversed(Who) if row.allows(each, "POST")), Who.FIXED)
    client = Client(enforce_csrf_checks=True)
    client.cookies.update(world.clients[who].cookies)
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        plain = client.post(address(world, row, who), world.posts.get(row.key, {}))
        evil = client.post(address(world, row, who), headers={"origin": "https://kwaad.example"})
        transaction.set_rollback(True)
    assert (plain.status_code, evil.status_code) == (403, 403)
    assert written(queries) <= WRITTEN_BY_A_LOOK


# --- what goes by where it lies -------------------------------------------------------------------------------------


def admin_paths() -> list[str]:
    """Give one address of each part of Wagtail's admin: of each namespace, and of each first word of what has none."""
    found: dict[str, str] = {}
    for route, path, _pattern in ROUTES:
        if route.startswith(WAGTAIL) and path != "/cms/logout/":
            part = ":".join(resolve(path).namespaces) or re.split(r"[/\-]", path)[2]
            found.setdefault(part, path)
    return sorted(found.values())


@pytest.mark.parametrize("who", list(Who))
def test_the_editing_environment_is_for_who_the_matrix_says(world: World, who: Who) -> None:
    assert len(admin_paths()) > 20
    faults = []
    for path in admin_paths():
        for method in ("GET", "POST"):
            response = ask(world, who, method, path)
            outside = led_to(who, method, path)
            if matrix.ADMIN.allows(who):
                right = response.status_code < 500
            elif outside:
                right = response.headers.get("Location") == outside
            else:
                right = response.status_code == 404
            faults += [] if right else [(method, path, response.status_code, response.headers.get("Location"))]
    assert faults == []


def test_an_editor_does_come_in(world: World) -> None:
    for who in Who:
        assert (ask(world, who, "GET", "/cms/").status_code == 200) is matrix.ADMIN.allows(who), who


@pytest.mark.parametrize("who", list(Who))
def test_the_socket_is_for_who_the_matrix_says(world: World, who: Who) -> None:
    async def scenario() -> None:
        socket = Socket(world.clients[who])
        heard = await socket.connect()
        assert heard == (["accept"] if matrix.SOCKET.allows(who) else ["accept", 4401])
        if heard == ["accept"]:
            await socket.leave()

    play(scenario)


def test_a_file_never_opens_as_a_page_of_ours(world: World) -> None:
    for name in ("media", "wagtaildocs_serve"):
        row = matrix.row_for(name)
        assert row
        response = ask(world, Who.FIXED, "GET", address(world, row, Who.FIXED))
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]


# --- the page and the document ----------------------------------------------------------------------------------------


def test_who_is_blocked_gets_a_visitors_answers() -> None:
    """The page leaves the column of the blocked out, and says so."""
    for row in (*matrix.rows(), matrix.ADMIN, matrix.SOCKET):
        assert [row.allows(Who.BLOCKED, method) for method in METHODS] == [
            row.allows(Who.VISITOR, method) for method in METHODS
        ], row.key


def test_the_page_says_what_the_matrix_says(world: World) -> None:
    response = ask(world, Who.OUTSIDER, "GET", reverse("spil:matrix"))
    html = response.content.decode()
    cells = html.count("data-answer=")
    assert cells == len(who_may_what.COLUMNS) * (len(list(matrix.rows())) + 2)
    allowed = sum(
        row.allows(who) for row in (*matrix.rows(), matrix.ADMIN, matrix.SOCKET) for who in who_may_what.COLUMNS
    )
    assert html.count('data-answer="no"') == cells - allowed


def test_the_document_is_up_to_date() -> None:
    assert who_may_what.DOCUMENT.read_text(encoding="utf-8") == who_may_what.document(), "Run: manage.py matrix --write"


def test_a_row_where_some_may_only_look_says_so() -> None:
    row = Row("x", "x", {"GET": MEMBERS, "POST": frozenset({Who.EDITOR})}, "x")
    assert who_may_what.answer(row, Who.EDITOR) == "yes"
    assert who_may_what.answer(row, Who.FIXED) == "look"
    assert who_may_what.answer(row, Who.VISITOR) == "no"
