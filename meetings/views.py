"""The screens of meetings: fetch through the gate, act, answer. Who is asked for one item gets a page with that item alone."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.doors import signed_in
from accounts.errors import SpilError
from accounts.models import User
from meetings import access, actions, queries
from meetings.forms import Agenda, BaseAgenda, InviteForm, MeetingForm, NewItemForm, OutcomeForm, as_typed
from meetings.models import AgendaItem, Meeting
from privacy.actions import log_refusal
from privacy.forms import together

PAGE = 20
REFUSED = 422  # The form was understood, and not accepted.
safe_or_post = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True)
class Panel:
    """The one form that stands open on the page of a meeting, and the item it stands under."""

    kind: str  # "outcome" or "invite"
    item: AgendaItem
    form: Form


@require_safe
def meeting_list(request: HttpRequest) -> HttpResponse:
    """Show the meetings that ask for somebody: what comes, and below it what was held."""
    user = signed_in(request)
    page = Paginator(access.meetings_of(user).held(), PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "upcoming": queries.upcoming(user),
        "held": queries.see_all(user, page.object_list),  # type: ignore[arg-type]  # A page of a queryset is one.
        "page": page,
        "may_plan": access.may_plan(user),
        "this_year": queries.this_year(user) if access.sees_whole(user) else None,
    }
    if access.sees_whole(user):
        context["quarters"], context["in_quarters"] = queries.by_quarter(user, timezone.localdate().year)
    return render(request, "meetings/list.html", context)


@safe_or_post
def meeting_new(request: HttpRequest) -> HttpResponse:
    """Let the coordinator plan a meeting with its agenda."""
    user = signed_in(request)
    access.require_planner(user)
    choices = {"partners": queries.partners_to_invite(), "cases": queries.cases_to_discuss(user)}
    if request.method == "POST" and "more" not in request.POST:
        form, agenda = MeetingForm(request.POST, by=user), Agenda(request.POST, form_kwargs=choices)
        together([form, *agenda.forms], wanted=request.POST.get("replace", ""))
        meeting = _planned(user, form, agenda)
        if meeting:
            messages.success(
                request, _("The meeting is planned. The core team and the invited partners have been told.")
            )
            return redirect(meeting)
        for each in (form, *agenda):
            log_refusal(by=user, form=each, where="meeting")
        return _new_page(request, form, agenda, status=REFUSED)
    meeting_typed, rows_typed = as_typed(request.POST)
    # Whoever asks for more rows gets them with everything that was typed, unchecked and not stored.
    form = MeetingForm(initial=meeting_typed if request.method == "POST" else None)
    return _new_page(request, form, Agenda(typed=rows_typed, form_kwargs=choices))


def _planned(user: User, form: MeetingForm, agenda: BaseAgenda) -> Meeting | None:
    """Plan the meeting that valid forms ask for, or put the reason why not in the form."""
    # Both, so that somebody sees everything there is to mend at once.
    if not all([form.is_valid(), agenda.is_valid()]):
        return None
    said = {name: form.cleaned_data[name] for name in ("starts_at", "ends_at", "place", "submission")}
    try:
        return actions.plan_meeting(by=user, items=agenda.wanted(), proposals=form.proposals(), **said)
    except SpilError as refused:
        form.add_error(None, str(refused.message))
        form.renew()
        return None


def _new_page(request: HttpRequest, form: MeetingForm, agenda: BaseAgenda, status: int = 200) -> HttpResponse:
    return render(request, "meetings/new.html", {"form": form, "agenda": agenda}, status=status)


@require_safe
def meeting_detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show a meeting, whole or for the items that somebody is asked for, and mark their notices about it as read."""
    user = signed_in(request)
    meeting = access.get_meeting(user, public_id)
    actions.seen(by=user, meeting=meeting)
    sight = queries.see(user, meeting)
    return _meeting_page(request, sight, _asked_panel(request, user, sight))


