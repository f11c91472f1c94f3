"""The desk: the one facade a screen talks to; intents are born here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.domain.changes import Changes
from app.domain.commands import Command
from app.domain.draft import Draft
from app.domain.ids import CommandId, ConversationId
from app.domain.link import LinkView
from app.domain.pending import Pending
from app.domain.problems import Problem
from app.domain.project import Seen


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell that belongs to no draft: an intent that was refused or has lapsed. ``alias`` is the
    customer's, if known.
    """

    notice_id: str
    command: Command
    alias: str | None
    problem: Problem
    at: datetime


class DraftsDesk:
    """Unsent texts, by conversation. Saved within a second of the last key, at most one write a second per
    slot.
    """

    def text(self, conversation_id: ConversationId) -> str:
        """What is written, "" when nothing is."""
        raise NotImplementedError

    def typed(self, conversation_id: ConversationId, text: str) -> None:
        """The composer's text now is this. Clearing it deletes the draft."""
        raise NotImplementedError

    def saved_at(self, conversation_id: ConversationId) -> datetime | None:
        """When what is written now was saved on this computer; None while it is not yet, or there is
        nothing.
        """
        raise NotImplementedError

    def banner(self, conversation_id: ConversationId) -> Problem | None:
        """Why a text came back into this draft, until it is sent, dismissed or cleared."""
        raise NotImplementedError

    def dismiss_banner(self, conversation_id: ConversationId) -> None:
        """She has read why."""
        raise NotImplementedError

    def all(self) -> tuple[Draft, ...]:
        """Every draft that is not empty, also of conversations she no longer holds: text is never lost with
        them.
        """
        raise NotImplementedError


class Desk:
    """What a counsellor can do and see. Everything returns at once; what takes time is heard of through
    ``subscribe``.
    """

    drafts: DraftsDesk

    @property
    def seen(self) -> Seen:
        """What the screen shows: the outbox laid over the facts."""
        raise NotImplementedError

    @property
    def link(self) -> LinkView:
        """How the workstation stands towards the backend."""
        raise NotImplementedError

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What there is to tell, oldest first, until dismissed."""
        raise NotImplementedError

    @property
    def undo_s(self) -> float:
        """Seconds a message is held back for undoing."""
        raise NotImplementedError

    @property
    def is_kept_on_disk(self) -> bool:
        """False: drafts and outbox are in memory only, and a banner must stand."""
        raise NotImplementedError

    def now(self) -> datetime:
        """The backend's clock as well as this computer knows it; views take this."""
        raise NotImplementedError

    def mono_s(self) -> float:
        """The clock that never jumps; ``views.transcript`` takes this."""
        raise NotImplementedError

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Hear what changed from now on; call what is returned to stop."""
        raise NotImplementedError

    def submit(self, command: Command) -> CommandId | Problem:
        """Mean it. Refused at once with a problem, or shown as under way in the same frame."""
        raise NotImplementedError

    def write(self, conversation_id: ConversationId) -> CommandId | Problem:
        """Submit the conversation's draft as a message under its present responsibility; the draft becomes
        the message.
        """
        raise NotImplementedError

    def undo(self, command_id: CommandId) -> None:
        """Take back a held message: its text is a draft again. Too late is no error."""
        raise NotImplementedError

    def answer_asking(self, command_id: CommandId, *, send: bool) -> None:
        """Answer for a message that asks before it goes: send it, or make it a draft again."""
        raise NotImplementedError

    def dismiss(self, notice_id: str) -> None:
        """She has read the notice."""
        raise NotImplementedError

    def looked_at(self, conversation_id: ConversationId, seq: int) -> None:
        """Everything up to ``seq`` has been on the screen; marks are sent at most every
        ``limits.read_every_s``.
        """
        raise NotImplementedError

    def typing(self, conversation_id: ConversationId) -> None:
        """A key was pressed in the composer; hints are sent at most every ``limits.typing_every_s``."""
        raise NotImplementedError

    def typing_by_customer(self, conversation_id: ConversationId) -> bool:
        """Whether the customer is writing just now."""
        raise NotImplementedError

    async def older(self, conversation_id: ConversationId) -> bool:
        """Page further back into the window. True when messages came; False at the beginning or when the line
        is away.
        """
        raise NotImplementedError

    def unsent(self) -> tuple[Pending, ...]:
        """Messages and closings that are not known to be committed: what signing out must list."""
        raise NotImplementedError

    def retry_now(self) -> None:
        """Do not wait for the next try of the link."""
        raise NotImplementedError

    async def flush(self) -> None:
        """Have every draft and row on the disk before returning (before signing out or ending)."""
        raise NotImplementedError
