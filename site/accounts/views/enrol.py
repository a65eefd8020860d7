"""The way in for a new person: invitation, account, authenticator, recovery codes. What is shown once is kept nowhere plain."""

import segno
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts import actions
from accounts.doors import safe_next, signed_in, with_next
from accounts.errors import NotPossible
from accounts.forms import AccountForm, CodeForm
from accounts.models import Authenticator, Invitation

IN_THE_MAKING = "authenticator"  # In the session, encrypted, until the first right code.


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Let an invited person make their account. A GET, which mail scanners do too, changes nothing."""
    found = Invitation.objects.by_token(token).select_related("partner").first()
    if not found:
        return render(request, "accounts/invitation_gone.html", status=404)
    form = AccountForm(request.POST or None, email=found.email)
    if request.method == "POST" and form.is_valid():
        try:
            actions.accept_invitation(token=token, **form.cleaned_data)
            actions.give_password(request=request, email=found.email, password=form.cleaned_data["password"])
            return redirect("accounts:enrol")
        except NotPossible as refused:
            form.add_error(None, refused.message)
    context = {"form": form, "invitation": found}
    return render(request, "accounts/invitation.html", context, status=422 if form.is_bound else 200)


def _device_in_the_making(request: HttpRequest) -> Authenticator:
    """Give the authenticator of this visit, so that a wrong code or a reload keeps the QR code that was scanned."""
    user = signed_in(request)
    kept = request.session.get(IN_THE_MAKING)
    if kept:
        return Authenticator(user=user, secret=kept, name=_("Authenticator"))
    device = Authenticator.unsaved(user, name=_("Authenticator"))
    request.session[IN_THE_MAKING] = device.secret
    return device


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: HttpRequest) -> HttpResponse:
    """Show the secret as a QR code and in text, and store it once its first code is right."""
    user = signed_in(request)
    if Authenticator.objects.filter(user=user, confirmed=True).exists():
        return HttpResponseRedirect(with_next(request, "accounts:code"))
    device = _device_in_the_making(request)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            codes = actions.enrol(request=request, by=user, device=device, token=form.cleaned_data["code"])
            request.session.pop(IN_THE_MAKING, None)
            context = {"codes": codes, "onward": safe_next(request), "first": True}
            return render(request, "accounts/recovery_codes.html", context)
        except NotPossible as refused:
            form.add_error("code", refused.message)
    secret = device.secret_text
    context = {
        "form": form,
        "next": safe_next(request, ""),
        "secret": " ".join(secret[i : i + 4] for i in range(0, len(secret), 4)),
        "qr": segno.make(device.address, error="m").svg_data_uri(scale=4, border=2, dark="#000", light="#fff"),
    }
    return render(request, "accounts/enrol.html", context, status=422 if form.is_bound else 200)


@require_POST
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Make ten new recovery codes and show them, once."""
    codes = actions.renew_recovery_codes(by=signed_in(request))
    return render(request, "accounts/recovery_codes.html", {"codes": codes, "onward": "/account/", "first": False})
