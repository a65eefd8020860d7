"""Reads what operators set (SPIL_…), each kind with its own reader that fails loudly; it never repeats a value in an error."""

import os
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environ import Env


def text(name: str, default: str = "") -> str:
    """Give what the environment says of `name`."""
    return os.environ.get(name, "").strip() or default


def several(name: str, default: list[str]) -> list[str]:
    """Give a comma-separated list."""
    return [part.strip() for part in text(name).split(",") if part.strip()] or default


def flag(name: str, default: bool) -> bool:
    """Give a yes or a no. Raises ImproperlyConfigured for anything else: a typing error must not open a door."""
    value = text(name, str(default)).lower()
    if value not in {"true", "false"}:
        raise ImproperlyConfigured(f"{name} must be true or false.")
    return value == "true"


def number(name: str, default: int) -> int:
    """Give a whole number above zero. Raises ImproperlyConfigured for anything else."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit()) or int(value) == 0:
        raise ImproperlyConfigured(f"{name} must be a whole number above zero.")
    return int(value)


def secret(name: str, invented: str) -> str:
    """Give a secret, or `invented` when there is none; pass "" where nothing may be invented.

    Raises ImproperlyConfigured when it is too short to be a secret.
    """
    return _long_enough(name, text(name, invented))


def secrets(name: str, invented: str) -> list[str]:
    """Give several secrets with commas between them, by the same rule."""
    return [_long_enough(name, value) for value in several(name, [invented])]


def contact(name: str) -> str:
    """Give the address for who found a weak spot, or "". Raises ImproperlyConfigured for what no machine could follow."""
    value = text(name)
    if value and not value.startswith(("mailto:", "https://")):
        raise ImproperlyConfigured(f"{name} must begin with mailto: or https://")
    return value


def _long_enough(name: str, value: str) -> str:
    if len(value) < 32:
        raise ImproperlyConfigured(f"{name} must be set to a random text of at least 32 characters.")
    return value


def postgresql(name: str) -> dict[str, Any] | None:
    """Give a database on PostgreSQL, or None when none is set. Raises ImproperlyConfigured for what is no such address."""
    value = text(name)
    if not value:
        return None
    if not value.startswith(("postgres://", "postgresql://")):
        raise ImproperlyConfigured(f"{name} must start with postgres://; leave it out for the embedded database.")
    try:
        return dict(Env.db_url_config(value))
    except ValueError as unreadable:
        raise ImproperlyConfigured(f"{name} cannot be read: check its port.") from unreadable


def mail(name: str) -> dict[str, Any] | None:
    """Give the settings of a mail server, or None when none is set. Raises ImproperlyConfigured for an unknown kind."""
    return dict(Env.email_url_config(text(name))) if text(name) else None
