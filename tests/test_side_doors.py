"""No side door: what Django and Wagtail bring along for coming in is not there, or ends at our own second factor."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import views as django_views
from django.test import Client
from django.urls import NoReverseMatch, resolve, reverse
from wagtail.admin.views import account as wagtail_account

from accounts.models import Role, User
from pages.actions import prepare_site
from tests.factories import PASSWORD, make_member
from tests.test_every_door import ROUTES

pytestmark = pytest.mark.django_db

WAYS_IN = tuple(
    view
    for module in (django_views, wagtail_account)
    for name, view in inspect.getmembers(module, inspect.isclass)
    if name.startswith(("Login", "Logout", "Password"))
)


def view_class(callback: Callable[..., Any]) -> Any:
    """Give the class behind a view, or the view itself."""
    return getattr(inspect.unwrap(callback), "view_class", inspect.unwrap(callback))


def test_no_address_leads_to_a_way_in_that_is_not_ours() -> None:
    assert len(WAYS_IN) > 8
    reached = {path: view_class(resolve(path).func) for _route, path, _pattern in ROUTES}
    wrong = {
        path: view
        for path, view in reached.items()
        if (inspect.isclass(view) and issubclass(view, WAYS_IN)) or view.__module__ == django_views.__name__
    }
    assert wrong == {}


def test_such_a_way_in_would_be_seen() -> None:
    brought = {view_class(pattern.callback) for route, _path, pattern in ROUTES if "password_reset" in route}
    assert any(inspect.isclass(view) and issubclass(view, WAYS_IN) for view in brought)


@pytest.mark.parametrize("name", ["login", "logout", "password_reset", "password_change", "admin:index"])
def test_djangos_own_addresses_have_no_name_here(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_whatever_asks_for_signing_in_asks_at_our_door(client: Client) -> None:
    for name in ("LOGIN_URL", "WAGTAILADMIN_LOGIN_URL", "WAGTAIL_FRONTEND_LOGIN_URL"):
        assert getattr(settings, name) == "accounts:sign_in"
    for path in ("/cms/login/", "/cms/", "/cms/password_reset/", "/cms/password_reset/confirm/MQ/set-password/"):
        assert client.get(path).url.startswith("/account/inloggen/?next=")
        assert client.post(path, {"username": "a@example.org", "password": "x"}).url == "/account/inloggen/"


def test_a_password_given_at_wagtails_door_opens_nothing(client: Client) -> None:
    prepare_site()
    editor = make_member(roles=(Role.EDITOR,))
    for field in ("username", "email"):
        client.post("/cms/login/", {field: editor.email, "password": PASSWORD})
    assert "_auth_user_id" not in client.session
    # Our own door gives half a session, which Wagtail's pages take for none.
    client.post("/account/inloggen/?next=/cms/", {"email": editor.email, "password": PASSWORD})
    assert client.session["_auth_user_id"] == str(editor.pk)
    assert client.get("/cms/").url == "/account/code/?next=%2Fcms%2F"


def test_nobody_is_a_superuser_and_staff_means_nothing(client_for: Callable[[User], Client]) -> None:
    member = make_member(is_staff=True)
    client = client_for(member)
    assert client.get("/cms/").status_code == 404
    assert not User.objects.filter(is_superuser=True).exists()
