"""Problem situations and concerns through the middle, on both databases: who is told, what is kept (R094)."""

import json
from dataclasses import replace

import pytest

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_commands import ClaimWaiting
from server_stub.helpline.problem_values import (
    BeginProblemSituation,
    DebriefWish,
    EndProblemSituation,
    TickStep,
)
from server_stub.helpline.values import Problem, queue_address, staff_address
from server_stub.records import audit, debriefs, snapshots
from server_stub.records.database import Database
from server_stub.records.due_acts import renew_leases
from server_stub.records.roster import roster
from server_stub.wire.answers import Accepted
from tests.support.counter_room import Room, room, says

pytestmark = pytest.mark.asyncio


def supervisor(r: Room) -> StaffActor:
    return replace(r.counsellor("Anna", capacity=0), roles=frozenset({"supervisor"}), queues=frozenset())


async def test_it_stops_new_work_until_it_is_over_and_the_supervisor_hears_of_it(database: Database) -> None:
    async with room(database) as r:
        first, second, maija, anna = (
            *(await r.customer("eka"), await r.customer("toka")),
            *(r.counsellor("Maija"), supervisor(r)),
        )
        held = await r.claimed(first, maija)
        waiting = second.conversation_id or ""
        assert isinstance(await r.send(maija, BeginProblemSituation(held, 2)), Accepted)
        assert await r.send(maija, ClaimWaiting(waiting)) == Problem("problem_situation")
        assert isinstance(await r.send(maija, TickStep(held, "stay", True, 2)), Accepted)
        ended = EndProblemSituation(held, DebriefWish.WANTED, 2)
        assert isinstance(await r.send(maija, ended), Accepted)
        assert r.told[-1].addressed.audience == (staff_address(maija.staff_id), "supervisors")
        view = await database.read(
            lambda c: snapshots.staff_view(
                c,
                staff_id=anna.staff_id,
                queues=(),
                window=50,
                today=0,
                supervises=True,
                now=r.clock.millis(),
            )
        )
        assert [(one.alias, one.staff_name, one.wish) for one in view.debriefs] == [
            (r.told[-1].conversation.alias, "Maija", "wanted"),  # type: ignore[union-attr]
        ]
        assert isinstance(await r.send(maija, ClaimWaiting(waiting)), Accepted)
        with database.reading() as connection:
            assert not audit.verify(connection).broken


async def test_nobody_else_is_told_of_debriefs_and_after_two_weeks_nobody_at_all(database: Database) -> None:
    async with room(database) as r:
        maija = r.counsellor("Maija")
        held = await r.claimed(await r.customer("eka"), maija)
        await r.send(maija, BeginProblemSituation(held, 2))
        await r.send(maija, EndProblemSituation(held, DebriefWish.LATER, 2))
        view = await database.read(
            lambda c: snapshots.staff_view(
                c, staff_id=maija.staff_id, queues=(), window=50, today=0, supervises=False
            )
        )
        assert view.debriefs == ()
        later = r.clock.millis() + debriefs.TOLD_FOR_MS + 1
        with database.reading() as connection:
            assert len(debriefs.told(connection, now=r.clock.millis())) == 1
            assert debriefs.told(connection, now=later) == ()


async def test_who_is_in_one_has_no_room_for_more(database: Database) -> None:
    async with room(database) as r:
        maija = r.counsellor("Maija", capacity=3)
        held = await r.claimed(await r.customer("eka"), maija)

        async def free() -> list[int]:
            def people(connection: object) -> list[int]:
                return [one.free for one in roster(connection, now=r.clock.millis())]  # type: ignore[arg-type]

            return await database.read(people)

        seen = {maija.address: r.clock.millis()}
        await r.groups.run(lambda group: renew_leases(group.connection, seen))
        assert await free() == [2]
        await r.send(maija, BeginProblemSituation(held, 2))
        assert await free() == [0]
        await r.send(maija, EndProblemSituation(held, DebriefWish.NOT_WANTED, 2))
        assert await free() == [2]


async def test_a_concern_reaches_those_who_can_take_her_and_not_the_customer(database: Database) -> None:
    async with room(database) as r:
        customer = await r.customer("eka")
        waiting = customer.conversation_id or ""
        await r.send(customer, says(customer, "En jaksa enää elää."))
        marked = r.told[-1]
        assert json.loads(marked.body)["type"] == "ConcernMarked"
        assert "jaksa" not in marked.body.decode()
        queue_id = marked.conversation.queue_id  # type: ignore[union-attr]
        assert marked.addressed.audience == (queue_address(queue_id),)
        found = await database.read(lambda c: snapshots.conversation(c, waiting))
        assert found is not None
        assert (found.concern, found.concern_seq) == ("crisis", found.last_seq)
