"""The covenant as a page, and the address where the one in force is always found.

For everybody: the covenant is public. A page shows the file's words and marks what it adds; an open place stays open.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from accounts.doors import Level, is_open
from accounts.models.periods import today
from pages.access import may_edit
from pages.blocks import CovenantBody
from pages.bodies import from_body
from pages.covenant.tree import Covenant

from .base import SpilPage
from .partners import PartnerPage


class Standing(StrEnum):
    """Where a covenant stands on a day."""

    UNKNOWN = "unknown"
    COMING = "coming"
    RUNNING = "running"
    OVER = "over"


class CovenantPageQuerySet(PageQuerySet):
    def newest_first(self) -> Self:
        """The covenant that began last comes first; one without a date comes last."""
        return self.order_by(F("valid_from").desc(nulls_last=True), "-pk")

    def running(self) -> Self:
        """Keep what is in force today. A covenant without any day is in force for nobody."""
        day = today()
        begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
        lasts = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
        return self.filter(begun & lasts).exclude(valid_from__isnull=True, valid_until__isnull=True)


class CovenantIndexPage(SpilPage):
    """Shows the covenant in force, else the latest, and leads to the others."""

    content_panels = [*SpilPage.content_panels]
    max_count = 1
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.CovenantPage"]

    class Meta:
        verbose_name = _("covenant")

    def current(self) -> CovenantPage | None:
        """The covenant in force today, else the latest."""
        pages = CovenantPage.objects.live().child_of(self).newest_first()
        return pages.running().first() or pages.first()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        current = self.current()
        return {**context, **(current.reading_context(request) if current else {})}


class CovenantPage(SpilPage):
    """One covenant: its text, the period in which it holds, and where the text came from."""

    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("The last day on which it holds.")
    )
    source = models.CharField(_("where the text came from"), max_length=200, blank=True)
    body = StreamField(CovenantBody(), verbose_name=_("text"))

    content_panels = [
        *SpilPage.content_panels,
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
        FieldPanel("source"),
        FieldPanel("body"),
    ]
    parent_page_types = ["pages.CovenantIndexPage"]
    subpage_types: list[str] = []
    objects = PageManager.from_queryset(CovenantPageQuerySet)()

    class Meta:
        verbose_name = _("text of a covenant")

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("A covenant cannot end before it begins.")})

    def tree(self) -> Covenant:
        """The text as a tree, with addresses."""
        return from_body(self.body)

    @property
    def standing(self) -> Standing:
        """Where this covenant stands today; both of its days are included."""
        if not self.valid_from and not self.valid_until:
            return Standing.UNKNOWN
        if self.valid_until and self.valid_until < today():
            return Standing.OVER
        return Standing.COMING if self.valid_from and self.valid_from > today() else Standing.RUNNING

    @property
    def is_running(self) -> bool:
        """Say whether this covenant may start clocks."""
        return self.standing is Standing.RUNNING

    def reading_context(self, request: HttpRequest) -> dict[str, Any]:
        """What the text of a covenant needs to be read, on its own page and above it."""
        tree = self.tree()
        others = CovenantPage.objects.live().sibling_of(self, inclusive=False).newest_first()
        names = [party.name for party in tree.parties]
        profiles = PartnerPage.objects.live().filter(partner__name__in=names).select_related("partner")
        return {
            "covenant": self,
            "runs": [(kind.__name__, list(items)) for kind, items in groupby(tree.items, key=type)],
            "articles": tree.articles,
            "open_places": tree.open_places(),
            "others": list(others),
            "profiles": {page.partner.name: page for page in profiles},
            # Whether a place may be open is a question for editors, not for readers.
            "is_editor": is_open(request, Level.MEMBER) and may_edit(request.user),
        }

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **self.reading_context(request)}
