"""What every page has: for whom it is, and when somebody should look at it again.

For editors. A page holds what may be published; text about a resident is never written on one.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page


class Audience(models.TextChoices):
    """Who may read a page."""

    PUBLIC = "public", _("everybody")
    MEMBERS = "members", _("partners only")


class SpilPage(Page):
    """Base of all pages. Who keeps a page is Wagtail's own `owner`, shown to editors beside the date of review."""

    # Only guides offer the choice; what the covenant makes public cannot be closed by mistake.
    audience = models.CharField(_("who may read this"), max_length=10, choices=Audience, default=Audience.PUBLIC)
    review_date = models.DateField(
        _("look again on"),
        null=True,
        blank=True,
        help_text=_("On this day somebody should check whether it still holds."),
    )

    # Who may read a page is said by its audience alone: Wagtail's own passwords and log-ins would be a second door.
    private_page_options: ClassVar[list[str]] = []
    promote_panels = [FieldPanel("slug")]
    settings_panels = [MultiFieldPanel([FieldPanel("owner"), FieldPanel("review_date")], heading=_("Upkeep"))]

    # Whether a member finds more on the page than a visitor does: names, for one. Printed, it is then confidential.
    shows_members_more = False

    class Meta:
        abstract = True

    @property
    def is_public(self) -> bool:
        return self.audience == Audience.PUBLIC
