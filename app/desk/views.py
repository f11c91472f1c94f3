"""Views: what each pane shows, computed from what is seen and the time, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.conversation import Author, ConversationState, Identity, Topic
from app.domain.ids import CommandId, ConversationId, QueueId
from app.domain.link import LinkView
from app.domain.problems import Problem
from app.domain.project import Seen
from app.domain.queue import ByLanguage, QueueKind

# Every view takes ``now`` by the backend's clock (``desk.now()``). Words are enums: the screen translates
# them.


class Lateness(StrEnum):
    """How long the longest has waited against the queue's target: on time, from 50 %, from 90 %, over it."""

    EMPTY = "empty"
    ON_TIME = "on_time"
    DRAGGING = "dragging"
    URGENT = "urgent"
    LATE = "late"


class Silence(StrEnum):
    """How long the customer's oldest unanswered line has waited: amber from 60 s, red from 120 s."""

    ANSWERED = "answered"
    CALM = "calm"
    AMBER = "amber"
    RED = "red"


class Delivery(StrEnum):
    """What stands under a bubble."""

    RECEIVED = "received"
    SENT = "sent"
    SEEN = "seen"
    HELD = "held"
    SENDING = "sending"
    WAITING_FOR_LINE = "waiting_for_line"
    ASKING = "asking"


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One queue in the left column. ``clock`` is the longest wait, "6.12", or "" when nobody waits."""

    queue_id: QueueId
    name: ByLanguage
    kind: QueueKind
    language: str | None
    waiting: int
    longest_wait: timedelta | None
    clock: str
    lateness: Lateness
    open_until: datetime | None


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One waiting entry. ``cannot_claim`` is why the button is disabled, or None; ``is_claiming``: asked for,
    not yet answered.
    """

    conversation_id: ConversationId
    queue_id: QueueId
    alias: str
    identity: Identity
    language: str
    topic: Topic
    last_line: str
    wait: timedelta
    clock: str
    lateness: Lateness
    is_claiming: bool
    cannot_claim: Problem | None


@dataclass(frozen=True, slots=True)
class Tab:
    """One chat tab: ``unread`` counts the customer's messages not yet read; ``clock`` is how long she has
    waited, or "".
    """

    conversation_id: ConversationId
    alias: str
    identity: Identity
    state: ConversationState
    unread: int
    silence: Silence
    clock: str
    has_returned_text: bool
    is_closing: bool


@dataclass(frozen=True, slots=True)
class Header:
    """The head of one conversation. ``lasted`` is since she claimed it, ``queued`` how long the customer
    waited before.
    """

    conversation_id: ConversationId
    alias: str
    identity: Identity
    language: str
    state: ConversationState
    ended_by: Author | None
    topic: Topic
    queue_name: ByLanguage
    opened_at: datetime
    queued: timedelta
    lasted: timedelta
    responsibility_version: int
    has_standing_notice: bool
    is_closing: bool
    cannot_write: Problem | None
    cannot_close: Problem | None


@dataclass(frozen=True, slots=True)
class TranscriptRow:
    """One bubble. ``key`` stays the same while a pending message becomes a confirmed one, so that a model
    moves no row.

    ``seq`` is None while pending; ``undo_left_s`` is whole seconds left to undo, while HELD.
    """

    key: str
    seq: int | None
    command_id: CommandId | None
    by: Author
    at: datetime
    text: str
    masked: tuple[str, ...]
    delivery: Delivery
    undo_left_s: int | None


@dataclass(frozen=True, slots=True)
class StatusLine:
    """The status bar. ``is_kept_on_disk`` False is the standing banner: drafts and outbox in memory only."""

    link: LinkView
    unsent: int
    drafts: int
    load: int
    capacity: int
    open_until: datetime | None
    is_practice: bool
    is_kept_on_disk: bool
    display_name: str


def queue_rows(seen: Seen, *, now: datetime) -> tuple[QueueRow, ...]:
    """Own topics, then the common queues, then transfer queues; each in the service model's order."""
    raise NotImplementedError


def waiting_rows(seen: Seen, queue_id: QueueId, *, now: datetime) -> tuple[WaitingRow, ...]:
    """Those who wait in one queue, the longest wait first."""
    raise NotImplementedError


def next_waiting(seen: Seen, queue_id: QueueId | None) -> ConversationId | None:
    """Whom *take the next* would claim: the longest wait of that queue, or of all; none that is being claimed
    already.
    """
    raise NotImplementedError


def tabs(seen: Seen, *, now: datetime) -> tuple[Tab, ...]:
    """Her conversations, oldest claim first, so that tabs do not move."""
    raise NotImplementedError


def header(seen: Seen, conversation_id: ConversationId, *, now: datetime) -> Header | None:
    """The head of a conversation she holds, or None."""
    raise NotImplementedError


def transcript(
    seen: Seen, conversation_id: ConversationId, *, mono_s: float, undo_s: float
) -> tuple[TranscriptRow, ...]:
    """Confirmed messages, then the pending ones in the order they were sent."""
    raise NotImplementedError


def status_line(seen: Seen, link: LinkView, drafts: int, *, is_kept_on_disk: bool) -> StatusLine:
    """The status bar's figures. ``drafts`` is how many drafts are kept, ``is_kept_on_disk`` as the desk says."""
    raise NotImplementedError


def clock_words(wait: timedelta) -> str:
    """A wait in the Finnish way: "0.42", "6.12", "1.03.12"."""
    raise NotImplementedError
