"""Parses and explains what people type about a case; decides nothing and keeps nothing of a text that was refused."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Partner, Topic, User
from cases.models import Note, ResidentKnows
from privacy.forms import CheckedForm, CheckedTextFormField

QUESTION_LENGTH = 300
TEXT_LENGTH = 4000


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; `closed` says why it cannot be chosen, if so."""

    number: int
    value: str
    label: str
    about: str = ""
    closed: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Options under a heading; an empty name stands for what belongs nowhere."""

    name: str
    letter: str
    options: list[Option]

    @property
    def chosen(self) -> int:
        """How many of these are chosen."""
        return sum(option.chosen for option in self.options)


class OnceForm(forms.Form):
    """A form that can be stored once: sent twice, it stores one thing."""

    submission = forms.UUIDField(required=False, initial=uuid.uuid4, widget=forms.HiddenInput)

    def clean_submission(self) -> uuid.UUID:
        """Give the form's token; one that was taken out protects nobody, and harms nobody."""
        return self.cleaned_data["submission"] or uuid.uuid4()

    def renew(self) -> None:
        """Let the form, as it was typed, be sent once more as something new."""
        posted: Any = self.data
        data = posted.copy()  # What was posted cannot be changed; a copy can.
        data["submission"] = str(uuid.uuid4())
        self.data = data


class PartnerChoices:
    """The partners that a form offers, by subnetwork, each with who gets the invitation."""

    def __init__(self, partners: list[Partner], chosen: list[str]) -> None:
        self.by_id = {partner.public_id: partner for partner in partners}
        self.chosen = chosen

    def __iter__(self) -> Iterator[OptionGroup]:
        numbered = enumerate(self.by_id.values())
        for subnetwork, members in groupby(numbered, lambda each: each[1].subnetwork):
            options = [self._option(number, partner) for number, partner in members]
            yield OptionGroup(subnetwork.name if subnetwork else "", "", options)

    def _option(self, number: int, partner: Partner) -> Option:
        names = ", ".join(person.name for person in partner.contact_users())
        closed = "" if names else str(_("no fixed contact point yet"))
        chosen = partner.public_id in self.chosen
        return Option(number, partner.public_id, partner.name, names, closed, chosen)


class CaseForm(OnceForm, CheckedForm):
    """What a partner asks the network."""

    danger = forms.ChoiceField(
        label=_("Is somebody in acute danger, or is it about abuse or neglect?"),
        help_text=_("For that there are other ways, which are faster and safer than this one."),
        choices=[("no", _("No")), ("yes", _("Yes"))],
        widget=forms.RadioSelect,
    )
    question = CheckedTextFormField(
        label=_("Your question to the network"),
        help_text=_("One concrete question, in one sentence. For example: who can join in for lunch twice a week?"),
        max_length=QUESTION_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    situation = CheckedTextFormField(
        label=_("The situation"),
        help_text=_(
            "What must others know to answer your question? What was tried already? "
            "Write “the resident” or “a relative”. No names, addresses or exact dates."
        ),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    topics = forms.MultipleChoiceField(label=_("What is it about?"), widget=forms.CheckboxSelectMultiple)
    resident_knows = forms.ChoiceField(
        label=_("Does the resident know that you ask this here?"),
        help_text=_("With the resident, not about the resident. Not yet? Then talk about it before you go on."),
        choices=[(ResidentKnows.YES, _("Yes")), (ResidentKnows.NOT_YET, _("Not yet"))],
        widget=forms.RadioSelect,
    )
    partners = forms.MultipleChoiceField(
        label=_("Partners"),
        help_text=_("Only the people named here will see the case. The invitation holds nothing of your text."),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, partners: list[Partner], topics: list[Topic], **kwargs: Any) -> None:
        """Take the partners and topics to choose from, in the order in which they are shown."""
        super().__init__(*args, **kwargs)
        self.fields["topics"].choices = [(topic.slug, topic.name) for topic in topics]  # type: ignore[attr-defined]
        self.fields["partners"].choices = _named(partners)  # type: ignore[attr-defined]
        self.topic_rows = topics
        self.partner_rows = partners

    def clean_topics(self) -> list[Topic]:
        """Give the topics themselves."""
        return [topic for topic in self.topic_rows if topic.slug in self.cleaned_data["topics"]]

    def clean_partners(self) -> list[Partner]:
        """Give the partners themselves."""
        return [partner for partner in self.partner_rows if partner.public_id in self.cleaned_data["partners"]]

    def topic_groups(self) -> Iterator[OptionGroup]:
        """Give the topics under their life domains."""
        chosen = self["topics"].value() or []
        for domain, members in groupby(enumerate(self.topic_rows), lambda each: each[1].domain):
            options = [Option(number, topic.slug, topic.name, chosen=topic.slug in chosen) for number, topic in members]
            yield OptionGroup(domain.name, domain.letter, options)

    def partner_groups(self) -> PartnerChoices:
        """Give the partners under their subnetworks."""
        return PartnerChoices(self.partner_rows, self["partners"].value() or [])


class NoteForm(OnceForm, CheckedForm):
    """A contribution to a case."""

    kind = forms.ChoiceField(
        label=_("What do you contribute?"),
        choices=Note.Kind.choices,
        initial=Note.Kind.ADVICE,
        widget=forms.RadioSelect,
    )
    text = CheckedTextFormField(
        label=_("Your contribution"),
        help_text=_("Write “the resident” or “a relative”. No names, addresses or exact dates."),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class InviteForm(forms.Form):
    """One more partner to ask."""

    partner = forms.ChoiceField(label=_("Which partner?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, partners: list[Partner], **kwargs: Any) -> None:
        """Take the partners to choose from."""
        super().__init__(*args, **kwargs)
        self.fields["partner"].choices = _named(partners)  # type: ignore[attr-defined]
        self.partner_rows = partners

    def clean_partner(self) -> Partner:
        """Give the partner itself."""
        return next(each for each in self.partner_rows if each.public_id == self.cleaned_data["partner"])

    def partner_groups(self) -> PartnerChoices:
        """Give the partners under their subnetworks."""
        return PartnerChoices(self.partner_rows, [self["partner"].value()])


class ColleagueForm(forms.Form):
    """A colleague to let in."""

    colleague = forms.ChoiceField(label=_("Which colleague?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, colleagues: list[User], **kwargs: Any) -> None:
        """Take the colleagues to choose from."""
        super().__init__(*args, **kwargs)
        self.fields["colleague"].choices = [(each.public_id, _person(each)) for each in colleagues]  # type: ignore[attr-defined]
        self.colleague_rows = colleagues

    def clean_colleague(self) -> User:
        """Give the person."""
        return next(each for each in self.colleague_rows if each.public_id == self.cleaned_data["colleague"])


def says_danger(data: Mapping[str, Any]) -> bool:
    """Say whether the sent form tells of acute danger, abuse or neglect. Asked before anything else of it is read."""
    return data.get("danger") == "yes"


def _named(partners: list[Partner]) -> list[tuple[str, str]]:
    return [(partner.public_id, partner.name) for partner in partners]


def _person(user: User) -> str:
    return f"{user.name}, {user.job_title}" if user.job_title else user.name
