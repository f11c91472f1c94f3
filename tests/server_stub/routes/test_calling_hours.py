"""When a callback request may be claimed and an attempt recorded, over HTTP, by the wall clock in Finland."""

from datetime import UTC, datetime

import pytest

from server_stub.helpline.hours import HELSINKI
from tests.server_stub.routes.test_another_service_model import activate_another
from tests.server_stub.routes.test_callback_requests import command, left, snapshot
from tests.support.backend import MODEL
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


NINE_TO_THREE = (
    ("  days: mon-fri\n  time: 8-16\n", "  days: mon-thu, sat\n  time: 9-15\n"),
    ("  afternoon_from: 12\n", "  afternoon_from: 11:30\n"),
)


async def in_another_county(room: DoorsRoom) -> None:
    """A county that calls 9–15, on Saturdays and not on Fridays: put in force beside the running backend."""
    assert all(old in MODEL.read_text(encoding="utf-8") for old, _ in NINE_TO_THREE)
    activate_another(room, *NINE_TO_THREE)
    await room.backend.model_switch.look()


@pytest.mark.parametrize(
    ("wall", "opens"),
    [
        ("2026-11-24T08:59:59", "2026-11-24T07:00:00.000Z"),
        ("2026-11-24T09:00:00", None),
        ("2026-11-24T15:00:00", None),
        ("2026-11-24T15:00:01", "2026-11-25T07:00:00.000Z"),
        ("2026-11-27T10:00:00", "2026-11-28T07:00:00.000Z"),  # Friday
        ("2026-11-28T10:00:00", None),  # Saturday
        (
            "2026-12-24T10:00:00",
            "2026-12-28T07:00:00.000Z",
        ),  # Christmas; Boxing Day is a Saturday
    ],
)
async def test_a_county_that_calls_nine_to_three_refuses_by_its_own_clock(
    room: DoorsRoom, wall: str, opens: str | None
) -> None:
    """R006: the calling time is the service model's, and changes without a restart."""
    await left(room)
    await in_another_county(room)
    set_clock(room, wall)
    maija = await room.bearer(room.account())
    (seen,) = (await snapshot(room, maija)).json()["callbacks"]
    answer = (await command(room, maija, "ClaimCallback", callback_id=seen["callback_id"])).json()
    refused = None if opens is None else {"code": "calling_closed", "opens_at": opens}
    assert answer.get("problem") == refused


async def test_its_proposals_its_wishes_and_its_words_are_of_that_time_too(room: DoorsRoom) -> None:
    """R006: when a request falls due, when it is tried again, what the page and a canned answer say."""
    await in_another_county(room)
    set_clock(room, "2026-11-23T19:00:00")
    await left(room, wish="afternoon")
    await left(room, phone="050 123 4567")
    maija = await room.bearer(room.account())
    at_first = (await snapshot(room, maija)).json()
    due = {each["wish"]: each["due_at"] for each in at_first["callbacks"]}
    assert due == {"afternoon": "2026-11-24T09:30:00.000Z", "any": "2026-11-24T07:00:00.000Z"}
    hours = {
        "starts_on": None,
        "weekdays": [1, 2, 3, 4, 6],
        "opens": "09:00",
        "turns": "11:30",
        "closes": "15:00",
    }
    assert at_first["calling_times"] == [hours]
    set_clock(room, "2026-11-24T11:29:59")
    maija = await room.bearer(room.account())
    ids = {each["wish"]: each["callback_id"] for each in at_first["callbacks"]}
    refused = []
    for wish in ("any", "afternoon"):
        assert (await command(room, maija, "ClaimCallback", callback_id=ids[wish])).status_code == 200
        answer = await command(
            room,
            maija,
            "RecordAttempt",
            callback_id=ids[wish],
            responsibility_version=2,
            outcome="busy",
            dialled_at="2026-11-24T09:29:59.000Z",
            wrap_up=None,
        )
        refused.append(answer.json().get("problem"))
    assert refused == [None, {"code": "outside_wish", "opens_at": "2026-11-24T09:30:00.000Z"}]
    tried = {each["wish"]: each["due_at"] for each in (await snapshot(room, maija)).json()["callbacks"]}
    assert tried["any"] == "2026-11-24T10:29:59.000Z"  # an hour later, in the other half
    answers = {each["shortcut"]: each["text"] for each in at_first["texts"]["canned_answers"]}
    assert "soittaa sinulle ma, ti, ke, to ja la klo 9–15." in answers["/soitto"]["fi"]
    calling = (await room.browser().get("/api/v1/customer/entry")).json()["calling"]
    assert calling["days"]["sv"] == "mån, tis, ons, tors och lör"
    assert [calling[part]["fi"] for part in ("whole", "forenoon", "afternoon")] == [
        "klo 9–15",
        "klo 9–11.30",
        "klo 11.30–15",
    ]
