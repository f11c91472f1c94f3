"""What a professional means to happen with a consultation.

A consultation is a conversation of another channel: its id is also the lane its commands are sent in. A new
one has no id yet: its lane is the slot in which it was written.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.consultation import OnCallOutcome, Urgency
from app.domain.ids import NEW_CONSULTATION, ConsultationId, ConversationId, QueueId


@dataclass(frozen=True, slots=True)
class OpenConsultation:
    """Ask a line; ``attached_seqs`` are lines of ``about``, a conversation she holds."""

    queue_id: QueueId
    urgency: Urgency
    subject: str
    text: str
    about: ConversationId | None
    attached_seqs: tuple[int, ...]
    is_identity_allowed: bool

    @property
    def conversation_id(self) -> ConversationId:
        """Its lane."""
        return NEW_CONSULTATION


@dataclass(frozen=True, slots=True)
class _About:
    consultation_id: ConsultationId

    @property
    def conversation_id(self) -> ConversationId:
        """Its lane."""
        return ConversationId(self.consultation_id)


@dataclass(frozen=True, slots=True)
class ClaimConsultation(_About):
    """Take a question, to answer it."""


@dataclass(frozen=True, slots=True)
class ReleaseConsultation(_About):
    """Give it back to the line."""

    responsibility_version: int


@dataclass(frozen=True, slots=True)
class WriteToConsultation(_About):
    """Write in its thread; ``is_answer``: the holder answers with it."""

    text: str
    is_answer: bool
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class RecordConsultationCall(_About):
    """Tell of a call to whoever is on call."""

    called_at: datetime
    outcome: OnCallOutcome
    text: str


@dataclass(frozen=True, slots=True)
class CloseConsultation(_About):
    """The answer is enough."""


@dataclass(frozen=True, slots=True)
class WithdrawConsultation(_About):
    """No answer is needed any more."""


ConsultationCommand = (
    OpenConsultation
    | ClaimConsultation
    | ReleaseConsultation
    | WriteToConsultation
    | RecordConsultationCall
    | CloseConsultation
    | WithdrawConsultation
)
