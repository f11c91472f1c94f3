"""What nobody may dial is refused over the line, whatever a desk believes: tries, days, hours, numbers."""

from typing import Any

import pytest

from server_stub.wire.heads import stamp
from tests.server_stub.routes.test_callback_requests import command, left, own, snapshot
from tests.server_stub.routes.test_calling_hours import in_another_county, set_clock
from tests.support import contract
from tests.support.doors_room import DoorsRoom

pytestmark = pytest.mark.asyncio

REFUSED_DAYS = [
    ("2026-11-27", "2026-11-28T12:00:00", "2026-11-30T06:00:00.000Z"),  # a Saturday
    ("2027-12-03", "2027-12-06T12:00:00", "2027-12-07T06:00:00.000Z"),  # Independence Day, a Monday
    ("2027-06-24", "2027-06-25T12:00:00", "2027-06-28T05:00:00.000Z"),  # Midsummer Eve, a Friday
    ("2026-11-24", "2026-11-24T16:01:00", "2026-11-25T06:00:00.000Z"),  # a minute past four
]


async def claim(room: DoorsRoom, who: dict[str, str], callback_id: str) -> Any:
    return (await command(room, who, "ClaimCallback", callback_id=callback_id)).json()


async def told(room: DoorsRoom, who: dict[str, str], callback_id: str, **keys: object) -> Any:
    """She says that nobody answered, at the moment by the backend's clock unless `keys` say otherwise."""
    said = {
        "responsibility_version": 2,
        "outcome": "no_answer",
        "dialled_at": stamp(room.clock.millis()),
        "wrap_up": None,
    }
    answer = await command(room, who, "RecordAttempt", callback_id=callback_id, **{**said, **keys})
    return answer.json()


@pytest.mark.parametrize(("before", "wall", "opens"), REFUSED_DAYS)
async def test_nobody_takes_a_request_then(room: DoorsRoom, before: str, wall: str, opens: str) -> None:
    """R006, R112: refused with the moment from which it may be taken."""
    set_clock(room, f"{before}T15:59:00")
    await left(room)
    maija = await room.bearer(room.account())
    (free,) = (each["callback_id"] for each in (await snapshot(room, maija)).json()["callbacks"])
    set_clock(room, wall)
    maija = await room.bearer(room.account())
    assert (await claim(room, maija, free))["problem"] == {"code": "calling_closed", "opens_at": opens}


@pytest.mark.parametrize(("before", "wall", "opens"), REFUSED_DAYS)
async def test_a_call_dialled_then_is_not_recorded(
    room: DoorsRoom, before: str, wall: str, opens: str
) -> None:
    """R006, R112: also where the claim still stands, because nobody was there to take it back at four."""
    set_clock(room, f"{before}T15:59:00")
    await left(room)
    name = room.account()
    maija = await room.bearer(name)
    (seen,) = (await snapshot(room, maija)).json()["callbacks"]
    assert "problem" not in await claim(room, maija, seen["callback_id"])
    set_clock(room, wall)
    maija = await room.bearer(name)
    refused = await told(room, maija, seen["callback_id"])
    assert refused["problem"] == {"code": "calling_closed", "opens_at": opens}
    assert contract.problems_of_ours("Problem", refused["problem"]) == []
    (after,) = (await snapshot(room, maija)).json()["callbacks"]
    assert after["attempts"] == []


async def test_a_call_dialled_before_the_county_changed_its_hours_is_recorded(room: DoorsRoom) -> None:
    """R006, R111: nothing that has happened is lost by a new calling time; what is dialled after it is held
    against it.
    """
    set_clock(room, "2026-11-24T15:10:00")
    await left(room)
    await left(room, phone="050 123 4567")
    maija = await room.bearer(room.account())
    one, other = (each["callback_id"] for each in (await snapshot(room, maija)).json()["callbacks"])
    for each in (one, other):
        assert "problem" not in await claim(room, maija, each)
    set_clock(room, "2026-11-24T15:12:00")
    dialled = stamp(room.clock.millis())
    set_clock(room, "2026-11-24T15:13:00")
    await in_another_county(room)
    refused = await told(room, maija, other)
    assert refused["problem"] == {"code": "calling_closed", "opens_at": "2026-11-25T07:00:00.000Z"}
    assert "problem" not in await told(room, maija, one, dialled_at=dialled)
    tried = {each["callback_id"]: each for each in (await snapshot(room, maija)).json()["callbacks"]}
    assert [each["at"] for each in tried[one]["attempts"]] == [dialled]
    assert tried[one]["due_at"] == "2026-11-25T07:00:00.000Z"  # by the new calling time
    assert tried[other]["attempts"] == []


async def test_there_is_no_fourth_attempt(room: DoorsRoom) -> None:
    """R111: after the third nobody can take the request, and whoever had it cannot tell of another call."""
    customer = await left(room)
    callback_id = (await own(customer))["callback_id"]
    name = room.account()
    for number, wall in enumerate(("2026-11-24T09:00", "2026-11-24T13:00", "2026-11-25T09:00")):
        set_clock(room, wall)
        maija = await room.bearer(name)
        assert "problem" not in await claim(room, maija, callback_id), wall
        version = 2 * number + 2
        assert "problem" not in await told(room, maija, callback_id, responsibility_version=version)
    became = await own(customer)
    assert (became["state"], became["reason"], became["attempts"]) == ("closed", "not_reached", 3)
    set_clock(room, "2026-11-25T13:00")
    maija = await room.bearer(name)
    assert (await claim(room, maija, callback_id))["problem"] == {"code": "callback_closed"}
    for version in (6, 7, 8):
        refused = await told(room, maija, callback_id, responsibility_version=version)
        assert refused["problem"]["code"] == "attempts_used", version
    (after,) = (await snapshot(room, maija)).json()["callbacks"]
    assert len(after["attempts"]) == 3


async def test_one_number_left_twice_is_in_one_persons_hands(room: DoorsRoom) -> None:
    """R112: the second claim is refused and names who calls it, until the first has gone back."""
    await left(room)
    await left(room, phone="+358 40 123 4567")
    maija, johan = room.account(), room.account()
    hers, his = await room.bearer(maija), await room.bearer(johan)
    one, other = (each["callback_id"] for each in (await snapshot(room, hers)).json()["callbacks"])
    assert "problem" not in await claim(room, hers, one)
    refused = await claim(room, his, other)
    assert refused["problem"] == {"code": "number_in_use", "by_name": maija.capitalize()}
    assert contract.problems_of_ours("Problem", refused["problem"]) == []
    # Hers alone is the hand that calls: she cannot take the second beside the first either.
    assert (await claim(room, hers, other))["problem"]["code"] == "number_in_use"
    seen = {each["callback_id"]: each["state"] for each in (await snapshot(room, his)).json()["callbacks"]}
    assert seen == {one: "claimed", other: "waiting"}
    await command(room, hers, "ReleaseCallback", callback_id=one, responsibility_version=2)
    assert "problem" not in await claim(room, his, other)
