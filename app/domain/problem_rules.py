"""Rules of problem situations: why one cannot be begun, a step not ticked, or it not be ended."""

from __future__ import annotations

from app.domain.conversation import ConversationState
from app.domain.desk_state import Capability
from app.domain.problem_situation import BeginProblemSituation, ProblemCommand
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen


def check_problem_situation(seen: Seen, command: ProblemCommand) -> Problem | None:
    """Why not; or None."""
    head = seen.confirmed.heads.get(command.conversation_id)
    if Capability.WRITE not in seen.confirmed.capabilities:
        return Problem(ProblemCode.NOT_ALLOWED)
    if head is None or not seen.confirmed.is_mine(head):
        return Problem(ProblemCode.NOT_HELD)
    if head.responsibility_version != command.responsibility_version:
        return Problem(ProblemCode.RESPONSIBILITY_MOVED)
    if not isinstance(command, BeginProblemSituation):
        is_in_it = head.problem_situation is not None and command.conversation_id not in seen.ending_problems
        return None if is_in_it else Problem(ProblemCode.NO_PROBLEM_SITUATION)
    if head.state is ConversationState.ENDED:
        return Problem(ProblemCode.CONVERSATION_ENDED)
    if head.problem_situation is not None or command.conversation_id in seen.beginning_problems:
        return Problem(ProblemCode.UNDER_WAY)
    return None


def is_occupied(seen: Seen) -> bool:
    """Whether she is in a problem situation: then no new work comes to her, and she takes none."""
    return bool(seen.beginning_problems or seen.in_problems)
