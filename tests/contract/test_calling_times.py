"""Both halves judge alike when a number may be dialled, and when it is tried next."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import product

import msgspec
import pytest

from app.domain import callback as desk
from app.domain import calling_time as desk_time
from app.domain.conversation import Staff, Topic
from app.domain.ids import CallbackId, QueueId, StaffId
from app.wire.snapshot import decode_snapshot
from server_stub.helpline import callback as backend
from server_stub.helpline.callback_values import Attempt, Callback
from server_stub.helpline.calling_time import USUAL, Calling, CallingHours, CallingTimes, Wish, millis_of
from server_stub.helpline.service_model import ServiceModel
from server_stub.settings.days_off import days_off
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import read
from server_stub.wire.snapshots import calling_times_of
from tests.support import contract

DAYS_OFF = days_off([2026, 2027])
FROM_NINE: CallingTimes = (
    *USUAL,
    CallingHours(date(2026, 11, 23), (0, 1, 2, 4, 5), time(9), time(11, 30), time(15)),
)
"""Another calling time from a Monday on, Saturdays in it and Thursdays not."""
MAIJA = Staff(StaffId("a" * 32), "Maija")
WEEKS = [  # an ordinary week, both changes of the clock, Midsummer, Christmas, Easter
    *("2026-11-20", "2026-03-27", "2026-10-23", "2026-06-18", "2026-12-22", "2026-04-01"),
]
MOMENTS = [
    datetime.fromisoformat(day).replace(tzinfo=UTC) + timedelta(minutes=25 * step, seconds=step % 2)
    for day in WEEKS
    for step in range(5 * 24 * 60 // 25)
]
EDGES = [
    datetime.fromisoformat(f"2026-11-23T{clock}+02:00")
    for clock in (
        "08:59:59.999",
        "09:00",
        "11:29:59",
        "11:30",
        "15:00",
        "15:00:01",
        "07:59:59.999",
        "08:00",
        "11:59:59.999",
        "12:00",
        "16:00",
        "16:00:00.001",
        "16:00:01",
    )
]
TRIED = [(), ("2026-11-23T08:10+02:00",), ("2026-11-23T08:10+02:00", "2026-11-23T09:20+02:00")]


def both(wish: str, tried: tuple[str, ...]) -> tuple[Callback, desk.Callback]:
    times = [datetime.fromisoformat(each) for each in tried]
    ours = Callback(
        *(1, "d" * 32, "waiting", "q", "fi", "neuvonta", "perhe", "+358401234567", wish, False, "", 0, 0),
        *(None, None, None, None, 1, None, None),
        tuple(Attempt(n, millis_of(at), MAIJA.staff_id, "Maija", "busy") for n, at in enumerate(times, 1)),
    )
    theirs = desk.Callback(
        callback_id=CallbackId("d" * 32),
        state=desk.CallbackState.WAITING,
        queue_id=QueueId("q"),
        language="fi",
        service_id="neuvonta",
        topic=Topic("perhe", {}),
        masked_phone="",
        phone=None,
        wish=desk_time.Wish(wish),
        may_leave_voicemail=False,
        text="",
        requested_at=times[0] if times else EDGES[0],
        due_at=EDGES[0],
        attempts=tuple(desk.Attempt(n, at, MAIJA, desk.AttemptOutcome.BUSY) for n, at in enumerate(times, 1)),
        holder=None,
        claimed_at=None,
        responsibility_version=1,
        closed_reason=None,
        closed_at=None,
    )
    return ours, theirs


def the_same(times: CallingTimes) -> tuple[Calling, desk_time.Calling]:
    """The calling times of a county, as each half knows them: the desk's have crossed the wire."""
    model = read(find_resources() / "service_models" / "esimerkki.yaml")
    assert isinstance(model, ServiceModel)
    told = json.loads(msgspec.json.encode(calling_times_of(replace(model, calling_times=times))))
    raw = contract.examples("StaffSnapshot")[0].value
    assert isinstance(raw, dict)
    raw.update(calling_times=told, days_off=[day.isoformat() for day in sorted(DAYS_OFF)])
    assert contract.problems_of_ours("StaffSnapshot", raw) == []
    return Calling(times, DAYS_OFF), decode_snapshot(json.dumps(raw).encode()).calling


@pytest.mark.parametrize("times", [USUAL, FROM_NINE])
@pytest.mark.parametrize(("wish", "tried"), list(product(("any", "forenoon", "afternoon"), TRIED)))
def test_what_the_desk_says_is_not_met_is_what_the_backend_refuses(
    wish: str, tried: tuple[str, ...], times: CallingTimes
) -> None:
    """R006: by whatever calling time the service model says."""
    ours, theirs = both(wish, tried)
    calling, told = the_same(times)
    last = max((attempt.at for attempt in ours.attempts), default=None)
    for at in (*MOMENTS, *EDGES):
        refused = backend.cannot_call(ours, millis_of(at), last_tried_at=last, calling=calling)
        broken = desk.unmet(theirs, at, told)
        assert (refused.code if refused else None) == (broken[0].value if broken else None), at


@pytest.mark.parametrize("tried", TRIED)
def test_both_sides_wait_for_a_booked_time_alike(tried: tuple[str, ...]) -> None:
    """R114: until she was tried once."""
    ours, theirs = both("any", tried)
    begins, ends = datetime.fromisoformat("2026-11-23T10:00+02:00"), EDGES[-1]
    ours = ours._replace(booked_from=millis_of(begins), booked_until=millis_of(ends))
    theirs = replace(theirs, booked=(begins, ends))
    calling, told = the_same(USUAL)
    last = max((attempt.at for attempt in ours.attempts), default=None)
    for at in (*MOMENTS, *EDGES, begins, begins - timedelta(milliseconds=1)):
        refused = backend.cannot_call(ours, millis_of(at), last_tried_at=last, calling=calling)
        broken = desk.unmet(theirs, at, told)
        assert (refused.code if refused else None) == (broken[0].value if broken else None), at


@pytest.mark.parametrize("times", [USUAL, FROM_NINE])
@pytest.mark.parametrize("wish", ["any", "forenoon", "afternoon"])
def test_the_next_time_is_the_same_on_both_sides(wish: str, times: CallingTimes) -> None:
    calling, told = the_same(times)
    for at in (*MOMENTS, *EDGES):
        proposed = desk.proposed(at, desk_time.Wish(wish), told)
        assert proposed is not None
        assert millis_of(proposed) == backend.proposed(millis_of(at), Wish(wish), calling), at
