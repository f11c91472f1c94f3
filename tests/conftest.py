"""What every test stands on: no screen, Hypothesis profiles, and the order of files."""

import os
import time
from pathlib import Path

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

# When the ordinary run begins no further test, by the monotonic clock; `packaging/dev.py test` sets it.
BEGIN_UNTIL_S = float(os.environ.get("VUORO_TESTS_BEGIN_UNTIL", "inf"))
# Their tests start processes and browsers and wait for them.
WAITING = ("journeys", "history", "demo", "trials", "customer_page")
# The last of them begins before the rest has run out: no process of the run ends long after the others.
_DONE_BY = 0.85


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Rules of the house first, then every folder at the same pace.

    What mostly waits goes beside what mostly computes, for a run goes in several processes, file by file; and
    a run that time ends has seen as much of every folder.
    """
    folders: dict[Path, dict[Path, list[pytest.Item]]] = {}
    for item in items:
        folders.setdefault(item.path.parent, {}).setdefault(item.path, []).append(item)
    placed = [
        (-1.0 if folder == HERE / "house" else _pace(folder) * number / len(files), tests)
        for folder, files in folders.items()
        for number, tests in enumerate(files.values())
    ]
    items[:] = [item for _, tests in sorted(placed, key=lambda each: each[0]) for item in tests]


def _pace(folder: Path) -> float:
    part = (*folder.relative_to(HERE).parts, "")[0]
    return _DONE_BY if part in WAITING else 1.0


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Leave what there is no time for, and say so: an ordinary run is to stay under 25 minutes."""
    if time.monotonic() >= BEGIN_UNTIL_S:
        pytest.skip("no time left in the ordinary run; `packaging/dev.py test --to-the-end` runs every test")
