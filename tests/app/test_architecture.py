"""The maps say what the modules say, and the core runs naked."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.module_map import MAPS, ModuleMap

ROOT = Path(__file__).parents[2]
CORE = ("domain", "wire", "sync", "desk", "ports")
EDGES = ("PySide6", "qasync", "httpx", "sqlalchemy", "sqlcipher3", "keyring")


EACH_MAP = pytest.mark.parametrize("half", MAPS, ids=lambda half: half.package)


@EACH_MAP
def test_each_modules_first_line_is_its_row_in_the_map(half: ModuleMap) -> None:
    said, written = half.rows(), half.written()
    changed = sorted(set(said) ^ set(written))
    assert said == written, "\n".join(["write it anew: python -m tests.support.module_map", *changed])


@EACH_MAP
def test_every_module_says_in_one_line_what_it_is(half: ModuleMap) -> None:
    assert [row for row in half.rows() if not row.endswith(". |")] == []


@EACH_MAP
def test_every_file_the_map_points_to_is_there(half: ModuleMap) -> None:
    text = half.file.read_text("utf-8")
    targets = [part.partition(")")[0] for part in text.split("](")[1:]]
    assert targets
    assert [target for target in targets if not (half.folder / target).exists()] == []


@pytest.mark.parametrize("edge", EDGES)
def test_the_core_runs_without(edge: str) -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for name in CORE
        for path in sorted(
            [ROOT / "app" / f"{name}.py"] if name == "ports" else (ROOT / "app" / name).rglob("*.py")
        )
    ]
    assert len(modules) > 30
    script = (
        f"import sys; sys.modules[{edge!r}] = None\n"
        f"for name in {modules!r}: __import__(name)\n"
        f"print(sum(name.startswith('app.') for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {script}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= len(modules) - 1
