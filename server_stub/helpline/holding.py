"""holding: Whether a conversation is held: what all commands that offer, move or call for help ask first."""

from server_stub.helpline.conversation_values import Conversation, ConversationState
from server_stub.helpline.values import Problem


def not_held(found: Conversation, version: int) -> Problem | None:
    """Why a command of its holder comes too late: it does not go on, or not under that responsibility."""
    if found.state == ConversationState.CLOSED:
        return Problem("conversation_closed")
    if found.state == ConversationState.ENDED:
        return Problem("conversation_ended")
    if found.state != ConversationState.HELD or found.responsibility_version != version:
        return Problem("responsibility_moved")
    return None
