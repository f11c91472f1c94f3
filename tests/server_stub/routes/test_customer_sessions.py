"""A customer's session: its cookie, its lives, what it cannot become (CONTRACT.md section 2, trust U07)."""

from pathlib import Path

import pytest

from tests.support.doors_room import ORIGIN, Customer, DoorsRoom, a_doors_room


async def is_known(customer: Customer) -> bool:
    return (await customer.browser.get("/api/v1/customer/snapshot")).status_code == 200


@pytest.mark.asyncio
async def test_the_cookie_is_kept_from_scripts_and_other_sites(room: DoorsRoom) -> None:
    answer = await room.browser().post("/api/v1/customer/session", json={}, headers={"Origin": ORIGIN})
    cookie = answer.headers["Set-Cookie"]
    name, _, rest = cookie.partition("=")
    token, *attributes = rest.split("; ")
    assert name == "vuoro_customer"
    assert len(token) == 43
    assert attributes == ["Path=/api/v1/customer", "HttpOnly", "SameSite=Lax"]
    assert token not in answer.text


@pytest.mark.asyncio
async def test_under_tls_the_cookie_and_the_browser_stay_with_tls(tmp_path: Path, template: Path) -> None:
    async with a_doors_room(
        tmp_path, "public_origin=https://neuvonta.esimerkki.fi", template=template
    ) as room:
        answer = await room.browser().post(
            "/api/v1/customer/session",
            json={},
            headers={"Origin": "https://neuvonta.esimerkki.fi", "Host": "neuvonta.esimerkki.fi"},
        )
        assert answer.status_code == 200
        assert answer.headers["Set-Cookie"].endswith("; Secure")
        assert answer.headers["Strict-Transport-Security"].startswith("max-age=")


@pytest.mark.asyncio
async def test_every_session_is_a_new_one_whatever_cookie_was_brought_along(room: DoorsRoom) -> None:
    victim = await room.session()
    planted = victim.browser.cookies["vuoro_customer"]
    headers = {"Origin": ORIGIN, "Cookie": f"vuoro_customer={planted}"}
    answer = await room.browser().post("/api/v1/customer/session", json={}, headers=headers)
    assert planted not in answer.headers["Set-Cookie"]
    assert answer.json()["page_token"] != victim.page_token


@pytest.mark.asyncio
async def test_two_cookies_of_our_name_are_both_not_believed(room: DoorsRoom) -> None:
    customer = await room.waiting()
    own = customer.browser.cookies["vuoro_customer"]
    headers = {"Cookie": f"vuoro_customer={own}; vuoro_customer={'x' * 43}"}
    assert (await room.browser().get("/api/v1/customer/snapshot", headers=headers)).status_code == 401


@pytest.mark.asyncio
async def test_a_session_without_a_conversation_is_forgotten_after_an_hour(room: DoorsRoom) -> None:
    customer = await room.session()
    room.clock.advance(seconds=3_599)
    assert await is_known(customer)
    room.clock.advance(seconds=3_600)
    assert not await is_known(customer)


@pytest.mark.asyncio
async def test_a_session_lives_with_its_conversation_and_eight_idle_hours_at_most(room: DoorsRoom) -> None:
    customer = await room.waiting()
    for _ in range(3):
        room.clock.advance(seconds=8 * 3_600 - 1)
        assert await is_known(customer)
    room.clock.advance(seconds=8 * 3_600)
    assert not await is_known(customer)


@pytest.mark.asyncio
async def test_a_session_lives_half_an_hour_after_its_conversation(room: DoorsRoom) -> None:
    customer = await room.waiting()
    left = await customer.command("EndConversation")
    assert left.status_code == 200
    room.clock.advance(seconds=30 * 60 - 1)
    assert await is_known(customer)
    room.clock.advance(seconds=1)
    assert not await is_known(customer)


@pytest.mark.asyncio
async def test_a_reload_gives_the_same_page_token(room: DoorsRoom) -> None:
    customer = await room.waiting()
    snapshot = (await customer.browser.get("/api/v1/customer/snapshot")).json()
    assert snapshot["page_token"] == customer.page_token
    assert snapshot["conversation"]["conversation_id"] == customer.conversation_id


@pytest.mark.asyncio
async def test_whoever_comes_again_writes_into_her_new_conversation_at_once(room: DoorsRoom) -> None:
    customer = await room.waiting("ensimmäinen asia")
    first = customer.conversation_id
    assert (await customer.command("EndConversation")).status_code == 200
    entry = (await customer.browser.get("/api/v1/customer/entry")).json()
    opened = await customer.command(
        "OpenConversation",
        service_id="neuvonta",
        topic_id="perhe",
        finer_topic_id=None,
        language="fi",
        text="toinen asia",
        notice_version=entry["services"][0]["notice"]["notice_version"],
    )
    assert opened.status_code == 200, opened.text
    customer.conversation_id = opened.json()["conversation_id"]
    written = await customer.command("WriteMessage", text="vielä yksi asia")
    assert written.status_code == 200, written.text
    assert written.json()["conversation_id"] == customer.conversation_id != first


async def talked_to(room: DoorsRoom) -> Customer:
    """A customer whose counsellor has not wrapped up yet what she has ended."""
    customer = await room.waiting("ensimmäinen asia")
    await room.claimed(customer, await room.bearer(room.account()))
    assert (await customer.command("EndConversation")).status_code == 200
    return customer


@pytest.mark.asyncio
async def test_a_wrap_up_that_is_missing_does_not_keep_her_from_coming_again(room: DoorsRoom) -> None:
    customer = await talked_to(room)
    first = customer.conversation_id
    entry = (await customer.browser.get("/api/v1/customer/entry")).json()
    opened = await customer.command(
        "OpenConversation",
        service_id="neuvonta",
        topic_id="perhe",
        finer_topic_id=None,
        language="fi",
        text="toinen asia",
        notice_version=entry["services"][0]["notice"]["notice_version"],
    )
    assert opened.status_code == 200, opened.text
    customer.conversation_id = opened.json()["conversation_id"]
    written = await customer.command("WriteMessage", text="vielä yksi asia")
    assert written.json()["conversation_id"] == customer.conversation_id != first


@pytest.mark.asyncio
async def test_what_was_said_can_be_read_for_half_an_hour_after_the_end_wrapped_up_or_not(
    room: DoorsRoom,
) -> None:
    customer = await talked_to(room)
    room.clock.advance(seconds=30 * 60 - 1)
    assert await is_known(customer)
    room.clock.advance(seconds=1)
    assert not await is_known(customer)
