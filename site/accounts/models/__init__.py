"""The tables of people and partners."""

from accounts.models.devices import Authenticator, RecoveryCode, RecoveryCodes
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
from accounts.models.people import ROLE_NAMES, CoreTeamSeat, Role, User

__all__ = [
    "ROLE_NAMES",
    "Authenticator",
    "ContactPoint",
    "CoreTeamSeat",
    "Invitation",
    "LifeDomain",
    "Partner",
    "PartnerKind",
    "RecoveryCode",
    "RecoveryCodes",
    "Ring",
    "RingPlacement",
    "Role",
    "Subnetwork",
    "Topic",
    "User",
    "Village",
]
