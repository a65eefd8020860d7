"""Proves every address of a case against owner, participant and outsider; who is not in the circle learns nothing."""

import re
from collections.abc import Callable

import pytest
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.models import Role, User
from audit.models import LogLine, Result
from cases import actions
from cases.models import Case, CircleMember, Note, Participation
from notifications.models import Notice
from tests.cases.making import CONTRIBUTION, QUESTION, SITUATION, case_post, make_asked, make_case, make_note, note_post
from tests.factories import make_member, make_seat

pytestmark = pytest.mark.django_db

ClientFor = Callable[[User], Client]
READS = ["case_detail", "note_list", "colleague_add"]
DIRECTS = ["partner_invite", "case_close"]
POSTS = ["note_add", "partner_invite", "colleague_add", "case_close"]
STORED: list[type[Model]] = [Case, Note, Participation, CircleMember, Notice]


def addresses(names: list[str], public_id: str) -> list[str]:
    """Give the addresses of these views for one case."""
    return [reverse(f"cases:{name}", args=[public_id]) for name in names]


def rows() -> list[int]:
    """Count what a case stores."""
    return [model._default_manager.count() for model in STORED]


def words(answer: HttpResponse, case: Case) -> str:
    """Give an answer without what differs between any two: the address, the mask of the form's token, what the clock says."""
    page = answer.content.decode().replace(case.public_id, "000000000000")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"|data-left="\d+"|\d{1,2}\.\d\d uur', "", page)


@pytest.fixture(
    params=["outsider", "core team", "coordinator", "editor", "privacy officer", "colleague", "blocked", "moved"]
)
def stranger(request: pytest.FixtureRequest) -> tuple[User, Case]:
    """Give somebody who must learn nothing of a case, and the case."""
    author, asked, other = make_member(), make_asked(), make_asked()
    case = make_case(author, asked, other)
    make_note(asked, case)
    roles = {"coordinator": Role.COORDINATOR, "editor": Role.EDITOR, "privacy officer": Role.PRIVACY_OFFICER}
    kind = request.param
    if kind in roles:
        return make_member(roles=(roles[kind],)), case
    if kind == "core team":
        return make_seat(make_member()), case
    if kind == "colleague":
        return make_member(partner=author.partner), case
    if kind == "moved":
        asked.partner = other.partner
        asked.save()
        return asked, case
    if kind == "blocked":
        User.objects.filter(pk=asked.pk).update(is_active=False)
        return asked, case
    return make_member(contact="fixed"), case


def test_a_stranger_gets_the_same_answer_as_for_no_case(stranger: tuple[User, Case], client_for: ClientFor) -> None:
    user, case = stranger
    client, before = client_for(user), rows()
    # A blocked person is no longer signed in: the door answers, and for every address alike.
    expected = 404 if User.objects.get(pk=user.pk).is_active else 302
    pairs = zip(addresses(READS + DIRECTS, case.public_id), addresses(READS + DIRECTS, "000000000000"), strict=True)
    for real, missing in pairs:
        answers = [client.get(real), client.get(missing)]
        assert [answer.status_code for answer in answers] == [expected, expected]
        assert words(answers[0], case) == words(answers[1], case)
    for address in addresses(POSTS, case.public_id):
        assert client.post(address, note_post(partner=user.partner.public_id)).status_code == expected
    assert rows() == before


def test_a_stranger_sees_nothing_in_lists_and_counters(stranger: tuple[User, Case], client_for: ClientFor) -> None:
    user, case = stranger
    client = client_for(user)
    answer = client.get(reverse("cases:case_list"), follow=True)
    for word in (case.public_id, case.number, QUESTION, SITUATION, CONTRIBUTION):
        assert word not in answer.content.decode()
    assert not Case.objects.visible_to(User.objects.get(pk=user.pk)).exists()


def test_a_refusal_is_a_line_in_the_log_for_a_missing_case_too(client_for: ClientFor) -> None:
    case, outsider = make_case(make_member(), make_asked()), make_member()
    for public_id in (case.public_id, "000000000000"):
        client_for(outsider).get(reverse("cases:case_detail", args=[public_id]))
        line = LogLine.objects.latest("pk")
        assert (line.action, line.object_id, line.result) == ("case.refused", public_id, Result.REFUSED)
        assert line.actor == outsider.public_id


def test_what_is_no_id_never_reaches_the_log(client_for: ClientFor) -> None:
    answer = client_for(make_member()).get("/casussen/mevrouw-jansen/")
    assert answer.status_code == 404
    assert "jansen" not in str(list(LogLine.objects.values()))


