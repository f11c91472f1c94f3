"""What the screen shows is the outbox laid over the facts."""

from app.domain.commands import ClaimWaiting, CloseConversation, MarkRead, WriteMessage, WriteNote
from app.domain.conversation import Author, Note
from app.domain.ids import CommandId
from app.domain.project import project
from tests.support.desk_builders import (
    MAIJA,
    NINE_O_CLOCK,
    ROBIN,
    SASU,
    a_held_head,
    a_message,
    a_row,
    a_state,
    what_is_seen,
)

FIRST, SECOND = CommandId("1" * 32), CommandId("2" * 32)


def test_with_nothing_pending_what_is_seen_is_what_is_confirmed() -> None:
    seen = project(a_state(a_held_head()), (), is_live=True)
    assert (dict(seen.unsent), seen.claiming, seen.closing, dict(seen.read)) == (
        {},
        frozenset(),
        frozenset(),
        {},
    )
    assert seen.confirmed == a_state(a_held_head())


def test_pending_messages_stand_in_the_order_they_were_sent() -> None:
    rows = (
        a_row(WriteMessage(ROBIN, "yksi", 1), command_id=FIRST),
        a_row(WriteMessage(SASU, "muualle", 1), command_id=CommandId("3" * 32)),
        a_row(WriteMessage(ROBIN, "kaksi", 1), command_id=SECOND),
    )
    seen = what_is_seen(a_held_head(), pending=rows)
    assert [row.command_id for row in seen.unsent[ROBIN]] == [FIRST, SECOND]


def test_a_message_whose_fact_has_come_is_not_shown_a_second_time() -> None:
    window = (a_message(1, by=Author.COUNSELLOR, caused_by=FIRST),)
    seen = what_is_seen(a_held_head(), windows={ROBIN: window}, pending=(a_row(command_id=FIRST),))
    assert ROBIN not in seen.unsent


def test_a_note_is_known_by_its_command_also_when_the_same_text_is_noted_twice() -> None:
    """The first has come, another has been written since, and the second is still on its way."""
    here = Note(1, 1, MAIJA, NINE_O_CLOCK, "Soitettu.", FIRST)
    same = tuple(a_row(WriteNote(ROBIN, "Soitettu.", 1), command_id=each) for each in (FIRST, SECOND))
    seen = what_is_seen(a_held_head(), windows={ROBIN: ()}, notes={ROBIN: (here,)}, pending=same)
    assert [row.command_id for row in seen.notes[ROBIN]] == [SECOND]
    later = Note(2, 1, MAIJA, NINE_O_CLOCK, "Ei vastannut.", None)
    seen = what_is_seen(a_held_head(), windows={ROBIN: ()}, notes={ROBIN: (here, later)}, pending=same)
    assert [row.command_id for row in seen.notes[ROBIN]] == [SECOND]


def test_claims_and_closings_under_way_are_seen() -> None:
    seen = what_is_seen(pending=(a_row(ClaimWaiting(ROBIN)), a_row(CloseConversation(SASU, 1))))
    assert (set(seen.claiming), set(seen.closing)) == ({ROBIN}, {SASU})


def test_a_read_mark_under_way_counts_as_read() -> None:
    window = (a_message(1), a_message(2, by=Author.COUNSELLOR), a_message(3), a_message(4))
    head = a_held_head(last_seq=4, read_by_counsellor=1)
    assert what_is_seen(head, windows={ROBIN: window}).unread(ROBIN) == 2
    seen = what_is_seen(head, windows={ROBIN: window}, pending=(a_row(MarkRead(ROBIN, 3)),))
    assert seen.unread(ROBIN) == 1
    assert seen.read_up_to(ROBIN) == 3
