"""The life of a conversation, every state against every command: a table, and what moves with a message."""

import pytest

from server_stub.helpline.actors import Actor, CustomerActor, StaffActor
from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_commands import (
    ClaimWaiting,
    CloseConversation,
    EndConversation,
    MarkRead,
    WrapUp,
    WriteMessage,
)
from server_stub.helpline.conversation_situation import Situation, may_see, watchers
from server_stub.helpline.conversation_values import Conversation, ConversationState
from server_stub.helpline.decisions import Command, Decision
from server_stub.helpline.values import Problem

QUEUE = "#soshON_aikuissosiaalityö_chat"
CONVERSATION_ID = "c" * 32
HOLDER = StaffActor("a" * 32, "Neuvoja 1", frozenset({"advice_counsellor"}), frozenset({QUEUE}), 3)
COLLEAGUE = StaffActor("b" * 32, "Neuvoja 2", frozenset({"advice_counsellor"}), frozenset({QUEUE}), 3)
ELSEWHERE = StaffActor(
    "d" * 32, "Neuvoja 3", frozenset({"advice_counsellor"}), frozenset({"#soshON_muu_chat"}), 3
)
CUSTOMER = CustomerActor(1, CONVERSATION_ID)
OTHER_CUSTOMER = CustomerActor(2, "e" * 32)
NOW = 1_000_000


def a_conversation(state: str) -> Conversation:
    """One conversation in a state; held and ended by HOLDER under version 2."""
    is_held = state in ("held", "ended", "closed")
    return Conversation(
        row=1,
        conversation_id=CONVERSATION_ID,
        alias="4812",
        state=ConversationState(state),
        queue_id=QUEUE,
        language="fi",
        identity="anonymous",
        service_id="neuvonta",
        topic_id="toimeentulo",
        finer_topic_id=None,
        detail="",
        chosen_service_id="neuvonta",
        chosen_topic_id="toimeentulo",
        chosen_finer_topic_id=None,
        chosen_language="fi",
        refined_by_id=None,
        refined_by_name=None,
        refined_at=None,
        corrected_by_id=None,
        corrected_by_name=None,
        corrected_at=None,
        opened_at=0,
        waiting_since=0,
        holder_id=HOLDER.staff_id if is_held else None,
        holder_name=HOLDER.display_name if is_held else None,
        claimed_at=10 if is_held else None,
        ended_by="customer" if state == "ended" else None,
        ended_at=15 if state == "ended" else None,
        closed_reason="answered" if state == "closed" else None,
        closed_at=20 if state == "closed" else None,
        responsibility_version=2 if is_held else 1,
        hand_overs=0,
        transferred_by_id=None,
        transferred_by_name=None,
        transferred_from=None,
        transferred_at=None,
        internal_message=None,
        offered_to_id=None,
        offered_to_name=None,
        offered_at=None,
        offer_lapses_at=None,
        offer_message=None,
        help_called_at=None,
        help_text=None,
        helper_id=None,
        helper_name=None,
        joined_at=None,
        asked_to_identify_at=None,
        identification_declined_at=None,
        identified_after_seq=None,
        earlier_lines=None,
        shown_after_seq=0,
        consent_number=None,
        consent_state=None,
        consent_queue_id=None,
        consent_after_seq=0,
        released_after_seq=0,
        released_after_number=0,
        help_about=None,
        language_barrier=None,
        problem_began_at=None,
        problem_steps=None,
        concern=None,
        concern_seq=None,
        channel="chat",
        due_at=None,
        direction="customer_initiated",
        open_until=None,
        last_seq=3,
        last_line="hei",
        last_by="customer",
        last_at=5,
        customer_wrote_at=5,
        read_by_customer=3,
        read_by_counsellor=1,
        last_number=7,
    )


def led(state: str, actor: Actor, command: Command) -> str:
    """The state it leads to, or the problem's code."""
    outcome = decide(Situation(NOW, actor, a_conversation(state)), command)
    return outcome.code if isinstance(outcome, Problem) else str(outcome.conversation.state)


WRITES = WriteMessage(CONVERSATION_ID, "hei", None)
ANSWERS = WriteMessage(CONVERSATION_ID, "hei", 2)
READS = MarkRead(CONVERSATION_ID, 2)
CLAIMS = ClaimWaiting(CONVERSATION_ID)
CLOSES = CloseConversation(CONVERSATION_ID, 2)
ENDS = EndConversation(CONVERSATION_ID, 2)
WRAPS_UP = WrapUp(CONVERSATION_ID, (), None, "", 0, 2)

ENDED, CLOSED, MOVED = "conversation_ended", "conversation_closed", "responsibility_moved"
TAKEN, UNKNOWN = "already_claimed", "not_found"
STATES = ("waiting", "held", "ended", "closed")

