"""Who customers have proved to be, and those on their way to it: rows, inside the caller's transaction.

A name and a sealed code are read here by those who may see them, and stand in no fact.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, Join, delete, insert, select, update

from server_stub.helpline.identification_values import VerifiedPerson
from server_stub.helpline.values import Millis
from server_stub.records.tables import (
    callback_persons,
    conversation_persons,
    conversations,
    customer_sessions,
    identifications,
    pending_identifications,
    used_assertions,
)


@dataclass(frozen=True, slots=True)
class Sealed:
    """What is kept of identity codes: hers, and that of whom she acts for."""

    own: bytes | None
    behalf: bytes | None


@dataclass(frozen=True, slots=True)
class Pending:
    """Somebody on her way: whose browser, what was remembered of her leaving, where she returns to."""

    session_row: int
    kind: str
    remembered: bytes
    return_to: str
    expires_at: Millis


@dataclass(frozen=True, slots=True)
class Shown:
    """What those who hold the conversation may see of her; the codes stay sealed until they are asked for."""

    at: Millis
    level: str
    name: str
    sealed_code: bytes | None
    behalf_name: str | None
    behalf_sealed_code: bytes | None


def keep_pending(connection: Connection, state_hash: bytes, pending: Pending) -> None:
    """She leaves. An earlier way of the same kind from the same browser leads nowhere any more."""
    rows = pending_identifications
    connection.execute(delete(rows).where(rows.c.session == pending.session_row, rows.c.kind == pending.kind))
    connection.execute(
        insert(rows).values(
            state_hash=state_hash,
            session=pending.session_row,
            kind=pending.kind,
            remembered=pending.remembered,
            return_to=pending.return_to,
            expires_at=pending.expires_at,
        )
    )


def take_pending(connection: Connection, state_hash: bytes, *, kind: str) -> Pending | None:
    """She is back: the row is gone from now on, whatever comes of it. None: there is no such way."""
    rows = pending_identifications
    found = connection.execute(
        delete(rows).where(rows.c.state_hash == state_hash, rows.c.kind == kind).returning(rows)
    ).one_or_none()
    if found is None:
        return None
    return Pending(found.session, found.kind, bytes(found.remembered), found.return_to, found.expires_at)


def take_assertion(connection: Connection, assertion_hash: bytes, *, until: Millis) -> bool:
    """Whether this assertion comes for the first time; remembered as long as it could be shown again."""
    rows = used_assertions
    known = connection.execute(
        select(rows.c.expires_at).where(rows.c.assertion_hash == assertion_hash).with_for_update()
    ).first()
    if known is not None:
        return False
    connection.execute(insert(rows).values(assertion_hash=assertion_hash, expires_at=until))
    return True


def keep(connection: Connection, person: VerifiedPerson, sealed: Sealed, *, now: Millis) -> int:
    """Who she has proved to be; the row."""
    behalf = person.on_behalf_of
    row: int = connection.execute(
        insert(identifications)
        .values(
            at=now,
            provider_id=person.provider_id,
            level=person.level,
            person_key=person.person.person_key,
            name=person.person.name,
            sealed_code=sealed.own,
            behalf_key=behalf.person_key if behalf is not None else None,
            behalf_name=behalf.name if behalf is not None else None,
            behalf_sealed_code=sealed.behalf,
            mandate=person.mandate,
        )
        .returning(identifications.c.row)
    ).scalar_one()
    return row


def give_to_session(
    connection: Connection, session_row: int, identification: int, *, token_hash: bytes, page_token: str
) -> None:
    """The session is hers from now on, under another cookie: one planted before opens nothing (U07)."""
    connection.execute(
        update(customer_sessions)
        .where(customer_sessions.c.row == session_row)
        .values(identification=identification, token_hash=token_hash, page_token=page_token)
    )


def give_to_conversation(
    connection: Connection, conversation: int, identification: int, *, fact_number: int
) -> None:
    """The conversation is hers, from its fact of that number on."""
    connection.execute(
        insert(conversation_persons).values(
            conversation=conversation, identification=identification, fact_number=fact_number
        )
    )


def is_same_person(connection: Connection, conversation_id: str, person: VerifiedPerson) -> bool | None:
    """Whether the conversation is that very person's, for the same other; None: it is nobody's yet."""
    found = connection.execute(
        select(identifications.c.person_key, identifications.c.behalf_key)
        .select_from(_of_conversations())
        .where(conversations.c.conversation_id == conversation_id)
    ).one_or_none()
    if found is None:
        return None
    behalf = person.on_behalf_of.person_key if person.on_behalf_of is not None else None
    return (found.person_key, found.behalf_key) == (person.person.person_key, behalf)


def of_conversation(
    connection: Connection, conversation: int, *, before_fact: int | None = None
) -> Shown | None:
    """Whose it is, None while it is nobody's, or was before its fact of that number."""
    asked = (
        select(
            identifications.c.at,
            identifications.c.level,
            identifications.c.name,
            identifications.c.sealed_code,
            identifications.c.behalf_name,
            identifications.c.behalf_sealed_code,
        )
        .select_from(_of_conversations())
        .where(conversation_persons.c.conversation == conversation)
    )
    if before_fact is not None:
        asked = asked.where(conversation_persons.c.fact_number < before_fact)
    found = connection.execute(asked).one_or_none()
    return None if found is None else Shown(*found)


def forget(connection: Connection, *, now: Millis) -> None:
    """Ways that are over, assertions nobody could show again, and people nothing names any more."""
    connection.execute(delete(pending_identifications).where(pending_identifications.c.expires_at <= now))
    connection.execute(delete(used_assertions).where(used_assertions.c.expires_at <= now))
    named = select(conversation_persons.c.identification)
    called = select(callback_persons.c.identification)
    signed_in = select(customer_sessions.c.identification).where(
        customer_sessions.c.identification.is_not(None)
    )
    connection.execute(
        delete(identifications).where(
            identifications.c.row.not_in(named),
            identifications.c.row.not_in(called),
            identifications.c.row.not_in(signed_in),
        )
    )


def _of_conversations() -> Join:
    return conversation_persons.join(
        identifications, identifications.c.row == conversation_persons.c.identification
    ).join(conversations, conversations.c.row == conversation_persons.c.conversation)
