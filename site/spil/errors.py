"""The pages for what goes wrong: calm, without details; missing and forbidden look alike."""

from collections.abc import ItemsView
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.debug import SafeExceptionReporterFilter

from accounts.doors import Level, deny


class NoText(SafeExceptionReporterFilter):
    """Leave out of every error report what somebody sent, and what the code held: either may be text about a resident."""

    def is_active(self, request: HttpRequest | None) -> bool:
        """Always: there is no place where a report may show more."""
        return True

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, str]:
        """Show nothing that was sent."""
        return {}

    def get_traceback_frame_variables(self, request: HttpRequest | None, tb_frame: Any) -> ItemsView[str, Any]:
        """Show where it went wrong, and nothing that was at hand there."""
        return {}.items()


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Answer a request that cannot be read. A plain function: Django's own reads the broken body again and fails (trap 2)."""
    if isinstance(exception, RequestDataTooBig):
        return HttpResponse(render_to_string("413.html"), status=413)
    return HttpResponse(render_to_string("400.html"), status=400)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Answer as `not_found` does: who may not see a thing does not learn that it exists."""
    return not_found(request, exception)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that did not come from this site, or from a page that was open too long."""
    return render(request, "403_csrf.html", status=403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Send a visitor to the door for every closed address, existing or not; tell a member that nothing is there."""
    answer = deny(request, Level.MEMBER) if hasattr(request, "spil_level") else None
    return answer or render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when Spil itself failed; works without the database."""
    return HttpResponse(render_to_string("500.html"), status=500)
