"""Messages that professionals send as agreed, as they come in (CONTRACT.md section 3)."""

from datetime import date

from server_stub.helpline import agreed_values
from server_stub.helpline.agreed_values import AgreedHow, Purpose
from server_stub.wire.command_parts import Command, Id


class SendAgreedMessage(Command, frozen=True, tag="SendAgreedMessage"):
    """A professional writes to the customer of a contact of hers, as agreed."""

    conversation_id: Id
    text: str
    purpose: Purpose
    agreed_how: AgreedHow
    agreed_on: date
    is_one_way: bool


class SendAfterCall(Command, frozen=True, tag="SendAfterCall"):
    """A professional writes to the customer she has reached by phone, as agreed."""

    callback_id: Id
    text: str
    purpose: Purpose
    agreed_how: AgreedHow
    agreed_on: date
    is_one_way: bool


def agreed_meaning(command: SendAgreedMessage | SendAfterCall) -> agreed_values.SendAgreedMessage:
    """The command in the words of the rules."""
    return agreed_values.SendAgreedMessage(
        conversation_id=command.conversation_id if isinstance(command, SendAgreedMessage) else None,
        callback_id=command.callback_id if isinstance(command, SendAfterCall) else None,
        text=command.text,
        purpose=command.purpose,
        agreed_how=command.agreed_how,
        agreed_on=command.agreed_on,
        is_one_way=command.is_one_way,
    )
