"""A form with several texts: checked together, replaced by a button, kept with a reason that is bound to its words."""

import re
from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from accounts.models import User
from audit.models import LogLine
from cases.forms import NoteForm
from cases.models import Case, Note
from privacy import limits
from privacy.detectors.kinds import Kind
from privacy.keeping import REASONS, reasons_for
from privacy.models import ProposedName
from tests.cases.making import case_post, make_asked, make_case, note_post
from tests.factories import make_member
from tests.meetings.making import make_coordinator

pytestmark = pytest.mark.django_db

ClientFor = Callable[[User], Client]
KEEP = re.compile(r'<select [^>]*name="(keep-[^"]+)"')
REPLACE = re.compile(r'name="replace" value="([^"]+)"')
PROPOSE = re.compile(r'name="(propose-[^"]+)"')
BOX = re.compile(r'<textarea name="(\w+)"[^>]*>\s*([^<]*)</textarea>')


@pytest.fixture(autouse=True)
def _count_anew() -> None:
    cache.clear()


@pytest.fixture
def asked() -> User:
    return make_asked()


def boxes(page: str) -> dict[str, str]:
    """Give what stands in each box of a page."""
    return {name: text.strip() for name, text in BOX.findall(page)}


def send(client: Client, asked: User, **data: str) -> str:
    """Send a new case and give the page that comes back."""
    answer = client.post(reverse("cases:case_new"), case_post(asked.partner, **data))
    return answer.content.decode() if answer.status_code != 302 else ""


def test_a_name_in_one_text_is_found_in_the_other_and_replaced_by_one_letter(
    asked: User, client_for: ClientFor
) -> None:
    client = client_for(make_member())
    texts = {"question": "Wie eet er mee met Truus?", "situation": "Mevrouw Truus Jansen slaat maaltijden over."}
    page = send(client, asked, **texts)
    assert page.count('<mark class="finding"') == 2
    page = send(client, asked, **texts, replace="all")
    assert boxes(page) == {
        "question": "Wie eet er mee met persoon A?",
        "situation": "Mevrouw A slaat maaltijden over.",
    }
    assert not Case.objects.exists()
    # What came back can be sent as it is.
    assert send(client, asked, **boxes(page)) == ""
    assert Case.objects.get().situation == "Mevrouw A slaat maaltijden over."


def test_one_click_replaces_one_thing_and_the_same_person_everywhere(asked: User, client_for: ClientFor) -> None:
    client = client_for(make_member())
    texts = {"question": "Wie eet er mee met Truus?", "situation": "Zij heet Truus en woont in Lierop."}
    buttons = [value for value in REPLACE.findall(send(client, asked, **texts)) if value != "all"]
    page = send(client, asked, **texts, replace=buttons[0])
    assert boxes(page)["question"] == "Wie eet er mee met persoon A?"
    assert boxes(page)["situation"] == "Zij heet persoon A en woont in Lierop."
    page = send(client, asked, **texts, replace=buttons[-1])
    assert boxes(page) == {
        "question": texts["question"],
        "situation": "Zij heet Truus en woont in een dorp in de regio.",
    }


@pytest.mark.parametrize("wanted", ["", "situation", "situation:0000", "nergens:0123456789abcdef", "\0", ":", "all:"])
def test_a_button_that_is_not_there_changes_nothing(wanted: str, asked: User, client_for: ClientFor) -> None:
    texts = {"question": "Wie eet er mee met Truus?", "situation": "Zij is alleen."}
    assert boxes(send(client_for(make_member()), asked, **texts, replace=wanted)) == texts
    assert not Case.objects.exists()


def test_to_check_alone_stores_nothing_logs_nothing_and_asks_for_nothing_else(
    asked: User, client_for: ClientFor
) -> None:
    client, lines = client_for(make_member()), LogLine.objects.count()
    answer = client.post(reverse("cases:case_new"), {"question": "Wie eet mee met Truus?", "check": "1"})
    page = answer.content.decode()
    assert page.count('<mark class="finding"') == 1
    assert "Dit veld is verplicht" not in page
    answer = client.post(reverse("cases:case_new"), {"question": "Wie eet er mee?", "check": "1"})
    assert answer.status_code == 200
    assert 'data-state="good" role="group"' in answer.content.decode()
    assert LogLine.objects.count() == lines
    # Whole and clear, and still not stored: that is what the other button is for.
    send(client, asked, check="1")
    assert not Case.objects.exists()


def test_a_hard_finding_is_kept_for_no_reason(asked: User, client_for: ClientFor) -> None:
    client, case = client_for(asked), make_case(make_member(), asked)
    text = "Het nummer is 999759450."
    page = client.post(reverse("cases:note_add", args=[case.public_id]), note_post(text=text)).content.decode()
    assert KEEP.findall(page) == []
    key = REPLACE.findall(page)[0].partition(":")[2]
    for reason in REASONS:
        data = note_post(text=text) | {f"keep-text-{key}": reason}
        assert client.post(reverse("cases:note_add", args=[case.public_id]), data).status_code == 422
    assert not Note.objects.exists()


