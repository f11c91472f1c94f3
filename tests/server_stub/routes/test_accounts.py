"""Accounts over the real backend: applied for by one, granted by another, at once, each in the audit log."""

import asyncio
import secrets
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from server_stub.records import audit, staff, tables
from server_stub.routes.commands import STAFF_ACTIONS
from tests.support.doors_room import OTHER_QUEUE, TOPIC_QUEUE, DoorsRoom

RIGHTS: dict[str, Any] = {"roles": ["advice_counsellor"], "queue_ids": [OTHER_QUEUE], "capacity": 2}


async def accounts(room: DoorsRoom, headers: dict[str, str]) -> dict[str, Any]:
    answer = await room.browser().get("/api/v1/staff/accounts", headers=headers)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def apply_for(
    room: DoorsRoom, headers: dict[str, str], staff_id: str | None, **keys: Any
) -> httpx.Response:
    asked = {"user_name": "", "display_name": "", **RIGHTS, "reason": "Siirtyy tehtävään.", **keys}
    return await room.staff_command(headers, "ApplyForAccess", staff_id=staff_id, **asked)


async def one_time(room: DoorsRoom, headers: dict[str, str], staff_id: str) -> httpx.Response:
    path = "/api/v1/staff/one-time-passwords"
    return await room.browser().post(path, json={"staff_id": staff_id}, headers=headers)


def staff_id_of(room: DoorsRoom, name: str) -> str:
    with room.database.reading() as connection:
        found = staff.by_name(connection, name)
    assert found is not None
    return found.staff_id


def audited(room: DoorsRoom) -> str:
    """The audit log, verified, as one text."""
    with room.database.reading() as connection:
        assert audit.verify(connection).broken == ()
        entries = connection.execute(select(tables.audit.c.entry).order_by(tables.audit.c.seq)).scalars()
        return "\n".join(bytes(entry).decode() for entry in entries)


@pytest.mark.asyncio
async def test_one_applies_another_grants_and_the_audit_log_names_both(room: DoorsRoom) -> None:
    """R141: an access right is applied for by a supervisor and granted by application support."""
    esi, tuki, maija = (
        room.account(roles=["supervisor"]),
        room.account(roles=["application_support"]),
        room.account(),
    )
    asks, grants = await room.bearer(esi), await room.bearer(tuki)
    maija_id = staff_id_of(room, maija)
    assert (await apply_for(room, asks, maija_id)).status_code == 200
    (application,) = (await accounts(room, grants))["applications"]
    assert (application["state"], application["applied_by"]["staff_id"]) == ("open", staff_id_of(room, esi))
    about = application["application_id"]
    answer = await room.staff_command(grants, "GrantAccess", application_id=about)
    assert (answer.status_code, answer.json()["cursor"]) == (200, None)
    seen = await accounts(room, asks)
    (one,) = (each for each in seen["accounts"] if each["staff_id"] == maija_id)
    assert set(one["queue_ids"]) == {TOPIC_QUEUE, OTHER_QUEUE}
    assert seen["applications"][0]["decided_by"]["staff_id"] == staff_id_of(room, tuki)
    told = audited(room)
    applied = next(line for line in told.splitlines() if "access_applied" in line)
    granted = next(line for line in told.splitlines() if "access_granted" in line)
    assert f"s:{staff_id_of(room, esi)}" in applied
    assert f"s:{staff_id_of(room, tuki)}" in granted
    assert OTHER_QUEUE in granted


@pytest.mark.asyncio
async def test_nobody_grants_what_she_applied_for_nor_her_own_right(room: DoorsRoom) -> None:
    """R141: two people, though one holds both roles."""
    both = room.account(roles=["supervisor", "application_support"])
    headers, maija_id = await room.bearer(both), staff_id_of(room, room.account())
    await apply_for(room, headers, maija_id)
    other = await room.bearer(room.account(roles=["supervisor"]))
    await apply_for(room, other, staff_id_of(room, both))
    for application in (await accounts(room, headers))["applications"]:
        about = application["application_id"]
        answer = await room.staff_command(headers, "GrantAccess", application_id=about)
        assert (answer.status_code, answer.json()["problem"]) == (409, {"code": "another_person_needed"})
    own = staff_id_of(room, both)
    assert (await one_time(room, headers, own)).json() == {"problem": {"code": "another_person_needed"}}
    answer = await room.staff_command(headers, "DisableAccount", staff_id=own)
    assert answer.json()["problem"] == {"code": "another_person_needed"}
    assert {each["state"] for each in (await accounts(room, headers))["applications"]} == {"open"}
    assert "access_granted" not in audited(room)


