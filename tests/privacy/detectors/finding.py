"""What the tests of the detectors share: ask the finder, and read its answer as kinds and words."""

from privacy.finder import spans_in


def found(text: str) -> list[tuple[str, str]]:
    """Give kind and words of all that is found in a text."""
    return [(span.kind.value, text[span.start : span.end]) for span in spans_in([text])[0]]


def of_kind(text: str, *kinds: str) -> list[str]:
    """Give the words of all findings of these kinds."""
    return [words for kind, words in found(text) if kind in kinds]
