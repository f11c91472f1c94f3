"""Identification: the whole table of helpline/identification.py, pure (R039, R043, R077)."""

from typing import Any

import pytest

from server_stub.helpline.actors import Actor
from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_commands import ReturnToQueue, TransferConversation
from server_stub.helpline.conversation_situation import Situation
from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.decisions import Command, Decision
from server_stub.helpline.identification_values import (
    AskIdentification,
    CustomerIdentified,
    DecideEarlierLines,
    DeclineIdentification,
    EarlierLines,
    EarlierLinesDecided,
    Identify,
)
from server_stub.helpline.values import SUPERVISORS_ADDRESS, Problem, customer_address
from tests.server_stub.helpline.test_conversation import (
    COLLEAGUE,
    CONVERSATION_ID,
    CUSTOMER,
    HOLDER,
    NOW,
    OTHER_CUSTOMER,
    a_conversation,
)

ASKS = AskIdentification(CONVERSATION_ID, 2)
DECLINES = DeclineIdentification(CONVERSATION_ID)
PROVES = Identify(CONVERSATION_ID, None)
JOINS, KEEPS = DecideEarlierLines(CONVERSATION_ID, True), DecideEarlierLines(CONVERSATION_ID, False)
CUSTOMER_AT = customer_address(CONVERSATION_ID)


def anonymous(state: str = "held", **parts: Any) -> Conversation:
    return a_conversation(state)._replace(**parts)


def asked(state: str = "held") -> Conversation:
    return anonymous(state, asked_to_identify_at=NOW - 5_000)


def identified(state: str = "held", earlier: str | None = "undecided") -> Conversation:
    return anonymous(state, identity="identified", identified_after_seq=2, earlier_lines=earlier)


def led(found: Conversation, actor: Actor, command: Command, *, can_identify: bool = True) -> Decision:
    outcome = outcome_of(found, actor, command, can_identify=can_identify)
    assert isinstance(outcome, Decision), outcome
    return outcome


def outcome_of(
    found: Conversation, actor: Actor, command: Command, *, can_identify: bool = True
) -> Decision | Problem:
    return decide(Situation(NOW, actor, found, can_identify=can_identify), command)


def kinds(decision: Decision) -> list[str]:
    return [type(each.fact).__name__ for each in decision.facts]


def test_the_holder_asks_and_everything_goes_on_as_before():
    decision = led(anonymous(), HOLDER, ASKS)
    assert kinds(decision) == ["IdentificationAsked"]
    assert decision.facts[0].audience == (HOLDER.address, CUSTOMER_AT)
    after = decision.conversation
    assert (after.state, after.holder_id, after.identity) == ("held", HOLDER.staff_id, "anonymous")
    assert after.asked_to_identify_at == NOW


@pytest.mark.parametrize(
    ("found", "actor", "can_identify", "code"),
    [
        (asked(), HOLDER, True, "identification_asked"),
        (identified(), HOLDER, True, "already_identified"),
        (anonymous(), HOLDER, False, "identification_unavailable"),
        (anonymous("ended"), HOLDER, True, "conversation_ended"),
        (anonymous("waiting"), HOLDER, True, "responsibility_moved"),
        (anonymous(), COLLEAGUE, True, "not_found"),
        (anonymous(), CUSTOMER, True, "not_found"),
    ],
)
def test_asking_is_refused_with_its_reason(found: Conversation, actor: Actor, can_identify: bool, code: str):
    assert outcome_of(found, actor, ASKS, can_identify=can_identify) == Problem(code)


def test_one_who_declines_keeps_her_chat_and_may_be_asked_again():
    declined = led(asked(), CUSTOMER, DECLINES)
    assert kinds(declined) == ["IdentificationDeclined"]
    after = declined.conversation
    assert (after.identity, after.state, after.asked_to_identify_at) == ("anonymous", "held", None)
    assert after.identification_declined_at == NOW
    again = led(after, HOLDER, ASKS).conversation
    assert (again.asked_to_identify_at, again.identification_declined_at) == (NOW, None)


@pytest.mark.parametrize("found", [anonymous(), identified()])
def test_declining_what_was_not_asked_leads_to_nothing(found: Conversation):
    assert led(found, CUSTOMER, DECLINES) == Decision(found, ())


@pytest.mark.parametrize("found", [anonymous(), asked(), anonymous(identification_declined_at=NOW - 1)])
def test_one_who_identifies_is_marked_from_the_line_she_stands_at(found: Conversation):
    decision = led(found, CUSTOMER, PROVES)
    assert kinds(decision) == ["CustomerIdentified", "IdentityShown"]
    assert decision.facts[0].fact == CustomerIdentified(3, EarlierLines.UNDECIDED)
    assert decision.facts[0].audience == (HOLDER.address, CUSTOMER_AT)
    assert decision.facts[1].audience == (HOLDER.address,)
    after = decision.conversation
    assert (after.identity, after.identified_after_seq, after.earlier_lines) == ("identified", 3, "undecided")
    assert (after.asked_to_identify_at, after.identification_declined_at) == (None, None)


def test_in_a_queue_nobody_is_shown_her_name():
    assert kinds(led(anonymous("waiting"), CUSTOMER, PROVES)) == ["CustomerIdentified"]


