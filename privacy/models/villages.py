"""How many people live in a village, as an editor found it: with its source and its day. Earlier numbers stay, as history."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class VillageNumber(models.Model):
    """One number of a village. Never changed: a newer one is a row of its own."""

    village = models.ForeignKey("accounts.Village", verbose_name=_("village"), on_delete=models.CASCADE)
    residents = models.PositiveIntegerField(_("number of inhabitants"), validators=[MinValueValidator(1)])
    source = models.CharField(_("source"), max_length=120)
    counted_on = models.DateField(_("counted on"))
    entered_at = models.DateTimeField(default=timezone.now, editable=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )

    class Meta:
        ordering = ("village", "-counted_on", "-pk")
        constraints = [
            models.CheckConstraint(condition=models.Q(residents__gte=1), name="privacy_village_has_residents")
        ]

    def __str__(self) -> str:
        """Name the row by its numbers."""
        return f"{self.village_id}: {self.residents}"
