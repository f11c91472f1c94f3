"""What the core asks of the edges: a clock, chance, the line, the workstation's own file, secrets."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from app.domain.archive import Archived, ArchivePage, Material, Sought
from app.domain.conversation import Attachment, AttachmentUse, Message, Staff
from app.domain.desk_state import Snapshot
from app.domain.dialled import Dialled
from app.domain.draft import Draft
from app.domain.facts import Beat, Hint, Streamed
from app.domain.identification import IdentityCodes
from app.domain.ids import CallbackId, CommandId, ConversationId
from app.domain.memory_only import Cause, MemoryOnly
from app.domain.outcomes import Outcome
from app.domain.pending import Pending
from app.domain.planned_shift import OwnPlan, PlannedDay
from app.domain.presence import Roster
from app.domain.problems import Problem
from app.domain.situation import Situation
from app.domain.transfer import LookAhead

# --- time and chance ----------------------------------------------------------------------------------------


class Clock(Protocol):
    """Both clocks of this computer, and waiting by them."""

    def now(self) -> datetime:
        """The wall clock, aware UTC. It may jump."""
        ...

    def monotonic(self) -> float:
        """Seconds that never jump; the zero is arbitrary."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait that long; returns at once for zero or less."""
        ...


class Chance(Protocol):
    """Where randomness comes from; ``random.SystemRandom`` and a seeded ``random.Random`` both fit."""

    def random(self) -> float:
        """A number in [0, 1)."""
        ...

    def getrandbits(self, k: int, /) -> int:
        """``k`` random bits."""
        ...


# --- the line -----------------------------------------------------------------------------------------------
#
# Exception
# └── LineTrouble
#     ├── LineLost        no answer, a cut, a proxy's page, 5xx: try again
#     ├── SignedOut       401: refresh, or sign in again, then the same again
#     ├── Gone            410: the cursor is of no use; start afresh
#     └── Unreadable      it came, and cannot be read as the contract says; start afresh


class LineTrouble(Exception):
    """Something between here and the backend; nothing that was kept is lost by it."""


class LineLost(LineTrouble):
    """No usable answer. ``retry_after_s`` is what the backend asked for, if it did."""

    def __init__(self, retry_after_s: float | None = None) -> None:
        super().__init__("the line was lost")
        self.retry_after_s = retry_after_s


class SignedOut(LineTrouble):
    """The access token is no longer good."""


class Gone(LineTrouble):
    """The cursor is unknown to the backend, or the reader's entitlement has changed."""


class Unreadable(LineTrouble):
    """An answer or a fact of a known type that does not follow the contract."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who has signed in, and what this computer's file of hers is locked with (64 hex, never written
    down).
    """

    staff: Staff
    device_secret: str


@dataclass(frozen=True, slots=True)
class OlderPage:
    """Messages before some seq, ascending. ``first_seq`` is where the conversation begins."""

    messages: tuple[Message, ...]
    first_seq: int