def test_a_soft_finding_is_kept_with_a_reason_and_bound_to_its_words(asked: User, client_for: ClientFor) -> None:
    client, case = client_for(asked), make_case(make_member(), asked)
    address = reverse("cases:note_add", args=[case.public_id])
    page = client.post(address, note_post(text="Zij woont in Lierop en wil mee.")).content.decode()
    (keep,) = KEEP.findall(page)
    # No reason, a reason that is none, and one that makes no sense for a place.
    for reason in ("", "daarom", "no-name"):
        answer = client.post(address, note_post(text="Zij woont in Lierop en wil mee.") | {keep: reason})
        assert answer.status_code == 422
    # Other words at the same place, and the same words elsewhere, ask again.
    for other in ("Zij woont in Ommel en wil mee.", "Zij werkt van Lierop tot hier."):
        assert client.post(address, note_post(text=other) | {keep: "needed"}).status_code == 422
    # Who writes on elsewhere keeps the choice.
    stored = client.post(address, note_post(text="  Goed plan.\r\nZij woont in Lierop en wil mee!") | {keep: "needed"})
    assert stored.status_code == 302
    assert Note.objects.get().text == "Goed plan.\nZij woont in Lierop en wil mee!"


def test_what_is_kept_in_one_text_is_sent_along_while_another_is_mended(asked: User, client_for: ClientFor) -> None:
    client = client_for(make_member())
    texts = {"question": "Wie kent iemand in Lierop?", "situation": "Zij is te bellen op 06-12345678."}
    (keep,) = KEEP.findall(send(client, asked, **texts))
    page = send(client, asked, **texts, **{keep: "many"})
    assert re.search(rf'name="{keep}">\s*<option value="">[^<]*</option>.*<option value="many" selected>', page, re.S)
    page = send(client, asked, **texts, **{keep: "many"}, replace="all")
    assert boxes(page)["question"] == texts["question"]
    assert "06-12345678" not in page


def test_a_name_kept_as_an_organisation_is_proposed_when_its_writer_asks(asked: User, client_for: ClientFor) -> None:
    client, case = client_for(asked), make_case(make_member(), asked)
    address, text = reverse("cases:note_add", args=[case.public_id]), "Zij komt graag bij bakkerij De Zonnehoek."
    page = client.post(address, note_post(text=text)).content.decode()
    (keep,), (propose,) = KEEP.findall(page), PROPOSE.findall(page)
    # Refused, checked, or kept for another reason: nothing is proposed.
    client.post(address, note_post(text=text) | {propose: "1"})
    client.post(address, note_post(text=text) | {propose: "1", keep: "organisation", "check": "1"})
    client.post(address, note_post(text=text) | {propose: "1", keep: "needed"})
    assert not ProposedName.objects.exists()
    client.post(address, note_post(text=text) | {propose: "1", keep: "organisation"})
    assert "Zonnehoek" in ProposedName.objects.get().name


def test_the_places_that_were_kept_lie_in_the_text_as_it_is_stored(asked: User) -> None:
    text = "\r\n  Goed\0 plan.\r\nZij woont in Lierop."
    form = NoteForm(query(note_post(text=text) | {"check": "1"}))
    (finding,) = form["text"].refused and form.outcomes["text"].findings
    form = NoteForm(query(note_post(text=text) | {f"keep-text-{finding.key}": "needed"}))
    assert form.is_valid()
    (kept,) = form.cleaned_data["text"].kept
    assert form.cleaned_data["text"][kept.start : kept.end] == "Lierop"
    assert (kept.kind, kept.reason) == (Kind.PLACE, "needed")


def query(data: dict[str, object]) -> QueryDict:
    """Give data as it is posted."""
    posted = QueryDict(mutable=True)
    for name, value in data.items():
        posted.setlist(name, value if isinstance(value, list) else [str(value)])
    return posted


def test_one_person_gets_help_so_many_times_a_minute(
    asked: User, client_for: ClientFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST", 2)
    eager, other = client_for(make_member()), client_for(make_member())
    texts = {"question": "Wie eet er mee met Truus?", "situation": "Zij is alleen."}
    for _time in range(2):
        assert "persoon A" in send(eager, asked, **texts, replace="all")
    page = send(eager, asked, **texts, replace="all")
    assert boxes(page) == texts
    assert "Wacht een minuut" in page
    assert "persoon A" in send(other, asked, **texts, replace="all")
    # To store is not to ask for help.
    assert send(eager, asked, question="Wie eet er mee?", situation="Zij is alleen.") == ""


def test_a_meeting_and_its_items_are_one_submission(client_for: ClientFor) -> None:
    client = client_for(make_coordinator())
    data = {"item-TOTAL_FORMS": "2", "item-INITIAL_FORMS": "0", "day": "", "starts": "", "until": "", "submission": ""}
    rows = {f"item-{row}-{name}": value for row in (0, 1) for name, value in (("minutes", "10"), ("goal", "discuss"))}
    texts = {"place": "Bij Truus Jansen", "item-0-title": "Budget", "item-1-title": "Wat wil Truus"}
    answer = client.post(reverse("meetings:meeting_new"), data | rows | texts | {"replace": "all"})
    page = answer.content.decode()
    assert 'value="Bij persoon A"' in page
    assert 'value="Wat wil persoon A"' in page
    assert 'value="Budget"' in page


def test_every_reason_fits_where_it_is_stored_and_makes_sense() -> None:
    assert all(len(name) <= 30 for name in REASONS)
    assert all("needed" in reasons_for(kind) for kind in Kind)
    assert "no-name" not in reasons_for(Kind.AGE)
    assert "organisation" not in reasons_for(Kind.PLACE)


def test_enter_in_a_field_sends_the_form_and_replaces_nothing(asked: User, client_for: ClientFor) -> None:
    page = send(client_for(make_member()), asked, question="Wie eet er mee met Truus?")
    form = page[page.index('action="/casussen/nieuw/"') :]
    first = re.search(r"<button [^>]*>", form)
    assert first
    assert "name=" not in first.group()
