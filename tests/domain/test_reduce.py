"""Facts change confirmed state, one function per type, and nothing else does."""

from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pytest

from app.domain.changes import Kind
from app.domain.conversation import Author, ConversationState, Window
from app.domain.conversation_reduce import with_older
from app.domain.differences import differences
from app.domain.facts import (
    ConversationClosed,
    ConversationEnded,
    ConversationEntered,
    ConversationLeft,
    ConversationOpened,
    ConversationReturned,
    Fact,
    MessageWritten,
    ReadMarked,
    ServiceModelActivated,
    Streamed,
    UnknownFact,
    WaitingClaimed,
)
from app.domain.ids import CommandId
from app.domain.reduce import STEPS, reduce
from app.domain.reduce_steps import OutOfStep
from tests.support.desk_builders import (
    ADULTS,
    COMMON_SV,
    JOHAN,
    MAIJA,
    NINE_O_CLOCK,
    ROBIN,
    SASU,
    a_head,
    a_held_head,
    a_message,
    a_queue,
    a_state,
)
from tests.support.example_data import the_answers

NOW = NINE_O_CLOCK


def taken(state, fact: Fact):
    return reduce(state, Streamed(101, 100, fact))[0]


def told(state, fact: Fact):
    return reduce(state, Streamed(101, 100, fact))[1]


def written(seq: int, by: Author = Author.CUSTOMER, text: str = "Hei", caused_by: CommandId | None = None):
    return MessageWritten(NOW, caused_by, ROBIN, seq, by, text, ())


def held_with(*messages, **changes):
    last = messages[-1].seq if messages else 0
    return a_state(a_held_head(last_seq=last, **changes), windows={ROBIN: messages})


@pytest.mark.parametrize(
    "fact",
    [
        UnknownFact("SomethingNew", None),
        ConversationOpened(NOW, None, SASU, a_head(SASU)),
        written(1),
        ConversationLeft(NOW, None, SASU),
    ],
)
def test_every_fact_moves_the_cursor(fact: Fact) -> None:
    assert taken(a_state(a_head()), fact).cursor == 101


def test_an_unknown_fact_changes_nothing_else() -> None:
    state = a_state(a_head())
    assert replace(taken(state, UnknownFact("SomethingNew", None)), cursor=state.cursor) == state
    assert not told(state, UnknownFact("SomethingNew", None))


def test_a_customer_who_comes_is_in_the_queue() -> None:
    state = taken(a_state(), ConversationOpened(NOW, None, SASU, a_head(SASU)))
    assert state.heads[SASU].state is ConversationState.WAITING
    assert told(a_state(), ConversationOpened(NOW, None, SASU, a_head(SASU))).ids(Kind.QUEUES) == {ADULTS}


# --- messages -----------------------------------------------------------------------------------------------


def test_a_message_takes_its_place_in_the_window_and_the_head() -> None:
    state = taken(held_with(a_message(1)), written(2, text="Toinen"))
    assert [message.text for message in state.windows[ROBIN].messages] == ["Hei!", "Toinen"]
    head = state.heads[ROBIN]
    assert (head.last_seq, head.last_line, head.last_by, head.last_at) == (2, "Toinen", Author.CUSTOMER, NOW)


def test_a_message_of_a_waiting_customer_moves_the_head_and_opens_no_window() -> None:
    state = taken(a_state(a_head()), written(1))
    assert state.heads[ROBIN].last_line == "Hei"
    assert ROBIN not in state.windows


def test_only_the_first_two_hundred_characters_are_the_last_line() -> None:
    assert taken(a_state(a_head()), written(1, text="å" * 300)).heads[ROBIN].last_line == "å" * 200


def test_the_same_message_again_changes_nothing() -> None:
    state = taken(held_with(a_message(1)), written(2))
    assert taken(state, written(2)).windows == state.windows


def test_a_message_that_would_leave_a_hole_is_out_of_step() -> None:
    with pytest.raises(OutOfStep):
        taken(held_with(a_message(1)), written(3))


def test_a_message_of_an_unknown_conversation_is_no_concern_of_ours() -> None:
    assert taken(a_state(), written(1)).heads == {}


