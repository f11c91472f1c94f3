"""The stream: facts as they come, and another way through when something holds them back (F05, F16, F22)."""

import pytest

from app.domain.facts import Beat, Streamed, TypingHint
from app.net.stream import Patience
from app.ports import Gone, LineLost, SignedOut, Unreadable
from tests.net.loopback import (
    A_BEAT,
    A_HINT,
    a_fact,
    a_page,
    a_portal,
    a_problem,
    answer,
    cut_in_the_middle,
    events,
    example,
    hang_up,
    silence,
)

pytestmark = pytest.mark.asyncio

FACTS = "/api/v1/staff/facts"


async def read(stream, count: int) -> list[object]:
    """The first so many items; the line is closed afterwards."""
    taken: list[object] = []
    async for item in stream:
        taken.append(item)
        if len(taken) == count:
            break
    await stream.aclose()
    return taken


async def cursors(stream, count: int) -> list[int]:
    return [item.cursor for item in await read(stream, count) if isinstance(item, Streamed)]


async def test_facts_hints_and_beats_come_in_order_with_what_they_follow(workstation, backend):
    await workstation.sign_in()
    backend.plan(FACTS, events(A_BEAT, a_fact(4711, 4698), A_HINT, a_fact(4713, 4711)))
    beat, first, hint, second = await read(workstation.gate.stream(4698), 4)
    assert isinstance(beat, Beat)
    assert beat.cursor == 4698
    assert isinstance(first, Streamed)
    assert (first.cursor, first.after) == (4711, 4698)
    assert isinstance(hint, TypingHint)
    assert isinstance(second, Streamed)
    assert (second.cursor, second.after) == (4713, 4711)
    (request,) = backend.asked(FACTS)
    assert request.headers["last-event-id"] == "4698"
    assert request.headers["accept"] == "text/event-stream"


async def test_events_cut_into_pieces_anywhere_are_the_same_events(workstation, backend):
    await workstation.sign_in()
    whole = A_BEAT + a_fact(4711, 4698) + a_fact(4713, 4711)
    backend.plan(FACTS, events(*(whole[i : i + 7] for i in range(0, len(whole), 7))))
    assert await cursors(workstation.gate.stream(4698), 3) == [4711, 4713]


async def test_a_fact_cut_before_its_end_is_not_taken(workstation, backend):
    await workstation.sign_in()
    backend.plan(FACTS, events(a_fact(4711, 4698), a_fact(4713, 4711)[:-30], then_stays=False))
    stream = workstation.gate.stream(4698)
    assert (await anext(stream)).cursor == 4711
    with pytest.raises(LineLost):
        await anext(stream)


async def test_a_line_that_falls_silent_is_lost(workstation, backend):
    workstation.start(patience=Patience(silence_s=0.1))
    await workstation.sign_in()
    backend.plan(FACTS, events(A_BEAT))
    with pytest.raises(LineLost):
        await read(workstation.gate.stream(1), 99)


async def test_a_reconnection_time_alone_is_no_event(workstation, backend):
    await workstation.sign_in()
    backend.plan(FACTS, events("retry: 2000\n\n", ": a comment\n\n", a_fact(4711, 4698)))
    assert await cursors(workstation.gate.stream(4698), 1) == [4711]


async def test_events_of_a_later_contract_are_passed_over(workstation, backend):
    await workstation.sign_in()
    backend.plan(FACTS, events("event: fanfare\ndata: {}\n\n", a_fact(4711, 4698)))
    assert await cursors(workstation.gate.stream(4698), 1) == [4711]


@pytest.mark.parametrize(
    "nonsense",
    [
        "id: 4711\ndata: 4698\ndata: {}\n\n",
        "id: x\ndata: 4698\ndata: {}\n\n",
        "data: 1\n\n",
        "event: beat\ndata: ?\n\n",
    ],
)
async def test_what_does_not_follow_the_contract_is_said_to_be_unreadable(workstation, backend, nonsense):
    await workstation.sign_in()
    backend.plan(FACTS, events(nonsense))
    with pytest.raises(Unreadable):
        await read(workstation.gate.stream(4698), 1)


async def test_gone_is_gone_as_an_answer_and_as_an_event(workstation, backend):
    await workstation.sign_in()
    backend.plan(FACTS, a_problem("gone", 410), events(A_BEAT, "event: gone\ndata: {}\n\n"))
    with pytest.raises(Gone):
        await read(workstation.gate.stream(1), 1)
    with pytest.raises(Gone):
        await read(workstation.gate.stream(1), 2)


async def test_a_sign_in_that_has_ended_is_told_apart_from_a_lost_line(workstation, backend):
    await workstation.sign_in()
    backend.plan(FACTS, a_problem("signed_out", 401))
    backend.plan("/api/v1/staff/refresh", a_problem("signed_out", 401))
    with pytest.raises(SignedOut):
        await read(workstation.gate.stream(1), 1)