def test_owner_and_participant_read_the_case_and_each_reading_is_a_line(client_for: ClientFor) -> None:
    author, asked = make_member(), make_asked()
    case = make_case(author, asked)
    make_note(asked, case)
    for user in (author, asked):
        answer = client_for(user).get(case.get_absolute_url())
        page = answer.content.decode()
        assert answer.status_code == 200
        for text in (QUESTION, SITUATION, CONTRIBUTION, case.number):
            assert text in page
        assert LogLine.objects.filter(action="case.read", actor=user.public_id, object_id=case.public_id).count() == 1
    fragment = client_for(author).get(case.notes_url)
    assert CONTRIBUTION in fragment.content.decode()
    assert "<html" not in fragment.content.decode()
    assert LogLine.objects.filter(action="case.read_notes", actor=author.public_id).count() == 1


def test_opening_the_page_marks_its_notices_as_read(client_for: ClientFor) -> None:
    asked = make_asked()
    case = make_case(make_member(), asked)
    assert Notice.objects.filter(recipient=asked).unread().count() == 1
    client_for(asked).get(case.get_absolute_url())
    assert not Notice.objects.filter(recipient=asked).unread().exists()


def test_a_participant_contributes_and_lands_at_the_contribution(client_for: ClientFor) -> None:
    asked = make_asked()
    case = make_case(make_member(), asked)
    answer = client_for(asked).post(reverse("cases:note_add", args=[case.public_id]), note_post())
    note = Note.objects.get()
    assert (note.author, note.partner, note.kind, note.text) == (asked, asked.partner, "advice", CONTRIBUTION)
    assert answer.status_code == 302
    assert answer["Location"] == f"{case.get_absolute_url()}#note-{note.public_id}"


def test_a_participant_neither_invites_nor_closes(client_for: ClientFor) -> None:
    asked, late = make_asked(), make_asked()
    case = make_case(make_member(), asked)
    client, before = client_for(asked), rows()
    for address in addresses(DIRECTS, case.public_id):
        assert client.get(address).status_code == 404
        assert client.post(address, {"partner": late.partner.public_id}).status_code == 404
        assert address not in client.get(case.get_absolute_url()).content.decode()
    assert rows() == before
    case.refresh_from_db()
    assert case.is_open


def test_the_owner_invites_adds_a_colleague_and_closes(client_for: ClientFor) -> None:
    author, late = make_member(), make_asked()
    colleague = make_member(partner=author.partner)
    case = make_case(author, make_asked())
    client = client_for(author)
    invite, add, close = (
        reverse(f"cases:{name}", args=[case.public_id]) for name in ("partner_invite", "colleague_add", "case_close")
    )
    for address in (invite, add, close):
        assert client.get(address).status_code == 200
    client.post(invite, {"partner": late.partner.public_id})
    client.post(add, {"colleague": colleague.public_id})
    assert {late, colleague} <= set(case.people())
    client.post(close)
    case.refresh_from_db()
    assert not case.is_open
    page = client.get(case.get_absolute_url()).content.decode()
    for address in (invite, add, close, reverse("cases:note_add", args=[case.public_id])):
        assert address not in page


def test_a_colleague_of_another_partner_cannot_be_chosen(client_for: ClientFor) -> None:
    author, stranger = make_member(), make_member()
    case = make_case(author, make_asked())
    answer = client_for(author).post(
        reverse("cases:colleague_add", args=[case.public_id]), {"colleague": stranger.public_id}
    )
    assert answer.status_code == 422
    assert stranger not in case.people()


def test_a_contribution_to_a_closed_case_is_kept_on_the_screen_only(client_for: ClientFor) -> None:
    author, asked = make_member(), make_asked()
    case = make_case(author, asked)
    actions.close_case(by=author, case=case)
    answer = client_for(asked).post(reverse("cases:note_add", args=[case.public_id]), note_post())
    assert answer.status_code == 422
    assert CONTRIBUTION in answer.content.decode()
    assert not Note.objects.exists()


def test_a_member_brings_a_case_in(client_for: ClientFor) -> None:
    author, asked = make_member(), make_asked()
    answer = client_for(author).post(reverse("cases:case_new"), case_post(asked.partner))
    case = Case.objects.get()
    assert answer["Location"] == case.get_absolute_url()
    assert (case.question, case.situation, case.resident_knows) == (QUESTION, SITUATION, "yes")
    assert case.topics.count() == 1
    assert set(case.people()) == {author, asked}


