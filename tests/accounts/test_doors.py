"""The door's parts: the mark on a URL, the missing step, and the way back, which never leads off the site."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from accounts.doors import Level, access, deny, is_open, level_needed, next_step, safe_next, signed_in, with_next

ORDER = [Level.PUBLIC, Level.PASSWORD, Level.VERIFIED, Level.MEMBER]


def request_at(level: Level | None, path: str = "/x/", **more):
    request = RequestFactory().get(path, **more)
    if level is not None:
        request.spil_level = level
    return request


def view(_request):
    return HttpResponse("ok")


def test_an_unmarked_view_is_for_members():
    assert level_needed(view) is Level.MEMBER


def test_a_mark_opens_one_door_and_leaves_the_view_itself_closed():
    door = access(Level.PUBLIC)(view)
    assert level_needed(door) is Level.PUBLIC
    assert level_needed(view) is Level.MEMBER
    assert level_needed(access(Level.VERIFIED)(door)) is Level.VERIFIED


@pytest.mark.parametrize("reached", ORDER)
@pytest.mark.parametrize("needed", ORDER)
def test_a_door_opens_from_its_level_on(reached, needed):
    request = request_at(reached)
    opens = ORDER.index(reached) >= ORDER.index(needed)
    assert is_open(request, needed) is opens
    assert (deny(request, needed) is None) is opens


def test_without_the_middleware_nobody_is_in():
    assert not is_open(request_at(None), Level.PASSWORD)


@pytest.mark.parametrize(
    ("reached", "address"),
    [
        (Level.PUBLIC, "/account/inloggen/"),
        (Level.PASSWORD, "/account/code/"),
        (Level.VERIFIED, "/account/protocol/"),
    ],
)
def test_who_is_refused_is_led_to_the_step_that_is_missing(reached, address):
    assert next_step(request_at(reached)) == address
    answer = deny(request_at(reached, "/berichten/?page=2"), Level.MEMBER)
    assert (answer.status_code, answer.url) == (302, f"{address}?next=%2Fberichten%2F%3Fpage%3D2")


def test_a_fragment_is_led_there_as_a_whole_page():
    answer = deny(request_at(Level.PUBLIC, headers={"HX-Request": "true"}), Level.MEMBER)
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["HX-Redirect"].startswith("/account/inloggen/")


def test_a_post_is_not_repeated_after_signing_in():
    request = RequestFactory().post("/x/")
    assert deny(request, Level.MEMBER).url == "/account/inloggen/"


AWAY = [
    "https://kwaad.example/",
    "//kwaad.example/",
    "///kwaad.example/",
    "/\\kwaad.example/",
    "\\\\kwaad.example/",
    "http:///kwaad.example/",
    "https:kwaad.example",
    "javascript:alert(1)",
    "data:text/html,x",
    " //kwaad.example/",
    "\x08//kwaad.example/",
    "/\t/kwaad.example/",
    "http://testserver@kwaad.example/",
    "http://kwaad.example\\@testserver/",
    "ftp://testserver/",
]


@pytest.mark.parametrize("target", AWAY)
def test_the_way_back_never_leads_off_the_site(target):
    for request in (RequestFactory().get("/", {"next": target}), RequestFactory().post("/", {"next": target})):
        assert safe_next(request, "/thuis/") == "/thuis/"
        assert with_next(request, "accounts:code") == "/account/code/"


@pytest.mark.parametrize("target", ["/berichten/", "/a/?b=c&d=e#f", "http://testserver/x/"])
def test_the_way_back_on_the_site_is_kept(target):
    assert safe_next(RequestFactory().get("/", {"next": target})) == target


def test_over_https_the_way_back_stays_secure():
    request = RequestFactory().get("/", {"next": "http://testserver/x/"}, secure=True)
    assert safe_next(request) == "/"


def test_asking_for_the_person_without_a_door_is_a_mistake():
    request = request_at(None)
    request.user = AnonymousUser()
    with pytest.raises(TypeError):
        signed_in(request)
