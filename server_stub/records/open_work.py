"""In which queues something is still open: conversations, callback requests, consultations."""

from collections import Counter

from sqlalchemy import Connection, func, select

from server_stub.records import tables


def open_by_queue(connection: Connection) -> dict[str, int]:
    """How many of all kinds are not closed, by the name of their queue; none where there are none."""
    found: Counter[str] = Counter()
    for kind in (tables.conversations, tables.callbacks, tables.consultations):
        rows = connection.execute(
            select(kind.c.queue_id, func.count()).where(kind.c.state != "closed").group_by(kind.c.queue_id)
        )
        for queue_id, count in rows:
            found[queue_id] += count
    return dict(found)
