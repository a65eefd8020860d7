"""Parses and explains what people type on their own account and keys; decides nothing."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from accounts.forms import CodeForm
from accounts.models import User

NAME_LENGTH = 64  # What django-otp keeps of a device's name.


class KeyNameForm(forms.Form):
    """What somebody calls a key."""

    name = forms.CharField(
        label=_("Name of this key"),
        max_length=NAME_LENGTH,
        help_text=_("So that you know which one it is, for example: work phone."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class NewAuthenticatorForm(KeyNameForm, CodeForm):
    """One more authenticator: its name and its first code."""

    field_order = ("name", "code")


class DescribeForm(forms.Form):
    """What somebody says of themselves."""

    first_name = forms.CharField(
        label=_("First name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=_("Last name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    job_title = forms.CharField(
        label=_("Your work"),
        max_length=80,
        required=False,
        help_text=_("For example district nurse or community worker. Partners see it beside your name."),
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )


class ThemeForm(forms.Form):
    """Light, dark, or what the device says."""

    DEVICE = "device"
    theme = forms.ChoiceField(
        label=_("Colours"),
        choices=[(DEVICE, _("as on your device")), ("light", _("light")), ("dark", _("dark"))],
        widget=forms.RadioSelect,
    )

    def clean_theme(self) -> str:
        """Give what is kept: nothing for what the device says."""
        theme: str = self.cleaned_data["theme"]
        return "" if theme == self.DEVICE else theme


class PasswordChangeForm(forms.Form):
    """The password of now and the one to come."""

    old = forms.CharField(
        label=_("Your password of now"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=_("Your new password"),
        strip=False,
        max_length=128,
        help_text=_("At least 12 characters. Three or four words that have nothing to do with each other work well."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_new(self) -> str:
        """Hold the password against the rules, with the person's own name and address in mind."""
        new: str = self.cleaned_data["new"]
        password_validation.validate_password(new, self.user)
        return new


class EmailChangeForm(forms.Form):
    """A new address."""

    email = forms.EmailField(
        label=_("Your new work e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class AbsenceForm(forms.Form):
    """The days on which somebody is away, and who of the same partner gets their notices."""

    since = _day(_("First day"))
    until = _day(_("Last day"))
    deputy = forms.ModelChoiceField(
        label=_("Who gets your notices?"), queryset=User.objects.none(), empty_label=_("Choose a colleague")
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = user.partner.people if user.partner else User.objects.none()
        self.fields["deputy"].queryset = people.filter(is_active=True).exclude(pk=user.pk)  # type: ignore[attr-defined]
        self.fields["deputy"].to_field_name = "public_id"  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Say at the field itself that a last day lies before the first."""
        cleaned = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if isinstance(since, dt.date) and isinstance(until, dt.date) and until < since:
            self.add_error("until", _("The last day cannot come before the first."))
        return cleaned


class EndAbsenceForm(forms.Form):
    """Which absence goes."""

    since = forms.DateField()
