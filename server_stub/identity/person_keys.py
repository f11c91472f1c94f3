"""person_keys: From what a provider vouches for to what is kept: a keyed digest, and a sealed identity code.

The key lies in a file of its own, apart from the database and its backups: who has the rows alone can neither
read a code nor find out whose record one is by trying every code there is (Tietosuojalaki 29 §).
"""

import hashlib
import hmac
import os
import unicodedata
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from server_stub.helpline.identification_values import Proved, VerifiedPerson
from server_stub.identity.provider import Assertion, Vouched

_NONCE: Final = 12
_LONGEST_NAME: Final = 120
_ABOUT: Final = b"vuoro identity code, version 1"


class SealBroken(Exception):
    """A sealed code was not sealed with this key."""


class PersonKeys:
    """One key of 32 bytes, three uses, each with a key of its own derived from it."""

    def __init__(self, key: bytes) -> None:
        self._digest_key = _derived(key, b"person key")
        self._seal = AESGCM(_derived(key, b"identity code"))
        self.fingerprint = _derived(key, b"fingerprint").hex()
        """Tells whether a database was written under this key, and nothing of the key."""

    def verified(self, assertion: Assertion) -> VerifiedPerson:
        """The person of an assertion, under our key."""
        behalf = assertion.on_behalf_of
        return VerifiedPerson(
            person=self._proved(assertion.issuer, assertion.person),
            level=assertion.level,
            provider_id=assertion.issuer,
            on_behalf_of=self._proved(assertion.issuer, behalf) if behalf is not None else None,
            mandate=assertion.mandate,
        )

    def sealed(self, identity_code: str) -> bytes:
        """Unreadable without the key; twice the same code gives two different seals."""
        nonce = os.urandom(_NONCE)
        return nonce + self._seal.encrypt(nonce, identity_code.encode(), _ABOUT)

    def opened(self, sealed: bytes) -> str:
        """The code. Raises `SealBroken`."""
        try:
            return self._seal.decrypt(sealed[:_NONCE], sealed[_NONCE:], _ABOUT).decode()
        except InvalidTag:
            raise SealBroken from None

    def _proved(self, issuer: str, vouched: Vouched) -> Proved:
        # A code is hers wherever she identifies; without one she is whom this issuer calls by that subject.
        code = vouched.identity_code
        named = ("code", code) if code is not None else ("subject", issuer, vouched.subject)
        digest = hmac.new(self._digest_key, "\x1f".join(named).encode(), hashlib.sha256)
        return Proved(digest.hexdigest(), plain_name(vouched.name), code)


def plain_name(name: str) -> str:
    """A name as one short line: no controls, no marks that turn the line, whatever the provider sent."""
    kept = "".join(" " if _breaks(char) else char for char in unicodedata.normalize("NFC", name))
    return " ".join(kept.split())[:_LONGEST_NAME]


def _breaks(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn")


def _derived(key: bytes, use: bytes) -> bytes:
    return hmac.new(key, b"vuoro " + use + b", version 1", hashlib.sha256).digest()