@pytest.mark.asyncio
async def test_a_change_ends_her_open_stream_at_once(room: DoorsRoom) -> None:
    """R141: it takes effect at once, also on what is open: by the hub, and not by the next look."""
    tuki, maija = await room.bearer(room.account(roles=["application_support"])), room.account()
    hers = await room.bearer(maija)
    cursor = (await room.browser().get("/api/v1/staff/snapshot", headers=hers)).json()["cursor"]
    path = f"/api/v1/staff/facts?after={cursor}&wait=25"
    address = f"s:{staff_id_of(room, maija)}"
    keys = {"staff_id": staff_id_of(room, maija), "roles": ["advice_counsellor"], "queue_ids": []}
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        listening = tasks.create_task(room.browser().get(path, headers=hers))
        while not room.backend.hub.has_listener(address):  # noqa: ASYNC110 (a few turns of this very loop)
            await asyncio.sleep(0)
        answer = await room.staff_command(tuki, "ChangeAccount", **keys, capacity=1)
    # The clock of this room stands still: nothing but the change itself can have ended it.
    assert answer.status_code == 200, answer.text
    ended = listening.result()
    assert (ended.status_code, ended.json()) == (410, {"problem": {"code": "gone"}})
    again = await room.browser().get("/api/v1/staff/snapshot", headers=hers)
    assert (again.json()["queues"], again.json()["capacity"]) == ([], 1)


@pytest.mark.asyncio
async def test_a_shut_account_is_out_at_once_and_comes_back_by_an_application(room: DoorsRoom) -> None:
    """R141: disabling takes one person and effect at once; coming back takes two and a new password."""
    esi, tuki = (
        await room.bearer(room.account(roles=["supervisor"])),
        await room.bearer(room.account(roles=["application_support"])),
    )
    maija = room.account()
    hers, maija_id = await room.bearer(maija), staff_id_of(room, maija)
    assert (await room.staff_command(tuki, "DisableAccount", staff_id=maija_id)).status_code == 200
    assert (await room.browser().get("/api/v1/staff/snapshot", headers=hers)).status_code == 401
    assert (await one_time(room, tuki, maija_id)).json()["problem"] == {"code": "account_disabled"}
    await apply_for(room, esi, maija_id)
    about = (await accounts(room, tuki))["applications"][0]["application_id"]
    assert (await room.staff_command(tuki, "GrantAccess", application_id=about)).status_code == 200
    (one,) = (each for each in (await accounts(room, tuki))["accounts"] if each["staff_id"] == maija_id)
    assert (one["is_disabled"], one["queue_ids"], one["password"]) == (False, [OTHER_QUEUE], "none")
    # Her former password opens nothing: somebody gives her a new one.
    assert (await room.sign_in(maija)).status_code == 401


@pytest.mark.asyncio
async def test_somebody_new_is_applied_for_and_gets_an_account_without_a_password(room: DoorsRoom) -> None:
    """R141: an account comes of two people too; the same application comes to one account."""
    esi, tuki = (
        await room.bearer(room.account(roles=["supervisor"])),
        await room.bearer(room.account(roles=["application_support"])),
    )
    asked = await apply_for(room, esi, None, user_name=" anna.koski ", display_name="Anna Koski")
    assert asked.status_code == 200, asked.text
    await apply_for(room, esi, None, user_name="anna.koski", display_name="Anna Koski")
    codes = []
    for application in (await accounts(room, tuki))["applications"]:
        about = application["application_id"]
        answer = await room.staff_command(tuki, "GrantAccess", application_id=about)
        codes.append(answer.json().get("problem", {}).get("code"))
    assert codes == [None, "name_taken"]
    made = [each for each in (await accounts(room, tuki))["accounts"] if each["user_name"] == "anna.koski"]
    assert [(one["password"], one["roles"]) for one in made] == [("none", ["advice_counsellor"])]
    hidden = await apply_for(room, esi, None, user_name="an\u202ena", display_name="Anna")
    assert hidden.json()["problem"] == {"code": "text_unreadable"}
    silent = await apply_for(room, esi, None, user_name="aino", display_name="Aino", reason="  ")
    assert silent.json()["problem"] == {"code": "text_empty"}


