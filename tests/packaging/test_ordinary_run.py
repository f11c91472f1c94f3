"""An ordinary run that has no time left says how much it left, and does not call it passed."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
A_FEW = "tests/domain/test_file_names.py"


def test_what_there_is_no_time_for_is_counted() -> None:
    said = _run_until(time.monotonic() - 1)
    assert " skipped in " in said
    assert " passed" not in said
    assert "no time left in the ordinary run" in said
    assert "--to-the-end" in said


def test_what_there_is_time_for_is_run() -> None:
    said = _run_until(time.monotonic() + 3_600)
    assert " passed in " in said
    assert " skipped" not in said


def _run_until(moment: float) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", A_FEW],
        cwd=ROOT,
        env=os.environ | {"VUORO_TESTS_BEGIN_UNTIL": str(moment)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
