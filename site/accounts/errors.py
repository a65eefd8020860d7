"""The few errors that actions raise: each is one calm sentence for the reader, never a text about a resident."""

from django.utils.functional import Promise


class SpilError(Exception):
    """Something that cannot be done, with the sentence that says why. Views show `message`; logs show the class."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(type(self).__name__)
        self.message = str(message)


class NotAllowed(SpilError):
    """The acting person has no right to this."""


class NotPossible(SpilError):
    """The thing itself does not allow it now: used already, over its date, or in use."""
