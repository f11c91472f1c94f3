"""The checks: each a programme with a name; all are run, the first that fails decides."""

import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from workshop.environment import PYTHON, ROOT
from workshop.saying import say

BIN = PYTHON.parent


@dataclass(frozen=True)
class Check:
    """A sentence of what must hold, and the programme that knows."""

    sentence: str
    command: tuple[str | Path, ...]


LINT = (
    Check("the code is laid out by ruff", (BIN / "ruff", "format", "--check", "--quiet")),
    Check("ruff finds nothing", (BIN / "ruff", "check", "--quiet")),
    Check("the types hold", (BIN / "mypy", "--no-error-summary")),
    Check("imports fall downhill", (BIN / "lint-imports", "--no-logo")),
)


def run(checks: tuple[Check, ...], environment: dict[str, str]) -> int:
    """Run every check from the root of the checkout; the exit code of the first that failed, or 0."""
    verdict = 0
    for check in checks:
        began = time.monotonic()
        done = subprocess.run(
            check.command,
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode:
            say(done.stdout.decode(errors="replace").rstrip())
        verdict = verdict or done.returncode
        word = "fails" if done.returncode else "holds"
        say(f"{word} {time.monotonic() - began:7.1f} s  {check.sentence}")
    return verdict
