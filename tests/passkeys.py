"""A passkey in software, for tests without a browser: makes and answers challenges as a real one does (WebAuthn level 2)."""

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.test import Client

ASK, GIVE = "/account/passkey/vragen/", "/account/passkey/geven/"
MAKE, ADD = "/account/passkey/maken/", "/account/passkey/toevoegen/"
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def text(raw: bytes) -> str:
    """Write bytes as WebAuthn does."""
    return urlsafe_b64encode(raw).decode().rstrip("=")


def raw(written: str) -> bytes:
    """Read them back."""
    return urlsafe_b64decode(written + "=" * (-len(written) % 4))


class Passkey:
    """One passkey. `verifies` says whether it asks for a finger or a PIN."""

    def __init__(self, *, verifies: bool = True, origin: str = "") -> None:
        self.secret = ec.generate_private_key(ec.SECP256R1())
        self.id = hashlib.sha256(self.secret.private_numbers().private_value.to_bytes(32, "big")).digest()
        self.flags = PRESENT | (VERIFIED if verifies else 0)
        self.origin = origin or settings.OTP_WEBAUTHN_ALLOWED_ORIGINS[0]
        self.count = 0

    def _client_data(self, kind: str, challenge: str) -> bytes:
        told = {"type": f"webauthn.{kind}", "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(told).encode()

    def _authenticator_data(self, flags: int, more: bytes = b"") -> bytes:
        self.count += 1
        name = hashlib.sha256(settings.OTP_WEBAUTHN_RP_ID.encode()).digest()
        return name + bytes([flags]) + self.count.to_bytes(4, "big") + more

    def made(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer the question to make this passkey."""
        point = self.secret.public_key().public_numbers()
        public = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")})
        credential = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + public
        data = self._authenticator_data(self.flags | ATTESTED, credential)
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        response = {
            "clientDataJSON": text(self._client_data("create", options["challenge"])),
            "attestationObject": text(attestation),
            "transports": ["internal"],
        }
        return self._credential(response) | {"clientExtensionResults": {"credProps": {"rk": True}}}

    def signed(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer the question to come in with this passkey."""
        client = self._client_data("get", options["challenge"])
        data = self._authenticator_data(self.flags)
        signature = self.secret.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        response = {
            "clientDataJSON": text(client),
            "authenticatorData": text(data),
            "signature": text(signature),
            "userHandle": None,
        }
        return self._credential(response) | {"clientExtensionResults": {}}

    def _credential(self, response: dict[str, Any]) -> dict[str, Any]:
        return {"id": text(self.id), "rawId": text(self.id), "type": "public-key", "response": response}


def send(client: Client, address: str, data: Any = None) -> Any:
    """Post JSON as the script does."""
    return client.post(address, data if data is not None else {}, content_type="application/json")


def add(client: Client, passkey: Passkey) -> Any:
    """Add a passkey to the keys of whoever the client is signed in as."""
    return send(client, ADD, passkey.made(send(client, MAKE).json()))


def give(client: Client, passkey: Passkey, onward: str = "") -> Any:
    """Come in with a passkey."""
    return send(client, GIVE + (f"?next={onward}" if onward else ""), passkey.signed(send(client, ASK).json()))
