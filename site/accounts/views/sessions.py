"""One's own sessions: where somebody is signed in, how long still, and signing in again without leaving the page."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import actions
from accounts.doors import Level, is_open, signed_in
from accounts.errors import NotPossible
from accounts.forms import CodeForm, PasswordForm
from accounts.keys import authenticators
from accounts.models import OpenSession, Role, User
from accounts.sessions import row_of, seconds_left, why_over
from accounts.views.sign_in import sign_out

WAYS = ["GET", "HEAD", "POST"]


@require_safe
def session_list(request: HttpRequest) -> HttpResponse:
    """Show where the person is signed in now."""
    user = signed_in(request)
    rows = [row for row in OpenSession.objects.filter(user=user) if not why_over(row, user)]
    here = row_of(request.session, user)
    rows.sort(key=lambda row: row != here)
    context = {"sessions": rows, "here": here, "ends_anybodys": user.has_role(Role.PRIVACY_OFFICER)}
    return render(request, "accounts/sessions.html", context)


@require_POST
def session_end(request: HttpRequest, public_id: str) -> HttpResponse:
    """End one of them; ending this one is signing out."""
    user = signed_in(request)
    here = row_of(request.session, user)
    if here and here.public_id == public_id:
        return sign_out(request)
    try:
        actions.end_session(by=user, public_id=public_id)
        messages.success(request, _("The session has been ended."))
    except NotPossible as refused:
        messages.warning(request, refused.message)
    return redirect("accounts:sessions")


@require_POST
def session_end_others(request: HttpRequest) -> HttpResponse:
    """End all but this one."""
    user = signed_in(request)
    count = actions.end_sessions(user=user, by=user, but=request.session.session_key)
    text = ngettext("One other session has been ended.", "%(count)d other sessions have been ended.", count)
    messages.success(request, text % {"count": count})
    return redirect("accounts:sessions")


@require_POST
def session_end_anybodys(request: HttpRequest) -> HttpResponse:
    """Let the privacy officer end all sessions of somebody, named by their address."""
    officer = signed_in(request)
    if not officer.has_role(Role.PRIVACY_OFFICER):
        raise Http404
    user = User.objects.filter(email__iexact=request.POST.get("email", "").strip()).first()
    if user is None:
        messages.warning(request, _("Nobody has an account with this address. Nothing was ended."))
        return redirect("accounts:sessions")
    count = actions.end_anybodys_sessions(by=officer, user=user)
    text = ngettext("One session of %(name)s has been ended.", "%(count)d sessions of %(name)s have been ended.", count)
    messages.success(request, text % {"count": count, "name": user.name})
    return redirect("accounts:sessions")


@require_http_methods(WAYS)
def stay(request: HttpRequest) -> HttpResponse:
    """Say how many seconds this session has left, 0 for none. A POST is the person's "I am still here"."""
    left = seconds_left(request) if is_open(request, Level.MEMBER) else 0
    return HttpResponse(str(left), content_type="text/plain")


@sensitive_post_parameters("password", "code")
@require_http_methods(WAYS)
def again(request: HttpRequest) -> HttpResponse:
    """Take somebody in again, step by step, inside the page they were working on (js/session.js).

    The answers are fragments. `person` is who the page belongs to: what one person typed is not sent by another.
    """
    person = request.POST.get("person") or request.GET.get("person") or ""
    step, form = _step(request, person)
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            _take(request, step, form)
            return redirect(reverse("accounts:again") + "?" + urlencode({"person": person}))
        except NotPossible as refused:
            form.add_error(None if step == "password" else "code", refused.message)
    context = {"step": step, "form": form, "person": person}
    return render(request, "accounts/_again.html", context, status=422 if form is not None and form.is_bound else 200)


def _step(request: HttpRequest, person: str) -> tuple[str, forms.Form | None]:
    """Say which step comes next, with its form when it has one here."""
    data = request.POST or None
    user = request.user
    if not isinstance(user, User):
        return "password", PasswordForm(data, auto_id="again_%s")
    if user.public_id != person:
        return "other", None
    if is_open(request, Level.MEMBER):
        return "done", None
    if not is_open(request, Level.VERIFIED) and authenticators(user).exists():
        return "code", CodeForm(data, auto_id="again_%s")
    return "elsewhere", None


def _take(request: HttpRequest, step: str, form: forms.Form) -> None:
    """Take one step. Raises NotPossible when it is refused."""
    if step == "password":
        actions.give_password(request=request, **form.cleaned_data)
    else:
        actions.give_code(request=request, by=signed_in(request), token=form.cleaned_data["code"])
