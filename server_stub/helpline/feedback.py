"""feedback: What customers, staff and receiving lines say of the service: who may, once. Pure (R139).

| a customer, of her conversation | outcome |
|---|---|
| that goes on, or that was left before anybody answered | `feedback_not_open` |
| that is over | kept, once; then `feedback_given` |

What is said is kept apart from who said it and about which conversation (decision 67): by queue, topic,
language and day alone.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from server_stub.helpline.conversation_values import ClosedReason, Conversation, ConversationState
from server_stub.helpline.texts import TextLimits
from server_stub.helpline.values import Problem

LONGEST_TEXT: Final = TextLimits(1_000, 4_000)
"""How much may be written: enough for what happened, and no second conversation."""
BEST: Final = 5
"""Scores go from 1 to this."""


class Source(StrEnum):
    """Who gave feedback."""

    CUSTOMER = "customer"


class Subject(StrEnum):
    """What it is about."""

    CONVERSATION = "conversation"


@dataclass(frozen=True, slots=True)
class GiveFeedback:
    """The customer says how it went: 1–5 or nothing, and words or none."""

    conversation_id: str
    score: int | None
    text: str


class Feedback(NamedTuple):
    """What is kept. No column says who, and none which conversation."""

    source: str
    subject: str
    day: str  # by the calendar of Finland
    queue_id: str
    topic_id: str
    language: str
    score: int | None
    text: str


def is_open(conversation: Conversation | None, *, is_given: bool) -> bool:
    """Whether she may say how it went: it is over, somebody answered her, and she has not said it."""
    return conversation is not None and not is_given and _is_over(conversation)


def decide(
    conversation: Conversation | None, command: GiveFeedback, *, is_given: bool, day: str
) -> Feedback | Problem:
    """What is kept of it, or why nothing is."""
    if conversation is None or conversation.conversation_id != command.conversation_id:
        return Problem("not_found")
    if not _is_over(conversation):
        return Problem("feedback_not_open")
    if is_given:
        return Problem("feedback_given")
    if command.score is None and command.text == "":
        return Problem("text_empty")
    return Feedback(
        source=Source.CUSTOMER,
        subject=Subject.CONVERSATION,
        day=day,
        queue_id=conversation.queue_id,
        topic_id=conversation.topic_id,
        language=conversation.language,
        score=command.score,
        text=command.text,
    )


def _is_over(conversation: Conversation) -> bool:
    is_over = conversation.state in (ConversationState.ENDED, ConversationState.CLOSED)
    was_left = conversation.closed_reason in (ClosedReason.LEFT_QUEUE, ClosedReason.ABANDONED)
    return is_over and not was_left
