"""Partners and where they stand: serves the directory and every circle; it holds organisations, never residents."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils.translation import gettext_lazy as _

from accounts.ids import PublicIdField
from accounts.models.periods import Period, PeriodQuerySet

if TYPE_CHECKING:
    from accounts.models.people import User


class Subnetwork(models.Model):
    """One of the four parts of the social domain that the core team links (covenant 5.1)."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=60, unique=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("order", "name")

    def __str__(self) -> str:
        return self.name


class LifeDomain(models.Model):
    """One of the groups of article 2, a to d."""

    letter = models.CharField(max_length=1, unique=True)
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ("letter",)

    def __str__(self) -> str:
        return self.name


class Topic(models.Model):
    """A topic under a life domain; people choose topics, domains follow."""

    domain = models.ForeignKey(LifeDomain, on_delete=models.PROTECT, related_name="topics")
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80, unique=True)

    class Meta:
        ordering = ("domain__letter", "name")

    def __str__(self) -> str:
        return self.name


class Village(models.Model):
    """A village of the municipality."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=60, unique=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class PartnerKind(models.TextChoices):
    """What sort of organisation a partner is; unknown until somebody knows, for the covenant does not say."""

    UNKNOWN = "unknown", _("unknown")
    MUNICIPALITY = "municipality", _("municipality")
    PROFESSIONAL = "professional", _("professional organisation")
    VOLUNTEERS = "volunteers", _("volunteer organisation")
    CITIZENS = "citizens", _("residents' initiative")
    HOUSING = "housing", _("housing association")


class Ring(models.TextChoices):
    """Where a partner stands (covenant 4.1)."""

    FIXED = "fixed", _("fixed ring")
    FLEXIBLE = "flexible", _("flexible ring")


class PartnerQuerySet(models.QuerySet["Partner"]):
    """The words in which the network asks for partners."""

    def in_ring(self, ring: str) -> Self:
        """Keep the partners that stand in `ring` today."""
        return self.filter(pk__in=RingPlacement.objects.now().filter(ring=ring).values("partner"))

    def search(self, text: str) -> Self:
        """Keep the partners whose name, subnetwork or topics hold every word of `text`."""
        found = self
        for word in text.split()[:8]:
            found = found.filter(
                Q(name__icontains=word)
                | Q(subnetwork__name__icontains=word)
                | Q(pk__in=Topic.objects.filter(name__icontains=word).values("partners"))
            )
        return found

    def with_network(self) -> Self:
        """Fetch along what a list shows of each partner: rings, contacts, topics (a constant number of queries)."""
        return self.select_related("subnetwork").prefetch_related(
            "topics",
            Prefetch("placements", RingPlacement.objects.now(), to_attr="placements_now"),
            Prefetch(
                "contact_points",
                ContactPoint.objects.answering(),
                to_attr="contacts_now",
            ),
        )


class Partner(models.Model):
    """An organisation, or a group such as general practitioners, in the network."""

    public_id = PublicIdField()
    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=PartnerKind, default=PartnerKind.UNKNOWN)
    subnetwork = models.ForeignKey(
        Subnetwork, null=True, blank=True, on_delete=models.SET_NULL, related_name="partners"
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="partners")
    # The municipality hosts the network and stands in no ring.
    is_host = models.BooleanField(default=False)

    objects = PartnerQuerySet.as_manager()
    placements_now: list["RingPlacement"]
    contacts_now: list["ContactPoint"]

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["is_host"], condition=Q(is_host=True), name="accounts_partner_one_host")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def ring(self) -> str:
        """The ring the partner stands in today, or "" for none."""
        rows = self.placements_now if hasattr(self, "placements_now") else list(self.placements.now())
        return rows[0].ring if rows else ""

    def _contacts(self) -> list["ContactPoint"]:
        if hasattr(self, "contacts_now"):
            return self.contacts_now
        return list(self.contact_points.answering())

    def contact_users(self) -> list["User"]:
        """Give the people who answer for this partner today: the fixed contact point first, then the deputy."""
        return [point.user for point in self._contacts()]

    @property
    def contact_point(self) -> "User | None":
        """The fixed contact point of today (covenant 3.1 c)."""
        return next((point.user for point in self._contacts() if point.rank == ContactPoint.Rank.FIXED), None)

    @property
    def deputy(self) -> "User | None":
        """The deputy of today."""
        return next((point.user for point in self._contacts() if point.rank == ContactPoint.Rank.DEPUTY), None)


class RingPlacement(Period):
    """Where a partner stands, from a day until a day."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="placements")
    ring = models.CharField(max_length=10, choices=Ring)

    class Meta(Period.Meta):
        ordering = ("-since",)
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(
                fields=["partner"], condition=Q(until__isnull=True), name="accounts_one_open_placement_a_partner"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner}: {self.get_ring_display()}"


class ContactPointQuerySet(PeriodQuerySet):
    """The words in which contact points are asked for."""

    def answering(self) -> Self:
        """Keep who answers today, with their account, the fixed one first: not who was blocked or works elsewhere now."""
        here = self.now().filter(user__is_active=True, user__partner=F("partner"))
        return here.select_related("user").order_by("-rank")


class ContactPoint(Period):
    """The fixed person of a partner, or the deputy (covenant 3.1 c)."""

    class Rank(models.TextChoices):
        # In this order: "fixed" sorts after "deputy", so lists order by rank descending.
        FIXED = "fixed", _("fixed contact point")
        DEPUTY = "deputy", _("deputy")

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="contact_points")
    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="contact_points")
    rank = models.CharField(max_length=10, choices=Rank, default=Rank.FIXED)

    objects = ContactPointQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(
                fields=["partner", "rank"], condition=Q(until__isnull=True), name="accounts_one_contact_a_rank"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner}: {self.user} ({self.get_rank_display()})"
