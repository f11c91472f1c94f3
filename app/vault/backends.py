"""Which keyrings are trusted, and how one is chosen: by name, never by what happens to be installed.

`keyring.get_keyring()` is not used: a configuration file, an environment variable or
an extra package can make it a file in plain text. Only these are asked for:

    Linux    Secret Service (GNOME, KeePassXC, KWallet 6) · libsecret · KWallet 5, 4
    Windows  the credential vault
"""

import importlib
from typing import Protocol

# Most trusted first; only the highest priority of those that work is taken.
ALLOWED: tuple[tuple[str, str], ...] = (
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.libsecret", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
    ("keyring.backends.kwallet", "DBusKeyringKWallet4"),
    ("keyring.backends.Windows", "WinVaultKeyring"),
)


class Backend(Protocol):
    """What the vault asks of a keyring; every call may block."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret kept under this name, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret under this name."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget the secret of this name."""


class NoTrustedKeyring(Exception):
    """No keyring of the list can be used here; the message names what was tried, never a secret."""


def trusted_backend() -> Backend:
    """The best keyring of the list that works here; blocks.

    Raises `NoTrustedKeyring` when none does.
    """
    working: list[tuple[float, Backend]] = []
    reasons: list[str] = []
    for module_name, class_name in ALLOWED:
        try:
            kind = getattr(importlib.import_module(module_name), class_name)
            priority = float(kind.priority)
            if priority > 0:
                working.append((priority, kind()))
        except Exception as error:
            reasons.append(f"{module_name.rpartition('.')[2]}: {type(error).__name__}")
    if not working:
        raise NoTrustedKeyring("; ".join(reasons))
    return max(working, key=lambda found: found[0])[1]
