"""What every test stands on: no screen, Hypothesis profiles, and the order of files."""

import os
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

# Their tests start processes and browsers and wait for them.
WAITING = ("journeys", "history", "demo", "trials", "customer_page")
# The last file begins before the rest has run out, so that no process of the run ends long after the others.
_DONE_BY = 0.85


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Spread what mostly waits among what mostly computes: a run goes in several processes, file by file."""
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    waiting = [file for file in files if file.relative_to(HERE).parts[0] in WAITING]
    computing = [file for file in files if file not in set(waiting)]
    place = {file: _DONE_BY * number / len(waiting) for number, file in enumerate(waiting)}
    place |= {file: number / len(computing) for number, file in enumerate(computing)}
    items[:] = [item for file in sorted(files, key=place.__getitem__) for item in files[file]]
