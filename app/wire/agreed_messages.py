"""Messages that a professional sends as agreed: the command to JSON and back."""

from __future__ import annotations

from app.domain.agreed_message import AgreedHow, Purpose, SendAgreedMessage
from app.domain.ids import CommandId, ConversationId
from app.wire.shapes import agreed_messages as shapes


def agreed_command_of(shape: shapes.SendAgreedMessage) -> SendAgreedMessage:
    """What was kept, read again."""
    return SendAgreedMessage(
        conversation_id=ConversationId(shape.conversation_id),
        text=shape.text,
        purpose=Purpose(shape.purpose),
        agreed_how=AgreedHow(shape.agreed_how),
        agreed_on=shape.agreed_on,
        is_one_way=shape.is_one_way,
    )


def agreed_shape_of(command: SendAgreedMessage, command_id: CommandId) -> shapes.SendAgreedMessage:
    """As it goes out."""
    return shapes.SendAgreedMessage(
        command_id=command_id,
        conversation_id=command.conversation_id,
        text=command.text,
        purpose=command.purpose.value,
        agreed_how=command.agreed_how.value,
        agreed_on=command.agreed_on,
        is_one_way=command.is_one_way,
    )
