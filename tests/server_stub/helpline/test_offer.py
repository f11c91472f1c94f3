"""Offers: picture and tables of `helpline/offer.py`, row by row (R074, R078, R079)."""

from dataclasses import replace

import pytest

from server_stub.helpline.actors import Actor, ClockActor
from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_commands import (
    CloseConversation,
    EndConversation,
    ReturnToQueue,
    TimedAct,
    TransferConversation,
    WriteMessage,
)
from server_stub.helpline.conversation_situation import Situation, may_see
from server_stub.helpline.conversation_values import Conversation, DueKind
from server_stub.helpline.decisions import Command, Decision
from server_stub.helpline.offer import Receiver
from server_stub.helpline.offer_values import (
    AcceptOffer,
    DeclineOffer,
    OfferEnded,
    OfferTransfer,
    WithdrawOffer,
)
from server_stub.helpline.presence import AWAY_AFTER_MS, Presence
from server_stub.helpline.values import Problem
from tests.server_stub.helpline.test_conversation import (
    COLLEAGUE,
    CONVERSATION_ID,
    CUSTOMER,
    HOLDER,
    NOW,
    a_conversation,
)

LAPSES = 120_000
THERE = Receiver(COLLEAGUE.staff_id, COLLEAGUE.display_name, is_there=True, serves_advice=True)
OFFERS = OfferTransfer(CONVERSATION_ID, COLLEAGUE.staff_id, "Ehditkö sinä?", 2)
ACCEPTS = AcceptOffer(CONVERSATION_ID, 2)
DECLINES = DeclineOffer(CONVERSATION_ID, "Olen lähdössä.", 2)
WITHDRAWS = WithdrawOffer(CONVERSATION_ID, 2)
MOVES = TransferConversation(CONVERSATION_ID, "#soshON_perheasiat_chat", "", 2)


def outcome(
    actor: Actor, found: Conversation, command: Command, receiver: Receiver | None = THERE
) -> Decision | Problem:
    return decide(Situation(NOW, actor, found, receiver=receiver), command)


def offered() -> Conversation:
    led = outcome(HOLDER, a_conversation("held"), OFFERS)
    assert isinstance(led, Decision)
    return led.conversation


def ending(led: Decision | Problem) -> tuple[str, str]:
    """How the offer ended, by the first fact."""
    assert isinstance(led, Decision)
    fact = led.facts[0].fact
    assert isinstance(fact, OfferEnded)
    assert led.facts[0].audience == (HOLDER.address, COLLEAGUE.address)
    assert led.conversation.offered_to_id is None
    return fact.ending, fact.text


@pytest.mark.parametrize(
    ("receiver", "identity", "expected"),
    [
        (None, "anonymous", "unknown_professional"),
        (THERE._replace(staff_id=HOLDER.staff_id), "anonymous", "unknown_professional"),
        (THERE._replace(is_there=False), "anonymous", "not_on_duty"),
        (THERE._replace(serves_advice=False), "anonymous", "identification_needed"),
        (THERE._replace(serves_advice=False), "identified", "offered"),
        (THERE, "anonymous", "offered"),
    ],
)
def test_every_receiver_for_every_customer(receiver: Receiver | None, identity: str, expected: str) -> None:
    """R078: another service line takes identified customers only, by whatever way."""
    led = outcome(HOLDER, a_conversation("held")._replace(identity=identity), OFFERS, receiver)
    assert (led.code if isinstance(led, Problem) else "offered") == expected


def test_a_message_waits_for_an_own_worker_who_is_away_and_takes_no_room() -> None:
    """R075, R076: by then its answer is due, or a day has gone; her being away does not end it before."""
    day = 86_400_000
    message = a_conversation("held")._replace(channel="message", identity="identified")
    away = THERE._replace(is_there=False, serves_advice=False)
    waiting = message
    for due_at, expected in ((NOW + 3 * day, NOW + 3 * day), (NOW + 5, NOW + day), (None, NOW + day)):
        led = outcome(HOLDER, message._replace(due_at=due_at), OFFERS, away)
        assert isinstance(led, Decision)
        assert led.conversation.offer_lapses_at == expected
        assert [due.at for due in led.due] == [expected]
        waiting = led.conversation
    look = TimedAct(CONVERSATION_ID, DueKind.OFFER_LAPSES, NOW + 1)
    asked = Situation(NOW + 1, ClockActor(), waiting, due_at=NOW + 1, presence=Presence.AWAY)
    waits = decide(asked, look)
    assert isinstance(waits, Decision)
    assert waits.facts == ()
    assert waits.conversation.offered_to_id == COLLEAGUE.staff_id
    full = Situation(NOW, COLLEAGUE, waiting, load=COLLEAGUE.capacity)
    taken = decide(full, ACCEPTS)
    assert isinstance(taken, Decision)
    assert taken.conversation.holder_id == COLLEAGUE.staff_id
    assert decide(full._replace(conversation=offered()), ACCEPTS) == Problem(
        "capacity_full", {"capacity": COLLEAGUE.capacity}
    )


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("waiting", "responsibility_moved"),
        ("held", "offered"),
        ("ended", "conversation_ended"),
        ("closed", "conversation_closed"),
    ],
)
def test_only_a_held_conversation_is_offered(state: str, expected: str) -> None:
    led = outcome(HOLDER, a_conversation(state), OFFERS)
    assert (led.code if isinstance(led, Problem) else "offered") == expected


