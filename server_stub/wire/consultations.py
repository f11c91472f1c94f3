"""consultations: Consultations and their facts as they cross the wire, to staff alone."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import msgspec

from server_stub.helpline import consultation_values as values
from server_stub.helpline.values import Millis
from server_stub.wire.heads import StaffRef, Words, stamp, stamp_or_none
from server_stub.wire.openings import Opening

_encoder = msgspec.json.Encoder()


class OnCall(msgspec.Struct, frozen=True):
    """Who is rung when it cannot wait (R125)."""

    number: str
    hours_text: Words
    openings: tuple[Opening, ...]
    hours_known_until: str
    otherwise: Words


class ConsultationQueue(msgspec.Struct, frozen=True):
    """A line that can be asked; `is_served` says that the reader answers for it."""

    queue_id: str
    name: Words
    is_outside: bool
    is_served: bool
    promise_days: int
    on_call: OnCall | None


class AttachedLine(msgspec.Struct, frozen=True):
    """One line of a conversation that went with a question."""

    seq: int
    by: str
    at: str
    text: str


class ConsultationEntry(msgspec.Struct, frozen=True):
    """One entry of a thread."""

    number: int
    kind: str
    by: StaffRef
    at: str
    text: str
    attached: tuple[AttachedLine, ...]
    call_outcome: str | None
    called_at: str | None
    caused_by: str | None


class Consultation(msgspec.Struct, frozen=True):
    """A consultation as a list shows it, and as every fact about it leaves it."""

    consultation_id: str
    state: str
    urgency: str
    queue_id: str
    from_queue_id: str | None
    subject: str
    asker: StaffRef
    asked_at: str
    conversation_id: str | None
    is_identity_allowed: bool
    holder: StaffRef | None
    claimed_at: str | None
    promise: str | None
    promised_at: str | None
    due_at: str | None
    answered_at: str | None
    closed_at: str | None
    responsibility_version: int


class ConsultationThread(msgspec.Struct, frozen=True):
    """A consultation with everything that was said in it."""

    consultation: Consultation
    entries: tuple[ConsultationEntry, ...]


class PromisesKept(msgspec.Struct, frozen=True):
    """What became of the promises of the lines the reader serves."""

    since: str
    kept: int
    broken: int


class ConsultationFact(msgspec.Struct, frozen=True):
    """What every fact about a consultation carries: how it is now, and what came with it."""

    at: str
    caused_by: str | None
    consultation_id: str
    consultation: Consultation
    entries: tuple[ConsultationEntry, ...]


class ConsultationOpened(ConsultationFact, frozen=True, tag="ConsultationOpened"):
    """A professional asks."""


class ConsultationClaimed(ConsultationFact, frozen=True, tag="ConsultationClaimed"):
    """Somebody answers for it now."""


class ConsultationReturned(ConsultationFact, frozen=True, tag="ConsultationReturned"):
    """It is open again."""


class ConsultationWritten(ConsultationFact, frozen=True, tag="ConsultationWritten"):
    """More was said."""


class ConsultationAnswered(ConsultationFact, frozen=True, tag="ConsultationAnswered"):
    """The line has answered."""


class ConsultationReopened(ConsultationFact, frozen=True, tag="ConsultationReopened"):
    """A further question."""


class ConsultationCallRecorded(ConsultationFact, frozen=True, tag="ConsultationCallRecorded"):
    """Whoever is on call was rung."""


class ConsultationOverdue(ConsultationFact, frozen=True, tag="ConsultationOverdue"):
    """The promise is broken."""


class ConsultationClosed(ConsultationFact, frozen=True, tag="ConsultationClosed"):
    """Over."""


class ConsultationWithdrawn(ConsultationFact, frozen=True, tag="ConsultationWithdrawn"):
    """Over without an answer."""


_SHAPES: Final[Mapping[type[values.ConsultationFact], type[ConsultationFact]]] = MappingProxyType(
    {
        values.ConsultationOpened: ConsultationOpened,
        values.ConsultationClaimed: ConsultationClaimed,
        values.ConsultationReturned: ConsultationReturned,
        values.ConsultationWritten: ConsultationWritten,
        values.ConsultationAnswered: ConsultationAnswered,
        values.ConsultationReopened: ConsultationReopened,
        values.ConsultationCallRecorded: ConsultationCallRecorded,
        values.ConsultationOverdue: ConsultationOverdue,
        values.ConsultationClosed: ConsultationClosed,
        values.ConsultationWithdrawn: ConsultationWithdrawn,
    }
)


def body(fact: values.ConsultationFact, *, at: Millis, caused_by: str | None) -> bytes:
    """A fact as it is stored and told."""
    about = fact.consultation
    shape = _SHAPES[type(fact)]
    said = tuple(entry_of(entry) for entry in fact.entries)
    return _encoder.encode(shape(stamp(at), caused_by, about.consultation_id, consultation_of(about), said))


def thread_of(of: values.Consultation) -> ConsultationThread:
    """The whole of it, for a snapshot."""
    return ConsultationThread(consultation_of(of), tuple(entry_of(entry) for entry in of.entries))


def consultation_of(of: values.Consultation) -> Consultation:
    """The consultation as staff see it."""
    return Consultation(
        consultation_id=of.consultation_id,
        state=of.state,
        urgency=of.urgency,
        queue_id=of.queue_id,
        from_queue_id=of.from_queue_id,
        subject=of.subject,
        asker=StaffRef(of.asker_id, of.asker_name),
        asked_at=stamp(of.asked_at),
        conversation_id=of.conversation_id,
        is_identity_allowed=of.is_identity_allowed,
        holder=StaffRef(of.holder_id, of.holder_name or "") if of.holder_id else None,
        claimed_at=stamp_or_none(of.claimed_at),
        promise=of.promise,
        promised_at=stamp_or_none(of.promised_at),
        due_at=stamp_or_none(of.due_at),
        answered_at=stamp_or_none(of.answered_at),
        closed_at=stamp_or_none(of.closed_at),
        responsibility_version=of.responsibility_version,
    )


def entry_of(of: values.ConsultationEntry) -> ConsultationEntry:
    """One entry of its thread."""
    return ConsultationEntry(
        number=of.number,
        kind=of.kind,
        by=StaffRef(of.staff_id, of.staff_name),
        at=stamp(of.at),
        text=of.text,
        attached=tuple(AttachedLine(line.seq, line.by, stamp(line.at), line.text) for line in of.attached),
        call_outcome=of.call_outcome,
        called_at=stamp_or_none(of.called_at),
        caused_by=of.caused_by,
    )
