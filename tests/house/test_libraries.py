"""Libraries are kept in their folders, at their versions, and out where they would do harm."""

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.sources import ROOT, python_files, shown, tree_of

LOCKS = sorted((ROOT / "packaging/requirements").glob("*.txt"))
RULES = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]


def test_imports_fall_downhill() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run(
        [linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout


def test_no_contract_looks_away() -> None:
    assert [rule["name"] for rule in RULES["contracts"] if "ignore_imports" in rule] == []


def test_every_library_has_a_contract_that_says_where_it_lives() -> None:
    housed = {name for rule in RULES["contracts"] for name in rule.get("protected_modules", ())}
    homeless = {
        f"{shown(path)} imports {library}"
        for path in python_files("app", "server_stub")
        for library in _libraries(path)
        if library not in housed
    }
    assert sorted(homeless) == []


def _libraries(path: Path) -> set[str]:
    """What a module imports that is neither ours nor Python's; and sqlite3, which cannot encrypt."""
    imported: set[str] = set()
    for node in ast.walk(tree_of(path)):
        match node:
            case ast.Import(names=names):
                imported |= {name.name.partition(".")[0] for name in names}
            case ast.ImportFrom(module=str(module), level=0):
                imported.add(module.partition(".")[0])
    return imported - {"app", "server_stub"} - (set(sys.stdlib_module_names) - {"sqlite3"})


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: str(lock.name))
def test_every_pin_is_one_version_with_hashes(lock: Path) -> None:
    pins = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
    assert [pin.splitlines()[0] for pin in pins if not re.match(r"[\w.-]+(\[[\w,]+\])?==\S+", pin)] == []
    assert [pin.splitlines()[0] for pin in pins if "--hash=sha256:" not in pin] == []


def test_a_package_has_one_version_in_all_locks() -> None:
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, version in re.findall(r"^([\w.-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE):
            versions.setdefault(name, set()).add(version)
    assert {name: several for name, several in versions.items() if len(several) > 1} == {}


def test_no_keyring_that_writes_plain_text_is_installed() -> None:
    # Where no keyring runs, keyrings.alt would quietly keep the key of the counsellor's file in clear.
    installed = {str(package.metadata["Name"]).lower() for package in importlib.metadata.distributions()}
    assert not {name for name in installed if name.startswith("keyrings")}
    assert not [lock.name for lock in LOCKS if "keyrings" in lock.read_text(encoding="utf-8")]


EMIT_OFTEN = """
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Bell(QObject):
    rung = Signal(int)
    silenced = Signal(bool)

heard = []
app = QCoreApplication([])
bell = Bell()
bell.rung.connect(heard.append)
for count in range(100_000):
    bell.rung.emit(count)
    bell.silenced.emit(count % 2 == 0)
    bell.setObjectName("bell")
print(len(heard))
"""


def test_a_hundred_thousand_signals_do_not_wear_out_none_and_true() -> None:
    # PySide6 6.12.0 on Python 3.11 loses a reference of None or True a call, until the interpreter dies.
    # Goes when the oldest Python is 3.12, where these three live for ever.
    told = subprocess.run([sys.executable, "-c", EMIT_OFTEN], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout.strip()) == (0, "100000"), told.stderr
