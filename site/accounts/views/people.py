"""The people of the network as the coordinator sees them: a list, a page a person, and who answers for a partner."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import access, actions, queries
from accounts.doors import signed_in
from accounts.errors import SpilError
from accounts.models import ROLE_NAMES, User
from accounts.people_forms import ContactForm, MoveForm, PeopleFilterForm

PAGE = 50
MOST_FOUND = 200

safe_or_post = require_http_methods(["GET", "HEAD", "POST"])


@safe_or_post
def person_list(request: HttpRequest) -> HttpResponse:
    """Show who has an account. A search is posted, so that no server on the way writes a name in its log of addresses."""
    user = signed_in(request)
    access.require_coordinator_page(user)
    is_search = request.method == "POST"
    # A link can name a partner or a sort of people, but no words.
    linked = {name: request.GET[name] for name in ("partner", "show") if name in request.GET}
    form = PeopleFilterForm(request.POST if is_search else linked)
    form.is_valid()
    asked = {name: form.cleaned_data.get(name) for name in ("q", "partner", "show")}
    found = queries.narrowed(
        queries.people(), words=asked["q"] or "", partner=asked["partner"], show=asked["show"] or ""
    )
    page = Paginator(found, MOST_FOUND if is_search else PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": queries.as_rows(page.object_list),  # type: ignore[arg-type]  # A slice of the queryset.
        "is_filtered": any(asked.values()),
        "carried": urlencode(linked),
        "counts": queries.counts(),
        "waiting": access.waiting_resets().filter(user__is_active=True).count(),
    }
    return render(request, "accounts/people/list.html", context)


@require_safe
def person_detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show one person, and the ways to what the coordinator can change."""
    user = signed_in(request)
    person = access.get_person(user, public_id)
    context = {
        "person": person,
        "enrolled": queries.people().get(pk=person.pk).enrolled,
        "roles": [name for role, name in ROLE_NAMES.items() if person.has_role(role)],
        "seats": person.seats.not_over().select_related("subnetwork").order_by("since"),
        "points": person.contact_points.not_over().filter(partner=person.partner_id),
        "reset": access.waiting_resets().filter(user=person).select_related("asked_by").first(),
        "move_form": MoveForm(),
        "is_self": person == user,
    }
    return render(request, "accounts/people/detail.html", context)


@safe_or_post
def person_contact(request: HttpRequest, public_id: str) -> HttpResponse:
    """Let somebody answer for their partner."""
    user = signed_in(request)
    person = access.get_person(user, public_id)
    partner = person.partner
    if partner is None:
        raise Http404
    form = ContactForm(request.POST if request.method == "POST" else None)

    def act() -> str:
        actions.set_contact_point(by=user, partner=partner, user=person, **form.cleaned_data)
        return _("%(name)s answers for %(partner)s now.") % {"name": person.name, "partner": partner}

    context = {
        "person": person,
        "act": _("Answering for the partner"),
        "point": person.contact_points.not_over().filter(partner=person.partner_id).first(),
    }
    return form_page(request, "accounts/people/contact.html", form, act=act, context=context)


@require_POST
def contact_end(request: HttpRequest, public_id: str) -> HttpResponse:
    """Let somebody answer for their partner no more."""
    user = signed_in(request)
    person = access.get_person(user, public_id)
    if person.partner:
        actions.end_contact_point(by=user, partner=person.partner, user=person)
        words = _("%(name)s answers for %(partner)s no more.")
        messages.success(request, words % {"name": person.name, "partner": person.partner})
    return redirect("people:person_detail", public_id)


def form_page(
    request: HttpRequest,
    template: str,
    form: Form,
    *,
    act: Callable[[], str],
    context: dict[str, Any],
    back: str = "people:person_detail",
) -> HttpResponse:
    """Show a form about `context["person"]`; filled in well, `act`, say what it says and go `back`. What was refused stays."""
    if form.is_bound and form.is_valid():
        try:
            messages.success(request, act())
            return go_on(request, context["person"], back)
        except SpilError as refused:
            form.add_error(None, refused.message)
    return render(request, template, {"form": form, **context}, status=422 if form.is_bound else 200)


def go_on(request: HttpRequest, person: User, back: str) -> HttpResponse:
    """Lead on after something changed; whoever took a right from themselves is signed out, and starts at the front."""
    if person == signed_in(request) and not request.session.exists(request.session.session_key or ""):
        request.session.flush()
        return redirect("spil:home")
    return redirect(back, person.public_id)
