"""The desktop around a workstation, as a test sees it: what was notified, what the area and task bar show.

with a_session() as session, a_desktop_shell(session) as shell:
    desk = Desktop(…, session=session, screen=screen.environment)
    shell.until(lambda shell: shell.notifications)
    shell.does("click")
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
WITHIN_S = 60.0


class DesktopShell:
    """Everything it has been told since the start, in order."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """`process` is a running `tests.support.desktop_shell`."""
        self._process = process
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.told: list[dict[str, Any]] = []
        threading.Thread(target=self._listen, daemon=True).start()
        self.until(lambda shell: any("ready" in each for each in shell.told))

    @property
    def notifications(self) -> list[dict[str, Any]]:
        """What was notified."""
        return [each["notification"] for each in self.told if "notification" in each]

    @property
    def pictures(self) -> list[int]:
        """What the icon in the area has looked like, a number for each picture; nothing without one."""
        return [each["picture"] for each in self.told if "picture" in each]

    @property
    def badge(self) -> int | None:
        """The number on the task bar; None while none is shown."""
        said = [each["badge"] for each in self.told if "badge" in each]
        return said[-1]["count"] if said and said[-1]["count-visible"] else None

    def until(self, is_so: Callable[[DesktopShell], T]) -> T:
        """Listen until it is so; what it was then."""
        give_up = time.monotonic() + WITHIN_S
        while not (result := is_so(self)):
            try:
                line = self._lines.get(timeout=max(0.0, give_up - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"it did not come true; told: {self.told}") from None
            assert line, f"the shell has ended; told: {self.told}"
            self.told.append(json.loads(line))
        return result

    def does(self, word: str) -> None:
        """What a person does: `click` the newest notification, `activate` the icon."""
        assert self._process.stdin is not None
        self._process.stdin.write(word + "\n")
        self._process.stdin.flush()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")


@contextmanager
def a_desktop_shell(session: Mapping[str, str], *, has_area: bool = True) -> Iterator[DesktopShell]:
    """A desktop around that session, with a notification area or without."""
    words = [] if has_area else ["--no-area"]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.desktop_shell", *words],
        cwd=ROOT,
        env=dict(session),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield DesktopShell(process)
    finally:
        process.stdin.close()
        process.wait(timeout=WITHIN_S)
        process.stdout.close()
