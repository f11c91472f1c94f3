"""The situation over HTTP: load by queue and by person, for a supervisor, without a word of anybody's."""

import pytest

from app.domain.presence import Presence
from app.wire.situation import decode_situation
from tests.server_stub.routes.test_presence import here, read, says
from tests.support import contract
from tests.support.doors_room import TOPIC_QUEUE, DoorsRoom

pytestmark = pytest.mark.asyncio


async def test_load_by_queue_and_by_person(room: DoorsRoom) -> None:
    supervisor = await room.bearer(room.account(roles=["supervisor"]))
    maija = await room.bearer(room.account())
    await room.claimed(await room.waiting("salaisuus"), maija)
    await room.waiting("toinen salaisuus")
    await says(room, maija, "busy")
    here(room)
    answer = await read(room, "situation", supervisor)
    assert contract.problems_of_ours("Situation", answer.json()) == []
    situation = decode_situation(answer.content)
    queue = next(each for each in situation.queues if each.queue_id == TOPIC_QUEUE)
    assert (queue.waiting, queue.held, queue.on_duty) == (1, 1, 2)
    busy = next(each for each in situation.people if each.presence is Presence.BUSY)
    free = next(each for each in situation.people if each.presence is Presence.AVAILABLE)
    assert (busy.load, busy.to_wrap_up, busy.unanswered_since is None) == (1, 0, False)
    assert (busy.presence_since is None, free.presence_since) == (False, None)
    assert queue.free == free.capacity
    assert "salaisuus" not in answer.text


async def test_an_ended_conversation_is_counted_until_it_is_wrapped_up(room: DoorsRoom) -> None:
    supervisor = await room.bearer(room.account(roles=["supervisor"]))
    maija = await room.bearer(room.account())
    customer = await room.waiting()
    await room.claimed(customer, maija)
    ended = await customer.command("EndConversation")
    assert ended.status_code == 200, ended.text
    here(room)
    people = decode_situation((await read(room, "situation", supervisor)).content).people
    assert sorted((each.load, each.to_wrap_up) for each in people) == [(0, 0), (0, 1)]


async def test_nobody_but_a_supervisor_sees_it(room: DoorsRoom) -> None:
    """R140."""
    maija = await room.bearer(room.account())
    answer = await room.browser().get("/api/v1/staff/situation", headers=maija)
    assert (answer.status_code, answer.json()["problem"]["code"]) == (403, "not_allowed")
