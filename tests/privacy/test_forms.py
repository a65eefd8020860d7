"""The form field: what is refused comes back marked, as typed, and nothing of it stays behind."""

import time

import pytest
from django import forms
from django.template import Context, Template

from audit.models import LogLine, Result
from privacy import actions
from privacy.checks import CheckedText, Profile
from privacy.forms import CheckedTextFormField, count_findings
from tests.factories import make_user

TYPED = "  Vraag van\r\nme\u00advrouw Jansen, bel 06-12345678. <b>Dank</b> "


class QuestionForm(forms.Form):
    question = CheckedTextFormField(widget=forms.Textarea)
    minutes = CheckedTextFormField(profile=Profile.WORK, required=False, max_length=60)
    other = forms.CharField(required=False)


def filled(**data: str) -> QuestionForm:
    return QuestionForm({"question": "Wie helpt?", **data})


def test_a_clean_text_comes_out_checked_and_trimmed() -> None:
    form = filled(question="  Wie helpt?\r\nGraag snel. ", minutes="Op 12 maart 2026.")
    assert form.is_valid()
    question, minutes = form.cleaned_data["question"], form.cleaned_data["minutes"]
    assert isinstance(question, CheckedText)
    assert question == "Wie helpt?\nGraag snel."
    assert question.profile is Profile.CASE
    assert minutes.profile is Profile.WORK
    assert form["question"].refused == []


def test_empty_and_long_are_asked_about_as_in_any_field() -> None:
    for empty in ("", "  \r\n "):
        form = filled(question=empty)
        assert form.has_error("question", "required")
        assert form["question"].refused == []
    assert filled(minutes="").is_valid()
    assert isinstance(QuestionForm.base_fields["minutes"].clean(None), CheckedText)
    assert filled(minutes="lang " * 20).has_error("minutes", "max_length")
    assert filled(question="gewoon\0woord").is_valid()


def test_a_text_without_end_is_turned_down_before_it_is_checked() -> None:
    begin = time.process_time()
    form = filled(question="nl83 06 mevrouw " * 100_000)
    assert form.has_error("question", "max_length")
    assert form["question"].refused == []
    assert time.process_time() - begin < 1
    assert filled(question="a\r\n" * 9_999 + "aa").is_valid()


def test_a_refused_text_gives_one_calm_sentence() -> None:
    form = filled(question=TYPED)
    assert not form.is_valid()
    assert form.has_error("question", "refused")
    (sentence,) = form.errors["question"]
    assert "2" in sentence
    assert "Jansen" not in sentence
    assert "question" not in form.cleaned_data


def test_a_refused_text_comes_back_whole_with_its_places_marked() -> None:
    segments = filled(question=TYPED)["question"].refused
    assert "".join(segment.text for segment in segments) == TYPED
    marked = [segment for segment in segments if segment.finding]
    assert [segment.text for segment in marked] == ["Jansen", "06-12345678"]
    assert [segment.finding.number for segment in marked] == [1, 2]
    first = marked[0].finding
    assert not first.hard  # A surname alone leads to nobody by itself.
    assert marked[1].finding.hard
    assert first.kind == "person"
    assert str(first.kind_label)
    assert str(first.why)
    assert str(first.suggestion)


def test_the_marks_reach_the_page_escaped() -> None:
    page = Template('{% include "components/findings.html" with field=form.question only %}').render(
        Context({"form": filled(question=TYPED)})
    )
    assert ">Jansen<a " in page
    assert "&lt;b&gt;Dank&lt;/b&gt;" in page
    assert page.count('class="finding-row"') == 2


def test_the_form_itself_keeps_no_refused_text_but_what_was_posted() -> None:
    form = filled(question=TYPED)
    assert not form.is_valid()
    (error,) = form.errors["question"].as_data()
    assert "Jansen" not in repr(error)
    assert "Jansen" not in repr(vars(error))
    assert "Jansen" not in form.errors.as_json()


def test_one_line_in_the_log_counts_and_says_nothing_more(db: None) -> None:
    user = make_user()
    form = filled(question=TYPED, minutes="mevrouw Pietersen")
    actions.log_refusal(by=user, form=form, where="note")
    line = LogLine.objects.get(action="text.refused")
    assert (line.object_type, line.object_id, line.result) == ("note", "3", Result.REFUSED)
    assert line.actor == user.public_id
    assert not any("Jansen" in str(value) or "Pietersen" in str(value) for value in vars(line).values())


def test_a_form_that_is_wrong_for_another_reason_is_no_refusal(db: None) -> None:
    form = filled(question="")
    assert count_findings(form) == 0
    actions.log_refusal(by=make_user(), form=form, where="note")
    assert not LogLine.objects.filter(action="text.refused").exists()


@pytest.mark.parametrize("value", [None, "", "x"])
def test_an_unbound_form_shows_no_findings(value: str | None) -> None:
    form = QuestionForm(initial={"question": value})
    assert form["question"].refused == []
    assert count_findings(form) == 0
