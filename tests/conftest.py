"""What every test stands on: no screen, Hypothesis profiles, and how a run is shared out."""

import os
from functools import cache
from pathlib import Path
from typing import Any

# Before anything imports PySide6: tests draw into memory, on a desk with a screen too.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent

# The ordinary run: the same examples every time, and no deadline, for the machine is shared.
settings.register_profile("steady", deadline=None, derandomize=True, max_examples=50)
# Trials and a desk at night: new examples, many of them. VUORO_HYPOTHESIS=searching
settings.register_profile(
    "searching",
    deadline=None,
    max_examples=2_000,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile(os.environ.get("VUORO_HYPOTHESIS", "steady"))

# Their tests start processes and browsers and wait for them.
WAITING = ("journeys", "history", "demo", "trials", "customer_page")
# The last file begins before the rest has run out, so that no process of the run ends long after the others.
_DONE_BY = 0.85
_WAITS_SO_MUCH_LONGER = 4


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """With --dist=each a run is shared out: each process is told which of how many it is (xdist)."""
    if node.config.getoption("dist") == "each":
        node.workerinput["shares"] = node.config.getoption("numprocesses")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave to the others what is theirs: to read all tests three times took a quarter of a run."""
    told = getattr(config, "workerinput", {})
    if "shares" not in told or not collection_path.name.startswith("test_") or collection_path.is_dir():
        return None
    mine = int(told["workerid"].removeprefix("gw"))
    return True if _share_of(collection_path, int(told["shares"])) != mine else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Spread what mostly waits among what mostly computes: a run goes in several processes."""
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    waiting = [file for file in files if _waits(file)]
    computing = [file for file in files if not _waits(file)]
    place = {file: _DONE_BY * number / len(waiting) for number, file in enumerate(waiting)}
    place |= {file: number / len(computing) for number, file in enumerate(computing)}
    items[:] = [item for file in sorted(files, key=place.__getitem__) for item in files[file]]


def _share_of(file: Path, shares: int) -> int:
    """Whose file it is."""
    return _shared_out(shares).get(_whole(file), 0)


def _whole(file: Path) -> Path:
    """What goes to one process: the tests of the house read the syntax trees of the whole project once."""
    return file.parent if file.parent == HERE / "house" else file


@cache
def _shared_out(shares: int) -> dict[Path, int]:
    """Every test file: the longest first, each to whoever has the least until then."""
    weights: dict[Path, int] = {}
    for file in HERE.rglob("test_*.py"):
        weights[_whole(file)] = weights.get(_whole(file), 0) + _weight(file)
    loads, owner = [0] * shares, dict[Path, int]()
    for whole, weight in sorted(weights.items(), key=lambda each: (-each[1], each[0])):
        owner[whole] = loads.index(min(loads))
        loads[owner[whole]] += weight
    return owner


def _weight(file: Path) -> int:
    """About how long it takes, by its length."""
    return file.stat().st_size * (_WAITS_SO_MUCH_LONGER if _waits(file) else 1)


def _waits(file: Path) -> bool:
    return file.relative_to(HERE).parts[0] in WAITING
