"""What every answer carries: a strict content policy, no copies of private pages, and the language it speaks."""

import pytest
from django.test import Client
from wagtail.test.utils.form_data import querydict_from_html

from accounts.models import Role
from pages.actions import prepare_site
from pages.models import PartnerIndexPage
from tests.factories import make_member

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
}
PUBLIC = ("/account/inloggen/", "/", "/convenant/", "/partners/", "/privacyprotocol/", "/account/uitnodiging/x/")


def policy(response) -> dict[str, str]:
    parts = response.headers["Content-Security-Policy"].split(";")
    return dict(part.strip().split(" ", 1) for part in parts)


@pytest.fixture
def site(db):
    return prepare_site()


@pytest.mark.parametrize("path", [*PUBLIC, "/casussen/", "/bestaat-niet/", "/healthz"])
def test_every_answer_is_closed_in(site, client, path):
    headers = client.get(path).headers
    assert policy(client.get(path)) == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_a_members_pages_are_closed_in_too(site, client_for):
    client = client_for(make_member())
    for path in (
        "/",
        "/berichten/",
        "/casussen/",
        "/overleg/",
        "/afspraken/",
        "/account/",
        "/partners/",
        "/convenant/",
    ):
        response = client.get(path)
        assert response.status_code == 200, path
        assert policy(response) == POLICY, path


def test_whoever_has_a_session_leaves_no_copies_behind(site, client_for, half_client_for):
    member = make_member()
    for client in (client_for(member), half_client_for(member)):
        for path in ("/", "/partners/", "/berichten/", "/account/", "/bestaat-niet/", "/cms/"):
            headers = client.get(path).headers
            assert (headers["Cache-Control"], headers["X-Robots-Tag"]) == ("no-store, private", "noindex"), path


def test_the_door_leaves_no_copies_with_anybody(client):
    for path in ("/account/inloggen/", "/account/uitnodiging/x/"):
        assert client.get(path).headers["Cache-Control"] == "no-store, private"


def test_a_public_page_may_be_kept_and_found(site, client):
    response = client.get("/partners/")
    assert "no-store" not in response.headers.get("Cache-Control", "")
    assert "X-Robots-Tag" not in response.headers


def test_the_editing_environment_has_one_exception_and_no_more(site, client_for):
    client = client_for(make_member(roles=(Role.EDITOR,)))
    found = policy(client.get("/cms/"))
    assert found == POLICY | {"style-src": "'self' 'unsafe-inline'"}
    assert policy(client.get("/partners/")) == POLICY


def test_only_a_preview_may_stand_in_a_frame_of_our_own(site, client_for):
    client = client_for(make_member(roles=(Role.EDITOR,)))
    page = PartnerIndexPage.objects.get()
    edit, preview = f"/cms/pages/{page.pk}/edit/", f"/cms/pages/{page.pk}/edit/preview/"
    form = querydict_from_html(client.get(edit).content.decode(), form_id="page-edit-form")
    assert client.post(preview, form).json()["is_valid"]
    shown = client.get(preview)
    assert "<main" in shown.content.decode()
    assert policy(shown)["frame-ancestors"] == "'self'"
    assert policy(client.get(edit))["frame-ancestors"] == "'none'"


def test_over_https_browsers_are_told_to_stay_there(settings):
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 63_072_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    client = Client()
    assert client.get("/account/inloggen/").url == "https://testserver/account/inloggen/"
    assert client.get("/healthz").status_code == 200
    header = client.get("/account/inloggen/", secure=True).headers["Strict-Transport-Security"]
    assert header.startswith("max-age=63072000; includeSubDomains")


def test_cookies_are_for_the_server_alone(client):
    client.post("/account/uitloggen/")
    client.post("/account/taal/", {"language": "en"})
    client.get("/account/inloggen/")
    assert {"spil-sessionid", "spil-csrftoken", "spil-language"} == set(client.cookies)
    for cookie in client.cookies.values():
        assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Lax", "/", "")


def test_a_visitor_without_a_session_costs_the_door_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/account/inloggen/").status_code == 200
    with django_assert_num_queries(0):
        assert client.get("/casussen/").status_code == 302


def test_a_member_costs_few_queries_before_the_page_begins(client_for, django_assert_num_queries):
    client = client_for(make_member())
    with django_assert_num_queries(5):  # session, person with partner, open session, device, protocol
        assert client.post("/berichten/").status_code == 405
