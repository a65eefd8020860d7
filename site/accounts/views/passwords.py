"""The way back in for who forgot a password. A GET, which mail scanners do too, changes nothing."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.actions.passwords import ask_password_reset, choose_password, password_reset_for
from accounts.errors import NotPossible
from accounts.password_forms import ForgottenForm, NewPasswordForm


class Afterwards(HttpResponseRedirect):
    """A redirect that does something once it has been sent, so that its time tells nothing."""

    def __init__(self, to: str, act: Callable[[], None] | None, **more: Any) -> None:
        super().__init__(to, **more)
        self.act = act

    def close(self) -> None:
        """Do it; the server calls this when the answer is on its way."""
        super().close()
        act, self.act = self.act, None
        if act:
            act()


@require_http_methods(["GET", "HEAD", "POST"])
def forgotten(request: HttpRequest) -> HttpResponse:
    """Ask whose password, and answer the same for everybody."""
    form = ForgottenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        mailing = ask_password_reset(**form.cleaned_data)
        return Afterwards(reverse("accounts:password_asked"), mailing)
    return render(request, "accounts/password_forgotten.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD"])
def asked(request: HttpRequest) -> HttpResponse:
    """Say where to look."""
    return render(request, "accounts/password_asked.html")


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, token: str) -> HttpResponse:
    """Let whoever holds the link choose a new password."""
    found = password_reset_for(token)
    if found is None:
        return render(request, "accounts/password_link_gone.html", status=404)
    form = NewPasswordForm(request.POST or None, user=found.user)
    if request.method == "POST" and form.is_valid():
        try:
            choose_password(request=request, token=token, **form.cleaned_data)
            messages.success(request, _("Your password has been changed. Sign in with it."))
            return redirect("accounts:sign_in")
        except NotPossible as refused:
            form.add_error(None, refused.message)
    context = {"form": form, "email": found.user.email}
    return render(request, "accounts/password_new.html", context, status=422 if form.is_bound else 200)
