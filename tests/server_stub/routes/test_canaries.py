"""No live token and no word of a person is in an answer, a header or the log (trust.md U06, B20, P09)."""

import io
import json

import httpx
import pytest

from server_stub.bootstrap.event_log import EventLog, listen_to_libraries
from tests.support.doors_room import PASSWORD, DoorsRoom

TEXT = "kanarialintu laulaa salaisuuden"


@pytest.mark.asyncio
async def test_no_answer_but_the_one_that_hands_it_out_holds_a_token(room: DoorsRoom) -> None:
    name = room.account()
    signed_in = (await room.sign_in(name)).json()
    headers = {"Authorization": f"Bearer {signed_in['access_token']}"}
    customer = await room.waiting(TEXT)
    await room.claimed(customer, headers)
    cookie = customer.browser.cookies["vuoro_customer"]
    answers: list[httpx.Response] = [
        await room.browser().get("/api/v1/staff/snapshot", headers=headers),
        await room.browser().get("/api/v1/staff/facts?after=0&wait=0", headers=headers),
        await room.browser().get(
            f"/api/v1/staff/conversations/{customer.conversation_id}/messages", headers=headers
        ),
        await customer.browser.get("/api/v1/customer/snapshot"),
        await customer.browser.get("/api/v1/customer/facts?after=0&wait=0"),
        await customer.command("WriteMessage", text=TEXT),
        await room.staff_command(headers, "MarkRead", conversation_id=customer.conversation_id, seq=1),
        await room.browser().post("/api/v1/staff/sign-out", headers=headers),
    ]
    assert [one.status_code for one in answers] == [200] * 7 + [204]
    for answer in answers:
        whole = answer.text + str(answer.headers)
        for secret in (signed_in["access_token"], signed_in["refresh_token"], cookie, PASSWORD):
            assert secret not in whole
        if "/staff/" in str(answer.url):
            assert customer.page_token not in whole


@pytest.mark.asyncio
async def test_the_log_tells_events_and_ids_and_nothing_a_person_wrote(room: DoorsRoom) -> None:
    name = room.account()
    await room.sign_in(name, "kanarialintu on salasana")
    await room.sign_in("kanarialintu on nimi", PASSWORD)
    headers = await room.bearer(name)
    customer = await room.waiting(TEXT)
    await room.claimed(customer, headers)
    await customer.command("WriteMessage", text=TEXT)
    await room.browser().post("/api/v1/staff/sign-out", headers=headers)
    told = json.dumps(room.events.lines)
    assert [event for event, _ in room.events.lines if event.startswith("sign")] == [
        "sign_in_refused",
        "sign_in_refused",
        "signed_in",
        "signed_out",
    ]
    for canary in ("kanarialintu", PASSWORD, name, headers["Authorization"][7:], customer.page_token):
        assert canary not in told


EVIL = [
    "a\nb",
    "a\r\nINFO signed_in",
    "\x1b[31mred",
    "%s%n",
    "{0}",
    "a\u2028b",
    "a\u202eb",
    "x" * 5_000,
    "\x00",
]


@pytest.mark.parametrize("value", EVIL)
def test_one_event_is_one_line_of_plain_letters(value: str) -> None:
    said = io.StringIO()
    EventLog(said, lambda: 0)("happened", thing=value)
    (line,) = said.getvalue().splitlines()
    assert line.startswith("1970-01-01T00:00:00.000Z happened thing=")
    assert len(line) < 200
    assert line.isprintable()


def test_what_a_library_says_is_told_without_its_words() -> None:
    import logging

    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    said = io.StringIO()
    try:
        listen_to_libraries(EventLog(said, lambda: 0))
        try:
            raise ValueError(TEXT)
        except ValueError:
            logging.getLogger("library").exception("it went wrong with %s", TEXT)
    finally:
        root.handlers[:] = before
        root.setLevel(level)
    (line,) = said.getvalue().splitlines()
    assert "library_says" in line
    assert "error=ValueError" in line
    assert "kanarialintu" not in line
