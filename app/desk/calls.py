"""Calls: what she has dialled and not yet told of. In memory: a call outlives no program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import CallbackId


@dataclass(frozen=True, slots=True)
class Dialled:
    """A call under way or just over: under which responsibility it was dialled, and when."""

    callback_id: CallbackId
    responsibility_version: int
    at: datetime


class Calls:
    """At most one call a request; dialling again begins another."""

    def __init__(self) -> None:
        self._dialled: dict[CallbackId, Dialled] = {}

    def note(self, dialled: Dialled) -> None:
        """She has dialled."""
        self._dialled[dialled.callback_id] = dialled

    def of(self, callback_id: CallbackId) -> Dialled | None:
        """The call she has not recorded yet, or None."""
        return self._dialled.get(callback_id)

    def forget(self, callback_id: CallbackId) -> None:
        """It is recorded, or was none."""
        self._dialled.pop(callback_id, None)