def _asked_panel(request: HttpRequest, user: User, sight: queries.Sight) -> Panel | None:
    """Give the form that the address asks for; during a meeting the item whose turn it is has one by itself."""
    by_id = {item.public_id: item for item in sight.items}
    to_invite = by_id.get(request.GET.get("uitnodigen", ""))
    if to_invite and access.may_plan(user) and sight.meeting.can_change:
        return Panel("invite", to_invite, InviteForm(partners=queries.partners_to_invite()))
    item = by_id.get(request.GET.get("uitkomst", "")) or sight.current
    if item and access.may_record(user) and sight.meeting.can_have_outcomes:
        return Panel("outcome", item, OutcomeForm(people=queries.people_to_ask()))
    return None


def _meeting_page(request: HttpRequest, sight: queries.Sight, panel: Panel | None) -> HttpResponse:
    """Show a meeting with at most one open form; what was typed in it and refused stays in it."""
    user, meeting = signed_in(request), sight.meeting
    context: dict[str, Any] = {
        "meeting": meeting,
        "sight": sight,
        "panel": panel,
        "may_plan": access.may_plan(user) and meeting.can_change,
        "may_record": access.may_record(user) and meeting.can_have_outcomes,
    }
    if sight.whole:
        context |= {"core_team": queries.core_team(meeting.day), "guests": queries.guests(sight)}
    refused = panel is not None and panel.form.is_bound
    if panel and refused:
        log_refusal(by=user, form=panel.form, where=panel.kind)
    template = "meetings/detail.html" if sight.whole else "meetings/guest.html"
    return render(request, template, context, status=REFUSED if refused else 200)


@safe_or_post
def item_add(request: HttpRequest, public_id: str) -> HttpResponse:
    """Let the coordinator put one more item on an agenda."""
    user = signed_in(request)
    meeting = access.get_meeting_to_plan(user, public_id)
    form = NewItemForm(
        request.POST if request.method == "POST" else None,
        by=user,
        partners=queries.partners_to_invite(),
        cases=queries.cases_to_discuss(user),
    )
    if form.is_bound and form.is_valid():
        try:
            return redirect(actions.add_item(by=user, meeting=meeting, item=form.wanted()))
        except SpilError as refused:
            form.add_error(None, str(refused.message))
            form.renew()
    if form.is_bound:
        log_refusal(by=user, form=form, where="meeting_item")
    context = {"form": form, "meeting": meeting}
    return render(request, "meetings/item_add.html", context, status=REFUSED if form.is_bound else 200)


@safe_or_post
def item_invite(request: HttpRequest, public_id: str, item_id: str) -> HttpResponse:
    """Ask one more partner for an item, or show the meeting again with the reason why not."""
    user = signed_in(request)
    meeting = access.get_meeting_to_plan(user, public_id)
    item = access.get_item(user, meeting, item_id)
    if request.method != "POST":
        return redirect(item.invite_url)
    form = InviteForm(request.POST, partners=queries.partners_to_invite())
    if form.is_valid():
        try:
            actions.invite_to_item(by=user, item=item, partner=form.cleaned_data["partner"])
            return redirect(item)
        except SpilError as refused:
            form.add_error(None, str(refused.message))
    return _meeting_page(request, queries.see(user, meeting), Panel("invite", item, form))


@safe_or_post
def outcome_add(request: HttpRequest, public_id: str, item_id: str) -> HttpResponse:
    """Write an outcome down, or show the meeting again with what was found in the text."""
    user = signed_in(request)
    meeting = access.get_meeting_to_record(user, public_id)
    item = access.get_item(user, meeting, item_id)
    if request.method != "POST":
        return redirect(item.outcome_url)
    form = OutcomeForm(request.POST, by=user, people=queries.people_to_ask())
    if form.is_valid():
        try:
            actions.record_outcome(by=user, item=item, proposals=form.proposals(), **form.cleaned_data)
            return redirect(item)
        except SpilError as refused:
            form.add_error(None, str(refused.message))
            form.renew()
    return _meeting_page(request, queries.see(user, meeting), Panel("outcome", item, form))
