"""Keyrings that do not do what keyrings should."""

import threading

from keyring.errors import KeyringLocked


class ForgetfulKeyring:
    """Takes everything and keeps nothing."""

    def get_password(self, service: str, username: str) -> str | None:
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        return None

    def delete_password(self, service: str, username: str) -> None:
        return None


class SilentKeyring(ForgetfulKeyring):
    """Waits for a person who does not come, until the test lets it go."""

    def __init__(self) -> None:
        self.let_go = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.let_go.wait(30)
        return None


class LockedKeyring(ForgetfulKeyring):
    """Stays locked."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("the person pressed cancel")
