"""Hidden texts that their writer writes anew, and stored ones that stricter rules find something in."""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
from django.test import Client

from accounts.errors import NotAllowed, NotPossible
from accounts.models import User
from audit.models import LogLine
from cases.access import get_case, get_note
from cases.models import Case
from followup.models import Action
from meetings.actions import record_outcome
from meetings.models import AgendaItem, Outcome
from notifications.models import NoticeKind
from privacy.actions import decide, look_over, mend_texts, recheck_texts, report_text
from privacy.models import Review, veiled
from tests.cases.making import CONTRIBUTION, SITUATION, checked, make_case, make_note
from tests.clock import Clock
from tests.factories import make_member
from tests.meetings.making import checked as checked_work
from tests.meetings.making import make_coordinator, make_meeting, own_item
from tests.privacy.stored import kinds_told

pytestmark = pytest.mark.django_db
ClientFor = Callable[[User], Client]
VEIL = "Deze tekst wordt nagekeken"


# --- the writer writes anew ------------------------------------------------------------------------------------------


def test_the_writer_mends_and_what_a_reader_reported_is_looked_at_again(
    case: Case, author: User, reader: User, seated: User, client_for: ClientFor
) -> None:
    report_text(by=reader, row=case)
    client = client_for(author)
    address = Review.objects.get().writer_url
    assert SITUATION in client.get(address).content.decode()
    refused = client.post(address, {"question": "Wie belt 06-12345678?", "situation": SITUATION})
    assert refused.status_code == 422
    assert "06-12345678" in refused.content.decode()
    assert client.post(address, {"question": "Wie kookt er?", "situation": SITUATION}).status_code == 302
    assert get_case(author, case.public_id).question == "Wie kookt er?"
    assert get_case(reader, case.public_id).question == VEIL

    review = Review.objects.get()
    look_over(by=seated, review=review)
    decide(by=seated, review=review, stays=True)
    assert get_case(reader, case.public_id).question == "Wie kookt er?"


def test_an_earlier_look_does_not_count_for_a_new_text(
    case: Case, author: User, reader: User, seated: User, clock: Clock
) -> None:
    report_text(by=reader, row=case)
    review = Review.objects.get()
    look_over(by=seated, review=review)
    clock.move(minutes=1)
    texts = {"question": checked("Wie kookt er?"), "situation": checked(SITUATION)}
    mend_texts(by=author, row=case, texts=texts)
    with pytest.raises(NotPossible):
        decide(by=seated, review=review, stays=True)


def test_nobody_else_mends(case: Case, author: User, reader: User, client_for: ClientFor) -> None:
    report_text(by=reader, row=case)
    assert client_for(reader).get(Review.objects.get().writer_url).status_code == 404
    with pytest.raises(NotAllowed):
        mend_texts(by=reader, row=case, texts={"question": checked("Wie kookt er?")})


def test_a_promise_and_its_outcome_are_hidden_and_mended_together(seated: User) -> None:
    coordinator, owner = make_coordinator(), make_member(contact="fixed")
    meeting = make_meeting(coordinator, owner.partner, days=0)
    outcome = record_outcome(
        by=coordinator,
        item=own_item(meeting),
        kind="action",
        text=checked_work("Een plek vrijhouden."),
        partner=owner.partner,
        person=owner,
        due_on=dt.date(2030, 1, 1),
    )
    report_text(by=owner, row=outcome.action)
    assert Outcome.objects.get().hidden_since
    assert Action.objects.get().sentence == VEIL
    mend_texts(by=coordinator, row=Action.objects.get(), texts={"sentence": checked_work("Twee plekken vrijhouden.")})
    look_over(by=seated, review=Review.objects.get())
    decide(by=seated, review=Review.objects.get(), stays=True)
    assert (Outcome.objects.get().text, Action.objects.get().sentence) == ("Twee plekken vrijhouden.",) * 2


# --- the rules become stricter ---------------------------------------------------------------------------------------


@pytest.fixture
def stricter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Raise the version of the rules, under which the word "dinsdag" is hard."""
    from privacy.actions import recheck
    from privacy.checks import find

    def strict(text: str, *args: object) -> list[object]:
        """Find in a contribution about Tuesday a telephone number."""
        return find("06-12345678", args[0]) if "dinsdag" in text else []

    monkeypatch.setattr(veiled, "RULES_VERSION", veiled.RULES_VERSION + 1)
    monkeypatch.setattr(recheck, "find", strict)


def test_stricter_rules_hide_what_they_find_and_tell(
    case: Case, author: User, reader: User, seated: User, request: pytest.FixtureRequest
) -> None:
    note = make_note(reader, case)
    assert "dinsdag" in CONTRIBUTION
    request.getfixturevalue("stricter")
    counts = recheck_texts()
    assert (counts["note"].looked, counts["note"].hidden, counts["case"].hidden) == (1, 1, 0)
    assert get_note(author, note.public_id).text == VEIL
    assert get_note(reader, note.public_id).text == CONTRIBUTION
    assert NoticeKind.TEXT_HELD_BY_RULES in kinds_told(reader)
    assert NoticeKind.TEXT_TO_LOOK_OVER in kinds_told(seated)
    assert LogLine.objects.filter(action="text.recheck", object_id="1 looked at, 1 hidden").exists()
    # What only the check found, the check releases.
    assert mend_texts(by=reader, row=note, texts={"text": checked("Vrijwilligers kunnen aanschuiven.")})
    assert get_note(author, note.public_id).text == "Vrijwilligers kunnen aanschuiven."


def test_a_second_turn_finds_nothing_left(case: Case, reader: User, request: pytest.FixtureRequest) -> None:
    make_note(reader, case)
    request.getfixturevalue("stricter")
    recheck_texts()
    assert {word: count.looked for word, count in recheck_texts().items() if count.looked} == {}


def test_under_the_same_rules_nothing_is_looked_at(case: Case, reader: User) -> None:
    make_note(reader, case)
    assert not any(count.looked for count in recheck_texts().values())


def test_what_the_check_refuses_nobody_lets_stay(
    author: User, reader: User, seated: User, client_for: ClientFor, request: pytest.FixtureRequest
) -> None:
    note = make_note(reader, make_case(author, reader))
    report_text(by=author, row=note)
    review = Review.objects.get()
    look_over(by=seated, review=review)
    page = client_for(seated).get(review.get_absolute_url()).content.decode()
    assert 'value="stays"' in page
    request.getfixturevalue("stricter")
    page = client_for(seated).get(review.get_absolute_url()).content.decode()
    assert 'value="stays"' not in page
    assert 'value="goes"' in page
    with pytest.raises(NotPossible):
        decide(by=seated, review=review, stays=True)
    assert get_note(author, note.public_id).text == VEIL
    decide(by=seated, review=review, stays=False)
    assert NoticeKind.TEXT_TO_WRITE_ANEW in kinds_told(reader)


# --- a form that is sent again -----------------------------------------------------------------------------------------


def test_a_meeting_with_a_hidden_item_is_still_the_same_when_its_form_comes_again(seated: User) -> None:
    coordinator, submission = make_coordinator(), uuid.uuid4()
    meeting = make_meeting(coordinator, submission=submission)
    report_text(by=seated, row=own_item(meeting))
    assert AgendaItem.objects.get(position=2).is_veiled
    assert make_meeting(coordinator, submission=submission) == meeting
