"""Consultations as rows: found, kept and counted inside the caller's transaction.

One lock for all of them, as for callback requests: they are few, and it is taken before any row.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, update

from server_stub.helpline.consultation_values import (
    AWAITED,
    AttachedLine,
    Consultation,
    ConsultationEntry,
    ConsultationState,
    PromiseState,
    SettledPromise,
)
from server_stub.helpline.values import Millis
from server_stub.records import tables

_LOCK = 6_009
_FIELDS = tuple(name for name in Consultation._fields if name != "entries")
_COLUMNS = tuple(tables.consultations.c[name] for name in _FIELDS)
_GOING_ON = (ConsultationState.OPEN, ConsultationState.CLAIMED, ConsultationState.ANSWERED)


@dataclass(frozen=True, slots=True)
class PromisesKept:
    """How many promises were kept and how many broken, since a moment."""

    since: Millis
    kept: int
    broken: int


def lock(connection: Connection) -> None:
    """Keep every other process from deciding about consultations until this transaction ends.

    SQLite has one writer anyway.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))


def find(connection: Connection, consultation_id: str) -> Consultation | None:
    """One consultation with its thread, or None."""
    found = _found(connection, tables.consultations.c.consultation_id == consultation_id)
    return found[0] if found else None


def seen_by(
    connection: Connection,
    staff_id: str,
    queues: Collection[str],
    *,
    closed_since: Millis,
    supervises: bool,
) -> tuple[Consultation, ...]:
    """Those that go on, or ended since then, which she or one of her lines asks or answers; to a supervisor
    every late one too; oldest first.
    """
    consultations, of = tables.consultations.c, tuple(queues)
    hers = or_(
        consultations.queue_id.in_(of),
        consultations.from_queue_id.in_(of),
        consultations.asker_id == staff_id,
        consultations.holder_id == staff_id,
    )
    is_seen: ColumnElement[bool] = hers
    if supervises:
        is_late = and_(
            consultations.promise == PromiseState.BROKEN, consultations.state.in_(tuple(sorted(AWAITED)))
        )
        is_seen = or_(hers, is_late)
    found = (
        *_found(connection, and_(consultations.state.in_(_GOING_ON), is_seen)),
        *_found(connection, and_(consultations.closed_at >= closed_since, hers)),
    )
    return tuple(sorted(found, key=lambda each: each.row or 0))


def keep(connection: Connection, consultation: Consultation) -> Consultation:
    """Write it as it is now, with entries that are new."""
    values = {name: getattr(consultation, name) for name in _FIELDS if name != "row"}
    table = tables.consultations
    if consultation.row is None:
        row = connection.execute(table.insert().values(values).returning(table.c.row)).scalar_one()
        kept = consultation._replace(row=row)
    else:
        connection.execute(update(table).where(table.c.row == consultation.row).values(values))
        kept = consultation
    entries = tables.consultation_entries
    known = connection.execute(
        select(func.count()).select_from(entries).where(entries.c.consultation == kept.row)
    ).scalar_one()
    for entry in kept.entries[known:]:
        written = {**entry._asdict(), "attached": json.dumps(entry.attached, ensure_ascii=False)}
        connection.execute(entries.insert().values(consultation=kept.row, **written))
    return kept


def keep_promise(connection: Connection, of: Consultation, settled: SettledPromise, *, now: Millis) -> None:
    """Note what became of a promise (R124)."""
    connection.execute(
        tables.consultation_promises.insert().values(
            consultation=of.row, queue_id=of.queue_id, settled_at=now, **settled._asdict()
        )
    )


def promises_kept(connection: Connection, queues: Collection[str], *, since: Millis) -> PromisesKept:
    """What became of the promises of these lines that were settled since then."""
    promises = tables.consultation_promises.c
    counted = {
        str(outcome): int(count)
        for outcome, count in connection.execute(
            select(promises.outcome, func.count())
            .where(promises.settled_at >= since, promises.queue_id.in_(tuple(queues)))
            .group_by(promises.outcome)
        )
    }
    return PromisesKept(since, counted.get(PromiseState.KEPT, 0), counted.get(PromiseState.BROKEN, 0))


def overdue(connection: Connection, now: Millis) -> tuple[tuple[str, Millis], ...]:
    """Promises that are past by `now` and not told of, the oldest first: which, and when they were due."""
    consultations = tables.consultations.c
    rows = connection.execute(
        select(consultations.consultation_id, consultations.due_at)
        .where(
            consultations.promise == PromiseState.RUNNING,
            consultations.due_at < now,
            consultations.state.in_(tuple(sorted(AWAITED))),
        )
        .order_by(consultations.due_at)
    )
    return tuple((row.consultation_id, row.due_at) for row in rows)


def _found(connection: Connection, where: ColumnElement[bool]) -> tuple[Consultation, ...]:
    rows = connection.execute(select(*_COLUMNS).where(where)).all()
    entries = _entries(connection, [row.row for row in rows])
    return tuple(Consultation._make((*row, entries.get(row.row, ()))) for row in rows)


def _entries(connection: Connection, which: Sequence[int]) -> dict[int, tuple[ConsultationEntry, ...]]:
    if not which:
        return {}
    table = tables.consultation_entries
    found: dict[int, tuple[ConsultationEntry, ...]] = {}
    asked = (
        select(table).where(table.c.consultation.in_(which)).order_by(table.c.consultation, table.c.number)
    )
    for row in connection.execute(asked):
        entry = ConsultationEntry(
            number=row.number,
            kind=row.kind,
            staff_id=row.staff_id,
            staff_name=row.staff_name,
            at=row.at,
            text=row.text,
            attached=tuple(AttachedLine(*line) for line in json.loads(row.attached)),
            call_outcome=row.call_outcome,
            called_at=row.called_at,
            caused_by=row.caused_by,
        )
        found[row.consultation] = (*found.get(row.consultation, ()), entry)
    return found
