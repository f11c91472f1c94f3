"""Help calls and taking over: the whole table of helpline/help_call.py, pure."""

from typing import Any

import pytest

from server_stub.helpline.actors import ClockActor, StaffActor
from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_commands import (
    EndConversation,
    LookAtHolder,
    ReturnToQueue,
    TimedAct,
    TransferConversation,
)
from server_stub.helpline.conversation_situation import Situation
from server_stub.helpline.conversation_values import Conversation, DueKind
from server_stub.helpline.decisions import Command, Decision, Due
from server_stub.helpline.help_values import (
    AnswerHelpCall,
    CallForHelp,
    ConversationTakenOver,
    HelpAnswered,
    HelpCalled,
    HelpCallEnded,
    HelpEnding,
    HelperGone,
    TakeOver,
    WithdrawHelpCall,
)
from server_stub.helpline.offer_values import AcceptOffer
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

SUPERVISOR = StaffActor("5" * 32, "Anna", frozenset({"supervisor"}), frozenset({"#soshON_muu_chat"}), 0)
BOTH = (HOLDER.address, "supervisors")
CALL = CallForHelp(CONVERSATION_ID, "Uhkaava tilanne", 2)


def called(**changes: Any) -> Conversation:
    return a_conversation("held")._replace(help_called_at=NOW - 60_000, help_text="Uhkaava", **changes)


def led_to(found: Conversation, actor: object, command: Command) -> Decision | Problem:
    return decide(Situation(NOW, actor, found, target="topic"), command)  # type: ignore[arg-type]


def decision(found: Conversation, actor: object, command: Command) -> Decision:
    led = led_to(found, actor, command)
    assert isinstance(led, Decision), led
    return led


def test_calling_tells_the_holder_and_the_supervisors_and_moves_nothing():
    led = decision(a_conversation("held"), HOLDER, CALL)
    assert [(type(each.fact), each.audience) for each in led.facts] == [(HelpCalled, BOTH)]
    assert (led.conversation.help_called_at, led.conversation.help_text) == (NOW, "Uhkaava tilanne")
    assert led.conversation.holder_id == HOLDER.staff_id
    assert led.conversation.responsibility_version == 2


@pytest.mark.parametrize(
    ("state", "code"),
    [("waiting", "not_found"), ("ended", "conversation_ended"), ("closed", "conversation_closed")],
)
def test_help_is_called_for_in_a_conversation_that_goes_on(state: str, code: str):
    assert led_to(a_conversation(state), HOLDER, CALL) in (Problem(code), Problem("responsibility_moved"))


def test_one_call_at_a_time_and_only_by_the_holder():
    assert led_to(called(), HOLDER, CALL) == Problem("help_called")
    assert led_to(a_conversation("held"), COLLEAGUE, CALL) == Problem("not_found")
    old = CallForHelp(CONVERSATION_ID, "", 1)
    assert led_to(a_conversation("held"), HOLDER, old) == Problem("responsibility_moved")


def test_a_withdrawn_call_leaves_nothing_behind():
    led = decision(called(helper_id="x", helper_name="X"), HOLDER, WithdrawHelpCall(CONVERSATION_ID, 2))
    assert led.conversation == a_conversation("held")
    assert [(each.fact, each.audience) for each in led.facts] == [(HelpCallEnded(HelpEnding.WITHDRAWN), BOTH)]
    again = led_to(led.conversation, HOLDER, WithdrawHelpCall(CONVERSATION_ID, 2))
    assert again == Problem("help_over")


def test_a_supervisor_says_that_she_comes_and_a_second_time_is_none():
    led = decision(called(), SUPERVISOR, AnswerHelpCall(CONVERSATION_ID, 2))
    comes = HelpAnswered(SUPERVISOR.staff_id, "Anna")
    assert [(each.fact, each.audience) for each in led.facts] == [(comes, BOTH)]
    assert decision(led.conversation, SUPERVISOR, AnswerHelpCall(CONVERSATION_ID, 2)).facts == ()


