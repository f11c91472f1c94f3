"""What has happened to a callback request, as the backend tells it to those who serve its queue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.callback import Attempt, Callback, CallbackReason
from app.domain.conversation import Staff
from app.domain.ids import CallbackId, CommandId


@dataclass(frozen=True, slots=True)
class CallbackRequested:
    """A customer wishes to be called."""

    at: datetime
    caused_by: CommandId | None
    callback_id: CallbackId
    callback: Callback


@dataclass(frozen=True, slots=True)
class CallbackClaimed:
    """Somebody has taken it; nobody else may dial."""

    at: datetime
    caused_by: CommandId | None
    callback_id: CallbackId
    holder: Staff
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class CallbackNumberShown:
    """The whole number, to its holder; None when she is the holder no more."""

    at: datetime
    caused_by: CommandId | None
    callback_id: CallbackId
    phone: str | None


@dataclass(frozen=True, slots=True)
class AttemptRecorded:
    """One try, and when the next is proposed."""

    at: datetime
    caused_by: CommandId | None
    callback_id: CallbackId
    attempt: Attempt
    due_at: datetime


@dataclass(frozen=True, slots=True)
class CallbackReturned:
    """It waits again."""

    at: datetime
    caused_by: CommandId | None
    callback_id: CallbackId
    responsibility_version: int
    reason: str


@dataclass(frozen=True, slots=True)
class CallbackClosed:
    """Over, with a reason."""

    at: datetime
    caused_by: CommandId | None
    callback_id: CallbackId
    reason: CallbackReason


CallbackFact = (
    CallbackRequested
    | CallbackClaimed
    | CallbackNumberShown
    | AttemptRecorded
    | CallbackReturned
    | CallbackClosed
)
