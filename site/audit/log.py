"""Writes the log: serves every action that changes or opens something. It takes ids and names of acts, never content."""

import re
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol

from audit.models import LogLine, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

origin: ContextVar[str] = ContextVar("origin", default="")
# What could break a line in two or turn it around: control characters, line separators, marks of reading direction.
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class Actor(Protocol):
    """What the log needs to know of a person: no more than two ids."""

    public_id: str

    @property
    def partner_public_id(self) -> str: ...


def record(
    *,
    action: str,
    actor: Actor | None = None,
    object_type: str = "",
    object_id: str = "",
    result: Result = Result.OK,
) -> LogLine:
    """Write one line, inside the caller's transaction when there is one.

    Call it after a failed transaction, not in it, when the line must survive the failure.
    Control characters are encoded so that one event stays one line (ASVS V16.4.1).
    """
    return LogLine.objects.create(
        action=action,
        actor=actor.public_id if actor else "",
        partner=actor.partner_public_id if actor else "",
        object_type=object_type,
        object_id=_plain(object_id),
        result=result,
        origin=_plain(origin.get()),
    )


def _plain(value: str) -> str:
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", str(value))[:64]


@contextmanager
def from_origin(address: str) -> "Iterator[None]":
    """Within this block every line carries `address` as its origin."""
    token = origin.set(address)
    try:
        yield
    finally:
        origin.reset(token)
