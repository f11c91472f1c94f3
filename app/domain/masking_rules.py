"""Rules of masking by hand: a span that cannot be masked is refused before it is queued."""

from __future__ import annotations

from app.domain.masking import MaskSpan, masked_by_hand
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen


def unfit_span(seen: Seen, command: MaskSpan) -> Problem | None:
    """Why that span is not one of the message as it is seen. A second press while the first is under way is
    no second act.
    """
    if (command.conversation_id, command.seq) in seen.masking:
        return Problem(ProblemCode.UNDER_WAY)
    window = seen.confirmed.windows.get(command.conversation_id)
    messages = () if window is None else window.messages
    message = next((each for each in messages if each.seq == command.seq), None)
    if message is None or masked_by_hand(message.masked) != command.masked_before:
        return Problem(ProblemCode.MESSAGE_CHANGED)
    is_span = 0 <= command.start < command.end <= len(message.text)
    return None if is_span else Problem(ProblemCode.MESSAGE_CHANGED)
