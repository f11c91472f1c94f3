"""slices: What an entered conversation comes with when its reader is told of it, while she reads it still.

What is shown of a conversation is a matter of now: lines that stayed apart may have been joined since, for
whoever has it today. So who does not read it any more is given nothing, however old the cursor she asks from.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from server_stub.records import consents, fact_log, notes, persons, snapshots
from server_stub.wire.consents import Consent


class Slice(NamedTuple):
    """Messages and notes as JSON each, ascending; who she is as JSON."""

    messages: Sequence[bytes]
    notes: Sequence[bytes]
    consents: Sequence[Consent]
    person: bytes


def slice_for(
    connection: Connection,
    conversation: int,
    addresses: Collection[str],
    *,
    up_to: int | None,
    before_fact: int | None,
    window: int,
) -> Slice | None:
    """As it was at that message and that fact of it, for who listens at these addresses; None if she left."""
    if not snapshots.is_read_at(connection, conversation, addresses):
        return None
    after = snapshots.shown_after(connection, conversation)
    return Slice(
        messages=fact_log.messages(
            connection, conversation, before=None, up_to=up_to, after=after.seq, limit=window
        ),
        notes=notes.all_of(
            connection,
            conversation,
            before_fact=before_fact,
            released_after=after.number,
            are_earlier_apart=after.are_earlier_apart,
        ),
        consents=consents.for_staff(
            connection, conversation, released_after=after.number, before_fact=before_fact
        ),
        person=persons.person_of(connection, conversation, before_fact=before_fact),
    )
