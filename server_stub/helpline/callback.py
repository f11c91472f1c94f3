"""The life of a callback request: `decide(situation, command)` → a decision or a problem. Pure.

    (nothing) ── RequestCallback ──► waiting ── ClaimCallback ──────────────────────► claimed
                                      │  ▲                                            │ │ │
                                      │  ├── ReleaseCallback ─────────────────────────┘ │ │
                                      │  ├── the holder is away · the calling time ends ┘ │
                                      │  └── RecordAttempt: missed, tries left ───────────┤
      WithdrawCallback (also claimed) │                                                   │
                                      ▼                                                   │
                                    closed ◄── RecordAttempt: reached · wrong number ─────┘
                                               · declined · the third miss (not reached)
    waiting ── LapseRequest ──► closed: nobody has called it to its end within the service model's days


A call that closes its request is wrapped up with the same record, in the codes of conversations. Every such
call leaves a row, and nothing in it is needed: no number stays locked for want of a reason (decision 29).

A call that was dialled while the claim was hers can be told of whatever became of the request since: it
counts as a try, also in one that is closed, where it changes no state.

The customer is tried at most three times (R111), in the service model's calling time (R006, R112), at least
60 minutes apart, in the half of the day she wished for, and not all three times in one half-day (domain.md
B4). An identified customer may book a window of it instead: she is first called when that has begun (R114).
One number is never in two people's hands: a request waits while another with the same number is claimed.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final, NamedTuple, assert_never

from server_stub.helpline.actors import Actor, ClockActor, CustomerActor, StaffActor
from server_stub.helpline.booking import Window
from server_stub.helpline.callback_values import (
    ATTEMPT_BUDGET,
    Attempt,
    AttemptOutcome,
    AttemptRecorded,
    Callback,
    CallbackClaimed,
    CallbackClosed,
    CallbackClosedReason,
    CallbackCommand,
    CallbackDecision,
    CallbackNumberShown,
    CallbackRequested,
    CallbackReturned,
    CallbackState,
    CallWrapUp,
    Claim,
    ClaimCallback,
    LapseRequest,
    RecordAttempt,
    ReleaseCallback,
    RequestCallback,
    ReturnClaim,
    ReturnReason,
    Told,
    WithdrawCallback,
    claim_of,
    wish_of,
)
from server_stub.helpline.calling_time import (
    CLOSES_AFTER_DAYS,
    DAY_MS,
    Calling,
    Wish,
    calling_ends,
    fits,
    half_day,
    is_calling_time,
    next_calling_time,
    next_half_day,
)
from server_stub.helpline.presence import AT_FIRST, Presence, cannot_take
from server_stub.helpline.roles import SERVING_ADVICE
from server_stub.helpline.service_model import Service
from server_stub.helpline.values import Millis, Problem, queue_address, staff_address
from server_stub.helpline.wrap_up import unknown_codes

APART_MS: Final = 60 * 60 * 1000
SKEW_MS: Final = 60 * 1000
"""How far a workstation's idea of the backend's clock may be off."""
REQUESTS_A_DAY: Final = 3
"""Requests that one number may be left in within 24 hours (trust.md U10)."""

CLOSES: Final[Mapping[AttemptOutcome, CallbackClosedReason]] = MappingProxyType(
    {
        AttemptOutcome.REACHED: CallbackClosedReason.REACHED,
        AttemptOutcome.WRONG_NUMBER: CallbackClosedReason.WRONG_NUMBER,
        AttemptOutcome.DECLINED: CallbackClosedReason.DECLINED,
    }
)
"""Outcomes after which nobody calls again; the other three are misses."""


class CallbackSituation(NamedTuple):
    """All that a decision may depend on, gathered inside the write transaction.

    `admission` is the queue a request would lead to, or why it may not; `in_use_by` names who has claimed
    another request with the same number; `number_free_at` is when that number may be left again, where it was
    left too often; `last_tried_at` is the last try of that number, in any request,
    that was told of before she claimed this one;
    `windows` are those she may book; `callers` are the roles that call customers back;
    `service` is the request's in the model in force, of `model_version` and in force since `model_since`;
    `closes_after_ms` is how long a request may stand open;
    `lease_at` is when the holder was last seen; `presence` is what a claimer says of herself.
    """

    now: Millis
    actor: Actor
    calling: Calling
    callback: Callback | None = None
    admission: str | Problem = Problem("unknown_topic")
    has_open_callback: bool = False
    number_free_at: Millis | None = None
    new_callback_id: str = ""
    windows: tuple[Window, ...] = ()
    callers: frozenset[str] = SERVING_ADVICE
    in_use_by: str | None = None
    last_tried_at: Millis | None = None
    lease_at: Millis = 0
    hold_lapses_ms: Millis = 600_000
    closes_after_ms: Millis = CLOSES_AFTER_DAYS * DAY_MS
    presence: Presence = AT_FIRST
    service: Service | None = None
    model_version: int = 0
    model_since: Millis = 0


def decide(situation: CallbackSituation, command: CallbackCommand) -> CallbackDecision | Problem:
    """What `command` leads to in `situation`."""
    match command:
        case RequestCallback():
            return _request(situation, command)
        case WithdrawCallback():
            return _withdraw(situation)
        case ClaimCallback():
            return _claim(situation)
        case ReleaseCallback():
            return _release(situation, command)
        case RecordAttempt():
            return _record(situation, command)
        case ReturnClaim():
            return _look(situation, command)
        case LapseRequest():
            return _lapse(situation)
        case _:
            assert_never(command)


def may_see(callback: Callback, actor: Actor) -> bool:
    """Whether the request exists for this actor; a customer's own is found by her session."""
    match actor:
        case StaffActor():
            return callback.queue_id in actor.queues or callback.holder_id == actor.staff_id
        case CustomerActor() | ClockActor():
            return True
        case _:
            assert_never(actor)


