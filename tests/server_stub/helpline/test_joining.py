"""Joining: the whole table of helpline/joining.py, pure; and that reading along is all it is."""

from dataclasses import replace

import pytest

from server_stub.helpline.conversation_commands import (
    CloseConversation,
    EndConversation,
    MarkRead,
    ReturnToQueue,
    TransferConversation,
    WriteMessage,
    WriteNote,
)
from server_stub.helpline.conversation_facts import NoteWritten
from server_stub.helpline.conversation_situation import watchers
from server_stub.helpline.decisions import Command
from server_stub.helpline.help_values import (
    AnswerHelpCall,
    ConversationJoined,
    HelpAnswered,
    HelpCallEnded,
    HelpEnding,
    JoinConversation,
    JoiningEnded,
    LeaveConversation,
    TakeOver,
    WithdrawHelpCall,
)
from server_stub.helpline.values import Problem, customer_address
from tests.server_stub.helpline.test_conversation import (
    COLLEAGUE,
    CONVERSATION_ID,
    CUSTOMER,
    HOLDER,
    NOW,
    QUEUE,
    a_conversation,
)
from tests.server_stub.helpline.test_help_call import BOTH, SUPERVISOR, called, decision, led_to

OTHER = replace(SUPERVISOR, staff_id="6" * 32, display_name="Outi")
CUSTOMER_AT = customer_address(CONVERSATION_ID)
JOIN, LEAVE = JoinConversation(CONVERSATION_ID, 2), LeaveConversation(CONVERSATION_ID, 2)
JOINED = called(helper_id=SUPERVISOR.staff_id, helper_name="Anna", joined_at=NOW - 30_000)


def test_joining_tells_holder_supervisors_and_customer_and_moves_nothing():
    led = decision(called(), SUPERVISOR, JOIN)
    told = [(type(each.fact).__name__, each.audience) for each in led.facts]
    assert told == [
        ("HelpAnswered", BOTH),
        ("ConversationJoined", (*BOTH, CUSTOMER_AT)),
        ("ConversationEntered", (SUPERVISOR.address,)),
    ]
    assert led.facts[0].fact == HelpAnswered(SUPERVISOR.staff_id, "Anna")
    assert led.facts[1].fact == ConversationJoined(SUPERVISOR.staff_id, "Anna")
    after = led.conversation
    assert (after.holder_id, after.responsibility_version) == (HOLDER.staff_id, 2)
    assert (after.helper_id, after.joined_at) == (SUPERVISOR.staff_id, NOW)
    assert watchers(after) == (HOLDER.address, SUPERVISOR.address, CUSTOMER_AT)


def test_who_said_that_she_comes_is_not_said_to_come_again():
    coming = called(helper_id=SUPERVISOR.staff_id, helper_name="Anna")
    kinds = [type(each.fact).__name__ for each in decision(coming, SUPERVISOR, JOIN).facts]
    assert kinds == ["ConversationJoined", "ConversationEntered"]
    assert decision(JOINED, SUPERVISOR, JOIN).facts == ()


@pytest.mark.parametrize("command", [JOIN, AnswerHelpCall(CONVERSATION_ID, 2)])
def test_one_reads_along_at_a_time(command: Command):
    assert led_to(JOINED, OTHER, command) == Problem("already_joined", {"by_name": "Anna"})


@pytest.mark.parametrize("command", [JOIN, LEAVE])
def test_where_she_was_not_called_there_is_nothing_to_join_or_leave(command: Command):
    """Decision 28 holds for reading along as well."""
    assert led_to(a_conversation("held"), SUPERVISOR, command) == Problem("not_found")
    assert led_to(called(), COLLEAGUE, command) == Problem("not_found")
    assert led_to(called(), CUSTOMER, command) == Problem("not_found")
    assert led_to(called(responsibility_version=3), SUPERVISOR, command) == Problem("not_found")