@pytest.mark.parametrize("command", [AnswerHelpCall(CONVERSATION_ID, 2), TakeOver(CONVERSATION_ID, 2)])
def test_what_nobody_called_her_to_is_not_there_for_a_supervisor(command: Command):
    """Decision 28: she is called, or she sees nothing."""
    assert led_to(a_conversation("held"), SUPERVISOR, command) == Problem("not_found")
    assert led_to(called(), COLLEAGUE, command) == Problem("not_found")
    assert led_to(called(), CUSTOMER, command) == Problem("not_found")
    assert led_to(called(responsibility_version=3), SUPERVISOR, command) == Problem("not_found")
    own = called(holder_id=SUPERVISOR.staff_id)
    assert led_to(own, SUPERVISOR, command) == Problem("not_found")


def test_taking_over_moves_responsibility_in_one_fact_and_tells_everybody_it_concerns():
    led = decision(called(), SUPERVISOR, TakeOver(CONVERSATION_ID, 2))
    told = [(type(each.fact).__name__, each.audience) for each in led.facts]
    customer = customer_address(CONVERSATION_ID)
    assert told == [
        ("HelpCallEnded", BOTH),
        ("ConversationTakenOver", (HOLDER.address, SUPERVISOR.address, customer)),
        ("ConversationLeft", (HOLDER.address,)),
        ("ConversationEntered", (SUPERVISOR.address,)),
    ]
    after = led.conversation
    assert (after.holder_id, after.responsibility_version, after.hand_overs) == (SUPERVISOR.staff_id, 3, 1)
    assert (after.internal_message, after.help_called_at, after.help_text) == ("Uhkaava", None, None)
    assert led.facts[1].fact == ConversationTakenOver(after)


def test_taking_over_ends_an_offer_that_stands():
    offered = called(offered_to_id=COLLEAGUE.staff_id, offered_to_name="N", offered_at=1, offer_lapses_at=NOW)
    led = decision(offered, SUPERVISOR, TakeOver(CONVERSATION_ID, 2))
    assert [type(each.fact).__name__ for each in led.facts][:2] == ["HelpCallEnded", "OfferEnded"]
    assert led.conversation.offered_to_id is None


@pytest.mark.parametrize(
    ("actor", "command"),
    [
        (CUSTOMER, EndConversation()),
        (HOLDER, ReturnToQueue(CONVERSATION_ID, 2)),
        (HOLDER, TransferConversation(CONVERSATION_ID, QUEUE, "", 2)),
        (COLLEAGUE, AcceptOffer(CONVERSATION_ID, 2)),
    ],
    ids=["ended", "returned", "transferred", "accepted"],
)
def test_a_call_ends_with_its_conversation_and_when_responsibility_moves(actor: object, command: Command):
    offered = called(offered_to_id=COLLEAGUE.staff_id, offered_to_name="N", offered_at=1, offer_lapses_at=NOW)
    led = decision(offered, actor, command)
    assert led.facts[0].fact == HelpCallEnded(HelpEnding.CONVERSATION_OVER)
    assert led.conversation.help_called_at is None


def looked(found: Conversation, *, seen_ms_ago: int, kind: DueKind = DueKind.HELPER_LAPSES) -> Decision:
    situation = Situation(NOW, ClockActor(), found, due_at=NOW, lease_at=NOW - seen_ms_ago)
    led = decide(situation, TimedAct(CONVERSATION_ID, kind, NOW))
    assert isinstance(led, Decision)
    return led


COMING = called(helper_id=SUPERVISOR.staff_id, helper_name="Anna")


def test_who_says_that_she_comes_is_looked_after():
    led = decision(called(), SUPERVISOR, AnswerHelpCall(CONVERSATION_ID, 2))
    assert Due(DueKind.HELPER_LAPSES, NOW + 60_000) in led.due
    there = looked(COMING, seen_ms_ago=20_000)
    assert (there.facts, there.due) == ((), (Due(DueKind.HELPER_LAPSES, NOW + 40_000),))


