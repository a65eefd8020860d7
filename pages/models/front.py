"""The front and the guides. For visitors who come to find help, and for partners who need to know how Spil works.

Nothing on them is about one resident.
"""

from typing import Any

from django.db import models
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from accounts.models import PartnerKind, Topic

from .base import Audience, SpilPage

# Who helps as a neighbour does, and who learned to; where nobody knows yet, a partner stands under neither.
TOGETHER = (PartnerKind.VOLUNTEERS, PartnerKind.CITIZENS)
LEARNED = (PartnerKind.MUNICIPALITY, PartnerKind.PROFESSIONAL, PartnerKind.HOUSING)
SHOWN = 4  # Links under one way.
PLAIN = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


def _topics_of(kinds: tuple[PartnerKind, ...]) -> "QuerySet[Any]":
    """Give the topics on which partners of these kinds with a public page help, most partners first."""
    with_page = Q(partners__kind__in=kinds, partners__page__live=True)
    counted = Topic.objects.annotate(helping=Count("partners", filter=with_page, distinct=True)).filter(helping__gt=0)
    return counted.order_by("-helping", "name")


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

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        guides = GuidePage.objects.live().filter(audience=Audience.PUBLIC).order_by("title")
        return {
            **super().get_context(request, *args, **kwargs),
            "guides": list(guides[:SHOWN]),
            "together": list(_topics_of(TOGETHER)[:SHOWN]),
            "learned": list(_topics_of(LEARNED)[:SHOWN]),
        }


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
