"""callback_values: The words of callback requests: the request, its attempts, commands, facts, decisions."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from server_stub.helpline.calling_time import Wish
from server_stub.helpline.values import Millis

ATTEMPT_BUDGET: Final = 3
"""How often a customer is tried (R111)."""


class CallbackState(StrEnum):
    """waiting ⇄ claimed → closed."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    CLOSED = "closed"


class AttemptOutcome(StrEnum):
    """What came of one try; glossary: attempt outcome."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    VOICEMAIL = "voicemail"
    WRONG_NUMBER = "wrong_number"
    DECLINED = "declined"


class CallbackClosedReason(StrEnum):
    """Why a request is closed."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    WRONG_NUMBER = "wrong_number"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class ReturnReason(StrEnum):
    """Why a claimed request waits again."""

    MISSED = "missed"
    RELEASED = "released"
    COUNSELLOR_AWAY = "counsellor_away"
    CALLING_ENDED = "calling_ended"


class Attempt(NamedTuple):
    """One try: when it was dialled, by whom, with what outcome. `number` counts from 1, in the order in which
    they were told; a call may be told of long after it was dialled, so `recorded_at` is another moment.
    """

    number: int
    at: Millis
    staff_id: str
    staff_name: str
    outcome: str
    recorded_at: Millis = 0


class Claim(NamedTuple):
    """Once somebody had it, under that responsibility version. A call dialled meanwhile may be told of later,
    once: whatever became of the request since.
    """

    version: int
    staff_id: str
    begun_at: Millis
    ended_at: Millis | None = None
    is_recorded: bool = False


class Callback(NamedTuple):
    """The aggregate: one customer's wish to be called. `phone` is E.164 and never leaves but to her caller.

    `due_at` is when the next try is proposed. `booked_from` and `booked_until` are the window she has booked,
    who has identified (R114). `returns_at` is when the claim is looked at: at the end of the
    calling time, or when its holder has been away. `claims` are all there were, the present one last.
    """

    row: int | None
    callback_id: str
    state: str
    queue_id: str
    language: str
    service_id: str
    topic_id: str
    phone: str
    wish: str
    may_leave_voicemail: bool
    text: str
    requested_at: Millis
    due_at: Millis
    holder_id: str | None
    holder_name: str | None
    claimed_at: Millis | None
    returns_at: Millis | None
    responsibility_version: int
    closed_reason: str | None
    closed_at: Millis | None
    attempts: tuple[Attempt, ...] = ()
    claims: tuple[Claim, ...] = ()
    booked_from: Millis | None = None
    booked_until: Millis | None = None
    is_identified: bool = False


# ------------------------------------------------------------------ commands


@dataclass(frozen=True, slots=True)
class RequestCallback:
    """A customer leaves a number. `phone` as she wrote it, until the counter has made it E.164.

    `booked_from` is when the window begins that she books, None where anybody may call when it is her turn.
    """

    service_id: str
    topic_id: str
    language: str
    phone: str
    wish: str
    may_leave_voicemail: bool
    text: str
    booked_from: Millis | None = None


@dataclass(frozen=True, slots=True)
class WithdrawCallback:
    """The customer need not be called any more."""


@dataclass(frozen=True, slots=True)
class ClaimCallback:
    """A counsellor takes a request, to call."""

    callback_id: str


@dataclass(frozen=True, slots=True)
class ReleaseCallback:
    """She gives it back untried."""

    callback_id: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class CallWrapUp:
    """What a call was about and what came of it, in codes of the service model of that version. `is_test`: a
    mystery customer or a test, left out of statistics (R104).
    """

    contact_reasons: tuple[str, ...]
    outcome: str | None
    notes: str
    service_model_version: int
    is_test: bool = False


@dataclass(frozen=True, slots=True)
class RecordAttempt:
    """She has dialled, at `dialled_at`, and tells what came of it; and what it was about, where it closes."""

    callback_id: str
    responsibility_version: int
    outcome: str
    dialled_at: Millis
    wrap_up: CallWrapUp | None = None


@dataclass(frozen=True, slots=True)
class ReturnClaim:
    """The clock looks at a claim: `at` names which look, so that it acts once."""

    callback_id: str
    at: Millis


@dataclass(frozen=True, slots=True)
class LapseRequest:
    """The clock closes a request that nobody has called to its end."""

    callback_id: str


StaffCallbackCommand = ClaimCallback | ReleaseCallback | RecordAttempt
CallbackCommand = RequestCallback | WithdrawCallback | StaffCallbackCommand | ReturnClaim | LapseRequest

# ------------------------------------------------------------------ facts


@dataclass(frozen=True, slots=True)
class CallbackRequested:
    """A customer wishes to be called; the request as it is then."""

    callback: Callback


@dataclass(frozen=True, slots=True)
class CallbackClaimed:
    """A counsellor has taken it; nobody else may dial."""

    holder_id: str
    holder_name: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class CallbackNumberShown:
    """The claimer has seen the whole number; it is filled in at delivery and kept in no fact."""


@dataclass(frozen=True, slots=True)
class AttemptRecorded:
    """One try, and when the next is proposed."""

    attempt: Attempt
    due_at: Millis


@dataclass(frozen=True, slots=True)
class CallbackReturned:
    """It waits again, for anybody who serves its queue."""

    responsibility_version: int
    reason: ReturnReason


@dataclass(frozen=True, slots=True)
class CallbackClosed:
    """Over, with a reason."""

    reason: CallbackClosedReason


CallbackFact = (
    CallbackRequested
    | CallbackClaimed
    | CallbackNumberShown
    | AttemptRecorded
    | CallbackReturned
    | CallbackClosed
)


@dataclass(frozen=True, slots=True)
class Told:
    """A fact about a request, and who gets it."""

    fact: CallbackFact
    audience: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CallbackDecision:
    """What a command leads to: the request after it, facts in order, and what
    is kept of a call that closed it.
    """

    callback: Callback
    facts: tuple[Told, ...] = ()
    wrapped_up: CallWrapUp | None = None


def claim_of(callback: Callback, staff_id: str, version: int) -> Claim | None:
    """Her claim of that version whose call she has not told of yet, or None."""
    for claim in callback.claims:
        if (claim.staff_id, claim.version) == (staff_id, version) and not claim.is_recorded:
            return claim
    return None


def wish_of(callback: Callback) -> Wish:
    """When its customer would like to be called."""
    return Wish(callback.wish)
