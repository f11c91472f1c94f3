"""passwords: argon2id in threads of its own, at most two at once; an unknown name costs as much."""

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from server_stub.helpline.accounts import NO_PASSWORD
from server_stub.helpline.limits import PasswordCost

AT_ONCE: Final = 2


class Passwords:
    """Hashes and compares passwords off the event loop."""

    def __init__(self, cost: PasswordCost) -> None:
        self._hasher = PasswordHasher(
            time_cost=cost.rounds, memory_cost=cost.memory_kib, parallelism=cost.lanes
        )
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="password")
        # Compared with when the name is unknown, so that the answer takes as long (trust.md U08).
        self._nobodys_hash = self._hasher.hash(secrets.token_urlsafe(32))

    def hash_now(self, password: str) -> str:
        """The hash to keep of a password; blocks for a tenth of a second (for commands, not for `serve`)."""
        return self._hasher.hash(password)

    async def hashed(self, password: str) -> str:
        """The hash to keep of a password, made in a thread of its own."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._hasher.hash, password)

    async def compare(self, kept_hash: str | None, password: str) -> bool:
        """Whether this is the password. With None (nobody of that name) the same work is done in vain."""
        loop = asyncio.get_running_loop()
        is_right = await loop.run_in_executor(
            self._threads,
            self._is_right,
            self._nobodys_hash if kept_hash in (None, NO_PASSWORD) else kept_hash,
            password,
        )
        return is_right and kept_hash not in (None, NO_PASSWORD)

    async def stronger(self, kept_hash: str, password: str) -> str | None:
        """A new hash of a right password when the cost has been raised since; else None."""
        if not self._hasher.check_needs_rehash(kept_hash):
            return None
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._hasher.hash, password)

    def close(self) -> None:
        """Give the threads back."""
        self._threads.shutdown(wait=True)

    def _is_right(self, kept_hash: str | None, password: str) -> bool:
        try:
            return self._hasher.verify(kept_hash or self._nobodys_hash, password)
        except (VerificationError, InvalidHashError):
            return False
