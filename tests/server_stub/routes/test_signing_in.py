"""Signing in, refreshing and signing out, as staff meet them (CONTRACT.md section 2; trust.md U08, U09)."""

from pathlib import Path

import httpx
import pytest
from sqlalchemy import select

from server_stub.helpline.limits import PasswordCost
from server_stub.identity.passwords import Passwords
from server_stub.records import audit, tables
from tests.support.doors_room import DEVICE, PASSWORD, DoorsRoom, a_doors_room

OTHER_DEVICE = "f" * 32


async def refresh(room: DoorsRoom, token: str, device: str = DEVICE) -> httpx.Response:
    body = {"refresh_token": token, "device_id": device}
    return await room.browser().post("/api/v1/staff/refresh", json=body)


async def snapshot(room: DoorsRoom, access_token: str) -> int:
    headers = {"Authorization": f"Bearer {access_token}"}
    return (await room.browser().get("/api/v1/staff/snapshot", headers=headers)).status_code


@pytest.mark.asyncio
async def test_an_answer_to_sign_in_holds_what_the_contract_says(room: DoorsRoom) -> None:
    said = (await room.sign_in(room.account())).json()
    assert set(said) == {
        "access_token",
        "access_expires_at",
        "refresh_token",
        "refresh_expires_at",
        "staff",
        "device_secret",
    }
    assert said["access_expires_at"] == "2026-11-23T08:15:00.000Z"
    assert said["refresh_expires_at"] == "2026-11-23T20:00:00.000Z"
    assert len(said["device_secret"]) == 64


@pytest.mark.asyncio
async def test_an_unknown_name_and_a_wrong_password_say_the_same(room: DoorsRoom) -> None:
    wrong = await room.sign_in(room.account(), "not the password")
    unknown = await room.sign_in("nobody", "not the password")
    disabled = room.account()
    room.disable(disabled)
    shut = await room.sign_in(disabled)
    expected = {"problem": {"code": "sign_in_refused", "attempts_left": 4}}
    assert [one.status_code for one in (wrong, unknown, shut)] == [401, 401, 401]
    assert [one.json() for one in (wrong, unknown, shut)] == [expected] * 3


@pytest.mark.parametrize("name", ["", " ", "a\u0000b", "a\nb", "x" * 500, "\ud7ff\u202e", "' OR 1=1 --"])
@pytest.mark.asyncio
async def test_a_strange_name_is_refused_like_any_other(name: str, room: DoorsRoom) -> None:
    assert (await room.sign_in(name)).json()["problem"]["code"] == "sign_in_refused"


@pytest.mark.asyncio
async def test_after_five_wrong_tries_the_account_waits_and_nobody_else(
    room: DoorsRoom,
) -> None:
    name, colleague = room.account(), room.account()
    left = [(await room.sign_in(name, "wrong")).json()["problem"]["attempts_left"] for _ in range(5)]
    assert left == [4, 3, 2, 1, 0]
    waits = await room.sign_in(name)
    assert (waits.status_code, waits.headers["Retry-After"]) == (429, "60")
    assert waits.json() == {"problem": {"code": "throttled", "retry_after_s": 60}}
    assert (await room.sign_in(colleague)).status_code == 200
    room.clock.advance(seconds=60)
    assert (await room.sign_in(name)).status_code == 200
    assert (await room.sign_in(name, "wrong")).json()["problem"]["attempts_left"] == 4


@pytest.mark.asyncio
async def test_the_wait_doubles_up_to_a_quarter_of_an_hour_even_across_a_restart(
    tmp_path: Path, template: Path
) -> None:
    waits = []
    async with a_doors_room(tmp_path, template=template) as room:
        name = room.account()
        for _ in range(5):
            await room.sign_in(name, "wrong")
        for _ in range(6):
            waited = (await room.sign_in(name)).json()["problem"]["retry_after_s"]
            waits.append(waited)
            room.clock.advance(seconds=waited)
            assert (await room.sign_in(name, "wrong")).json()["problem"]["attempts_left"] == 0
    assert waits == [60, 120, 240, 480, 900, 900]