def cannot_call(
    callback: Callback,
    at: Millis,
    *,
    last_tried_at: Millis | None,
    calling: Calling,
    model_since: Millis = 0,
) -> Problem | None:
    """Why nobody may dial this request's number at `at`, with the first moment at which one may; or None.

    Of a call from before `model_since` nothing is known of the calling time of then, and nothing is held
    against it that goes by it: a county that changes its hours undoes no call.
    """
    if len(callback.attempts) >= ATTEMPT_BUDGET:
        return Problem("attempts_used")
    opens_at = first_call(callback, at, last_tried_at=last_tried_at, calling=calling)
    is_of_this_model = at >= model_since
    if is_of_this_model and not is_calling_time(at, calling):
        return Problem("calling_closed", {"opens_at": opens_at})
    if last_tried_at is not None and at < last_tried_at + APART_MS:
        return Problem("attempt_too_soon", {"opens_at": opens_at})
    if at < _booked_from(callback):
        return Problem("before_booked_time", {"opens_at": opens_at})
    if not is_of_this_model:
        return None
    if not fits(at, wish_of(callback), calling):
        return Problem("outside_wish", {"opens_at": opens_at})
    if _is_third_in_one_half_day(callback, at, calling):
        return Problem("same_half_day", {"opens_at": opens_at})
    return None


def first_call(callback: Callback, at: Millis, *, last_tried_at: Millis | None, calling: Calling) -> Millis:
    """The first moment from `at` on at which the number may be dialled."""
    earliest = at if last_tried_at is None else max(at, last_tried_at + APART_MS)
    earliest = max(earliest, _booked_from(callback))
    first = next_calling_time(earliest, wish_of(callback), calling)
    if _is_third_in_one_half_day(callback, first, calling):
        return next_calling_time(next_half_day(first, calling), wish_of(callback), calling)
    return first


def proposed(after: Millis, wish: Wish, calling: Calling) -> Millis:
    """When to try again after a miss: another half-day, an hour later at least (domain.md B4)."""
    return next_calling_time(max(next_half_day(after, calling), after + APART_MS), wish, calling)


def _booked_from(callback: Callback) -> Millis:
    """Before when she is not called; once she was tried, her window is over and anybody's turn is hers."""
    return 0 if callback.attempts or callback.booked_from is None else callback.booked_from


