"""A session bus with a real unlocked keyring on it, for demo and tests; nobody's own keyring is touched.

`command()` wraps a programme; the file itself is what `dbus-run-session` starts around it.
"""

import os
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path

KEYRING_DAEMON = ("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
ASK = ("dbus-send", "--session", "--print-reply")
# In this order: to ask the keyring itself before it is there would make the bus start another, locked one.
IS_THERE = (
    *(*ASK, "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.NameHasOwner"),
    "string:org.freedesktop.secrets",
)
IS_LOCKED = (
    *(*ASK, "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets/aliases/default"),
    *("org.freedesktop.DBus.Properties.Get", "string:org.freedesktop.Secret.Collection", "string:Locked"),
)
PATIENCE_S = 15


def command(programme: list[str]) -> list[str]:
    """The command that runs `programme` with a keyring of its own."""
    return ["dbus-run-session", "--", sys.executable, str(Path(__file__).resolve()), *programme]


def main(programme: list[str]) -> int:
    """Start a keyring in a folder that goes away, wait until it is open, run `programme`, end the keyring."""
    with tempfile.TemporaryDirectory(prefix="vuoro-keyring-") as folder:
        daemon = _start(folder)
        try:
            if not _opens(daemon):
                print(
                    "The keyring did not open; demo and tests need one (Debian: dbus gnome-keyring).",
                    flush=True,
                )
                return 3
            return subprocess.run(programme, env=_with_runtime_folder(folder), check=False).returncode
        finally:
            daemon.terminate()
            daemon.wait()


def _start(folder: str) -> "subprocess.Popen[bytes]":
    """The keyring daemon, unlocked with a password nobody will need again."""
    reads, writes = os.pipe()
    os.write(writes, secrets.token_hex().encode())
    os.close(writes)
    try:
        return subprocess.Popen(
            [*KEYRING_DAEMON, f"--control-directory={folder}"],
            env={**os.environ, "XDG_DATA_HOME": f"{folder}/data"},
            stdin=reads,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    finally:
        os.close(reads)


def _opens(daemon: "subprocess.Popen[bytes]") -> bool:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        if "boolean true" in _answer(IS_THERE) and "boolean false" in _answer(IS_LOCKED):
            return True
        try:
            daemon.wait(timeout=0.05)
        except subprocess.TimeoutExpired:
            continue
        return False
    return False


def _answer(question: tuple[str, ...]) -> str:
    return subprocess.run(question, capture_output=True, text=True, check=False).stdout


def _with_runtime_folder(folder: str) -> dict[str, str]:
    """Qt and the bus want a runtime folder; bare machines have none."""
    return {"XDG_RUNTIME_DIR": folder, **os.environ}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
