"""The file day by day: what was kept is there next morning; text is never in two places or none."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.commands import ClaimWaiting, CloseConversation
from app.domain.dialled import Dialled
from app.domain.ids import CallbackId
from app.domain.moment import Moment
from app.domain.pending import Stage
from app.domain.problems import ProblemCode
from tests.store.a_desk import KIM, MORNING, ROBIN, a_command_id, a_draft, a_row

pytestmark = pytest.mark.asyncio


async def test_a_draft_is_there_next_morning_to_the_microsecond(desk):
    store = await desk.morning()
    kept = replace(a_draft("Hei å ä ö 🙂\nToinen rivi"), returned=ProblemCode.RESPONSIBILITY_MOVED)
    await store.drafts.keep(kept)
    await store.close()
    store = await desk.morning()
    assert await store.drafts.load() == (kept,)
    await store.close()


async def test_a_later_draft_takes_the_place_of_the_earlier_one_of_its_own_conversation_only(desk):
    store = await desk.morning()
    await store.drafts.keep(a_draft("first"))
    await store.drafts.keep(a_draft("other", conversation_id=KIM))
    await store.drafts.keep(a_draft("second", after_s=1))
    assert {(draft.conversation_id, draft.text) for draft in await store.drafts.load()} == {
        (ROBIN, "second"),
        (KIM, "other"),
    }
    await store.close()


async def test_forgetting_a_draft_that_is_not_there_is_no_error(desk):
    store = await desk.morning()
    await store.drafts.forget(ROBIN)
    assert await store.drafts.load() == ()
    await store.close()


async def test_sending_moves_the_text_from_the_draft_into_the_outbox_at_once(desk):
    store = await desk.morning()
    await store.drafts.keep(a_draft())
    await store.outbox.enqueue(a_row(), deletes_draft=ROBIN)
    await store.close()
    store = await desk.morning()
    assert await store.drafts.load() == ()
    assert [row.command for row in await store.outbox.load()] == [a_row().command]
    await store.close()


async def test_a_part_moves_into_the_outbox_and_the_rest_stays_a_draft_both_or_neither(desk):
    """R087."""
    store = await desk.morning()
    await store.drafts.keep(a_draft())
    rest = replace(a_draft(), text="Loput")
    await store.outbox.enqueue(a_row(), deletes_draft=None, keeps_draft=rest)
    with pytest.raises(Exception, match="UNIQUE"):
        await store.outbox.enqueue(a_row(), deletes_draft=None, keeps_draft=a_draft())
    await store.close()
    store = await desk.morning()
    assert [draft.text for draft in await store.drafts.load()] == ["Loput"]
    assert [row.command for row in await store.outbox.load()] == [a_row().command]
    await store.close()


async def test_a_command_refused_by_the_file_leaves_the_draft_where_it_was(desk):
    store = await desk.morning()
    await store.outbox.enqueue(a_row(), deletes_draft=None)
    await store.drafts.keep(a_draft())
    with pytest.raises(Exception, match="UNIQUE"):
        await store.outbox.enqueue(a_row(), deletes_draft=ROBIN)
    assert [draft.text for draft in await store.drafts.load()] == [a_draft().text]
    await store.close()


async def test_rows_come_back_in_the_order_they_were_enqueued_also_after_the_outbox_was_empty(desk):
    store = await desk.morning()
    for number in (5, 2):
        await store.outbox.enqueue(a_row(number=number), deletes_draft=None)
    await store.outbox.retire((a_command_id(5), a_command_id(2)))
    for number in (9, 3, 7):
        await store.outbox.enqueue(a_row(number=number), deletes_draft=None)
    await store.close()
    store = await desk.morning()
    assert [row.command_id for row in await store.outbox.load()] == [
        a_command_id(number) for number in (9, 3, 7)
    ]
    await store.close()


async def test_the_bytes_to_send_are_the_same_to_the_last_byte_after_a_restart(desk):
    store = await desk.morning()
    await store.outbox.enqueue(a_row("ääkköset 🙂"), deletes_draft=None)
    before = await store.outbox.body_of(a_command_id(1))
    await store.close()
    store = await desk.morning()
    assert await store.outbox.body_of(a_command_id(1)) == before
    with pytest.raises(KeyError):
        await store.outbox.body_of(a_command_id(2))
    await store.close()


async def test_how_far_a_row_has_come_is_kept(desk):
    store = await desk.morning()
    row = a_row()
    await store.outbox.enqueue(row, deletes_draft=None)
    further = replace(
        row,
        stage=Stage.ACCEPTED,
        staged=Moment(MORNING + timedelta(seconds=2), 0.0),
        has_been_in_flight=True,
        tries=4,
        accepted_cursor=4711,
    )
    await store.outbox.restage(further)
    await store.close()
    store = await desk.morning()
    assert await store.outbox.load() == (further,)
    await store.close()


async def test_every_kind_of_command_comes_back_as_it_was(desk):
    store = await desk.morning()
    rows = [
        replace(a_row(number=1), command=ClaimWaiting(ROBIN)),
        a_row(number=2),
        replace(a_row(number=3), command=CloseConversation(ROBIN, responsibility_version=2)),
    ]
    for row in rows:
        await store.outbox.enqueue(row, deletes_draft=None)
    assert list(await store.outbox.load()) == rows
    await store.close()


async def test_a_refused_message_becomes_a_draft_and_leaves_the_outbox_at_once(desk):
    store = await desk.morning()
    await store.outbox.enqueue(a_row(number=1), deletes_draft=None)
    await store.outbox.enqueue(a_row(number=2), deletes_draft=None)
    returned = replace(a_draft("returned\n\nnewer"), returned=ProblemCode.CONVERSATION_ENDED)
    await store.outbox.give_back((a_command_id(1),), returned)
    await store.close()
    store = await desk.morning()
    assert [row.command_id for row in await store.outbox.load()] == [a_command_id(2)]
    assert await store.drafts.load() == (returned,)
    await store.close()


async def test_preferences_are_kept_one_by_one(desk):
    store = await desk.morning()
    await store.preferences.keep("theme", "dark")
    await store.preferences.keep("language", "fi")
    await store.preferences.keep("theme", "light")
    await store.close()
    store = await desk.morning()
    assert await store.preferences.load() == {"theme": "light", "language": "fi"}
    await store.close()


async def test_a_draft_returned_for_a_reason_of_a_later_vuoro_keeps_its_text(desk):
    store = await desk.morning()
    await store.drafts.keep(a_draft("text"))
    await store.close()
    from app.store.engine import connect_file

    raw = connect_file(desk.file, desk.key)
    raw.execute("UPDATE drafts SET returned = 'a reason nobody knows yet'")
    raw.close()
    store = await desk.morning()
    (draft,) = await store.drafts.load()
    assert (draft.text, draft.returned) == ("text", ProblemCode.UNKNOWN)
    await store.close()


async def test_a_dialled_call_is_there_next_morning_until_it_is_forgotten(desk):
    """R111: which request, under which responsibility and when; no number."""
    store = await desk.morning()
    first = Dialled(CallbackId("1" * 32), 2, MORNING)
    again = replace(first, responsibility_version=4, at=MORNING + timedelta(hours=2))
    other = Dialled(CallbackId("2" * 32), 3, MORNING + timedelta(hours=1))
    for dialled in (first, other, again):
        await store.calls.keep(dialled)
    await store.close()
    store = await desk.morning()
    assert await store.calls.load() == (other, again)
    await store.calls.forget(other.callback_id)
    await store.calls.forget(other.callback_id)
    await store.close()
    store = await desk.morning()
    assert await store.calls.load() == (again,)
    await store.close()
