"""The list of promises one may see, and the button that says: done."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import safe_next, signed_in
from followup import access, actions, places, queries

PAGE = 30
KEPT = 10  # How many of the kept ones are shown.


@require_safe
def action_list(request: HttpRequest) -> HttpResponse:
    """Show what is still to be done, the oldest date first, and below it what was done."""
    user = signed_in(request)
    visible = access.actions_of(user).select_related("partner", "person")
    actions.seen(by=user)
    page = Paginator(visible.open(), PAGE).get_page(request.GET.get("page"))
    kept = list(visible.kept()[:KEPT])
    context: dict[str, Any] = {
        "page": page,
        "late": visible.late().count(),
        "kept": kept,
        "openable": places.openable(user, [action.url for action in [*page.object_list, *kept]]),
    }
    if user.is_coordinator:
        context["quarters"], context["promises"] = queries.kept_by_quarter(visible)
    return render(request, "followup/list.html", context)


@require_POST
def action_done(request: HttpRequest, public_id: str) -> HttpResponse:
    """Say that an action is done."""
    action = access.get_action(signed_in(request), public_id)
    actions.done(by=signed_in(request), action=action)
    messages.success(request, _("Noted as done."))
    return HttpResponseRedirect(safe_next(request, reverse("followup:action_list")))
