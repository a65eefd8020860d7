"""The words of a search, for every room that looks for what somebody typed."""

MOST = 8  # More words make no search better, and each costs the database.


def searched(text: str) -> list[str]:
    """Give the words to look for, the first eight that were typed."""
    return text.split()[:MOST]
