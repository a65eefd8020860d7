"""What changes in the privacy room: one verb a function, one transaction, one log line. Stores no text."""

from privacy.actions.names import propose_names
from privacy.actions.protocol import accept_protocol, log_refusal, put_in_force
from privacy.actions.recheck import has_hard_finding, recheck_texts
from privacy.actions.reviews import decide, look_over, mend_texts, report_text, seen
from privacy.actions.stored import texts_stored

__all__ = [
    "accept_protocol",
    "decide",
    "has_hard_finding",
    "log_refusal",
    "look_over",
    "mend_texts",
    "propose_names",
    "put_in_force",
    "recheck_texts",
    "report_text",
    "seen",
    "texts_stored",
]
