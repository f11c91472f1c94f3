"""What awaits in each queue: who waits, since when, and how many are there to answer."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from server_stub.helpline.values import Millis
from server_stub.records import tables


@dataclass(frozen=True, slots=True)
class QueueLoad:
    """One queue at one moment. `waiting_since` is the longest wait's, None when nobody waits."""

    waiting: int = 0
    waiting_since: Millis | None = None
    on_shift: int = 0


def queue_loads(connection: Connection, *, present_since: Millis) -> dict[str, QueueLoad]:
    """Every queue in which somebody waits or that somebody serves who was seen since then."""
    conversations = tables.conversations.c
    waiting = {
        queue_id: (count, since)
        for queue_id, count, since in connection.execute(
            select(conversations.queue_id, func.count(), func.min(conversations.waiting_since))
            .where(conversations.state == "waiting")
            .group_by(conversations.queue_id)
        )
    }
    on_shift = _on_shift(connection, present_since)
    return {
        queue_id: QueueLoad(*waiting.get(queue_id, (0, None)), on_shift.get(queue_id, 0))
        for queue_id in {*waiting, *on_shift}
    }


def _on_shift(connection: Connection, present_since: Millis) -> dict[str, int]:
    staff, queues, leases = tables.staff.c, tables.staff_queues.c, tables.leases.c
    rows = connection.execute(
        select(queues.queue_id, func.count())
        .select_from(tables.staff)
        .join(tables.staff_queues, queues.staff == staff.row)
        .join(tables.leases, leases.address == "s:" + staff.staff_id)
        .where(leases.renewed_at >= present_since, staff.is_disabled.is_(False))
        .group_by(queues.queue_id)
    )
    return {queue_id: count for queue_id, count in rows}
