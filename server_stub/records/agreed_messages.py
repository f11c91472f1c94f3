"""What was said of a message that a professional sent as agreed, and whose it is."""

from sqlalchemy import Connection, insert, select

from server_stub.helpline.agreed_values import SendAgreedMessage
from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.values import Millis
from server_stub.records import tables


def is_somebodys(connection: Connection, contact: Conversation) -> bool:
    """Whether it is known whose the contact is: not while she is anonymous, nor once it is erased."""
    persons = tables.conversation_persons
    found = connection.execute(select(persons.c.identification).where(persons.c.conversation == contact.row))
    return found.first() is not None


def keep(
    connection: Connection,
    new: Conversation,
    command: SendAgreedMessage,
    *,
    contact: Conversation,
    staff_id: str,
    now: Millis,
) -> None:
    """The message is whose the contact is, and nobody else's (R118); what was agreed stands beside it.

    Raises `LookupError` where the contact is nobody's: ask `is_somebodys` first.
    """
    persons, known = tables.conversation_persons, tables.identifications.c
    found = connection.execute(
        select(persons.c.identification, known.behalf_key)
        .join_from(persons, tables.identifications, known.row == persons.c.identification)
        .where(persons.c.conversation == contact.row)
    ).one_or_none()
    if found is None:
        raise LookupError("the contact is nobody's")
    connection.execute(
        insert(persons).values(conversation=new.row, identification=found.identification, fact_number=0)
    )
    connection.execute(
        insert(tables.agreed_messages).values(
            conversation=new.row,
            contact=contact.row,
            purpose=command.purpose.value,
            recipient="customer" if found.behalf_key is None else "on_behalf",
            agreed_how=command.agreed_how.value,
            agreed_on=command.agreed_on.isoformat(),
            staff_id=staff_id,
            is_one_way=command.is_one_way,
            sent_at=now,
        )
    )
