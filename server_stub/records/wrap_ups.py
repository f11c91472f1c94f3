"""Wrap-ups as rows, ready to be counted: one a contact, one for each of its contact reasons (R127).

Conversations and calls have tables of their own, and are counted together by `counted`.
"""

from typing import NamedTuple

from sqlalchemy import Column, Connection, Select, Table, literal, null, select, union_all

from server_stub.helpline.callback_values import Callback, CallWrapUp
from server_stub.helpline.conversation_facts import ConversationWrappedUp
from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.values import Millis
from server_stub.records import tables


def keep(connection: Connection, of: Conversation, fact: ConversationWrappedUp, *, now: Millis) -> None:
    """Write the wrap-up of a conversation, in the transaction of its fact.

    What is counted by is repeated here, so that a report reads these rows alone. Reason 0 is the main one.
    """
    connection.execute(
        tables.wrap_ups.insert().values(
            conversation=of.row,
            at=now,
            staff_id=fact.by_id,
            service_id=of.service_id,
            topic_id=of.topic_id,
            queue_id=of.queue_id,
            language=of.language,
            outcome=fact.outcome,
            notes=fact.notes,
            service_model_version=fact.service_model_version,
            is_test=fact.is_test,
        )
    )
    rows = [
        {"conversation": of.row, "number": number, "code_id": code_id}
        for number, code_id in enumerate(fact.contact_reasons)
    ]
    if rows:
        connection.execute(tables.wrap_up_reasons.insert(), rows)
    marked = [{"conversation": of.row, "mark": mark.value} for mark in fact.marks]
    if marked:
        connection.execute(tables.wrap_up_marks.insert(), marked)


def keep_call(connection: Connection, of: Callback, said: CallWrapUp, *, staff_id: str, now: Millis) -> None:
    """Write what the call of the latest attempt was, in the transaction that records it."""
    attempt = of.attempts[-1].number
    connection.execute(
        tables.call_wrap_ups.insert().values(
            callback=of.row,
            attempt=attempt,
            at=now,
            staff_id=staff_id,
            service_id=of.service_id,
            topic_id=of.topic_id,
            queue_id=of.queue_id,
            language=of.language,
            outcome=said.outcome,
            notes=said.notes,
            service_model_version=said.service_model_version,
            is_test=said.is_test,
        )
    )
    rows = [
        {"callback": of.row, "attempt": attempt, "number": number, "code_id": code_id}
        for number, code_id in enumerate(said.contact_reasons)
    ]
    if rows:
        connection.execute(tables.call_wrap_up_reasons.insert(), rows)


class Counted(NamedTuple):
    """One contact that was wrapped up, as a report counts it. `reason` is the main one, or None. What the
    customer chose stands beside what it was (R067, R068).
    """

    channel: str
    direction: str
    pace: str
    at: Millis
    service_id: str
    topic_id: str
    queue_id: str
    language: str
    outcome: str | None
    finer_topic_id: str | None
    chosen_service_id: str
    chosen_topic_id: str
    chosen_finer_topic_id: str | None
    chosen_language: str
    reason: str | None


def counted(connection: Connection, *, since: Millis, until: Millis) -> tuple[Counted, ...]:
    """Every contact wrapped up from `since` until before `until`, chats and calls together, oldest first; no
    mystery customer and no test (R104).
    """
    found = union_all(_chats(since, until), _calls(since, until)).order_by("at")
    return tuple(Counted._make(row) for row in connection.execute(found))


def _chats(since: Millis, until: Millis) -> Select[tuple[object, ...]]:
    kept, reasons, about = tables.wrap_ups, tables.wrap_up_reasons, tables.conversations
    main = (reasons.c.conversation == kept.c.conversation) & (reasons.c.number == 0)
    return (
        select(
            *(about.c.channel, about.c.direction, about.c.pace, *_same(kept)),
            *(about.c.finer_topic_id, about.c.chosen_service_id, about.c.chosen_topic_id),
            *(about.c.chosen_finer_topic_id, about.c.chosen_language, reasons.c.code_id),
        )
        .join_from(kept, about, about.c.row == kept.c.conversation)
        .outerjoin(reasons, main)
        .where(kept.c.at >= since, kept.c.at < until, ~kept.c.is_test)
    )


def _calls(since: Millis, until: Millis) -> Select[tuple[object, ...]]:
    kept, reasons, about = tables.call_wrap_ups, tables.call_wrap_up_reasons, tables.callbacks
    same = (reasons.c.callback == kept.c.callback) & (reasons.c.attempt == kept.c.attempt)
    main = same & (reasons.c.number == 0)
    return (
        select(
            *(literal("callback"), about.c.direction, about.c.pace, *_same(kept)),
            *(null(), kept.c.service_id, kept.c.topic_id, null(), kept.c.language, reasons.c.code_id),
        )
        .join_from(kept, about, about.c.row == kept.c.callback)
        .outerjoin(reasons, main)
        .where(kept.c.at >= since, kept.c.at < until, ~kept.c.is_test)
    )


def _same(kept: Table) -> tuple[Column[object], ...]:
    """What both kinds are counted by."""
    names = ("at", "service_id", "topic_id", "queue_id", "language", "outcome")
    return tuple(kept.c[name] for name in names)
