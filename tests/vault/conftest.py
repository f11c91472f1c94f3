"""A real, unlocked keyring on a message bus of its own, for the tests of the vault."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.keyring_bus import a_keyring_on_a_bus


@pytest.fixture(scope="session")
def private_bus() -> Iterator[str]:
    """The address of a message bus where a real GNOME keyring lives, unlocked, in a folder that goes away."""
    with a_keyring_on_a_bus() as address:
        yield address


@pytest.fixture
def real_keyring(private_bus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """This process sees the private bus only; the keyring of whoever runs the tests is left alone."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", private_bus)


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A computer without a message bus, hence without a keyring."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nobody-listens'}")
