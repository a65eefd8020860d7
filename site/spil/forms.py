"""The roof's own forms: on which day somebody wants to see the network, and what they look for."""

from django import forms
from django.utils.translation import gettext_lazy as _


class DayForm(forms.Form):
    """A day; without one it is today."""

    day = forms.DateField(
        label=_("As it was on"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class SearchForm(forms.Form):
    """Words to look for; they stay in the browser and in the memory of one request."""

    q = forms.CharField(
        label=_("What are you looking for?"),
        max_length=100,
        error_messages={"required": _("Type at least one word.")},
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
