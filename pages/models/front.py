"""The front and the guides. For visitors who come to find help, and for partners who need to know how Spil works.

Nothing on them is about one resident.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from .base import SpilPage

PLAIN = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class HomePage(SpilPage):
    """The root of the site. The roof shows its words to visitors at "/"."""

    intro = models.TextField(_("introduction"), max_length=400, blank=True)
    body = RichTextField(_("text"), features=PLAIN, blank=True)

    content_panels = [*SpilPage.content_panels, FieldPanel("intro"), FieldPanel("body")]
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["pages.PartnerIndexPage", "pages.CovenantIndexPage", "pages.ProtocolPage", "pages.GuidePage"]

    class Meta:
        verbose_name = _("front page")


class GuidePage(SpilPage):
    """A guide: how something works, for everybody or for partners only."""

    intro = models.TextField(_("introduction"), max_length=400, blank=True)
    body = RichTextField(_("text"), features=PLAIN)

    content_panels = [*SpilPage.content_panels, FieldPanel("intro"), FieldPanel("body")]
    settings_panels = [FieldPanel("audience"), *SpilPage.settings_panels]
    parent_page_types = ["pages.HomePage", "pages.GuidePage"]
    subpage_types = ["pages.GuidePage"]

    class Meta:
        verbose_name = _("guide")
