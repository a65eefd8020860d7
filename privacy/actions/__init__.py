"""What changes in the privacy room: one verb a function, one transaction, one log line. Stores no text."""

from privacy.actions.protocol import accept_protocol, log_refusal, put_in_force

__all__ = ["accept_protocol", "log_refusal", "put_in_force"]
