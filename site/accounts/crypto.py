"""Encrypts what must be read back (authenticator secrets) and hashes what must not (recovery codes, link tokens)."""

import base64
import hashlib

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def _fernet() -> MultiFernet:
    """Build the ring of keys: the first one encrypts, all of them decrypt, so keys can be rotated."""
    digests = (hashlib.sha256(key.strip().encode()).digest() for key in settings.ENCRYPTION_KEYS)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])


def encrypt(secret: bytes) -> str:
    """Encrypt `secret` with the newest key."""
    return _fernet().encrypt(secret).decode()


def renew(token: str) -> str:
    """Encrypt with the newest key what any key of the ring encrypted. Raises InvalidToken when no key fits."""
    return _fernet().rotate(token.encode()).decode()


def decrypt(token: str) -> bytes:
    """Give back what `encrypt` was given. Raises InvalidToken when no key fits."""
    return _fernet().decrypt(token.encode())


def digest(secret: str) -> str:
    """Hash a random secret of at least 80 bits for look-up. Never use it for what people think up themselves."""
    return hashlib.sha256(secret.encode()).hexdigest()
