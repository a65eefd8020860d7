"""What the roof adds to every page of Wagtail's editing environment. For editors; it shows and decides nothing."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks


@hooks.register("insert_global_admin_js")
def start_widgets() -> SafeString:
    """Load the script that starts widgets without inline scripts (spil/wagtail_csp.py)."""
    return format_html('<script src="{}"></script>', static("js/admin_init.js"))
