"""A check on all traffic of a journey: every request, answer, streamed fact and hint against the schema.

`Traffic.watch(client)` hangs itself on an `httpx.AsyncClient`; what a browser or another programme says goes
through `request` and `answer`. Strict in both directions: a key without a name in the schema is a finding.
"""

import json
import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.support import contract
from tests.support.events import Event, Parser


@dataclass(slots=True)
class Traffic:
    """What went over the wire, counted by type, and what did not follow the contract."""

    findings: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)

    def request(self, method: str, path: str, body: bytes) -> None:
        """A request that is meant to be right (tests that send nonsense on purpose do not come here)."""
        row = _row(method, path)
        if row is None:
            if path.startswith("/api/"):
                self._find(f"{method} {path} is not in the contract")
        elif row["asks"] is not None:
            self._check(str(row["asks"]), body, f"{method} {path}")

    def answer(self, method: str, path: str, status: int, body: bytes) -> None:
        """A whole answer."""
        row = _row(method, path)
        if row is None:
            return
        place = f"{method} {path} -> {status}"
        if status == row["ok"]:
            if row["gives"] is None:
                if body and not row.get("gives_bytes"):
                    self._find(f"{place}: a body where none belongs")
            else:
                self._check(str(row["gives"]), body, place)
        elif status in _statuses(row, "refused"):
            self._check("Refused", body, place)
        elif status in _statuses(row, "problems"):
            self._check("ProblemAnswer", body, place)
        else:
            self._find(f"{place}: a status the contract does not know there")

    def event(self, path: str, event: Event) -> None:
        """One event of a stream."""
        row = _row("GET", path)
        if row is None or "streams" not in row:
            self._find(f"a stream on {path}")
            return
        streams = row["streams"]
        assert isinstance(streams, dict)
        match event:
            case Event(name="", id=str(cursor), data=(after, fact)):
                if not (cursor.isdigit() and after.isdigit() and int(after) < int(cursor)):
                    self._find(f"{path}: cursor {cursor} after {after}")
                self._check(streams["facts"], fact.encode(), path)
            case Event(name="hint", id=None, data=(hint,)):
                self._check(streams["hints"], hint.encode(), path)
            case Event(name="beat", id=None, data=(beat,)):
                self._check("Beat", beat.encode(), path)
            case Event(name="gone", id=None, data=(problem,)):
                self._check("Problem", problem.encode(), path)
            case _:
                self._find(f"{path}: an event {event.name!r} of another shape")

    def watch(self, client: httpx.AsyncClient) -> None:
        """See all that a client asks and is answered; its streams are copied as they are read."""
        client.event_hooks["request"].append(self._on_request)
        client.event_hooks["response"].append(self._on_response)

    async def _on_request(self, request: httpx.Request) -> None:
        self.request(request.method, request.url.path, request.content)

    async def _on_response(self, response: httpx.Response) -> None:
        path, method = response.request.url.path, response.request.method
        if response.headers.get("cache-control") != "no-store" and path.startswith("/api/"):
            self._find(f"{method} {path}: no Cache-Control: no-store")
        if response.headers.get("content-type", "").startswith("text/event-stream"):
            assert isinstance(response.stream, httpx.AsyncByteStream)
            response.stream = _Copied(response.stream, self, path)
        else:
            self.answer(method, path, response.status_code, await response.aread())

    def _check(self, type_name: str, body: bytes, place: str) -> None:
        try:
            value: Any = json.loads(body)
        except ValueError:
            self._find(f"{place}: not JSON")
            return
        self.seen[_counted(type_name, value)] += 1
        for problem in contract.problems_of_ours(type_name, value):
            self._find(f"{place}: {type_name} {problem}")

    def _find(self, finding: str) -> None:
        self.findings.append(re.sub(r"[0-9a-f]{32}", "{id}", finding))


class _Copied(httpx.AsyncByteStream):
    """A stream that shows each event to the traffic check on its way."""

    def __init__(self, stream: httpx.AsyncByteStream, traffic: Traffic, path: str) -> None:
        self._stream = stream
        self._traffic = traffic
        self._path = path
        self._parser = Parser()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._stream:
            for event in self._parser.feed(piece):
                self._traffic.event(self._path, event)
            yield piece

    async def aclose(self) -> None:
        await self._stream.aclose()


def _counted(type_name: str, value: object) -> str:
    """A union is counted by what it turned out to be."""
    if contract.definitions()[type_name].get("x-kind") == "union" and isinstance(value, dict):
        return f"{type_name}:{value.get('type')}"
    return type_name


def _row(method: str, path: str) -> dict[str, object] | None:
    for row in contract.traffic():
        pattern = re.sub(r"\{[a-z_]+\}", "[0-9a-f]{32}", str(row["path"]))
        if row["method"] == method and re.fullmatch(pattern, path):
            return row
    return None


def _statuses(row: dict[str, object], key: str) -> Iterator[int]:
    statuses = row.get(key, [])
    assert isinstance(statuses, list)
    return iter(statuses)
