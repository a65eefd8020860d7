"""The list of promises one may see, and the button that says: done."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import safe_next, signed_in
from followup import access, actions
from followup.models import Action

PAGE = 30


@require_safe
def action_list(request: HttpRequest) -> HttpResponse:
    """Show what is still to be done, the oldest date first, and below it what was done."""
    user = signed_in(request)
    visible = Action.objects.visible_to(user).select_related("partner", "person")
    actions.seen(by=user)
    context = {
        "page": Paginator(visible.open(), PAGE).get_page(request.GET.get("page")),
        "kept": visible.filter(done_at__isnull=False).order_by("-done_at")[:10],
    }
    return render(request, "followup/list.html", context)


@require_POST
def action_done(request: HttpRequest, public_id: str) -> HttpResponse:
    """Say that an action is done."""
    action = access.get_action(signed_in(request), public_id)
    actions.done(by=signed_in(request), action=action)
    messages.success(request, _("Noted as done."))
    return HttpResponseRedirect(safe_next(request, "/afspraken/"))
