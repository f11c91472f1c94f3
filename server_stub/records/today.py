"""The facts of today that say how customers were answered, read a part at a time."""

from typing import Final

from sqlalchemy import Connection, select

from server_stub.helpline.service_today import Event
from server_stub.helpline.values import Millis
from server_stub.records import tables
from server_stub.records.fact_log import head_seq
from server_stub.wire.today import at_of, event_of

_KINDS: Final = (
    *("ConversationOpened", "ConversationTransferred", "ConversationReturned"),
    *("WaitingClaimed", "MessageWritten", "ConversationWrappedUp", "ConversationClosed"),
)
_AT_ONCE = 2_000


def before(connection: Connection, moment: Millis) -> int:
    """The number of the last fact before `moment`, found by halving: facts are dense and in order of time."""
    facts, low, high = tables.facts.c, 0, head_seq(connection)
    while low < high:
        middle = (low + high + 1) // 2
        body = connection.execute(select(facts.body).where(facts.seq == middle)).scalar_one_or_none()
        if body is None or at_of(body) < moment:
            low = middle
        else:
            high = middle - 1
    return low


def events_after(connection: Connection, cursor: int) -> tuple[tuple[Event, ...], int]:
    """What is counted of at most two thousand facts after `cursor`, and up to which fact that is."""
    facts = tables.facts.c
    up_to = min(head_seq(connection), cursor + _AT_ONCE)
    rows = connection.execute(
        select(facts.kind, facts.conversation, facts.body)
        .where(facts.seq > cursor, facts.seq <= up_to, facts.kind.in_(_KINDS))
        .order_by(facts.seq)
    )
    return tuple(event_of(*row) for row in rows), up_to