@pytest.mark.parametrize("what", [answer(b"", status=502), hang_up(), answer(b"", status=204)])
async def test_a_gateway_in_trouble_is_a_lost_line(workstation, backend, what):
    await workstation.sign_in()
    backend.plan(FACTS, what)
    with pytest.raises(LineLost):
        await read(workstation.gate.stream(1), 1)


@pytest.mark.parametrize("status", [429, 503])
async def test_a_busy_or_stopping_backend_is_given_the_time_it_asks_for(workstation, backend, status):
    await workstation.sign_in()
    backend.plan(FACTS, answer(b"{}", status=status, Retry_After="4"))
    with pytest.raises(LineLost) as lost:
        await read(workstation.gate.stream(1), 1)
    assert lost.value.retry_after_s == 4.0


@pytest.mark.parametrize(
    "held_back", [silence(), events(), answer(b"<html>", kind="text/html"), answer(b"{}")]
)
async def test_where_events_are_held_back_the_same_facts_come_by_polling(workstation, backend, held_back):
    workstation.start(patience=Patience(first_event_s=1.0))
    await workstation.sign_in()
    backend.plan(FACTS, held_back, a_page((4711, 4698)), a_page((4713, 4711), (4720, 4713)), a_page())
    items = await read(workstation.gate.stream(4698), 5)
    came = [(type(item), item.cursor) for item in items if isinstance(item, Streamed | Beat)]
    assert came == [(Streamed, 4711), (Beat, 4711), (Streamed, 4713), (Streamed, 4720), (Beat, 4720)]
    polls = [request.target for request in backend.asked(FACTS)][1:]
    assert polls[0] == f"{FACTS}?after=4698&wait=25"
    assert polls[1] == f"{FACTS}?after=4711&wait=25"


async def test_a_new_line_goes_on_polling_where_events_were_held_back_before(workstation, backend):
    workstation.start(patience=Patience(first_event_s=1.0))
    await workstation.sign_in()
    backend.plan(FACTS, silence(), a_page((4711, 4698)), a_page((4713, 4711)))
    await cursors(workstation.gate.stream(4698), 1)
    assert await cursors(workstation.gate.stream(4711), 1) == [4713]


async def test_after_a_while_events_are_tried_again_without_missing_a_fact(workstation, backend):
    workstation.start(patience=Patience(first_event_s=1.0))
    await workstation.sign_in()
    backend.plan(FACTS, silence(), a_page((4711, 4698)), a_page((4713, 4711)), events(a_fact(4720, 4713)))
    taken = []
    stream = workstation.gate.stream(4698)
    async for item in stream:
        if isinstance(item, Streamed):
            taken.append(item.cursor)
        if taken == [4711, 4713]:
            await workstation.clock.advance(601)
        if len(taken) == 3:
            break
    await stream.aclose()
    assert taken == [4711, 4713, 4720]
    assert backend.asked(FACTS)[-1].headers["last-event-id"] == "4713"


async def test_a_portal_in_front_of_everything_is_a_lost_line_and_not_a_way_to_poll(workstation, backend):
    await workstation.sign_in()
    backend.plan(FACTS, a_portal(), a_portal(), events(a_fact(4711, 4698)))
    with pytest.raises(LineLost):
        await read(workstation.gate.stream(4698), 1)
    assert await cursors(workstation.gate.stream(4698), 1) == [4711]


async def test_catching_up_asks_without_waiting(workstation, backend):
    await workstation.sign_in()
    backend.plan(FACTS, a_page((4711, 4698)), a_page())
    assert [fact.cursor for fact in await workstation.gate.catch_up(4698)] == [4711]
    assert await workstation.gate.catch_up(4711) == ()
    assert backend.asked(FACTS)[0].target == f"{FACTS}?after=4698&wait=0"


async def test_a_snapshot_cut_in_half_or_of_somebody_else_is_never_taken(workstation, backend):
    await workstation.sign_in()
    path = "/api/v1/staff/snapshot"
    backend.plan(
        path,
        cut_in_the_middle(example("StaffSnapshot")),
        a_portal(),
        answer(b"{}"),
        answer(example("StaffSnapshot")),
    )
    for trouble in (LineLost, LineLost, Unreadable):
        with pytest.raises(trouble):
            await workstation.gate.snapshot()
    assert (await workstation.gate.snapshot()).me.display_name


async def test_older_messages_of_a_conversation_that_is_no_longer_hers_are_gone(workstation, backend):
    await workstation.sign_in()
    path = f"/api/v1/staff/conversations/{'c' * 32}/messages"
    backend.plan(path, answer(example("MessagesPage")), a_problem("not_found", 404))
    page = await workstation.gate.older("c" * 32, before=51, limit=200)
    assert page.first_seq == 1
    assert backend.asked(path)[0].target == f"{path}?before=51&limit=200"
    with pytest.raises(Gone):
        await workstation.gate.older("c" * 32, before=51, limit=200)


async def test_patience_is_that_of_the_contract():
    usual = Patience()
    assert (usual.first_event_s, usual.silence_s, usual.poll_wait_s) == (25.0, 45.0, 25)
