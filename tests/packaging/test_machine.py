"""Only what is missing is installed, and only where that is ours to do."""

import os
import shutil
import subprocess
from collections.abc import Callable

import pytest

from workshop import machine
from workshop.saying import CannotGoOn


class Debian:
    """A machine that has what its listing says, and remembers what it was asked to run."""

    def __init__(self, *listing: str) -> None:
        self.listing = "".join(f"{line}\n" for line in listing)
        self.asked: list[list[str]] = []
        self.refuses: Callable[[list[str]], bool] = lambda command: False

    def run(self, command: list[str], **_: object) -> "subprocess.CompletedProcess[str]":
        if command[0] == "dpkg-query":
            return subprocess.CompletedProcess(command, 0, stdout=self.listing)
        raise AssertionError(command)

    def quietly(self, command: list[str]) -> tuple[bool, str]:
        self.asked.append(command)
        return self.refuses(command), "E: no such thing"


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> Debian:
    made = Debian(
        "installed\tdbus\t", "installed\tlibglib2.0-0t64\tlibglib2.0-0 (= 2.80)", "config-files\txvfb\t"
    )
    monkeypatch.setattr(subprocess, "run", made.run)
    monkeypatch.setattr(machine, "_quietly", made.quietly)
    monkeypatch.setattr(machine, "_python_makes_virtualenvs", lambda: True)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return made


def test_what_is_there_under_its_own_or_an_older_name_is_not_installed(debian: Debian) -> None:
    machine.ensure(["dbus", "libglib2.0-0"])
    assert debian.asked == []


def test_only_what_is_missing_is_installed(debian: Debian) -> None:
    machine.ensure(["dbus", "xvfb", "chromium"])
    installs = [command for command in debian.asked if "install" in command]
    assert [word for command in installs for word in command if word in {"dbus", "xvfb", "chromium"}] == [
        "xvfb",
        "chromium",
    ]
    assert all("--no-install-recommends" in command for command in installs)


def test_a_python_that_cannot_make_virtualenvs_gets_its_package(
    debian: Debian, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "_python_makes_virtualenvs", lambda: False)
    machine.ensure(["dbus"])
    assert "python3-venv" in debian.asked[-1]


def test_without_the_right_nothing_is_changed_and_the_line_to_run_is_told(
    debian: Debian, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    debian.refuses = lambda command: "sudo" in command[0]
    with pytest.raises(CannotGoOn, match="apt-get install --yes --no-install-recommends xvfb'"):
        machine.ensure(["xvfb"])
    assert [command for command in debian.asked if "apt-get" in command] == []


def test_an_installation_that_fails_is_told_with_apt_s_own_words(debian: Debian) -> None:
    debian.refuses = lambda command: True
    with pytest.raises(CannotGoOn, match="E: no such thing"):
        machine.ensure(["xvfb"])
