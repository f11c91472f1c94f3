"""One reader of the log: her addresses, and what waits to be sent to her."""

import asyncio
from collections import deque
from collections.abc import Callable
from enum import Enum

from server_stub.fanout.outgoing import Outgoing

MOST_FACTS = 1_000
MOST_BYTES = 1 << 20
SEND_WITHIN_S = 15


class Ending(Enum):
    """Why a stream ends."""

    LEFT = "left"
    SLOW = "slow"
    GONE = "gone"
    STOPPING = "stopping"


class Reader:
    """A bounded backlog and a way to wake whoever sends it.

    Overflow empties the backlog and ends the stream without a word: the reader resumes by her
    cursor (CONTRACT.md section 5), and nobody's memory is held by somebody who does not read.
    """

    __slots__ = (
        "_abort",
        "_awake",
        "_bytes",
        "_facts",
        "_hints",
        "_seconds_sending",
        "addresses",
        "beat_due",
        "ending",
        "is_customer",
        "look_due",
    )

    def __init__(self, addresses: frozenset[str], *, is_customer: bool) -> None:
        self.addresses = addresses
        self.is_customer = is_customer
        self.ending: Ending | None = None
        self.beat_due = False
        self.look_due = False
        self._abort: Callable[[], object] | None = None
        self._seconds_sending = 0
        self._facts: deque[Outgoing] = deque()
        self._bytes = 0
        self._hints: dict[str, bytes] = {}
        self._awake: asyncio.Future[None] | None = None

    def push(self, fact: Outgoing) -> None:
        """A fact for her."""
        if self.ending is not None:
            return
        self._facts.append(fact)
        self._bytes += len(fact.body)
        if len(self._facts) > MOST_FACTS or self._bytes > MOST_BYTES:
            self.end(Ending.SLOW)
        else:
            self.wake()

    def hint(self, key: str, payload: bytes) -> None:
        """A hint for her; a newer one with the same key takes its place."""
        if self.ending is None:
            self._hints[key] = payload
            self.wake()

    def beat(self) -> None:
        """Time for a heartbeat."""
        self.beat_due = True
        self.wake()

    def look(self) -> None:
        """Time to look whether she may go on."""
        self.look_due = True
        self.wake()

    def sends(self, abort: Callable[[], object]) -> None:
        """Something is on its way out; `abort` ends the waiting when it takes too long."""
        self._abort = abort
        self._seconds_sending = 0

    def sent(self) -> None:
        """It has left."""
        self._abort = None

    @property
    def is_overdue(self) -> bool:
        """Whether what is on its way out has taken too long: she has stopped reading."""
        return self._seconds_sending > SEND_WITHIN_S

    def tick(self) -> None:
        """A second has passed. One tick for all readers costs less than a timer for every send."""
        if self._abort is None:
            return
        self._seconds_sending += 1
        if self._seconds_sending == SEND_WITHIN_S + 1:
            self._abort()

    def end(self, why: Ending) -> None:
        """The stream is to end; what waited is dropped, she resumes by her cursor."""
        if self.ending is None:
            self.ending = why
            self._facts.clear()
            self._hints.clear()
            self.wake()

    def wake(self) -> None:
        """Wake the sender."""
        if self._awake is not None and not self._awake.done():
            self._awake.set_result(None)

    @property
    def has_news(self) -> bool:
        """Whether there is anything to send or act on."""
        return bool(self._facts or self._hints or self.beat_due or self.look_due or self.ending)

    @property
    def has_words(self) -> bool:
        """Whether there is something to tell, or an end: a poll is answered by nothing less."""
        return bool(self._facts or self._hints or self.ending)

    async def wait(self) -> None:
        """Until there is something to send or act on."""
        if self.has_news:
            return
        self._awake = asyncio.get_running_loop().create_future()
        try:
            await self._awake
        finally:
            self._awake = None

    def take_facts(self) -> list[Outgoing]:
        """All facts that wait, in order."""
        facts = list(self._facts)
        self._facts.clear()
        self._bytes = 0
        return facts

    def take_hints(self) -> list[bytes]:
        """All hints that wait."""
        hints = list(self._hints.values())
        self._hints.clear()
        return hints
