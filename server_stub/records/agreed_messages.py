"""What was said of a message that a professional sent as agreed, and whose it is."""

from sqlalchemy import Connection, insert, select

from server_stub.helpline.agreed_values import SendAgreedMessage
from server_stub.helpline.callback_values import Callback
from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.values import Millis
from server_stub.records import tables

Contact = Conversation | Callback
"""What an agreed message follows: a conversation or a call."""


def whose(connection: Connection, contact: Contact) -> int | None:
    """The row of who the contact is of; None while she is anonymous, and once it is erased."""
    if isinstance(contact, Callback):
        called = tables.callback_persons
        asked = select(called.c.identification).where(called.c.callback == contact.row)
    else:
        persons = tables.conversation_persons
        asked = select(persons.c.identification).where(persons.c.conversation == contact.row)
    return connection.execute(asked).scalar_one_or_none()


def keep(
    connection: Connection,
    new: Conversation,
    command: SendAgreedMessage,
    *,
    contact: Contact,
    staff_id: str,
    now: Millis,
) -> None:
    """The message is whose the contact is, and nobody else's (R118); what was agreed stands beside it.

    Raises `LookupError` where the contact is nobody's: ask `whose` first.
    """
    person = whose(connection, contact)
    if person is None:
        raise LookupError("the contact is nobody's")
    known = tables.identifications.c
    behalf = connection.execute(select(known.behalf_key).where(known.row == person)).scalar_one()
    connection.execute(
        insert(tables.conversation_persons).values(conversation=new.row, identification=person, fact_number=0)
    )
    is_call = isinstance(contact, Callback)
    connection.execute(
        insert(tables.agreed_messages).values(
            conversation=new.row,
            contact=None if is_call else contact.row,
            callback=contact.row if is_call else None,
            purpose=command.purpose.value,
            recipient="customer" if behalf is None else "on_behalf",
            agreed_how=command.agreed_how.value,
            agreed_on=command.agreed_on.isoformat(),
            staff_id=staff_id,
            is_one_way=command.is_one_way,
            sent_at=now,
        )
    )
