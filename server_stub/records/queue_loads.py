"""What awaits in each queue: who waits, since when, and how many are there to answer."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from server_stub.helpline.conversation_values import Channel
from server_stub.helpline.values import Millis
from server_stub.records import tables
from server_stub.records.group import LOAD_STATE
from server_stub.records.roster import roster


@dataclass(frozen=True, slots=True)
class QueueLoad:
    """One queue at one moment. `waiting_since` is the longest wait's, None when nobody waits; `free` is how
    many more conversations those who serve it have room for, also for other queues.
    """

    waiting: int = 0
    waiting_since: Millis | None = None
    on_duty: int = 0
    held: int = 0
    free: int = 0


def queue_loads(connection: Connection, *, now: Millis) -> dict[str, QueueLoad]:
    """Every queue in which somebody waits or is being answered, or for which somebody is on duty."""
    conversations = tables.conversations.c
    waiting = {
        queue_id: (count, since)
        for queue_id, count, since in connection.execute(
            select(conversations.queue_id, func.count(), func.min(conversations.waiting_since))
            .where(conversations.state == "waiting", conversations.channel == Channel.CHAT)
            .group_by(conversations.queue_id)
        )
    }
    held: dict[str, int] = {
        queue_id: count
        for queue_id, count in connection.execute(
            select(conversations.queue_id, func.count())
            .where(conversations.state == LOAD_STATE, conversations.channel == Channel.CHAT)
            .group_by(conversations.queue_id)
        )
    }
    on_duty: Counter[str] = Counter()
    free: Counter[str] = Counter()
    for colleague in roster(connection, now=now):
        if colleague.is_on_duty:
            on_duty.update(colleague.queues)
            free.update(dict.fromkeys(colleague.queues, colleague.free))
    return {
        queue_id: QueueLoad(
            *waiting.get(queue_id, (0, None)), on_duty[queue_id], held.get(queue_id, 0), free[queue_id]
        )
        for queue_id in {*waiting, *held, *on_duty}
    }
