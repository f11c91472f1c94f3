"""What the house tests read: the project's own files, and their syntax trees."""

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("app", "server_stub", "packaging", "resources", "tests", ".ci")
MADE_BY_TOOLS = {"__pycache__", "node_modules"}
# `.git` is a file where the checkout is one of several work trees.
NOT_OURS = {".git", ".venv.lock"}


def own_files() -> Iterator[Path]:
    """Every file of the project that is written, not made."""
    yield from (path for path in sorted(ROOT.iterdir()) if path.is_file() and path.name not in NOT_OURS)
    for folder in FOLDERS:
        for place, folders, files in os.walk(ROOT / folder):
            folders[:] = sorted(set(folders) - MADE_BY_TOOLS)
            yield from (Path(place) / name for name in sorted(files))


def python_files(*folders: str) -> list[Path]:
    """The Python modules under `folders`, or all of them."""
    places = [ROOT / folder for folder in folders]
    return [
        path
        for path in own_files()
        if path.suffix == ".py" and (not places or any(path.is_relative_to(place) for place in places))
    ]


@cache
def tree_of(path: Path) -> ast.Module:
    """The module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def shown(path: Path, line: int | None = None) -> str:
    """`app/ui/theme.py:12`: where to look."""
    return f"{path.relative_to(ROOT)}" + (f":{line}" if line else "")
