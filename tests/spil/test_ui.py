"""Proves that the face keeps its promises: shapes with words, fields that explain themselves, pages that leak nothing."""

import datetime
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import timezone, translation

from accounts.models import User
from spil.templatetags import spil_ui
from tests.factories import make_member

SITE = Path(__file__).parents[2] / "site"
TEMPLATES = sorted(SITE.glob("templates/**/*.html"))
STYLES = sorted(SITE.glob("static/css/**/*.css"))
SCRIPTS = sorted(SITE.glob("static/js/*.js"))
TODAY = datetime.date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _english_on_a_known_day(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Read the message ids themselves, on a day that stays the same."""
    monkeypatch.setattr(timezone, "localdate", lambda *_args: TODAY)
    with translation.override("en"):
        yield


def render(source: str, **context: Any) -> str:
    """Render a snippet that has Spil's tags."""
    return Template("{% load spil_ui %}" + source).render(Context(context))


def amsterdam(*when: int) -> datetime.datetime:
    """Give a moment on the clock of the people."""
    return datetime.datetime(*when, tzinfo=timezone.get_default_timezone())  # type: ignore[misc,arg-type]


# --- shapes ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(spil_ui.ICONS))
def test_an_icon_is_hidden_from_the_ear_because_a_word_stands_beside_it(name: str) -> None:
    assert 'aria-hidden="true"' in spil_ui.icon(name)


def test_an_icon_that_does_not_exist_fails_loudly() -> None:
    with pytest.raises(KeyError):
        spil_ui.icon("unicorn")


@pytest.mark.parametrize("kind", ["good", "watch", "stop", "open", "now"])
def test_a_state_is_a_shape_and_a_word_beside_its_colour(kind: str) -> None:
    said = render("{% state kind words %}", kind=kind, words="8 <days> late")
    assert f'data-state="{kind}"' in said
    assert "<svg" in said
    assert "8 &lt;days&gt; late" in said


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Thuiszorg De Linde", "TL"), ("Joris de Wit", "JW"), ("Politie", "PO"), ("’t Huis (Ommel)", "HO"), ("", "?")],
)
def test_a_mark_is_two_letters_of_the_words_that_count(name: str, letters: str) -> None:
    assert f">{letters}<" in render("{% mark name %}", name=name)


def test_a_ring_mark_speaks_one_ring_and_says_its_word() -> None:
    said = render('{% ring_mark "fixed" %}')
    assert said.count('class="on"') == 1
    assert "fixed ring" in said


def test_who_stands_in_no_ring_gets_no_ring_mark() -> None:
    assert render('{% ring_mark "" %}') == ""


@pytest.mark.parametrize(
    ("path", "prefix", "said"),
    [
        ("/casussen/", "/casussen/", ' aria-current="page"'),
        ("/casussen/7f3k/", "/casussen/", ' aria-current="true"'),
        ("/overleg/", "/casussen/", ""),
        ("/overleg/", "/", ""),
        ("/", "/", ' aria-current="page"'),
    ],
)
def test_the_navigation_says_where_you_are(path: str, prefix: str, said: str) -> None:
    assert render("{% nav_current prefix %}", prefix=prefix, request=RequestFactory().get(path)) == said


# --- days and times -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (TODAY, "today"),
        (TODAY - datetime.timedelta(days=1), "yesterday"),
        (TODAY + datetime.timedelta(days=1), "tomorrow"),
        (datetime.date(2026, 11, 17), "17 November"),
        (datetime.date(2025, 11, 17), "17 November 2025"),
        (None, ""),
    ],
)
def test_a_day_is_said_as_people_say_it(value: datetime.date | None, said: str) -> None:
    assert spil_ui.near_day(value) == said


def test_a_day_in_full_is_dutch_for_who_reads_dutch() -> None:
    with translation.override("nl"):
        assert spil_ui.long_day(datetime.date(2026, 11, 26)) == "donderdag 26 november 2026"


def test_a_moment_is_told_on_the_clock_of_the_people() -> None:
    late_in_london = datetime.datetime(2026, 11, 22, 23, 41, tzinfo=datetime.UTC)
    assert spil_ui.moment(late_in_london) == "today, 0:41"


def test_a_machine_can_read_a_moment_too() -> None:
    assert 'datetime="2026-11-17T19:10"' in render("{% when moment %}", moment=amsterdam(2026, 11, 17, 19, 10))


def test_nothing_is_said_of_a_moment_that_is_not_there() -> None:
    assert render("{% when moment %}{{ moment|moment }}{{ moment|day }}{{ moment|clock }}", moment=None) == ""


# --- forms ----------------------------------------------------------------------------------------------------------


@dataclass
class Finding:
    """What the privacy room hands over."""

    number: int
    hard: bool
    kind_label: str = "Name"
    why: str = "A name tells who it is."
    suggestion: str = "the resident"


@dataclass
class Segment:
    """A stretch of text."""

    text: str
    finding: Finding | None = None


class RefusingField(forms.CharField):
    """A field whose text is refused, in the shape that the privacy room gives."""

    widget = forms.Textarea

    def clean(self, value: Any) -> Any:
        raise forms.ValidationError("Take out what is marked.")

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        bound = super().get_bound_field(form, field_name)
        bound.refused = [  # type: ignore[attr-defined]
            Segment("Mevrouw Jansen", Finding(1, hard=True)),
            Segment(" <b>woont</b> bij "),
            Segment("het kerkkoor", Finding(2, hard=False)),
        ]
        return bound