class Gate(Protocol):
    """The line to the backend. Credentials stay behind it."""

    async def sign_in(self, user_name: str, password: str) -> SignedIn | Problem:
        """Sign in. Every failure is a Problem with a sentence (LINE_LOST and UPDATE_NEEDED among them)."""
        ...

    async def choose_password(self, user_name: str, one_time: str, own: str) -> SignedIn | Problem:
        """Choose her own password with a one-time one, and be signed in; problems as of signing in. After
        LINE_LOST the very same may be asked again.
        """
        ...

    async def resume(self) -> SignedIn | Problem | None:
        """Go on as whoever a killed program was signed in as. None: nobody was. A Problem: she must sign in
        herself (SIGNED_OUT and UPDATE_NEEDED among them). Raises LineLost, and may be tried again then.
        """
        ...

    async def refresh(self) -> bool:
        """Renew the access token. False: she must sign in herself. Raises LineLost."""
        ...

    async def sign_out(self) -> None:
        """Revoke and forget the tokens; never raises, the line may be away."""
        ...

    async def snapshot(self) -> Snapshot:
        """Everything this reader may see. Raises LineLost, SignedOut, Unreadable."""
        ...

    async def catch_up(self, cursor: int) -> tuple[Streamed, ...]:
        """What has come since ``cursor``, without waiting (``wait=0``); at most 1,000, none when caught up.

        Raises LineLost, SignedOut, Gone, Unreadable.
        """
        ...

    def stream(self, cursor: int) -> AsyncGenerator[Streamed | Hint | Beat, None]:
        """Facts after ``cursor``, hints and beats as they come. Never ends of itself without LineLost.

        Raises LineLost, SignedOut, Gone, Unreadable. ``aclose`` closes the line.
        """
        ...

    async def older(self, conversation_id: ConversationId, *, before: int, limit: int) -> OlderPage:
        """Messages further back. Raises LineLost, SignedOut, Gone (not hers any more), Unreadable."""
        ...

    async def attachment(
        self, conversation_id: ConversationId, attachment: Attachment, use: AttachmentUse
    ) -> bytes:
        """A file of a conversation, whole; what she asks it for is logged. Raises LineLost (also where not
        all of it came), SignedOut, Gone (not hers to read, or erased), Unreadable (more than was announced).
        """
        ...

    async def identity_codes(self, conversation_id: ConversationId) -> IdentityCodes:
        """Of a conversation she holds, logged. Raises LineLost, SignedOut, Gone (not hers), Unreadable."""
        ...

    async def look_ahead(self) -> LookAhead:
        """Where a conversation can be moved to, as things stand. Raises LineLost, SignedOut, Unreadable."""
        ...

    async def roster(self) -> Roster:
        """Who of staff is there, with presence and load. Raises LineLost, SignedOut, Unreadable."""
        ...

    async def situation(self) -> Situation:
        """Load by queue and by person, for a supervisor. Raises LineLost, SignedOut, Unreadable."""
        ...

    async def own_plan(self) -> OwnPlan:
        """What is planned for her today. Raises LineLost, SignedOut, Unreadable."""
        ...

    async def planned_day(self, day: date) -> PlannedDay:
        """What is planned and was worked, for a supervisor. Raises LineLost, SignedOut, Unreadable."""
        ...

    async def search_archive(self, sought: Sought, next_from: str | None) -> ArchivePage:
        """Closed conversations that fit, logged. Raises LineLost, SignedOut, Gone, Unreadable."""
        ...

    async def archived(self, conversation_id: ConversationId) -> Archived:
        """A closed conversation whole, logged. Raises LineLost, SignedOut, Gone (not hers), Unreadable."""
        ...

    async def archive_material(self, conversation_id: ConversationId) -> Material:
        """The same without personal data, logged. Raises LineLost, SignedOut, Gone (not hers), Unreadable."""
        ...

    async def send(self, body: bytes) -> Outcome:
        """Send one command, these very bytes. Never raises for trouble on the line: that is Unknown."""
        ...

    async def hint(self, conversation_id: ConversationId) -> None:
        """Say that she is writing. Nothing is retried and nothing is raised."""
        ...


# --- the workstation's own file -----------------------------------------------------------------------------


class StoreFailed(Exception):
    """The disk is full, read-only or damaged: what was to be kept is in memory only, and why."""

    def __init__(self, cause: Cause = Cause.DISK_FAILED) -> None:
        super().__init__(cause.value)
        self.cause = cause