def test_leaving_closes_her_window_ends_the_call_and_tells_the_customer():
    led = decision(JOINED, SUPERVISOR, LEAVE)
    told = [(type(each.fact).__name__, each.audience) for each in led.facts]
    assert told == [
        ("JoiningEnded", (*BOTH, CUSTOMER_AT)),
        ("ConversationLeft", (SUPERVISOR.address,)),
        ("HelpCallEnded", BOTH),
    ]
    assert led.facts[2].fact == HelpCallEnded(HelpEnding.HELPED)
    assert led.conversation == a_conversation("held")
    assert led_to(JOINED, OTHER, LEAVE) == Problem("not_found")


def test_who_reads_along_writes_notes_that_both_see_and_the_customer_never():
    led = decision(JOINED, SUPERVISOR, WriteNote(CONVERSATION_ID, "Kysy osoite.", 2))
    assert [each.audience for each in led.facts] == [(HOLDER.address, SUPERVISOR.address)]
    by_holder = decision(JOINED, HOLDER, WriteNote(CONVERSATION_ID, "Kysyn.", 2))
    assert [each.audience for each in by_holder.facts] == [(HOLDER.address, SUPERVISOR.address)]
    written = led.facts[0].fact
    assert isinstance(written, NoteWritten)
    assert written.by_name == "Anna"
    alone = decision(a_conversation("held"), HOLDER, WriteNote(CONVERSATION_ID, "Yksin.", 2))
    assert [each.audience for each in alone.facts] == [(HOLDER.address,)]


@pytest.mark.parametrize(
    "command",
    [
        WriteMessage(CONVERSATION_ID, "Minä vastaan", 2),
        MarkRead(CONVERSATION_ID, 1),
        EndConversation(CONVERSATION_ID, 2),
        CloseConversation(CONVERSATION_ID, 2),
        ReturnToQueue(CONVERSATION_ID, 2),
        TransferConversation(CONVERSATION_ID, QUEUE, "", 2),
        WithdrawHelpCall(CONVERSATION_ID, 2),
    ],
    ids=lambda command: type(command).__name__,
)
def test_everything_else_stays_the_holders(command: Command):
    """Exactly one answers and is responsible (trust.md I5)."""
    assert led_to(JOINED, SUPERVISOR, command) == Problem("not_found")


@pytest.mark.parametrize(
    ("actor", "command"),
    [
        (CUSTOMER, EndConversation()),
        (HOLDER, EndConversation(CONVERSATION_ID, 2)),
        (HOLDER, CloseConversation(CONVERSATION_ID, 2)),
        (HOLDER, ReturnToQueue(CONVERSATION_ID, 2)),
        (HOLDER, TransferConversation(CONVERSATION_ID, QUEUE, "", 2)),
        (HOLDER, WithdrawHelpCall(CONVERSATION_ID, 2)),
        (OTHER, TakeOver(CONVERSATION_ID, 2)),
    ],
    ids=["customer ends", "holder ends", "closed", "returned", "transferred", "withdrawn", "taken over"],
)
def test_joining_ends_with_the_call_whatever_ends_it(actor: object, command: Command):
    led = decision(JOINED, actor, command)
    assert led.facts[0].fact == JoiningEnded()
    assert type(led.facts[1].fact).__name__ == "ConversationLeft"
    assert led.facts[1].audience == (SUPERVISOR.address,)
    later = [each for each in led.facts[2:] if SUPERVISOR.address in each.audience]
    assert later == []
    assert led.conversation.joined_at is None


def test_who_reads_along_and_takes_over_keeps_her_window():
    led = decision(JOINED, SUPERVISOR, TakeOver(CONVERSATION_ID, 2))
    left = [each.audience for each in led.facts if type(each.fact).__name__ == "ConversationLeft"]
    assert left == [(HOLDER.address,)]
    assert led.facts[0].fact == JoiningEnded()
    assert led.conversation.holder_id == SUPERVISOR.staff_id
