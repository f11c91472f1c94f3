"""The situation by person: who of staff is there, what she holds, and what of it awaits her."""

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from server_stub.helpline.conversation_values import Channel
from server_stub.helpline.presence import Colleague
from server_stub.helpline.values import Millis
from server_stub.records import tables
from server_stub.records.group import LOAD_STATE
from server_stub.records.roster import roster


class Often(NamedTuple):
    """A conversation that goes on and has been handed over often; never a word of it."""

    conversation_id: str
    alias: str
    queue_id: str
    service_id: str
    topic_id: str
    hand_overs: int
    moved_at: Millis | None
    holder_name: str | None


def moved_often(connection: Connection, *, at_least: int) -> tuple[Often, ...]:
    """Those that wait or are held now, the most often moved first."""
    conversations = tables.conversations.c
    rows = connection.execute(
        select(
            conversations.conversation_id,
            conversations.alias,
            conversations.queue_id,
            conversations.service_id,
            conversations.topic_id,
            conversations.hand_overs,
            conversations.transferred_at,
            conversations.holder_name,
        )
        .where(conversations.state.in_(("waiting", LOAD_STATE)), conversations.hand_overs >= at_least)
        .order_by(conversations.hand_overs.desc(), conversations.row)
    )
    return tuple(Often(*row) for row in rows)


class AtWork(NamedTuple):
    """One of staff. `to_wrap_up` counts ended conversations that stay hers until they are wrapped up,
    `unanswered_since` is when the oldest unanswered line in those that go on was written.
    """

    colleague: Colleague
    to_wrap_up: int
    unanswered_since: Millis | None


def at_work(connection: Connection, *, now: Millis) -> tuple[AtWork, ...]:
    """Everybody who was seen lately and answers customers, by name; never a word of a conversation."""
    conversations = tables.conversations.c
    ended: dict[str, int] = {}
    unanswered: dict[str, Millis | None] = {}
    for holder_id, state, count, since in connection.execute(
        select(
            conversations.holder_id,
            conversations.state,
            func.count(),
            func.min(conversations.customer_wrote_at),
        )
        .where(conversations.state.in_((LOAD_STATE, "ended")), conversations.holder_id.is_not(None))
        .where(conversations.channel == Channel.CHAT)
        .group_by(conversations.holder_id, conversations.state)
    ):
        if state == LOAD_STATE:
            unanswered[holder_id] = since
        else:
            ended[holder_id] = count
    return tuple(
        AtWork(one, ended.get(one.staff_id, 0), unanswered.get(one.staff_id))
        for one in roster(connection, now=now)
        if one.capacity > 0
    )
