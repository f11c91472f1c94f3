"""The vault's own thread: keyrings block, sometimes on a question to the person, and never the window.

A daemon thread, because a keyring that waits for a password nobody types must not
keep the program from ending.
"""

import asyncio
import queue
import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

T = TypeVar("T")


class VaultWorker:
    """Runs one blocking call after the other in a thread of its own."""

    def __init__(self) -> None:
        """The thread starts with the first call."""
        self._backlog: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    async def run(self, work: Callable[[], T], *, within_s: float) -> T:
        """The result of `work`, or whatever it raises; `TimeoutError` when the keyring does not answer."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()
        self._backlog.put(partial(_answer, loop, answer, work))
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="vault", daemon=True)
            self._thread.start()
        async with asyncio.timeout(within_s):
            return await answer

    def close(self) -> None:
        """Let the thread end after what it has begun; call it once, last."""
        self._backlog.put(None)

    def _serve(self) -> None:
        while (job := self._backlog.get()) is not None:
            job()


def _answer(loop: asyncio.AbstractEventLoop, answer: "asyncio.Future[T]", work: Callable[[], T]) -> None:
    try:
        result = work()
    except Exception as error:
        _tell(loop, partial(_fail, answer, error))
    else:
        _tell(loop, partial(_succeed, answer, result))


def _succeed(answer: "asyncio.Future[T]", result: T) -> None:
    if not answer.done():
        answer.set_result(result)


def _fail(answer: "asyncio.Future[T]", error: Exception) -> None:
    if not answer.done():
        answer.set_exception(error)


def _tell(loop: asyncio.AbstractEventLoop, what: Callable[[], None]) -> None:
    """Hand an answer to the loop; a loop that has closed meanwhile no longer asks."""
    try:
        loop.call_soon_threadsafe(what)
    except RuntimeError:
        return
