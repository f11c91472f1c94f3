"""A call that was dialled: under which responsibility, and when; until it is told what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import CallbackId


@dataclass(frozen=True, slots=True)
class Dialled:
    """A call under way or just over, which she has not recorded."""

    callback_id: CallbackId
    responsibility_version: int
    at: datetime
