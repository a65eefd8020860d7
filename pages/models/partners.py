"""The public social map (covenant 12.3): a page for each partner, and the directory above them.

For residents who look for help and for partners who look for each other. It tells about organisations; names of people
come from accounts and are shown to members only.
"""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Prefetch, Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, PageManager
from wagtail.query import PageQuerySet

from accounts.doors import Level, is_open
from accounts.models import Partner
from accounts.words import searched
from pages.forms import DirectoryForm, MemberDirectoryForm

from .base import SpilPage


class PartnerPageQuerySet(PageQuerySet):
    """The words in which the directory asks for pages of partners."""

    def search_words(self, text: str) -> Self:
        """Keep the pages where every word of `text` stands in the name, the topics, the summary or the offer.

        Asked of the tables themselves: the search index is only as fresh as the worker that fills it.
        """
        found = self
        for word in searched(text):
            offers = Q(what__icontains=word) | Q(for_whom__icontains=word) | Q(where__icontains=word)
            found = found.filter(
                Q(partner__in=Partner.objects.search(word))
                | Q(title__icontains=word)
                | Q(summary__icontains=word)
                | Q(pk__in=Service.objects.filter(offers).values("page"))
            )
        return found

    def asked_by(self, wanted: dict[str, Any]) -> Self:
        """Keep the pages that answer what a form asked; an empty value asks nothing."""
        found = self.search_words(wanted.get("q") or "")
        if wanted.get("topic"):
            found = found.filter(partner__topics=wanted["topic"])
        if wanted.get("ring"):
            found = found.filter(partner__in=Partner.objects.in_ring(wanted["ring"]))
        if wanted.get("subnetwork"):
            found = found.filter(partner__subnetwork=wanted["subnetwork"])
        if wanted.get("kind"):
            found = found.filter(partner__kind=wanted["kind"])
        return found

    def with_rows(self, *, is_member: bool) -> Self:
        """Fetch along what a row of the directory shows (a constant number of queries)."""
        partners = Partner.objects.with_network() if is_member else Partner.objects.prefetch_related("topics")
        return self.prefetch_related("services", Prefetch("partner", partners))


class PartnerIndexPage(SpilPage):
    """The directory: find a partner by name, topic or offer."""

    intro = models.TextField(_("introduction"), max_length=400, blank=True)

    content_panels = [*SpilPage.content_panels, FieldPanel("intro")]
    max_count = 1
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.PartnerPage"]
    shows_members_more = True

    class Meta:
        verbose_name = _("directory of partners")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        is_member = is_open(request, Level.MEMBER)
        form = (MemberDirectoryForm if is_member else DirectoryForm)(request.GET)
        form.is_valid()
        pages = PartnerPage.objects.live().child_of(self)
        found = pages.asked_by(form.cleaned_data).with_rows(is_member=is_member).order_by("title")
        return {
            **super().get_context(request, *args, **kwargs),
            "form": form,
            "is_filtered": any(form.cleaned_data.values()),
            "is_narrowed": any(form.cleaned_data.get(name) for name in ("ring", "subnetwork", "kind")),
            "partner_pages": list(found),
            "total": pages.count(),
        }


class PartnerPage(SpilPage):
    """The profile of one partner; its title is the partner's name."""

    partner = models.OneToOneField(Partner, verbose_name=_("partner"), on_delete=models.PROTECT, related_name="page")
    summary = models.TextField(_("in a few words"), max_length=400, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)
    address = models.TextField(_("where to come"), max_length=300, blank=True)
    opening_hours = models.TextField(_("opening hours"), max_length=300, blank=True)

    content_panels = [
        *SpilPage.content_panels,
        FieldPanel("partner"),
        FieldPanel("summary"),
        InlinePanel("services", heading=_("What this partner offers"), label=_("offer")),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("phone", "email", "website", "address", "opening_hours")],
            heading=_("How residents reach this partner"),
        ),
    ]
    parent_page_types = ["pages.PartnerIndexPage"]
    subpage_types: list[str] = []
    objects = PageManager.from_queryset(PartnerPageQuerySet)()
    shows_members_more = True

    class Meta:
        verbose_name = _("partner's page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context(request, *args, **kwargs),
            "services": list(self.services.all()),
            "topics": list(self.partner.topics.all()),
        }

    @property
    def has_contact(self) -> bool:
        return any((self.phone, self.email, self.website, self.address))


class Service(Orderable):
    """What a partner offers, to whom, where and when."""

    page = ParentalKey(PartnerPage, on_delete=models.CASCADE, related_name="services")
    what = models.CharField(_("what"), max_length=120)
    for_whom = models.CharField(_("for whom"), max_length=160, blank=True)
    where = models.CharField(_("where"), max_length=160, blank=True)
    when = models.CharField(_("when"), max_length=160, blank=True)

    panels = [FieldPanel(name) for name in ("what", "for_whom", "where", "when")]

    class Meta(Orderable.Meta):
        verbose_name = _("offer")

    def __str__(self) -> str:
        return self.what
