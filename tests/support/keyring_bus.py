"""A real, unlocked keyring on a message bus of its own; nobody's own keyring is touched."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from jeepney import MatchRule, message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

READY_WITHIN_S = 60


@contextmanager
def a_keyring_on_a_bus() -> Iterator[str]:
    """The address of a message bus where a real GNOME keyring lives, unlocked, in a folder that goes away."""
    for program in ("dbus-daemon", "gnome-keyring-daemon"):
        assert shutil.which(program), (
            f"{program} is needed to test with a real keyring: apt-get install dbus gnome-keyring"
        )
    with tempfile.TemporaryDirectory(prefix="vuoro-keyring-") as folder:
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1", "--nosyslog"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=_environment(folder),
        )
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        keyring = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_environment(folder) | {"DBUS_SESSION_BUS_ADDRESS": address},
        )
        assert keyring.stdin is not None
        keyring.stdin.write(b"a password of this test\n")
        keyring.stdin.close()
        try:
            _wait_for_the_secret_service(address)
            yield address
        finally:
            for process in (keyring, bus):
                process.terminate()
                process.wait(10)
            bus.stdout.close()


def _environment(folder: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": folder,
        "XDG_DATA_HOME": folder,
        "XDG_RUNTIME_DIR": folder,
        "XDG_CONFIG_HOME": folder,
        "LANG": "C.UTF-8",
    }


def _wait_for_the_secret_service(address: str) -> None:
    """The bus itself tells when the name is there; nobody sleeps, and no second keyring is started."""
    name = "org.freedesktop.secrets"
    arrival = MatchRule(
        type="signal",
        interface="org.freedesktop.DBus",
        member="NameOwnerChanged",
        path="/org/freedesktop/DBus",
    )
    arrival.add_arg_condition(0, name)
    with open_dbus_connection(bus=address) as connection:
        bus = Proxy(message_bus, connection)
        bus.AddMatch(arrival)
        with connection.filter(arrival) as arrived:
            if bus.NameHasOwner(name)[0]:
                return
            connection.recv_until_filtered(arrived, timeout=READY_WITHIN_S)
