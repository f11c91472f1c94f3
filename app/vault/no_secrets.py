"""No keyring at all: for a second Vuoro beside the first, whose token in the keyring is not its own."""

from typing import NoReturn

from app.ports import SecretsUnavailable


class NoSecrets:
    """`ports.Secrets` that keeps nothing."""

    async def get(self, name: str) -> NoReturn:
        """Raises `SecretsUnavailable`."""
        raise SecretsUnavailable(name)

    async def put(self, name: str, value: str) -> NoReturn:
        """Raises `SecretsUnavailable`."""
        raise SecretsUnavailable(name)

    async def forget(self, name: str) -> NoReturn:
        """Raises `SecretsUnavailable`."""
        raise SecretsUnavailable(name)
