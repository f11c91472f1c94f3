"""How often: each limit lets so many through and tells the next one when to come again (trust.md U10–U12)."""

from pathlib import Path

import httpx
import pytest

from tests.support.doors_room import ORIGIN, DoorsRoom, a_doors_room


async def begin(room: DoorsRoom, **headers: str) -> httpx.Response:
    return await room.browser().post(
        "/api/v1/customer/session", json={}, headers={"Origin": ORIGIN, **headers}
    )


def assert_throttled(answer: httpx.Response) -> None:
    assert answer.status_code == 429
    retry_after_s = answer.json()["problem"]["retry_after_s"]
    assert answer.json() == {"problem": {"code": "throttled", "retry_after_s": retry_after_s}}
    assert answer.headers["Retry-After"] == str(retry_after_s)
    assert retry_after_s >= 1


@pytest.mark.asyncio
async def test_so_many_sessions_begin_and_the_next_one_waits_its_turn(tmp_path: Path, template: Path) -> None:
    async with a_doors_room(tmp_path, "rates.sessions=3 in 60", template=template) as room:
        assert [(await begin(room)).status_code for _ in range(3)] == [200] * 3
        late = await begin(room)
        assert_throttled(late)
        room.clock.advance(seconds=late.json()["problem"]["retry_after_s"])
        assert (await begin(room)).status_code == 200


@pytest.mark.asyncio
async def test_a_customer_writes_so_often_and_her_neighbour_too(tmp_path: Path, template: Path) -> None:
    async with a_doors_room(tmp_path, "rates.messages_per_session=2 in 60", template=template) as room:
        one, other = await room.waiting(), await room.waiting()
        for _ in range(2):
            assert (await one.command("WriteMessage", text="hei")).status_code == 200
        assert_throttled(await one.command("WriteMessage", text="hei"))
        assert (await other.command("WriteMessage", text="hei")).status_code == 200


@pytest.mark.asyncio
async def test_typing_is_told_so_often(tmp_path: Path, template: Path) -> None:
    async with a_doors_room(tmp_path, "rates.typing_per_session=2 in 1", template=template) as room:
        customer = await room.waiting()
        typing = {"type": "Typing", "conversation_id": customer.conversation_id}
        said = [(await customer.post("/api/v1/customer/hints", typing)).status_code for _ in range(3)]
        assert said == [204, 204, 429]


@pytest.mark.asyncio
async def test_a_flood_of_reading_waits_by_caller_and_by_address(tmp_path: Path, template: Path) -> None:
    settings = ("rates.reads_per_caller=3 in 60", "rates.reads_per_address=30 in 60")
    async with a_doors_room(tmp_path, *settings, template=template) as room:
        headers = await room.bearer(room.account())
        asked = [await room.browser().get("/api/v1/staff/snapshot", headers=headers) for _ in range(4)]
        assert [one.status_code for one in asked[:3]] == [200] * 3
        assert_throttled(asked[3])
        open_asked = [await room.browser().get("/api/v1/version") for _ in range(31)]
        assert_throttled(open_asked[-1])


@pytest.mark.parametrize("accept", ["text/event-stream", "application/json"])
@pytest.mark.asyncio
async def test_streams_are_opened_so_often_by_each_caller(
    accept: str, tmp_path: Path, template: Path
) -> None:
    async with a_doors_room(tmp_path, "rates.streams_per_caller=3 in 60", template=template) as room:
        one, other = [await room.bearer(room.account()) for _ in range(2)]

        async def opens(headers: dict[str, str], *, accept: str = "application/json") -> httpx.Response:
            path = "/api/v1/staff/facts?after=0&wait=0"
            return await room.browser().get(path, headers={**headers, "Accept": accept})

        assert [(await opens(one)).status_code for _ in range(3)] == [200] * 3
        late = await opens(one, accept=accept)
        assert_throttled(late)
        assert (await opens(other)).status_code == 200
        room.clock.advance(seconds=late.json()["problem"]["retry_after_s"])
        assert (await opens(one)).status_code == 200


@pytest.mark.asyncio
async def test_a_customer_opens_streams_so_often_and_a_stranger_waits_by_address(
    tmp_path: Path, template: Path
) -> None:
    settings = ("rates.streams_per_caller=3 in 60", "rates.reads_per_address=5 in 60")
    async with a_doors_room(tmp_path, *settings, template=template) as room:
        customer = await room.waiting()
        path = "/api/v1/customer/facts?after=0&wait=0"
        answers = [await customer.browser.get(path) for _ in range(4)]
        assert [one.status_code for one in answers[:3]] == [200] * 3
        assert_throttled(answers[3])
        strangers = [await room.browser().get(path) for _ in range(6)]
        assert {one.status_code for one in strangers} == {401, 429}
        assert_throttled(strangers[-1])


@pytest.mark.asyncio
async def test_a_desk_that_comes_back_once_a_second_for_a_minute_is_never_turned_away(
    room: DoorsRoom,
) -> None:
    headers = await room.bearer(room.account())
    for _ in range(60):
        for _ in range(2):  # what was missed, then the stream
            answer = await room.browser().get("/api/v1/staff/facts?after=0&wait=0", headers=headers)
            assert answer.status_code == 200
        room.clock.advance(seconds=1)


FORGED = [
    {"X-Forwarded-For": "203.0.113.7"},
    {"X-Forwarded-For": "203.0.113.7, 127.0.0.1"},
    {"X-Real-Ip": "203.0.113.7"},
    {"Forwarded": "for=203.0.113.7"},
    {"True-Client-Ip": "203.0.113.7"},
    {"X-Forwarded-Host": "elsewhere.example"},
    {"X-HTTP-Method-Override": "GET"},
]


@pytest.mark.parametrize("headers", FORGED)
@pytest.mark.asyncio
async def test_a_forged_header_gives_nobody_another_address(
    headers: dict[str, str], tmp_path: Path, template: Path
) -> None:
    async with a_doors_room(tmp_path, "rates.sessions=1 in 60", template=template) as room:
        assert (await begin(room)).status_code == 200
        assert_throttled(await begin(room, **headers))


@pytest.mark.asyncio
async def test_behind_a_proxy_of_ours_each_caller_has_her_own_limit(tmp_path: Path, template: Path) -> None:
    settings = ("rates.sessions=1 in 60", "trusted_proxies=127.0.0.1")
    async with a_doors_room(tmp_path, *settings, template=template) as room:
        one, other = {"X-Forwarded-For": "203.0.113.7"}, {"X-Forwarded-For": "203.0.113.8"}
        assert (await begin(room, **one)).status_code == 200
        assert (await begin(room, **other)).status_code == 200
        # What stands before the address our proxy saw was written by the caller herself.
        assert_throttled(await begin(room, **{"X-Forwarded-For": "198.51.100.1, 203.0.113.7"}))


@pytest.mark.parametrize(
    "path", ["/api/v1/customer/session/", "/API/v1/customer/session", "//api/v1/customer/session"]
)
@pytest.mark.asyncio
async def test_another_spelling_of_a_path_is_another_place(path: str, room: DoorsRoom) -> None:
    answer = await room.browser().post(path, json={}, headers={"Origin": ORIGIN})
    assert answer.status_code == 404
