"""Answered and closed matters, as `helpline.first_desk` counts them."""

from sqlalchemy import Connection, select

from server_stub.helpline.conversation_values import ClosedReason
from server_stub.helpline.first_desk import Matter
from server_stub.helpline.values import Millis
from server_stub.records import tables


def matters(connection: Connection, *, since: Millis, until: Millis) -> tuple[Matter, ...]:
    """Those closed from `since` until before `until`; no mystery customer and no test (R104)."""
    about, kept = tables.conversations, tables.wrap_ups
    rows = connection.execute(
        select(
            about.c.service_id,
            about.c.channel,
            about.c.opened_at,
            about.c.hand_overs,
            about.c.transferred_at,
        )
        .select_from(about)
        .outerjoin(kept, kept.c.conversation == about.c.row)
        .where(
            about.c.closed_reason == ClosedReason.ANSWERED,
            about.c.closed_at >= since,
            about.c.closed_at < until,
            kept.c.is_test.is_not(True),
        )
    )
    return tuple(Matter(*row) for row in rows)