class Outbox(Protocol):
    """Commands not yet retired, with the very bytes that are sent. Each method is one transaction."""

    async def load(self) -> tuple[Pending, ...]:
        """All rows, in the order they were enqueued, as the last process left them.

        ``Moment.mono_s`` of a loaded row means nothing and is 0.0.
        """
        ...

    async def enqueue(
        self, row: Pending, *, deletes_draft: ConversationId | None, keeps_draft: Draft | None = None
    ) -> None:
        """Keep the row with its encoded bytes and delete that draft, both or neither; ``keeps_draft`` is what
        is left of a draft of which the row is a part.

        Raises StoreFailed when it is not on the disk; ``body_of`` answers all the same until the process
        ends.
        """
        ...

    async def body_of(self, command_id: CommandId) -> bytes:
        """The bytes to send: the same at every call, also after a restart. Raises KeyError for a row that is
        not there.
        """
        ...

    async def restage(self, row: Pending) -> None:
        """Keep the row's stage, ``has_been_in_flight``, tries and accepted cursor. Raises StoreFailed."""
        ...

    async def retire(self, command_ids: tuple[CommandId, ...]) -> None:
        """Forget the rows; unknown ids are no error. Raises StoreFailed."""
        ...

    async def give_back(self, command_ids: tuple[CommandId, ...], draft: Draft) -> None:
        """Forget the rows and keep the draft, both or neither. Raises StoreFailed."""
        ...


class Drafts(Protocol):
    """Unsent texts. Each method is one transaction, in the order called, in one line with the outbox."""

    async def load(self) -> tuple[Draft, ...]:
        """Every draft kept."""
        ...

    async def keep(self, draft: Draft) -> None:
        """Keep the draft in place of the conversation's earlier one. Raises StoreFailed."""
        ...

    async def forget(self, conversation_id: ConversationId) -> None:
        """Delete the draft; an unknown one is no error. Raises StoreFailed."""
        ...


class DialledCalls(Protocol):
    """Calls she has dialled and not recorded, one a callback request. Each method is one transaction."""

    async def load(self) -> tuple[Dialled, ...]:
        """Every call kept, in the order of dialling."""
        ...

    async def keep(self, dialled: Dialled) -> None:
        """Keep the call in place of the request's earlier one. Raises StoreFailed."""
        ...

    async def forget(self, callback_id: CallbackId) -> None:
        """Delete the call; an unknown one is no error. Raises StoreFailed."""
        ...


class Preferences(Protocol):
    """What this counsellor has chosen on this computer: names and short texts, never a customer's words."""

    async def load(self) -> dict[str, str]:
        """All of them."""
        ...

    async def keep(self, name: str, value: str) -> None:
        """Keep one. Raises StoreFailed."""
        ...


class CounsellorFile(Protocol):
    """One counsellor's own file on this computer, opened: what is hers and nobody else's."""

    @property
    def outbox(self) -> Outbox:
        """Her commands under way."""
        ...

    @property
    def drafts(self) -> Drafts:
        """Her unsent texts."""
        ...

    @property
    def calls(self) -> DialledCalls:
        """Calls she has not said yet what came of."""
        ...

    @property
    def preferences(self) -> Preferences:
        """Her choices."""
        ...

    @property
    def memory_only(self) -> MemoryOnly | None:
        """Why everything is in memory only, under a standing banner; None: it is on the disk.

        The one place that knows: whoever wrote last, and whatever it was.
        """
        ...

    @property
    def is_put_aside(self) -> bool:
        """Whether an earlier file of hers could not be read: it was put aside, and what it held is not
        here.
        """
        ...

    async def catch_up(self) -> None:
        """Bring a file that is behind up to what is in memory; nothing to do is no error. Raises StoreFailed
        when it stays behind.
        """
        ...

    async def close(self) -> None:
        """Catch up once if it is behind; leave the encrypted file and no readable byte. Never raises."""
        ...


class Secrets(Protocol):
    """The operating system's keyring. Calls block: the edge runs them on its own worker."""

    async def get(self, name: str) -> str | None:
        """The secret of that name, or None. Raises SecretsUnavailable."""
        ...

    async def put(self, name: str, value: str) -> None:
        """Keep a secret. Raises SecretsUnavailable."""
        ...

    async def forget(self, name: str) -> None:
        """Delete a secret; an unknown one is no error. Raises SecretsUnavailable."""
        ...


class SecretsUnavailable(Exception):
    """No keyring that may be trusted: the desk runs in memory only, under a standing banner that says why."""

    def __init__(self, detail: str = "", *, cause: Cause = Cause.NO_KEYRING) -> None:
        super().__init__(detail)
        self.cause = cause
