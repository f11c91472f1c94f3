"""Wrap-ups as rows, ready to be counted: one a conversation, one for each of its contact reasons (R127)."""

from sqlalchemy import Connection

from server_stub.helpline.values import Conversation, ConversationWrappedUp, Millis
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
        )
    )
    rows = [
        {"conversation": of.row, "number": number, "code_id": code_id}
        for number, code_id in enumerate(fact.contact_reasons)
    ]
    if rows:
        connection.execute(tables.wrap_up_reasons.insert(), rows)