def test_the_oldest_unanswered_line_starts_the_customers_clock() -> None:
    earlier = NOW - timedelta(minutes=1)
    state = held_with(a_message(1), customer_wrote_at=earlier)
    assert taken(state, written(2)).heads[ROBIN].customer_wrote_at == earlier
    assert taken(held_with(a_message(1)), written(2)).heads[ROBIN].customer_wrote_at == NOW


def test_an_answer_stops_the_customers_clock_and_a_line_of_the_service_does_not() -> None:
    state = held_with(a_message(1), customer_wrote_at=NOW)
    assert taken(state, written(2, Author.COUNSELLOR)).heads[ROBIN].customer_wrote_at is None
    assert taken(state, written(2, Author.SERVICE)).heads[ROBIN].customer_wrote_at == NOW


@pytest.mark.parametrize(
    ("by", "customer", "counsellor"),
    [(Author.CUSTOMER, 2, 0), (Author.COUNSELLOR, 1, 0), (Author.SERVICE, 1, 0)],
)
def test_the_writer_has_read_what_she_wrote_if_nothing_was_unread_before_it(
    by: Author, customer: int, counsellor: int
) -> None:
    state = held_with(a_message(1), read_by_customer=1, read_by_counsellor=0)
    head = taken(state, written(2, by)).heads[ROBIN]
    assert (head.read_by_customer, head.read_by_counsellor) == (customer, counsellor)


def test_a_read_mark_only_ever_grows() -> None:
    state = held_with(a_message(1), a_message(2), a_message(3))
    state = taken(state, ReadMarked(NOW, None, ROBIN, Author.CUSTOMER, 3))
    state = taken(state, ReadMarked(NOW, None, ROBIN, Author.CUSTOMER, 2))
    state = taken(state, ReadMarked(NOW, None, ROBIN, Author.COUNSELLOR, 1))
    assert (state.heads[ROBIN].read_by_customer, state.heads[ROBIN].read_by_counsellor) == (3, 1)


# --- responsibility -----------------------------------------------------------------------------------------


def test_a_claim_moves_responsibility_to_the_counsellor() -> None:
    head = taken(a_state(a_head()), WaitingClaimed(NOW, None, ROBIN, JOHAN, 1)).heads[ROBIN]
    assert (head.state, head.holder, head.claimed_at, head.responsibility_version) == (
        ConversationState.HELD,
        JOHAN,
        NOW,
        1,
    )


def entered(head, *messages):
    return ConversationEntered(NOW, None, ROBIN, head, head.last_seq, messages)


def test_entering_her_own_conversation_brings_its_messages() -> None:
    head = a_held_head(last_seq=2)
    state = taken(a_state(a_head()), entered(head, a_message(1), a_message(2)))
    assert state.windows[ROBIN].last_seq == 2
    assert state.heads[ROBIN] == head


def test_entering_twice_doubles_nothing() -> None:
    head = a_held_head(last_seq=2)
    once = taken(a_state(), entered(head, a_message(1), a_message(2)))
    assert taken(once, entered(head, a_message(1), a_message(2))) == once


def test_entering_again_keeps_the_older_messages_at_hand() -> None:
    state = held_with(a_message(1), a_message(2))
    state = taken(state, entered(a_held_head(last_seq=3), a_message(2), a_message(3)))
    assert [message.seq for message in state.windows[ROBIN].messages] == [1, 2, 3]


def test_messages_that_do_not_join_the_window_replace_it() -> None:
    state = held_with(a_message(1))
    state = taken(state, entered(a_held_head(last_seq=9), a_message(8), a_message(9)))
    assert [message.seq for message in state.windows[ROBIN].messages] == [8, 9]


def test_entering_a_waiting_conversation_opens_no_window() -> None:
    state = taken(a_state(), entered(a_head(last_seq=1), a_message(1)))
    assert ROBIN in state.heads
    assert ROBIN not in state.windows


@pytest.mark.parametrize(
    "fact", [ConversationLeft(NOW, None, ROBIN), ConversationClosed(NOW, None, ROBIN, "answered")]
)
def test_what_has_left_is_forgotten(fact: Fact) -> None:
    state = taken(held_with(a_message(1)), fact)
    assert (dict(state.heads), dict(state.windows)) == ({}, {})
    changes = told(held_with(a_message(1)), fact)
    assert changes.ids(Kind.HEADS) == changes.ids(Kind.MESSAGES) == {ROBIN}


