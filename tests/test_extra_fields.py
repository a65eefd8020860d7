"""What a role may not set is ignored when it is posted (ASVS 8.2.3): a form reads its own fields and nothing else."""

from typing import Any

import pytest
from django.db import models

from accounts.models import Role, User
from cases.models import Case, Note
from followup.models import Action
from meetings.models import Meeting, Outcome
from tests.cases.making import case_post, make_asked, make_case, note_post
from tests.factories import make_member, make_partner
from tests.meetings.making import make_coordinator, make_meeting, meeting_post, outcome_post, own_item

pytestmark = pytest.mark.django_db


def forged(model: type[models.Model], other: User, *, typed: dict[str, Any]) -> dict[str, Any]:
    """Give a value for every field of a model that its form does not have: keys of another person, dates of long ago."""
    values: dict[str, Any] = {"id": "999999", "pk": "999999"}
    for field in model._meta.concrete_fields:
        names = {field.name, field.attname} - set(typed)
        if isinstance(field, models.ForeignKey):
            values |= dict.fromkeys(names, str(other.pk))
        elif isinstance(field, models.DateField):
            values |= dict.fromkeys(names, "2001-01-01")
        else:
            values |= dict.fromkeys(names, "forged12")
    return values


def test_a_case_is_its_writers_and_open_whatever_was_sent_along(client_for: Any) -> None:
    writer, asked, other = make_member(), make_asked(), make_member()
    typed = case_post(asked.partner)
    extra = forged(Case, other, typed=typed) | {"state": "closed", "opened_by": other.pk, "partner": other.partner_id}
    assert client_for(writer).post("/casussen/nieuw/", extra | typed).status_code == 302
    case = Case.objects.get()
    assert (case.opened_by, case.partner, case.state, case.closed_at) == (writer, writer.partner, "open", None)
    assert case.opened_at.year > 2001
    assert case.public_id != "forged12"
    assert other not in case.people()


def test_a_contribution_is_its_writers(client_for: Any) -> None:
    writer, asked, other = make_member(), make_asked(), make_member()
    case, elsewhere = make_case(writer, asked), make_case(other, asked)
    typed = note_post()
    extra = forged(Note, other, typed=typed) | {"case": elsewhere.pk, "author": other.pk, "partner": other.partner_id}
    client_for(asked).post(f"{case.get_absolute_url()}bijdragen/nieuw/", extra | typed)
    note = Note.objects.get()
    assert (note.case, note.author, note.partner) == (case, asked, asked.partner)
    assert note.written_at.year > 2001


def test_a_meeting_and_an_outcome_are_the_writers(client_for: Any) -> None:
    coordinator, other = make_coordinator(), make_member()
    typed = meeting_post({"title": "Jaarplan"})
    client_for(coordinator).post("/overleg/nieuw/", forged(Meeting, other, typed=typed) | typed)
    meeting = Meeting.objects.get()
    assert (meeting.planned_by, meeting.kind) == (coordinator, "core_team")
    held = make_meeting(coordinator, days=0)
    typed = outcome_post()
    address = f"{held.get_absolute_url()}{own_item(held).public_id}/uitkomst/"
    client_for(coordinator).post(address, forged(Outcome, other, typed=typed) | typed)
    outcome = Outcome.objects.get()
    assert (outcome.recorded_by, outcome.item, outcome.action) == (coordinator, own_item(held), None)
    assert not Action.objects.exists()


def test_a_person_gives_themselves_no_role_partner_or_name_of_another(client_for: Any) -> None:
    person, other = make_member(), make_partner()
    client = client_for(person)
    extra = {
        "roles": Role.COORDINATOR.value,
        "groups": "1",
        "is_staff": "on",
        "is_superuser": "on",
        "is_active": "",
        "partner": other.pk,
        "email": "kwaad@example.org",
        "public_id": "forged123456",
    }
    before = User.objects.values().get(pk=person.pk)
    typed = {"first_name": "Noor", "last_name": "Nieuw", "job_title": "wijkverpleegkundige"}
    assert client.post("/account/gegevens/", extra | typed).status_code == 302
    after = User.objects.values().get(pk=person.pk)
    assert {name for name in before if before[name] != after[name]} <= set(typed)
    assert not User.objects.get(pk=person.pk).roles