@pytest.mark.asyncio
async def test_the_same_command_again_is_one_act_and_no_hash_ever_leaves(room: DoorsRoom) -> None:
    esi, maija_id = await room.bearer(room.account(roles=["supervisor"])), staff_id_of(room, room.account())
    body = {"type": "ApplyForAccess", "command_id": secrets.token_hex(16), "staff_id": maija_id}
    body |= {"user_name": "", "display_name": "", **RIGHTS, "reason": "Siirtyy tehtävään."}
    for _ in range(2):
        answer = await room.browser().post("/api/v1/staff/commands", json=body, headers=esi)
        assert answer.status_code == 200, answer.text
    answer = await room.browser().get("/api/v1/staff/accounts", headers=esi)
    assert len(answer.json()["applications"]) == 1
    assert "argon2" not in answer.text


@pytest.mark.asyncio
async def test_a_one_time_password_is_shown_once_and_ends_every_sign_in(room: DoorsRoom) -> None:
    """R141: made by application support for somebody else; it stands nowhere but in that answer."""
    tuki, maija = await room.bearer(room.account(roles=["application_support"])), room.account()
    hers, maija_id = await room.bearer(maija), staff_id_of(room, maija)
    made = await one_time(room, tuki, maija_id)
    assert made.status_code == 200, made.text
    password = made.json()["password"]
    assert (await room.browser().get("/api/v1/staff/snapshot", headers=hers)).status_code == 401
    seen = await room.browser().get("/api/v1/staff/accounts", headers=tuki)
    assert password not in seen.text
    assert password not in audited(room)
    assert password not in str(room.events.lines)
    assert f"one_time_password {maija_id}" in audited(room)
    (one,) = (each for each in seen.json()["accounts"] if each["staff_id"] == maija_id)
    assert one["password"] == "one_time"
    assert (await one_time(room, tuki, "f" * 32)).status_code == 404


@pytest.mark.asyncio
async def test_her_own_password_takes_the_place_of_the_one_time_one_over_the_wire(room: DoorsRoom) -> None:
    """R141: in one transaction, audited, and neither password in the log."""
    tuki, maija = await room.bearer(room.account(roles=["application_support"])), room.account()
    maija_id, own = staff_id_of(room, maija), "sininen kumisaapas kaivolla"
    password = (await one_time(room, tuki, maija_id)).json()["password"]
    refused = await room.sign_in(maija, password)
    assert (refused.status_code, refused.json()["problem"]["code"]) == (409, "password_to_choose")
    body = {"user_name": maija, "password": password, "own_password": own, "device_id": "a" * 32}
    chosen = await room.browser().post("/api/v1/staff/own-password", json=body)
    assert chosen.status_code == 200, chosen.text
    hers = {"Authorization": f"Bearer {chosen.json()['access_token']}"}
    assert (await room.browser().get("/api/v1/staff/snapshot", headers=hers)).status_code == 200
    assert (await room.sign_in(maija, own)).status_code == 200
    assert (await room.sign_in(maija, password)).status_code == 401
    (one,) = (each for each in (await accounts(room, tuki))["accounts"] if each["staff_id"] == maija_id)
    assert one["password"] == "own"
    assert "staff_own_password" in audited(room)
    assert own not in audited(room) + str(room.events.lines)


def test_every_command_about_accounts_has_its_row():
    assert {action.value for action in STAFF_ACTIONS.values()} >= {
        "staff_apply_for_access",
        "staff_grant_access",
        "staff_disable_account",
    }
