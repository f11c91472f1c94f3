"""The stream of facts: server-sent events where they come through, else long-polling.

    events ──first beat within 25 s──► events … ──silence of 45 s, cut──► LineLost
      │ ▲
      │ └──ten minutes later────────────────────────────┐
      └──no beat, or not an event stream──► polling … ──┴──cut──► LineLost

Both are the same resource with the same cursor, so nothing is missed or doubled in changing over.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass
from datetime import datetime

import httpx
from httpx_sse import EventSource, ServerSentEvent, SSEError

from app.domain.facts import Beat, Hint, Streamed
from app.net.authorised import AuthorisedLine
from app.net.credentials import retry_after_s
from app.ports import Clock, Gone, LineLost, SignedOut, Unreadable
from app.wire.facts import decode_beat, decode_facts, decode_hint, decode_streamed
from app.wire.reading import WireError

FACTS_PATH = "/api/v1/staff/facts"
EVENT_STREAM = "text/event-stream"

Item = Streamed | Hint | Beat


@dataclass(frozen=True, slots=True)
class Patience:
    """How long each silence is borne, in seconds (contract, section 5: a beat every 20, dead at 45)."""

    connect_s: float = 5.0
    first_event_s: float = 25.0
    silence_s: float = 45.0
    poll_wait_s: int = 25
    poll_answer_s: float = 40.0
    events_again_s: float = 600.0


class _HeldBack(Exception):
    """Something between here and the backend does not let events through as they come."""


class FactStream:
    """Follows the facts after a cursor; remembers between lines which way gets through."""

    def __init__(self, line: AuthorisedLine, clock: Clock, patience: Patience | None = None) -> None:
        self._line = line
        self._clock = clock
        self._patience = patience or Patience()
        self._events_again_at: float | None = None

    async def follow(self, cursor: int) -> AsyncGenerator[Item, None]:
        """Facts, hints and beats as they come; ends only by LineLost, SignedOut, Gone or Unreadable."""
        at = cursor
        while True:
            if self._may_try_events():
                try:
                    async with aclosing(self._events(at)) as items:
                        async for item in items:
                            at = _moved(at, item)
                            yield item
                except _HeldBack:
                    pass
            async with aclosing(self._polls(at)) as items:
                async for item in items:
                    at = _moved(at, item)
                    yield item

    async def catch_up(self, cursor: int) -> tuple[Streamed, ...]:
        """What has come since, without waiting. Raises LineLost, SignedOut, Gone, Unreadable."""
        facts, _, _ = await self._poll(cursor, wait_s=0)
        return facts

    def _may_try_events(self) -> bool:
        return self._events_again_at is None or self._clock.monotonic() >= self._events_again_at

    async def _events(self, cursor: int) -> AsyncGenerator[Item, None]:
        """Server-sent events until the line is lost; raises _HeldBack when they do not come through."""
        headers = {"Accept": EVENT_STREAM, "Cache-Control": "no-store", "Last-Event-ID": str(cursor)}
        # Silence is measured between events below; only connecting is left to httpx.
        patience = httpx.Timeout(None, connect=self._patience.connect_s)
        async with AsyncExitStack() as line:
            try:
                async with asyncio.timeout(self._patience.first_event_s):
                    opening = self._line.open(FACTS_PATH, {}, headers, patience=patience)
                    response = await line.enter_async_context(opening)
            except TimeoutError:
                raise _HeldBack from None
            self._refuse_trouble(response)
            if EVENT_STREAM not in response.headers.get("Content-Type", ""):
                raise _HeldBack
            items = await line.enter_async_context(aclosing(self._read_events(response)))
            async for item in items:
                yield item

    async def _read_events(self, response: httpx.Response) -> AsyncGenerator[Item, None]:
        has_come = False
        async with aclosing(EventSource(response).aiter_sse()) as events:
            while True:
                try:
                    limit_s = self._patience.silence_s if has_come else self._patience.first_event_s
                    async with asyncio.timeout(limit_s):
                        event = await anext(events)
                except TimeoutError:
                    raise LineLost if has_come else _HeldBack from None
                except (httpx.HTTPError, SSEError, StopAsyncIteration) as error:
                    raise LineLost from error
                has_come = True
                item = _read(event)
                if item is not None:
                    yield item

    async def _polls(self, cursor: int) -> AsyncGenerator[Item, None]:
        """Long-polling until it is time to try events again, or the line is lost."""
        at = cursor
        while True:
            facts, hints, now = await self._poll(at, wait_s=self._patience.poll_wait_s)
            if self._events_again_at is None:
                # Only now is it sure that this way gets through where the other did not.
                self._events_again_at = self._clock.monotonic() + self._patience.events_again_s
            for item in (*facts, *hints):
                at = _moved(at, item)
                yield item
            yield Beat(now, at)
            if self._may_try_events():
                self._events_again_at = None
                return

    async def _poll(
        self, cursor: int, *, wait_s: int
    ) -> tuple[tuple[Streamed, ...], tuple[Hint, ...], datetime]:
        response = await self._line.get(
            FACTS_PATH, {"after": cursor, "wait": wait_s}, within_s=self._patience.poll_answer_s
        )
        self._refuse_trouble(response)
        try:
            facts, hints, now = decode_facts(response.content)
        except WireError as error:
            # A page of somebody else's with 200 is no answer of the backend's.
            raise LineLost from error
        return facts, hints, now

    def _refuse_trouble(self, response: httpx.Response) -> None:
        match response.status_code:
            case 200:
                return
            case 401:
                raise SignedOut
            case 403 | 404 | 410:
                raise Gone
            case _:
                raise LineLost(retry_after_s(response, self._clock))


def _read(event: ServerSentEvent) -> Item | None:
    """One event; None for a kind of a later contract. Raises Gone, Unreadable."""
    if not event.data:
        # A bare `retry:` is told to the reader's reconnecting and is no event (HTML standard, 9.2.6).
        return None
    try:
        match event.event:
            case "message":
                after, _, fact = event.data.partition("\n")
                return decode_streamed(int(event.id), int(after), fact.encode())
            case "hint":
                return decode_hint(event.data.encode())
            case "beat":
                return decode_beat(event.data.encode())
            case "gone":
                raise Gone
            case _:
                return None
    except ValueError as error:
        raise Unreadable from error


def _moved(cursor: int, item: Item) -> int:
    return item.cursor if isinstance(item, Streamed) else cursor
