"""Parses what somebody types who forgot a password; decides nothing."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from accounts.models import User


class ForgottenForm(forms.Form):
    """Whose password."""

    email = forms.EmailField(
        label=_("Your work e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "inputmode": "email"}),
    )


class NewPasswordForm(forms.Form):
    """The password to come."""

    password = forms.CharField(
        label=_("Your new password"),
        strip=False,
        help_text=_("At least 12 characters. Three or four words that have nothing to do with each other work well."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        """Hold the password against the rules, with the person's own names in mind."""
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password, self.user)
        return password
