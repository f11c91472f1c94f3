"""Demo and tests get a real keyring of their own, unlocked, and leave nobody's own touched."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workshop import keyring_session

pytestmark = pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="needs dbus and gnome-keyring, which packaging/dev.py installs",
)

KEEP_AND_FETCH = """
import keyring
keyring.set_password("vuoro-test", "Åsa", "työpöytä")
print(type(keyring.get_keyring()).__module__, keyring.get_password("vuoro-test", "Åsa"))
"""


def _run(programme: list[str], home: Path) -> "subprocess.CompletedProcess[str]":
    own = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DBUS_"))}
    return subprocess.run(
        keyring_session.command(programme),
        env={**own, "HOME": str(home), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_secret_is_kept_in_a_real_keyring_and_the_home_folder_stays_empty(tmp_path: Path) -> None:
    told = _run([sys.executable, "-c", KEEP_AND_FETCH], tmp_path)
    assert told.stdout.split() == ["keyring.backends.SecretService", "työpöytä"], told.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_programme_s_own_verdict_is_handed_on(tmp_path: Path) -> None:
    assert _run([sys.executable, "-c", "raise SystemExit(7)"], tmp_path).returncode == 7
