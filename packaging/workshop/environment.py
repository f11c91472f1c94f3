"""The virtualenv: built from the locks by hash, whole or not at all, renewed when a lock changes."""

import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workshop.saying import CannotGoOn, say

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
# Written last: a virtualenv without it was interrupted and is built again from nothing.
MARK = VENV / "vuoro-built.json"
REQUIREMENTS = ROOT / "packaging" / "requirements"

TO_RUN = ("desktop.txt", "server.txt")
TO_TEST = ("dev.txt",)
Locks = tuple[str, ...]


def ensure(locks: Locks) -> None:
    """Have `.venv` hold `locks`. Raises `CannotGoOn` when packages cannot be fetched."""
    with _alone():
        built = _built()
        if built is not None and any(
            built == {"locks": list(held), "key": _key(held)} for held in {locks, TO_TEST}
        ):
            return
        if built is None:
            _begin()
        MARK.unlink(missing_ok=True)
        _fill(locks)
        _remember({"locks": list(locks), "key": _key(locks)})


@contextmanager
def _alone() -> Iterator[None]:
    """Two runs at once must not build the same folder."""
    with (ROOT / ".venv.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _key(locks: Locks) -> str:
    """What a virtualenv depends on: the locks, the place, the interpreter."""
    digest = hashlib.sha256(f"{ROOT}\n{sys.version_info[:2]}\n".encode())
    for lock in locks:
        digest.update((REQUIREMENTS / lock).read_bytes())
    return digest.hexdigest()


def _built() -> object:
    """What the mark says, or None where there is no whole virtualenv of this Python."""
    try:
        mark: object = json.loads(MARK.read_text(encoding="utf-8"))
        version = subprocess.run(
            [PYTHON, "-c", "import sys; print(sys.version_info[:2])"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
    except (OSError, ValueError, subprocess.CalledProcessError):
        return None
    return mark if version == str(sys.version_info[:2]) else None


def _begin() -> None:
    if VENV.exists():
        say("Removing a .venv that is not whole.")
        shutil.rmtree(VENV)
    base = getattr(sys, "_base_executable", sys.executable)
    done = subprocess.run([base, "-m", "venv", VENV], check=False)
    if done.returncode:
        raise CannotGoOn("Python could not make a virtualenv (its own words stand above).")


def _fill(locks: Locks) -> None:
    say(f"Installing {' and '.join(locks)} into .venv (about a minute, some 500 MB)")
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--progress-bar=off"]
    exact = ["--require-hashes", "--no-deps", "--only-binary=:all:"]
    lists = [f"--requirement={REQUIREMENTS / lock}" for lock in locks]
    install: list[str | Path] = [PYTHON, "-m", "pip", "install", *quiet, *exact, *lists]
    if subprocess.run(install, check=False).returncode:
        raise CannotGoOn(
            "The packages could not be installed (pip's own words stand above). "
            "Start again when that is put right: a .venv that is not whole is never used."
        )
    surplus = _surplus(locks)
    if surplus:
        subprocess.run([PYTHON, "-m", "pip", "uninstall", "--quiet", "--yes", *surplus], check=True)
    # `import app` works from every folder, and for the scripts in .venv/bin.
    site = next((VENV / "lib").glob("python*/site-packages"))
    (site / "vuoro.pth").write_text(f"{ROOT}\n", encoding="utf-8")


def _surplus(locks: Locks) -> list[str]:
    """Packages that an earlier lock brought and none of these names."""
    listing = subprocess.run(
        [PYTHON, "-m", "pip", "list", "--format=json", "--disable-pip-version-check"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    wanted = {"pip", "setuptools"}
    for lock in locks:
        text = (REQUIREMENTS / lock).read_text(encoding="utf-8")
        wanted.update(
            _plain_name(name) for name in re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==", text, re.MULTILINE)
        )
    return [package["name"] for package in json.loads(listing) if _plain_name(package["name"]) not in wanted]


def _plain_name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _remember(mark: dict[str, object]) -> None:
    unfinished = MARK.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(mark), encoding="utf-8")
    os.replace(unfinished, MARK)