def test_what_is_returned_waits_at_its_old_place_and_its_messages_are_forgotten() -> None:
    since = NOW - timedelta(minutes=9)
    fact = ConversationReturned(NOW, None, ROBIN, COMMON_SV, 2, since, "counsellor_away")
    state = taken(held_with(a_message(1)), fact)
    head = state.heads[ROBIN]
    assert (head.state, head.holder, head.claimed_at) == (ConversationState.WAITING, None, None)
    assert (head.waiting_since, head.queue_id, head.responsibility_version) == (since, COMMON_SV, 2)
    assert ROBIN not in state.windows
    assert told(held_with(a_message(1)), fact).ids(Kind.QUEUES) == {ADULTS, COMMON_SV}


def test_what_has_ended_stays_hers_to_wrap_up() -> None:
    state = taken(held_with(a_message(1)), ConversationEnded(NOW, None, ROBIN, Author.CUSTOMER))
    head = state.heads[ROBIN]
    assert (head.state, head.ended_by, head.holder) == (ConversationState.ENDED, Author.CUSTOMER, MAIJA)
    assert ROBIN in state.windows


@pytest.mark.parametrize(
    "fact",
    [
        ReadMarked(NOW, None, SASU, Author.CUSTOMER, 1),
        WaitingClaimed(NOW, None, SASU, JOHAN, 1),
        ConversationLeft(NOW, None, SASU),
        ConversationReturned(NOW, None, SASU, ADULTS, 2, NOW, "counsellor_away"),
        ConversationEnded(NOW, None, SASU, Author.CUSTOMER),
        ConversationClosed(NOW, None, SASU, "answered"),
    ],
)
def test_a_fact_of_an_unknown_conversation_changes_nothing(fact: Fact) -> None:
    state = a_state(a_head())
    assert taken(state, fact).heads == state.heads
    assert not told(state, fact)


def test_a_new_service_model_replaces_queues_and_texts() -> None:
    fact = ServiceModelActivated(
        NOW, None, 2, (a_queue(COMMON_SV),), {"fi": "Uusi"}, canned_answers=the_answers()[:1]
    )
    state = taken(a_state(canned_answers=the_answers()), fact)
    assert state.canned_answers == the_answers()[:1]
    assert (list(state.queues), state.service_model_version, state.organisation["fi"]) == (
        [COMMON_SV],
        2,
        "Uusi",
    )
    assert told(a_state(), fact).ids(Kind.QUEUES) == {ADULTS, COMMON_SV}


# --- older messages, fresh snapshots ------------------------------------------------------------------------


def test_older_messages_are_laid_before_the_window() -> None:
    state, changes = with_older(held_with(a_message(5)), ROBIN, (a_message(3), a_message(4)))
    assert [message.seq for message in state.windows[ROBIN].messages] == [3, 4, 5]
    assert changes.ids(Kind.MESSAGES) == {ROBIN}


@pytest.mark.parametrize("older", [(), (a_message(2), a_message(3)), (a_message(5),)])
def test_older_messages_that_do_not_join_are_left_alone(older) -> None:
    state = held_with(a_message(5))
    assert with_older(state, ROBIN, older)[0] == state


def test_a_window_knows_whether_there_is_more_before_it() -> None:
    assert Window((a_message(4),)).has_older
    assert not Window((a_message(1),)).has_older
    assert not Window(()).has_older


def test_a_fresh_snapshot_names_only_what_differs() -> None:
    before = a_state(a_head(ROBIN), a_head(SASU))
    after = a_state(a_head(ROBIN), a_head(SASU, last_line="Hei"))
    changes = differences(before, after)
    assert changes.ids(Kind.HEADS) == {SASU}
    assert changes.ids(Kind.QUEUES) == {ADULTS}
    assert differences(before, before).ids(Kind.HEADS) == frozenset()


def test_every_kind_of_fact_has_the_step_that_takes_it():
    assert set(STEPS) == set(get_args(Fact))
