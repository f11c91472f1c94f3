"""Rules of help calls: why nobody can be called, let go, answered or relieved now."""

from __future__ import annotations

from typing import assert_never

from app.domain.desk_state import Capability
from app.domain.help_call import (
    AnswerHelpCall,
    CallForHelp,
    HelpCall,
    HelpCommand,
    JoinConversation,
    LeaveConversation,
    TakeOver,
    WithdrawHelpCall,
)
from app.domain.ids import StaffId
from app.domain.marks import LANGUAGE_HELP
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen


def check_help(seen: Seen, command: HelpCommand) -> Problem | None:
    """Why not, beside being responsible and the text, which are checked as everywhere."""
    call = seen.confirmed.help_calls.get(command.conversation_id)
    me = seen.confirmed.me.staff_id
    under_way = command.conversation_id in seen.helping
    match command:
        case CallForHelp():
            # What the backend called for while her line was away gives way to what she says herself.
            stands = call is not None and not call.is_holder_away and not _is_over_barrier(call, command)
            problem = ProblemCode.HELP_CALLED if stands else None
        case WithdrawHelpCall():
            is_mine = call is not None and call.by.staff_id == me
            problem = None if is_mine else ProblemCode.HELP_OVER
        case AnswerHelpCall() | TakeOver() | JoinConversation() | LeaveConversation():
            if Capability.SUPERVISE not in seen.confirmed.capabilities:
                return Problem(ProblemCode.NOT_ALLOWED)
            is_there = (
                call is not None
                and call.by.staff_id != me
                and call.responsibility_version == command.responsibility_version
            )
            other = _joined_by_another(call, me) if call is not None and is_there else None
            if other is not None and isinstance(command, AnswerHelpCall | JoinConversation):
                return Problem(ProblemCode.ALREADY_JOINED, by_name=other)
            if isinstance(command, LeaveConversation):
                is_there = is_there and seen.confirmed.is_joined(command.conversation_id)
            problem = None if is_there else ProblemCode.HELP_OVER
        case _:
            assert_never(command)
    if problem is not None:
        return Problem(problem)
    return Problem(ProblemCode.UNDER_WAY) if under_way else None


def _is_over_barrier(call: HelpCall, command: CallForHelp) -> bool:
    """Whether it says of a call that stands what could not be known before: a language barrier."""
    return command.about in LANGUAGE_HELP and command.about is not call.language_barrier


def _joined_by_another(call: HelpCall, me: StaffId) -> str | None:
    """The name of another supervisor who reads along, or None."""
    is_another = call.joined_at is not None and call.helper is not None and call.helper.staff_id != me
    return call.helper.display_name if is_another and call.helper is not None else None
