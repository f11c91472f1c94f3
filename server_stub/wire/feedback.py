"""feedback: What customers say of the service, as it comes in (CONTRACT.md section 3)."""

from typing import Annotated

import msgspec

from server_stub.helpline import feedback
from server_stub.wire.command_parts import Command, Id

Score = Annotated[int, msgspec.Meta(ge=1, le=feedback.BEST)]


class GiveFeedback(Command, frozen=True, tag="GiveFeedback"):
    """A customer says how a conversation that is over went."""

    conversation_id: Id = msgspec.field()
    score: Score | None = msgspec.field()
    text: str = msgspec.field()


def meaning(command: GiveFeedback) -> feedback.GiveFeedback:
    """The command in the words of the rules; its text as it came, not yet cleaned or covered."""
    return feedback.GiveFeedback(command.conversation_id, command.score, command.text)
