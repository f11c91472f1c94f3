"""Non-urgent messages: the promise, what time does not do to them, and which way they go."""

from datetime import UTC, date, datetime

import pytest

from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_commands import (
    ClaimWaiting,
    LookAtHolder,
    OpenConversation,
    TimedAct,
    TransferConversation,
    WriteMessage,
)
from server_stub.helpline.conversation_facts import AnswerPromised
from server_stub.helpline.conversation_situation import Situation
from server_stub.helpline.conversation_values import Channel, Conversation, DueKind
from server_stub.helpline.decisions import Command, Decision, Due
from server_stub.helpline.non_urgent import straight_to
from server_stub.helpline.opening import admission
from server_stub.helpline.promise import due_at
from server_stub.helpline.service_model import Register, ServiceModel
from server_stub.helpline.values import Problem
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import read
from tests.server_stub.helpline.test_conversation import (
    CONVERSATION_ID,
    CUSTOMER,
    HOLDER,
    QUEUE,
    a_conversation,
)

ON_SUNDAY = round(datetime(2026, 11, 22, 12, 0, tzinfo=UTC).timestamp() * 1000)
ON_THURSDAY = round(datetime(2026, 11, 26, 14, 0, tzinfo=UTC).timestamp() * 1000)
SOCIAL: dict[str, Register | None] = {QUEUE: "social", "SIIRTO_SENIORI_INFO_KIIREETON": "social"}
SOCIAL["#soshON_perheasiat_chat"] = "social"
LEAVES = OpenConversation("neuvonta", "perhe", "fi", "Hei", 1, channel=Channel.MESSAGE)
READ = read(find_resources() / "service_models" / "esimerkki.yaml")
assert isinstance(READ, ServiceModel), READ
MODEL = READ


def nobody(_queue_id: str) -> int:
    """On duty."""
    return 0


def a_message(state: str, **changes: object) -> Conversation:
    made = a_conversation(state)._replace(identity="identified", channel=Channel.MESSAGE, due_at=ON_THURSDAY)
    return made._replace(**changes)  # type: ignore[arg-type]


def led(found: Conversation | None, command: Command, **known: object) -> Decision | Problem:
    actor = CUSTOMER if isinstance(command, OpenConversation) else HOLDER
    situation = Situation(ON_SUNDAY, actor, found, registers=SOCIAL)
    return decide(situation._replace(**known), command)  # type: ignore[arg-type]


def decision(outcome: Decision | Problem) -> Decision:
    assert isinstance(outcome, Decision), outcome
    return outcome


def test_one_left_on_a_sunday_is_promised_for_thursday() -> None:
    """R105: an identified customer leaves it; three working days from the Monday on which it counts."""
    left = decision(led(None, LEAVES, identity="identified", admission=QUEUE)).conversation
    assert (left.state, left.channel, left.due_at) == ("waiting", "message", ON_THURSDAY)


@pytest.mark.parametrize(
    ("identity", "text", "code"),
    [("anonymous", "Hei", "identification_needed"), ("identified", "", "text_empty")],
)
def test_nobody_anonymous_leaves_one_and_none_is_empty(identity: str, text: str, code: str) -> None:
    """R105."""
    leaves = OpenConversation("neuvonta", "perhe", "fi", text, 1, channel=Channel.MESSAGE)
    assert led(None, leaves, identity=identity, admission=QUEUE) == Problem(code)


def test_an_answer_keeps_the_promise_and_the_next_line_of_the_customer_begins_another() -> None:
    answered = decision(led(a_message("held"), WriteMessage(CONVERSATION_ID, "Näin.", 2))).conversation
    assert answered.due_at is None
    asked = decide(Situation(ON_SUNDAY, CUSTOMER, answered), WriteMessage(CONVERSATION_ID, "Entä?", None))
    again = decision(asked)
    assert again.conversation.due_at == ON_THURSDAY
    assert [each.fact for each in again.facts][1:] == [AnswerPromised(ON_THURSDAY)]


def test_writing_more_while_an_answer_is_owed_never_makes_the_promise_longer() -> None:
    earlier = ON_THURSDAY - 86_400_000
    more = decide(
        Situation(ON_SUNDAY, CUSTOMER, a_message("waiting", due_at=earlier)),
        WriteMessage(CONVERSATION_ID, "Vielä yksi asia.", None),
    )
    assert decision(more).conversation.due_at == earlier
    assert len(decision(more).facts) == 1


