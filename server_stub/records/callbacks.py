"""Callback requests as rows: found, kept and counted inside the caller's transaction.

Callbacks are few beside messages, so a command about one takes one lock for all of them, before any row
(`lock`): that is what keeps one number out of two people's hands when several processes write.
"""

from collections.abc import Iterable, Sequence, Set

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select, update

from server_stub.helpline.accounts import CALLBACK_CLOSED_LIFE, millis
from server_stub.helpline.booking import Window
from server_stub.helpline.callback import REQUESTS_A_DAY
from server_stub.helpline.callback_values import Attempt, Callback, Claim
from server_stub.helpline.values import Millis
from server_stub.records import tables

_LOCK = 6_008
_AT_ONCE = 500
_DAY_MS = 24 * 60 * 60 * 1000
_FIELDS = tuple(name for name in Callback._fields if name not in ("attempts", "claims"))
_BEFORE = Callback._fields.index("attempts")
_COLUMNS = tuple(tables.callbacks.c[name] for name in _FIELDS)


def lock(connection: Connection) -> None:
    """Keep every other process from deciding about callbacks until this transaction ends.

    SQLite has one writer anyway.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))


def find(connection: Connection, callback_id: str) -> Callback | None:
    """One request with its attempts, or None."""
    found = _found(connection, tables.callbacks.c.callback_id == callback_id)
    return found[0] if found else None


def of_session(connection: Connection, session_row: int) -> Callback | None:
    """The latest request left in a customer's session, or None."""
    row = connection.execute(
        select(tables.customer_sessions.c.callback).where(tables.customer_sessions.c.row == session_row)
    ).scalar_one_or_none()
    found = _found(connection, tables.callbacks.c.row == row) if row is not None else ()
    return found[0] if found else None


def seen_by(
    connection: Connection, staff_id: str, queues: Iterable[str], *, closed_since: Millis
) -> tuple[Callback, ...]:
    """Requests of these queues that are open, or were closed since then, and those she has claimed whatever
    queues she serves by now; oldest first. Of those closed before, as long as their words live, the ones she
    may still have to tell of a call: it is not lost because others closed the request on another day.
    """
    callbacks, claims, of = tables.callbacks.c, tables.callback_claims.c, tuple(queues)
    # In parts, each by an index of its own, and put in order here: asked for by row, SQLite would rather walk
    # through all that were ever closed.
    is_open = callbacks.state.in_(("waiting", "claimed"))
    is_elsewhere = callbacks.queue_id.not_in(of)
    is_untold = exists().where(
        claims.callback == callbacks.row, claims.staff_id == staff_id, claims.is_recorded.is_(False)
    )
    found = (
        *_found(connection, and_(is_open, callbacks.queue_id.in_(of))),
        *_found(
            connection,
            and_(
                callbacks.closed_at >= closed_since - millis(CALLBACK_CLOSED_LIFE),
                or_(callbacks.closed_at >= closed_since, is_untold),
                callbacks.queue_id.in_(of),
            ),
        ),
        *_found(
            connection, and_(callbacks.state == "claimed", callbacks.holder_id == staff_id, is_elsewhere)
        ),
    )
    return tuple(sorted(found, key=lambda each: each.row or 0))


def keep(connection: Connection, callback: Callback, *, session_row: int | None = None) -> Callback:
    """Write the request as it is now, with attempts that are new; `session_row` is who left a new one."""
    values = {name: value for name, value in callback._asdict().items() if name in _FIELDS and name != "row"}
    if callback.row is None:
        row = connection.execute(
            tables.callbacks.insert().values(values).returning(tables.callbacks.c.row)
        ).scalar_one()
        connection.execute(
            update(tables.customer_sessions)
            .where(tables.customer_sessions.c.row == session_row)
            .values(callback=row)
        )
        return callback._replace(row=row)
    connection.execute(update(tables.callbacks).where(tables.callbacks.c.row == callback.row).values(values))
    known = connection.execute(
        select(func.count())
        .select_from(tables.callback_attempts)
        .where(tables.callback_attempts.c.callback == callback.row)
    ).scalar_one()
    for attempt in callback.attempts[known:]:
        connection.execute(
            tables.callback_attempts.insert().values(callback=callback.row, **attempt._asdict())
        )
    _keep_claims(connection, callback)
    return callback


def give_to_person(connection: Connection, callback: Callback, identification: int) -> None:
    """It is hers who had identified so when she left it."""
    connection.execute(
        tables.callback_persons.insert().values(callback=callback.row, identification=identification)
    )


def forget_person(connection: Connection, callback_id: str) -> None:
    """Nobody knows any more whose it was."""
    persons, callbacks = tables.callback_persons, tables.callbacks.c
    row = select(callbacks.row).where(callbacks.callback_id == callback_id).scalar_subquery()
    connection.execute(persons.delete().where(persons.c.callback == row))


def _keep_claims(connection: Connection, callback: Callback) -> None:
    claims = tables.callback_claims
    known = _claims(connection, [callback.row or 0]).get(callback.row or 0, ())
    for claim in callback.claims:
        if claim in known:
            continue
        is_it = (claims.c.callback == callback.row) & (claims.c.version == claim.version)
        connection.execute(claims.delete().where(is_it))
        connection.execute(claims.insert().values(callback=callback.row, **claim._asdict()))


def claimer_of_number(connection: Connection, callback: Callback) -> str | None:
    """Who has claimed another request with the same number, or None."""
    callbacks = tables.callbacks.c
    return connection.execute(
        select(callbacks.holder_name)
        .where(
            callbacks.phone == callback.phone,
            callbacks.state == "claimed",
            callbacks.callback_id != callback.callback_id,
        )
        .limit(1)
    ).scalar_one_or_none()


