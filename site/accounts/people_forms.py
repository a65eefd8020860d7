"""Parses what the coordinator fills in about people; decides nothing. Everything that failed keeps what was typed."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import ContactPoint, Partner, Subnetwork
from accounts.models.periods import today

LONGEST_LIST = 20_000  # characters


class Show(models.TextChoices):
    """Which people a list shows."""

    ALL = "", _("everybody")
    NEW = "new", _("without a second key")
    ROLES = "roles", _("with a role or a seat")
    BLOCKED = "blocked", _("blocked")


def day_field(label: Any, **options: Any) -> forms.DateField:
    """Give a field for a day, as browsers draw it."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **options)


class PartnerField(forms.ModelChoiceField):
    """A choice of one partner, by its public id."""

    def __init__(self, **options: Any) -> None:
        super().__init__(Partner.objects.all(), label=_("Partner"), to_field_name="public_id", **options)


class PeopleFilterForm(forms.Form):
    """Words, a partner, and who: a value that does not exist is no answer and no error."""

    q = forms.CharField(label=_("Name, address or work"), required=False, max_length=100)
    partner = PartnerField(required=False, empty_label=_("all partners"))
    show = forms.ChoiceField(label=_("Who"), required=False, choices=Show.choices)


class InvitationsForm(forms.Form):
    """Whom to invite, and to which partner."""

    partner = PartnerField(empty_label=_("Choose a partner"))
    addresses = forms.CharField(
        label=_("E-mail addresses"),
        max_length=LONGEST_LIST,
        help_text=_("One on each line: the address, or a name with the address behind it in angle brackets."),
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off", "spellcheck": "false"}),
    )


class SeatForm(forms.Form):
    """Which seat, and for how long."""

    subnetwork = forms.ModelChoiceField(
        Subnetwork.objects.all(), label=_("Seat for"), to_field_name="slug", empty_label=_("Choose a subnetwork")
    )
    since = day_field(_("First day"), initial=today, help_text=_("May lie ahead."))
    until = day_field(_("Last day"), required=False, help_text=_("Leave it empty when nobody knows yet."))


class SeatEndForm(forms.Form):
    """When a seat ends."""

    until = day_field(_("Last day"), required=False, help_text=_("Leave it empty to end the seat at once."))


class ContactForm(forms.Form):
    """As what somebody answers for their partner."""

    rank = forms.ChoiceField(label=_("As"), choices=ContactPoint.Rank.choices, widget=forms.RadioSelect)
    until = day_field(_("Last day"), required=False, help_text=_("Leave it empty when nobody knows yet."))


class MoveForm(forms.Form):
    """To which partner somebody moves."""

    partner = PartnerField(empty_label=_("Choose a partner"))