def test_nobody_else_offers_it_and_no_older_responsibility() -> None:
    found = a_conversation("held")
    for actor in (COLLEAGUE, CUSTOMER):
        assert outcome(actor, found, OFFERS) == Problem("not_found")
    assert outcome(HOLDER, found, replace(OFFERS, responsibility_version=1)) == Problem(
        "responsibility_moved"
    )


def test_an_offered_conversation_stays_with_its_holder_who_answers_on() -> None:
    after = offered()
    assert (after.holder_id, after.responsibility_version, after.state) == (HOLDER.staff_id, 2, "held")
    assert isinstance(outcome(HOLDER, after, WriteMessage(CONVERSATION_ID, "Hetki.", 2)), Decision)
    assert not may_see(after, COLLEAGUE)
    assert outcome(COLLEAGUE, after, WriteMessage(CONVERSATION_ID, "Hei", 2)) == Problem("not_found")


def test_a_customer_is_told_nothing_of_an_offer_nor_of_its_end() -> None:
    led = outcome(HOLDER, a_conversation("held"), OFFERS)
    assert isinstance(led, Decision)
    assert [each.audience for each in led.facts] == [(HOLDER.address, COLLEAGUE.address)]
    ended = outcome(COLLEAGUE, offered(), DECLINES)
    assert isinstance(ended, Decision)
    assert [each.audience for each in ended.facts] == [(HOLDER.address, COLLEAGUE.address)]


def test_it_is_offered_to_one_at_a_time() -> None:
    assert outcome(HOLDER, offered(), OFFERS) == Problem("offer_pending", {"to_name": COLLEAGUE.display_name})


def test_accepting_moves_responsibility_with_the_message_and_is_counted() -> None:
    """R074, R079: the internal message goes along, hand-overs are counted."""
    led = outcome(COLLEAGUE, offered(), ACCEPTS)
    assert isinstance(led, Decision)
    after = led.conversation
    assert (after.state, after.holder_id, after.responsibility_version) == ("held", COLLEAGUE.staff_id, 3)
    assert (after.hand_overs, after.internal_message, after.offered_to_id) == (1, "Ehditkö sinä?", None)
    assert (after.transferred_by_name, after.claimed_at) == (HOLDER.display_name, NOW)
    assert [(type(each.fact).__name__, each.audience) for each in led.facts] == [
        ("OfferAccepted", (HOLDER.address, COLLEAGUE.address, f"c:{CONVERSATION_ID}")),
        ("ConversationLeft", (HOLDER.address,)),
        ("ConversationEntered", (COLLEAGUE.address,)),
    ]
    due = {each.kind: each.at for each in led.due}
    assert due == {DueKind.OFFER_LAPSES: None, DueKind.HOLD_LAPSES: NOW + 600_000}


def test_what_was_written_to_one_person_is_not_the_queues_when_she_gives_it_back() -> None:
    """A queue's own internal message stays with it: those who serve it were meant."""
    accepted = outcome(COLLEAGUE, offered(), ACCEPTS)
    assert isinstance(accepted, Decision)
    led = outcome(COLLEAGUE, accepted.conversation, ReturnToQueue(CONVERSATION_ID, 3))
    assert isinstance(led, Decision)
    after = led.conversation
    assert (after.internal_message, after.transferred_by_id, after.transferred_by_name) == (None, None, None)
    assert (after.transferred_at, after.hand_overs) == (None, 1)
    to_queue = a_conversation("held")._replace(
        transferred_by_id="x",
        transferred_from="#soshON_muu_chat",
        transferred_at=NOW,
        internal_message="Jonolle.",
    )
    kept = outcome(HOLDER, to_queue, ReturnToQueue(CONVERSATION_ID, 2))
    assert isinstance(kept, Decision)
    assert (kept.conversation.internal_message, kept.conversation.transferred_at) == ("Jonolle.", NOW)


