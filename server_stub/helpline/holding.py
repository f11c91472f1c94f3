"""holding: Whether a conversation is held, and how it goes from one holder straight to another."""

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_values import Conversation, ConversationState
from server_stub.helpline.values import Millis, Problem


def is_over(found: Conversation) -> Problem | None:
    """Why a command about a talk that goes on comes too late."""
    match found.state:
        case ConversationState.ENDED:
            return Problem("conversation_ended")
        case ConversationState.CLOSED:
            return Problem("conversation_closed")
        case _:
            return None


def not_held(found: Conversation, version: int) -> Problem | None:
    """Why a command of its holder comes too late: it does not go on, or not under that responsibility."""
    if (problem := is_over(found)) is not None:
        return problem
    if found.state != ConversationState.HELD or found.responsibility_version != version:
        return Problem("responsibility_moved")
    return None


def handed_over(
    of: Conversation, to: StaffActor, *, by: tuple[str | None, str | None], message: str | None, now: Millis
) -> Conversation:
    """Hers from now on. `by` is who moved it, id and name; `message` is for her alone, not for a queue."""
    by_id, by_name = by
    return of._replace(
        holder_id=to.staff_id,
        holder_name=to.display_name,
        claimed_at=now,
        responsibility_version=of.responsibility_version + 1,
        hand_overs=of.hand_overs + 1,
        transferred_by_id=by_id,
        transferred_by_name=by_name,
        transferred_from=None,
        transferred_at=now,
        internal_message=message,
    )