@pytest.mark.parametrize(
    ("seen_ms_ago", "kind"), [(60_000, DueKind.HELPER_LAPSES), (0, DueKind.HELPER_LEFT)], ids=["away", "goes"]
)
def test_a_helper_who_is_gone_is_let_go_and_the_call_stands(seen_ms_ago: int, kind: DueKind):
    led = looked(COMING, seen_ms_ago=seen_ms_ago, kind=kind)
    gone = HelperGone(SUPERVISOR.staff_id, "Anna")
    assert [(each.fact, each.audience) for each in led.facts] == [(gone, BOTH)]
    assert led.conversation == called()
    joined = looked(COMING._replace(joined_at=NOW - 1), seen_ms_ago=seen_ms_ago, kind=kind)
    assert [type(each.fact).__name__ for each in joined.facts] == [
        *("JoiningEnded", "ConversationLeft", "HelperGone"),
    ]
    assert joined.conversation == called()


def test_where_nobody_comes_any_more_the_clock_leaves_things_as_they_are():
    for found in (called(), a_conversation("held")):
        led = looked(found, seen_ms_ago=600_000)
        assert (led.facts, led.due) == ((), (Due(DueKind.HELPER_LAPSES, None),))


def holder_looked_at(found: Conversation, *, seen_ms_ago: int) -> Decision:
    situation = Situation(NOW, ClockActor(), found, lease_at=NOW - seen_ms_ago)
    led = decide(situation, LookAtHolder(CONVERSATION_ID))
    assert isinstance(led, Decision)
    return led


HELD_LONG = a_conversation("held")._replace(claimed_at=NOW - 600_000)
BY_CLOCK = HELD_LONG._replace(help_called_at=NOW - 30_000)


def test_supervisors_are_called_for_a_holder_whose_line_is_away_once():
    led = holder_looked_at(HELD_LONG, seen_ms_ago=60_000)
    assert [(type(each.fact), each.audience) for each in led.facts] == [(HelpCalled, BOTH)]
    assert (led.conversation.help_called_at, led.conversation.help_text) == (NOW, None)
    assert holder_looked_at(led.conversation, seen_ms_ago=65_000).facts == ()
    assert holder_looked_at(HELD_LONG, seen_ms_ago=59_999).facts == ()
    just_taken = HELD_LONG._replace(claimed_at=NOW - 1_000)
    assert holder_looked_at(just_taken, seen_ms_ago=600_000).facts == ()


def test_when_she_is_back_before_anybody_comes_the_call_is_over():
    led = holder_looked_at(BY_CLOCK, seen_ms_ago=0)
    assert [(each.fact, each.audience) for each in led.facts] == [
        (HelpCallEnded(HelpEnding.HOLDER_BACK), BOTH)
    ]
    assert led.conversation == HELD_LONG
    coming = BY_CLOCK._replace(helper_id=SUPERVISOR.staff_id, helper_name="Anna")
    assert holder_looked_at(coming, seen_ms_ago=0).facts == ()
    her_own = HELD_LONG._replace(help_called_at=NOW - 30_000, help_text="")
    assert holder_looked_at(her_own, seen_ms_ago=0).facts == ()


def test_what_she_says_herself_takes_the_place_of_what_the_clock_called():
    led = decision(BY_CLOCK, HOLDER, CALL)
    assert led.conversation.help_text == "Uhkaava tilanne"
    assert led_to(led.conversation, HOLDER, CALL) == Problem("help_called")


def test_a_supervisor_takes_over_from_one_who_has_vanished():
    led = decision(BY_CLOCK, SUPERVISOR, TakeOver(CONVERSATION_ID, 2))
    assert led.conversation.holder_id == SUPERVISOR.staff_id
    assert led.conversation.internal_message is None
