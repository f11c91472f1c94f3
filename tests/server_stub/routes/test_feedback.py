"""What customers say of a conversation that is over: covered, once, and apart from whose it is."""

import json
from typing import Any

import pytest
from sqlalchemy import event, select

from server_stub.records import tables
from tests.server_stub.routes.test_transcripts import answered
from tests.support import contract
from tests.support.doors_room import TOPIC_QUEUE, Customer, DoorsRoom


async def can_give(customer: Customer) -> Any:
    answer = await customer.browser.get("/api/v1/customer/snapshot")
    assert contract.problems_of_ours("CustomerSnapshot", answer.json()) == []
    return answer.json()["can_give_feedback"]


def kept(room: DoorsRoom) -> list[Any]:
    with room.database.reading() as connection:
        return list(connection.execute(select(tables.feedback)).mappings())


@pytest.mark.asyncio
async def test_it_is_said_once_when_all_is_over_with_personal_data_covered(room: DoorsRoom):
    """R139."""
    customer = await answered(room)
    assert not await can_give(customer)
    early = await customer.command("GiveFeedback", score=5, text="")
    assert (early.status_code, early.json()["problem"]) == (409, {"code": "feedback_not_open"})
    assert (await customer.command("EndConversation")).status_code == 200
    assert await can_give(customer)
    body: dict[str, object] = {"type": "GiveFeedback", "command_id": "0193a6f2c41c7e3f8d2b4a6c8e0f1a3d"}
    body |= {"conversation_id": customer.conversation_id, "score": 5, "text": "Kiitos! t. 150385-912E"}
    for _ in range(2):
        answer = await customer.post("/api/v1/customer/commands", body)
        assert (answer.status_code, answer.json()["outcome"]) == (200, "accepted"), answer.text
    assert not await can_give(customer)
    again = await customer.command("GiveFeedback", score=1, text="")
    assert (again.status_code, again.json()["problem"]) == (409, {"code": "feedback_given"})
    (row,) = kept(room)
    assert (row["queue_id"], row["score"]) == (TOPIC_QUEUE, 5)
    assert row["text"].startswith("Kiitos!")
    assert "912E" not in row["text"]


@pytest.mark.asyncio
async def test_nothing_that_is_kept_leads_from_what_was_said_to_who_said_it(room: DoorsRoom):
    """R139: no fact, no row of the audit log, and in its own row no id, time or name of hers."""
    customer = await answered(room)
    await customer.command("EndConversation")
    with room.database.reading() as connection:
        before = [len(connection.execute(select(table)).all()) for table in (tables.facts, tables.audit)]
    await customer.command("GiveFeedback", score=2, text="Jonotin kauan.")
    with room.database.reading() as connection:
        after = [len(connection.execute(select(table)).all()) for table in (tables.facts, tables.audit)]
        aliases = connection.execute(select(tables.conversations.c.alias)).scalars().all()
        ledger = connection.execute(select(tables.ledger).order_by(tables.ledger.c.at.desc())).mappings()
        newest = next(iter(ledger))
    assert after == before
    (row,) = kept(room)
    told = json.dumps(dict(row))
    assert not [name for name in (customer.conversation_id, *aliases) if name in told]
    assert newest["conversation"] is None
    assert newest["fact_seq"] is None
    assert row["feedback_id"] not in json.dumps([str(value) for value in newest.values()])


@pytest.mark.asyncio
async def test_its_words_go_in_time_and_its_score_stays(room: DoorsRoom):
    """R139: words are kept as long as those of anonymous conversations."""
    customer = await answered(room)
    await customer.command("EndConversation")
    await customer.command("GiveFeedback", score=3, text="Ihan hyvä.")
    room.clock.advance(seconds=183 * 86_400 - 3_600)
    await room.backend._tidy()
    assert kept(room)[0]["text"] == "Ihan hyvä."
    room.clock.advance(seconds=2 * 86_400)
    await room.backend._tidy()
    assert (kept(room)[0]["text"], kept(room)[0]["score"]) == ("", 3)


@pytest.mark.asyncio
async def test_tidying_leaves_no_order_and_no_transaction_by_which_rows_belong_together(room: DoorsRoom):
    """R139: both tables then stand in the order of their keys, whatever the order they were written in."""
    customers = [await answered(room) for _ in range(4)]
    for number, customer in enumerate(customers):
        await customer.command("EndConversation")
        await customer.command("GiveFeedback", score=1 + number, text=f"Sana {number}")
    await room.backend._tidy()
    assert sorted(row["score"] for row in kept(room)) == [1, 2, 3, 4]
    assert {row["text"] for row in kept(room)} == {f"Sana {number}" for number in range(4)}
    written: list[str] = []

    def hear(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.startswith("INSERT INTO feedback"):
            written.extend(
                str(row[0]) for row in (parameters if isinstance(parameters, list) else [parameters])
            )

    engine = room.database.engine
    event.listen(engine, "before_cursor_execute", hear)
    await room.backend._tidy()
    event.remove(engine, "before_cursor_execute", hear)
    with room.database.reading() as connection:
        given = connection.execute(select(tables.feedback_given.c.conversation_id)).scalars().all()
    assert written == [*sorted(row["feedback_id"] for row in kept(room)), *sorted(given)]
    assert not await can_give(customers[0])