@pytest.mark.asyncio
async def test_an_access_token_lives_a_quarter_of_an_hour(room: DoorsRoom) -> None:
    token = (await room.sign_in(room.account())).json()["access_token"]
    room.clock.advance(seconds=15 * 60 - 1)
    assert await snapshot(room, token) == 200
    room.clock.advance(seconds=1)
    assert await snapshot(room, token) == 401


@pytest.mark.asyncio
async def test_a_refresh_gives_another_pair_and_the_same_device_secret(room: DoorsRoom) -> None:
    name = room.account()
    first = (await room.sign_in(name)).json()
    room.clock.advance(seconds=11 * 3_600)
    second = (await refresh(room, first["refresh_token"])).json()
    assert second["access_token"] != first["access_token"]
    assert second["refresh_token"] != first["refresh_token"]
    assert second["device_secret"] == first["device_secret"]
    assert await snapshot(room, second["access_token"]) == 200
    again = (await room.sign_in(name)).json()
    elsewhere = (await room.sign_in(name, device=OTHER_DEVICE)).json()
    assert again["device_secret"] == first["device_secret"] != elsewhere["device_secret"]


@pytest.mark.asyncio
async def test_a_refresh_token_lives_twelve_hours(room: DoorsRoom) -> None:
    token = (await room.sign_in(room.account())).json()["refresh_token"]
    room.clock.advance(seconds=12 * 3_600)
    assert (await refresh(room, token)).json() == {"problem": {"code": "signed_out"}}


@pytest.mark.asyncio
async def test_a_copied_refresh_token_used_twice_ends_the_sign_in_of_thief_and_owner(room: DoorsRoom) -> None:
    name = room.account()
    first = (await room.sign_in(name)).json()
    owners = (await refresh(room, first["refresh_token"])).json()
    assert await snapshot(room, owners["access_token"]) == 200
    thief = await refresh(room, first["refresh_token"])
    assert thief.status_code == 401
    assert await snapshot(room, owners["access_token"]) == 401
    assert await snapshot(room, first["access_token"]) == 401
    assert (await refresh(room, owners["refresh_token"])).status_code == 401
    assert room.events.named("refresh_token_used_twice")
    assert (await room.sign_in(name)).status_code == 200


@pytest.mark.asyncio
async def test_a_refresh_whose_answer_was_lost_may_be_asked_again_for_a_minute(room: DoorsRoom) -> None:
    first = (await room.sign_in(room.account())).json()
    unreceived = (await refresh(room, first["refresh_token"])).json()
    room.clock.advance(seconds=60)
    answer = await refresh(room, first["refresh_token"])
    assert answer.status_code == 200
    received = answer.json()
    assert room.events.named("refresh_answer_lost")
    assert not room.events.named("refresh_token_used_twice")
    assert await snapshot(room, unreceived["access_token"]) == 401
    assert await snapshot(room, received["access_token"]) == 200
    assert (await refresh(room, received["refresh_token"])).status_code == 200


@pytest.mark.asyncio
async def test_after_that_minute_the_same_token_ends_the_sign_in(room: DoorsRoom) -> None:
    first = (await room.sign_in(room.account())).json()
    second = (await refresh(room, first["refresh_token"])).json()
    room.clock.advance(seconds=61)
    assert (await refresh(room, first["refresh_token"])).status_code == 401
    assert await snapshot(room, second["access_token"]) == 401


@pytest.mark.asyncio
async def test_a_thief_who_is_quicker_than_the_owner_is_found_when_the_owner_goes_on(
    room: DoorsRoom,
) -> None:
    first = (await room.sign_in(room.account())).json()
    owners = (await refresh(room, first["refresh_token"])).json()
    thiefs = (await refresh(room, first["refresh_token"])).json()
    assert await snapshot(room, thiefs["access_token"]) == 200
    assert await snapshot(room, owners["access_token"]) == 401
    assert (await refresh(room, owners["refresh_token"])).status_code == 401
    assert room.events.named("refresh_token_used_twice")
    assert await snapshot(room, thiefs["access_token"]) == 401
    assert (await refresh(room, thiefs["refresh_token"])).status_code == 401