class Everything(forms.Form):
    """Each kind of question once."""

    question = forms.CharField(help_text="One question.")
    tried = forms.CharField(required=False, widget=forms.Textarea)
    village = forms.ChoiceField(choices=[("a", "Asten")])
    knows = forms.ChoiceField(choices=[("y", "Yes"), ("n", "No")], widget=forms.RadioSelect, help_text="Ask them.")
    topics = forms.MultipleChoiceField(choices=[("c", "Care")], widget=forms.CheckboxSelectMultiple)
    due = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    agreed = forms.BooleanField()
    digest = forms.CharField(required=False, widget=forms.HiddenInput)


def field(bound: forms.BoundField) -> str:
    """Render one field."""
    return render_to_string("components/field.html", {"field": bound})


def ids_in(html: str) -> set[str]:
    """Give every id in a piece of HTML."""
    return set(re.findall(r'\bid="([^"]+)"', html))


@pytest.mark.parametrize("name", [name for name in Everything.base_fields if name != "digest"])
def test_everything_a_field_points_at_is_there_once(name: str) -> None:
    html = field(Everything({})[name])
    pointed = [one for value in re.findall(r'(?:aria-describedby|for)="([^"]+)"', html) for one in value.split()]
    assert pointed
    assert set(pointed) <= ids_in(html)
    assert len(re.findall(r'\bid="', html)) == len(ids_in(html))


def test_a_field_says_what_went_wrong_beside_the_place_to_mend_it() -> None:
    html = field(Everything({})["question"])
    assert "invalid" in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_question_error"' in html
    assert html.index("This field is required") < html.index("<input")


def test_a_question_that_may_be_left_out_says_so() -> None:
    assert "not required" in field(Everything()["tried"])
    assert "not required" not in field(Everything()["question"])


def test_choices_stand_together_under_their_question() -> None:
    html = field(Everything()["knows"])
    assert html.index("<fieldset") < html.index("<legend") < html.index('type="radio"')


def test_a_hidden_field_says_nothing() -> None:
    assert "<label" not in field(Everything()["digest"])


def test_the_summary_of_errors_leads_to_every_place() -> None:
    form = Everything({})
    summary = render_to_string("components/error_summary.html", {"form": form})
    places = set(re.findall(r'href="#([^"]+)"', summary))
    assert len(places) == len(form.errors)
    assert places <= ids_in("".join(field(bound) for bound in form))


def test_a_form_without_errors_has_no_summary() -> None:
    assert render_to_string("components/error_summary.html", {"form": Everything()}).strip() == ""


def refused() -> str:
    """Render a field whose text was refused."""
    form = type("Refusing", (forms.Form,), {"story": RefusingField()})({"story": "Mevrouw Jansen"})
    return field(form["story"])


def test_every_finding_is_marked_in_place_and_explained_beside_it() -> None:
    html = refused()
    assert html.count("<mark") == html.count('class="finding-row"') == 2
    assert set(re.findall(r'href="#([^"]+)"', html)) <= ids_in(html)
    assert "A name tells who it is." in html
    assert "the resident" in html


def test_a_hard_finding_and_a_soft_one_differ_by_line_and_by_word() -> None:
    html = refused()
    assert 'data-weight="hard"' in html
    assert 'data-weight="soft"' in html
    assert "must go" in html
    assert "up to you" in html


def test_a_refused_text_is_shown_as_typed_and_never_run() -> None:
    html = refused()
    assert "&lt;b&gt;woont&lt;/b&gt;" in html
    assert "<b>woont" not in html


@pytest.mark.parametrize(
    ("text", "parts"),
    [("06 12 34", ("06 12 ", "34")), ("83", ("", "83")), ("a" * 40, ("a" * 28, "a" * 12)), ("", ("", ""))],
)
def test_a_finding_keeps_its_number_on_the_line_of_its_last_word(text: str, parts: tuple[str, str]) -> None:
    assert spil_ui.last_word_apart(text) == parts


# --- pages ----------------------------------------------------------------------------------------------------------


def visitors_page(template: str) -> str:
    """Render a page as a visitor gets it."""
    request = RequestFactory().get("/x/")
    request.user = AnonymousUser()
    return render_to_string(template, request=request)


def test_a_visitor_loads_no_script() -> None:
    assert "<script" not in visitors_page("404.html")


@pytest.mark.django_db
def test_a_member_gets_the_bell_the_socket_and_the_way_out(client_for: Callable[[User], Client]) -> None:
    member = make_member("Marleen Hoeks")
    html = client_for(member).get("/bestaat-niet/").content.decode()
    assert 'data-live="inbox"' in html
    assert 'data-socket="/socket/"' in html
    assert "Marleen Hoeks" in html
    assert 'method="post"' in html


@pytest.mark.parametrize("template", ["400.html", "500.html"])
def test_the_page_for_a_broken_house_needs_nothing_of_the_house(template: str) -> None:
    html = render_to_string(template)
    assert '<html lang="nl">' in html
    assert 'lang="en"' in html
    assert "<form" not in html


def test_the_browser_keeps_no_copy_of_a_page_and_runs_nothing_it_was_sent() -> None:
    html = render_to_string("components/scripts.html")
    config = json.loads(re.search(r"content='([^']+)'", html)[1])  # type: ignore[index]
    assert config["historyCacheSize"] == 0
    assert config["historyEnabled"] is config["allowEval"] is config["allowScriptTags"] is False
    assert config["selfRequestsOnly"] is True


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_opens_with_what_it_takes_and_has_nothing_inline(path: Path) -> None:
    text = path.read_text()
    assert text.startswith(("{% comment %}", "{#"))
    assert not re.search(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=", text)


@pytest.mark.parametrize("path", [*STYLES, *SCRIPTS], ids=lambda path: path.name)
def test_a_style_or_script_opens_with_why_it_is_there(path: Path) -> None:
    assert path.read_text().startswith("/* ")
