"""Consultations over HTTP: what each desk is told, and a canary that no customer route or stream sings of."""

import secrets
from typing import Any

import httpx
import pytest
from litestar.routes import HTTPRoute

from app.domain.desk_state import state_of
from app.domain.reduce import reduce
from app.wire.facts import decode_facts
from app.wire.snapshot import decode_snapshot
from tests.support import contract
from tests.support.doors_room import TOPIC_QUEUE, Customer, DoorsRoom

pytestmark = pytest.mark.asyncio

ADVICE, SENIORS = "KONSULTAATIO_NEUVONTA", "KONSULTAATIO_SENIORI_INFO"
CANARY = "kanarialintu"
QUESTION: dict[str, Any] = {
    "queue_id": SENIORS,
    "urgency": "non_urgent",
    "subject": f"Aihe {CANARY}",
    "text": f"Kysymys {CANARY}",
    "conversation_id": None,
    "attached_seqs": [],
    "is_identity_allowed": False,
}


async def snapshot(room: DoorsRoom, headers: dict[str, str]) -> Any:
    answer = await room.browser().get("/api/v1/staff/snapshot", headers=headers)
    assert contract.problems_of_ours("StaffSnapshot", answer.json()) == []
    return answer.json()


async def told(room: DoorsRoom, headers: dict[str, str], after: int, *, wait_s: int = 0) -> list[Any]:
    """Facts since then; with `wait_s`, as soon as there is one."""
    path = f"/api/v1/staff/facts?after={after}&wait={wait_s}"
    answer = await room.browser().get(path, headers=headers, timeout=60)
    assert contract.problems_of_ours("StaffFacts", answer.json()) == []
    return [each["fact"] for each in answer.json()["facts"]]


async def done(room: DoorsRoom, headers: dict[str, str], kind: str, **keys: object) -> httpx.Response:
    answer = await room.staff_command(headers, kind, **keys)
    assert answer.status_code == 200, answer.text
    assert contract.problems_of_ours("Accepted", answer.json()) == []
    return answer


async def test_a_question_goes_from_one_line_to_another_and_both_are_told_the_same(room: DoorsRoom) -> None:
    """R123, R124: asked, taken, answered and closed, with facts and snapshots to the letter."""
    asker = await room.bearer(room.account(queues=[ADVICE]))
    answerer = await room.bearer(room.account(queues=[SENIORS], roles=["line_professional"]))
    stranger = await room.bearer(room.account(queues=[TOPIC_QUEUE]))
    before = await snapshot(room, answerer)
    lines = {line["queue_id"]: line for line in before["consultation_queues"]}
    assert (lines[SENIORS]["is_served"], lines[ADVICE]["is_served"]) == (True, False)
    assert lines[ADVICE]["on_call"]["number"] == "040 555 0142"
    assert "consult" in before["capabilities"]
    await done(room, asker, "OpenConsultation", **QUESTION)
    (thread,) = (await snapshot(room, answerer))["consultations"]
    about = thread["consultation"]["consultation_id"]
    assert thread["consultation"]["from_queue_id"] == ADVICE
    await done(room, answerer, "ClaimConsultation", consultation_id=about)
    answer = {"consultation_id": about, "text": "Kyllä.", "is_answer": True, "responsibility_version": 2}
    await done(room, answerer, "WriteToConsultation", **answer)
    await done(room, asker, "CloseConsultation", consultation_id=about)
    facts = await told(room, answerer, before["cursor"])
    assert [fact["type"] for fact in facts] == [
        "ConsultationOpened",
        "ConsultationClaimed",
        "ConsultationAnswered",
        "ConsultationClosed",
    ]
    assert facts == await told(room, asker, before["cursor"])
    assert await told(room, stranger, before["cursor"]) == []
    after = await snapshot(room, answerer)
    assert after["promises_kept"]["kept"] == 1
    assert [each["state"] for each in (t["consultation"] for t in after["consultations"])] == ["closed"]
    assert (await snapshot(room, stranger))["consultations"] == []


async def test_a_promise_that_passes_is_told_by_the_timekeeper_to_a_supervisor_elsewhere(
    room: DoorsRoom,
) -> None:
    """R124: overdue is listed for her."""
    asker = await room.bearer(room.account(queues=[ADVICE]))
    name = room.account(queues=[TOPIC_QUEUE], roles=["supervisor"])
    await done(room, asker, "OpenConsultation", **QUESTION)
    before = await snapshot(room, await room.bearer(name))
    assert before["consultations"] == []
    room.clock.advance(seconds=5 * 24 * 3_600)
    (fact,) = await told(room, await room.bearer(name), before["cursor"], wait_s=25)
    assert (fact["type"], fact["caused_by"]) == ("ConsultationOverdue", None)
    (thread,) = (await snapshot(room, await room.bearer(name)))["consultations"]
    assert thread["consultation"]["promise"] == "broken"


