"""Forms with text about residents, for every room: they explain what was found and help replace it, and keep nothing.

What a template shows of a refused text comes from the request itself, and is gone with the answer. The texts of one
submission are checked together; what its writer asks for by a button (replace this, replace all, check) is done here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.forms.boundfield import BoundField
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from privacy.allowed import allowed_names
from privacy.checks import Finding, Outcome, TextRefused, check, check_all, find_all, may_keep, tidy
from privacy.detectors.kinds import Kind
from privacy.keeping import ORGANISATION
from privacy.limits import may_ask
from privacy.marks import KEEP, PROPOSE, CheckedBoundField, RefusedText, findings_of
from privacy.proposals import Proposal
from privacy.suggestions import replaced
from privacy.text import Profile
from privacy.villages import village_figures

# Some eight printed pages: more is a file about somebody, not a question.
LONGEST = 20_000
# What the buttons of the help send beside the form, and what all findings are called.
CHECK, REPLACE, ALL = "check", "replace", "all"
ROUNDS = 3  # how often what a replacement left is looked at again
_TOO_OFTEN = _(
    "You asked for the check many times in a row. Wait one minute and try again. Your text still stands here."
)


class CheckedTextFormField(forms.CharField):
    """A text field whose cleaned value is CheckedText; it refuses what could tell who somebody is."""

    # In a CheckedForm the form checks all its fields at once, and the field leaves that to it.
    in_company = False

    def __init__(self, *, profile: Profile | str = Profile.CASE, max_length: int | None = None, **kwargs: Any) -> None:
        """Take the profile as well. The check trims; trimming here would move the places it gives."""
        self.profile = Profile(profile)
        super().__init__(max_length=max_length or LONGEST, **{**kwargs, "strip": False})

    def to_python(self, value: Any) -> Any:
        """Give the text, checked, or say at how many places something was found."""
        typed = "" if value is None else str(value)
        # Before the check, so that nobody can keep it busy for long; browsers count a newline as one character.
        MaxLengthValidator(self.max_length or LONGEST)(tidy(typed))
        if self.in_company:
            return typed if tidy(typed) else ""
        try:
            return check(typed, self.profile)
        except TextRefused as refused:
            raise RefusedText(refused) from None

    def run_validators(self, value: Any) -> None:
        """Count what would be stored: a browser's newlines are two characters."""
        super().run_validators(tidy(value) if self.in_company else value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Say that what is written there is Dutch, in whichever language the page is."""
        return {**super().widget_attrs(widget), "lang": "nl"}

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> CheckedBoundField:
        """Give the bound field that knows what was found."""
        return CheckedBoundField(form, self, field_name)


class Submission:
    """The texts that are sent together, in one form or several: a name in one is a name in all, with one letter."""

    def __init__(self, members: Sequence["CheckedForm"]) -> None:
        """Take the forms that are sent at once, all of one profile."""
        self.members = members

    @cached_property
    def checked(self) -> dict[str, Outcome]:
        """What the check says of each text, by the name of its box on the page; worked out once, for all forms of a meeting."""
        places = self._places()
        profile = self._profile(places)
        outcomes = check_all(
            [text for _form, _bound, text in places],
            profile,
            allowed=allowed_names(),
            kept=[form.reasons_for(bound) for form, bound, _text in places],
            villages=village_figures() if profile is Profile.CASE else (),
        )
        return {bound.html_name: outcome for (_form, bound, _text), outcome in zip(places, outcomes, strict=True)}

    def replace(self, wanted: str) -> dict[str, str]:
        """Give the texts with one place replaced ("box:key"), or all that are not kept; by the name of their box."""
        texts = {bound.html_name: text for _form, bound, text in self._places()}
        for _round in range(ROUNDS if wanted == ALL else 1):
            found = self._open_findings(texts)
            changes = {name: list(_chosen(name, found, wanted)) for name in texts}
            if not any(changes.values()):
                break
            texts = {
                name: replaced(text, [(each.start, each.end, each.suggestion) for each in changes[name]])
                for name, text in texts.items()
            }
        return texts

    def _open_findings(self, texts: Mapping[str, str]) -> dict[str, list[Finding]]:
        """Find again in texts that are being replaced, leaving out what their writer keeps."""
        places = self._places()
        profile = self._profile(places)
        villages = village_figures() if profile is Profile.CASE else ()
        found = find_all(list(texts.values()), profile, allowed_names(), villages)
        return {
            bound.html_name: [
                each for each in findings if not may_keep(each, form.reasons_for(bound).get(each.key, ""))
            ]
            for (form, bound, _text), findings in zip(places, found, strict=True)
        }

    def _places(self) -> list[tuple["CheckedForm", BoundField, str]]:
        """Give every box with a text that is not too long to look at."""
        return [(form, bound, text) for form in self.members for bound, text in form.texts()]

    @staticmethod
    def _profile(places: Sequence[tuple["CheckedForm", BoundField, str]]) -> Profile:
        """Give the strictest profile among the boxes."""
        profiles = {form.profile_of(bound) for form, bound, _text in places}
        return Profile.CASE if Profile.CASE in profiles or not profiles else Profile.WORK


class CheckedForm(forms.Form):
    """A form whose texts are checked together, and that helps to replace what was found."""

    # A form that is always sent along with others is replaced in with those: see `together`.
    sent_alone = True

    def __init__(self, *args: Any, by: User | None = None, **kwargs: Any) -> None:
        """Take whoever sends it as well: one person gets help so many times a minute."""
        super().__init__(*args, **kwargs)
        for field in self._checked_fields().values():
            field.in_company = True
        self.by = by
        self.outcomes: dict[str, Outcome] = {}
        self._submission = Submission([self])
        self.is_limited = self.asks_help and by is not None and not may_ask(by)
        if self.sent_alone and self.is_bound and REPLACE in self.data and not self.is_limited:
            self.take(self._submission.replace(str(self.data[REPLACE])))

    @property
    def asks_help(self) -> bool:
        """Whether this was sent to be looked at, or to have something replaced, and not to be stored."""
        return self.is_bound and (CHECK in self.data or REPLACE in self.data)

    @property
    def is_clear(self) -> bool:
        """Whether help was asked for and nothing has to go any more."""
        return self.asks_help and not self.errors

    def join(self, submission: Submission) -> None:
        """Be checked together with other forms."""
        self._submission = submission

    def take(self, texts: Mapping[str, str]) -> None:
        """Go on with other texts in the boxes, as if they had been typed."""
        posted: Any = self.data
        data = posted.copy()  # What was posted cannot be changed; a copy can.
        for bound, _text in self.texts():
            data[bound.html_name] = texts[bound.html_name]
        self.data = data

    def is_valid(self) -> bool:
        """Tell whether it may be stored; who asked for help does not store yet."""
        return super().is_valid() and not self.asks_help

    def full_clean(self) -> None:
        """Check everything; to who asked for help nothing is said about what they did not come to yet."""
        super().full_clean()
        if self.asks_help:
            for name in [name for name, errors in self.errors.items() if not _is_about_text(errors)]:
                del self.errors[name]
        if self.is_limited:
            self.add_error(None, _TOO_OFTEN)

    def clean(self) -> dict[str, Any]:
        """Check the texts of the submission at once."""
        cleaned = super().clean() or {}
        outcomes = self._submission.checked
        self.outcomes = {bound.html_name: outcomes[bound.html_name] for bound, _text in self.texts()}
        for bound, _text in self.texts():
            outcome = self.outcomes[bound.html_name]
            if outcome.text is None:
                self.add_error(bound.name, RefusedText(TextRefused(outcome.refused)))
            elif bound.name in cleaned:
                cleaned[bound.name] = outcome.text
        return cleaned

    def texts(self) -> Iterator[tuple[BoundField, str]]:
        """Give the boxes for checked text with what was typed in each; what is far too long is not looked at."""
        for name, field in self._checked_fields().items():
            typed = str(self[name].data or "")
            if len(tidy(typed)) <= (field.max_length or LONGEST):
                yield self[name], typed

    def reasons_for(self, bound: BoundField) -> dict[str, str]:
        """Give for which reasons which findings of one box are kept, by their keys."""
        begin = f"{KEEP}-{bound.html_name}-"
        return {name.removeprefix(begin): str(self.data[name]) for name in self.data if name.startswith(begin)}

    def profile_of(self, bound: BoundField) -> Profile:
        """Give the profile of one box."""
        return self._checked_fields()[bound.name].profile

    def proposals(self) -> list[Proposal]:
        """Give the words that are kept as an organisation, and that their writer proposes for the list of names that pass."""
        return [
            Proposal(text[each.start : each.end], each.kind)
            for bound, text in self.texts()
            if (outcome := self.outcomes.get(bound.html_name))
            for each in outcome.findings
            if outcome.kept.get(each.key) == ORGANISATION and f"{PROPOSE}-{bound.html_name}-{each.key}" in self.data
        ]

    def _checked_fields(self) -> dict[str, CheckedTextFormField]:
        return {name: field for name, field in self.fields.items() if isinstance(field, CheckedTextFormField)}


def together(members: Iterable[CheckedForm], wanted: str = "") -> None:
    """Check several forms as one submission; with `wanted`, replace one place in it, or all."""
    forms_sent = list(members)
    submission = Submission(forms_sent)
    for form in forms_sent:
        form.join(submission)
    if wanted and not any(form.is_limited for form in forms_sent):
        texts = submission.replace(wanted)
        for form in forms_sent:
            form.take(texts)


def _chosen(name: str, found: Mapping[str, Sequence[Finding]], wanted: str) -> Iterator[Finding]:
    """Give what to replace in one text: everything, or what was wanted and with it the same person wherever they are named.

    Left alone, they would get another letter at the next click, for the first letter is taken by then.
    """
    clicked = [each for box, findings in found.items() for each in findings if wanted == f"{box}:{each.key}"]
    people = {each.suggestion[-1] for each in clicked if each.kind is Kind.PERSON and each.suggestion[-1].isupper()}
    for each in found[name]:
        is_same = each.kind is Kind.PERSON and each.suggestion[-1] in people
        if is_same or wanted in (ALL, f"{name}:{each.key}"):
            yield each


def count_findings(form: forms.BaseForm) -> int:
    """Give at how many places in a form something was found."""
    return sum(len(findings_of(bound)) for bound in form)


def _is_about_text(errors: Any) -> bool:
    """Tell whether a field's errors come from the check, or from a text that is too long for it."""
    return any(isinstance(error, RefusedText) or error.code == "max_length" for error in errors.as_data())


class AcceptForm(forms.Form):
    """Somebody says that they read the protocol; the digest says which words lay before them."""

    digest = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    agreed = forms.BooleanField(
        label=_("I have read the privacy protocol and I keep to it"),
        error_messages={"required": _("Read the protocol and tick this box to go on.")},
    )

    def __init__(self, *args: Any, in_force: str, **kwargs: Any) -> None:
        """Take the digest of the words that are in force."""
        super().__init__(*args, **kwargs)
        self.in_force = in_force

    def clean(self) -> dict[str, Any]:
        """Refuse an acceptance of words that are no longer in force."""
        cleaned = super().clean() or {}
        if cleaned.get("digest") != self.in_force:
            raise ValidationError(_("Meanwhile a new version of the protocol came into force. Please read that one."))
        return cleaned
