"""Pages of attachments for the desk: each is asked of a guarded process of its own, which has two seconds."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, Final

from app.desk.attachment_pages import FileKind, PagePicture, WhyUnshowable
from app.papers.exchange import ANSWER_BYTES, MOST_PIXELS, READY, Asking, Kind, Verdict, answer_of

_log = logging.getLogger(__name__)
_ANSWERS_WITHIN_S: Final = 2.0
"""From the first byte of the file to the last pixel (trust.md B11)."""
_STARTS_WITHIN_S: Final = 20.0
"""Loading a program is no fault of the file's, and takes long on a computer just switched on."""
_WHY: Final = {
    Verdict.UNREADABLE: WhyUnshowable.UNREADABLE,
    Verdict.LOCKED: WhyUnshowable.LOCKED,
    Verdict.TOO_LARGE: WhyUnshowable.TOO_LARGE,
}
# What a process needs to start at all, and nothing of the desk's own: no address, no keyring, no display.
_NEEDED: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH", "PYTHONHOME")


class GuardedPages:
    """`desk.attachment_pages.AttachmentPages` by processes that read one page and end.

    One at a time, on a thread of its own. What is read of a file never comes into this process: only pixels
    do, and only as many as were asked for.
    """

    def __init__(
        self, *, command: Sequence[str] | None = None, answers_within_s: float = _ANSWERS_WITHIN_S
    ) -> None:
        """``command`` starts the reading process: the installed one, unless a test puts another there."""
        self._command = tuple(command or guarded_command())
        self._within_s = answers_within_s
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="papers")

    async def page(
        self, content: bytes, kind: FileKind, *, page: int, width: int, height: int
    ) -> PagePicture | WhyUnshowable:
        """One page within so many pixels; see `AttachmentPages`."""
        asked = _asking(content, kind, page, width, height)
        reading = _Reading(self._command, within_s=self._within_s)
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._worker, reading.read, asked, content
            )
        except asyncio.CancelledError:
            reading.stop()
            raise

    def close(self) -> None:
        """Take no more; what is being read has its two seconds."""
        self._worker.shutdown(wait=False, cancel_futures=True)


def guarded_command() -> list[str]:
    """How the guarded process is started: its own program in a bundle, else its module in this Python."""
    if getattr(sys, "frozen", False):
        here = Path(sys.executable)
        return [str(here.with_name("vuoro-papers" + here.suffix))]
    return [sys.executable, "-P", "-s", "-B", "-m", "app.papers.guarded_decode"]


class _Reading:
    """One process, until it ends by itself, by the clock or by whoever stops waiting."""

    def __init__(self, command: Sequence[str], *, within_s: float) -> None:
        self._command = command
        self._within_s = within_s
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = threading.Event()
        self._is_late = False

    def read(self, asked: Asking, content: bytes) -> PagePicture | WhyUnshowable:
        """Blocks, for as long as the process has at most."""
        if self._is_stopped.is_set():
            return WhyUnshowable.TOO_SLOW
        try:
            process = self._started()
        except OSError as failure:
            _log.error("attachments cannot be read: %s", type(failure).__name__)
            return WhyUnshowable.NO_READER
        try:
            if process.stdin is None or process.stdout is None:
                return WhyUnshowable.NO_READER
            with process.stdout as answers, contextlib.closing(_Askings(process.stdin)) as askings:
                return self._talk(askings, answers, asked, content)
        finally:
            process.kill()
            process.wait()

    def stop(self) -> None:
        """End it at once; from any thread, also before it has begun."""
        self._is_stopped.set()
        if self._process is not None:
            self._process.kill()

    def _run_out(self) -> None:
        self._is_late = True
        self.stop()

    def _started(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # What a library says of a file may hold what stands in it.
            stderr=subprocess.DEVNULL,
            cwd=os.path.abspath(os.sep),
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        if self._is_stopped.is_set():
            self._process.kill()
        return self._process

    def _talk(
        self, askings: _Askings, answers: IO[bytes], asked: Asking, content: bytes
    ) -> PagePicture | WhyUnshowable:
        with self._clock(_STARTS_WITHIN_S):
            askings.write(asked.packed())
            if answers.read(len(READY)) != READY:
                _log.error("attachments cannot be read: what reads them did not start")
                return WhyUnshowable.NO_READER
        with self._clock(self._within_s):
            askings.write(content)
            askings.close()
            try:
                answer = answer_of(answers.read(ANSWER_BYTES), asked=asked)
            except ValueError:
                return self._why_no_answer()
            if answer.verdict is not Verdict.SHOWN:
                return _WHY[answer.verdict]
            pixels = answers.read(answer.pixel_bytes)
        if len(pixels) != answer.pixel_bytes:
            return self._why_no_answer()
        return PagePicture(asked.page, answer.pages, answer.width, answer.height, pixels)

    def _why_no_answer(self) -> WhyUnshowable:
        return WhyUnshowable.TOO_SLOW if self._is_late else WhyUnshowable.UNREADABLE

    @contextlib.contextmanager
    def _clock(self, seconds: float) -> Iterator[None]:
        clock = threading.Timer(seconds, self._run_out)
        clock.daemon = True
        clock.start()
        try:
            yield
        finally:
            clock.cancel()


class _Askings:
    """The process's input. It may have ended: what it said until then, or did not, tells why."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, some: bytes) -> None:
        with contextlib.suppress(OSError):
            self._stream.write(some)
            self._stream.flush()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._stream.close()


def _asking(content: bytes, kind: FileKind, page: int, width: int, height: int) -> Asking:
    """With a box of no more pixels than are answered; a screen that wants more enlarges what it gets."""
    wanted = max(1, width), max(1, height)
    scale = min(1.0, (MOST_PIXELS / (wanted[0] * wanted[1])) ** 0.5)
    box = tuple(max(1, int(each * scale)) for each in wanted)
    return Asking(Kind[kind.name], page, box[0], box[1], len(content))


def _environment() -> dict[str, str]:
    mine = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    if not getattr(sys, "frozen", False):
        # The folder that holds this package, for it is started from another one.
        mine["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    return mine