@pytest.mark.asyncio
async def test_a_refresh_token_on_another_computer_ends_the_sign_in(room: DoorsRoom) -> None:
    first = (await room.sign_in(room.account())).json()
    assert (await refresh(room, first["refresh_token"], OTHER_DEVICE)).status_code == 401
    assert (await refresh(room, first["refresh_token"])).status_code == 401
    assert await snapshot(room, first["access_token"]) == 401


@pytest.mark.asyncio
async def test_signing_out_ends_this_sign_in_and_leaves_the_other(room: DoorsRoom) -> None:
    name = room.account()
    here = (await room.sign_in(name)).json()
    there = (await room.sign_in(name, device=OTHER_DEVICE)).json()
    headers = {"Authorization": f"Bearer {here['access_token']}"}
    out = await room.browser().post("/api/v1/staff/sign-out", headers=headers)
    assert (out.status_code, out.content) == (204, b"")
    assert await snapshot(room, here["access_token"]) == 401
    assert (await refresh(room, here["refresh_token"])).status_code == 401
    assert await snapshot(room, there["access_token"]) == 200


@pytest.mark.asyncio
async def test_the_database_keeps_no_token_no_cookie_and_no_password(room: DoorsRoom) -> None:
    said = (await room.sign_in(room.account())).json()
    customer = await room.session()
    cookie = customer.browser.cookies["vuoro_customer"]
    with room.database.reading() as connection:
        kept = [
            repr(tuple(row))
            for table in tables.metadata.sorted_tables
            for row in connection.execute(select(table))
        ]
    for secret in (said["access_token"], said["refresh_token"], cookie, PASSWORD):
        assert not [row for row in kept if secret in row]


@pytest.mark.asyncio
async def test_a_raised_cost_hashes_anew_at_the_next_sign_in(tmp_path: Path, template: Path) -> None:
    async with a_doors_room(tmp_path, "passwords.rounds=2", template=template) as room:
        name = room.account()
        with room.database.writing() as connection:
            weak = Passwords(PasswordCost(rounds=1, memory_kib=64, lanes=1)).hash_now(PASSWORD)
            connection.execute(tables.staff.update().values(password_hash=weak))
        assert (await room.sign_in(name, "wrong")).status_code == 401
        assert hash_of(room) == weak
        assert (await room.sign_in(name)).status_code == 200
        assert "t=2" in hash_of(room)
        assert (await room.sign_in(name)).status_code == 200


def hash_of(room: DoorsRoom) -> str:
    with room.database.reading() as connection:
        return str(connection.execute(select(tables.staff.c.password_hash)).scalar_one())


@pytest.mark.asyncio
async def test_the_audit_log_holds_who_came_and_went_and_who_read(room: DoorsRoom) -> None:
    customer = await room.waiting()
    headers = await room.bearer(room.account())
    await room.claimed(customer, headers)
    path = f"/api/v1/staff/conversations/{customer.conversation_id}/messages"
    assert (await room.browser().get(path, headers=headers)).status_code == 200
    await room.browser().post("/api/v1/staff/sign-out", headers=headers)
    with room.database.reading() as connection:
        rows = connection.execute(select(tables.audit.c.entry).order_by(tables.audit.c.seq)).scalars()
        entries = [bytes(row).decode().split("\x1f") for row in rows]
        staff_id = connection.execute(select(tables.staff.c.staff_id)).scalar_one()
        assert audit.verify(connection).broken == ()
    hers = [entry[4] for entry in entries if entry[3] == f"s:{staff_id}"]
    assert hers[0] == "staff_sign_in"
    assert hers[-2:] == ["staff_messages", "staff_sign_out"]
