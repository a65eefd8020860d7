"""The door: two steps in, one out. Serves everybody; a wrong answer keeps what was typed, save passwords and codes."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts import actions, passkeys
from accounts.doors import Level, is_open, next_step, safe_next, signed_in, with_next
from accounts.errors import NotPossible
from accounts.forms import CodeForm, PasswordForm, RecoveryForm
from accounts.keys import authenticators, has_key
from accounts.keys import passkeys as passkeys_of


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for e-mail address and password."""
    if request.method != "POST" and is_open(request, Level.PASSWORD):
        return redirect(
            safe_next(request) if is_open(request, Level.MEMBER) else with_next(request, next_step(request))
        )
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_password(request=request, **form.cleaned_data)
            return HttpResponseRedirect(with_next(request, "accounts:code"))
        except NotPossible as refused:
            form.add_error(None, refused.message)
    context = {
        "form": form,
        "next": safe_next(request, ""),
        "demo": settings.DEMO_MODE,
        "why": request.GET.get("why", ""),
        "passkeys": passkeys.setup(request, offer_in="main input[name='email']"),
    }
    return render(request, "accounts/sign_in.html", context, status=422 if form.is_bound else 200)


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the six digits or a passkey; who has neither yet is sent to set up an authenticator."""
    user = signed_in(request)
    if is_open(request, Level.VERIFIED):
        return HttpResponseRedirect(safe_next(request))
    if not has_key(user):
        return HttpResponseRedirect(with_next(request, "accounts:enrol"))
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_code(request=request, by=user, token=form.cleaned_data["code"])
            return HttpResponseRedirect(safe_next(request))
        except NotPossible as refused:
            form.add_error("code", refused.message)
    context = {
        "form": form if authenticators(user).exists() else None,
        "next": safe_next(request, ""),
        "demo": settings.DEMO_MODE,
        "passkeys": passkeys.setup(request) if passkeys_of(user).exists() else None,
    }
    return render(request, "accounts/code.html", context, status=422 if form.is_bound else 200)


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def recovery(request: HttpRequest) -> HttpResponse:
    """Ask for a recovery code instead."""
    if is_open(request, Level.VERIFIED):
        return HttpResponseRedirect(safe_next(request))
    form = RecoveryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_recovery_code(request=request, by=signed_in(request), token=form.cleaned_data["code"])
            messages.warning(request, _("You used a recovery code. Set up your authenticator again when you can."))
            return HttpResponseRedirect(safe_next(request))
        except NotPossible as refused:
            form.add_error("code", refused.message)
    context = {"form": form, "next": safe_next(request, "")}
    return render(request, "accounts/recovery.html", context, status=422 if form.is_bound else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; the browser is told to forget what it kept."""
    actions.sign_out(request=request)
    messages.success(request, _("You are signed out."))
    response = HttpResponseRedirect("/")
    # Not "cookies": that would wipe the cookies of the whole domain (security.md, trap 16).
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
