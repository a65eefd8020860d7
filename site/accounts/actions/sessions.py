"""Ends sessions: serves whoever signs out elsewhere, and every verb that takes a right away. It never opens one."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts import sessions
from accounts.errors import NotAllowed, NotPossible
from accounts.models import OpenSession, Role, User
from accounts.sockets import close_person, close_session
from audit.log import record


@transaction.atomic
def end_sessions(*, user: User, by: User | None, but: str | None = None) -> int:
    """End all sessions of a person on the server, but the one with the key `but`, and close their sockets at once.

    A verb for other verbs, which know who may ask for it. `by` None stands for a command on the server.
    """
    kept = _mark_of(but) if but else ""
    ended = list(OpenSession.objects.filter(user=user).exclude(public_id=kept))
    for row in ended:
        sessions.remove(row)
    if ended:
        record(action="session.end_all", actor=by, object_type="user", object_id=user.public_id)
    transaction.on_commit(lambda: _close(user, ended, everything=not kept), robust=True)
    return len(ended)


def _mark_of(key: str) -> str:
    """Give the id of the row of the session with this key; the session knows it, also when its key changed just now."""
    store: Any = import_module(settings.SESSION_ENGINE).SessionStore(session_key=key)
    return str(store.get(sessions.MARK, ""))


def _close(user: User, ended: list[OpenSession], *, everything: bool) -> None:
    """Close the sockets: all the person has, or of those sessions only."""
    if everything:
        close_person(user)
        return
    for row in ended:
        close_session(row.public_id)


@transaction.atomic
def end_session(*, by: User, public_id: str) -> None:
    """End one of one's own sessions. Raises NotPossible when it is over already, or somebody else's."""
    row = OpenSession.objects.filter(user=by, public_id=public_id).first()
    if row is None:
        raise NotPossible(_("This session is over already."))
    sessions.remove(row)
    record(action="session.end", actor=by, object_type="session", object_id=public_id)
    transaction.on_commit(lambda: close_session(public_id), robust=True)


@transaction.atomic
def end_anybodys_sessions(*, by: User, user: User) -> int:
    """Let the privacy officer end all sessions of anybody (ASVS 7.4.5). Raises NotAllowed for everybody else."""
    if not by.has_role(Role.PRIVACY_OFFICER):
        raise NotAllowed(_("Only the privacy officer can do this."))
    return end_sessions(user=user, by=by)


def forget_over() -> int:
    """End sessions that nobody came back to, and say how many; the socket of a page left open ends with its session."""
    over = [
        (row, why) for row in OpenSession.objects.select_related("user") if (why := sessions.why_over(row, row.user))
    ]
    for row, why in over:
        with transaction.atomic():
            sessions.remove(row)
            record(action=f"session.{why}", actor=row.user, object_type="session", object_id=row.public_id)
        close_session(row.public_id)
    return len(over)
