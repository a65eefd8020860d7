"""The lost phone: a coordinator asks that somebody may set up a second key anew, and a second person decides."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts import access, actions
from accounts.doors import signed_in
from accounts.errors import SpilError
from accounts.views.people import form_page, safe_or_post


@safe_or_post
def reset_ask(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask for a reset, after saying who has to approve it."""
    user = signed_in(request)
    person = access.get_person(user, public_id)
    form = forms.Form(request.POST if request.method == "POST" else None)

    def act() -> str:
        actions.ask_reset(by=user, user=person)
        return _("It is asked. As soon as a second person approves it, %(name)s can set up a new second key.") % {
            "name": person.name
        }

    context = {"person": person, "act": _("A new second key"), "approvers": access.approvers_of(person, user)}
    return form_page(request, "accounts/people/reset_ask.html", form, act=act, context=context)


@require_safe
def reset_list(request: HttpRequest) -> HttpResponse:
    """Show what waits for approval: by this person, or by somebody else when this person asked for it."""
    user = signed_in(request)
    access.require_approver_page(user)
    return render(request, "accounts/people/resets.html", {"resets": access.resets_seen_by(user)})


@safe_or_post
def reset_decide(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show a request, and let a second person approve or refuse it."""
    user = signed_in(request)
    reset = access.get_reset(user, public_id)
    status = 200
    if request.method == "POST" and {"approve", "refuse"} & request.POST.keys():
        try:
            actions.decide_reset(by=user, reset=reset, approve="approve" in request.POST)
            said = (
                _("Approved. %(name)s sets up a new second key at the next sign-in.")
                if "approve" in request.POST
                else _("Refused. For %(name)s nothing has changed.")
            )
            messages.success(request, said % {"name": reset.user.name})
            return redirect("people:reset_list")
        except SpilError as refused:
            messages.error(request, refused.message)
            status = 422
    context = {
        "reset": reset,
        "may_decide": access.may_decide(user, reset),
        "is_open": access.waiting_resets().filter(pk=reset.pk).exists(),
    }
    return render(request, "accounts/people/reset.html", context, status=status)
