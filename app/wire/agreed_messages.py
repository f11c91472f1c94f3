"""Messages that a professional sends as agreed: the command to JSON and back."""

from __future__ import annotations

from app.domain.agreed_message import (
    AgreedCommand,
    AgreedHow,
    Purpose,
    SendAfterCall,
    SendAgreedMessage,
)
from app.domain.ids import CallbackId, CommandId, ConversationId
from app.wire.shapes import agreed_messages as shapes


def agreed_command_of(shape: shapes.SendAgreedMessage | shapes.SendAfterCall) -> AgreedCommand:
    """What was kept, read again."""
    purpose, how = Purpose(shape.purpose), AgreedHow(shape.agreed_how)
    rest = shape.text, purpose, how, shape.agreed_on, shape.is_one_way
    if isinstance(shape, shapes.SendAfterCall):
        return SendAfterCall(CallbackId(shape.callback_id), *rest)
    return SendAgreedMessage(ConversationId(shape.conversation_id), *rest)


def agreed_shape_of(
    command: AgreedCommand, command_id: CommandId
) -> shapes.SendAgreedMessage | shapes.SendAfterCall:
    """As it goes out."""
    if isinstance(command, SendAfterCall):
        return shapes.SendAfterCall(
            command_id=command_id,
            callback_id=command.callback_id,
            text=command.text,
            purpose=command.purpose.value,
            agreed_how=command.agreed_how.value,
            agreed_on=command.agreed_on,
            is_one_way=command.is_one_way,
        )
    return shapes.SendAgreedMessage(
        command_id=command_id,
        conversation_id=command.conversation_id,
        text=command.text,
        purpose=command.purpose.value,
        agreed_how=command.agreed_how.value,
        agreed_on=command.agreed_on,
        is_one_way=command.is_one_way,
    )
