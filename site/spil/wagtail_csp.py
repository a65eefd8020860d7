"""Lets Wagtail's editing environment work without inline scripts. For editors; it changes how a widget starts, not what it does.

Wagtail writes a script behind a widget to start it. Ours writes an empty element that says the same, and
static/js/admin_init.js starts it (docs/security.md). The templates beside it: templates/wagtailadmin/.
"""

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.widgets import BaseChooser

START = '{}<span hidden data-spil-new="{}" data-spil-id="{}" data-spil-config="{}"></span>'


def render(self: BaseChooser, name: str, value: Any, attrs: dict[str, Any], renderer: Any = None) -> SafeString:
    """Give a chooser's own HTML, and behind it what to start."""
    data = self.get_value_data(value)
    options = json.dumps(self.get_js_init_options(attrs["id"], name, data))
    return format_html(START, self.render_html(name, data, attrs), self.js_constructor, attrs["id"], options)


def install() -> None:
    """Put it in the place of Wagtail's. Called once, when the app is ready."""
    BaseChooser.render = render
