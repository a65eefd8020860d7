"""How the check works, and the lists that it goes by: names that pass, for the coordinator; numbers of villages, for editors."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import require_coordinator_page
from accounts.doors import signed_in
from accounts.errors import SpilError
from accounts.models import User
from privacy import lists
from privacy.actions import names, villages
from privacy.list_forms import NameForm, VillageNumberForm
from privacy.models import AllowedName, ProposedName, VillageNumber

REFUSED = 422  # The form was understood, and not accepted.
safe_or_post = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def how_it_works(request: HttpRequest) -> HttpResponse:
    """Say what the check looks for, what it cannot see, and what happens to a text."""
    return render(request, "privacy/how_it_works.html", {"may_count": lists.may_count(signed_in(request))})


@safe_or_post
def name_list(request: HttpRequest) -> HttpResponse:
    """Show which names wait and which pass; a name that is sent passes from then on."""
    user = signed_in(request)
    require_coordinator_page(user)
    form = NameForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _allowed(user, form):
        messages.success(request, _("The check lets this name through from now on."))
        return redirect("check:name_list")
    context = {"form": form, "waiting": ProposedName.objects.waiting(), "allowed": AllowedName.objects.all()}
    return render(request, "privacy/names.html", context, status=REFUSED if form.errors else 200)


def _allowed(user: User, form: Form) -> bool:
    """Let a name pass, or put the reason why not in the form."""
    try:
        names.allow_name(by=user, name=form.cleaned_data["name"])
    except SpilError as refused:
        form.add_error("name", str(refused.message))
        return False
    return True


@require_POST
def proposal_decide(request: HttpRequest, public_id: str) -> HttpResponse:
    """Approve or refuse a name that was proposed."""
    user = signed_in(request)
    proposal = lists.get_proposal(user, public_id)
    try:
        if request.POST.get("decision") == "approve":
            names.approve_name(by=user, proposal=proposal)
            messages.success(request, _("The check lets this name through from now on."))
        else:
            names.refuse_name(by=user, proposal=proposal)
            messages.success(request, _("Refused. The word is forgotten."))
    except SpilError as refused:
        messages.error(request, str(refused.message))
    return redirect("check:name_list")


@require_POST
def name_remove(request: HttpRequest, public_id: str) -> HttpResponse:
    """Let a name pass no more."""
    user = signed_in(request)
    names.remove_name(by=user, allowed=lists.get_allowed(user, public_id))
    messages.success(request, _("The check asks about this name again from now on."))
    return redirect("check:name_list")


@safe_or_post
def village_list(request: HttpRequest) -> HttpResponse:
    """Show the numbers of the villages with their history; a number that is sent is the newest."""
    user = signed_in(request)
    lists.require_counter(user)
    form = VillageNumberForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        villages.count_village(by=user, **form.cleaned_data)
        messages.success(request, _("Noted. The check goes by this number from now on."))
        return redirect("check:village_list")
    rows = VillageNumber.objects.select_related("village", "entered_by")
    return render(
        request, "privacy/villages.html", {"form": form, "rows": rows}, status=REFUSED if form.errors else 200
    )