def test_a_partner_without_a_contact_point_is_named_and_nothing_is_stored(client_for: ClientFor) -> None:
    author, lonely = make_member(), make_member().partner
    client, before = client_for(author), rows()
    answer = client.post(reverse("cases:case_new"), case_post(lonely))
    assert answer.status_code == 422
    assert lonely.name in answer.content.decode()
    assert QUESTION in answer.content.decode()
    assert rows() == before


def test_somebody_without_a_partner_is_told_so(client_for: ClientFor) -> None:
    nobody, asked = make_member(), make_asked()
    User.objects.filter(pk=nobody.pk).update(partner=None)
    client = client_for(User.objects.get(pk=nobody.pk))
    assert client.get(reverse("cases:case_new")).status_code == 200
    assert client.post(reverse("cases:case_new"), case_post(asked.partner)).status_code == 422
    assert not Case.objects.exists()


def test_half_signed_in_sees_the_door_and_nothing_else(half_client_for: ClientFor) -> None:
    author = make_member()
    case = make_case(author, make_asked())
    client, before = half_client_for(author), rows()
    pages = [
        *addresses(READS + DIRECTS, case.public_id),
        *(reverse(f"cases:{name}") for name in ("case_list", "case_new", "case_safety")),
    ]
    for address in pages:
        assert client.get(address)["Location"].startswith("/account/")
    for address in addresses(POSTS, case.public_id):
        assert client.post(address, note_post())["Location"].startswith("/account/")
    assert rows() == before


def test_a_visitor_sees_the_door(client: Client) -> None:
    case = make_case(make_member(), make_asked())
    for public_id in (case.public_id, "000000000000"):
        assert client.get(reverse("cases:case_detail", args=[public_id]))["Location"].startswith("/account/")


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
def test_no_other_method_is_answered(method: str, client_for: ClientFor) -> None:
    author = make_member()
    case = make_case(author, make_asked())
    client = client_for(author)
    names = [*READS, *DIRECTS, "note_add"]
    for address in [
        *addresses(names, case.public_id),
        *(reverse(f"cases:{name}") for name in ("case_list", "case_new", "case_safety")),
    ]:
        assert getattr(client, method)(address).status_code == 405


def test_reading_pages_take_no_post_and_writing_ones_no_get(client_for: ClientFor) -> None:
    author = make_member()
    case = make_case(author, make_asked())
    client = client_for(author)
    for address in [
        *addresses(["case_detail", "note_list"], case.public_id),
        reverse("cases:case_list"),
        reverse("cases:case_safety"),
    ]:
        assert client.post(address).status_code == 405
    assert client.get(reverse("cases:note_add", args=[case.public_id])).status_code == 405


def test_a_form_from_elsewhere_is_refused(client_for: ClientFor) -> None:
    author = make_member()
    case = make_case(author, make_asked())
    client = client_for(author)
    client.handler.enforce_csrf_checks = True
    before = rows()
    for address in [*addresses(POSTS, case.public_id), reverse("cases:case_new")]:
        assert client.post(address, note_post()).status_code == 403
    assert rows() == before


def test_the_list_shows_mine_the_open_ones_first_and_what_is_new(client_for: ClientFor) -> None:
    author, asked = make_member(), make_asked()
    closed = make_case(author, asked, question="Wie helpt met de administratie?")
    opened = make_case(author, asked, question="Wie gaat mee naar de eettafel?")
    make_case(make_member(), make_asked(), question="Wie kent een oefenplek?")
    actions.close_case(by=author, case=closed)
    client = client_for(asked)
    client.get(closed.get_absolute_url())
    page = client.get(reverse("cases:case_list"))
    assert [case.question for case in page.context["page"]] == [opened.question, closed.question]
    assert "Wie kent een oefenplek?" not in page.content.decode()
    assert page.context["unread"] == {opened.get_absolute_url()}


def test_a_partner_in_the_circle_without_people_is_shown_as_such(client_for: ClientFor) -> None:
    author, asked = make_member(), make_asked()
    case = make_case(author, asked)
    User.objects.filter(pk=asked.pk).update(is_active=False)
    page = client_for(author).get(case.get_absolute_url())
    assert [(seat.partner, [place.person for place in seat.people]) for seat in page.context["circle"]] == [
        (author.partner, [author]),
        (asked.partner, []),
    ]
    assert page.context["people_count"] == 1
