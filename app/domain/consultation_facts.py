"""What has happened to a consultation, as the backend tells it to both lines and both professionals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.consultation import Consultation, ConsultationEntry
from app.domain.ids import CommandId, ConsultationId


@dataclass(frozen=True, slots=True)
class ConsultationFactBase:
    """How it is after the fact, and the entries that came with it."""

    at: datetime
    caused_by: CommandId | None
    consultation_id: ConsultationId
    consultation: Consultation
    entries: tuple[ConsultationEntry, ...]


@dataclass(frozen=True, slots=True)
class ConsultationOpened(ConsultationFactBase):
    """A professional asks."""


@dataclass(frozen=True, slots=True)
class ConsultationClaimed(ConsultationFactBase):
    """Somebody answers for it now."""


@dataclass(frozen=True, slots=True)
class ConsultationReturned(ConsultationFactBase):
    """It is open again."""


@dataclass(frozen=True, slots=True)
class ConsultationWritten(ConsultationFactBase):
    """More was said."""


@dataclass(frozen=True, slots=True)
class ConsultationAnswered(ConsultationFactBase):
    """The line has answered."""


@dataclass(frozen=True, slots=True)
class ConsultationReopened(ConsultationFactBase):
    """A further question: another answer is owed."""


@dataclass(frozen=True, slots=True)
class ConsultationCallRecorded(ConsultationFactBase):
    """Whoever is on call was rung."""


@dataclass(frozen=True, slots=True)
class ConsultationOverdue(ConsultationFactBase):
    """The promise is past and broken; ``entries`` are all there are."""


@dataclass(frozen=True, slots=True)
class ConsultationClosed(ConsultationFactBase):
    """Over: the answer was enough, or a call settled it."""


@dataclass(frozen=True, slots=True)
class ConsultationWithdrawn(ConsultationFactBase):
    """Over without an answer."""


ConsultationFact = (
    ConsultationOpened
    | ConsultationClaimed
    | ConsultationReturned
    | ConsultationWritten
    | ConsultationAnswered
    | ConsultationReopened
    | ConsultationCallRecorded
    | ConsultationOverdue
    | ConsultationClosed
    | ConsultationWithdrawn
)
