"""door: The way in for customers, as a browser takes it: cookie, page token, Origin, commands, stream."""

import json
import secrets
import ssl
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import httpx
from httpx_sse import EventSource, SSEError

from server_stub.robots.answers import (
    Outcome,
    Told,
    Unknown,
    Unreadable,
    outcome_of,
    problem_code,
    text_at,
    told_in,
    wait_s,
)

_CUSTOMER: Final = "/api/v1/customer"
_JSON: Final = {"Content-Type": "application/json"}
_ANSWER_S: Final = 15.0
_SILENCE_S: Final = 45.0
_EVENTS: Final = "text/event-stream"


class LineLost(Exception):
    """No answer of the backend's came; ask again, not before `wait_s` seconds when it said so."""

    def __init__(self, wait_s: float | None = None) -> None:
        super().__init__()
        self.wait_s = wait_s


class SessionLost(Exception):
    """The backend does not know this browser, or knows of no conversation of its."""


class Gone(Exception):
    """What follows this cursor is not to be had: start afresh from a snapshot."""


@dataclass(frozen=True, slots=True)
class StreamedFact:
    """A fact and where it stands."""

    cursor: int
    after: int
    fact: Told


@dataclass(frozen=True, slots=True)
class Hint:
    """Something valid for a moment."""

    told: Told


@dataclass(frozen=True, slots=True)
class Beat:
    """The line is alive; the last cursor it has given, None where it does not say."""

    cursor: int | None


Event = StreamedFact | Hint | Beat


@dataclass(frozen=True, slots=True)
class Address:
    """Where the backend is: scheme, host, port, nothing more. One trust in authorities for all browsers."""

    base_url: str
    authorities: ssl.SSLContext

    @property
    def origin(self) -> str:
        """As a browser writes it (RFC 6454)."""
        parts = urlsplit(self.base_url)
        return f"{parts.scheme}://{parts.netloc}"


