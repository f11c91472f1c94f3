"""Agreed messages as they are kept, and the clock that ends them: at once, or once she is answered."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from server_stub.counter.counter import Sent
from server_stub.helpline.actors import ClockActor, CustomerActor, StaffActor
from server_stub.helpline.agreed_values import AgreedHow, Purpose, SendAgreedMessage
from server_stub.helpline.calling_time import moment
from server_stub.helpline.conversation_commands import TimedAct, WriteMessage
from server_stub.helpline.conversation_values import DueKind
from server_stub.records import tables, wrap_ups
from server_stub.records.database import Database
from server_stub.records.due_acts import DueAct, due_acts
from server_stub.wire.answers import Accepted
from tests.support.counter_room import Room, answers, room

pytestmark = pytest.mark.asyncio

DAY_MS = 86_400_000


async def identified(r: Room) -> CustomerActor:
    """A customer who has proved who she is, and waits."""
    stranger = r.stranger()
    with r.database.writing() as connection:
        row = connection.execute(
            insert(tables.identifications)
            .values(
                at=r.clock.now, provider_id="koe", level="high", person_key="k" * 64, name="Aino Esimerkki"
            )
            .returning(tables.identifications.c.row)
        ).scalar_one()
    known = CustomerActor(stranger.session_row, None, row)
    answer = await r.send(known, r.opening())
    assert isinstance(answer, Accepted), answer
    return CustomerActor(stranger.session_row, answer.conversation_id, row)


async def an_open_one(r: Room, maija: StaffActor) -> str:
    """Sent from a chat that is held; its id."""
    contact = await r.claimed(await identified(r), maija)
    today = moment(r.clock.now).date()
    command = SendAgreedMessage(contact, "Aika on.", Purpose.CONFIRMATION, AgreedHow.CHAT, today, False)
    answer = await r.send(maija, command)
    assert isinstance(answer, Accepted), answer
    assert answer.conversation_id is not None
    assert answer.cursor is not None
    return answer.conversation_id


async def its_end(r: Room, conversation_id: str) -> DueAct | None:
    acts = await r.database.read(lambda connection: due_acts(connection, r.clock.now + 90 * DAY_MS))
    found = [each for each in acts if (each.conversation_id, each.kind) == (conversation_id, "message_ends")]
    return found[0] if found else None


async def comes(r: Room, conversation_id: str) -> None:
    """The act that is due is done, at its time."""
    act = await its_end(r, conversation_id)
    assert act is not None
    r.clock.now = act.at
    command = TimedAct(conversation_id, DueKind.MESSAGE_ENDS, act.at)
    assert isinstance(await r.counter.handle(Sent("clock", command, ClockActor(), b"")), Accepted)


async def state(r: Room, conversation_id: str) -> str:
    conversations = tables.conversations.c
    asked = select(conversations.state).where(conversations.conversation_id == conversation_id)
    return str(await r.database.read(lambda connection: connection.execute(asked).scalar_one()))


async def counted(r: Room) -> list[tuple[str, str, str]]:
    rows = await r.database.read(
        lambda connection: wrap_ups.counted(connection, since=0, until=r.clock.now + DAY_MS)
    )
    return [(row.channel, row.direction, row.pace) for row in rows]


async def test_the_clock_closes_one_at_its_end_and_counts_it(database: Database) -> None:
    """R120, R131: begun by a professional, at no hurry."""
    async with room(database) as r:
        message = await an_open_one(r, r.counsellor())
        began = moment(r.clock.now).date()
        assert await counted(r) == []
        await comes(r, message)
        assert moment(r.clock.now).date() == began + timedelta(days=14)
        assert await state(r, message) == "closed"
        assert await its_end(r, message) is None
        assert await counted(r) == [("message", "professional_initiated", "non_urgent")]


async def test_while_she_is_owed_an_answer_its_end_waits_for_a_day(database: Database) -> None:
    """R120: a question is not closed unread."""
    async with room(database) as r:
        maija = r.counsellor()
        message = await an_open_one(r, maija)
        aino = CustomerActor(r.stranger().session_row, message)
        assert isinstance(await r.send(aino, WriteMessage(message, "Missä se on?", None)), Accepted)
        await comes(r, message)
        assert await state(r, message) == "held"
        assert isinstance(await r.send(maija, answers(message, "Kirkkokatu 2.", version=1)), Accepted)
        await comes(r, message)
        assert await state(r, message) == "closed"
