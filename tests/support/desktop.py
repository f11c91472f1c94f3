"""A real workstation process on a computer of its own: data folder, device, session bus, unlocked keyring.

    with a_session() as session:                        a person is logged in to that computer
        desktop = Desktop(folder, server=…, session=session)
        desktop.start(); desktop.come_in("maija", …)
        desktop.kill(); desktop.start()                 SIGKILL, and again on the same folder and keyring

It is the shipped wiring, offscreen; `tests.support.rider` sits in it and does what it is told here.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from app.demo.screen import imagined_screen
from workshop import keyring_session

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
# On a machine shared with other people's work; nothing waits longer than it must.
WITHIN_S = 60.0

_TELL_AND_STAY = """
import json, os, sys
names = ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")
print(json.dumps({name: os.environ[name] for name in names}), flush=True)
sys.stdin.read()
"""


@contextmanager
def a_session() -> Iterator[Mapping[str, str]]:
    """Somebody's session on a computer: the variables to start programmes with. Its keyring is nobody's."""
    command = keyring_session.command([sys.executable, "-c", _TELL_AND_STAY])
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        told = process.stdout.readline()
        assert told.startswith("{"), f"no session with a keyring: {told}"
        yield {**os.environ, **json.loads(told), "LC_ALL": "C.UTF-8"}
    finally:
        # The session ends with what it waits for.
        process.stdin.close()
        process.wait(timeout=WITHIN_S)
        process.stdout.close()


@dataclass(frozen=True, slots=True)
class Typed:
    """A letter on the screen: its number from 1, and when, by the clock both processes share."""

    number: int
    at: float


class Desktop:
    """The computer, and the workstation's process on it, if any."""

    def __init__(
        self,
        folder: Path,
        *,
        server: str,
        session: Mapping[str, str],
        rider: str = "tests.support.rider",
        screen: Mapping[str, str] | None = None,
    ) -> None:
        """`folder` is kept over kills; `server` is the address the workstation is set to; `rider` is the
        module that sits in it; `screen` is where its windows are to be seen, if not only imagined.

        `everything_seen` grows with each look since the start, for a test that asks what was never shown.
        """
        self.folder = folder
        self._server = server
        self._session = session
        self._rider = rider
        self._screen = screen
        self._process: subprocess.Popen[str] | None = None
        self._told: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self.complaints: list[str] = []
        self.everything_seen: list[dict[str, Any]] = []

    def start(self) -> None:
        """Start the program; returns before there is a window."""
        assert self._process is None
        self.folder.mkdir(parents=True, exist_ok=True)
        words = ("--server", self._server, "--data-dir", str(self.folder))
        self._process = subprocess.Popen(
            [sys.executable, "-m", self._rider, *words],
            cwd=ROOT,
            env={**self._session, **(self._screen or {"QT_QPA_PLATFORM": imagined_screen(self.folder)})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._told = queue.SimpleQueue()
        self.everything_seen.clear()
        threading.Thread(target=self._listen, args=(self._process, self._told), daemon=True).start()
        threading.Thread(target=self._hear_complaints, args=(self._process,), daemon=True).start()
        assert self._next()["pid"] == self._process.pid

    def kill(self) -> list[Typed]:
        """SIGKILL. Gives the letters it had still told of."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGKILL)
        return self._ended()

    def close(self) -> None:
        """End as by closing the window; sure to be gone afterwards."""
        if self._process is None:
            return
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(timeout=WITHIN_S)
        finally:
            self._process.kill()
            self._ended()

    # --- what is on the screen ------------------------------------------------------------------------------

    def look(self, *, unlike: dict[str, Any] | None = None) -> dict[str, Any]:
        """What is to be seen; with `unlike`, as soon as there is something else (or in a while)."""
        seen: dict[str, Any] = self.do("look", unlike=unlike)
        self.everything_seen.append(seen)
        return seen

    def until(self, is_so: Callable[[dict[str, Any]], T], *, within_s: float = WITHIN_S) -> T:
        """Look until it is so; what it was then. A look that lacks what is asked for is not so."""
        give_up = time.monotonic() + within_s
        seen = self.look()
        while not (result := _answer(is_so, seen)):
            assert time.monotonic() < give_up, f"it did not come true; last seen: {seen}; {self.complaints}"
            seen = self.look(unlike=seen)
        return result

    # --- what a person does ---------------------------------------------------------------------------------

    def do(self, deed: str, **words: Any) -> Any:
        """One order of `tests.support.rider`. Raises AssertionError with its reason when it cannot be."""
        self._order(deed, **words)
        while "typed" in (told := self._next()):
            continue
        assert "done" in told, told["cannot"]
        return told["done"]

    def type(self, text: str, pauses: Sequence[float]) -> Iterator[Typed]:
        """Type letter by letter, after a pause each; gives each letter when it is on the screen."""
        self._order("type", text=text, pauses=pauses)
        while "typed" in (told := self._next()):
            yield Typed(told["typed"], told["at"])
        assert "done" in told, told["cannot"]

    def come_in(self, user_name: str, password: str, *, has_queues: bool = True) -> None:
        """Be at work and live: the program goes on by itself where it was, or asks who is there.

        Without queues of customers, she has come to work when there are consultations to go to.
        """
        while self.until(lambda seen: seen["window"] != "none" and seen["window"]) == "sign in":
            try:
                self.do("sign_in", userName=user_name, password=password)
            except AssertionError:
                # The program goes on by itself where it was.
                self.look(unlike={"window": "sign in"})
                continue
            self.until(lambda seen: seen["window"] == "work")
        self.until(lambda seen: bool(seen["queues"] if has_queues else seen["has_consultations"]))

    # --- the process ----------------------------------------------------------------------------------------

    def _order(self, deed: str, **words: Any) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": deed, **words}) + "\n")
        self._process.stdin.flush()

    def _next(self) -> dict[str, Any]:
        told = self._told.get(timeout=WITHIN_S)
        if told is None:
            self._told.put(None)
            raise AssertionError("the workstation has ended: " + "; ".join(self.complaints[-20:]))
        return told

    def _listen(self, process: subprocess.Popen[str], told: queue.SimpleQueue[dict[str, Any] | None]) -> None:
        assert process.stdout is not None
        with process.stdout:
            for line in process.stdout:
                # A killed process may leave half a line.
                if line.endswith("\n"):
                    told.put(json.loads(line))
        told.put(None)

    def _hear_complaints(self, process: subprocess.Popen[str]) -> None:
        assert process.stderr is not None
        with process.stderr:
            self.complaints.extend(line.rstrip() for line in process.stderr)

    def _ended(self) -> list[Typed]:
        assert self._process is not None
        self._process.wait(timeout=WITHIN_S)
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process = None
        typed = []
        while (told := self._told.get(timeout=WITHIN_S)) is not None:
            if "typed" in told:
                typed.append(Typed(told["typed"], told["at"]))
        return typed


def _answer(is_so: Callable[[dict[str, Any]], T], seen: dict[str, Any]) -> T | None:
    """What is asked of a sight, or None where it shows no such thing (no work view, nobody in front)."""
    try:
        return is_so(seen)
    except (KeyError, TypeError):
        return None
