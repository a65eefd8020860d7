"""The privacy protocol (covenant 12.2): the page that everybody accepts before they see anything else.

Publishing it puts it in force (pages/receivers.py). It never knows who accepted it: privacy keeps that.
"""

import hashlib
import re
from html import unescape

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from privacy.models import ProtocolVersion

from .base import SpilPage
from .front import PLAIN

BLOCK_END = re.compile(r"</(?:p|li|h\d)>|<br\s*/?>", re.IGNORECASE)


class ProtocolPage(SpilPage):
    """The text in force; older texts are its revisions."""

    version_label = models.CharField(
        _("version"),
        max_length=40,
        help_text=_("Give every new text a new version, such as 2026-1: everybody is then asked to accept it."),
    )
    body = RichTextField(_("text"), features=PLAIN)

    content_panels = [*SpilPage.content_panels, FieldPanel("version_label"), FieldPanel("body")]
    max_count = 1
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("privacy protocol")

    def clean(self) -> None:
        """Other words under a label that people accepted already would make it unclear what they accepted."""
        super().clean()
        if ProtocolVersion.objects.filter(label=self.version_label).exclude(digest=self.digest).exists():
            raise ValidationError({"version_label": _("The text is new, so it needs a new version.")})

    @property
    def plain_text(self) -> str:
        """The words of the protocol, without mark-up: what somebody accepts, whatever it looks like."""
        return " ".join(unescape(strip_tags(BLOCK_END.sub(" ", self.body))).split())

    @property
    def digest(self) -> str:
        """What a version of the text is known by: SHA-256 of its words."""
        return hashlib.sha256(self.plain_text.encode()).hexdigest()
