"""Pushes "something at this address changed" to people's sockets, after the transaction; never what changed."""

from collections.abc import Iterable

from django.db import transaction

from accounts.models import User
from accounts.sockets import person_group, send


def changed(*, users: Iterable[User], address: str) -> None:
    """On commit, tell the sockets of `users` that something at `address` changed.

    Rights are not remembered here: the browser fetches the address through the ordinary checked view.
    """
    groups = [person_group(user) for user in users]

    def push() -> None:
        for group in groups:
            send(group, {"type": "changed", "address": address})

    transaction.on_commit(push, robust=True)
