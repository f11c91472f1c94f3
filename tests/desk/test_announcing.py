"""What calls for her, what of it is news, and when she has seen it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.desk.announcing import (
    NONE,
    Attention,
    Call,
    Cause,
    InView,
    attend,
    calls_for_her,
    most_urgent,
    silenced,
    sound_for,
)
from app.desk.sounds import Sound
from app.domain.callback_commands import ClaimCallback
from app.domain.commands import ClaimWaiting, MarkRead
from app.domain.conversation import Author, ConversationState, Transfer
from app.domain.desk_state import Capability
from app.domain.ids import QueueId
from app.domain.presence import Presence, SetPresence
from app.domain.project import Seen
from tests.support.callback_builders import FIRST, a_callback, mine
from tests.support.desk_builders import (
    ADULTS,
    JOHAN,
    MAIJA,
    NINE_O_CLOCK,
    ROBIN,
    SASU,
    a_head,
    a_held_head,
    a_message,
    a_row,
    what_is_seen,
)
from tests.support.offer_builders import OFFERED, SARI, an_offer

WAITING = Call(Cause.WAITING, ROBIN, 0)
AWAY = InView()
WORK_VIEW = InView(queues=True, callbacks=True)


def calls(seen: Seen, *, later_min: float = 0.0) -> frozenset[Call]:
    return calls_for_her(seen, now=NINE_O_CLOCK + timedelta(minutes=later_min))


def a_conversation(*messages, **changes) -> Seen:
    head = a_held_head(last_seq=len(messages), last_by=Author.CUSTOMER, **changes)
    return what_is_seen(head, windows={ROBIN: messages})


def test_a_customer_waiting_in_a_queue_of_hers_calls():
    assert calls(what_is_seen(a_head())) == {WAITING}


def test_a_customer_in_a_queue_she_does_not_serve_does_not_call():
    assert calls(what_is_seen(a_head(queue_id=QueueId("#soshON_muu_chat")))) == NONE


def test_nobody_calls_whom_she_has_no_room_for():
    held = [a_held_head(SASU, holder=MAIJA)]
    assert calls(what_is_seen(a_head(), *held, capacity=1)) == NONE
    assert calls(what_is_seen(a_head(), *held, capacity=2)) == {WAITING}


def test_nobody_calls_whom_she_may_not_take_or_is_taking():
    assert calls(what_is_seen(a_head(), capabilities=frozenset({Capability.WRITE}))) == NONE
    assert calls(what_is_seen(a_head(), pending=(a_row(ClaimWaiting(ROBIN)),))) == NONE


def test_a_transferred_conversation_calls_as_one():
    moved = Transfer(by=JOHAN, from_queue_id=ADULTS, at=NINE_O_CLOCK, internal_message="Kertoi jo lapsista.")
    assert calls(what_is_seen(a_head(transfer=moved, responsibility_version=2))) == {
        Call(Cause.TRANSFER, ROBIN, 2)
    }


def test_a_line_she_has_not_read_calls_until_a_mark_is_under_way():
    seen = a_conversation(a_message(1), a_message(2, by=Author.COUNSELLOR), a_message(3))
    assert calls(seen) == {Call(Cause.MESSAGE, ROBIN, 3)}
    head = replace(seen.confirmed.heads[ROBIN], read_by_counsellor=3)
    assert calls(what_is_seen(head, windows={ROBIN: seen.confirmed.windows[ROBIN].messages})) == NONE
    marked = what_is_seen(
        seen.confirmed.heads[ROBIN],
        windows={ROBIN: seen.confirmed.windows[ROBIN].messages},
        pending=(a_row(MarkRead(ROBIN, 3)),),
    )
    assert calls(marked) == NONE


def test_her_own_lines_and_ended_conversations_do_not_call():
    assert calls(a_conversation(a_message(1, by=Author.COUNSELLOR))) == NONE
    assert calls(a_conversation(a_message(1), state=ConversationState.ENDED)) == NONE


def test_a_request_calls_from_the_moment_it_is_due():
    due = a_callback(due_at=NINE_O_CLOCK + timedelta(minutes=5))
    seen = what_is_seen(callbacks=(due,))
    assert calls(seen, later_min=4.9) == NONE
    assert calls(seen, later_min=5) == {Call(Cause.CALLBACK, FIRST, 0)}


def test_a_request_that_is_taken_or_cannot_be_dialled_now_does_not_call():
    assert calls(what_is_seen(callbacks=(mine(),))) == NONE
    assert calls(what_is_seen(callbacks=(a_callback(),), pending=(a_row(ClaimCallback(FIRST)),))) == NONE
    evening_min = 8 * 60
    assert calls(what_is_seen(callbacks=(a_callback(),)), later_min=evening_min) == NONE


@pytest.mark.parametrize("presence", [each for each in Presence if each is not Presence.AVAILABLE])
def test_only_her_own_customers_call_while_she_is_not_available(presence: Presence):
    said = a_row(SetPresence(presence))
    held = a_held_head(SASU, last_seq=1, last_by=Author.CUSTOMER)
    seen = what_is_seen(
        a_head(), held, windows={SASU: (a_message(1),)}, callbacks=(a_callback(),), pending=(said,)
    )
    assert calls(seen) == {Call(Cause.MESSAGE, SASU, 1)}
    back = what_is_seen(a_head(), held, windows={SASU: (a_message(1),)}, callbacks=(a_callback(),))
    assert {call.cause for call in calls(back)} == {Cause.MESSAGE, Cause.WAITING, Cause.CALLBACK}


def test_what_is_new_is_told_once_and_calls_until_she_looks():
    first = attend(Attention(), frozenset({WAITING}), AWAY)
    assert first.fresh == first.unseen == {WAITING}
    second = attend(first, first.calls, AWAY)
    assert second.fresh == NONE
    assert second.unseen == {WAITING}
    looked = attend(second, second.calls, WORK_VIEW)
    assert looked.unseen == NONE
    assert attend(looked, looked.calls, AWAY).unseen == NONE


def test_a_new_customer_is_told_of_also_while_she_looks():
    # She sits at the window and looks out of another: one sound, and no more.
    now = attend(Attention(), frozenset({WAITING}), WORK_VIEW)
    assert now.fresh == {WAITING}
    assert now.unseen == NONE


def test_a_line_in_the_conversation_before_her_eyes_is_no_news():
    line = Call(Cause.MESSAGE, ROBIN, 3)
    now = attend(Attention(), frozenset({line}), InView(front=ROBIN))
    assert (now.fresh, now.unseen) == (NONE, NONE)
    behind = attend(Attention(), frozenset({line}), InView(queues=True, front=SASU))
    assert behind.fresh == behind.unseen == {line}


def test_what_she_looked_at_is_news_again_when_it_comes_back():
    seen = attend(Attention(), frozenset({WAITING}), WORK_VIEW)
    gone = attend(seen, NONE, AWAY)
    assert attend(gone, frozenset({WAITING}), AWAY).unseen == {WAITING}
    returned = replace(WAITING, turn=2)
    assert attend(seen, frozenset({returned}), AWAY).fresh == {returned}


def test_silencing_holds_for_what_calls_now_and_for_nothing_else():
    quiet = silenced(attend(Attention(), frozenset({WAITING}), AWAY))
    assert quiet.unseen == NONE
    assert attend(quiet, quiet.calls, AWAY).unseen == NONE
    another = Call(Cause.WAITING, SASU, 0)
    assert attend(quiet, quiet.calls | {another}, AWAY).unseen == {another}


@pytest.mark.parametrize(
    ("call", "in_view"),
    [
        (WAITING, InView(callbacks=True, front=ROBIN)),
        (Call(Cause.TRANSFER, ROBIN, 1), InView(callbacks=True)),
        (Call(Cause.CALLBACK, FIRST, 0), InView(queues=True)),
        (Call(Cause.OFFER, OFFERED, 2), InView(queues=True, callbacks=True)),
        (Call(Cause.MESSAGE, ROBIN, 1), InView(queues=True, callbacks=True)),
    ],
)
def test_what_is_not_in_view_is_not_seen(call: Call, in_view: InView):
    assert attend(Attention(), frozenset({call}), in_view).unseen == {call}


def test_of_several_the_most_urgent_is_told():
    request = Call(Cause.CALLBACK, FIRST, 0)
    assert most_urgent(frozenset({request, WAITING})) is Cause.WAITING
    assert most_urgent(frozenset({request, WAITING, Call(Cause.MESSAGE, SASU, 1)})) is Cause.MESSAGE
    assert most_urgent(NONE) is None
    assert {sound_for(cause) for cause in Cause} == set(Sound)


@pytest.mark.parametrize("presence", list(Presence))
def test_what_is_offered_to_her_calls_whatever_she_says_of_herself(presence: Presence):
    seen = what_is_seen(offers=(an_offer(),))
    called = calls(replace(seen, presence_meant=presence))
    assert called == {Call(Cause.OFFER, OFFERED, 2)}
    assert most_urgent(called | {WAITING, Call(Cause.HELP, SASU, 1)}) is Cause.OFFER


def test_her_own_offer_and_one_she_is_answering_do_not_call():
    hers = what_is_seen(offers=(an_offer(by=MAIJA, to=SARI),))
    assert calls(hers) == NONE
    seen = what_is_seen(offers=(an_offer(),))
    assert calls(replace(seen, offering=frozenset({OFFERED}))) == NONE
