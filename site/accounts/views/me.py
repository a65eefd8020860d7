"""A person's own page, the language, and the coordinator's invitations."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import actions
from accounts.account_forms import ThemeForm
from accounts.doors import Level, is_open, safe_next, signed_in
from accounts.errors import SpilError
from accounts.forms import InvitationForm
from accounts.keys import keys_of
from accounts.models import ROLE_NAMES, EmailChange, Partner, Role
from accounts.views.keys import codes_left


@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """Show what Spil knows of the person, and what they can change themselves."""
    user = signed_in(request)
    context = {
        "roles": [ROLE_NAMES[Role(name)] for name in sorted(user.roles) if name in set(Role)],
        "seats": user.seats.now().select_related("subnetwork"),
        "keys": keys_of(user),
        "codes_left": codes_left(user),
        "theme": ThemeForm(initial={"theme": user.theme or ThemeForm.DEVICE}),
        "absence": user.absences.not_over().select_related("deputy").order_by("since").first(),
        "waiting": EmailChange.objects.filter(user=user, expires_at__gt=timezone.now()).first(),
    }
    return render(request, "accounts/me.html", context)


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Choose Dutch or English: kept in a cookie for everybody, with the account for members."""
    chosen = request.POST.get("language", "")
    if chosen not in dict(settings.LANGUAGES):
        messages.error(request, _("Spil does not speak this language."))
        return HttpResponseRedirect(safe_next(request))
    if is_open(request, Level.VERIFIED):
        actions.change_language(by=signed_in(request), language=chosen)
    with override(chosen):
        messages.success(
            request, _("Spil now speaks English with you.") if chosen == "en" else _("Spil now speaks Dutch with you.")
        )
    response = HttpResponseRedirect(safe_next(request))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=365 * 24 * 60 * 60,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, public_id: str) -> HttpResponse:
    """Let the coordinator invite somebody to a partner."""
    user = signed_in(request)
    if not user.is_coordinator:
        raise Http404
    partner = get_object_or_404(Partner, public_id=public_id)
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.invite(by=user, email=form.cleaned_data["email"], partner=partner)
            messages.success(request, _("The invitation is on its way to %(email)s.") % form.cleaned_data)
            return redirect("accounts:invite", public_id)
        except SpilError as refused:
            form.add_error("email", refused.message)
    waiting = partner.invitations.usable().order_by("-created_at")
    context = {"form": form, "partner": partner, "waiting": waiting}
    return render(request, "accounts/invite.html", context, status=422 if form.is_bound else 200)
