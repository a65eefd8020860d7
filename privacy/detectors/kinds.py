"""What can be found and where, for the detectors and the check; holds places and kinds, never the text itself."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a finding is. The names are those of the annotated texts on which the check is measured."""

    BSN = "bsn"
    PHONE = "phone"
    EMAIL = "email"
    IBAN = "iban"
    POSTCODE = "postcode"
    DATE = "date"
    PERSON = "person"


class Span(NamedTuple):
    """A place in the text that was searched: `start` up to and not including `end`."""

    start: int
    end: int
    kind: Kind
