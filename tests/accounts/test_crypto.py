"""Encryption with keys that can be changed, and hashes that cannot be read back."""

import pytest
from cryptography.fernet import InvalidToken

from accounts.crypto import decrypt, digest, encrypt

OLD, NEW = "een oude sleutel van lang genoeg ....", "een nieuwe sleutel van lang genoeg .."


def test_what_was_encrypted_is_read_back(settings):
    settings.ENCRYPTION_KEYS = [OLD]
    token = encrypt(b"\x00\xffgeheim")
    assert decrypt(token) == b"\x00\xffgeheim"
    assert "geheim" not in token
    assert encrypt(b"\x00\xffgeheim") != token


def test_a_new_key_reads_what_the_old_one_wrote_and_writes_anew(settings):
    settings.ENCRYPTION_KEYS = [OLD]
    before = encrypt(b"geheim")
    settings.ENCRYPTION_KEYS = [NEW, OLD]
    after = encrypt(b"geheim")
    assert decrypt(before) == decrypt(after) == b"geheim"
    settings.ENCRYPTION_KEYS = [NEW]
    assert decrypt(after) == b"geheim"
    with pytest.raises(InvalidToken):
        decrypt(before)


def test_a_changed_letter_is_noticed(settings):
    settings.ENCRYPTION_KEYS = [OLD]
    token = encrypt(b"geheim")
    with pytest.raises(InvalidToken):
        decrypt(token[:-5] + ("A" if token[-5] != "A" else "B") + token[-4:])


def test_a_hash_is_always_the_same_and_says_nothing():
    assert digest("geheim") == digest("geheim")
    assert len(digest("geheim")) == 64
    assert digest("geheim") != digest("Geheim")
