"""What a template shows of a text that was refused: its stretches, what was found in each, and what can be done about it.

Everything comes from the request, and is gone with the answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.functional import Promise, cached_property

from privacy.allowed import may_be_proposed
from privacy.checks import Finding, TextRefused
from privacy.keeping import reasons_for

# What the choices about a finding are called in the form that is sent: these, the box and the finding's key.
KEEP, PROPOSE = "keep", "propose"


class RefusedText(ValidationError):
    """The error of a text in which something was found: one calm sentence, and the places."""

    def __init__(self, refused: TextRefused) -> None:
        """Keep the places; the text stays with the request."""
        super().__init__(refused.message, code="refused")
        self.findings = refused.findings


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding as a template shows it, numbered within its field, with the names of what can be chosen about it."""

    number: int
    kind: str
    kind_label: Promise
    hard: bool
    why: Promise | str
    suggestion: str
    replace: str = ""
    keep_name: str = ""
    kept: str = ""
    reasons: Sequence[tuple[str, Promise]] = ()
    propose_name: str = ""
    is_proposed: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text as typed, and the finding it is, if any."""

    text: str
    finding: Mark | None


class CheckedBoundField(BoundField):
    """A field in a form, with the text cut up by what was found in it."""

    # So that the template of every field knows which ones the check reads.
    is_checked = True

    @cached_property
    def refused(self) -> list[Segment]:
        """The whole text as typed, in stretches; empty when nothing was found, what was kept included."""
        findings = _all_findings(self)
        return list(_segments(self.data or "", findings, self)) if findings else []

    @property
    def is_all_kept(self) -> bool:
        """Whether all that was found stays, with a reason."""
        return bool(self.refused) and not findings_of(self)


def findings_of(bound: BoundField) -> Sequence[Finding]:
    """Give what was found in one field of a form, and still has to go or to get a reason."""
    errors = bound.form.errors.get(bound.name)
    refusals = (error for error in (errors.as_data() if errors else ()) if isinstance(error, RefusedText))
    return next((refusal.findings for refusal in refusals), ())


def _all_findings(bound: BoundField) -> Sequence[Finding]:
    """Give everything that was found in a field, what is kept included: its choice is sent along with the form."""
    open_findings = findings_of(bound)  # Asking for the errors of a form is what checks it.
    outcome = getattr(bound.form, "outcomes", {}).get(bound.html_name)
    return outcome.findings if outcome else open_findings


def _segments(typed: str, findings: Sequence[Finding], bound: BoundField) -> Iterator[Segment]:
    """Cut the text as typed at its findings, leaving nothing out."""
    position = 0
    for number, finding in enumerate(findings, start=1):
        if finding.start > position:
            yield Segment(typed[position : finding.start], None)
        words = typed[finding.start : finding.end]
        yield Segment(words, _mark(number, finding, words, bound))
        position = finding.end
    if position < len(typed):
        yield Segment(typed[position:], None)


def _mark(number: int, finding: Finding, words: str, bound: BoundField) -> Mark:
    """Give a finding with what can be chosen about it."""
    place = f"{bound.html_name}-{finding.key}"
    make = partial(Mark, number, finding.kind, finding.kind_label, finding.hard, finding.why, finding.suggestion)
    if not hasattr(bound.form, "outcomes"):
        return make()
    kept = bound.form.outcomes[bound.html_name].kept.get(finding.key, "")
    return make(
        replace=f"{bound.html_name}:{finding.key}",
        keep_name="" if finding.hard else f"{KEEP}-{place}",
        kept=kept,
        reasons=[] if finding.hard else list(reasons_for(finding.kind).items()),
        propose_name=f"{PROPOSE}-{place}" if not finding.hard and may_be_proposed(words, finding.kind) else "",
        is_proposed=f"{PROPOSE}-{place}" in bound.form.data,
    )