class Door:
    """One browser of one customer. Its cookie is kept by the HTTP client, as a browser keeps it."""

    def __init__(self, address: Address, *, now_ms: Callable[[], int]) -> None:
        """`now_ms` is the sender's clock, for command ids only."""
        self._http = httpx.AsyncClient(
            base_url=address.base_url,
            headers={"User-Agent": "Vuoro practice", "Origin": address.origin},
            timeout=_ANSWER_S,
            verify=address.authorities,
            # Practice is near by: a proxy of this computer's has no part in it.
            trust_env=False,
        )
        self._now_ms = now_ms
        self._page_token = ""

    async def close(self) -> None:
        """Close the browser; the backend is told nothing."""
        await self._http.aclose()

    def new_command_id(self) -> str:
        """48 bits of the clock, then chance (the layout of RFC 9562 version 7)."""
        return f"{self._now_ms() & 0xFFFF_FFFF_FFFF:012x}7{secrets.token_hex(10)[:19]}"

    async def entry(self) -> Told:
        """What everybody is told at the entry. Raises `LineLost`."""
        return await self._ask("GET", "entry")

    async def begin_session(self) -> None:
        """A cookie, before a conversation is opened. Raises `LineLost`."""
        self._keep_token(await self._ask("POST", "session", b"{}"))

    async def snapshot(self) -> Told:
        """Everything at a cursor. Raises `LineLost`, `SessionLost`."""
        told = await self._ask("GET", "snapshot")
        self._keep_token(told)
        return told

    async def identify(self, person_id: str, *, language: str) -> None:
        """Go to the page of practice, choose who she is there, and come back with another cookie.

        Raises `LineLost` when there is no such page, or no such person on it.
        """
        told = await self._ask(
            "POST", "identification", json.dumps({"return_to": "/", "language": language}).encode()
        )
        try:
            page = httpx.URL(text_at(told, "redirect_url"))
            back = await self._http.get(page.copy_merge_params({"person": person_id}))
        except (httpx.HTTPError, httpx.InvalidURL, Unreadable) as error:
            raise LineLost from error
        if back.status_code != 303 or "#" in back.headers.get("Location", ""):
            raise LineLost
        await self.snapshot()

    async def send(self, body: bytes, command_id: str) -> Outcome:
        """The outcome of these very bytes; never raises."""
        try:
            answer = await self._http.post(f"{_CUSTOMER}/commands", content=body, headers=self._headers())
        except (httpx.HTTPError, httpx.InvalidURL):
            return Unknown()
        retry_after = answer.headers.get("Retry-After", "")
        return outcome_of(answer.status_code, answer.content, retry_after=retry_after, command_id=command_id)

    async def tell_typing(self, conversation_id: str) -> None:
        """Never repeated; nothing comes of it when it fails."""
        body = json.dumps({"type": "Typing", "conversation_id": conversation_id}).encode()
        with suppress(httpx.HTTPError):
            await self._http.post(f"{_CUSTOMER}/hints", content=body, headers=self._headers())

    async def events(self, cursor: int) -> AsyncGenerator[Event, None]:
        """Facts after the cursor, hints, beats. Ends by `LineLost`, `SessionLost`, `Gone`, `Unreadable`."""
        headers = {"Accept": _EVENTS, "Last-Event-ID": str(cursor), "Cache-Control": "no-store"}
        silence = httpx.Timeout(_ANSWER_S, read=_SILENCE_S)
        try:
            async with self._http.stream(
                "GET", f"{_CUSTOMER}/facts", headers=headers, timeout=silence
            ) as answer:
                if answer.status_code != 200:
                    await answer.aread()
                    raise _trouble(answer)
                async with aclosing(EventSource(answer).aiter_sse()) as events:
                    async for event in events:
                        seen = _event(event.event, event.id, event.data)
                        if seen is not None:
                            yield seen
        except (httpx.HTTPError, SSEError) as error:
            raise LineLost from error
        raise LineLost

    async def _ask(self, method: str, resource: str, body: bytes | None = None) -> Told:
        try:
            answer = await self._http.request(
                method, f"{_CUSTOMER}/{resource}", content=body, headers=self._headers() if body else None
            )
        except httpx.HTTPError as error:
            raise LineLost from error
        if answer.status_code != 200:
            raise _trouble(answer)
        try:
            return told_in(answer.content)
        except Unreadable as error:
            # A page of somebody else's with 200 is no answer of the backend's.
            raise LineLost from error

    def _headers(self) -> dict[str, str]:
        return _JSON | ({"X-Page-Token": self._page_token} if self._page_token else {})

    def _keep_token(self, told: Told) -> None:
        with suppress(Unreadable):
            self._page_token = text_at(told, "page_token")


def _trouble(answer: httpx.Response) -> LineLost | SessionLost | Gone:
    """What an answer other than 200 means for a reader."""
    retry_after = answer.headers.get("Retry-After")
    lost = LineLost(wait_s(retry_after) if retry_after else None)
    try:
        code = problem_code(told_in(answer.content))
    except Unreadable:
        return lost
    match answer.status_code:
        case 401 | 404 if code is not None:
            return SessionLost()
        case 410 if code is not None:
            return Gone()
        case _:
            return lost


def _event(name: str, event_id: str, data: str) -> Event | None:
    """One event; None for a kind of a later contract. Raises `Gone`, `Unreadable`."""
    if not data:
        # A `retry:` alone: it is for a browser's own reconnecting and no event (HTML standard, 9.2.6).
        return None
    match name:
        case "message":
            after, _, fact = data.partition("\n")
            if not (event_id.isdecimal() and after.isdecimal()):
                raise Unreadable
            return StreamedFact(int(event_id), int(after), told_in(fact))
        case "hint":
            return Hint(told_in(data))
        case "beat":
            cursor = told_in(data).get("cursor")
            return Beat(cursor if isinstance(cursor, int) else None)
        case "gone":
            raise Gone
        case _:
            return None
