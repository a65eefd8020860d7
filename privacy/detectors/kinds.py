"""What can be found and where, for the detectors and the check; holds places and kinds, never the text itself."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a finding is. The names are those of the annotated texts on which the check is measured."""

    PERSON = "person"
    BSN = "bsn"
    IBAN = "iban"
    PHONE = "phone"
    EMAIL = "email"
    PLATE = "plate"
    BIRTHDATE = "birthdate"
    ADDRESS = "address"
    POSTCODE = "postcode"
    STREET = "street"
    PLACE = "place"
    DATE = "date"
    AGE = "age"
    EMPLOYER = "employer"
    SCHOOL = "school"
    PRACTICE = "practice"
    CLIENTNR = "clientnr"
    URL = "url"
    HANDLE = "handle"
    RARE = "rare"


# What leads to one person or one front door by itself. Of a name and a postcode it depends on how whole they are.
HARD = frozenset({Kind.BSN, Kind.IBAN, Kind.PHONE, Kind.EMAIL, Kind.PLATE, Kind.BIRTHDATE, Kind.ADDRESS})


class Span(NamedTuple):
    """A place in the text that was searched: `start` up to and not including `end`; hard when it may never stay."""

    start: int
    end: int
    kind: Kind
    hard: bool = False
