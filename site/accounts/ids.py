"""Public ids: serve every address in Spil; an address must never hold a counter that tells how many there are."""

import secrets
from typing import Any

from django.db import models
from django.urls import register_converter
from django.urls.converters import StringConverter

# Crockford's base 32 in lower case: no i, l, o, u, so that an id read aloud is written down right.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 12  # 60 bits


def new_public_id() -> str:
    """Give a random id of 12 characters (60 bits), fit for an address and for reading aloud."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


class PublicIdField(models.CharField):
    """A unique random id, made once and never changed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{"max_length": LENGTH, "unique": True, "editable": False, "default": new_public_id, **kwargs}
        )


class PublicIdConverter(StringConverter):
    """An id as Spil makes them, in an address; any other text is no address, and never reaches the database or the log."""

    regex = f"[{ALPHABET}]{{{LENGTH}}}"


register_converter(PublicIdConverter, "public_id")
