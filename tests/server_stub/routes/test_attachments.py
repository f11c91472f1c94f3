"""Attachments through the doors: uploaded, sent, read by who reads the conversation, and by nobody else.

The provider is a process of its own (tests/support), the backend is behind its gate in this one.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from sqlalchemy import func, select

from server_stub.bootstrap.wiring import WallClock
from server_stub.records import tables
from tests.support.doors_room import Customer, DoorsRoom, a_doors_room
from tests.support.identifying import identified, reopened
from tests.support.openid_provider import AINO, RunningProvider, an_openid_provider
from tests.support.papers import PLACE, a_jpeg, a_pdf, exif

Json = dict[str, Any]
MOST = 400_000


@pytest.fixture(scope="module")
def provider() -> Iterator[RunningProvider]:
    with an_openid_provider() as running:
        yield running


@pytest_asyncio.fixture
async def room(tmp_path: Path, template: Path, provider: RunningProvider) -> AsyncIterator[DoorsRoom]:
    keys = tmp_path / "keys"
    keys.mkdir()
    limits = (f"limits.attachment_bytes={MOST}", "limits.attachments_per_conversation=2")
    async with a_doors_room(tmp_path, *provider.settings(keys), *limits, template=template) as made:
        # The provider's tokens are of today, and so is the room.
        made.clock.now = WallClock().millis()
        yield made


async def uploads(customer: Customer, content: bytes, upload_id: str | None = None) -> httpx.Response:
    return await customer.browser.post(
        "/api/v1/customer/uploads",
        params={"upload_id": upload_id or secrets.token_hex(16)},
        content=content,
        headers={**customer.headers, "Content-Type": "application/octet-stream"},
    )


async def sends(customer: Customer, content: bytes, name: str = "lasku.pdf") -> Json:
    """Uploads and sends; the outcome."""
    upload_id = secrets.token_hex(16)
    answer = await uploads(customer, content, upload_id)
    assert answer.status_code == 200, answer.text
    outcome: Json = (await customer.command("SendAttachment", upload_id=upload_id, name=name)).json()
    return outcome


async def in_a_chat(room: DoorsRoom, headers: dict[str, str]) -> Customer:
    """Identified in the middle of a chat, which `headers` hold."""
    customer = await room.waiting()
    await room.claimed(customer, headers)
    await identified(customer, AINO)
    return customer


async def window(room: DoorsRoom, headers: dict[str, str]) -> list[Json]:
    snapshot = (await room.browser().get("/api/v1/staff/snapshot", headers=headers)).json()
    messages: list[Json] = snapshot["windows"][0]["messages"]
    return messages


async def reads(
    room: DoorsRoom, customer: Customer, headers: dict[str, str], file: str, query: str = ""
) -> httpx.Response:
    path = f"/api/v1/staff/conversations/{customer.conversation_id}/attachments/{file}{query}"
    return await room.browser().get(path, headers=headers)


def rows(room: DoorsRoom, table: Any) -> int:
    with room.database.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def looks(room: DoorsRoom) -> list[str]:
    with room.database.reading() as connection:
        entries = connection.execute(select(tables.audit.c.entry).order_by(tables.audit.c.seq)).scalars()
        return [bytes(entry).decode() for entry in entries]


@pytest.mark.asyncio
async def test_an_identified_customer_sends_a_file_and_its_holder_reads_it(room: DoorsRoom) -> None:
    """R040, R047: it is a message in its place, and its bytes are those she sent."""
    headers = await room.bearer(room.account())
    customer = await in_a_chat(room, headers)
    paper = a_pdf(pages=3)
    outcome = await sends(customer, paper, "../Vuokra\u202efdp.sopimus")
    assert outcome["text"] == "Vuokrafdp.sopimus.pdf"
    told = (await window(room, headers))[-1]
    attachment = told["attachment"]
    assert (told["seq"], told["by"], told["text"]) == (outcome["seq"], "customer", outcome["text"])
    assert (attachment["kind"], attachment["bytes"], attachment["pages"]) == ("pdf", len(paper), 3)
    answer = await reads(room, customer, headers, attachment["attachment_id"])
    assert (answer.status_code, answer.content) == (200, paper)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == 'attachment; filename="liite.pdf"'
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-length"] == str(len(paper))


@pytest.mark.asyncio
async def test_each_reading_stands_in_the_audit_log_and_the_name_nowhere_in_it(room: DoorsRoom) -> None:
    """R047, R048: what was only read, what was saved and what was printed."""
    headers = await room.bearer(room.account())
    customer = await in_a_chat(room, headers)
    await sends(customer, a_pdf(), "Avioero.pdf")
    file = (await window(room, headers))[-1]["attachment"]["attachment_id"]
    before = len(looks(room))
    asked = ("", "?use=look", "?use=save", "?use=print")
    got = [(await reads(room, customer, headers, file, query)).status_code for query in asked]
    refused = await reads(room, customer, headers, file, "?use=keep")
    assert (got, refused.status_code) == ([200] * 4, 400)
    uses = ("look", "look", "save", "print")
    wanted = [f"{customer.conversation_id} {file} {use}" for use in uses]
    assert [words in each for words, each in zip(wanted, looks(room)[before:], strict=True)] == [True] * 4
    assert not any("Avioero" in each for each in looks(room))


@pytest.mark.asyncio
async def test_who_is_anonymous_is_told_to_identify_in_both_steps(room: DoorsRoom) -> None:
    """R040: only when strongly identified."""
    customer = await room.waiting()
    upload_id = secrets.token_hex(16)
    refused = await uploads(customer, a_pdf(), upload_id)
    assert (refused.status_code, refused.json()["problem"]["code"]) == (409, "identification_needed")
    sent = await customer.command("SendAttachment", upload_id=upload_id, name="lasku.pdf")
    assert sent.json()["problem"]["code"] == "identification_needed"
    assert rows(room, tables.attachments) == 0


@pytest.mark.asyncio
async def test_a_retried_upload_is_one_attachment_and_is_sent_once(room: DoorsRoom) -> None:
    """R047: the answer may be lost on the way, at either step."""
    customer = await in_a_chat(room, await room.bearer(room.account()))
    upload_id = secrets.token_hex(16)
    first, again = await asyncio.gather(
        uploads(customer, a_pdf(), upload_id), uploads(customer, a_pdf(), upload_id)
    )
    if again.status_code == 429:
        # Both came at once: the second is told to come again, and does.
        again = await uploads(customer, a_pdf(pages=2), upload_id)
    assert first.json() == again.json()
    body = {"type": "SendAttachment", "command_id": secrets.token_hex(16)}
    body |= {"conversation_id": customer.conversation_id, "upload_id": upload_id, "name": "lasku.pdf"}
    sent = [(await customer.post("/api/v1/customer/commands", body)).json() for _ in range(2)]
    assert sent[0] == sent[1]
    other = await customer.command("SendAttachment", upload_id=upload_id, name="lasku.pdf")
    assert other.json()["problem"]["code"] == "upload_unknown"
    assert rows(room, tables.attachments) == 1


@pytest.mark.asyncio
async def test_a_file_of_somebody_else_is_not_there(room: DoorsRoom) -> None:
    """R047: neither to send for another customer, nor to read for a colleague or through another chat."""
    headers, colleague = await room.bearer(room.account()), await room.bearer(room.account())
    customer = await in_a_chat(room, headers)
    upload_id = secrets.token_hex(16)
    await uploads(customer, a_pdf(), upload_id)
    other = await in_a_chat(room, colleague)
    taken = await other.command("SendAttachment", upload_id=upload_id, name="lasku.pdf")
    assert taken.json()["problem"]["code"] == "upload_unknown"
    await customer.command("SendAttachment", upload_id=upload_id, name="lasku.pdf")
    file = (await window(room, headers))[-1]["attachment"]["attachment_id"]
    assert (await reads(room, customer, colleague, file)).status_code == 404
    assert (await reads(room, other, colleague, file)).status_code == 404
    assert (await reads(room, customer, headers, upload_id)).status_code == 404
    assert (await reads(room, customer, headers, file)).status_code == 200


@pytest.mark.asyncio
async def test_too_large_too_many_and_what_is_no_file_are_refused(room: DoorsRoom) -> None:
    """R047."""
    customer = await in_a_chat(room, await room.bearer(room.account()))
    large = await uploads(customer, b"%PDF-" + bytes(MOST))
    assert (large.status_code, large.json()["problem"]) == (413, {"code": "too_large", "limit": MOST})
    page = await uploads(customer, b"<html><script>alert(1)</script>")
    assert (page.status_code, page.json()["problem"]) == (
        415,
        {"code": "attachment_refused", "reason": "kind"},
    )
    for _ in range(2):
        assert (await sends(customer, a_pdf()))["outcome"] == "accepted"
    full = await sends(customer, a_pdf())
    assert full["problem"] == {"code": "attachments_full", "limit": 2}


@pytest.mark.asyncio
async def test_bytes_that_come_without_an_end_in_sight_are_cut_off(room: DoorsRoom) -> None:
    """R047: nothing says beforehand how many there are, and no more than the limit are held."""
    customer = await in_a_chat(room, await room.bearer(room.account()))
    given = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal given
        while True:
            given += 65_536
            yield bytes(65_536)

    answer = await customer.browser.post(
        "/api/v1/customer/uploads",
        params={"upload_id": secrets.token_hex(16)},
        content=endless(),
        headers={**customer.headers, "Content-Type": "application/octet-stream"},
    )
    assert answer.status_code == 413
    assert given <= MOST + 2 * 65_536


@pytest.mark.asyncio
async def test_where_a_picture_was_taken_is_not_passed_on(room: DoorsRoom) -> None:
    """R047."""
    headers = await room.bearer(room.account())
    customer = await in_a_chat(room, headers)
    picture = a_jpeg(parts=exif(6))
    assert PLACE in picture
    await sends(customer, picture, "kuva.JPG")
    told = (await window(room, headers))[-1]
    assert (told["text"], told["attachment"]["kind"], told["attachment"]["pages"]) == (
        "kuva.JPG",
        "jpeg",
        None,
    )
    content = (await reads(room, customer, headers, told["attachment"]["attachment_id"])).content
    assert PLACE not in content
    assert content.startswith(b"\xff\xd8\xff\xe1")


@pytest.mark.asyncio
async def test_into_a_left_message_too_and_an_answer_is_promised(room: DoorsRoom) -> None:
    """R040: into a message that was answered: her file waits for an answer as her words would."""
    headers = await room.bearer(room.account())
    customer = await room.session()
    await identified(customer, AINO)
    entry = (await customer.browser.get("/api/v1/customer/entry")).json()["services"][0]
    left = await customer.command(
        "LeaveMessage",
        service_id=entry["service_id"],
        topic_id="perhe",
        finer_topic_id=None,
        language="fi",
        text="Miten haen perhetyötä?",
        notice_version=entry["notice"]["notice_version"],
    )
    customer.conversation_id = left.json()["conversation_id"]
    await room.claimed(customer, headers)
    await room.staff_command(
        headers,
        "WriteMessage",
        conversation_id=customer.conversation_id,
        text="Lähetä hakemus.",
        responsibility_version=2,
    )
    assert (await sends(customer, a_pdf(), "hakemus.pdf"))["outcome"] == "accepted"
    view: Any = (await reopened(customer))["conversation"]
    assert view["due_at"] is not None


@pytest.mark.asyncio
async def test_what_is_streamed_is_what_a_fresh_snapshot_says(room: DoorsRoom) -> None:
    """R047: neither side breaks on the new message."""
    headers = await room.bearer(room.account())
    customer = await in_a_chat(room, headers)
    await sends(customer, a_pdf())
    snapshot = (await customer.browser.get("/api/v1/customer/snapshot")).json()
    assert snapshot["messages"][-1]["attachment"]["pages"] == 1
    facts = (await customer.browser.get("/api/v1/customer/facts?after=0&wait=0")).json()["facts"]
    assert facts[-1]["fact"]["attachment"] == snapshot["messages"][-1]["attachment"]


@pytest.mark.asyncio
async def test_an_upload_that_nobody_sends_is_gone_after_an_hour(room: DoorsRoom) -> None:
    """R047: what she removed before sending is kept nowhere."""
    customer = await in_a_chat(room, await room.bearer(room.account()))
    upload_id = secrets.token_hex(16)
    await uploads(customer, a_pdf(), upload_id)
    assert rows(room, tables.attachment_pieces) == 1
    with room.database.writing() as connection:
        connection.execute(tables.attachments.update().values(uploaded_at=room.clock.millis() - 3_600_000))
    await room.backend._tidy()
    assert (rows(room, tables.attachments), rows(room, tables.attachment_pieces)) == (0, 0)
    late = await customer.command("SendAttachment", upload_id=upload_id, name="lasku.pdf")
    assert late.json()["problem"]["code"] == "upload_unknown"
