"""Hand-overs: a second one says why, a third one is told to supervisors; by whatever command (R079)."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_commands import TransferConversation
from server_stub.helpline.conversation_situation import Situation
from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.decisions import Command, Decision, MovedOften
from server_stub.helpline.hand_over_rules import HandOverRules
from server_stub.helpline.help_values import TakeOver
from server_stub.helpline.offer import Receiver
from server_stub.helpline.offer_values import AcceptOffer, OfferTransfer
from server_stub.helpline.pre_information_values import CorrectPreInformation
from server_stub.helpline.values import SUPERVISORS_ADDRESS, Problem
from tests.server_stub.helpline.test_conversation import CONVERSATION_ID
from tests.server_stub.helpline.test_register import AINO, BERTTA, FAMILY, REGISTERS, held

BEGUN = "Omatyöntekijä: \nAihe: "
WHY = "Väärä jono: asia koskee lasta."


def led(found: Conversation, command: Command, actor: object = AINO, **parts: object) -> Decision | Problem:
    situation = Situation(50, actor, found, registers=REGISTERS, target="topic", leads_to=FAMILY)  # type: ignore[arg-type]
    return decide(situation._replace(begun=frozenset({BEGUN}), **parts), command)  # type: ignore[arg-type]


def moves(text: str) -> TransferConversation:
    return TransferConversation(CONVERSATION_ID, FAMILY, text, 2)


def offers(text: str) -> OfferTransfer:
    return OfferTransfer(CONVERSATION_ID, BERTTA.staff_id, text, 2)


def often(outcome: Decision | Problem) -> list[tuple[str, ...]]:
    assert isinstance(outcome, Decision)
    return [told.audience for told in outcome.facts if isinstance(told.fact, MovedOften)]


def test_the_first_needs_no_reason_and_the_second_says_why():
    """R079: by a transfer and by an offer; the queue's own beginning of a message is no reason."""
    receiver = Receiver(BERTTA.staff_id, "b", True, True, BERTTA.queues)
    for command in (moves, offers):
        for text in ("", "  ", BEGUN, BEGUN.strip()):
            assert isinstance(led(held(), command(text), receiver=receiver), Decision)
            refused = led(held(hand_overs=1), command(text), receiver=receiver)
            assert refused == Problem("reason_needed")
        assert isinstance(led(held(hand_overs=1), command(WHY), receiver=receiver), Decision)


def test_a_county_says_from_which_one_on():
    late = HandOverRules(reason_from=4, tell_from=5)
    assert isinstance(led(held(hand_overs=2), moves(""), hand_over_rules=late), Decision)
    assert led(held(hand_overs=3), moves(""), hand_over_rules=late) == Problem("reason_needed")
    assert often(led(held(hand_overs=3), moves(WHY), hand_over_rules=late)) == []
    assert often(led(held(hand_overs=4), moves(WHY), hand_over_rules=late)) == [(SUPERVISORS_ADDRESS,)]


def test_supervisors_are_told_from_the_third_on_by_whatever_way_it_moved():
    """R079: a transfer, an accepted offer, a take-over, a correction that leads elsewhere."""
    offered = {
        "offered_to_id": BERTTA.staff_id,
        "offered_to_name": "b",
        "offered_at": 1,
        "offer_lapses_at": 99,
    }
    called = {"help_called_at": 1, "help_text": "", "help_about": "question"}
    corrects = CorrectPreInformation(CONVERSATION_ID, "neuvonta", "perhe", None, "fi", "", 2)
    ways: tuple[tuple[StaffActor, Command, dict[str, Any]], ...] = (
        (AINO, moves(WHY), {}),
        (BERTTA, AcceptOffer(CONVERSATION_ID, 2), offered),
        (BERTTA, TakeOver(CONVERSATION_ID, 2), called),
        (AINO, corrects, {}),
    )
    for actor, command, parts in ways:
        found = held(**parts)
        assert often(led(found._replace(hand_overs=1), command, actor)) == []
        assert often(led(found._replace(hand_overs=2), command, actor)) == [(SUPERVISORS_ADDRESS,)]
        assert often(led(found._replace(hand_overs=7), command, actor)) == [(SUPERVISORS_ADDRESS,)]


@given(st.integers(0, 9), st.sampled_from(["", " ", BEGUN, WHY]), st.integers(1, 9), st.integers(1, 9))
def test_no_hand_over_beyond_the_limit_is_without_a_reason_or_untold(
    before: int, text: str, reason_from: int, tell_from: int
):
    rules = HandOverRules(reason_from, tell_from)
    outcome = led(held(hand_overs=before), moves(text), hand_over_rules=rules)
    has_reason = text == WHY or before + 1 < reason_from
    assert isinstance(outcome, Decision) is has_reason
    if isinstance(outcome, Decision):
        assert bool(often(outcome)) is (before + 1 >= tell_from)