# actor, command, and what it leads to when the conversation is: waiting, held, ended, closed
TABLE: list[tuple[Actor, Command, tuple[str, str, str, str]]] = [
    (CUSTOMER, WRITES, ("waiting", "held", ENDED, CLOSED)),
    (CUSTOMER, READS, ("waiting", "held", "ended", CLOSED)),
    (CUSTOMER, EndConversation(), ("closed", "ended", ENDED, CLOSED)),
    (OTHER_CUSTOMER, WRITES, (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)),
    (HOLDER, ANSWERS, (MOVED, "held", ENDED, CLOSED)),
    (HOLDER, READS, (MOVED, "held", "ended", CLOSED)),
    (HOLDER, CLAIMS, ("held", TAKEN, TAKEN, CLOSED)),
    (HOLDER, CLOSES, (MOVED, "closed", "closed", CLOSED)),
    (HOLDER, ENDS, (MOVED, "ended", "ended", CLOSED)),
    (HOLDER, WRAPS_UP, (MOVED, "conversation_not_ended", "closed", CLOSED)),
    (CUSTOMER, WRAPS_UP, (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)),
    (COLLEAGUE, ENDS, (MOVED, UNKNOWN, UNKNOWN, UNKNOWN)),
    (COLLEAGUE, WRAPS_UP, (MOVED, UNKNOWN, UNKNOWN, UNKNOWN)),
    (COLLEAGUE, ANSWERS, (MOVED, UNKNOWN, UNKNOWN, UNKNOWN)),
    (COLLEAGUE, CLAIMS, ("held", TAKEN, TAKEN, CLOSED)),
    (COLLEAGUE, CLOSES, (MOVED, UNKNOWN, UNKNOWN, UNKNOWN)),
    (ELSEWHERE, CLAIMS, (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)),
    (ELSEWHERE, ANSWERS, (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)),
]


@pytest.mark.parametrize(("actor", "command", "expected"), TABLE)
def test_every_command_in_every_state(actor: Actor, command: Command, expected: tuple[str, ...]) -> None:
    assert tuple(led(state, actor, command) for state in STATES) == expected


def written(conversation: Conversation, actor: Actor, text: str = "uusi") -> Conversation:
    """The conversation after a message."""
    version = 2 if isinstance(actor, StaffActor) else None
    outcome = decide(
        Situation(NOW, actor, conversation), WriteMessage(conversation.conversation_id, text, version)
    )
    assert isinstance(outcome, Decision)
    return outcome.conversation


def test_the_oldest_unanswered_line_counts_until_it_is_answered() -> None:
    quiet = a_conversation("held")._replace(customer_wrote_at=None)
    assert written(quiet, CUSTOMER).customer_wrote_at == NOW
    waiting_long = quiet._replace(customer_wrote_at=5)
    assert written(waiting_long, CUSTOMER).customer_wrote_at == 5
    assert written(waiting_long, HOLDER).customer_wrote_at is None


def test_writing_does_not_show_that_what_came_just_before_was_seen() -> None:
    held = a_conversation("held")
    assert written(held, HOLDER).read_by_counsellor == 1
    assert written(held._replace(read_by_counsellor=3), HOLDER).read_by_counsellor == 4
    assert written(held, CUSTOMER).read_by_customer == 4


def test_the_last_line_is_kept_short() -> None:
    assert len(written(a_conversation("held"), CUSTOMER, "x" * 4000).last_line) == 200


@pytest.mark.parametrize("state", ["waiting", "held", "ended"])
def test_who_is_told_is_who_may_see(state: str) -> None:
    conversation = a_conversation(state)
    listening = {HOLDER: {HOLDER.address, f"q:{QUEUE}"}, COLLEAGUE: {COLLEAGUE.address, f"q:{QUEUE}"}}
    listening[ELSEWHERE] = {ELSEWHERE.address, "q:#muu"}
    for actor, addresses in listening.items():
        assert may_see(conversation, actor) == bool(addresses & set(watchers(conversation)))


def test_a_customers_message_goes_to_the_queue_while_it_waits_and_to_the_holder_after() -> None:
    waiting = decide(Situation(NOW, CUSTOMER, a_conversation("waiting")), WRITES)
    held = decide(Situation(NOW, CUSTOMER, a_conversation("held")), WRITES)
    assert isinstance(waiting, Decision)
    assert isinstance(held, Decision)
    assert waiting.facts[0].audience == (f"q:{QUEUE}", f"c:{CONVERSATION_ID}")
    assert held.facts[0].audience == (HOLDER.address, f"c:{CONVERSATION_ID}")


def test_a_claim_tells_the_queue_who_took_then_makes_it_forget_then_lets_the_holder_in() -> None:
    outcome = decide(Situation(NOW, HOLDER, a_conversation("waiting")), CLAIMS)
    assert isinstance(outcome, Decision)
    told = [(type(addressed.fact).__name__, addressed.audience) for addressed in outcome.facts]
    assert told == [
        ("WaitingClaimed", (f"q:{QUEUE}", f"c:{CONVERSATION_ID}")),
        ("ConversationLeft", (f"q:{QUEUE}",)),
        ("ConversationEntered", (HOLDER.address,)),
    ]


def test_exactly_one_is_responsible_in_every_state_but_closed() -> None:
    for state in ("waiting", "held", "ended"):
        staff = [address for address in watchers(a_conversation(state)) if not address.startswith("c:")]
        assert len(staff) == 1
    assert watchers(a_conversation("closed")) == (f"c:{CONVERSATION_ID}",)
