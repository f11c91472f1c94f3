"""Whose a conversation is, as JSON for those who read it, and the codes for who asks for them by name."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from server_stub.helpline import joining
from server_stub.helpline.conversation_values import Conversation
from server_stub.records import identifications, tables
from server_stub.wire.identifications import encode_person

_CONVERSATION = tuple(tables.conversations.c[name] for name in Conversation._fields)


def person_of(connection: Connection, conversation: int, *, before_fact: int | None = None) -> bytes:
    """Whose the conversation of that row is; null while it is nobody's, or was before that fact of it."""
    shown = identifications.of_conversation(connection, conversation, before_fact=before_fact)
    if shown is None:
        return b"null"
    return encode_person(
        name=shown.name,
        level=shown.level,
        at=shown.at,
        has_code=shown.sealed_code is not None,
        behalf_name=shown.behalf_name,
        has_behalf_code=shown.behalf_sealed_code is not None,
    )


def person_for(connection: Connection, conversation: int, addresses: Collection[str]) -> bytes:
    """The same, to whoever listens at these addresses, and null where she does not read it any more."""
    row = connection.execute(
        select(*_CONVERSATION).where(tables.conversations.c.row == conversation)
    ).one_or_none()
    if row is None or joining.readers(Conversation(*row)).isdisjoint(addresses):
        return b"null"
    return person_of(connection, conversation)


def sealed_codes(
    connection: Connection, conversation_id: str, *, holder_id: str
) -> tuple[bytes | None, bytes | None] | None:
    """The sealed codes of a conversation that she holds, hers and of whom she acts for; else None."""
    conversations = tables.conversations.c
    row = connection.execute(
        select(conversations.row).where(
            conversations.conversation_id == conversation_id,
            conversations.holder_id == holder_id,
            conversations.state.in_(("held", "ended")),
        )
    ).scalar_one_or_none()
    shown = identifications.of_conversation(connection, row) if row is not None else None
    return (shown.sealed_code, shown.behalf_sealed_code) if shown is not None else None
