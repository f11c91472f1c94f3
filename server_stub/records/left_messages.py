"""The non-urgent messages of one person, found by who she is, whatever browser she has."""

from typing import Final

from sqlalchemy import Connection, and_, or_, select, update

from server_stub.helpline.conversation_values import Channel, Conversation
from server_stub.helpline.values import Millis
from server_stub.records.tables import (
    conversation_persons,
    conversations,
    customer_sessions,
    identifications,
)

READ_FOR_MS: Final = 30 * 24 * 60 * 60 * 1000
"""How long after its end she still finds a message."""
_MOST: Final = 20
_CONVERSATION: Final = tuple(conversations.c[name] for name in Conversation._fields)


def of_person(
    connection: Connection, identification: int, *, now: Millis, conversation_id: str | None = None
) -> tuple[Conversation, ...]:
    """Hers, the newest first: left by the same person, for the same other if she acts for one.

    `identification` is the row of who she is now; `conversation_id` asks for that one alone.
    """
    me, theirs = identifications.alias("me"), identifications.alias("theirs")
    is_same = and_(
        theirs.c.person_key == me.c.person_key,
        or_(
            theirs.c.behalf_key == me.c.behalf_key,
            and_(theirs.c.behalf_key.is_(None), me.c.behalf_key.is_(None)),
        ),
    )
    asked = (
        select(*_CONVERSATION)
        .select_from(me)
        .join(theirs, is_same)
        .join(conversation_persons, conversation_persons.c.identification == theirs.c.row)
        .join(conversations, conversations.c.row == conversation_persons.c.conversation)
        .where(
            me.c.row == identification,
            conversations.c.channel == Channel.MESSAGE,
            or_(conversations.c.closed_at.is_(None), conversations.c.closed_at > now - READ_FOR_MS),
        )
        .order_by(conversations.c.row.desc())
        .limit(_MOST)
    )
    if conversation_id is not None:
        asked = asked.where(conversations.c.conversation_id == conversation_id)
    return tuple(Conversation(*row) for row in connection.execute(asked))


def give_to_session(connection: Connection, session_row: int, left: Conversation) -> None:
    """She is at this one from now on."""
    connection.execute(
        update(customer_sessions).where(customer_sessions.c.row == session_row).values(conversation=left.row)
    )
