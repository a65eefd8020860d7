"""Which places of promises somebody may open, so that a list holds no link to a closed door.

A promise knows only an address. The rooms above say, each time anew, which of their addresses are open to a person;
what no room vouches for is shown as words without a link.
"""

from collections.abc import Callable, Iterable

from accounts.models import User

Openable = Callable[[User, frozenset[str]], set[str]]
_rooms: list[Openable] = []


def register(room: Openable) -> None:
    """Let a room say which of some addresses are its own and open to a person. Called when Django is ready."""
    if room not in _rooms:
        _rooms.append(room)


def openable(user: User, urls: Iterable[str]) -> set[str]:
    """Give those of `urls` that `user` may open now: one question a room, however many there are."""
    asked = frozenset(urls) - {""}
    return set().union(*(room(user, asked) for room in _rooms)) if asked else set()
