"""Parses what coordinator and editors fill in for the check: a name that passes, a number of a village."""

import datetime as dt

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Village
from privacy.allowed import LONGEST

MOST_RESIDENTS = 1_000_000


class NameForm(forms.Form):
    """The name of an organisation that may pass."""

    name = forms.CharField(
        label=_("Name of an organisation"),
        help_text=_("The whole name, as people write it. The check lets it through in every text, and no part of it."),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class VillageNumberForm(forms.Form):
    """How many people live in a village, who says so, and of which day that is."""

    village = forms.ModelChoiceField(
        label=_("Village"), empty_label=_("Choose a village"), queryset=Village.objects.all(), to_field_name="slug"
    )
    residents = forms.IntegerField(label=_("Number of inhabitants"), min_value=1, max_value=MOST_RESIDENTS)
    source = forms.CharField(
        label=_("Source"),
        help_text=_("Who counted, and where it can be read: the writers see this too."),
        max_length=120,
    )
    counted_on = forms.DateField(
        label=_("Counted on"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )

    def clean_counted_on(self) -> dt.date:
        """Take no day that is still to come."""
        day: dt.date = self.cleaned_data["counted_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come. Choose the day of the count."))
        return day
