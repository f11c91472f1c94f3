"""Non-urgent messages: by when they are answered, and which way they go. Pure (R007, R072, R073, R105–R108).

    (nothing) ── OpenConversation, channel message ──► waiting, promised ── ClaimWaiting ──► held, promised
                                                         ▲   ▲                    │ holder writes  ▲
                                                         │   └── ReturnToQueue ───┤                │
             held chat ── TransferConversation to a ─────┘                        ▼                │
                          queue of messages                               held, answered ── customer writes
                                                                                  │
                                                         EndConversation, WrapUp, CloseConversation ──► closed

A message is a conversation of another channel (decision 49): the same talk, transfers and endings, only that
nothing lapses while nobody looks, and that an answer is promised. A promise runs from the oldest line that
waits for an answer; writing more or moving on never makes it longer.
"""

from typing import Final

from server_stub.helpline.conversation_facts import AnswerPromised
from server_stub.helpline.conversation_situation import Situation, watchers
from server_stub.helpline.conversation_values import By, Channel, Conversation
from server_stub.helpline.decisions import Addressed
from server_stub.helpline.promise import due_at
from server_stub.helpline.service_model import ServiceModel
from server_stub.helpline.values import Millis

_ENDING: Final = "_KIIREETON"


def is_of_messages(queue_id: str) -> bool:
    """Whether what is moved to that queue goes on as a message (R056, R072)."""
    return queue_id.endswith(_ENDING)


def due(situation: Situation) -> Millis:
    """When an answer is due that is promised now."""
    return due_at(situation.now, situation.promise_days, situation.days_off)


def settled(after: Conversation, by: By, situation: Situation) -> tuple[Conversation, tuple[Addressed, ...]]:
    """After a line in a message: the holder's keeps the promise, the customer's next one begins another."""
    if by != By.CUSTOMER:
        return after._replace(due_at=None), ()
    if after.due_at is not None:
        return after, ()
    promised = after._replace(due_at=due(situation))
    return promised, (Addressed(AnswerPromised(due(situation)), watchers(promised)),)


def moved_onward(after: Conversation, due: Millis) -> Conversation:
    """Moved to a queue: a chat becomes a message where messages are answered, and an answer is owed again."""
    if after.channel == Channel.CHAT and not is_of_messages(after.queue_id):
        return after
    return after._replace(channel=Channel.MESSAGE, due_at=due if after.due_at is None else after.due_at)


def straight_to(
    model: ServiceModel, *, service_id: str, topic_id: str, finer_topic_id: str | None
) -> str | None:
    """The service line's queue to which a rule leads a message past advice; None: no rule does (R073, R108).

    A rule for the finer topic goes before one for its topic, and one that is switched off is none.
    """
    service = model.service(service_id)
    rules = service.messages.straight if service is not None and service.messages is not None else ()
    for wanted in (finer_topic_id, None):
        for rule in rules:
            if rule.is_on and rule.topic_id == topic_id and rule.finer_topic_id == wanted:
                return rule.queue_id
    return None
