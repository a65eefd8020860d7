"""The screens of cases: fetch through the gate, act, answer. No text that was refused leaves the answer it is shown in."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.doors import signed_in
from accounts.errors import SpilError
from accounts.models import User
from cases import access, actions, queries
from cases.forms import CaseForm, ColleagueForm, InviteForm, NoteForm, says_danger
from cases.models import Case
from privacy.access import add_looks
from privacy.actions import log_refusal

PAGE = 30
REFUSED = 422  # The form was understood, and not accepted.
safe_or_post = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """Show the cases somebody is in the circle of: those in discussion first, the latest activity on top."""
    user = signed_in(request)
    page = Paginator(access.cases_of(user).for_list(), PAGE).get_page(request.GET.get("page"))
    return render(request, "cases/list.html", {"page": page, "unread": queries.unread_addresses(user)})


@safe_or_post
def case_new(request: HttpRequest) -> HttpResponse:
    """Let somebody bring a case in. Danger comes first: then nothing else of the form is even read."""
    user = signed_in(request)
    if request.method == "POST" and says_danger(request.POST):
        actions.point_to_safety(by=user)
        return render(request, "cases/safety.html", {"was_typed": True})
    form = CaseForm(
        request.POST if request.method == "POST" else None,
        by=user,
        partners=queries.partners_to_ask(but=[user.partner_id or 0]),
        topics=queries.topics_by_domain(),
    )
    if form.is_bound and form.is_valid():
        case = _opened(form, user)
        if case:
            messages.success(request, _("Your case is stored. The people you asked have been told."))
            return redirect(case)
    return _form_page(request, "cases/new.html", form, {}, where="case")


def _opened(form: CaseForm, user: User) -> Case | None:
    """Open the case that a valid form asks for, or put the reason why not in the form."""
    answers = {name: value for name, value in form.cleaned_data.items() if name != "danger"}
    try:
        return actions.open_case(by=user, proposals=form.proposals(), **answers)
    except SpilError as refused:
        form.add_error(None, str(refused.message))
        form.renew()
        return None


@require_safe
def case_safety(request: HttpRequest) -> HttpResponse:
    """Say what to do when somebody is not safe."""
    return render(request, "cases/safety.html", {"was_typed": False})


@require_safe
def case_detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show a case to somebody in its circle, and write down that they read it."""
    user = signed_in(request)
    case = access.get_case(user, public_id)
    actions.read_case(by=user, case=case)
    return _case_page(request, case, NoteForm())


def _case_page(request: HttpRequest, case: Case, form: NoteForm) -> HttpResponse:
    """Show the case with a form for a contribution; what was typed in it and refused stays in it."""
    user = signed_in(request)
    participations = queries.participations_of(case)
    circle = queries.circle_of(case, participations)
    add_looks("case", [case])
    context = {
        "case": case,
        "notes": queries.notes_of(case, user),
        "topics": case.topics.select_related("domain"),
        "circle": circle,
        "people_count": sum(len(seat.people) for seat in circle),
        "invitations": queries.invitations_of(case, participations),
        "may_direct": access.may_direct(user, case),
    }
    return _form_page(request, "cases/detail.html", form, context, where="note")


@require_safe
def note_list(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show the contributions alone, for a page that is open."""
    user = signed_in(request)
    case = access.get_case(user, public_id)
    actions.read_notes(by=user, case=case)
    return render(request, "cases/_notes.html", {"case": case, "notes": queries.notes_of(case, user)})


@require_POST
def note_add(request: HttpRequest, public_id: str) -> HttpResponse:
    """Store a contribution, or show the case again with what was found in the text."""
    user = signed_in(request)
    case = access.get_case(user, public_id)
    form = NoteForm(request.POST, by=user)
    if form.is_valid():
        try:
            note = actions.add_note(by=user, case=case, proposals=form.proposals(), **form.cleaned_data)
            return redirect(note)
        except SpilError as refused:
            form.add_error(None, str(refused.message))
            form.renew()
    return _case_page(request, case, form)


@safe_or_post
def partner_invite(request: HttpRequest, public_id: str) -> HttpResponse:
    """Let the partner that brought the case in ask one more."""
    user = signed_in(request)
    case = access.get_case_to_direct(user, public_id)
    form = InviteForm(request.POST if request.method == "POST" else None, partners=queries.partners_outside(case))
    if form.is_bound and form.is_valid():
        partner = form.cleaned_data["partner"]
        try:
            actions.invite_partner(by=user, case=case, partner=partner)
            messages.success(request, _("%(partner)s can see this case now, and has been told.") % {"partner": partner})
            return redirect(case)
        except SpilError as refused:
            form.add_error(None, str(refused.message))
    return _form_page(request, "cases/invite.html", form, {"case": case, "act": _("Ask one more partner")})


@safe_or_post
def colleague_add(request: HttpRequest, public_id: str) -> HttpResponse:
    """Let somebody in the circle add a colleague of their own partner."""
    user = signed_in(request)
    case = access.get_case(user, public_id)
    colleagues = queries.colleagues_outside(case, user)
    form = ColleagueForm(request.POST if request.method == "POST" else None, colleagues=colleagues)
    if form.is_bound and form.is_valid():
        colleague = form.cleaned_data["colleague"]
        try:
            actions.add_colleague(by=user, case=case, user=colleague)
            messages.success(request, _("%(name)s can see this case now, and has been told.") % {"name": colleague})
            return redirect(case)
        except SpilError as refused:
            form.add_error(None, str(refused.message))
    context = {"case": case, "act": _("Add a colleague"), "colleagues": colleagues}
    return _form_page(request, "cases/colleague.html", form, context)


@safe_or_post
def case_close(request: HttpRequest, public_id: str) -> HttpResponse:
    """Let the partner that brought the case in close it, after saying what that means."""
    user = signed_in(request)
    case = access.get_case_to_direct(user, public_id)
    if request.method != "POST":
        return render(request, "cases/close.html", {"case": case, "act": _("Close the case")})
    try:
        actions.close_case(by=user, case=case)
        messages.success(request, _("The case is closed. The circle can still read it."))
    except SpilError as refused:
        messages.error(request, str(refused.message))
    return redirect(case)


def _form_page(
    request: HttpRequest, template: str, form: Form, context: dict[str, Any], *, where: str = ""
) -> HttpResponse:
    """Show a page with its form; when that was refused, say so in the status, and count in the log what was found."""
    if form.errors:
        log_refusal(by=signed_in(request), form=form, where=where)
    return render(request, template, {**context, "form": form}, status=REFUSED if form.errors else 200)