def last_tried_at(connection: Connection, callback: Callback, *, known_at: Millis) -> Millis | None:
    """When its number was last dialled, in any request, as far as was told of by `known_at`.

    Where the number is erased, in this one: those of other people are erased too, and are not the same.
    """
    attempts, callbacks = tables.callback_attempts.c, tables.callbacks.c
    is_same = callbacks.phone == callback.phone if callback.phone else callbacks.row == callback.row
    return connection.execute(
        select(func.max(attempts.at))
        .join_from(tables.callback_attempts, tables.callbacks, callbacks.row == attempts.callback)
        .where(is_same, attempts.recorded_at <= known_at)
    ).scalar_one_or_none()


def number_free_at(connection: Connection, phone: str, *, now: Millis) -> Millis | None:
    """When a number may be left again, where it was left as often as may be in 24 hours; else None."""
    callbacks = tables.callbacks.c
    oldest = connection.execute(
        select(callbacks.requested_at)
        .where(callbacks.phone == phone, callbacks.requested_at > now - _DAY_MS)
        .order_by(callbacks.requested_at.desc())
        .offset(REQUESTS_A_DAY - 1)
        .limit(1)
    ).scalar_one_or_none()
    return None if oldest is None else oldest + _DAY_MS


def due_looks(connection: Connection, now: Millis) -> tuple[tuple[str, Millis], ...]:
    """Claims to be looked at by `now`, the oldest first: which, and the moment that names the look."""
    callbacks = tables.callbacks.c
    rows = connection.execute(
        select(callbacks.callback_id, callbacks.returns_at)
        .where(callbacks.returns_at <= now)
        .order_by(callbacks.returns_at)
    )
    return tuple((row.callback_id, row.returns_at) for row in rows)


def open_since(connection: Connection, asked_by: Millis) -> tuple[str, ...]:
    """Requests that wait and were left by then, the oldest first."""
    callbacks = tables.callbacks.c
    return tuple(
        connection.execute(
            select(callbacks.callback_id)
            .where(callbacks.state == "waiting", callbacks.requested_at <= asked_by)
            .order_by(callbacks.requested_at)
        ).scalars()
    )


def booked(connection: Connection, queue_id: str, *, since: Millis) -> dict[Window, int]:
    """How many open requests of the queue have booked which time, of those that end after `since`."""
    callbacks = tables.callbacks.c
    rows = connection.execute(
        select(callbacks.booked_from, callbacks.booked_until, func.count())
        .where(callbacks.booked_until > since, callbacks.queue_id == queue_id, callbacks.state != "closed")
        .group_by(callbacks.booked_from, callbacks.booked_until)
    )
    return {Window(begins_at, ends_at): count for begins_at, ends_at, count in rows}


def forget_numbers(connection: Connection, *, before: Millis) -> None:
    """Take number and words out of the rows of requests closed before then: nobody calls there any more.

    Their facts lose theirs beside it (`erasing`). What a professional wrote of a call stays, as of a chat.
    """
    callbacks = tables.callbacks.c
    connection.execute(
        update(tables.callbacks)
        .where(callbacks.closed_at < before, callbacks.phone != "")
        .values(phone="", text="")
    )


def closed_before(connection: Connection, callback_ids: Set[str], *, before: Millis) -> frozenset[str]:
    """Which of these requests were closed before then."""
    callbacks, asked = tables.callbacks.c, sorted(callback_ids)
    return frozenset(
        callback_id
        for first in range(0, len(asked), _AT_ONCE)
        for callback_id in connection.execute(
            select(callbacks.callback_id).where(
                callbacks.callback_id.in_(asked[first : first + _AT_ONCE]), callbacks.closed_at < before
            )
        ).scalars()
    )


def number_for(connection: Connection, callback_id: str, staff_id: str) -> str | None:
    """The whole number, for whoever has claimed it now; None for everybody else."""
    callbacks = tables.callbacks.c
    return connection.execute(
        select(callbacks.phone).where(callbacks.callback_id == callback_id, callbacks.holder_id == staff_id)
    ).scalar_one_or_none()


def _found(connection: Connection, where: ColumnElement[bool]) -> tuple[Callback, ...]:
    rows = connection.execute(select(*_COLUMNS).where(where)).all()
    which = [row.row for row in rows]
    attempts, claims = _attempts(connection, which), _claims(connection, which)
    return tuple(
        Callback._make((*row[:_BEFORE], attempts.get(row.row, ()), claims.get(row.row, ()), *row[_BEFORE:]))
        for row in rows
    )


def _claims(connection: Connection, callbacks: Sequence[int]) -> dict[int, tuple[Claim, ...]]:
    if not callbacks:
        return {}
    table = tables.callback_claims
    found: dict[int, tuple[Claim, ...]] = {}
    for row in connection.execute(
        select(table).where(table.c.callback.in_(callbacks)).order_by(table.c.callback, table.c.version)
    ):
        claim = Claim(row.version, row.staff_id, row.begun_at, row.ended_at, row.is_recorded)
        found[row.callback] = (*found.get(row.callback, ()), claim)
    return found


def _attempts(connection: Connection, callbacks: Sequence[int]) -> dict[int, tuple[Attempt, ...]]:
    if not callbacks:
        return {}
    table = tables.callback_attempts
    found: dict[int, tuple[Attempt, ...]] = {}
    for row in connection.execute(
        select(table).where(table.c.callback.in_(callbacks)).order_by(table.c.callback, table.c.number)
    ):
        attempt = Attempt(row.number, row.at, row.staff_id, row.staff_name, row.outcome, row.recorded_at)
        found[row.callback] = (*found.get(row.callback, ()), attempt)
    return found
