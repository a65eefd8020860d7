"""Which names of organisations the check lets through: an author proposes, the coordinator decides. The log gets no name."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from accounts.errors import NotAllowed, NotPossible
from accounts.models import Partner, User
from audit.log import record
from privacy.allowed import LONGEST, may_be_proposed, names_no_person, tidy_name
from privacy.detectors.kinds import Kind
from privacy.models.names import AllowedName, ProposedName
from privacy.proposals import Proposal

# More than this nobody decides about in a month; whoever proposes more fills the table with words of texts.
MOST_WAITING = 200


@transaction.atomic
def propose_name(*, by: User, word: str, kind: Kind) -> bool:
    """Propose a word that the check found, and that its author kept, as the name of an organisation; say whether it waits now.

    For the action that stores a text, in its transaction: nothing is raised. A word that is, or holds, what the check
    never lets stay is not written down, nor one that passes already. The same word of several authors is one row.
    """
    name = tidy_name(word)
    if not may_be_proposed(name, kind) or _passes_already(name):
        return False
    if ProposedName.objects.count() >= MOST_WAITING and not ProposedName.objects.filter(name__iexact=name).exists():
        return False
    proposal, _made = ProposedName.objects.get_or_create(name__iexact=name, defaults={"name": name, "kind": kind.value})
    ProposedName.objects.filter(pk=proposal.pk).update(times=F("times") + 1)
    record(action="name.propose", actor=by, object_type=kind.value, object_id=str(proposal.times + 1))
    return True


@transaction.atomic
def propose_names(*, by: User, proposals: Iterable[Proposal]) -> None:
    """Propose the words that came along with a text that is stored in this transaction."""
    for proposal in proposals:
        propose_name(by=by, word=proposal.word, kind=proposal.kind)


@transaction.atomic
def approve_name(*, by: User, proposal: ProposedName) -> AllowedName:
    """Let a proposed name pass from now on; the proposal goes. Raises as `allow_name` does."""
    _require_coordinator(by)
    kind = proposal.kind
    proposal.delete()
    allowed = _allow(proposal.name)
    record(action="name.approve", actor=by, object_type=kind, object_id=allowed.public_id)
    return allowed


@transaction.atomic
def refuse_name(*, by: User, proposal: ProposedName) -> None:
    """Refuse a proposed name: the word is forgotten. Raises NotAllowed for anybody but a coordinator."""
    _require_coordinator(by)
    proposal.delete()
    record(action="name.refuse", actor=by, object_type=proposal.kind, object_id=str(proposal.times))


@transaction.atomic
def allow_name(*, by: User, name: str) -> AllowedName:
    """Let the name of an organisation pass from now on.

    Raises NotAllowed for anybody but a coordinator, NotPossible for a name that holds a person's, and one that is there.
    """
    _require_coordinator(by)
    allowed = _allow(name)
    record(action="name.allow", actor=by, object_type="name", object_id=allowed.public_id)
    return allowed


@transaction.atomic
def remove_name(*, by: User, allowed: AllowedName) -> None:
    """Let a name pass no more. Texts that were stored with it stay. Raises NotAllowed for anybody but a coordinator."""
    _require_coordinator(by)
    allowed.delete()
    record(action="name.remove", actor=by, object_type="name", object_id=allowed.public_id)


@transaction.atomic
def forget_proposals() -> int:
    """Forget the words that nobody decided about in thirty days, and say how many."""
    forgotten, _kinds = ProposedName.objects.over().delete()
    if forgotten:
        record(action="name.forget", object_type="name", object_id=str(forgotten))
    return forgotten


def _allow(name: str) -> AllowedName:
    """Store a name that may pass."""
    name = tidy_name(name)
    if len(name) > LONGEST or not names_no_person(name):
        raise NotPossible(_("The check finds a person, a place or a number in this name. It cannot pass."))
    if _passes_already(name):
        raise NotPossible(_("This name passes already."))
    # Who adds by hand what others proposed has decided about it too.
    ProposedName.objects.filter(name__iexact=name).delete()
    return AllowedName.objects.create(name=name)


def _passes_already(name: str) -> bool:
    """Tell whether a name is a partner's, or was let through before."""
    return any(model._default_manager.filter(name__iexact=name).exists() for model in (AllowedName, Partner))


def _require_coordinator(by: User) -> None:
    """Raise NotAllowed unless `by` coordinates the network."""
    if not by.is_coordinator:
        raise NotAllowed(_("Only the coordinator decides which names pass the check."))
