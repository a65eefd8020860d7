"""Fits Wagtail to this house: closes pages for members, and leaves editors only the entries that they need.

For editors and visitors. It opens nothing: every door of the editing environment is closed already by the roof.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from accounts.doors import Level, deny

# No kind of page shows a picture; a text may link to a document. "back" leads back to Spil (spil/wagtail_hooks.py).
KEPT_IN_MENU = {"explorer", "documents", "back"}
KEPT_IN_SEARCH = {"pages", "documents"}


@hooks.register("before_serve_page", order=-100)
def close_pages_for_members(page: Page, request: HttpRequest, _args: Any, _kwargs: Any) -> HttpResponse | None:
    """A page is closed unless its kind says that it is public; a kind that does not know the question is closed."""
    if getattr(page.specific, "is_public", False):
        return None
    return deny(request, Level.MEMBER)


@hooks.register("construct_main_menu")
def trim_menu(_request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """People, roles and reports have their place in Spil's own screens, where the log sees them."""
    menu_items[:] = [item for item in menu_items if item.name in KEPT_IN_MENU]


@hooks.register("construct_search")
def trim_search(_request: HttpRequest, areas: list[MenuItem]) -> None:
    """What is not in the menu is not searched either."""
    areas[:] = [area for area in areas if area.name in KEPT_IN_SEARCH]
