"""Tokens: 256 random bits in URL-safe letters; the database keeps their SHA-256 only (trust.md U07, U09)."""

import hashlib
import hmac
import secrets
from typing import Final

_BYTES: Final = 32
_READ_OUT: Final = "abcdefghjkmnpqrstuvwxyz23456789"
LONGEST: Final = 128
"""Nothing longer is looked at."""


def new_token() -> str:
    """A fresh token, 43 letters."""
    return secrets.token_urlsafe(_BYTES)


def new_secret() -> str:
    """256 random bits as 64 hexadecimal digits (`device_secret`)."""
    return secrets.token_hex(32)


def new_one_time_password() -> str:
    """79 random bits, in letters and digits that nobody mistakes for others when they are read out."""
    drawn = "".join(secrets.choice(_READ_OUT) for _ in range(16))
    return "-".join(drawn[at : at + 4] for at in range(0, 16, 4))


def new_family() -> str:
    """A name for all the tokens that come of one sign-in."""
    return secrets.token_hex(16)


def token_hash(token: str) -> bytes:
    """What is kept of a token. It is random, so one plain hash is enough: there is nothing to guess at."""
    return hashlib.sha256(token.encode()).digest()


def name_key(user_name: str) -> str:
    """What wrong tries are counted under: a digest, for a name may be a password typed in the wrong place."""
    return hashlib.sha256(b"vuoro user name\x00" + user_name.encode()).hexdigest()


def is_same(expected: str, given: str) -> bool:
    """Compare two tokens in a time that tells nothing."""
    return hmac.compare_digest(expected.encode(), given.encode())
