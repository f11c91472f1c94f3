"""How long what customers wrote is kept, and what may be erased when (P10; decision 51). Pure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from server_stub.helpline.values import Millis

DAY_MS: Final = 86_400_000


class Kept(StrEnum):
    """Classes of conversations, each kept for a time of its own."""

    ANONYMOUS = "anonymous"
    IDENTIFIED = "identified"


@dataclass(frozen=True, slots=True)
class Retention:
    """Whole days, set by whoever runs the backend. The usual ones keep anonymous chats for half a year."""

    anonymous_days: int = 183
    """From the close of an anonymous conversation until its words are erased."""
    exported_days: int = 30
    """From the mark that an identified one stands in the client record system until its words are erased."""


class Closed(NamedTuple):
    """What decides how long a closed conversation is kept. Times in milliseconds."""

    is_anonymous: bool
    closed_at: Millis
    exported_at: Millis | None
    """When it was last marked as exported; see `is_exported`."""
    is_held: bool
    """Somebody has said that it is to be kept whatever its time (a legal hold)."""
    is_consulted: bool
    """A consultation about it still goes on, with lines of it."""


def kept_as(closed: Closed) -> Kept:
    """Its class."""
    return Kept.ANONYMOUS if closed.is_anonymous else Kept.IDENTIFIED


def is_exported(closed: Closed) -> bool:
    """Whether all of it stands in the client record system.

    A mark older than the close says nothing of what was written between them.
    """
    return closed.exported_at is not None and closed.exported_at >= closed.closed_at


def erased_from(closed: Closed, retention: Retention) -> Millis | None:
    """From when its words may be erased; None while nobody can say.

    An identified one that is not exported stays: it may be the only place where it stands.
    """
    if closed.is_held or closed.is_consulted:
        return None
    if closed.is_anonymous:
        return closed.closed_at + retention.anonymous_days * DAY_MS
    if closed.exported_at is None or not is_exported(closed):
        return None
    return closed.exported_at + retention.exported_days * DAY_MS


def is_due(closed: Closed, retention: Retention, *, now: Millis) -> bool:
    """Whether its words are to be erased now."""
    due = erased_from(closed, retention)
    return due is not None and due <= now
