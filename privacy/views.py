"""The screen at which somebody accepts the privacy protocol. It shows no text of the protocol: that is a page of its own."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from accounts.doors import safe_next, signed_in
from accounts.errors import NotPossible
from privacy import actions
from privacy.access import current_version
from privacy.forms import AcceptForm
from privacy.models import Acceptance


@require_http_methods(["GET", "HEAD", "POST"])
def protocol_accept(request: HttpRequest) -> HttpResponse:
    """Ask somebody to accept the protocol in force, and lead them on to where they were going."""
    user = signed_in(request)
    version = current_version()
    form = AcceptForm(request.POST or None, in_force=version.digest if version else "")
    if version and request.method == "POST" and form.is_valid():
        try:
            actions.accept_protocol(by=user, version=version)
            return HttpResponseRedirect(safe_next(request))
        except NotPossible as refused:
            form.add_error(None, str(refused.message))
    context = {
        "form": form,
        "version": version,
        "acceptance": Acceptance.objects.filter(user=user, version=version).first() if version else None,
        "protocol_path": settings.SPIL_PROTOCOL_PATH,
        "next": safe_next(request, ""),
    }
    return render(request, "privacy/protocol_accept.html", context, status=422 if form.is_bound else 200)
