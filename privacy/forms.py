"""The form field for text about residents, for every form. It explains what was found; a refused text is kept nowhere.

What a template shows of a refused text comes from the request itself, and is gone with the answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.forms.boundfield import BoundField
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _

from privacy.checks import Finding, TextRefused, check, tidy
from privacy.text import CheckedText, Profile

# Some eight printed pages: more is a file about somebody, not a question.
LONGEST = 20_000


class RefusedText(ValidationError):
    """The error of a text in which something was found: one calm sentence, and the places."""

    def __init__(self, refused: TextRefused) -> None:
        """Keep the places; the text stays with the request."""
        super().__init__(refused.message, code="refused")
        self.findings = refused.findings


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding as a template shows it, numbered within its field."""

    number: int
    kind: str
    kind_label: Promise
    hard: bool
    why: Promise
    suggestion: Promise | str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text as typed, and the finding it is, if any."""

    text: str
    finding: Mark | None


class CheckedBoundField(BoundField):
    """A field in a form, with the text cut up by what was found in it."""

    @cached_property
    def refused(self) -> list[Segment]:
        """The whole text as typed, in stretches; empty when nothing was found."""
        findings = findings_of(self)
        return list(_segments(self.data or "", findings)) if findings else []


class CheckedTextFormField(forms.CharField):
    """A text field whose cleaned value is CheckedText; it refuses what could tell who somebody is."""

    def __init__(self, *, profile: Profile | str = Profile.CASE, max_length: int | None = None, **kwargs: Any) -> None:
        """Take the profile as well. The check trims; trimming here would move the places it gives."""
        self.profile = Profile(profile)
        super().__init__(max_length=max_length or LONGEST, **{**kwargs, "strip": False})

    def to_python(self, value: Any) -> CheckedText:
        """Give the text, checked, or say at how many places something was found."""
        typed = "" if value is None else str(value)
        # Before the check, so that nobody can keep it busy for long; browsers count a newline as one character.
        MaxLengthValidator(self.max_length or LONGEST)(tidy(typed))
        try:
            return check(typed, self.profile)
        except TextRefused as refused:
            raise RefusedText(refused) from None

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> CheckedBoundField:
        """Give the bound field that knows what was found."""
        return CheckedBoundField(form, self, field_name)


def findings_of(bound: BoundField) -> Sequence[Finding]:
    """Give what was found in one field of a form."""
    errors = bound.form.errors.get(bound.name)
    refusals = (error for error in (errors.as_data() if errors else ()) if isinstance(error, RefusedText))
    return next((refusal.findings for refusal in refusals), ())


def count_findings(form: forms.BaseForm) -> int:
    """Give at how many places in a form something was found."""
    return sum(len(findings_of(bound)) for bound in form)


def _segments(typed: str, findings: Sequence[Finding]) -> Iterator[Segment]:
    """Cut the text as typed at its findings, leaving nothing out."""
    position = 0
    for number, finding in enumerate(findings, start=1):
        if finding.start > position:
            yield Segment(typed[position : finding.start], None)
        mark = Mark(
            number, finding.kind, finding.kind_label, hard=finding.hard, why=finding.why, suggestion=finding.suggestion
        )
        yield Segment(typed[finding.start : finding.end], mark)
        position = finding.end
    if position < len(typed):
        yield Segment(typed[position:], None)


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
