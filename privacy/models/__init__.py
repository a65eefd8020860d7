"""The tables of the check and of the protocol."""

from privacy.models.names import AllowedName, FoundAs, ProposedName
from privacy.models.protocol import Acceptance, ProtocolVersion
from privacy.models.villages import VillageNumber

__all__ = ["Acceptance", "AllowedName", "FoundAs", "ProposedName", "ProtocolVersion", "VillageNumber"]
