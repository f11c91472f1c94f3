"""Consultations: the lines that can be asked, threads, what happens to them, and what is meant to."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from app.wire.shapes.service_model import Opening
from app.wire.shapes.values import Author, ByLanguage, Count, Person, Seq, Time


class OnCall(Struct, frozen=True):
    """Who is rung when it cannot wait."""

    number: str
    hours_text: ByLanguage
    openings: tuple[Opening, ...]
    hours_known_until: Time
    otherwise: ByLanguage


class ConsultationQueue(Struct, frozen=True):
    """A line that can be asked."""

    queue_id: str
    name: ByLanguage
    is_outside: bool
    is_served: bool
    promise_days: Annotated[int, Meta(ge=1, le=3)]
    on_call: OnCall | None


class AttachedLine(Struct, frozen=True):
    """One line of a conversation that went with a question."""

    seq: Seq
    by: Author
    at: Time
    text: str


class ConsultationEntry(Struct, frozen=True):
    """One entry of a thread."""

    number: Seq
    kind: Literal["question", "enquiry", "answer", "call"]
    by: Person
    at: Time
    text: str
    attached: tuple[AttachedLine, ...]
    call_outcome: Literal["settled", "goes_on", "no_answer"] | None
    called_at: Time | None
    caused_by: str | None


class Consultation(Struct, frozen=True):
    """One question of a professional to a line."""

    consultation_id: str
    state: Literal["open", "claimed", "answered", "closed", "withdrawn"]
    urgency: Literal["non_urgent", "urgent"]
    queue_id: str
    from_queue_id: str | None
    subject: str
    asker: Person
    asked_at: Time
    conversation_id: str | None
    is_identity_allowed: bool
    holder: Person | None
    claimed_at: Time | None
    promise: Literal["running", "kept", "broken"] | None
    promised_at: Time | None
    due_at: Time | None
    answered_at: Time | None
    closed_at: Time | None
    responsibility_version: Count


class ConsultationThread(Struct, frozen=True):
    """A consultation with everything that was said in it."""

    consultation: Consultation
    entries: tuple[ConsultationEntry, ...]


class PromisesKept(Struct, frozen=True):
    """What became of promises since the month began."""

    since: Time
    kept: Count
    broken: Count


class ConsultationFact(Struct, frozen=True):
    """What every fact about a consultation has."""

    at: Time
    caused_by: str | None
    consultation_id: str
    consultation: Consultation
    entries: tuple[ConsultationEntry, ...]


class ConsultationOpened(ConsultationFact, frozen=True):
    """A professional asks."""


class ConsultationClaimed(ConsultationFact, frozen=True):
    """Somebody answers for it now."""


class ConsultationReturned(ConsultationFact, frozen=True):
    """It is open again."""


class ConsultationWritten(ConsultationFact, frozen=True):
    """More was said."""


class ConsultationAnswered(ConsultationFact, frozen=True):
    """The line has answered."""


class ConsultationReopened(ConsultationFact, frozen=True):
    """A further question."""


class ConsultationCallRecorded(ConsultationFact, frozen=True):
    """Whoever is on call was rung."""


class ConsultationOverdue(ConsultationFact, frozen=True):
    """The promise is broken."""


class ConsultationClosed(ConsultationFact, frozen=True):
    """Over."""


class ConsultationWithdrawn(ConsultationFact, frozen=True):
    """Over without an answer."""


class OpenConsultation(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Ask a line."""

    command_id: str
    queue_id: str
    urgency: str
    subject: str
    text: str
    conversation_id: str | None
    attached_seqs: tuple[int, ...]
    is_identity_allowed: bool


class ClaimConsultation(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Take it, to answer."""

    command_id: str
    consultation_id: str


class ReleaseConsultation(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Give it back."""

    command_id: str
    consultation_id: str
    responsibility_version: int


class WriteToConsultation(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Say more."""

    command_id: str
    consultation_id: str
    text: str
    is_answer: bool
    responsibility_version: int


class RecordConsultationCall(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Tell of a call."""

    command_id: str
    consultation_id: str
    called_at: str
    outcome: str
    text: str


class CloseConsultation(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """The answer is enough."""

    command_id: str
    consultation_id: str


class WithdrawConsultation(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """No answer is needed any more."""

    command_id: str
    consultation_id: str


StaffConsultationCommand = (
    OpenConsultation
    | ClaimConsultation
    | ReleaseConsultation
    | WriteToConsultation
    | RecordConsultationCall
    | CloseConsultation
    | WithdrawConsultation
)
