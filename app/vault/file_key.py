"""The key of a counsellor's file, derived from two secrets of which neither alone opens it.

HKDF of RFC 5869 with SHA-256: the secret of this installation lives in the operating
system's keyring, the device secret is handed out by the backend at sign-in and is
never written down here. So two people who share one account of the computer cannot
open each other's file, and a stolen disk opens none.
"""

import hashlib
import hmac
import secrets as chance

from app.domain.memory_only import Cause
from app.ports import Secrets
from app.vault.keyring_secrets import NoKeyring

KEY_BYTES = 32
INSTALL_SECRET = "install-secret"  # noqa: S105 - the name it is kept under, not the secret


async def file_key(secrets: Secrets, *, staff_id: str, device_secret: str) -> bytes:
    """The raw 32-byte key of this counsellor's file, the same at every sign-in on this computer.

    ``device_secret`` is 64 hexadecimal digits. Raises `SecretsUnavailable` when there is no keyring,
    ValueError when the device secret is not hexadecimal.
    """
    return derive_file_key(
        install_secret=await _install_secret(secrets),
        device_secret=bytes.fromhex(device_secret),
        staff_id=staff_id,
    )


def derive_file_key(*, install_secret: bytes, device_secret: bytes, staff_id: str) -> bytes:
    """HKDF: extract with the installation's secret as salt, expand for this purpose and person."""
    extracted = hmac.digest(install_secret, device_secret, hashlib.sha256)
    purpose = b"vuoro/store/1/" + staff_id.encode()
    return hmac.digest(extracted, purpose + b"\x01", hashlib.sha256)


async def _install_secret(secrets: Secrets) -> bytes:
    """The half of every key that belongs to this installation, made when there is none."""
    kept = await secrets.get(INSTALL_SECRET)
    if kept is None:
        await secrets.put(INSTALL_SECRET, chance.token_hex(KEY_BYTES))
        # Read back: a keyring that forgets what it is given must not lock a file.
        kept = await secrets.get(INSTALL_SECRET)
    if kept is None or len(kept) != 2 * KEY_BYTES:
        raise NoKeyring(Cause.KEYRING_FAILED, "it did not give back what it was given")
    return bytes.fromhex(kept)
