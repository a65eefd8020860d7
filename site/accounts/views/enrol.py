"""The way in for a new person: invitation, account, authenticator, recovery codes. What is shown once is kept nowhere plain."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts import actions
from accounts.doors import safe_next, signed_in, with_next
from accounts.errors import NotPossible
from accounts.forms import AccountForm, CodeForm
from accounts.keys import has_key
from accounts.models import Invitation
from accounts.views.keys import IN_THE_MAKING, in_the_making, secret_of


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
            user = actions.accept_invitation(token=token, **form.cleaned_data)
            actions.enter(request=request, user=user)
            return redirect("accounts:enrol")
        except NotPossible as refused:
            form.add_error(None, refused.message)
    context = {"form": form, "invitation": found}
    return render(request, "accounts/invitation.html", context, status=422 if form.is_bound else 200)


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: HttpRequest) -> HttpResponse:
    """Show the secret as a QR code and in text, and store it once its first code is right."""
    user = signed_in(request)
    if has_key(user):
        return HttpResponseRedirect(with_next(request, "accounts:code"))
    device = in_the_making(request)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            codes = actions.enrol(request=request, by=user, device=device, token=form.cleaned_data["code"])
            request.session.pop(IN_THE_MAKING, None)
            context = {"codes": codes, "onward": safe_next(request), "first": True}
            return render(request, "accounts/recovery_codes.html", context)
        except NotPossible as refused:
            form.add_error("code", refused.message)
    context = {"form": form, "next": safe_next(request, ""), **secret_of(device)}
    return render(request, "accounts/enrol.html", context, status=422 if form.is_bound else 200)
