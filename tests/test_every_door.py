"""Every address of Spil, Wagtail's included, asked for by whoever is not all the way in. Nobody can forget a door.

A new address is closed by itself. To open one, mark it at its URL and add it to OPEN below, for a reviewer to see.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.utils.regex_helper import normalize

from accounts.doors import Level, level_needed
from accounts.models import Role
from audit.models import LogLine
from pages.actions import prepare_site
from privacy.models import Acceptance
from tests.factories import make_member
from tests.notifications.browser import Socket, play

pytestmark = pytest.mark.django_db

OPEN = {
    Level.PUBLIC: {
        "",
        "healthz",
        "kwetsbaarheid-melden/",
        "toegankelijkheid/",
        ".well-known/security.txt",
        "account/inloggen/",
        "account/uitloggen/",
        "account/blijven/",
        "account/opnieuw/",
        "account/wachtwoord-vergeten/",
        "account/wachtwoord-gevraagd/",
        "account/nieuw-wachtwoord/<str:token>/",
        "account/passkey/vragen/",
        "account/passkey/geven/",
        "account/taal/",
        "account/uitnodiging/<str:token>/",
        "cms/logout/",
        "^.*$",
    },
    Level.PAGE: {r"^((?:[\w\-]+/)*)$"},
    Level.PASSWORD: {"account/code/", "account/herstelcode/", "account/instellen/"},
    Level.VERIFIED: {
        "account/",
        "account/herstelcodes/",
        "account/protocol/",
        "account/sessies/",
        "account/sessies/overige/",
        "account/sessies/<public_id:public_id>/",
        "account/gegevens/",
        "account/kleuren/",
        "account/wachtwoord/",
        "account/e-mailadres/",
        "account/e-mailadres/<str:token>/",
        "account/bevestigen/",
        "account/sleutels/",
        "account/sleutels/app/",
        "account/sleutels/<public_id:public_id>/",
        "account/sleutels/<public_id:public_id>/verwijderen/",
        "account/passkey/maken/",
        "account/passkey/toevoegen/",
    },
}
# What stands in a pattern for something: a number, an id, a file, a pair of revisions.
SAMPLES = ("1", "abcdefgh1234", "x/", "x")


def patterns(resolver: Any = None, route: str = "", regex: str = "") -> Iterator[tuple[str, str, URLPattern]]:
    """Give every pattern with its whole route and its whole expression."""
    for pattern in (resolver or get_resolver()).url_patterns:
        part = pattern.pattern.regex.pattern
        whole = regex + part.removeprefix("^") if regex else part
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, route + str(pattern.pattern), whole)
        else:
            yield route + str(pattern.pattern), whole, pattern


def address(regex: str) -> str:
    """Give an address that fits an expression."""
    for form, names in normalize(regex):
        for sample in SAMPLES:
            path = form % dict.fromkeys(names, sample)
            if re.search(regex, path):
                return f"/{path}"
    raise AssertionError(f"Add a sample for {regex}")


# Every route with an address and a level; an address that an earlier route takes has that route's level.
ROUTES = [(route, address(regex), pattern) for route, regex, pattern in patterns()]
ADDRESSES = sorted({(path, level_needed(resolve(path).func)) for _, path, _ in ROUTES})
ADMIN = [path for path, _ in ADDRESSES if path.startswith("/cms/") and path != "/cms/logout/"]


def test_all_of_wagtail_is_in_the_walk():
    walked = {route for route, _, _ in ROUTES}
    assert len(walked) > 200
    assert {"cms/pages/<int:page_id>/edit/", r"documenten/^(\d+)/(.*)$", "media/images/<path:path>", "cms/"} <= walked


def test_what_is_open_stands_in_the_list_and_nothing_else_is():
    found: dict[Level, set[str]] = {}
    for route, _, pattern in ROUTES:
        level = level_needed(pattern.callback)
        if level is not Level.MEMBER:
            found.setdefault(level, set()).add(route)
    assert found == OPEN


@pytest.fixture
def member():
    return make_member()


@pytest.fixture
def clients(member, client_for, half_client_for) -> dict[Level, Client]:
    """Give a client for each level below a member's."""
    verified = client_for(member)
    Acceptance.objects.filter(user=member).delete()
    return {Level.PUBLIC: Client(), Level.PASSWORD: half_client_for(member), Level.VERIFIED: verified}


NEXT_STEP = {
    Level.PUBLIC: "/account/inloggen/",
    Level.PASSWORD: "/account/code/",
    Level.VERIFIED: "/account/protocol/",
}
DEPTH = [Level.PUBLIC, Level.PASSWORD, Level.VERIFIED, Level.MEMBER]


@pytest.mark.parametrize("reached", NEXT_STEP)
@pytest.mark.parametrize("method", ["get", "post", "head"])
def test_who_is_not_all_the_way_in_is_led_to_the_missing_step_everywhere(clients, reached, method):
    client = clients[reached]
    wrong = []
    for path, level in ADDRESSES:
        if level is Level.PAGE or DEPTH.index(level) <= DEPTH.index(reached):
            continue
        response = getattr(client, method)(path)
        if response.status_code != 302 or not response.url.startswith(NEXT_STEP[reached]) or response.content:
            wrong.append((path, response.status_code, response.headers.get("Location")))
    assert wrong == []


@pytest.mark.parametrize("reached", NEXT_STEP)
def test_an_address_that_is_not_there_answers_like_a_closed_one(clients, reached):
    for path in (
        "/bestaat/niet/",
        "/casussen/bestaatniet0/x/",
        "/x.php",
        "/cms/bestaat-niet/",
        "/static/niet.css",
        "/a%0Ab/",
    ):
        response = clients[reached].get(path)
        assert (response.status_code, response.url.split("?")[0]) == (302, NEXT_STEP[reached]), path


