"""Texts once stored: what was kept, what a reader reports, who reads it then, and how it comes back."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.errors import NotAllowed, NotPossible
from accounts.models import Role, User
from audit.models import LogLine
from cases.access import cases_of, get_case, get_note
from cases.models import Case, Note
from followup.models import Action
from meetings.actions import record_outcome
from meetings.models import Outcome
from notifications.models import Notice, NoticeKind
from privacy import rooms
from privacy.access import get_review
from privacy.actions import decide, look_over, mend_texts, recheck_texts, report_text, reviews
from privacy.fields import CheckedTextField
from privacy.models import KeptWord, Review, VeiledText, veiled
from tests.cases.making import CONTRIBUTION, SITUATION, checked, make_asked, make_case, make_note
from tests.clock import Clock
from tests.factories import make_member, make_seat
from tests.meetings.making import checked as checked_work
from tests.meetings.making import make_coordinator, make_meeting, own_item
from tests.privacy.stored import WITH_A_NAME, WITH_A_VILLAGE, kept
from tests.privacy.test_every_text_field import OURS

pytestmark = pytest.mark.django_db
ClientFor = Callable[[User], Client]
VEIL = "Deze tekst wordt nagekeken"


@pytest.fixture
def author() -> User:
    """Give who brings the case in."""
    return make_member("Anja Auteur", contact="fixed")


@pytest.fixture
def reader() -> User:
    """Give somebody else in the circle."""
    return make_asked()


@pytest.fixture
def seated() -> User:
    """Give a member of the core team who is in no circle."""
    return make_seat(make_member("Kees Kern"))


@pytest.fixture
def case(author: User, reader: User) -> Case:
    """Give a case with two people in its circle."""
    return make_case(author, reader)


def kinds_told(user: User) -> set[str]:
    """Give the kinds of what somebody was told."""
    return set(Notice.objects.filter(recipient=user).values_list("kind", flat=True))


def keep_note(by: User, case: Case, text: str) -> Note:
    """Write a contribution of which everything found is kept."""
    from cases.actions import add_note

    return add_note(by=by, case=case, kind="advice", text=kept(text))


# --- every text ------------------------------------------------------------------------------------------------------


def test_every_model_with_checked_text_can_be_hidden_and_is_known_by_a_word() -> None:
    models = {
        model
        for model in apps.get_models()
        if model._meta.app_label in OURS and any(isinstance(each, CheckedTextField) for each in model._meta.fields)
    }
    assert models
    assert {kind.model for kind in rooms.kinds()} == models
    for kind in rooms.kinds():
        assert issubclass(kind.model, VeiledText)
        assert set(kind.longest) == {field.name for field in kind.model.text_fields()}


def test_a_row_fetched_for_nobody_shows_the_sentence(case: Case, reader: User) -> None:
    report_text(by=reader, row=case)
    assert Case._base_manager.get().situation == VEIL
    assert Case.objects.get().question == VEIL
    assert cases_of(reader).get().situation == VEIL
    assert str(rooms.row_of("case", case.public_id).situation) == SITUATION  # type: ignore[union-attr]


def test_a_sentence_is_never_stored_over_the_text(case: Case, reader: User) -> None:
    report_text(by=reader, row=case)
    veiled_row = Case.objects.get()
    veiled_row.situation = veiled_row.situation
    veiled_row.save()
    assert str(rooms.row_of("case", case.public_id).situation) == SITUATION  # type: ignore[union-attr]


# --- what was kept ---------------------------------------------------------------------------------------------------


def test_a_kept_name_holds_the_text_back_until_another_looked(
    case: Case, author: User, reader: User, seated: User
) -> None:
    note = keep_note(reader, case, WITH_A_NAME)
    review = Review.objects.get()
    assert review.reason == "person"
    assert get_note(author, note.public_id).text == VEIL
    assert get_note(reader, note.public_id).text == WITH_A_NAME
    assert kinds_told(seated) == {NoticeKind.TEXT_TO_LOOK_OVER}
    assert NoticeKind.TEXT_HELD in kinds_told(reader)

    look_over(by=seated, review=review)
    decide(by=seated, review=review, stays=True)
    assert get_note(author, note.public_id).text == WITH_A_NAME
    assert NoticeKind.TEXT_SHOWN in kinds_told(author)
    assert NoticeKind.TEXT_STAYS in kinds_told(reader)


def test_what_else_was_kept_is_listed_and_hides_nothing(case: Case, author: User, reader: User) -> None:
    note = keep_note(reader, case, WITH_A_VILLAGE)
    review = Review.objects.get()
    assert (review.reason, review.hides) == ("kept", False)
    assert get_note(author, note.public_id).text == WITH_A_VILLAGE
    (word,) = KeptWord.objects.all()
    assert WITH_A_VILLAGE[word.start : word.end] == "Someren"


def test_the_log_gets_kind_and_number_and_never_the_word(case: Case, reader: User) -> None:
    keep_note(reader, case, WITH_A_VILLAGE)
    (line,) = LogLine.objects.filter(action="text.kept")
    assert (line.object_type, line.object_id) == ("place", "1")
    assert "Someren" not in str(list(LogLine.objects.values())) + str(list(Notice.objects.values()))
    assert "Someren" not in str(list(KeptWord.objects.values())) + str(list(Review.objects.values()))


def test_a_text_in_which_nothing_was_kept_leaves_no_trace(case: Case, reader: User) -> None:
    make_note(reader, case)
    assert not Review.objects.exists()


# --- a reader reports ------------------------------------------------------------------------------------------------


def test_a_report_hides_at_once_for_all_but_writer_and_core_team(
    case: Case, author: User, reader: User, client_for: ClientFor
) -> None:
    client = client_for(reader)
    assert SITUATION in client.get(case.get_absolute_url()).content.decode()
    address = reverse("texts:text_report", args=["case", case.public_id])
    assert client.get(address).status_code == 200
    assert not Review.objects.exists()
    assert client.post(address).status_code == 302
    page = client.get(case.get_absolute_url()).content.decode()
    assert SITUATION not in page
    assert VEIL in page
    assert SITUATION in client_for(author).get(case.get_absolute_url()).content.decode()
    assert NoticeKind.TEXT_REPORTED in kinds_told(author)


def test_nothing_of_a_hidden_text_stands_anywhere_for_a_reader(case: Case, reader: User, client_for: ClientFor) -> None:
    client = client_for(reader)
    for address in ("/", "/casussen/"):
        assert str(case.question) in client.get(address).content.decode()
    report_text(by=reader, row=case)
    for address in ("/", "/casussen/", "/vandaag/", "/berichten/", case.get_absolute_url(), case.notes_url):
        page = client.get(address).content.decode()
        assert "samen eten" not in page
        assert SITUATION not in page


def test_a_hidden_text_is_found_by_nobody(case: Case, author: User, reader: User) -> None:
    note = make_note(reader, case)
    assert cases_of(author).search("samen eten").exists()
    assert cases_of(author).search("aanschuiven").exists()
    report_text(by=reader, row=case)
    report_text(by=author, row=note)
    for user in (author, reader):
        assert not cases_of(user).search("samen eten").exists()
        assert not cases_of(user).search("aanschuiven").exists()
    assert cases_of(author).search(case.number).exists()


def test_twice_is_once(case: Case, author: User, reader: User) -> None:
    assert report_text(by=reader, row=case)
    assert not report_text(by=reader, row=Case.objects.get())
    assert Review.objects.count() == 1
    assert Notice.objects.filter(recipient=author, kind=NoticeKind.TEXT_REPORTED).count() == 1


def test_who_reports_one_text_after_the_other_is_stopped(
    case: Case, reader: User, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    monkeypatch.setattr(reviews, "MOST_REPORTS", 2)
    notes = [make_note(reader, case, f"Bijdrage nummer {word}.") for word in ("een", "twee", "drie")]
    report_text(by=reader, row=notes[0])
    report_text(by=reader, row=notes[1])
    with pytest.raises(NotPossible):
        report_text(by=reader, row=notes[2])
    clock.move(hours=1, minutes=1)
    assert report_text(by=reader, row=notes[2])


@pytest.mark.parametrize("name", ["text_report", "text_mend"])
def test_for_an_outsider_there_is_no_text(case: Case, name: str, seated: User, client_for: ClientFor) -> None:
    for outsider in (make_member(contact="fixed"), seated, make_member(roles=(Role.EDITOR,))):
        client = client_for(outsider)
        for word, public_id in (("case", case.public_id), ("case", "000000000000"), ("dossier", case.public_id)):
            address = reverse(f"texts:{name}", args=[word, public_id])
            assert client.get(address).status_code == 404
            assert client.post(address).status_code == 404
    assert Case.objects.get().hidden_since is None


# --- the core team looks ---------------------------------------------------------------------------------------------


def test_the_core_team_reads_only_after_saying_so_and_the_circle_sees_it(
    case: Case, author: User, reader: User, seated: User, client_for: ClientFor
) -> None:
    report_text(by=reader, row=case)
    review = Review.objects.get()
    client = client_for(seated)
    assert client.get(case.get_absolute_url()).status_code == 404
    assert SITUATION not in client.get(review.get_absolute_url()).content.decode()
    assert SITUATION not in client.get(review.list_url).content.decode()
    client.post(reverse("texts:review_read", args=[review.public_id]))
    assert SITUATION in client.get(review.get_absolute_url()).content.decode()
    for user in (author, reader):
        assert f"Ingezien door {seated.name}" in client_for(user).get(case.get_absolute_url()).content.decode()


def test_who_has_not_read_it_cannot_decide(case: Case, reader: User, seated: User) -> None:
    report_text(by=reader, row=case)
    with pytest.raises(NotPossible):
        decide(by=seated, review=Review.objects.get(), stays=True)
    assert Case.objects.get().hidden_since


def test_the_writer_does_not_look_over_the_own_text(reader: User, client_for: ClientFor) -> None:
    writer = make_seat(make_member(contact="fixed"))
    note = make_note(writer, make_case(writer, reader))
    report_text(by=reader, row=note)
    review = Review.objects.get()
    assert client_for(writer).get(review.get_absolute_url()).status_code == 404
    with pytest.raises(Http404):
        get_review(writer, review.public_id)
    with pytest.raises(NotAllowed):
        look_over(by=writer, review=review)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.PRIVACY_OFFICER, None])
def test_the_list_is_the_core_teams(role: Role | None, case: Case, reader: User, client_for: ClientFor) -> None:
    report_text(by=reader, row=case)
    client = client_for(make_member(roles=(role,) if role else ()))
    for name in ("review_list", "review_detail"):
        args = [Review.objects.get().public_id] if name == "review_detail" else []
        assert client.get(reverse(f"texts:{name}", args=args)).status_code == 404


def test_two_who_decide_at_once_decide_once(case: Case, reader: User, seated: User) -> None:
    coordinator = make_coordinator()
    report_text(by=reader, row=case)
    review = Review.objects.get()
    for person in (seated, coordinator):
        look_over(by=person, review=review)
    decide(by=seated, review=review, stays=True)
    with pytest.raises(NotPossible):
        decide(by=coordinator, review=review, stays=False)
    assert Case.objects.get().hidden_since is None


def test_the_list_asks_the_database_the_same_for_one_and_for_many(
    case: Case, reader: User, seated: User, client_for: ClientFor
) -> None:
    client, counts = client_for(seated), []
    for number in (1, 12):
        for count in range(number):
            report_text(by=reader, row=make_note(reader, case, f"Bijdrage van keer {'x' * (number + count)}."))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("texts:review_list")).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_home_names_what_waits_to_the_core_team_alone(
    case: Case, reader: User, seated: User, client_for: ClientFor
) -> None:
    report_text(by=reader, row=case)
    assert "verborgen tot het kernteam die nakijkt" in client_for(seated).get("/").content.decode()
    assert "verborgen tot het kernteam die nakijkt" not in client_for(reader).get("/").content.decode()


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
        return find("06-12345678", args[0]) if "dinsdag" in text else []  # type: ignore[arg-type,return-value]

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
