"""Calling: claimed now or never, dialled by her, recorded however late the line is, once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta

import pytest

from app.desk import callback_views as views
from app.desk.calls import Calls, Write
from app.domain.callback import AttemptOutcome, Callback, CallbackReason, CallbackState, Unmet
from app.domain.callback_commands import CallbackCommand, ClaimCallback, RecordAttempt, ReleaseCallback
from app.domain.calling_time import Calling, CallingHours
from app.domain.commands import Durability, durability, harms_when_late
from app.domain.desk_state import Capability
from app.domain.dialled import Dialled
from app.domain.ids import CallbackId, CommandId
from app.domain.moment import Moment
from app.domain.pending import Happening, Pending, Stage, step
from app.domain.problems import Problem, ProblemCode
from app.domain.rules import check
from tests.support.callback_builders import FIRST, ONE_MISS, SECOND, TWO_MISSES, a_callback, mine
from tests.support.desk_builders import JOHAN, NINE_O_CLOCK, what_is_seen
from tests.support.fakes import Disk, MemoryCalls, Writes
from tests.support.still_desk import StillDesk, at_once

RECORD = RecordAttempt(FIRST, 2, AttemptOutcome.BUSY, NINE_O_CLOCK)
MOMENT = Moment(NINE_O_CLOCK, 0.0)


def test_a_claim_lapses_and_a_record_is_kept_and_never_asks():
    assert durability(ClaimCallback(FIRST)) is Durability.NOW_OR_NEVER
    assert durability(ReleaseCallback(FIRST, 2)) is Durability.NOW_OR_NEVER
    assert durability(RECORD) is Durability.KEEP
    assert not harms_when_late(RECORD)
    row = Pending(CommandId("0" * 32), RECORD, Stage.QUEUED, submitted=MOMENT, staged=MOMENT)
    for happening in (Happening.SIGNED_IN_ANEW, Happening.QUEUED_LONG, Happening.TOO_LATE):
        assert step(row, happening, MOMENT) is None


@pytest.mark.parametrize(
    ("callback", "command", "code"),
    [
        (a_callback(), ClaimCallback(SECOND), ProblemCode.NOT_FOUND),
        (mine(holder=JOHAN), ClaimCallback(FIRST), ProblemCode.ALREADY_CLAIMED),
        (a_callback(state=CallbackState.CLOSED), ClaimCallback(FIRST), ProblemCode.CALLBACK_CLOSED),
        (a_callback(), ReleaseCallback(FIRST, 1), ProblemCode.NOT_HELD),
        (mine(responsibility_version=4), ReleaseCallback(FIRST, 2), ProblemCode.RESPONSIBILITY_MOVED),
        (mine(holder=JOHAN), RECORD, ProblemCode.NOT_HELD),
        (mine(responsibility_version=1), RECORD, ProblemCode.RESPONSIBILITY_MOVED),
    ],
)
def test_what_cannot_be_is_refused_before_it_is_queued(
    callback: Callback, command: CallbackCommand, code: ProblemCode
):
    problem = check(what_is_seen(callbacks=(callback,)), command, NINE_O_CLOCK)
    assert problem is not None
    assert problem.code is code


@pytest.mark.parametrize(
    "callback",
    [
        a_callback(responsibility_version=3),
        mine(holder=JOHAN, responsibility_version=4),
        a_callback(responsibility_version=5),
        a_callback(responsibility_version=2, state=CallbackState.CLOSED),
        mine(attempts=(replace(ONE_MISS[0], at=NINE_O_CLOCK),)),
        a_callback(
            responsibility_version=3, attempts=(*TWO_MISSES, TWO_MISSES[0]), state=CallbackState.CLOSED
        ),
    ],
)
def test_a_call_that_has_happened_is_told_whatever_became_of_the_request(callback: Callback):
    """R111: returned, claimed by others, tried by others, closed: whose call it was the backend knows."""
    assert check(what_is_seen(callbacks=(callback,)), RECORD, NINE_O_CLOCK) is None


def test_a_call_is_told_when_the_calling_time_has_changed_since_she_dialled():
    """R006: dialling goes by the calling time of then, and telling of it by none; the backend knows both."""
    desk = StillDesk(what_is_seen(callbacks=(mine(),)))
    assert isinstance(desk.calling.dial(FIRST), Dialled)
    afternoons = CallingHours(None, (0, 1, 2, 3, 4), time(13), time(14), time(16))
    confirmed = replace(desk.seen.confirmed, calling=Calling((afternoons,)))
    desk.show(replace(desk.seen, confirmed=confirmed))
    assert desk.calling.dial(FIRST) == Problem(ProblemCode.CALLING_CLOSED)
    assert not isinstance(desk.calling.record(FIRST, AttemptOutcome.BUSY), Problem)
    assert [type(each) for each in desk.submitted] == [RecordAttempt]


def test_who_may_not_call_is_refused_everything():
    seen = what_is_seen(callbacks=(mine(),), capabilities=frozenset(Capability) - {Capability.CALL})
    for command in (ClaimCallback(FIRST), ReleaseCallback(FIRST, 2), RECORD):
        assert check(seen, command, NINE_O_CLOCK) == Problem(ProblemCode.NOT_ALLOWED)


def test_the_fourth_attempt_is_nowhere_offered():
    """R111: neither as a request that is due nor as one that may be dialled."""
    closed = a_callback(
        attempts=(*TWO_MISSES, replace(TWO_MISSES[1], number=3)),
        state=CallbackState.CLOSED,
        closed_reason=CallbackReason.NOT_REACHED,
        closed_at=NINE_O_CLOCK,
    )
    seen = what_is_seen(callbacks=(closed,))
    assert views.todays_callbacks(seen, now=NINE_O_CLOCK) == ()
    assert views.next_callback(seen, now=NINE_O_CLOCK) is None
    detail = views.callback_detail(seen, FIRST, Dialled(FIRST, 2, NINE_O_CLOCK), now=NINE_O_CLOCK)
    assert detail is not None
    assert Unmet.ATTEMPTS_USED in detail.unmet


def test_the_next_is_the_first_that_is_due_and_free():
    later = a_callback(SECOND, due_at=NINE_O_CLOCK + timedelta(minutes=30))
    taken = mine(holder=JOHAN)
    assert views.next_callback(what_is_seen(callbacks=(later, taken)), now=NINE_O_CLOCK) is None
    due = what_is_seen(callbacks=(later, taken))
    assert views.next_callback(due, now=NINE_O_CLOCK + timedelta(minutes=30)) == SECOND


def test_of_those_due_at_the_same_moment_whoever_asked_first_is_first():
    asked_first = a_callback(SECOND, requested_at=NINE_O_CLOCK - timedelta(hours=14))
    asked_last = a_callback(FIRST, requested_at=NINE_O_CLOCK - timedelta(hours=2))
    rows = views.callback_rows(what_is_seen(callbacks=(asked_last, asked_first)), now=NINE_O_CLOCK)
    assert [row.callback_id for row in rows] == [SECOND, FIRST]


def test_a_record_takes_the_call_with_it_and_a_refused_one_leaves_it():
    desk = StillDesk(what_is_seen(callbacks=(mine(),)))
    assert isinstance(desk.calling.dial(FIRST), Dialled)
    desk.show(what_is_seen(callbacks=()))
    assert isinstance(desk.calling.record(FIRST, AttemptOutcome.BUSY), Problem)
    assert desk.calling.dialled(FIRST) is not None
    desk.show(what_is_seen(callbacks=(mine(),)))
    assert not isinstance(desk.calling.record(FIRST, AttemptOutcome.BUSY), Problem)
    assert desk.calling.dialled(FIRST) is None
    assert desk.calling.record(FIRST, AttemptOutcome.BUSY) == Problem(ProblemCode.NOT_HELD)


def test_calls_forgets_nothing_but_what_it_is_told():
    calls = Calls(MemoryCalls(Writes(Disk())), soon=at_once)
    calls.note(Dialled(FIRST, 2, NINE_O_CLOCK), then=lambda: None)
    calls.forget(SECOND)
    assert calls.of(FIRST) == Dialled(FIRST, 2, NINE_O_CLOCK)


def test_a_call_of_before_a_kill_is_asked_about_until_its_record_is_on_its_way():
    """R111: a killed desk loses no attempt; a record in the outbox is not asked for again."""
    after = Calls(MemoryCalls(Writes(Disk())), soon=at_once)
    kept = (Dialled(FIRST, 2, NINE_O_CLOCK), Dialled(SECOND, 2, NINE_O_CLOCK))
    row = Pending(CommandId("0" * 32), RECORD, Stage.QUEUED, submitted=MOMENT, staged=MOMENT)
    after.restore(kept, [row])
    assert after.all() == (kept[1],)


@pytest.mark.parametrize(
    ("callback", "is_asked"),
    [
        (mine(), True),
        (a_callback(responsibility_version=3), True),
        (a_callback(responsibility_version=4), True),
        (a_callback(state=CallbackState.CLOSED, responsibility_version=2), True),
        (a_callback(), False),
        (a_callback(SECOND), False),
    ],
)
def test_nothing_is_asked_of_a_call_that_nobody_can_record_any_more(callback: Callback, is_asked: bool):
    """Gone back to the list, claimed by somebody else or closed is no hindrance; gone is one."""
    call = Dialled(FIRST, 2, NINE_O_CLOCK)
    assert views.unrecorded(what_is_seen(callbacks=(callback,)), [call]) == ((call,) if is_asked else ())


def test_a_call_can_be_told_of_on_the_days_after_others_closed_its_request():
    """I7: taken back or lapsed on a day when she was away; without a call of hers it stands nowhere."""
    closed = a_callback(
        state=CallbackState.CLOSED,
        responsibility_version=2,
        closed_reason=CallbackReason.LAPSED,
        closed_at=NINE_O_CLOCK - timedelta(days=1),
    )
    seen, call = what_is_seen(callbacks=(closed,)), Dialled(FIRST, 2, NINE_O_CLOCK - timedelta(days=3))
    assert views.callback_rows(seen, now=NINE_O_CLOCK) == ()
    (row,) = views.callback_rows(seen, now=NINE_O_CLOCK, calls=[call])
    assert (row.group, row.is_unrecorded) == (views.Group.HANDLED, True)
    detail = views.callback_detail(seen, FIRST, call, now=NINE_O_CLOCK)
    assert detail is not None
    assert detail.may_record
    assert views.lapsed_today(seen, now=NINE_O_CLOCK) == 0


@pytest.mark.asyncio
async def test_a_call_is_on_the_disk_from_the_dial_to_its_record():
    """Nothing is asked on the screen that a kill a moment later would make forgotten."""
    disk = Disk()
    backlog: list[tuple[Write, Callable[[], None]]] = []

    def soon(write: Write, *, then: Callable[[], None] = lambda: None) -> None:
        backlog.append((write, then))

    async def tried() -> None:
        write, then = backlog.pop()
        await write()
        then()

    asked: list[CallbackId] = []
    calls = Calls(MemoryCalls(Writes(disk)), soon=soon)
    calls.note(Dialled(FIRST, 2, NINE_O_CLOCK), then=lambda: asked.append(FIRST))
    assert (calls.all(), asked) == ((), [])
    await tried()
    assert disk.calls == {FIRST: Dialled(FIRST, 2, NINE_O_CLOCK)}
    assert (calls.of(FIRST), asked) == (Dialled(FIRST, 2, NINE_O_CLOCK), [FIRST])
    calls.forget(FIRST)
    await tried()
    assert disk.calls == {}


def test_a_call_recorded_before_the_next_one_is_written_is_not_asked_about_again():
    backlog: list[Callable[[], None]] = []

    def soon(_write: Write, *, then: Callable[[], None] = lambda: None) -> None:
        backlog.append(then)

    calls = Calls(MemoryCalls(Writes(Disk())), soon=soon)
    calls.note(Dialled(FIRST, 2, NINE_O_CLOCK), then=lambda: None)
    backlog.pop()()
    calls.note(Dialled(FIRST, 2, NINE_O_CLOCK + timedelta(minutes=1)), then=lambda: None)
    calls.forget(FIRST)
    for then in backlog:
        then()
    assert calls.all() == ()


def test_her_own_call_that_is_not_recorded_stands_first_of_todays():
    callbacks = (a_callback(SECOND), mine(due_at=NINE_O_CLOCK + timedelta(days=1)))
    call = Dialled(FIRST, 2, NINE_O_CLOCK)
    rows = views.todays_callbacks(what_is_seen(callbacks=callbacks), now=NINE_O_CLOCK, calls=(call,))
    assert [(row.callback_id, row.is_unrecorded) for row in rows] == [(FIRST, True), (SECOND, False)]
