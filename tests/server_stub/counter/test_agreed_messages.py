"""Agreed messages as they are kept, and the clock that ends them: at once, or once she is answered."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from server_stub.counter.counter import Sent
from server_stub.helpline.actors import ClockActor, CustomerActor, StaffActor
from server_stub.helpline.agreed_values import AgreedHow, Purpose, SendAgreedMessage
from server_stub.helpline.callback_values import ClaimCallback
from server_stub.helpline.calling_time import moment
from server_stub.helpline.conversation_commands import TimedAct, WriteMessage
from server_stub.helpline.conversation_values import DueKind
from server_stub.helpline.values import Problem
from server_stub.records import callbacks, identifications, left_messages, tables, wrap_ups
from server_stub.records.database import Database
from server_stub.records.due_acts import DueAct, due_acts
from server_stub.wire.answers import Accepted
from tests.server_stub.counter.test_callbacks import attempt, left
from tests.support.counter_room import Room, answers, room

pytestmark = pytest.mark.asyncio

DAY_MS = 86_400_000


def who_she_is(r: Room) -> int:
    """The row of somebody who has proved who she is."""
    with r.database.writing() as connection:
        row = connection.execute(
            insert(tables.identifications)
            .values(
                at=r.clock.now, provider_id="koe", level="high", person_key="k" * 64, name="Aino Esimerkki"
            )
            .returning(tables.identifications.c.row)
        ).scalar_one()
    return int(row)


async def identified(r: Room) -> CustomerActor:
    """A customer who has proved who she is, and waits."""
    stranger, row = r.stranger(), who_she_is(r)
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
    assert isinstance(await r.counter.handle(Sent("clock", command, ClockActor())), Accepted)


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


async def called(r: Room, maija: StaffActor, outcome: str, row: int | None) -> str:
    """A callback request that she has called, of who that row is of, or of somebody anonymous."""
    request = await left(r, by=CustomerActor(r.stranger().session_row, None, row))
    assert isinstance(await r.call(maija, ClaimCallback(request)), Accepted)
    assert isinstance(await r.call(maija, await attempt(r, request, outcome)), Accepted)
    return request


async def sends_after(r: Room, who: StaffActor, request: str) -> Accepted | Problem:
    today = moment(r.clock.now).date()
    command = SendAgreedMessage(
        None, "Soita 112.", Purpose.INSTRUCTIONS, AgreedHow.PHONE, today, True, callback_id=request
    )
    return await r.send(who, command)


async def test_after_a_call_she_writes_to_whom_she_reached(database: Database) -> None:
    """R117, R118, R119, R122, R131: found by who she is in any browser; counted beside the call."""
    async with room(database) as r:
        maija, row = r.counsellor(), who_she_is(r)
        request = await called(r, maija, "reached", row)
        answer = await sends_after(r, maija, request)
        assert isinstance(answer, Accepted), answer
        hers = await database.read(
            lambda connection: left_messages.of_person(connection, row, now=r.clock.now)
        )
        assert [(each.conversation_id, each.last_line) for each in hers] == [
            (answer.conversation_id, "Soita 112.")
        ]
        kept = await database.read(
            lambda connection: connection.execute(select(tables.agreed_messages)).one()
        )
        assert (kept.contact, kept.agreed_how, kept.recipient) == (None, "phone", "customer")
        assert kept.callback is not None
        assert ("message", "professional_initiated", "non_urgent") in await counted(r)


@pytest.mark.parametrize("outcome", ["busy", "no_answer"])
async def test_whom_she_has_not_reached_she_has_agreed_nothing_with(database: Database, outcome: str) -> None:
    """R117."""
    async with room(database) as r:
        maija = r.counsellor()
        request = await called(r, maija, outcome, who_she_is(r))
        assert await sends_after(r, maija, request) == Problem("not_found")


async def test_after_a_call_nobody_else_and_to_nobody_anonymous(database: Database) -> None:
    """R118: neither a colleague of the same queue, nor to who had not identified."""
    async with room(database) as r:
        maija, johan = r.counsellor("Maija"), r.counsellor("Johan")
        known = await called(r, maija, "reached", who_she_is(r))
        assert await sends_after(r, johan, known) == Problem("not_found")
        r.clock.advance(seconds=3_700)
        unknown = await called(r, maija, "reached", None)
        assert await sends_after(r, maija, unknown) == Problem("identification_needed")


async def test_who_asked_to_be_called_is_known_until_the_request_is_erased(database: Database) -> None:
    """trust.md P11."""
    async with room(database) as r:
        maija, row = r.counsellor(), who_she_is(r)
        request = await called(r, maija, "reached", row)
        with database.writing() as connection:
            identifications.forget(connection, now=r.clock.now)
        known = await database.read(
            lambda c: c.execute(select(tables.callback_persons.c.identification)).all()
        )
        assert [each.identification for each in known] == [row]
        with database.writing() as connection:
            callbacks.forget_person(connection, request)
        assert await sends_after(r, maija, request) == Problem("not_found")
