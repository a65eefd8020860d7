"""The gate to cases: fetching is checking. Who is not in the circle gets the same answer as for a case that is not there."""

from django.http import Http404

from accounts.models import User
from audit.log import record
from audit.models import Result
from cases.models import Case, CaseQuerySet, Note


def cases_of(user: User) -> CaseQuerySet:
    """Give the cases that `user` may see."""
    return Case.objects.visible_to(user).read_by(user)


def get_case(user: User, public_id: str) -> Case:
    """Give the case when `user` is in its circle; else write the refusal down and raise Http404.

    Missing and forbidden take the same path, so that neither the answer nor its time tells which it was.
    """
    case = cases_of(user).select_related("partner").filter(public_id=public_id).first()
    if case is None:
        record(action="case.refused", actor=user, object_type="case", object_id=public_id, result=Result.REFUSED)
        raise Http404
    return case


def get_note(user: User, public_id: str) -> Note:
    """Give a contribution when `user` is in the circle of its case; else Http404, as for a case."""
    notes = Note.objects.filter(case__in=Case.objects.visible_to(user)).read_by(user)
    note = notes.select_related("case", "author__partner", "partner").filter(public_id=public_id).first()
    if note is None:
        record(action="case.refused", actor=user, object_type="note", object_id=public_id, result=Result.REFUSED)
        raise Http404
    return note


def get_case_to_direct(user: User, public_id: str) -> Case:
    """Give the case when `user` may invite partners to it and close it; else Http404."""
    case = get_case(user, public_id)
    if not may_direct(user, case):
        record(action="case.refused", actor=user, object_type="case", object_id=public_id, result=Result.REFUSED)
        raise Http404
    return case


def may_direct(user: User, case: Case) -> bool:
    """Say whether `user`, who is in the circle, may invite partners and close the case.

    Only the partner that brought it in: it spoke with the resident, so it knows who else may know.
    """
    return user.partner_id == case.partner_id
