"""Applications that were passed on, as rows, ready to be counted: one for each time (R049)."""

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from server_stub.helpline.conversation_facts import ConversationTransferred
from server_stub.helpline.values import Millis
from server_stub.records import tables


def keep(connection: Connection, fact: ConversationTransferred, *, fact_number: int, now: Millis) -> None:
    """Write to whom an application was passed on, in the transaction of the fact that moved it; nothing
    where it moved for another reason.

    What is counted by is repeated here, so that a report reads these rows alone.
    """
    moved = fact.conversation
    if fact.passed_on_to is None:
        return
    connection.execute(
        tables.passed_on.insert().values(
            conversation=moved.row,
            fact_number=fact_number,
            at=now,
            service_id=moved.service_id,
            target=fact.passed_on_to,
            queue_id=moved.queue_id,
        )
    )


class PassedOn(NamedTuple):
    """How many applications of a service were passed on to somebody."""

    service_id: str
    target: str
    applications: int


def counted(connection: Connection, *, since: Millis, until: Millis) -> tuple[PassedOn, ...]:
    """Those passed on from `since` until before `until`; no mystery customer and no test (R104)."""
    rows, kept = tables.passed_on.c, tables.wrap_ups
    found = connection.execute(
        select(rows.service_id, rows.target, func.count())
        .select_from(tables.passed_on)
        .outerjoin(kept, kept.c.conversation == rows.conversation)
        .where(rows.at >= since, rows.at < until, kept.c.is_test.is_not(True))
        .group_by(rows.service_id, rows.target)
        .order_by(rows.service_id, rows.target)
    )
    return tuple(PassedOn(*row) for row in found)
