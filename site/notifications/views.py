"""The inbox and the bell; each person sees their own and nobody else's."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import signed_in
from notifications import actions
from notifications.models import Notice

PAGE = 25


@require_safe
def notice_list(request: HttpRequest) -> HttpResponse:
    """Show what asked for this person in the last thirty days, newest first."""
    notices = Notice.objects.filter(recipient=signed_in(request)).select_related("absent")
    page = Paginator(notices, PAGE).get_page(request.GET.get("page"))
    return render(request, "notifications/list.html", {"page": page, "unread": notices.unread().count()})


@require_safe
def bell(request: HttpRequest) -> HttpResponse:
    """Show the bell alone, for the page that is open to put in place."""
    return render(request, "notifications/_bell.html")


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark everything as read."""
    actions.read_all(by=signed_in(request))
    return redirect("notifications:notice_list")
