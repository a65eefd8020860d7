"""Texts once stored: what was kept, what a reader reports, who reads it then, and how it comes back."""

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
from cases.access import cases_of, get_note
from cases.models import Case, Note
from notifications.models import Notice, NoticeKind
from privacy import rooms
from privacy.access import get_review
from privacy.actions import decide, look_over, report_text, reviews
from privacy.fields import CheckedTextField
from privacy.models import KeptWord, Review, VeiledText
from tests.cases.making import SITUATION, make_case, make_note
from tests.clock import Clock
from tests.factories import make_member, make_seat
from tests.meetings.making import make_coordinator
from tests.privacy.stored import WITH_A_NAME, WITH_A_VILLAGE, kept, kinds_told
from tests.privacy.test_every_text_field import OURS

pytestmark = pytest.mark.django_db
ClientFor = Callable[[User], Client]
VEIL = "Deze tekst wordt nagekeken"


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
    assert str(rooms.row_of("case", case.public_id).situation) == SITUATION


def test_a_sentence_is_never_stored_over_the_text(case: Case, reader: User) -> None:
    report_text(by=reader, row=case)
    veiled_row = Case.objects.get()
    veiled_row.situation = veiled_row.situation
    veiled_row.save()
    assert str(rooms.row_of("case", case.public_id).situation) == SITUATION


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
