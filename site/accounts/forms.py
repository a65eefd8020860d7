"""Parses and explains what people type at the door; decides nothing."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from accounts.models import User

CODE_ATTRS = {"inputmode": "numeric", "autocomplete": "one-time-code", "autocapitalize": "off", "spellcheck": "false"}


class PasswordForm(forms.Form):
    """The first step: e-mail address and password."""

    email = forms.EmailField(
        label=_("Your work e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "username", "inputmode": "email"}),
    )
    password = forms.CharField(
        label=_("Password"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


class CodeForm(forms.Form):
    """The second step: six digits."""

    code = forms.CharField(
        label=_("Six-digit code"),
        help_text=_("The code changes every 30 seconds."),
        widget=forms.TextInput(attrs=CODE_ATTRS),
    )

    def clean_code(self) -> str:
        """Take digits with any spaces between them."""
        code = "".join(self.cleaned_data["code"].split())
        if len(code) != 6 or not (code.isascii() and code.isdigit()):
            raise forms.ValidationError(_("A code has six digits."))
        return code


class RecoveryForm(forms.Form):
    """The second step without a phone: a recovery code."""

    code = forms.CharField(
        label=_("Recovery code"),
        max_length=60,
        help_text=_("One of the ten codes you were given when you set up your authenticator. Each works once."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}),
    )


class AccountForm(forms.Form):
    """What an invited person says of themselves."""

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
    password = forms.CharField(
        label=_("Choose a password"),
        strip=False,
        max_length=128,
        help_text=_("At least 12 characters. Three or four words that have nothing to do with each other work well."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean(self) -> dict[str, Any]:
        """Hold the password against the rules, with the person's own name and address in mind."""
        cleaned = super().clean() or {}
        if cleaned.get("password"):
            person = User(
                email=self.email, first_name=cleaned.get("first_name", ""), last_name=cleaned.get("last_name", "")
            )
            try:
                password_validation.validate_password(cleaned["password"], person)
            except forms.ValidationError as refused:
                self.add_error("password", refused)
        return cleaned


class InvitationForm(forms.Form):
    """Whom the coordinator invites."""

    email = forms.EmailField(
        label=_("Their work e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "off", "inputmode": "email"}),
    )
