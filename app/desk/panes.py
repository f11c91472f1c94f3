"""Panes: the plain values each pane shows; words are enums, which the screen translates."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from app.desk.consent_views import Asked, Scope
from app.desk.help_views import SentCall
from app.desk.identity_views import NO_PROOF, Proof
from app.desk.lateness import Lateness, Silence
from app.desk.offer_views import SentOffer
from app.domain.conversation import (
    Attachment,
    Author,
    ConversationState,
    Head,
    Identity,
    PreInformation,
    Topic,
    Transfer,
)
from app.domain.departed import Departed
from app.domain.ids import CommandId, ConversationId, QueueId
from app.domain.link import LinkView
from app.domain.marks import ConcernKind, HelpAbout
from app.domain.problems import Problem
from app.domain.queue import AtClosing, ByLanguage, Hours, Pilot, QueueKind


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
    hours: Hours | None
    at_closing: AtClosing
    pilot: Pilot | None = None
    """It is tried out until a day (R065)."""


@dataclass(frozen=True, slots=True)
class WaitingEntry:
    """One who waits, as a list keeps her. Nothing in it changes by the clock alone, so that a thousand
    are not made anew every second: ``views.waiting_row`` tells the rest, of those on the screen.
    """

    head: Head
    is_claiming: bool


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One waiting entry by the clock. ``cannot_claim`` is why the button is disabled, or None;
    ``is_claiming``: asked for, not yet answered.
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
    transfer: Transfer | None = None
    """How she came here, and what was written along for whoever takes her (R074)."""
    concern: ConcernKind | None = None
    """What in her words gives reason to look at once; it may be wrong."""
    barrier: HelpAbout | None = None
    """A language barrier that was marked before (R092)."""
    finer_topic: Topic | None = None


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
    is_closing: bool
    awaits_wrap_up: bool = False
    """The talk is over, and what it was about is still to be said."""
    departed: Departed | None = None
    """Where it went, when it is hers no more."""
    is_joined: bool = False
    """She reads along; somebody else answers."""
    concern: ConcernKind | None = None
    """What in the customer's words gives reason to look at once; it may be wrong."""
    is_message: bool = False
    """A non-urgent one: a customer may have a chat and messages with the same number."""


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
    queue_id: QueueId
    queue_name: ByLanguage
    opened_at: datetime
    queued: timedelta
    lasted: timedelta
    responsibility_version: int
    has_standing_notice: bool
    is_closing: bool
    cannot_write: Problem | None
    cannot_close: Problem | None
    hand_overs: int
    transfer: Transfer | None
    is_moving: bool
    cannot_move: Problem | None
    pre_information: PreInformation = field(default_factory=PreInformation)
    """What she chose, and what it was refined and corrected to (R067, R068)."""
    cannot_refine: Problem | None = None
    silence: Silence = Silence.ANSWERED
    """How long the customer's oldest unanswered line has waited (R091), and by the clock: "2.18" or ""."""
    clock: str = ""
    offer: SentOffer | None = None
    """What she has offered it as, while nobody has answered."""
    help: SentCall | None = None
    """Her call for help, while it stands."""
    cannot_call_help: Problem | None = None
    unprotected: ByLanguage | None = None
    """What the county says of the connection where it is not protected (R022)."""
    needs_reason: bool = False
    """Whether the internal message of the next transfer must say why (R079)."""
    consents: tuple[Asked, ...] = ()
    """What she was asked permission for, ascending."""
    scopes: tuple[Scope, ...] = ()
    """From which messages on she can be asked."""
    is_asking_consent: bool = False
    proof: Proof = NO_PROOF
    """How it stands with identification, and who the customer is."""
    is_message: bool = False
    """Whether it is a non-urgent message, which can wait for somebody who is away."""
    application_of: str | None = None
    """Whose application its files may be: the service it is in; None: no file has come (R049)."""
    asks_wrap_up: bool = False
    """Whether ending it leads to a wrap-up: its service lists something to choose."""
    awaits_wrap_up: bool = False


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
    is_by_colleague: bool = False
    """A counsellor's line in a conversation that somebody else answers."""
    attachment: Attachment | None = None
    """The file that the row is; ``text`` is its name then."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note for professionals, as it stands in the transcript; ``is_sending``: on its way."""

    key: str
    after_seq: int | None
    by_name: str
    is_mine: bool
    at: datetime
    text: str
    is_sending: bool


@dataclass(frozen=True, slots=True)
class StatusLine:
    """The status bar. ``is_kept_on_disk`` False is the standing banner: drafts and outbox in memory only.
    ``hours``: of the queues she serves together, None while she serves none that has any, or they are not
    known.
    """

    link: LinkView
    unsent: int
    drafts: int
    load: int
    capacity: int
    hours: Hours | None
    is_practice: bool
    is_kept_on_disk: bool
    display_name: str
