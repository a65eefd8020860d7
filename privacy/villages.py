"""The villages of the municipality with their numbers, for the check on rare combinations; two queries."""

from django.apps import apps

from accounts.models import Village
from privacy.rarity import VillageFigure


def village_figures() -> list[VillageFigure]:
    """Give every village with the newest number that an editor filled in, if any."""
    # By name, for the forms of every table with checked text ask this while those tables are being made.
    numbers = apps.get_model("privacy", "VillageNumber")._default_manager.order_by("counted_on", "pk")
    newest = {row.village_id: row for row in numbers}
    return [
        VillageFigure(village.name, row.residents, row.source, row.counted_on)
        if (row := newest.get(village.pk))
        else VillageFigure(village.name)
        for village in Village.objects.all()
    ]
