"""Calls: what she has dialled and not yet told of; in her file too, so that a killed desk asks again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Protocol

from app.domain.callback_commands import RecordAttempt
from app.domain.dialled import Dialled
from app.domain.ids import CallbackId
from app.domain.pending import Pending
from app.ports import DialledCalls

Write = Callable[[], Awaitable[None]]


class Soon(Protocol):
    """Has a write done in its turn, behind the ones before it; ``then`` is called when it was tried."""

    def __call__(self, write: Write, /, *, then: Callable[[], None] = ...) -> None:
        """Write soon."""


class Calls:
    """At most one call a request; dialling again begins another."""

    def __init__(self, store: DialledCalls, *, soon: Soon) -> None:
        """``soon`` keeps them in her file."""
        self._store = store
        self._soon = soon
        self._dialled: dict[CallbackId, Dialled] = {}
        self._on_its_way: dict[CallbackId, Dialled] = {}

    def restore(self, kept: Iterable[Dialled], rows: Iterable[Pending]) -> None:
        """Take what the file held. A record in the outbox was enqueued before its call was forgotten: a kill
        between the two must not ask again.
        """
        recorded = {row.command.callback_id for row in rows if isinstance(row.command, RecordAttempt)}
        for dialled in kept:
            if dialled.callback_id in recorded:
                self._write_forgotten(dialled.callback_id)
            else:
                self._dialled[dialled.callback_id] = dialled

    def note(self, dialled: Dialled, *, then: Callable[[], None]) -> None:
        """She has dialled. Her file has it before the screen asks what came of it (or it was tried, and the
        banner stands): what she has seen asked is asked again after a kill. ``then``: it is asked now.
        """

        self._on_its_way[dialled.callback_id] = dialled

        async def write() -> None:
            await self._store.keep(dialled)

        def kept() -> None:
            # Recorded meanwhile, or dialled again: then it is not this one that is asked about.
            if self._on_its_way.get(dialled.callback_id) is dialled:
                self._dialled[dialled.callback_id] = self._on_its_way.pop(dialled.callback_id)
                then()

        self._soon(write, then=kept)

    def of(self, callback_id: CallbackId) -> Dialled | None:
        """The call she has not recorded yet, or None."""
        return self._dialled.get(callback_id)

    def all(self) -> tuple[Dialled, ...]:
        """Every call she has not recorded yet, in the order she dialled."""
        return tuple(self._dialled.values())

    def forget(self, callback_id: CallbackId) -> None:
        """It is recorded, or was none."""
        self._on_its_way.pop(callback_id, None)
        if self._dialled.pop(callback_id, None) is not None:
            self._write_forgotten(callback_id)

    def _write_forgotten(self, callback_id: CallbackId) -> None:
        async def write() -> None:
            await self._store.forget(callback_id)

        self._soon(write)