def test_accepting_needs_room_and_no_break() -> None:
    full = Situation(NOW, COLLEAGUE, offered(), load=COLLEAGUE.capacity)
    assert decide(full, ACCEPTS) == Problem("capacity_full", {"capacity": COLLEAGUE.capacity})
    on_break = Situation(NOW, COLLEAGUE, offered(), presence=Presence.ON_BREAK)
    assert decide(on_break, ACCEPTS) == Problem("not_available", {"presence": "on_break"})


@pytest.mark.parametrize("command", [ACCEPTS, DECLINES], ids=["accepts", "declines"])
def test_only_she_to_whom_it_is_offered_answers_and_only_while_it_is(
    command: AcceptOffer | DeclineOffer,
) -> None:
    assert outcome(HOLDER, offered(), command) == Problem("not_found")
    assert outcome(COLLEAGUE, a_conversation("held"), command) == Problem("not_found")
    older = replace(command, responsibility_version=1)
    assert outcome(COLLEAGUE, offered(), older) == Problem("not_found")
    assert outcome(CUSTOMER, offered(), command) == Problem("not_found")


def test_declining_tells_the_holder_why() -> None:
    assert ending(outcome(COLLEAGUE, offered(), DECLINES)) == ("declined", "Olen lähdössä.")


def test_the_holder_withdraws_once() -> None:
    assert ending(outcome(HOLDER, offered(), WITHDRAWS)) == ("withdrawn", "")
    assert outcome(HOLDER, a_conversation("held"), WITHDRAWS) == Problem("offer_over")
    assert outcome(COLLEAGUE, offered(), WITHDRAWS) == Problem("not_found")


@pytest.mark.parametrize(
    ("actor", "command", "fact"),
    [
        (CUSTOMER, EndConversation(), "ConversationEnded"),
        (HOLDER, CloseConversation(CONVERSATION_ID, 2), "ConversationClosed"),
        (
            HOLDER,
            TransferConversation(CONVERSATION_ID, "#soshON_perheasiat_chat", "", 2),
            "ConversationTransferred",
        ),
    ],
)
def test_an_offer_ends_with_its_conversation(actor: Actor, command: Command, fact: str) -> None:
    led = decide(Situation(NOW, actor, offered(), target="topic"), command)
    assert ending(led) == ("conversation_over", "")
    assert isinstance(led, Decision)
    assert type(led.facts[1].fact).__name__ == fact
    assert {each.kind: each.at for each in led.due}[DueKind.OFFER_LAPSES] is None


def looked(after_ms: int, *, seen_after_ms: int) -> Decision | Problem:
    """The clock looks that long after the offer; the receiver was last seen then."""
    found = offered()
    at = NOW + after_ms
    situation = Situation(at, ClockActor(), found, due_at=at, lease_at=NOW + seen_after_ms)
    return decide(situation, TimedAct(CONVERSATION_ID, DueKind.OFFER_LAPSES, at))


def test_an_offer_lapses_by_itself() -> None:
    assert ending(looked(LAPSES, seen_after_ms=LAPSES)) == ("lapsed", "")


def test_an_offer_goes_back_at_once_when_she_is_away() -> None:
    assert ending(looked(AWAY_AFTER_MS, seen_after_ms=0)) == ("receiver_away", "")


def test_while_she_is_there_the_clock_looks_again() -> None:
    led = looked(AWAY_AFTER_MS, seen_after_ms=30_000)
    assert isinstance(led, Decision)
    assert led.facts == ()
    assert [each.at for each in led.due] == [NOW + 30_000 + AWAY_AFTER_MS]
    late = looked(AWAY_AFTER_MS + 50_000, seen_after_ms=AWAY_AFTER_MS + 40_000)
    assert isinstance(late, Decision)
    assert [each.at for each in late.due] == [NOW + LAPSES]


def test_a_holder_who_is_away_too_long_loses_it_and_the_offer_ends() -> None:
    situation = Situation(NOW, ClockActor(), offered(), due_at=NOW, lease_at=NOW - 600_000)
    led = decide(situation, TimedAct(CONVERSATION_ID, DueKind.HOLD_LAPSES, NOW))
    assert ending(led) == ("conversation_over", "")
    assert isinstance(led, Decision)
    assert led.conversation.state == "waiting"
