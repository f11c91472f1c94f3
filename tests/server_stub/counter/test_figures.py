"""Figures over what was recorded: solved at first desk or moved on, contacts by kind; on both databases."""

import pytest

from server_stub.console.figures import (
    Lines,
    comparable_applications,
    comparable_contacts,
    comparable_matters,
    contact_rows,
    passed_on_rows,
)
from server_stub.helpline.conversation_commands import (
    ClaimWaiting,
    EndConversation,
    TransferConversation,
    WrapUp,
)
from server_stub.helpline.first_desk import FirstDesk, first_desk
from server_stub.helpline.passing_on import PassOnTarget
from server_stub.records import tables
from server_stub.records.database import Database
from server_stub.records.first_desk import matters
from server_stub.records.open_work import open_by_queue
from server_stub.records.passed_on import PassedOn
from server_stub.records.passed_on import counted as applications
from server_stub.records.wrap_ups import counted
from server_stub.wire.answers import Accepted
from tests.server_stub.counter.test_transfers import FAMILY
from tests.support.counter_room import MORNING, Room, room

pytestmark = pytest.mark.asyncio
DAY = 24 * 60 * 60 * 1000


async def a_matter(r: Room, *, moves: int, is_test: bool = False, after_s: int = 0) -> None:
    """One that is answered, moved on so often, each time so many seconds later, and wrapped up."""
    customer, maija = await r.customer("eka"), r.counsellor("Maija")
    held = await r.claimed(customer, maija)
    for number in range(moves):
        r.clock.advance(seconds=after_s)
        await r.send(maija, TransferConversation(held, FAMILY, f"Syy {number}.", 2 + 2 * number))
        await r.send(maija, ClaimWaiting(held))
    version = 2 + 2 * moves
    await r.send(maija, EndConversation(held, version))
    said = WrapUp(held, ("ttt_ehk",), "ohjattu", "", 1, version, is_test=is_test)
    assert isinstance(await r.send(maija, said), Accepted)


async def test_what_was_solved_at_first_desk_is_kept_apart_from_what_was_moved_on(database: Database) -> None:
    """R079, R080, R081: hand-overs, and the time until it was where it belongs; no test is counted."""
    async with room(database) as r:
        for moves, after_s in ((0, 0), (0, 0), (1, 60), (2, 90)):
            await a_matter(r, moves=moves, after_s=after_s)
        await a_matter(r, moves=3, is_test=True)
        found = await database.read(lambda c: matters(c, since=MORNING, until=MORNING + DAY))
        assert first_desk(found) == (FirstDesk("neuvonta", "chat", 4, 2, 2, 120, 2),)
        assert first_desk(await database.read(lambda c: matters(c, since=0, until=MORNING))) == ()


async def test_contacts_are_counted_by_kind_and_few_are_not_told(database: Database) -> None:
    """R127, R131: reason, outcome, channel, direction and pace; a row of fewer than five says so."""
    async with room(database) as r:
        for _ in range(2):
            await a_matter(r, moves=0)
        found = await database.read(lambda c: counted(c, since=MORNING, until=MORNING + DAY))
        [told] = contact_rows(found, hide_below=2)
        assert told[:5] == ("neuvonta", "chat", "customer_initiated", "real_time", "fi")
        assert told[6:] == ("ttt_ehk", "ohjattu", 2)
        [few] = contact_rows(found, hide_below=5)
        assert few[-1] == "<5"


async def test_what_was_split_is_counted_under_the_id_it_began_with(database: Database) -> None:
    """R062: figures before and after the day add up; what the model does not know keeps its own id."""
    lines = Lines({"aikuiset": "neuvonta"}, {"toimeentulo": "eka"})
    async with room(database) as r:
        for _ in range(2):
            await a_matter(r, moves=0)
        before = await database.read(lambda c: counted(c, since=MORNING, until=MORNING + DAY))
        after = [each._replace(service_id="aikuiset", topic_id="toimeentulo") for each in before]
        other = [each._replace(service_id="muu", topic_id="muu") for each in before]
        kinds = {
            row[0]: row
            for row in contact_rows(comparable_contacts((*before, *after, *other), lines), hide_below=1)
        }
        assert {service: row[-1] for service, row in kinds.items()} == {"neuvonta": 4, "muu": 2}
        assert len(contact_rows((*before, *after), hide_below=1)) == 2
        found = await database.read(lambda c: matters(c, since=MORNING, until=MORNING + DAY))
        split = [each._replace(service_id="aikuiset") for each in found]
        [told] = first_desk(comparable_matters((*found, *split), lines))
        assert (told.service_id, told.answered) == ("neuvonta", 4)


async def test_a_queue_with_open_work_is_known_on_both_databases(database: Database) -> None:
    """R062: nothing that is open is left behind in a queue that a new service model does not have."""
    async with room(database) as r:
        await r.customer("eka")
        found = await database.read(open_by_queue)
        assert list(found.values()) == [1]
        await a_matter(r, moves=0)
        assert await database.read(open_by_queue) == found


async def test_applications_are_counted_by_whom_they_were_passed_on_to(database: Database) -> None:
    """R049: each time one is passed on; not what moved for another reason, and no test."""
    async with room(database) as r:
        for is_test in (False, False, True):
            await an_application(r, "social_worker", is_test=is_test)
        await an_application(r, "benefit_processing")
        await a_matter(r, moves=1)
        found = await database.read(lambda c: applications(c, since=MORNING, until=MORNING + DAY))
        assert found == (
            PassedOn("neuvonta", "benefit_processing", 1),
            PassedOn("neuvonta", "social_worker", 2),
        )
        assert await database.read(lambda c: applications(c, since=0, until=MORNING)) == ()
        lines = Lines({"neuvonta": "linja"}, {})
        assert passed_on_rows(comparable_applications(found, lines), hide_below=2) == [
            ("linja", "benefit_processing", "<2"),
            ("linja", "social_worker", 2),
        ]


async def an_application(r: Room, target: PassOnTarget, *, is_test: bool = False) -> None:
    """One of an identified customer, passed on and wrapped up by who decided of it."""
    customer, maija = await r.customer("eka"), r.counsellor("Maija")
    held = await r.claimed(customer, maija)
    with r.database.writing() as connection:
        connection.execute(tables.conversations.update().values(identity="identified"))
    queue_id = r.model.services[0].applications[target]
    passed = TransferConversation(held, queue_id, "", 2, passed_on_to=target)
    assert isinstance(await r.send(maija, passed), Accepted)
    await r.send(maija, ClaimWaiting(held))
    await r.send(maija, EndConversation(held, 4))
    said = WrapUp(held, ("ttt_ehk",), "ohjattu", "", 1, 4, is_test=is_test)
    assert isinstance(await r.send(maija, said), Accepted)
