"""The tables of the check and of the protocol."""

from privacy.models.protocol import Acceptance, ProtocolVersion

__all__ = ["Acceptance", "ProtocolVersion"]
