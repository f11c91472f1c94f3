"""What a confined process can still do: compute, use its pipes, and end."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT

# Each is tried after confinement by a process that means harm; what is told is how it ended.
ATTEMPTS = {
    "reads a file": "open('/etc/hostname').read()",
    "writes a file": "open(target, 'w').write('x')",
    "deletes a file": "os.unlink(target)",
    "makes a folder": "os.mkdir(target + '.d')",
    "renames a file": "os.rename(target, target + '.x')",
    "opens a connection": "socket.socket()",
    "opens a pipe": "os.pipe()",
    "starts a process": "subprocess.run(['/bin/true'])",
    "becomes another program": "os.execv('/bin/true', ['/bin/true'])",
    "forks": "os.fork()",
    "ends another process": "os.kill(os.getppid(), 0)",
    "looks into another process": "open(f'/proc/{parent}/environ').read()",
    "takes its limits back": "resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))",
}
SCRIPT = """
import json, os, resource, socket, subprocess, sys
from app.papers.confinement import confine
target, parent, attempts = sys.argv[1], os.getppid(), json.loads(sys.argv[2])
confine()
told = {}
for name, attempt in attempts.items():
    try:
        exec(attempt)
        told[name] = "done"
    except (OSError, ValueError) as failure:
        told[name] = type(failure).__name__
sys.stdout.write(json.dumps(told))
sys.stdout.flush()
os._exit(0)
"""
TAKES = """
import os, sys
from app.papers.confinement import confine
confine()
try:
    taken = bytearray(int(sys.argv[1]) * 1024 * 1024)
except MemoryError:
    os._exit(7)
os._exit(0)
"""
TURNS_FOR_EVER = """
import resource
from app.papers import confinement
confinement.CPU_SECONDS = 1
confinement.confine()
while True:
    pass
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux has these means")


def test_nothing_is_left_of_what_reading_does_not_need(tmp_path: Path) -> None:
    target = tmp_path / "kept.txt"
    target.write_text("kept", encoding="utf-8")
    told = json.loads(_run(SCRIPT, str(target), json.dumps(ATTEMPTS)).stdout)
    assert {name for name, how in told.items() if how == "done"} == set()
    assert set(told) == set(ATTEMPTS)
    assert [each.name for each in tmp_path.iterdir()] == ["kept.txt"]
    assert target.read_text(encoding="utf-8") == "kept"


@pytest.mark.parametrize(("megabytes", "code"), [(100, 0), (140, 7)])
def test_memory_ends_at_a_hundred_and_twenty_eight_megabytes(megabytes: int, code: int) -> None:
    assert _run(TAKES, str(megabytes)).returncode == code


def test_a_process_that_nobody_waits_for_ends_by_itself() -> None:
    """Where the desk that would have ended it has been killed."""
    assert _run(TURNS_FOR_EVER).returncode < 0


def _run(script: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-c", script, *words], cwd=ROOT, capture_output=True, check=False)