async def test_no_customer_route_or_stream_ever_has_a_word_of_it(room: DoorsRoom) -> None:
    """R123: of a consultation about her very conversation, asked by who holds it."""
    customer = await room.waiting("Mistä haen tukea?")
    holder = await room.bearer(room.account(queues=[TOPIC_QUEUE, ADVICE]))
    answerer = await room.bearer(room.account(queues=[SENIORS], roles=["line_professional"]))
    await room.claimed(customer, holder)
    linked = {**QUESTION, "conversation_id": customer.conversation_id, "attached_seqs": [1]}
    await done(room, holder, "OpenConsultation", **linked)
    (thread,) = (await snapshot(room, answerer))["consultations"]
    about = thread["consultation"]["consultation_id"]
    await done(room, answerer, "ClaimConsultation", consultation_id=about)
    answer = {"text": f"Vastaus {CANARY}", "is_answer": True, "responsibility_version": 2}
    await done(room, answerer, "WriteToConsultation", consultation_id=about, **answer)
    ending = {"conversation_id": customer.conversation_id, "responsibility_version": 2}
    heard = await everything(room, customer, about)
    await done(room, holder, "EndConversation", **ending)
    heard += await everything(room, customer, about)
    assert sum("Mistä haen tukea?" in each for each in heard) >= 3, "her own words are what she reads"
    for secret in (CANARY, about, "onsultation", "KONSULTAATIO"):
        assert not [each for each in heard if secret in each], secret


async def everything(room: DoorsRoom, customer: Customer, about: str) -> list[str]:
    """All that she can be told: every path that is hers or everybody's, and every path of staff with her
    cookie.
    """
    heard: list[str] = []
    paths = {route.path for route in room.backend.litestar.routes if isinstance(route, HTTPRoute)}
    assert {"/api/v1/customer/snapshot", "/api/v1/customer/messages"} <= paths
    streams = {f"{path}?after=0&wait=0" for path in room.backend.gate.entries if path.endswith("facts")}
    assert len(streams) == 2
    for path in sorted({*paths, *streams}):
        if path in ("/api/v1/openapi.json", "/openapi.json") or "openapi" in path:
            continue  # it describes the contract, and is the same for everybody
        filled = path.replace("{conversation_id:str}", customer.conversation_id)
        answer = await customer.browser.get(filled, headers=customer.headers)
        if "javascript" not in answer.headers.get("content-type", ""):
            heard.append(answer.text)
    for side in ("customer", "staff"):
        for kind in ("ClaimConsultation", "WithdrawConsultation", "WriteToConsultation"):
            body = {"type": kind, "command_id": secrets.token_hex(16), "consultation_id": about}
            answer = await customer.post(f"/api/v1/{side}/commands", body)
            assert answer.status_code in (400, 401), answer.text
    return heard


async def test_an_old_snapshot_and_its_facts_are_a_fresh_one_for_every_reader(room: DoorsRoom) -> None:
    """Through every fact; for both lines, a stranger, and a supervisor who is told only of late ones."""
    names = {
        "asker": room.account(queues=[ADVICE]),
        "answerer": room.account(queues=[SENIORS], roles=["line_professional"]),
        "stranger": room.account(queues=[TOPIC_QUEUE]),
        "chief": room.account(queues=[TOPIC_QUEUE], roles=["supervisor"]),
    }
    old: dict[str, list[bytes]] = {name: [] for name in names}
    seen: set[str] = set()

    async def bearer(name: str) -> dict[str, str]:
        return await room.bearer(names[name])

    async def after() -> None:
        for name in names:
            answer = await room.browser().get("/api/v1/staff/snapshot", headers=await bearer(name))
            old[name].append(answer.content)

    async def act(name: str, kind: str, **keys: object) -> None:
        await done(room, await bearer(name), kind, **keys)
        await after()

    async def newest() -> Any:
        return (await snapshot(room, await bearer("answerer")))["consultations"][-1]["consultation"]

    await after()
    await act("asker", "OpenConsultation", **QUESTION)
    about = {"consultation_id": (await newest())["consultation_id"]}
    await act("answerer", "ClaimConsultation", **about)
    await act("answerer", "ReleaseConsultation", **about, responsibility_version=2)
    await act("answerer", "ClaimConsultation", **about)
    words = {**about, "text": "Sanoja.", "responsibility_version": 4}
    await act("answerer", "WriteToConsultation", **words, is_answer=False)
    await act("answerer", "WriteToConsultation", **words, is_answer=True)
    await act("asker", "WriteToConsultation", **words, is_answer=False)
    cursor = (await snapshot(room, await bearer("chief")))["cursor"]
    room.clock.advance(seconds=5 * 24 * 3_600)
    await told(room, await bearer("chief"), cursor, wait_s=25)
    await after()
    await act("chief", "ClaimConsultation", **about)
    await act("chief", "WriteToConsultation", **{**words, "responsibility_version": 5}, is_answer=True)
    await act("asker", "CloseConsultation", **about)
    await act("answerer", "OpenConsultation", **{**QUESTION, "queue_id": ADVICE, "urgency": "urgent"})
    urgent = {"consultation_id": (await newest())["consultation_id"]}
    call = {"called_at": "2026-11-23T08:00:00.000Z", "outcome": "no_answer", "text": ""}
    await act("answerer", "RecordConsultationCall", **urgent, **call)
    await act("answerer", "WithdrawConsultation", **urgent)
    for name, snapshots in old.items():
        fresh = state_of(decode_snapshot(snapshots[-1]))
        for raw in snapshots:
            state = state_of(decode_snapshot(raw))
            path = f"/api/v1/staff/facts?after={state.cursor}&wait=0"
            page = await room.browser().get(path, headers=await bearer(name))
            for streamed in decode_facts(page.content)[0]:
                seen.add(type(streamed.fact).__name__)
                state, _ = reduce(state, streamed)
            assert state.consultations == fresh.consultations, name
            assert state.promises_kept == fresh.promises_kept, name
    assert seen == {kind for kind in contract.kinds("fact") if "Consultation" in kind}
