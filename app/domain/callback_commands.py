"""What a counsellor means to happen with a callback request.

A callback request is a conversation of another channel: its id is also the lane its commands are sent in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.callback import AttemptOutcome
from app.domain.ids import CallbackId, ConversationId
from app.domain.wrap_up import CallWrapUp


@dataclass(frozen=True, slots=True)
class ClaimCallback:
    """Take a request, to call; its number is shown to nobody else."""

    callback_id: CallbackId

    @property
    def conversation_id(self) -> ConversationId:
        """Its lane."""
        return ConversationId(self.callback_id)


@dataclass(frozen=True, slots=True)
class ReleaseCallback:
    """Give it back untried."""

    callback_id: CallbackId
    responsibility_version: int

    @property
    def conversation_id(self) -> ConversationId:
        """Its lane."""
        return ConversationId(self.callback_id)


@dataclass(frozen=True, slots=True)
class RecordAttempt:
    """Tell what came of a call that was dialled at ``dialled_at``, by the backend's clock; and what it was
    about, when it closes the request.
    """

    callback_id: CallbackId
    responsibility_version: int
    outcome: AttemptOutcome
    dialled_at: datetime
    wrap_up: CallWrapUp | None = None

    @property
    def conversation_id(self) -> ConversationId:
        """Its lane."""
        return ConversationId(self.callback_id)


CallbackCommand = ClaimCallback | ReleaseCallback | RecordAttempt