def test_where_she_has_written_nothing_there_is_nothing_to_decide():
    decision = led(anonymous(last_seq=0, last_line=""), CUSTOMER, PROVES)
    assert decision.facts[0].fact == CustomerIdentified(0, None)


def test_those_who_are_offered_it_or_called_to_it_see_that_it_is_identified():
    found = anonymous(offered_to_id=COLLEAGUE.staff_id, offered_at=NOW, help_called_at=NOW, help_text="")
    audience = led(found, CUSTOMER, PROVES).facts[0].audience
    assert audience == (HOLDER.address, CUSTOMER_AT, COLLEAGUE.address, SUPERVISORS_ADDRESS)


def test_who_reads_along_is_shown_her_name():
    found = anonymous(help_called_at=NOW, help_text="", helper_id=COLLEAGUE.staff_id, joined_at=NOW)
    assert led(found, CUSTOMER, PROVES).facts[1].audience == (HOLDER.address, COLLEAGUE.address)


def test_a_conversation_never_goes_from_one_person_to_another():
    assert led(identified(), CUSTOMER, Identify(CONVERSATION_ID, True)) == Decision(identified(), ())
    assert outcome_of(identified(), CUSTOMER, Identify(CONVERSATION_ID, False)) == Problem(
        "already_identified"
    )


@pytest.mark.parametrize("state", ["ended", "closed"])
def test_a_conversation_that_is_over_is_left_as_it_is(state: str):
    assert led(anonymous(state), CUSTOMER, PROVES) == Decision(anonymous(state), ())


@pytest.mark.parametrize("command", [DECLINES, PROVES, JOINS])
@pytest.mark.parametrize("actor", [HOLDER, OTHER_CUSTOMER])
def test_nobody_answers_for_her(actor: Actor, command: Command):
    assert outcome_of(asked(), actor, command) == Problem("not_found")


@pytest.mark.parametrize(
    ("command", "answer"), [(JOINS, EarlierLines.JOINED), (KEEPS, EarlierLines.APART)], ids=str
)
@pytest.mark.parametrize("state", ["waiting", "held", "ended"])
def test_her_earlier_lines_are_hers_to_decide_about(state: str, command: Command, answer: EarlierLines):
    decision = led(identified(state), CUSTOMER, command)
    assert [each.fact for each in decision.facts] == [EarlierLinesDecided(answer)]
    assert decision.conversation.earlier_lines == answer


@pytest.mark.parametrize("earlier", ["joined", "apart", None])
def test_what_is_decided_stays_decided(earlier: str | None):
    assert led(identified(earlier=earlier), CUSTOMER, KEEPS) == Decision(identified(earlier=earlier), ())
    assert outcome_of(anonymous(), CUSTOMER, JOINS) == Problem("identification_needed")


def test_an_identified_customer_may_go_to_another_service_line():
    """R078: asking leads somewhere."""
    moves = TransferConversation(CONVERSATION_ID, "SIIRTO_X_CHAT", "", 2)
    at = Situation(NOW, HOLDER, None, target="transfer", registers={"SIIRTO_X_CHAT": "social"})
    assert decide(at._replace(conversation=asked()), moves) == Problem("identification_needed")
    moved = decide(at._replace(conversation=identified()), moves)
    assert isinstance(moved, Decision)
    assert moved.conversation.identity == "identified"


@pytest.mark.parametrize(
    ("identity", "earlier", "hidden"),
    [
        ("anonymous", None, 0),
        ("identified", None, 0),
        ("identified", "joined", 0),
        ("identified", "undecided", 2),
        ("identified", "apart", 2),
    ],
)
def test_lines_that_are_apart_do_not_go_along_when_it_moves(identity: str, earlier: str | None, hidden: int):
    """Decision 40: they are kept from whoever it moves to until she says that they join."""
    found = identified(earlier=earlier)._replace(identity=identity, concern="crisis", concern_seq=2)
    moves = TransferConversation(CONVERSATION_ID, "#soshON_perheasiat_chat", "", 2)
    after = decide(Situation(NOW, HOLDER, found, target="topic"), moves)
    given_back = decide(Situation(NOW, HOLDER, found), ReturnToQueue(CONVERSATION_ID, 2))
    assert isinstance(after, Decision)
    assert isinstance(given_back, Decision)
    assert after.conversation.shown_after_seq == hidden
    assert given_back.conversation.shown_after_seq == hidden, "whoever takes it next is somebody else"
    assert (after.conversation.concern is None) == (hidden == 2), "a mark tells of the line it is of"


def test_lines_that_she_lets_join_are_given_to_whom_it_has_moved():
    found = identified()._replace(shown_after_seq=2)
    joined = led(found, CUSTOMER, JOINS)
    assert kinds(joined) == ["EarlierLinesDecided", "ConversationEntered"]
    assert joined.facts[1].audience == (HOLDER.address,)
    assert joined.conversation.shown_after_seq == 0
    assert led(found, CUSTOMER, KEEPS).conversation.shown_after_seq == 2
    assert kinds(led(identified(), CUSTOMER, JOINS)) == ["EarlierLinesDecided"]
