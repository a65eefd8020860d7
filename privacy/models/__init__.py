"""The tables of the check and of the protocol, and what every table with checked text is."""

from privacy.models.names import AllowedName, FoundAs, ProposedName
from privacy.models.protocol import Acceptance, ProtocolVersion
from privacy.models.reviews import Decision, KeptWord, Reason, Review, ReviewLook, ReviewQuerySet, ReviewState
from privacy.models.veiled import VeiledQuerySet, VeiledText
from privacy.models.villages import VillageNumber

__all__ = [
    "Acceptance",
    "AllowedName",
    "Decision",
    "FoundAs",
    "KeptWord",
    "ProposedName",
    "ProtocolVersion",
    "Reason",
    "Review",
    "ReviewLook",
    "ReviewQuerySet",
    "ReviewState",
    "VeiledQuerySet",
    "VeiledText",
    "VillageNumber",
]
