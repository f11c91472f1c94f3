"""How each fact about a consultation changes what is known; `reduce` knows no more of them than this."""

from __future__ import annotations

from dataclasses import replace

from app.domain.changes import Changes, Kind
from app.domain.consultation import Consultation, ConsultationEntry, Promise, PromisesKept, Thread
from app.domain.consultation_facts import ConsultationFact
from app.domain.desk_state import Capability, DeskState
from app.domain.reduce_steps import Outcome, laid, without


def consultation_changed(state: DeskState, fact: ConsultationFact) -> Outcome:
    """The consultation as the fact leaves it; what is not hers to see any more is forgotten."""
    about, after = fact.consultation_id, fact.consultation
    known = state.consultations.get(about)
    counted = _counted(state, None if known is None else known.consultation, after)
    changes = Changes.of(Kind.CONSULTATIONS, [about])
    if not is_seen(state, after):
        others = without(state.consultations, about)
        return replace(state, consultations=others, promises_kept=counted), changes
    entries = _merged(() if known is None else known.entries, fact.entries)
    threads = laid(state.consultations, about, Thread(after, entries))
    return replace(state, consultations=threads, promises_kept=counted), changes


def is_seen(state: DeskState, consultation: Consultation) -> bool:
    """Whether a snapshot would have it for this reader (contract, section 5)."""
    me = state.me.staff_id
    served = {line.queue_id for line in state.consultation_queues if line.is_served}
    is_hers = consultation.asker.staff_id == me or (
        consultation.holder is not None and consultation.holder.staff_id == me
    )
    is_of_her_lines = consultation.queue_id in served or consultation.from_queue_id in served
    is_told_late = consultation.is_late and Capability.SUPERVISE in state.capabilities
    return is_hers or is_of_her_lines or is_told_late


def _counted(state: DeskState, before: Consultation | None, after: Consultation) -> PromisesKept | None:
    """A promise counts when it is settled, once, for those who serve the line that gave it."""
    counted = state.promises_kept
    served = {line.queue_id for line in state.consultation_queues if line.is_served}
    if counted is None or after.queue_id not in served:
        return counted
    if before is None or before.promise is not Promise.RUNNING:
        return counted
    if after.promise is Promise.KEPT:
        return replace(counted, kept=counted.kept + 1)
    if after.promise is Promise.BROKEN:
        return replace(counted, broken=counted.broken + 1)
    return counted


def _merged(
    known: tuple[ConsultationEntry, ...], came: tuple[ConsultationEntry, ...]
) -> tuple[ConsultationEntry, ...]:
    """By number, so that the same fact twice is one entry."""
    by_number = {entry.number: entry for entry in (*known, *came)}
    return tuple(by_number[number] for number in sorted(by_number))
