"""Transfers: picture and table of `helpline/transfer.py`, row by row (R059, R068, R074, R078, R079)."""

from dataclasses import replace

import pytest

from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_commands import TransferConversation
from server_stub.helpline.conversation_situation import Situation, may_see
from server_stub.helpline.conversation_values import Conversation, DueKind
from server_stub.helpline.decisions import Decision
from server_stub.helpline.service_model import QueueKind
from server_stub.helpline.values import Problem
from tests.server_stub.helpline.test_conversation import (
    COLLEAGUE,
    CONVERSATION_ID,
    CUSTOMER,
    HOLDER,
    NOW,
    QUEUE,
    a_conversation,
)

FAMILY = "#soshON_perheasiat_chat"
MOVES = TransferConversation(CONVERSATION_ID, FAMILY, "Perhepuolella tuttu asia.", 2)


def outcome(
    found: Conversation, command: TransferConversation, target: QueueKind | None
) -> Decision | Problem:
    """What it leads to."""
    return decide(Situation(NOW, HOLDER, found, target=target), command)


@pytest.mark.parametrize(
    ("target", "identity", "expected"),
    [
        (None, "anonymous", "unknown_queue"),
        (None, "identified", "unknown_queue"),
        ("transfer", "anonymous", "identification_needed"),
        ("transfer", "identified", "waiting"),
        ("topic", "anonymous", "waiting"),
        ("topic", "identified", "waiting"),
        ("common", "anonymous", "waiting"),
        ("common", "identified", "waiting"),
    ],
)
def test_every_target_for_every_customer(target: QueueKind | None, identity: str, expected: str) -> None:
    """R059, R068, R078: anonymous chats move between advice queues and not to another service line."""
    led = outcome(a_conversation("held")._replace(identity=identity), MOVES, target)
    assert (led.code if isinstance(led, Problem) else led.conversation.state) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("waiting", "responsibility_moved"),
        ("held", "waiting"),
        ("ended", "conversation_ended"),
        ("closed", "conversation_closed"),
    ],
)
def test_only_a_held_conversation_moves(state: str, expected: str) -> None:
    led = outcome(a_conversation(state), MOVES, "topic")
    assert (led.code if isinstance(led, Problem) else led.conversation.state) == expected


def test_nobody_else_moves_it_and_no_older_responsibility() -> None:
    found = a_conversation("held")
    for actor in (COLLEAGUE, CUSTOMER):
        led = decide(Situation(NOW, actor, found, target="topic"), MOVES)
        assert led == Problem("not_found")
    assert outcome(found, replace(MOVES, responsibility_version=1), "topic") == Problem(
        "responsibility_moved"
    )


def test_a_transfer_moves_responsibility_keeps_the_place_and_is_counted() -> None:
    """R079: hand-overs are counted; the customer keeps the time she came."""
    found = a_conversation("held")._replace(hand_overs=1, waiting_since=7)
    led = outcome(found, MOVES, "topic")
    assert isinstance(led, Decision)
    after = led.conversation
    assert (after.queue_id, after.holder_id, after.claimed_at) == (FAMILY, None, None)
    assert (after.responsibility_version, after.hand_overs, after.waiting_since) == (3, 2, 7)
    assert (after.transferred_by_name, after.transferred_from) == (HOLDER.display_name, QUEUE)
    assert (after.transferred_at, after.internal_message) == (NOW, MOVES.text)
    assert not may_see(after, HOLDER)
    due = {each.kind: each.at for each in led.due}
    assert due[DueKind.HOLD_LAPSES] is None
    assert due[DueKind.WAITING_LAPSES] == NOW + 600_000


def test_who_is_told_of_a_transfer() -> None:
    led = outcome(a_conversation("held"), MOVES, "topic")
    assert isinstance(led, Decision)
    assert [(type(each.fact).__name__, each.audience) for each in led.facts] == [
        ("ConversationTransferred", (HOLDER.address, f"c:{CONVERSATION_ID}")),
        ("ConversationLeft", (HOLDER.address,)),
        ("ConversationEntered", (f"q:{FAMILY}",)),
    ]
