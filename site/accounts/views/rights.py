"""What the coordinator gives and takes: roles, seats, a partner, the account. Each only after a fresh second key."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import access, actions
from accounts.doors import signed_in
from accounts.errors import SpilError
from accounts.models import ROLE_NAMES, Role, User
from accounts.people_forms import MoveForm, SeatEndForm, SeatForm
from accounts.views.people import form_page, go_on, safe_or_post

ROLE_MEANINGS = {
    Role.COORDINATOR: gettext_lazy(
        "Plans the meetings, follows what was promised, and keeps people and partners. Sees no case."
    ),
    Role.EDITOR: gettext_lazy("Writes the public pages, the covenant and the privacy protocol."),
    Role.PRIVACY_OFFICER: gettext_lazy("Sees who read what, and approves resets. Sees no text of a case."),
}


@safe_or_post
def person_roles(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show each role with what it means, and a button that gives or takes it."""
    user = signed_in(request)
    person = access.get_person(user, public_id)
    status = 200
    if request.method == "POST":
        try:
            messages.success(request, _change_role(request, user, person))
            return go_on(request, person, "people:person_roles")
        except SpilError as refused:
            messages.error(request, refused.message)
            status = 422
    roles = [(role.value, name, ROLE_MEANINGS[role], person.has_role(role)) for role, name in ROLE_NAMES.items()]
    context = {"person": person, "roles": roles, "is_self": person == user, "act": _("Roles")}
    return render(request, "accounts/people/roles.html", context, status=status)


def _change_role(request: HttpRequest, user: User, person: User) -> str:
    """Give or take the one role that a button names, and say so. Raises Http404 for a role that does not exist."""
    for verb, act, words in (
        ("grant", actions.grant_role, _("%(name)s is %(role)s now.")),
        ("take", actions.take_role, _("%(name)s is no %(role)s any more.")),
    ):
        value = request.POST.get(verb)
        if value in set(Role):
            act(by=user, user=person, role=Role(value))
            return words % {"name": person.name, "role": ROLE_NAMES[Role(value)]}
    raise Http404


@safe_or_post
def person_seats(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show somebody's seats in the core team, also those to come, and give one."""
    user = signed_in(request)
    person = access.get_person(user, public_id)
    form = SeatForm(request.POST if request.method == "POST" else None)

    def act() -> str:
        seat = actions.give_seat(by=user, user=person, **form.cleaned_data)
        return _("%(name)s has the seat for %(seat)s.") % {"name": person.name, "seat": seat.subnetwork}

    context = {
        "person": person,
        "act": _("Seat in the core team"),
        "seats": person.seats.not_over().select_related("subnetwork").order_by("since"),
    }
    return form_page(request, "accounts/people/seats.html", form, act=act, context=context, back="people:person_seats")


@safe_or_post
def seat_end(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """End a seat: on a day, or at once."""
    user = signed_in(request)
    person = access.get_person(user, public_id)
    seat = person.seats.not_over().select_related("subnetwork").filter(pk=number).first()
    if seat is None:
        # A second click on the same button: it ended by the first.
        return redirect("people:person_seats", public_id)
    form = SeatEndForm(request.POST if request.method == "POST" else None)

    def act() -> str:
        actions.end_seat(by=user, seat=seat, **form.cleaned_data)
        return _("That is stored: the seat for %(seat)s ends.") % {"seat": seat.subnetwork}

    context = {"person": person, "seat": seat, "act": _("End a seat")}
    return form_page(
        request, "accounts/people/seat_end.html", form, act=act, context=context, back="people:person_seats"
    )


@safe_or_post
def person_move(request: HttpRequest, public_id: str) -> HttpResponse:
    """Say what moving to the chosen partner means, and do it when that is confirmed."""
    user = signed_in(request)
    person = access.get_person(user, public_id)
    form = MoveForm(request.POST if request.method == "POST" else request.GET)

    def act() -> str:
        actions.move_to_partner(by=user, user=person, partner=form.cleaned_data["partner"])
        return _("%(name)s works for %(partner)s from now on.") % {"name": person.name, "partner": person.partner}

    chosen = form.cleaned_data["partner"] if form.is_valid() else None
    context = {
        "person": person,
        "chosen": chosen,
        "act": _("To another partner") if person.partner else _("To a partner"),
    }
    if request.method == "POST":
        return form_page(request, "accounts/people/move.html", form, act=act, context=context)
    return render(request, "accounts/people/move.html", {"form": MoveForm(), **context})


@safe_or_post
def person_block(request: HttpRequest, public_id: str) -> HttpResponse:
    """Block an account, or open a blocked one again, after saying what that means."""
    user = signed_in(request)
    person = access.get_person(user, public_id)
    form = forms.Form(request.POST if request.method == "POST" else None)

    def act() -> str:
        # The page says which of the two it shows, so that an old page does not do the opposite.
        if "open" in request.POST:
            actions.unblock(by=user, user=person)
            return _("The account of %(name)s is open again.") % {"name": person.name}
        actions.block(by=user, user=person)
        return _("The account of %(name)s is blocked.") % {"name": person.name}

    roles = [name for role, name in ROLE_NAMES.items() if person.has_role(role)]
    title = _("Block this account") if person.is_active else _("Open this account again")
    context = {"person": person, "roles": roles, "act": title}
    return form_page(request, "accounts/people/block.html", form, act=act, context=context)
