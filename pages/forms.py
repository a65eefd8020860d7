"""Reads what somebody asks of the directory. A value that does not exist is no answer and no error: the list stays whole."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import PartnerKind, Ring, Subnetwork, Topic


class DirectoryForm(forms.Form):
    """What everybody may ask: words and a topic."""

    q = forms.CharField(label=_("Words"), required=False, max_length=100)
    topic = forms.ModelChoiceField(
        Topic.objects.all(), label=_("Topic"), required=False, to_field_name="slug", empty_label=_("all topics")
    )


class MemberDirectoryForm(DirectoryForm):
    """What a partner may ask besides: where an organisation stands in the network."""

    ring = forms.ChoiceField(label=_("Ring"), required=False, choices=[("", _("all rings")), *Ring.choices])
    subnetwork = forms.ModelChoiceField(
        Subnetwork.objects.all(),
        label=_("Subnetwork"),
        required=False,
        to_field_name="slug",
        empty_label=_("all subnetworks"),
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all kinds")), *PartnerKind.choices])
