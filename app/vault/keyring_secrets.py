"""The operating system's keyring as the core sees it: a name and a secret, off the window's thread."""

from collections.abc import Callable
from typing import TypeVar

from app.domain.memory_only import Cause
from app.ports import SecretsUnavailable
from app.vault.backends import Backend, NoTrustedKeyring, trusted_backend
from app.vault.worker import VaultWorker

T = TypeVar("T")

SERVICE = "Vuoro"
# A locked keyring asks the person for its password; longer than this and the day begins without it.
ANSWERS_WITHIN_S = 60.0
# A keyring that has been silent once is not waited for again, least of all at signing out.
SILENT_ONCE_WITHIN_S = 1.0


class NoKeyring(SecretsUnavailable):
    """No secret can be kept or had, and why; ``detail`` names kinds of error for the log, never a secret."""

    def __init__(self, cause: Cause, detail: str) -> None:
        super().__init__(f"{cause}: {detail}", cause=cause)
        self.detail = detail


class KeyringSecrets:
    """`ports.Secrets` over one trusted keyring, chosen at the first need in the vault's own thread."""

    def __init__(
        self,
        *,
        choose: Callable[[], Backend] = trusted_backend,
        answers_within_s: float = ANSWERS_WITHIN_S,
    ) -> None:
        """``choose`` finds the keyring, may block, and may raise `NoTrustedKeyring`."""
        self._choose = choose
        self._within_s = answers_within_s
        self._worker = VaultWorker()
        self._backend: Backend | None = None

    async def get(self, name: str) -> str | None:
        """The secret of that name, or None. Raises `NoKeyring`."""
        return await self._ask(lambda keyring: keyring.get_password(SERVICE, name))

    async def put(self, name: str, value: str) -> None:
        """Keep a secret in place of the one before. Raises `NoKeyring`."""
        await self._ask(lambda keyring: keyring.set_password(SERVICE, name, value))

    async def forget(self, name: str) -> None:
        """Delete a secret; an unknown one is no error. Raises `NoKeyring`."""
        await self._ask(lambda keyring: _forget(keyring, name))

    def close(self) -> None:
        """Let the vault's thread end; call it once, last."""
        self._worker.close()

    async def _ask(self, question: Callable[[Backend], T]) -> T:
        try:
            return await self._worker.run(lambda: question(self._keyring()), within_s=self._within_s)
        except NoTrustedKeyring as error:
            raise NoKeyring(Cause.NO_KEYRING, str(error)) from None
        except TimeoutError:
            self._within_s = min(self._within_s, SILENT_ONCE_WITHIN_S)
            raise NoKeyring(Cause.KEYRING_SILENT, "no answer") from None
        except Exception as error:  # each keyring has errors of its own; all of them mean: not today
            kind = type(error).__name__
            cause = Cause.KEYRING_LOCKED if kind == "KeyringLocked" else Cause.KEYRING_FAILED
            raise NoKeyring(cause, kind) from None

    def _keyring(self) -> Backend:
        if self._backend is None:
            self._backend = self._choose()
        return self._backend


def _forget(keyring: Backend, name: str) -> None:
    if keyring.get_password(SERVICE, name) is not None:
        keyring.delete_password(SERVICE, name)
