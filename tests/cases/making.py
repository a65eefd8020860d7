"""Makes cases for tests, through the actions; and gives what a browser would post."""

import uuid
from collections.abc import Iterable
from typing import Any

from accounts.models import Partner, Topic, User
from cases import actions
from cases.models import Case, Note
from privacy.checks import Profile, check
from privacy.text import CheckedText
from tests.factories import make_member, make_topic

QUESTION = "Wie kan twee keer per week samen eten met een oudere inwoner?"
SITUATION = "De inwoner woont alleen en slaat vaker een maaltijd over."
CONTRIBUTION = "Vrijwilligers kunnen op dinsdag aanschuiven."


def checked(text: str) -> CheckedText:
    """Check a harmless text."""
    return check(text, Profile.CASE)


def make_case(by: User, *asked: User, question: str = QUESTION, topics: Iterable[Topic] = (), **fields: Any) -> Case:
    """Open a case by `by`; `asked` are contact points of the partners that are asked."""
    return actions.open_case(
        by=by,
        question=checked(question),
        situation=checked(SITUATION),
        topics=topics,
        resident_knows="yes",
        partners=[person.partner for person in asked if person.partner],
        **fields,
    )


def make_note(by: User, case: Case, text: str = CONTRIBUTION, **fields: Any) -> Note:
    """Write a contribution."""
    return actions.add_note(by=by, case=case, kind="offer", text=checked(text), **fields)


def make_asked() -> User:
    """Make the contact point of a new partner."""
    return make_member(contact="fixed")


def case_post(*partners: Partner, **changes: Any) -> dict[str, Any]:
    """Give what the form for a new case posts."""
    topic = Topic.objects.first() or make_topic()
    return {
        "danger": "no",
        "question": QUESTION,
        "situation": SITUATION,
        "topics": [topic.slug],
        "resident_knows": "yes",
        "partners": [partner.public_id for partner in partners],
        "submission": str(uuid.uuid4()),
        **changes,
    }


def note_post(**changes: Any) -> dict[str, Any]:
    """Give what the form for a contribution posts."""
    return {"kind": "advice", "text": CONTRIBUTION, "submission": str(uuid.uuid4()), **changes}
