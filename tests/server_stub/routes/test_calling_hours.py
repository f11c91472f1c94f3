"""When a callback request may be claimed and an attempt recorded, over HTTP, by the wall clock in Finland."""

from datetime import UTC, datetime

import pytest

from server_stub.helpline.hours import HELSINKI
from tests.server_stub.routes.test_callback_requests import command, left, snapshot
from tests.support.doors_room import DoorsRoom

pytestmark = pytest.mark.asyncio


def set_clock(room: DoorsRoom, wall: str) -> None:
    moment = datetime.fromisoformat(wall).replace(tzinfo=HELSINKI).astimezone(UTC)
    room.clock.now = round(moment.timestamp() * 1000)


@pytest.mark.parametrize(
    ("wall", "opens"),
    [
        ("2026-11-24T00:00:00", "2026-11-24T06:00:00.000Z"),
        ("2026-11-24T07:59:59", "2026-11-24T06:00:00.000Z"),
        ("2026-11-24T08:00:00", None),
        ("2026-11-24T16:00:00", None),
        ("2026-11-24T16:00:01", "2026-11-25T06:00:00.000Z"),
        ("2026-11-28T12:00:00", "2026-11-30T06:00:00.000Z"),  # Saturday
        ("2026-11-29T12:00:00", "2026-11-30T06:00:00.000Z"),  # Sunday
        ("2026-12-24T10:00:00", "2026-12-28T06:00:00.000Z"),  # Christmas Eve, and three more days off
        ("2027-03-29T12:00:00", "2027-03-30T05:00:00.000Z"),  # Easter Monday, the day after the clock moved
    ],
)
async def test_customers_are_called_on_working_days_from_eight_to_four(
    room: DoorsRoom, wall: str, opens: str | None
) -> None:
    """R006, R112: outside of it a claim is refused with the moment from which it may be."""
    set_clock(room, wall)
    await left(room)
    maija = await room.bearer(room.account())
    (seen,) = (await snapshot(room, maija)).json()["callbacks"]
    answer = (await command(room, maija, "ClaimCallback", callback_id=seen["callback_id"])).json()
    refused = None if opens is None else {"code": "calling_closed", "opens_at": opens}
    assert answer.get("problem") == refused
    (after,) = (await snapshot(room, maija)).json()["callbacks"]
    assert after["state"] == ("claimed" if refused is None else "waiting")
