"""Notes of a conversation: for professionals, in the order they were written."""

from sqlalchemy import Connection, func, select

from server_stub.helpline.conversation_facts import NoteWritten
from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.values import Millis
from server_stub.records import tables
from server_stub.wire.heads import StaffRef, stamp
from server_stub.wire.notes import Note, encode_note


def count(connection: Connection, of: Conversation) -> int:
    """How many it has."""
    notes = tables.notes.c
    asked = select(func.count()).select_from(tables.notes).where(notes.conversation == of.row)
    return int(connection.execute(asked).scalar_one())


def keep(
    connection: Connection,
    of: Conversation,
    fact: NoteWritten,
    *,
    fact_number: int,
    now: Millis,
    caused_by: str | None,
) -> None:
    """Write a note, in the transaction of its fact, which has that number in its conversation."""
    connection.execute(
        tables.notes.insert().values(
            conversation=of.row,
            number=fact.number,
            fact_number=fact_number,
            after_seq=fact.after_seq,
            staff_id=fact.by_id,
            staff_name=fact.by_name,
            at=now,
            text=fact.text,
            caused_by=caused_by,
        )
    )


def all_of(
    connection: Connection,
    conversation: int,
    *,
    before_fact: int | None = None,
    released_after: int = 0,
    are_earlier_apart: bool = False,
) -> tuple[bytes, ...]:
    """All notes of the conversation of that row, ascending, as JSON each; only those written before its fact
    of that number, where one is named, and since its fact `released_after`: what was noted on the other side
    of the register boundary stays there (I11). Only those since she was identified, where earlier ones are
    apart.
    """
    notes, persons = tables.notes.c, tables.conversation_persons.c
    asked = select(tables.notes).where(notes.conversation == conversation)
    if released_after:
        asked = asked.where(notes.fact_number > released_after)
    if before_fact is not None:
        asked = asked.where(notes.fact_number < before_fact)
    if are_earlier_apart:
        since = select(persons.fact_number).where(persons.conversation == conversation).scalar_subquery()
        asked = asked.where(notes.fact_number > since)
    rows = connection.execute(asked.order_by(notes.number))
    return tuple(
        encode_note(
            Note(
                row.number,
                row.after_seq,
                StaffRef(row.staff_id, row.staff_name),
                stamp(row.at),
                row.text,
                row.caused_by,
            )
        )
        for row in rows
    )
