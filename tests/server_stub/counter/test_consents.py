"""Permission through the middle: recorded whole, sealed until opened, no more shown than was released."""

import json
from dataclasses import replace
from typing import Any

import pytest

from server_stub.counter.streams import Streams, Subject
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.consent_values import AnswerConsent, AskConsent, WithdrawConsent
from server_stub.helpline.conversation_commands import ClaimWaiting, WriteNote
from server_stub.helpline.limits import Limits
from server_stub.helpline.retention import Retention
from server_stub.helpline.values import Problem
from server_stub.records import archive, consents, snapshots
from server_stub.records.database import Database
from server_stub.wire.answers import Accepted
from server_stub.wire.heads import ModelWords
from tests.server_stub.counter.test_transfers import NURSING, a_nurse, moves
from tests.support.counter_room import Room, answers, closes, room, says

pytestmark = pytest.mark.asyncio

EARLIER, RELEASED, LATER = "Juon liikaa.", "Kädet tärisevät aamuisin.", "Auttaako joku?"
NOTE = "Etuusasia kesken."


async def view_of(r: Room, actor: StaffActor) -> snapshots.StaffView:
    """What her snapshot holds."""
    return await r.database.read(
        lambda c: snapshots.staff_view(
            c, staff_id=actor.staff_id, queues=actor.queues, window=50, today=r.clock.now, supervises=False
        )
    )


async def asked(r: Room, *, first_seq: int = 2) -> tuple[Any, StaffActor, StaffActor, str]:
    """A held conversation with a note and two lines, and a question about the second of them."""
    customer, maija, nurse = await r.customer(EARLIER), r.counsellor("Maija"), a_nurse(r)
    held = await r.claimed(customer, maija)
    await r.send(maija, WriteNote(held, NOTE, 2))
    await r.send(customer, says(customer, RELEASED))
    with r.database.writing() as connection:
        connection.exec_driver_sql("UPDATE conversations SET identity = 'identified'")
    assert isinstance(await r.send(maija, AskConsent(held, NURSING, first_seq, 2)), Accepted)
    return customer, maija, nurse, held


async def moved(r: Room) -> tuple[Any, StaffActor, StaffActor, str]:
    """The same, given and transferred, with a line of hers after it."""
    customer, maija, nurse, held = await asked(r)
    assert isinstance(await r.send(customer, AnswerConsent(held, 1, True, "sv")), Accepted)
    assert isinstance(await r.send(maija, moves(held, NURSING)), Accepted)
    assert isinstance(await r.send(customer, says(customer, LATER)), Accepted)
    return customer, maija, nurse, held


async def recorded(r: Room, held: str) -> list[dict[str, Any]]:
    """Every question of it, as its customer is shown it."""
    found = await r.database.read(lambda c: snapshots.conversation(c, held))
    assert found is not None
    row = found.row or 0
    kept = await r.database.read(lambda c: consents.for_customer(c, row))
    return [{key: getattr(one, key) for key in one.__struct_fields__} for one in kept]


async def test_what_was_asked_and_answered_is_recorded_whole(database: Database) -> None:
    """R070, R071, I11: text version, language, time, purpose, target, scope."""
    async with room(database) as r:
        _, _, _, held = await moved(r)
        [one] = await recorded(r, held)
        assert (one["state"], one["first_seq"], one["language"], one["register"]) == (
            "moved",
            2,
            "sv",
            "health",
        )
        assert one["target"]["fi"] == "kotisairaanhoitoon"
        assert (one["text_version"], one["starts_on"]) == (1, "2026-09-01")
        assert one["purpose"]["fi"] == "jotta asiasi hoituu sujuvammin"
        assert None not in (one["asked_at"], one["answered_at"], one["moved_at"])
        assert (one["opened_at"], one["withdrawn_at"]) == (None, None)


async def test_until_it_is_opened_its_queue_sees_that_it_waits_and_no_word(database: Database) -> None:
    """I11: in no fact, no head and no snapshot; not the internal message, not what she writes meanwhile."""
    async with room(database) as r:
        _, _, nurse, held = await moved(r)
        there = f"q:{NURSING}"
        told = b"".join(each.body for each in r.told if there in each.addressed.audience)
        words = ModelWords(r.model)
        heads = [words.head(seen.conversation) for seen in (await view_of(r, nurse)).seen]
        seen = told.decode() + json.dumps([str(head) for head in heads])
        assert [head.conversation_id for head in heads] == [held]
        for secret in (EARLIER, RELEASED, LATER, NOTE, "Lapsesta on huoli"):
            assert secret not in seen
        assert (heads[0].last_seq, heads[0].customer_wrote_at) == (0, None)
        kinds = [type(each.addressed.fact).__name__ for each in r.told if there in each.addressed.audience]
        assert kinds == ["ConversationEntered"]


