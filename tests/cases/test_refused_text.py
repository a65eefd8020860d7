"""Proves that refused text goes nowhere: no row, no session, no log line, no notice; and that danger stores nothing at all."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from accounts.models import User
from audit.models import LogLine, Result
from cases.models import Case, Note
from tests.cases.making import case_post, make_asked, make_case, make_note, note_post
from tests.factories import make_member

pytestmark = pytest.mark.django_db

ClientFor = Callable[[User], Client]
MARKER = "zonnebloempit"
REFUSED = [
    f"Het nummer is 111222333, zegt {MARKER}.",
    f"Bel 06 12 34 56 78 over {MARKER}.",
    f"Mail {MARKER}@example.org daarover.",
    f"De rekening is NL91 ABNA 0417 1643 00 van {MARKER}.",
    f"Het adres is 5721 AB 14, zegt {MARKER}.",
    f"Geboren op 12 maart 1943, zegt {MARKER}.",
    f"Mevrouw Jansen kent {MARKER}.",
]


def everything_stored() -> dict[str, list[dict[str, Any]]]:
    """Give every row of every table, the log and sessions apart; checked text too, which shows its text to nobody."""
    models = [model for model in apps.get_models() if model not in (LogLine, Session)]
    rows = {model._meta.label: model._default_manager.order_by("pk").values() for model in models}
    return {
        label: [{name: plain(value) for name, value in row.items()} for row in found] for label, found in rows.items()
    }


def plain(value: object) -> object:
    """Give a text as a text that can be looked through."""
    return str(value) if isinstance(value, str) else value


def remembered(client: Client) -> str:
    """Give all that the session and the log hold, in words."""
    return str(dict(client.session)) + str(list(LogLine.objects.values()))


def test_the_measure_itself_sees_what_is_stored(client_for: ClientFor) -> None:
    """To test that something does not leak, first make sure that it could."""
    before = everything_stored()
    author = make_member()
    case = make_case(author, make_asked())
    make_note(author, case, text=f"Hier staat {MARKER}.")
    after = everything_stored()
    assert before != after
    assert MARKER in str(after)


@pytest.mark.parametrize("text", REFUSED)
@pytest.mark.parametrize("field", ["question", "situation"])
def test_a_case_with_refused_text_is_stored_nowhere(field: str, text: str, client_for: ClientFor) -> None:
    asked = make_asked()
    client = client_for(make_member())
    data = case_post(asked.partner, **{field: text})
    before = everything_stored()
    answer = client.post(reverse("cases:case_new"), data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert '<mark class="finding"' in page
    assert MARKER in page
    assert everything_stored() == before
    assert MARKER not in remembered(client)


@pytest.mark.parametrize("text", REFUSED)
def test_a_contribution_with_refused_text_is_stored_nowhere(text: str, client_for: ClientFor) -> None:
    asked = make_asked()
    case = make_case(make_member(), asked)
    client, before = client_for(asked), everything_stored()
    answer = client.post(reverse("cases:note_add", args=[case.public_id]), note_post(text=text))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert '<mark class="finding"' in page
    assert page.count(MARKER) > 1
    assert case.question in page
    assert everything_stored() == before
    assert MARKER not in remembered(client)


def test_a_refusal_is_one_line_with_the_number_of_places(client_for: ClientFor) -> None:
    asked = make_asked()
    case = make_case(make_member(), asked)
    text = "Mevrouw Jansen, te bereiken op 06 12 34 56 78, vraagt erom."
    client_for(asked).post(reverse("cases:note_add", args=[case.public_id]), note_post(text=text))
    line = LogLine.objects.latest("pk")
    assert (line.action, line.object_type, line.object_id, line.result) == ("text.refused", "note", "2", Result.REFUSED)


def test_what_was_typed_beside_a_refused_text_stays_in_the_form(client_for: ClientFor) -> None:
    asked = make_asked()
    data = case_post(asked.partner, question=REFUSED[0], resident_knows="not_yet")
    page = client_for(make_member()).post(reverse("cases:case_new"), data).content.decode()
    assert data["situation"] in page
    assert f'value="{asked.partner.public_id}" id="id_partners_0" checked' in page
    assert re.search(r"value=\"not_yet\"[^>]* checked", page)


def test_the_corrected_text_is_stored(client_for: ClientFor) -> None:
    asked = make_asked()
    client, data = client_for(make_member()), case_post(asked.partner, question=REFUSED[6])
    assert client.post(reverse("cases:case_new"), data).status_code == 422
    answer = client.post(reverse("cases:case_new"), {**data, "question": "De inwoner vraagt gezelschap."})
    assert answer.status_code == 302
    assert Case.objects.get().question == "De inwoner vraagt gezelschap."


@pytest.mark.parametrize("text", ["", "   \r\n ", "a" * 5000])
def test_an_empty_or_endless_contribution_is_not_stored(text: str, client_for: ClientFor) -> None:
    asked = make_asked()
    case = make_case(make_member(), asked)
    answer = client_for(asked).post(reverse("cases:note_add", args=[case.public_id]), note_post(text=text))
    assert answer.status_code == 422
    assert not Note.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"topics": ["geen-onderwerp"]},
        {"topics": ["\x00"]},
        {"partners": ["\x00"]},
        {"partners": ["9" * 40]},
        {"resident_knows": "misschien"},
        {"danger": ""},
        {"partners": []},
    ],
)
def test_an_answer_that_does_not_exist_is_not_stored(changes: dict[str, Any], client_for: ClientFor) -> None:
    asked = make_asked()
    answer = client_for(make_member()).post(reverse("cases:case_new"), case_post(asked.partner, **changes))
    assert answer.status_code == 422
    assert not Case.objects.exists()


@pytest.mark.parametrize("typed", [*REFUSED, f"Een gewone zin met {MARKER}."])
def test_danger_stores_nothing_and_says_where_to_go(typed: str, client_for: ClientFor) -> None:
    asked = make_asked()
    client = client_for(make_member())
    data = case_post(asked.partner, danger="yes", question=typed, situation=typed)
    before, lines = everything_stored(), LogLine.objects.count()
    session = dict(client.session)
    answer = client.post(reverse("cases:case_new"), data)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'href="tel:112"' in page
    assert "0800-2000" in page
    assert MARKER not in page
    assert everything_stored() == before
    assert dict(client.session) == session
    assert LogLine.objects.count() == lines + 1
    line = LogLine.objects.latest("pk")
    assert (line.action, line.object_type, line.object_id) == ("case.safety", "", "")


def test_danger_needs_no_other_answer(client_for: ClientFor) -> None:
    answer = client_for(make_member()).post(reverse("cases:case_new"), {"danger": "yes"})
    assert answer.status_code == 200
    assert 'href="tel:112"' in answer.content.decode()
