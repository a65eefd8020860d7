"""Proves that a double click, two tabs or the way back make one thing, and that nothing new is lost by that."""

import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from cases.models import Case, CircleMember, Note
from notifications.models import Notice
from tests.cases.making import case_post, make_asked, make_case, note_post
from tests.factories import make_member

pytestmark = pytest.mark.django_db

ClientFor = Callable[[User], Client]


def test_a_case_sent_twice_is_one_case(client_for: ClientFor) -> None:
    asked = make_asked()
    client, data = client_for(make_member()), case_post(asked.partner)
    first, second = (client.post(reverse("cases:case_new"), data) for _ in range(2))
    assert first["Location"] == second["Location"] == Case.objects.get().get_absolute_url()
    assert CircleMember.objects.count() == 2
    assert Notice.objects.get(recipient=asked).count == 1


def test_a_contribution_sent_twice_is_one_contribution(client_for: ClientFor) -> None:
    author, asked = make_member(), make_asked()
    case = make_case(author, asked)
    client, data = client_for(asked), note_post()
    first, second = (client.post(reverse("cases:note_add", args=[case.public_id]), data) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Note.objects.count() == 1
    assert Notice.objects.get(recipient=author, kind="case_note").count == 1


def test_two_forms_are_two_contributions_even_with_the_same_words(client_for: ClientFor) -> None:
    asked = make_asked()
    case = make_case(make_member(), asked)
    client = client_for(asked)
    for _ in range(2):
        client.post(reverse("cases:note_add", args=[case.public_id]), note_post())
    assert Note.objects.count() == 2


def test_a_stored_form_with_new_words_is_not_lost_but_asked_about(client_for: ClientFor) -> None:
    asked = make_asked()
    case = make_case(make_member(), asked)
    client, data = client_for(asked), note_post()
    address = reverse("cases:note_add", args=[case.public_id])
    client.post(address, data)
    answer = client.post(address, {**data, "text": "Nog iets anders."})
    assert answer.status_code == 422
    assert "Nog iets anders." in answer.content.decode()
    form = answer.context["form"]
    again = client.post(
        address, {"kind": "advice", "text": "Nog iets anders.", "submission": form["submission"].value()}
    )
    assert again.status_code == 302
    assert [note.text for note in Note.objects.all()] == [data["text"], "Nog iets anders."]


def test_a_token_of_somebody_else_tells_nothing_and_stops_nothing(client_for: ClientFor) -> None:
    author, asked = make_member(), make_asked()
    case = make_case(author, asked)
    token = str(uuid.uuid4())
    for user in (author, asked):
        client_for(user).post(reverse("cases:note_add", args=[case.public_id]), note_post(submission=token))
    assert Note.objects.count() == 2


@pytest.mark.parametrize("token", ["", "geen-token"])
def test_a_form_without_its_token_is_still_understood(token: str, client_for: ClientFor) -> None:
    asked = make_asked()
    case = make_case(make_member(), asked)
    answer = client_for(asked).post(reverse("cases:note_add", args=[case.public_id]), note_post(submission=token))
    assert answer.status_code == (302 if not token else 422)


def test_every_form_has_a_token_of_its_own(client_for: ClientFor) -> None:
    client = client_for(make_member())
    tokens = {client.get(reverse("cases:case_new")).context["form"]["submission"].value() for _ in range(2)}
    assert len(tokens) == 2
