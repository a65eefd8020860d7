"""The tables of people and partners."""

from accounts.models.devices import Authenticator, RecoveryCode, RecoveryCodes
from accounts.models.doors import (
    EmailChange,
    FactorReset,
    KnownBrowser,
    OpenSession,
    PasswordReset,
    WrongTries,
)
from accounts.models.invitations import Invitation
from accounts.models.partners import (
    ContactPoint,
    LifeDomain,
    Partner,
    PartnerKind,
    Ring,
    RingPlacement,
    Subnetwork,
    Topic,
    Village,
)
from accounts.models.people import ROLE_NAMES, Absence, CoreTeamSeat, Role, User

__all__ = [
    "ROLE_NAMES",
    "Absence",
    "Authenticator",
    "ContactPoint",
    "CoreTeamSeat",
    "EmailChange",
    "FactorReset",
    "Invitation",
    "KnownBrowser",
    "LifeDomain",
    "OpenSession",
    "Partner",
    "PartnerKind",
    "PasswordReset",
    "RecoveryCode",
    "RecoveryCodes",
    "Ring",
    "RingPlacement",
    "Role",
    "Subnetwork",
    "Topic",
    "User",
    "Village",
    "WrongTries",
]
