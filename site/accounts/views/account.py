"""What people change of their own account. Each page is about the signed-in person; no address here names another."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts import actions
from accounts.account_forms import (
    AbsenceForm,
    DescribeForm,
    EmailChangeForm,
    EndAbsenceForm,
    PasswordChangeForm,
    ThemeForm,
)
from accounts.actions.account import waiting_email
from accounts.doors import signed_in
from accounts.errors import NotPossible
from accounts.models.periods import today


@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: HttpRequest) -> HttpResponse:
    """Change one's name and work."""
    user = signed_in(request)
    now = {"first_name": user.first_name, "last_name": user.last_name, "job_title": user.job_title}
    form = DescribeForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        actions.describe_self(by=user, **form.cleaned_data)
        messages.success(request, _("This is how partners see you now."))
        return redirect("accounts:me")
    return render(request, "accounts/describe.html", {"form": form}, status=422 if form.is_bound else 200)


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Choose light, dark, or what the device says."""
    form = ThemeForm(request.POST)
    if form.is_valid():
        actions.change_theme(by=signed_in(request), theme=form.cleaned_data["theme"])
    else:
        messages.error(request, _("Spil does not have these colours."))
    return redirect("accounts:me")


@sensitive_post_parameters("old", "new")
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change one's password."""
    user = signed_in(request)
    form = PasswordChangeForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_password(request=request, by=user, **form.cleaned_data)
            messages.success(request, _("Your password has been changed. You were signed out everywhere else."))
            return redirect("accounts:me")
        except NotPossible as refused:
            form.add_error("old", refused.message)
    return render(request, "accounts/password.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def email(request: HttpRequest) -> HttpResponse:
    """Ask for another address to sign in with."""
    user = signed_in(request)
    form = EmailChangeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask_email_change(by=user, email=form.cleaned_data["email"])
            messages.success(request, _("A link is on its way to %(email)s.") % form.cleaned_data)
            return redirect("accounts:me")
        except NotPossible as refused:
            form.add_error("email", refused.message)
    return render(request, "accounts/email.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def email_confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Make a new address the one to sign in with. A GET, which mail scanners do too, changes nothing."""
    user = signed_in(request)
    waiting = waiting_email(user, token)
    if waiting is None:
        return render(request, "accounts/email_gone.html", status=404)
    if request.method == "POST":
        try:
            actions.confirm_email_change(by=user, token=token)
            messages.success(request, _("From now on you sign in with %(email)s.") % {"email": waiting.email})
            return redirect("accounts:me")
        except NotPossible as refused:
            messages.error(request, refused.message)
            return HttpResponseRedirect(request.path)
    return render(request, "accounts/email_confirm.html", {"waiting": waiting})


@require_http_methods(["GET", "HEAD", "POST"])
def absence(request: HttpRequest) -> HttpResponse:
    """Note the days on which one is away."""
    user = signed_in(request)
    form = AbsenceForm(request.POST or None, user=user, initial={"since": today()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_absence(by=user, **form.cleaned_data)
            messages.success(request, _("Your absence has been noted."))
            return redirect("accounts:absence")
        except NotPossible as refused:
            form.add_error(None, refused.message)
    noted = user.absences.not_over().select_related("deputy").order_by("since")
    context = {"form": form, "absences": noted, "alone": not form.fields["deputy"].queryset.exists()}  # type: ignore[attr-defined]
    return render(request, "accounts/absence.html", context, status=422 if form.is_bound else 200)


@require_POST
def absence_end(request: HttpRequest) -> HttpResponse:
    """Take an absence of one's own away; its first day says which, for two never share a day."""
    form = EndAbsenceForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.end_absence(by=signed_in(request), since=form.cleaned_data["since"])
    messages.success(request, _("Your absence has been taken away."))
    return redirect("accounts:absence")
