"""The virtualenv is whole or it is not used, and it follows the locks."""

import json
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from workshop import environment
from workshop.environment import OPENID_LOCK, TO_RUN, TO_TEST
from workshop.saying import CannotGoOn


class Workshop:
    """A checkout in a temporary folder whose packages are a note of what was asked for."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.filled: list[tuple[str, ...]] = []
        self.breaks = False
        self.requirements = root / "requirements"
        (self.requirements / "openid").mkdir(parents=True)
        for lock in (*TO_RUN, *TO_TEST, OPENID_LOCK):
            self.change(lock, "first")

    def change(self, lock: str, words: str) -> None:
        (self.requirements / lock).write_text(words, encoding="utf-8")

    def make(self) -> None:
        venv.create(self.folder, symlinks=True)

    def fill(self, locks: tuple[str, ...]) -> None:
        self.filled.append(locks)
        (self.folder / "half-way").touch()
        if self.breaks:
            raise CannotGoOn("The line is down.")
        (self.folder / "half-way").unlink()


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    made = Workshop(tmp_path)
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "PYTHON", tmp_path / ".venv/bin/python")
    monkeypatch.setattr(environment, "MARK", tmp_path / ".venv/vuoro-built.json")
    monkeypatch.setattr(environment, "REQUIREMENTS", made.requirements)
    monkeypatch.setattr(environment, "_make", made.make)
    monkeypatch.setattr(environment, "_fill", made.fill)
    return made


def test_it_is_built_once_and_then_left_in_peace(workshop: Workshop) -> None:
    environment.ensure(TO_RUN)
    environment.ensure(TO_RUN)
    assert workshop.filled == [TO_RUN]


def test_what_serves_the_tests_serves_the_demo_too(workshop: Workshop) -> None:
    environment.ensure(TO_TEST)
    environment.ensure(TO_RUN)
    assert workshop.filled == [TO_TEST]


def test_the_demo_s_packages_are_not_enough_for_the_tests(workshop: Workshop) -> None:
    environment.ensure(TO_RUN)
    environment.ensure(TO_TEST)
    assert workshop.filled == [TO_RUN, TO_TEST]


def test_a_checkout_where_tests_are_run_keeps_their_packages_when_a_lock_changes(workshop: Workshop) -> None:
    environment.ensure(TO_TEST)
    workshop.change("dev.txt", "second")
    environment.ensure(TO_RUN)
    assert workshop.filled == [TO_TEST, TO_TEST]


@pytest.mark.parametrize("lock", ["dev.txt", OPENID_LOCK])
def test_a_changed_lock_is_followed_in_the_same_folder(workshop: Workshop, lock: str) -> None:
    environment.ensure(TO_TEST)
    (workshop.root / ".venv" / "kept").touch()
    workshop.change(lock, "second")
    environment.ensure(TO_TEST)
    assert workshop.filled == [TO_TEST, TO_TEST]
    assert (workshop.root / ".venv" / "kept").exists()


def test_one_that_was_interrupted_is_built_again_from_nothing(workshop: Workshop) -> None:
    workshop.breaks = True
    with pytest.raises(CannotGoOn):
        environment.ensure(TO_RUN)
    assert (workshop.root / ".venv" / "half-way").exists()
    workshop.breaks = False
    (workshop.root / ".venv" / "left over").touch()
    environment.ensure(TO_RUN)
    assert not (workshop.root / ".venv" / "left over").exists()


def test_one_that_was_interrupted_while_following_a_lock_is_built_again_too(workshop: Workshop) -> None:
    environment.ensure(TO_RUN)
    workshop.change("server.txt", "second")
    workshop.breaks = True
    with pytest.raises(CannotGoOn):
        environment.ensure(TO_RUN)
    workshop.breaks = False
    (workshop.root / ".venv" / "left over").touch()
    environment.ensure(TO_RUN)
    assert not (workshop.root / ".venv" / "left over").exists()


def test_one_whose_interpreter_has_gone_is_built_again(workshop: Workshop) -> None:
    environment.ensure(TO_RUN)
    environment.PYTHON.unlink()
    environment.ensure(TO_RUN)
    assert workshop.filled == [TO_RUN, TO_RUN]
    assert environment.PYTHON.exists()


def test_one_in_a_checkout_that_was_moved_is_built_again(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.ensure(TO_RUN)
    moved = (tmp_path / ".venv").rename(tmp_path / "moved")
    monkeypatch.setattr(environment, "VENV", moved)
    monkeypatch.setattr(environment, "PYTHON", moved / "bin/python")
    monkeypatch.setattr(environment, "MARK", moved / "vuoro-built.json")
    monkeypatch.setattr(workshop, "folder", moved)
    environment.ensure(TO_RUN)
    assert workshop.filled == [TO_RUN, TO_RUN]


def test_packages_that_no_lock_names_any_more_are_surplus(workshop: Workshop, tmp_path: Path) -> None:
    workshop.make()
    site = next((tmp_path / ".venv/lib").glob("python*/site-packages"))
    for name in ("Kept.Package", "dropped_package"):
        (site / f"{name}-1.0.dist-info").mkdir()
        (site / f"{name}-1.0.dist-info/METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
        )
    workshop.change("dev.txt", "kept-package[extra]==1.0 \\\n    --hash=sha256:00\n")
    assert environment._surplus(TO_TEST) == ["dropped_package"]


def test_the_mark_is_readable(workshop: Workshop) -> None:
    environment.ensure(TO_RUN)
    assert json.loads(environment.MARK.read_text(encoding="utf-8"))["locks"] == list(TO_RUN)


def test_another_python_is_told_in_a_sentence() -> None:
    dev = Path(environment.__file__).parents[1] / "dev.py"
    pretend = "import runpy, sys; sys.version_info = (3, 10, 0); sys.argv = ['dev.py', 'demo']; "
    told = subprocess.run(
        [sys.executable, "-c", pretend + f"runpy.run_path({str(dev)!r}, run_name='__main__')"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 2
    assert told.stdout.startswith("Vuoro needs Python 3.11, 3.12 or 3.13; this is ")
