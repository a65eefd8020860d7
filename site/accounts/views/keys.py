"""A person's own keys: which there are, one more, another name, one less; and the page that asks once more who is there."""

from typing import Any

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import actions, passkeys
from accounts.account_forms import KeyNameForm, NewAuthenticatorForm
from accounts.doors import safe_next, signed_in
from accounts.errors import NotPossible
from accounts.forms import CodeForm, RecoveryForm
from accounts.keys import Key, authenticators, get_key, keys_of
from accounts.keys import passkeys as passkeys_of
from accounts.models import Authenticator, RecoveryCode, User
from accounts.sessions import verified_recently

IN_THE_MAKING = "authenticator"  # In the session, encrypted, until the first right code.


def codes_left(user: User) -> int:
    """Count the recovery codes that somebody did not use yet."""
    return RecoveryCode.objects.filter(device__user=user, used_at__isnull=True).count()


def in_the_making(request: HttpRequest) -> Authenticator:
    """Give the authenticator of this visit, so that a wrong code or a reload keeps the QR code that was scanned."""
    user, kept = signed_in(request), request.session.get(IN_THE_MAKING)
    if kept:
        return Authenticator(user=user, secret=kept, name=_("Authenticator"))
    device = Authenticator.unsaved(user, name=_("Authenticator"))
    request.session[IN_THE_MAKING] = device.secret
    return device


def secret_of(device: Authenticator) -> dict[str, Any]:
    """Give the drawing and the letters that bind an app on a phone."""
    letters = device.secret_text
    return {
        "secret": " ".join(letters[i : i + 4] for i in range(0, len(letters), 4)),
        "qr": segno.make(device.address, error="m").svg_data_uri(scale=4, border=2, dark="#000", light="#fff"),
    }


def _is_current(request: HttpRequest, key: Key) -> bool:
    """Say whether this session was opened with `key`."""
    device = getattr(request.user, "otp_device", None)
    return device is not None and device.persistent_id == key.device.persistent_id


@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """Show the keys, and what can be done with them."""
    user = signed_in(request)
    context = {
        "keys": [{"key": key, "current": _is_current(request, key)} for key in keys_of(user)],
        "codes_left": codes_left(user),
        "passkeys": passkeys.setup(request),
    }
    return render(request, "accounts/keys.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def key(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show one key, and give it another name."""
    user = signed_in(request)
    found = get_key(user, public_id)
    form = KeyNameForm(request.POST or None, initial={"name": found.name})
    if request.method == "POST" and form.is_valid():
        actions.rename_key(by=user, public_id=public_id, name=form.cleaned_data["name"])
        messages.success(request, _("The name has been changed."))
        return redirect("accounts:keys")
    context = {"form": form, "key": found, "current": _is_current(request, found), "last": len(keys_of(user)) < 2}
    return render(request, "accounts/key.html", context, status=422 if form.is_bound else 200)


@require_POST
def key_remove(request: HttpRequest, public_id: str) -> HttpResponse:
    """Remove one key; whoever is in with it is asked for another."""
    try:
        actions.remove_key(request=request, by=signed_in(request), public_id=public_id)
        messages.success(request, _("The key has been removed. You were signed out everywhere else."))
    except NotPossible as refused:
        messages.error(request, refused.message)
    return redirect("accounts:keys")


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def authenticator_add(request: HttpRequest) -> HttpResponse:
    """Set up one more authenticator app."""
    user, device = signed_in(request), in_the_making(request)
    form = NewAuthenticatorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            typed = form.cleaned_data
            actions.add_authenticator(by=user, device=device, token=typed["code"], name=typed["name"])
            request.session.pop(IN_THE_MAKING, None)
            messages.success(request, _("Your authenticator has been added."))
            return redirect("accounts:keys")
        except NotPossible as refused:
            form.add_error("code", refused.message)
    context = {"form": form, **secret_of(device)}
    return render(request, "accounts/authenticator_add.html", context, status=422 if form.is_bound else 200)


@require_POST
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Make ten new recovery codes and show them, once."""
    codes = actions.renew_recovery_codes(by=signed_in(request))
    context = {"codes": codes, "onward": reverse("accounts:keys"), "first": False}
    return render(request, "accounts/recovery_codes.html", context)


@sensitive_post_parameters("code", "recovery-code")
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Ask somebody who is in for a second factor once more, before a sensitive act."""
    user = signed_in(request)
    onward = safe_next(request, reverse("accounts:me"))
    if request.method != "POST" and verified_recently(request):
        return HttpResponseRedirect(onward)
    with_recovery = "recovery-code" in request.POST
    code = CodeForm(None if with_recovery else request.POST or None)
    recovery = RecoveryForm(request.POST if with_recovery else None, prefix="recovery")
    form, give = (recovery, actions.give_recovery_code) if with_recovery else (code, actions.give_code)
    if request.method == "POST" and form.is_valid():
        try:
            give(request=request, by=user, token=form.cleaned_data["code"])
            return HttpResponseRedirect(onward)
        except NotPossible as refused:
            form.add_error("code", refused.message)
    context = {
        "form": form,
        "code_form": code if authenticators(user).exists() else None,
        "recovery_form": recovery,
        "passkeys": passkeys.setup(request) if passkeys_of(user).exists() else None,
        "next": safe_next(request, ""),
    }
    return render(request, "accounts/confirm.html", context, status=422 if form.is_bound else 200)
