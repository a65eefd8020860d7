"""What reading a covenant can say when it fails, for whoever holds the file.

Never shows more of the file than the few words that name the place. Sentences are message ids: whoever shows them
translates them and fills in the values.
"""


def gettext_noop(message: str) -> str:
    """Marks a sentence for the catalogue; this room is pure and cannot translate."""
    return message


class ReadingError(Exception):
    """Reading stopped. `reason` is a message id with named placeholders, `values` fills them."""

    def __init__(self, reason: str, **values: object) -> None:
        self.reason = reason
        self.values = values
        super().__init__(reason % values)


class NotACovenant(ReadingError):
    """The file is no covenant, or one we cannot follow; `line` is where reading stopped, counted from 1."""

    def __init__(self, line: int, reason: str, **values: object) -> None:
        self.line = line
        super().__init__(reason, **values)


class UnknownPlace(ReadingError):
    """Somebody called a place open that this covenant does not have."""

    def __init__(self, place: str) -> None:
        self.place = place
        super().__init__(gettext_noop("The covenant has no place %(place)s."), place=place)
