"""The coordinator's invitations: a list of addresses at once, and what became of those that were sent."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts import access, actions
from accounts.actions.invitations import Line
from accounts.doors import signed_in
from accounts.errors import SpilError
from accounts.models import Invitation
from accounts.people_forms import InvitationsForm


@require_http_methods(["GET", "HEAD", "POST"])
def invitation_list(request: HttpRequest) -> HttpResponse:
    """Invite one person or many to a partner, and show which invitations are still open."""
    user = signed_in(request)
    access.require_coordinator_page(user)
    form = InvitationsForm(request.POST if request.method == "POST" else None, initial=request.GET.dict())
    lines: list[Line] = []
    if form.is_bound and form.is_valid():
        try:
            given = form.cleaned_data
            lines = actions.invite_list(by=user, text=given["addresses"], partner=given["partner"])
            left = [line.text for line in lines if line.state != "good"]
            _say(request, len(lines) - len(left))
            if not left:
                return redirect("people:invitation_list")
            # What was not sent stays where it was typed; what was sent does not.
            form = InvitationsForm(initial={"partner": given["partner"].public_id, "addresses": "\n".join(left)})
        except SpilError as refused:
            form.add_error("addresses", refused.message)
    unused = Invitation.objects.filter(used_at__isnull=True).select_related("partner").order_by("expires_at")
    context = {"form": form, "lines": lines, "waiting": unused}
    return render(request, "accounts/people/invitations.html", context, status=422 if request.method == "POST" else 200)


def _say(request: HttpRequest, sent: int) -> None:
    """Say how many invitations went out."""
    if sent:
        words = ngettext("%(sent)s invitation is on its way.", "%(sent)s invitations are on their way.", sent)
        messages.success(request, words % {"sent": sent})


@require_POST
def invitation_resend(request: HttpRequest, public_id: str) -> HttpResponse:
    """Mail a new link in place of the old one."""
    user = signed_in(request)
    invitation = access.get_invitation(user, public_id)
    try:
        actions.resend_invitation(by=user, invitation=invitation)
        words = _("A new link is on its way to %(email)s. The old one does not work any more.")
        messages.success(request, words % {"email": invitation.email})
    except SpilError as refused:
        messages.error(request, refused.message)
    return redirect("people:invitation_list")


@require_POST
def invitation_withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take an invitation back."""
    user = signed_in(request)
    invitation = access.get_invitation(user, public_id)
    try:
        actions.withdraw_invitation(by=user, invitation=invitation)
        messages.success(request, _("The invitation to %(email)s is taken back.") % {"email": invitation.email})
    except SpilError as refused:
        messages.error(request, refused.message)
    return redirect("people:invitation_list")
