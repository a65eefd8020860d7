"""Parses and explains what people type about a meeting; decides nothing and keeps nothing of a text that was refused."""

import datetime as dt
from collections.abc import Mapping
from itertools import groupby
from typing import Any, cast

from django import forms
from django.forms.utils import from_current_timezone
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Partner, User
from cases.forms import OnceForm
from cases.models import Case
from meetings.actions import Item
from meetings.models import LONGEST_ITEM, Goal, OutcomeKind
from privacy.checks import Profile
from privacy.forms import CheckedForm, CheckedTextFormField

PLACE_LENGTH = 200
TITLE_LENGTH = 200
OUTCOME_LENGTH = 1000
FARTHEST = dt.timedelta(days=2 * 366)  # A later day is a slip of the finger in the year.
ROWS = 5  # How many empty agenda items a form starts with, and gets at a time.
MOST_ROWS = 40

PREFIX = "item"


def _date_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def _time_input() -> forms.TimeInput:
    return forms.TimeInput(format="%H:%M", attrs={"type": "time"})


class MeetingForm(OnceForm, CheckedForm):
    """When and where a meeting is."""

    sent_alone = False

    day = forms.DateField(label=_("Day"), widget=_date_input())
    starts = forms.TimeField(label=_("From"), widget=_time_input())
    until = forms.TimeField(label=_("Until"), widget=_time_input())
    place = CheckedTextFormField(
        label=_("Place"),
        help_text=_("A building and a room, for example: town hall, room 2."),
        profile=Profile.WORK,
        max_length=PLACE_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_day(self) -> dt.date:
        """Take a day from today on, and not years away."""
        return _coming_day(self.cleaned_data["day"])

    def clean(self) -> dict[str, Any]:
        """Make the two moments of the day and the times."""
        cleaned = super().clean() or {}
        day, starts, until = (cleaned.get(name) for name in ("day", "starts", "until"))
        if day and starts and until:
            if until <= starts:
                self.add_error("until", _("The end must be later than the start."))
                return cleaned
            cleaned["starts_at"] = from_current_timezone(dt.datetime.combine(day, starts))
            cleaned["ends_at"] = from_current_timezone(dt.datetime.combine(day, until))
            if cleaned["ends_at"] <= timezone.now():
                self.add_error("until", _("This time has passed. Choose a later time or a later day."))
        return cleaned


class ItemForm(CheckedForm):
    """One agenda item."""

    sent_alone = False

    title = CheckedTextFormField(
        label=_("Subject"),
        profile=Profile.WORK,
        max_length=TITLE_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=LONGEST_ITEM, initial=10)
    goal = forms.ChoiceField(label=_("Goal"), choices=Goal.choices, initial=Goal.DISCUSS)
    partner = forms.ChoiceField(label=_("Invited partner"), required=False)
    case = forms.ChoiceField(label=_("About case"), required=False)

    def __init__(self, *args: Any, partners: list[Partner], cases: list[Case], **kwargs: Any) -> None:
        """Take the partners and the cases to choose from; without cases nobody is asked about one."""
        super().__init__(*args, **kwargs)
        self.partner_rows, self.case_rows = partners, cases
        self.fields["partner"].choices = [("", _("nobody")), *partner_choices(partners)]  # type: ignore[attr-defined]
        self.fields["case"].choices = [("", _("no case")), *((case.public_id, case.number) for case in cases)]  # type: ignore[attr-defined]
        if not cases:
            del self.fields["case"]

    def clean_partner(self) -> Partner | None:
        """Give the partner itself."""
        return _chosen(self.partner_rows, self.cleaned_data["partner"])

    def clean_case(self) -> Case | None:
        """Give the case itself."""
        return _chosen(self.case_rows, self.cleaned_data["case"])

    def wanted(self) -> Item:
        """Give the item that a valid form asks for."""
        said = self.cleaned_data
        partners = [said["partner"]] if said["partner"] else []
        once = {"submission": said["submission"]} if "submission" in said else {}
        more = {"proposals": self.proposals(), **once}
        return Item(said["title"], said["minutes"], said["goal"], partners, said.get("case"), **more)


class NewItemForm(OnceForm, ItemForm):
    """An agenda item by itself, which can be stored once."""

    sent_alone = True


class BaseAgenda(forms.BaseFormSet):
    """The agenda items of a new meeting; rows that nobody touched do not count."""

    def __init__(self, *args: Any, typed: list[dict[str, str]] | None = None, **kwargs: Any) -> None:
        """Take what was typed before as well, when there is need of more rows."""
        self.typed = typed or []
        self.extra = min(len(self.typed) + ROWS, MOST_ROWS)
        super().__init__(*args, **{**kwargs, "prefix": PREFIX})

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """Give each row what was typed in it; a row without a subject stays one that does not count."""
        kwargs = super().get_form_kwargs(index)
        if index is not None and index < len(self.typed):
            kwargs["initial"] = self.typed[index]
        return kwargs

    @property
    def is_clear(self) -> bool:
        """Whether the check was asked for, and nothing has to go in any row."""
        return self.is_bound and not any(form.errors for form in self.forms)

    def wanted(self) -> list[Item]:
        """Give the items that a valid agenda asks for, in the order of its rows."""
        return [form.wanted() for form in self.forms if form.has_changed()]


Agenda = cast(
    "type[BaseAgenda]",
    forms.formset_factory(ItemForm, formset=BaseAgenda, max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True),
)


def as_typed(data: Mapping[str, str]) -> tuple[dict[str, str], list[dict[str, str]]]:
    """Give what stands in a form that was sent for more rows: nothing is checked and nothing is lost."""
    meeting = {name: data.get(name, "") for name in MeetingForm.base_fields}
    rows = [
        {name: data.get(f"{PREFIX}-{row}-{name}", "") for name in ItemForm.base_fields}
        for row in range(MOST_ROWS)
        if f"{PREFIX}-{row}-title" in data
    ]
    return meeting, rows


class InviteForm(forms.Form):
    """One more partner for an item."""

    partner = forms.ChoiceField(label=_("Which partner do you ask for this item?"))

    def __init__(self, *args: Any, partners: list[Partner], **kwargs: Any) -> None:
        """Take the partners to choose from."""
        super().__init__(*args, **kwargs)
        self.partner_rows = partners
        self.fields["partner"].choices = [("", _("Choose a partner")), *partner_choices(partners)]  # type: ignore[attr-defined]

    def clean_partner(self) -> Partner | None:
        """Give the partner itself."""
        return _chosen(self.partner_rows, self.cleaned_data["partner"])


class OutcomeForm(OnceForm, CheckedForm):
    """What came out of an item."""

    kind = forms.ChoiceField(
        label=_("New outcome"), choices=OutcomeKind.choices, initial=OutcomeKind.DECISION, widget=forms.RadioSelect
    )
    text = CheckedTextFormField(
        label=_("What was agreed?"),
        help_text=_("One sentence, without anything about a resident."),
        profile=Profile.WORK,
        max_length=OUTCOME_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    person = forms.ChoiceField(
        label=_("Who does it?"),
        help_text=_("For an action only."),
        required=False,
        error_messages={"required": _("Choose who does this.")},
    )
    due_on = forms.DateField(
        label=_("At the latest"),
        help_text=_("For an action only."),
        required=False,
        widget=_date_input(),
        error_messages={"required": _("Choose the day by which it is done.")},
    )

    def __init__(self, *args: Any, people: list[User], **kwargs: Any) -> None:
        """Take the people to choose from, in the order of their partners."""
        super().__init__(*args, **kwargs)
        self.people_rows = people
        groups = groupby(people, lambda person: str(person.partner))
        choices = [(name, [(person.public_id, person.name) for person in members]) for name, members in groups]
        self.fields["person"].choices = [("", _("nobody")), *choices]  # type: ignore[attr-defined]
        if self.is_bound and self.data.get("kind") == OutcomeKind.ACTION:
            self.fields["person"].required = self.fields["due_on"].required = True

    def clean_person(self) -> User | None:
        """Give the person."""
        return _chosen(self.people_rows, self.cleaned_data["person"])

    def clean_due_on(self) -> dt.date | None:
        """Take a day from today on."""
        day = self.cleaned_data["due_on"]
        return _coming_day(day) if day else None

    def clean(self) -> dict[str, Any]:
        """Take along for which partner an action is done; for anything else than an action who and when do not count."""
        cleaned = super().clean() or {}
        person = cleaned.get("person")
        if cleaned.get("kind") != OutcomeKind.ACTION:
            return {**cleaned, "person": None, "partner": None, "due_on": None}
        return {**cleaned, "partner": person.partner if person else None}


def partner_choices(partners: list[Partner]) -> list[tuple[str, str]]:
    """Name partners, and say of each that has nobody to ask that this is so."""
    alone = _("no fixed contact point yet")
    return [
        (partner.public_id, partner.name if partner.contact_users() else f"{partner.name} ({alone})")
        for partner in partners
    ]


def _chosen(rows: list[Any], public_id: str) -> Any:
    """Give the row that was chosen, if any."""
    return next((row for row in rows if row.public_id == public_id), None)


def _coming_day(day: dt.date) -> dt.date:
    """Give the day, or say why it cannot be."""
    today = timezone.localdate()
    if day < today:
        raise forms.ValidationError(_("This day has passed. Choose today or a later day."))
    if day > today + FARTHEST:
        raise forms.ValidationError(_("This day is more than two years away. Check the year."))
    return day
