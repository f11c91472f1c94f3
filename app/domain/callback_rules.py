"""Rules of callback requests: what cannot be is refused before it is queued."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from app.domain.callback import (
    Callback,
    CallbackState,
    Unmet,
)
from app.domain.callback_commands import CallbackCommand, ClaimCallback, RecordAttempt, ReleaseCallback
from app.domain.calling_time import Wish, is_calling_time, next_calling_time
from app.domain.desk_state import Capability
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen


def check_callback(seen: Seen, command: CallbackCommand, now: datetime) -> Problem | None:
    """Why the command cannot be, or None. ``now`` is the backend's clock."""
    if Capability.CALL not in seen.confirmed.capabilities:
        return Problem(ProblemCode.NOT_ALLOWED)
    callback = seen.confirmed.callbacks.get(command.callback_id)
    if callback is None:
        return Problem(ProblemCode.NOT_FOUND)
    match command:
        case ClaimCallback():
            return _cannot_claim(seen, callback, now)
        case ReleaseCallback():
            return _closed(callback) or _not_hers(seen, callback, command.responsibility_version)
        case RecordAttempt():
            return _cannot_record(seen, callback, command)
    assert_never(command)


def _cannot_claim(seen: Seen, callback: Callback, now: datetime) -> Problem | None:
    if callback.state is CallbackState.CLAIMED and callback.holder is not None:
        return Problem(ProblemCode.ALREADY_CLAIMED, by_name=callback.holder.display_name)
    if callback.callback_id in seen.claiming_callbacks:
        return Problem(ProblemCode.UNDER_WAY)
    if not seen.presence.takes_work:
        return Problem(ProblemCode.NOT_AVAILABLE, presence=seen.presence)
    calling = seen.confirmed.calling
    if not is_calling_time(now, calling):
        return Problem(ProblemCode.CALLING_CLOSED, opens_at=next_calling_time(now, Wish.ANY, calling))
    return _closed(callback)


def _cannot_record(seen: Seen, callback: Callback, command: RecordAttempt) -> Problem | None:
    if callback.callback_id in seen.recording:
        return Problem(ProblemCode.UNDER_WAY)
    version = command.responsibility_version
    is_present = callback.state is not CallbackState.CLOSED and version == callback.responsibility_version
    if version > callback.responsibility_version:
        return Problem(ProblemCode.RESPONSIBILITY_MOVED)
    if is_present and (problem := _not_hers(seen, callback, version)) is not None:
        return problem
    # Of a call that was dialled before the request was closed, or went on to others, the backend knows whose
    # it was. The rules were held against it when she dialled; neither what others have tried meanwhile nor a
    # county that has changed its calling time since can undo it.
    return None


def problem_of(broken: Unmet) -> Problem:
    """The rule that is not met, as a problem with a sentence."""
    return Problem(ProblemCode(broken.value))


def _closed(callback: Callback) -> Problem | None:
    return Problem(ProblemCode.CALLBACK_CLOSED) if callback.state is CallbackState.CLOSED else None


def _not_hers(seen: Seen, callback: Callback, version: int) -> Problem | None:
    is_hers = callback.holder is not None and callback.holder.staff_id == seen.confirmed.me.staff_id
    if not is_hers:
        return Problem(ProblemCode.NOT_HELD)
    if callback.responsibility_version != version:
        return Problem(ProblemCode.RESPONSIBILITY_MOVED)
    return None