def test_a_forgotten_slash_is_added_and_never_leads_off_the_site(client):
    assert client.get("/casussen").url == "/casussen/"
    assert client.get("/berichten?page=2").url == "/berichten/?page=2"
    for path in ("//kwaad.example", "///kwaad.example", "////kwaad.example/x", "/\\kwaad.example", "/%2Fkwaad.example"):
        response = client.generic("GET", path, PATH_INFO=path)
        assert response.status_code == 302
        assert re.match(r"/(?![/\\])", response.url), response.url


def test_a_closed_page_and_a_missing_one_look_alike(client, half_client_for, member):
    site = prepare_site()
    site.get_children().update(live=True)
    page = site.get_children().first().specific
    type(page).objects.filter(pk=page.pk).update(audience="members")
    for visitor in (client, half_client_for(member)):
        closed, missing = visitor.get(f"/{page.slug}/"), visitor.get("/bestaat-niet/")
        assert closed.status_code == missing.status_code == 302
        assert closed.url.replace(page.slug, "bestaat-niet") == missing.url


def test_for_a_member_missing_and_forbidden_look_alike(member, client_for):
    client = client_for(member)
    for path in ("/bestaat/niet/", "/cms/", "/cms/pages/1/edit/", "/media/images/x.png", "/media/images/../x"):
        response = client.get(path)
        assert response.status_code == 404, path
        assert "404" in [template.name.partition(".")[0] for template in response.templates]


def test_a_member_gets_no_page_of_the_editing_environment(member, client_for):
    client = client_for(member)
    for method in (client.get, client.post):
        assert {path for path in ADMIN if method(path).status_code not in {302, 404, 405}} == set()
    assert client.get("/cms/login/").status_code == 404
    assert LogLine.objects.filter(action="door.refused", object_type="cms", actor=member.public_id).exists()


CLOSED_TO_EDITORS = [
    "users/",
    "users/new/",
    "users/edit/1/",
    "groups/",
    "groups/new/",
    "reports/site-history/",
    "reports/aging-pages/",
    "sites/",
    "workflows/list/",
    "collections/",
    "bulk/accounts/user/assign_role/",
    "password_reset/",
    "password_reset/confirm/MQ/set-password/",
    "failwhale/",
    "test404/",
    "snippets/",
    "redirects/",
    "account/x/",
]


@pytest.mark.parametrize("role", [Role.EDITOR, Role.COORDINATOR])
def test_an_editor_gets_no_second_way_to_people_rights_and_passwords(client_for, role):
    prepare_site()
    client = client_for(make_member(roles=(role,)))
    assert client.get("/cms/").status_code == 200
    for path in CLOSED_TO_EDITORS:
        assert (client.get(f"/cms/{path}").status_code, client.post(f"/cms/{path}").status_code) == (404, 404), path
    assert client.get("/cms/account/").url == "/account/"
    assert client.get("/cms/login/").url == "/cms/"


def test_an_editor_meets_no_broken_door(client_for):
    prepare_site()
    client = client_for(make_member(roles=(Role.EDITOR,)))
    client.raise_request_exception = False
    assert [path for path in ADMIN if client.get(path).status_code >= 500] == []


@pytest.mark.parametrize("method", ["TRACE", "PUT", "PATCH", "DELETE", "CONNECT", "PROPFIND", "KLOP"])
@pytest.mark.parametrize("path", ["/", "/healthz", "/account/inloggen/", "/casussen/", "/cms/", "/bestaat-niet/"])
def test_only_the_four_methods_of_pages_are_answered(client, method, path):
    response = client.generic(method, path)
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, POST, OPTIONS"


FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=x"
BODIES = {FORM: b"email=a", MULTIPART: b'--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na\r\n--x--\r\n'}


@pytest.mark.parametrize("charset", ["utf-7", "hex", "base64", "rot13", "idna", "utf-16", "iso-8859-1", "punycode"])
@pytest.mark.parametrize("kind", BODIES)
def test_a_body_in_another_alphabet_is_a_bad_request(charset, kind):
    client = Client(enforce_csrf_checks=True)
    client.get("/account/inloggen/")
    for method in ("GET", "POST"):
        response = client.generic(method, "/account/inloggen/", BODIES[kind], f"{kind}; charset={charset}")
        assert response.status_code == 400
        assert "Dit verzoek klopt niet" in response.content.decode()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b""),
        (MULTIPART, b"--x\r\n"),
        (MULTIPART, b"\xff" * 100),
        ("multipart/form-data; boundary=\xff", b"--"),
        (FORM, b"%" * 1000),
        (FORM, b"a=" * 2000),
        (FORM, b"email=%00&password=%00"),
        (FORM, b"email=" + b"x" * 3_000_000),
        ("application/json", b"{"),
        ("; charset=utf-8", b"\x00"),
    ],
)
def test_a_broken_body_is_never_an_error_of_ours(kind, body):
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.get("/account/inloggen/")
    assert client.generic("POST", "/account/inloggen/", body, kind).status_code in {400, 403, 413}
    client = Client(raise_request_exception=False)
    assert client.generic("POST", "/account/inloggen/", body, kind).status_code in {200, 400, 413, 422}


@pytest.mark.parametrize("reached", [*NEXT_STEP])
def test_no_socket_opens_below_a_member(clients, reached):
    async def scenario() -> None:
        for path in ("/socket/", "/", "/cms/", "/bestaat-niet/"):
            assert await Socket(clients[reached], path=path).connect() == ["accept", 4401]

    play(scenario)