@pytest.mark.parametrize("state", ["waiting", "held"])
@pytest.mark.parametrize("kind", [DueKind.WAITING_LAPSES, DueKind.HOLD_LAPSES])
def test_nothing_lapses_while_nobody_looks(state: str, kind: DueKind) -> None:
    """R007: neither the customer's closed page nor the holder's night ends anything."""
    found = a_message(state)
    assert led(found, TimedAct(CONVERSATION_ID, kind, 5), due_at=5) == Decision(found, (), (Due(kind, None),))
    assert led(found, LookAtHolder(CONVERSATION_ID)) == Decision(found, ())


def test_a_message_takes_no_room_from_chats() -> None:
    taken = decision(led(a_message("waiting"), ClaimWaiting(CONVERSATION_ID), load=HOLDER.capacity))
    assert taken.conversation.state == "held"


def test_a_chat_is_moved_onward_as_a_message_whole() -> None:
    """R072: the channel changes with the move; what was said, and how much, stays."""
    chat = a_conversation("held")._replace(identity="identified")
    moves = TransferConversation(CONVERSATION_ID, "SIIRTO_SENIORI_INFO_KIIREETON", "Omatyöntekijä: Eila", 2)
    moved = decision(led(chat, moves, target="transfer")).conversation
    assert (moved.state, moved.channel, moved.due_at) == ("waiting", "message", ON_THURSDAY)
    assert (moved.conversation_id, moved.last_seq, moved.hand_overs) == (CONVERSATION_ID, chat.last_seq, 1)
    anonymous = led(chat._replace(identity="anonymous"), moves, target="transfer")
    assert anonymous == Problem("identification_needed")


def test_a_chat_moved_to_another_chat_queue_stays_a_chat_and_a_message_a_message() -> None:
    moves = TransferConversation(CONVERSATION_ID, "#soshON_perheasiat_chat", "", 2)
    chat = decision(led(a_conversation("held"), moves, target="topic")).conversation
    assert (chat.channel, chat.due_at) == ("chat", None)
    message = decision(led(a_message("held"), moves, target="topic")).conversation
    assert (message.channel, message.due_at) == ("message", ON_THURSDAY)


def test_moving_on_never_makes_a_promise_longer_and_begins_one_where_none_runs() -> None:
    moves = TransferConversation(CONVERSATION_ID, "SIIRTO_SENIORI_INFO_KIIREETON", "", 2)
    earlier = ON_THURSDAY - 86_400_000
    kept = decision(led(a_message("held", due_at=earlier), moves, target="transfer")).conversation
    begun = decision(led(a_message("held", due_at=None), moves, target="transfer")).conversation
    assert (kept.due_at, begun.due_at) == (earlier, ON_THURSDAY)


@pytest.mark.parametrize(
    ("topic", "finer", "queue"),
    [
        ("vammaispalvelut", "vp_liikkuminen", "SIIRTO_VAMMAISPALVELUT_KIIREETON"),
        ("vammaispalvelut", "vp_apu", None),
        ("vammaispalvelut", None, None),
        ("perhe", None, None),
    ],
)
def test_a_rule_leads_a_finer_topic_straight_to_its_line_and_is_switched_off_by_itself(
    topic: str, finer: str | None, queue: str | None
) -> None:
    """R073, R108."""
    assert straight_to(MODEL, service_id="neuvonta", topic_id=topic, finer_topic_id=finer) == queue


@pytest.mark.parametrize(
    ("topic", "language", "queue"),
    [
        ("perhe", "fi", "#soshON_perheasiat_chat"),
        ("perhe", "sv", "#soshON_ohjaus_ja_neuvonta_sv_chat"),
        ("muu", "fi", "#soshON_ohjaus_ja_neuvonta_fi_chat"),
    ],
)
def test_one_comes_at_any_hour_to_the_queue_a_chat_would_come_to(
    topic: str, language: str, queue: str
) -> None:
    """R007, R107: on a Sunday the chat is closed and a message is taken, to topic queues and common ones."""
    chat = OpenConversation("neuvonta", topic, language, "Hei", 1)
    message = OpenConversation("neuvonta", topic, language, "Hei", 1, channel=Channel.MESSAGE)
    closed = admission(MODEL, chat, now=ON_SUNDAY, days_off=frozenset(), on_duty=nobody)
    assert isinstance(closed, Problem)
    assert closed.code == "service_closed"
    assert admission(MODEL, message, now=ON_SUNDAY, days_off=frozenset(), on_duty=nobody) == queue


def test_a_day_off_on_the_way_is_not_counted() -> None:
    """R106: the promise of those who answer is in their working days."""
    wednesday = round(datetime(2026, 11, 25, 10, 0, tzinfo=UTC).timestamp() * 1000)
    until = datetime.fromtimestamp(due_at(wednesday, 3, frozenset({date(2026, 11, 27)})) / 1000, UTC)
    assert until == datetime(2026, 12, 1, 14, 0, tzinfo=UTC)