async def test_whoever_opens_it_reads_what_was_released_and_nothing_before(database: Database) -> None:
    """I11: from the second line on; no note and no question of before; in snapshot, fact and older pages."""
    async with room(database) as r:
        customer, _, nurse, held = await moved(r)
        assert isinstance(await r.send(nurse, ClaimWaiting(held)), Accepted)
        [seen] = (await view_of(r, nurse)).seen
        assert [json.loads(message)["text"] for message in seen.messages] == [RELEASED, LATER]
        assert seen.notes == ()
        assert [one.state for one in seen.consents] == ["opened"]
        entered = [each for each in r.told if type(each.addressed.fact).__name__ == "ConversationEntered"][-1]
        assert (
            json.loads(entered.body)["head"]["transfer"]["internal_message"]
            == "Lapsesta on huoli, ei kerrota vielä."
        )
        streams = Streams(database, r.hub, Limits(), left=lambda _address: None)
        subject = Subject(nurse.address, frozenset({nurse.address}), None, 0)
        missed = await streams.missed(subject, entered.seq - 1)
        assert missed is not None
        body = await streams.filled(missed.facts[0], subject.addresses)
        assert body is not None
        assert EARLIER not in body.decode()
        assert NOTE not in body.decode()
        assert [message["text"] for message in json.loads(body)["messages"]] == [RELEASED, LATER]
        older = await database.read(
            lambda c: snapshots.older_messages(c, held, before=3, limit=10, reader_id=nurse.staff_id)
        )
        assert older is not None
        assert ([json.loads(one)["text"] for one in older[0]], older[1]) == ([RELEASED], 2)
        assert await r.send(customer, WithdrawConsent(held, 1)) == Problem("consent_used")


async def test_taken_back_it_is_home_again_whole_and_gone_from_there(database: Database) -> None:
    """I11: the hand-over is undone, and nobody of the queue it was in can take it."""
    async with room(database) as r:
        customer, maija, nurse, held = await moved(r)
        assert isinstance(await r.send(customer, WithdrawConsent(held, 1)), Accepted)
        assert (await view_of(r, nurse)).seen == ()
        assert await r.send(nurse, ClaimWaiting(held)) == Problem("not_found")
        assert isinstance(await r.send(maija, ClaimWaiting(held)), Accepted)
        [seen] = (await view_of(r, maija)).seen
        assert [json.loads(message)["text"] for message in seen.messages] == [EARLIER, RELEASED, LATER]
        assert len(seen.notes) == 1
        head = ModelWords(r.model).head(seen.conversation)
        assert (head.hand_overs, head.transfer) == (0, None)
        [one] = await recorded(r, held)
        assert one["state"] == "withdrawn"


async def test_a_refusal_leaves_it_where_it_is(database: Database) -> None:
    """R070."""
    async with room(database) as r:
        customer, maija, _, held = await asked(r)
        assert isinstance(await r.send(customer, AnswerConsent(held, 1, False, "fi")), Accepted)
        assert await r.send(maija, moves(held, NURSING)) == Problem("consent_needed")
        assert isinstance(await r.send(maija, answers(held, "jatketaan tässä")), Accepted)


async def test_staff_are_named_to_the_customer_nowhere(database: Database) -> None:
    async with room(database) as r:
        _, _, _, held = await moved(r)
        hers = [each for each in r.told if f"c:{held}" in each.addressed.audience]
        assert "Maija" not in "".join((each.customer_body or each.body).decode() for each in hers)


async def archived(r: Room, actor: StaffActor, held: str) -> archive.Opened | None:
    """The closed conversation as the archive opens it for her (R138)."""
    times = Retention(anonymous_days=183, exported_days=30)
    reader = archive.Reader(actor, r.model.registers(), times, r.clock.now)
    return await r.database.read(lambda c: archive.opened(c, reader, held))


async def test_once_closed_it_is_read_again_as_far_as_it_was_released(database: Database) -> None:
    """I11, R138: nothing of before the permission, and nothing at all for the register it came from."""
    async with room(database) as r:
        _, maija, nurse, held = await moved(r)
        assert isinstance(await r.send(nurse, ClaimWaiting(held)), Accepted)
        assert isinstance(await r.send(nurse, closes(held, version=4)), Accepted)
        opened = await archived(r, nurse, held)
        assert opened is not None
        assert [json.loads(message)["text"] for message in opened.messages] == [RELEASED, LATER]
        assert opened.notes == ()
        social = replace(maija, queues=maija.queues - {NURSING})
        assert await archived(r, social, held) is None


async def test_closed_where_it_came_from_it_is_read_again_there_alone(database: Database) -> None:
    """I11, R138: taken back, it never was beyond."""
    async with room(database) as r:
        customer, maija, nurse, held = await moved(r)
        assert isinstance(await r.send(customer, WithdrawConsent(held, 1)), Accepted)
        assert isinstance(await r.send(maija, ClaimWaiting(held)), Accepted)
        assert isinstance(await r.send(maija, closes(held, version=5)), Accepted)
        opened = await archived(r, maija, held)
        assert opened is not None
        assert [json.loads(message)["text"] for message in opened.messages] == [EARLIER, RELEASED, LATER]
        assert len(opened.notes) == 1
        assert {step.internal_message for step in opened.steps} == {""}
        assert await archived(r, nurse, held) is None
