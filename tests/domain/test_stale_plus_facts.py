"""A stale snapshot plus the facts since equals a fresh snapshot: the equality that finds every race."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.commands import ClaimWaiting, CloseConversation, MarkRead, WriteMessage
from app.domain.conversation import Staff
from app.domain.desk_state import DeskState, state_of
from app.domain.ids import CommandId, ConversationId
from app.domain.reduce import reduce
from tests.support.counter_model import Counter
from tests.support.desk_builders import JOHAN, MAIJA, ROBIN, SASU

Act = Callable[[Counter, int], None]
PEOPLE = (MAIJA, JOHAN)


def _version(counter: Counter, conversation_id: ConversationId) -> int:
    return counter.matters[conversation_id].head.responsibility_version


def _command(staff: Staff, make: Callable[[Counter], object]) -> Act:
    def act(counter: Counter, number: int) -> None:
        counter.handle(staff.staff_id, CommandId(f"{number:032x}"), make(counter))  # type: ignore[arg-type]

    return act


def _acts(conversation_id: ConversationId) -> list[Act]:
    def opens(counter: Counter, number: int) -> None:
        if conversation_id not in counter.matters:
            counter.customer_opens(conversation_id, "Ensimmäinen" if number % 2 else "")

    acts: list[Act] = [
        lambda counter, number: counter.customer_writes(conversation_id, f"viesti {number}"),
        lambda counter, number: counter.customer_reads(conversation_id),
        lambda counter, number: counter.customer_ends(conversation_id),
        lambda counter, number: counter.counsellor_away(conversation_id),
    ]
    for staff in PEOPLE:
        acts += [
            _command(staff, lambda counter: ClaimWaiting(conversation_id)),
            _command(staff, lambda c: WriteMessage(conversation_id, "vastaus", _version(c, conversation_id))),
            _command(
                staff, lambda c: MarkRead(conversation_id, c.matters[conversation_id].head.last_seq or 1)
            ),
            _command(staff, lambda c: CloseConversation(conversation_id, _version(c, conversation_id))),
        ]
    return [opens, *(_if_there(conversation_id, act) for act in acts)]


def _if_there(conversation_id: ConversationId, act: Act) -> Act:
    def guarded(counter: Counter, number: int) -> None:
        if conversation_id in counter.matters:
            act(counter, number)

    return guarded


ACTS: list[Act] = [
    *_acts(ROBIN),
    *_acts(SASU),
    lambda counter, number: counter.activate_service_model(),
    lambda counter, number: counter.something_new(),
]


def caught_up(state: DeskState, counter: Counter, staff: Staff) -> DeskState:
    for streamed in counter.facts_for(staff.staff_id, state.cursor):
        assert streamed.after == state.cursor
        state, _ = reduce(state, streamed)
    return state


def without_cursor(state: DeskState) -> object:
    return (
        state.queues,
        state.heads,
        state.windows,
        state.service_model_version,
        state.organisation,
        state.unprotected,
        state.canned_answers,
    )


@pytest.mark.parametrize("staff", PEOPLE, ids=lambda staff: staff.display_name)
@given(
    before=st.lists(st.sampled_from(ACTS), max_size=12), since=st.lists(st.sampled_from(ACTS), max_size=25)
)
def test_a_stale_snapshot_plus_its_facts_is_a_fresh_snapshot(
    staff: Staff, before: list[Act], since: list[Act]
) -> None:
    counter = Counter(*PEOPLE, capacity=2)
    for number, act in enumerate(before, start=1):
        act(counter, number)
    stale = state_of(counter.snapshot_for(staff.staff_id))
    for number, act in enumerate(since, start=1000):
        act(counter, number)
    fresh = state_of(counter.snapshot_for(staff.staff_id))
    assert without_cursor(caught_up(stale, counter, staff)) == without_cursor(fresh)
