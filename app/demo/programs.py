"""Starting `vuoro-server` beside the desk, and ending what was started by its own process."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import IO

# Time to close a database and say goodbye; a process that takes longer is ended.
STOPS_WITHIN_S = 10.0


def server_command() -> list[str]:
    """How the backend that was installed with this desktop is started: its own program in a bundle, else
    the module in this very Python.
    """
    if getattr(sys, "frozen", False):
        here = Path(sys.executable)
        return [str(here.with_name("vuoro-server" + here.suffix))]
    return [sys.executable, "-m", "server_stub"]


class Program:
    """One process of ours. It lives no longer than its standard input, which is ours: when the desktop is
    killed, the operating system closes it and the process stops by itself.
    """

    def __init__(self, words: list[str], *, log: Path, folder: Path) -> None:
        """Start it in ``folder``; what it says on standard error goes to ``log``. Raises OSError."""
        self._log: IO[bytes] = log.open("wb")
        self._process = subprocess.Popen(
            [*server_command(), *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            cwd=folder,
            env=_environment(),
        )
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise OSError("a pipe is missing")
        self._stdin, self._stdout = stdin, stdout

    @property
    def process_id(self) -> int:
        """By which it is known to the operating system."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def say(self, line: str) -> None:
        """One line on its standard input, which stays open. Raises OSError when it has ended."""
        self._stdin.write(line.encode() + b"\n")
        self._stdin.flush()

    def hear(self) -> str:
        """One line from its standard output, "" when it has ended. Blocks."""
        return self._stdout.readline().decode(errors="replace").strip()

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def stop(self) -> None:
        """Close its standard input, which asks it to stop; end it if it does not. Blocks."""
        # It may have ended before us; that is what was wanted.
        with contextlib.suppress(OSError):
            self._stdin.close()
        try:
            self._process.wait(STOPS_WITHIN_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._stdout.close()
        self._log.close()

    def __enter__(self) -> "Program":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def _environment() -> dict[str, str]:
    """What the process inherits: where Python and its packages are, and no setting of a real backend."""
    mine = {name: value for name, value in os.environ.items() if not name.startswith("VUORO_")}
    if not getattr(sys, "frozen", False):
        # The folder that holds server_stub, for it is started from another one.
        root = str(Path(__file__).resolve().parents[2])
        mine["PYTHONPATH"] = os.pathsep.join(filter(None, (root, mine.get("PYTHONPATH"))))
    return mine
