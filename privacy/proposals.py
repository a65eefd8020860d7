"""What the form hands to the action that stores a text: the words that its writer proposes as names of organisations."""

from typing import NamedTuple

from privacy.detectors.kinds import Kind


class Proposal(NamedTuple):
    """A word that its writer kept as an organisation and wants the check to let through; written down with the text only."""

    word: str
    kind: Kind
