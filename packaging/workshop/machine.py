"""The machine: which Debian packages are needed, which are missing, and putting them in place."""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterable

from workshop.saying import CannotGoOn, say

PYTHON = ("python3-venv",)
# What the Qt wheels link to, found with ldd and by running them in a bare Debian 12.
QT = (
    *("libglib2.0-0", "libgl1", "libegl1", "libx11-6", "libdbus-1-3", "libfontconfig1", "libfreetype6"),
    *("libxkbcommon0", "libbrotli1", "libxkbcommon-x11-0", "libx11-xcb1", "libxcb-cursor0", "libxcb-icccm4"),
    *("libxcb-image0", "libxcb-keysyms1", "libxcb-randr0", "libxcb-render0", "libxcb-render-util0"),
    *("libxcb-shape0", "libxcb-shm0", "libxcb-sync1", "libxcb-util1", "libxcb-xfixes0", "libxcb-xkb1"),
)
# Å, ä, ö and the signs people write: without these Qt draws boxes.
FONTS = ("fonts-dejavu-core", "fonts-noto-core", "fonts-noto-color-emoji")
KEYRING = ("dbus", "gnome-keyring")
# libatomic1: the browser tests are driven by a program that links to it and comes without it.
# strace: records what the backend writes and flushes, for the test of a loss of power.
# at-spi2-core: what a screen reader hears of a program goes through it; libxtst6: real key events.
# xmlsec1: checks the signatures of SAML responses; a backend with such a provider needs it too.
TESTS = (
    *(
        "chromium-headless-shell",
        "libatomic1",
        "postgresql",
        "strace",
        "xvfb",
        "xauth",
        "at-spi2-core",
        "libxtst6",
    ),
    "xmlsec1",
)

SCREEN = (*QT, *FONTS)


def ensure(packages: Iterable[str]) -> None:
    """Install what is missing. Raises `CannotGoOn` with the one line to run where that is not ours to do."""
    wanted = [*packages, *(() if _python_makes_virtualenvs() else PYTHON)]
    if shutil.which("dpkg-query") is None or shutil.which("apt-get") is None:
        if not _python_makes_virtualenvs():
            raise CannotGoOn("This Python has no venv and ensurepip modules; install them and start again.")
        return
    missing = _missing(wanted)
    if missing:
        _install(missing)


def _python_makes_virtualenvs() -> bool:
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def _missing(wanted: list[str]) -> list[str]:
    """Those of `wanted` that no installed package is called or provides (some releases rename libraries)."""
    listing = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${db:Status-Status}\t${Package}\t${Provides}\n"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    present: set[str] = set()
    for line in listing.splitlines():
        status, name, provides = line.split("\t")
        if status == "installed":
            present.add(name)
            present.update(provided.split()[0] for provided in provides.split(",") if provided.strip())
    return [name for name in wanted if name not in present]


def _install(missing: list[str]) -> None:
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    prefix = _privilege()
    if prefix is None:
        raise CannotGoOn(
            f"{len(missing)} Debian packages are missing and this account may not install them. "
            f"Nothing was changed. Run this line, then start again:\n\n"
            f"    sudo sh -c 'apt-get update && {' '.join(install)}'\n"
        )
    say(f"Installing {len(missing)} Debian packages: {' '.join(missing)}")
    quiet = ["--quiet", "--option=Dpkg::Use-Pty=0", "--option=Acquire::Retries=3"]
    # An update that fails is no obstacle where the lists are fresh; the installation will tell.
    _quietly([*prefix, "apt-get", *quiet, "update"])
    failed, words = _quietly([*prefix, *install, *quiet])
    if failed:
        raise CannotGoOn(f"{words}\napt-get could not install what is missing; its own words stand above.")


def _quietly(command: list[str]) -> tuple[bool, str]:
    """Whether the command failed, and all it said."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode != 0, done.stdout.decode(errors="replace")


def _privilege() -> list[str] | None:
    """What to put before apt-get: nothing for root, sudo where it asks nothing; None if neither."""
    plain = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return plain
    sudo = shutil.which("sudo")
    if sudo is None or _quietly([sudo, "--non-interactive", "true"])[0]:
        return None
    return [sudo, "--non-interactive", *plain]
