"""What the roof adds to every page of Wagtail's editing environment. For editors; it shows and decides nothing."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import PagesSummaryItem, SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import RecentEditsPanel

# The colours are said once, in the tokens; admin.css gives them to Wagtail.
STYLES = ("css/tokens.css", "cms/admin.css")


@hooks.register("insert_global_admin_js")
def start_widgets() -> SafeString:
    """Load the script that starts widgets without inline scripts (spil/wagtail_csp.py)."""
    return format_html('<script src="{}"></script>', static("js/admin_init.js"))


@hooks.register("insert_global_admin_css")
def wear_our_colours() -> SafeString:
    """Load Spil's colours behind Wagtail's own."""
    return format_html_join("", '<link rel="stylesheet" href="{}">', [(static(sheet),) for sheet in STYLES])


@hooks.register("register_admin_menu_item")
def lead_back() -> MenuItem:
    """Give the way out of the editing environment, which Wagtail has not."""
    # Wagtail marks the entry whose address the current one begins with; every address begins with a bare slash.
    return MenuItem(_("Back to Spil"), reverse("spil:home") + "#main", name="back", icon_name="arrow-left", order=900)


@hooks.register("construct_homepage_summary_items", order=1000)
def count_pages_only(_request: HttpRequest, items: list[SummaryItem]) -> None:
    """Pages are what there is to count; files come along with them."""
    items[:] = [item for item in items if isinstance(item, PagesSummaryItem)]


@hooks.register("construct_homepage_panels", order=1000)
def show_own_edits_only(_request: HttpRequest, panels: list[Component]) -> None:
    """What an editor changed last. Approval by others and locks are not in use here (pages/actions/site.py)."""
    panels[:] = [panel for panel in panels if isinstance(panel, RecentEditsPanel)]
