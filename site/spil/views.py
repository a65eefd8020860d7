"""The roof's own pages: home, who may do what, weak spots, accessibility, health, media, and what catches every other address."""

import datetime as dt
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.db import connection
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils._os import safe_join
from django.utils.http import escape_leading_slashes
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.views import serve as wagtail_serve

from accounts.doors import Level, deny, is_open, signed_in
from accounts.models import LifeDomain
from spil import who_may_what
from spil.dashboard import dashboard_for
from spil.forms import DayForm, SearchForm
from spil.rings import network_for
from spil.search import search
from spil.style_page import THEMES, specimens

# The day on which the words of the accessibility statement were last held against what the tests measure.
STATEMENT_DRAFTED_ON = dt.date(2026, 11, 26)
SECURITY_TXT_DAYS = 180  # RFC 9116 wants an end, less than a year away.


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show a member what asks for them, and everybody else what this is."""
    if is_open(request, Level.MEMBER):
        user = signed_in(request)
        context = dashboard_for(user) | {"network": network_for(request, user)}
        return render(request, "spil/dashboard.html", context)
    return wagtail_serve(request, "")


@require_safe
def asking(request: HttpRequest) -> HttpResponse:
    """Show what asks for this person alone, for the home that is open to put in place."""
    return render(request, "spil/_asking.html", dashboard_for(signed_in(request)))


@require_safe
def who_may_do_what(request: HttpRequest) -> HttpResponse:
    """Show every member the whole matrix: what is closed to them is no secret, only what lies behind it is."""
    context = {"parts": who_may_what.parts(), "people": who_may_what.people(), "columns": who_may_what.columns()}
    return render(request, "spil/who_may_what.html", context)


@require_safe
def network(request: HttpRequest) -> HttpResponse:
    """Show the network in its three rings, today or on a day that is asked for."""
    form = DayForm(request.GET or None)
    day = form.cleaned_data["day"] if form.is_valid() else None
    context = {
        "network": network_for(request, signed_in(request), day),
        "form": form,
        "domains": LifeDomain.objects.all(),
    }
    return render(request, "spil/network.html", context)


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """Show what screens are made of, in the theme of whoever looks, or in the one they ask for."""
    user, theme = signed_in(request), request.GET.get("theme", "")
    context = specimens(user, network_for(request, user))
    return render(request, "spil/style.html", context | {"theme": theme if theme in THEMES else ""})


@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """Show what somebody may see that holds the words they typed. By POST: an address stands in logs and histories."""
    form = SearchForm(request.POST if request.method == "POST" else None)
    groups = search(request, signed_in(request), form.cleaned_data["q"]) if form.is_valid() else []
    context = {"form": form, "groups": groups, "searched": form.is_bound and form.is_valid()}
    return render(request, "spil/search.html", context | {"total": sum(group.total for group in groups)})


@require_safe
def weak_spot(request: HttpRequest) -> HttpResponse:
    """Say how to tell about a weak spot, and what whoever does so may expect."""
    return render(request, "spil/weak_spot.html", {"contact": settings.SECURITY_CONTACT})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show the draft of the accessibility statement: what was measured, what is not known yet, and where to complain."""
    context = {"contact": settings.ACCESSIBILITY_CONTACT, "drafted_on": STATEMENT_DRAFTED_ON}
    return render(request, "spil/accessibility.html", context)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Say the same to machines (RFC 9116); not there while nobody has been named."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    until = timezone.now() + dt.timedelta(days=SECURITY_TXT_DAYS)
    lines = {
        "Contact": settings.SECURITY_CONTACT,
        "Expires": until.astimezone(dt.UTC).strftime("%Y-%m-%dT00:00:00Z"),
        "Preferred-Languages": "nl, en",
        "Canonical": settings.BASE_URL + reverse("spil:security_txt"),
        "Policy": settings.BASE_URL + reverse("spil:weak_spot"),
    }
    text = "".join(f"{name}: {value}\n" for name, value in lines.items())
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
def page(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a Wagtail page; a visitor gets the same answer for a closed page and for none."""
    try:
        return wagtail_serve(request, path)
    except Http404:
        answer = deny(request, Level.MEMBER)
        if answer is None:
            raise
        return answer


def elsewhere(request: HttpRequest) -> HttpResponse:
    """Catch every other address: add a forgotten slash, send a visitor to the door, tell a member it is not there."""
    if request.method == "GET" and not request.path.endswith("/") and "." not in request.path.rsplit("/", 1)[-1]:
        return HttpResponseRedirect(escape_leading_slashes(request.get_full_path(force_append_slash=True)))
    raise Http404


@require_safe
def media(request: HttpRequest, path: str) -> FileResponse:
    """Hand a member an uploaded picture; never as a page of this site.

    Only from the folder of pictures made for showing: documents have a door of their own, which knows who may read which.
    """
    try:
        response = FileResponse(Path(safe_join(settings.MEDIA_ROOT / "images", path)).open("rb"))  # noqa: SIM115  (it closes the file)
    except (SuspiciousFileOperation, OSError, ValueError) as missing:
        raise Http404 from missing
    response["Content-Security-Policy"] = "default-src 'none'"
    return response


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Tell the machinery around Spil whether it can answer; it says nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