def _is_third_in_one_half_day(callback: Callback, at: Millis, calling: Calling) -> bool:
    if len(callback.attempts) != ATTEMPT_BUDGET - 1:
        return False
    return {half_day(attempt.at, calling) for attempt in callback.attempts} == {half_day(at, calling)}


def _request(situation: CallbackSituation, command: RequestCallback) -> CallbackDecision | Problem:
    if situation.has_open_callback:
        return Problem("callback_exists")
    if isinstance(situation.admission, Problem):
        return situation.admission
    if situation.number_free_at is not None and situation.number_free_at > situation.now:
        wait_ms = situation.number_free_at - situation.now
        return Problem("throttled", {"retry_after_s": wait_ms // 1000 + 1})
    window = _window(situation, command)
    if isinstance(window, Problem):
        return window
    wish = Wish(command.wish) if window is None else Wish.ANY
    first_at = situation.now if window is None else window.begins_at
    requested = Callback(
        row=None,
        callback_id=situation.new_callback_id,
        state=CallbackState.WAITING,
        queue_id=situation.admission,
        language=command.language,
        service_id=command.service_id,
        topic_id=command.topic_id,
        phone=command.phone,
        wish=wish,
        may_leave_voicemail=command.may_leave_voicemail,
        text=command.text,
        requested_at=situation.now,
        due_at=next_calling_time(first_at, wish, situation.calling),
        holder_id=None,
        holder_name=None,
        claimed_at=None,
        returns_at=None,
        responsibility_version=1,
        closed_reason=None,
        closed_at=None,
        booked_from=None if window is None else window.begins_at,
        booked_until=None if window is None else window.ends_at,
        is_identified=_is_identified(situation.actor),
    )
    return CallbackDecision(requested, (_to_queue(requested, CallbackRequested(requested)),))


def _window(situation: CallbackSituation, command: RequestCallback) -> Window | Problem | None:
    """The window she books; None: she books none."""
    if command.booked_from is None:
        return None
    if not _is_identified(situation.actor):
        return Problem("identification_needed")
    free = (each for each in situation.windows if each.begins_at == command.booked_from)
    return next(free, Problem("booked_time_gone"))


def _is_identified(actor: Actor) -> bool:
    return isinstance(actor, CustomerActor) and actor.identification is not None


def _withdraw(situation: CallbackSituation) -> CallbackDecision | Problem:
    found = situation.callback
    if found is None:
        return Problem("not_found")
    if found.state == CallbackState.CLOSED:
        return Problem("callback_closed")
    return _closed(found, CallbackClosedReason.WITHDRAWN, situation.now)


def _claim(situation: CallbackSituation) -> CallbackDecision | Problem:
    found, actor = _reachable(situation), situation.actor
    if isinstance(found, Problem) or not isinstance(actor, StaffActor):
        return found if isinstance(found, Problem) else Problem("not_found")
    if not actor.roles & situation.callers:
        return Problem("not_allowed")
    if found.state == CallbackState.CLAIMED:
        return Problem("already_claimed", {"by_name": found.holder_name})
    if found.state == CallbackState.CLOSED:
        return Problem("callback_closed")
    if (problem := cannot_take(situation.presence)) is not None:
        return problem
    if situation.in_use_by is not None:
        return Problem("number_in_use", {"by_name": situation.in_use_by})
    if not is_calling_time(situation.now, situation.calling):
        opens_at = next_calling_time(situation.now, Wish.ANY, situation.calling)
        return Problem("calling_closed", {"opens_at": opens_at})
    after = found._replace(
        state=CallbackState.CLAIMED,
        holder_id=actor.staff_id,
        holder_name=actor.display_name,
        claimed_at=situation.now,
        returns_at=min(
            situation.now + situation.hold_lapses_ms, calling_ends(situation.now, situation.calling)
        ),
        responsibility_version=found.responsibility_version + 1,
        claims=(
            *found.claims,
            Claim(found.responsibility_version + 1, actor.staff_id, situation.now),
        ),
    )
    claimed = CallbackClaimed(actor.staff_id, actor.display_name, after.responsibility_version)
    shown = Told(CallbackNumberShown(), (staff_address(actor.staff_id),))
    return CallbackDecision(after, (_to_queue(after, claimed), shown))


def _release(situation: CallbackSituation, command: ReleaseCallback) -> CallbackDecision | Problem:
    found = _reachable(situation)
    if isinstance(found, Problem):
        return found
    if found.state == CallbackState.CLOSED:
        return Problem("callback_closed")
    if not _holds(situation.actor, found, command.responsibility_version):
        return Problem("responsibility_moved")
    return _returned(found, ReturnReason.RELEASED, situation.now)


def _record(situation: CallbackSituation, command: RecordAttempt) -> CallbackDecision | Problem:
    found, actor = situation.callback, situation.actor
    if found is None or not isinstance(actor, StaffActor):
        return Problem("not_found")
    claim = claim_of(found, actor.staff_id, command.responsibility_version)
    if claim is None:
        return _never_hers(found, actor)
    at = _dialled_at(situation, claim, command)
    if at is None:
        return Problem("responsibility_moved")
    refused = cannot_call(
        _as_claimed(found, claim),
        at,
        last_tried_at=situation.last_tried_at,
        calling=situation.calling,
        model_since=situation.model_since,
    )
    if refused is not None:
        return refused
    wrap_up = command.wrap_up
    if wrap_up is not None:
        unknown = unknown_codes(
            *(wrap_up.contact_reasons, wrap_up.outcome, wrap_up.service_model_version),
            service=situation.service,
            version=situation.model_version,
        )
        if unknown is not None:
            return unknown
    number, told = len(found.attempts) + 1, situation.now
    call = Attempt(number, at, actor.staff_id, actor.display_name, command.outcome, told)
    return _tried(situation, command, found, claim, call)


def _tried(
    situation: CallbackSituation, command: RecordAttempt, found: Callback, claim: Claim, call: Attempt
) -> CallbackDecision:
    """What follows from a call that may be told of."""
    outcome = AttemptOutcome(command.outcome)
    attempts = (*found.attempts, call)
    is_over = found.state == CallbackState.CLOSED
    # Told late, it need not be the last that was dialled.
    last = max(each.at for each in attempts)
    due_at = found.due_at if is_over else proposed(last, wish_of(found), situation.calling)
    told = tuple(each._replace(is_recorded=True) if each == claim else each for each in found.claims)
    tried = found._replace(attempts=attempts, claims=told, due_at=due_at)
    recorded = _to_queue(tried, AttemptRecorded(call, due_at), claim.staff_id)
    nothing_said = CallWrapUp((), None, "", situation.model_version)
    reason = CLOSES.get(outcome)
    if reason is None and call.number >= ATTEMPT_BUDGET:
        reason = CallbackClosedReason.NOT_REACHED
    if is_over:
        is_wrapped_up = outcome in CLOSES or command.wrap_up is not None
        said = (command.wrap_up or nothing_said) if is_wrapped_up else None
        return CallbackDecision(tried, (recorded,), said)
    if reason is not None:
        then = replace(_closed(tried, reason, situation.now), wrapped_up=command.wrap_up or nothing_said)
    elif found.holder_id == claim.staff_id and found.responsibility_version == claim.version:
        then = _returned(tried, ReturnReason.MISSED, situation.now)
    else:
        then = CallbackDecision(tried)
    return replace(then, facts=(recorded, *then.facts))


def _never_hers(found: Callback, actor: StaffActor) -> Problem:
    if not may_see(found, actor):
        return Problem("not_found")
    if found.state != CallbackState.CLOSED:
        return Problem("responsibility_moved")
    used = len(found.attempts) >= ATTEMPT_BUDGET
    return Problem("attempts_used" if used else "callback_closed")


def _as_claimed(found: Callback, claim: Claim) -> Callback:
    """The request as she knew it when she claimed it: what was told of later cannot forbid her a call that
    has happened.
    """
    known = tuple(attempt for attempt in found.attempts if attempt.recorded_at <= claim.begun_at)
    return found._replace(attempts=known)


def _dialled_at(situation: CallbackSituation, claim: Claim, command: RecordAttempt) -> Millis | None:
    """When the call was dialled, by the backend's clock as far as it can know; None: it was not hers to dial.

    Her workstation knows the backend's clock to within the line's delay, so its word is taken within the time
    of the claim. A record that was late keeps the moment of its call.
    """
    dialled = command.dialled_at
    if not claim.begun_at - SKEW_MS <= dialled <= situation.now + SKEW_MS:
        return None
    if claim.ended_at is None:
        return min(max(dialled, claim.begun_at), situation.now)
    return max(dialled, claim.begun_at) if dialled <= claim.ended_at else None


def _look(situation: CallbackSituation, command: ReturnClaim) -> CallbackDecision | Problem:
    found = situation.callback
    if found is None or found.state != CallbackState.CLAIMED or found.returns_at != command.at:
        return Problem("not_found")
    if not is_calling_time(situation.now, situation.calling) or situation.now >= calling_ends(
        situation.now, situation.calling
    ):
        return _returned(found, ReturnReason.CALLING_ENDED, situation.now)
    lapses_at = situation.lease_at + situation.hold_lapses_ms
    if lapses_at > situation.now:
        return CallbackDecision(
            found._replace(returns_at=min(lapses_at, calling_ends(situation.now, situation.calling)))
        )
    return _returned(found, ReturnReason.COUNSELLOR_AWAY, situation.now)


def _lapse(situation: CallbackSituation) -> CallbackDecision | Problem:
    """Closed by name and within the calling time, so that those who should have called see it happen.

    One that is claimed is in somebody's hands: it lapses when it has come back.
    """
    found = situation.callback
    if found is None or found.state != CallbackState.WAITING:
        return Problem("not_found")
    is_over = situation.now >= found.requested_at + situation.closes_after_ms
    if not is_over or not is_calling_time(situation.now, situation.calling):
        return Problem("not_found")
    return _closed(found, CallbackClosedReason.LAPSED, situation.now)


def _returned(found: Callback, reason: ReturnReason, now: Millis) -> CallbackDecision:
    after = _let_go(found, now)._replace(
        state=CallbackState.WAITING, responsibility_version=found.responsibility_version + 1
    )
    told = CallbackReturned(after.responsibility_version, reason)
    return CallbackDecision(after, (_to_queue(after, told, found.holder_id),))


def _closed(found: Callback, reason: CallbackClosedReason, now: Millis) -> CallbackDecision:
    after = _let_go(found, now)._replace(state=CallbackState.CLOSED, closed_reason=reason, closed_at=now)
    return CallbackDecision(after, (_to_queue(after, CallbackClosed(reason), found.holder_id),))


def _let_go(found: Callback, now: Millis) -> Callback:
    claims = tuple(each._replace(ended_at=now) if each.ended_at is None else each for each in found.claims)
    return found._replace(holder_id=None, holder_name=None, claimed_at=None, returns_at=None, claims=claims)


def _reachable(situation: CallbackSituation) -> Callback | Problem:
    found = situation.callback
    if found is None or not may_see(found, situation.actor):
        return Problem("not_found")
    return found


def _holds(actor: Actor, found: Callback, version: int) -> bool:
    return (
        isinstance(actor, StaffActor)
        and found.state == CallbackState.CLAIMED
        and found.holder_id == actor.staff_id
        and found.responsibility_version == version
    )


def _to_queue(
    callback: Callback,
    fact: CallbackRequested | CallbackClaimed | AttemptRecorded | CallbackReturned | CallbackClosed,
    former_id: str | None = None,
) -> Told:
    """Everybody who serves its queue sees what becomes of it: the same professionals call (R110).

    So does whoever has it, or had it until now: her queues may have been changed meanwhile.
    """
    hers = dict.fromkeys(each for each in (callback.holder_id, former_id) if each)
    return Told(fact, (queue_address(callback.queue_id), *map(staff_address, hers)))
