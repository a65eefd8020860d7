"""The people of the matrix, and the words in which its rows are written. For spil/matrix.py; it opens and closes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise
READING = ("GET", "HEAD")
METHODS = (*READING, "POST")


class Who(StrEnum):
    """Everybody whom the doors of Spil can tell apart."""

    VISITOR = "visitor"
    HALF = "half"
    NEW = "new"
    FLEXIBLE = "flexible"
    FIXED = "fixed"
    OUTSIDER = "outsider"
    CORE_TEAM = "core_team"
    COORDINATOR = "coordinator"
    EDITOR = "editor"
    PRIVACY_OFFICER = "privacy_officer"
    BLOCKED = "blocked"


# A short name for a column, and who that is.
NAMES: Mapping[Who, tuple[Words, Words]] = {
    Who.VISITOR: (_("visitor"), _("Anybody on the internet: no account, or not signed in.")),
    Who.HALF: (_("password only"), _("Gave the right password, and no second factor yet.")),
    Who.NEW: (_("protocol not accepted"), _("Gave both factors, and did not accept the privacy protocol yet.")),
    Who.FLEXIBLE: (
        _("flexible partner, asked"),
        _("Works for a partner that was asked: is in the circle of the case, or answers for the partner at one item."),
    ),
    Who.FIXED: (
        _("fixed partner, brought in"),
        _("Works for the partner that brought the case in; is asked for an item of the meeting; made the promise."),
    ),
    Who.OUTSIDER: (
        _("partner, not asked"),
        _("Works for a partner, and was not asked for this case, item or promise."),
    ),
    Who.CORE_TEAM: (_("core team"), _("Sits in the core team today, and was not asked for this case or promise.")),
    Who.COORDINATOR: (_("coordinator"), _("Coordinates the network, and was not asked for this case.")),
    Who.EDITOR: (_("editor"), _("Maintains covenant, protocol and guides.")),
    Who.PRIVACY_OFFICER: (_("data protection officer"), _("Sees to it that little is stored, and who read it.")),
    Who.BLOCKED: (_("blocked"), _("Had an account that is blocked now: sees what a visitor sees.")),
}

NOBODY: frozenset[Who] = frozenset()
EVERYBODY = frozenset(Who)
MEMBERS = EVERYBODY - {Who.VISITOR, Who.BLOCKED, Who.HALF, Who.NEW}
VERIFIED = MEMBERS | {Who.NEW}
PASSWORD = VERIFIED | {Who.HALF}
ASKED = frozenset({Who.FLEXIBLE, Who.FIXED})
TABLE = frozenset({Who.CORE_TEAM, Who.COORDINATOR})

Methods = Mapping[str, frozenset[Who]]


def look(who: frozenset[Who]) -> Methods:
    """Let `who` look; nothing can be sent."""
    return dict.fromkeys(READING, who)


def send(who: frozenset[Who]) -> Methods:
    """Let `who` send a form; there is nothing to look at."""
    return {"POST": who}


def look_and_send(who: frozenset[Who]) -> Methods:
    """Let `who` look and send a form."""
    return dict.fromkeys(METHODS, who)


@dataclass(frozen=True, slots=True)
class Row:
    """One address: its URL name, what it is, who may ask for it how, and why they and nobody else.

    `sort` tells apart what lies behind one URL name, such as pages for everybody and pages for members.
    """

    name: str
    title: Words
    methods: Methods
    why: Words
    sort: str = ""

    @property
    def key(self) -> str:
        """The one word by which a row is known."""
        return f"{self.name}/{self.sort}" if self.sort else self.name

    def allows(self, who: Who, method: str = "") -> bool:
        """Say whether `who` may ask for it with `method`; without one, in any way."""
        return any(who in these for each, these in self.methods.items() if not method or each == method)


@dataclass(frozen=True, slots=True)
class Room:
    """The rows of one part of Spil."""

    slug: str
    title: Words
    rows: tuple[Row, ...] = field(default_factory=tuple)
