"""Non-urgent messages of one identified customer as they cross the wire (CONTRACT.md sections 2 and 5)."""

import msgspec

from server_stub.helpline.conversation_values import Conversation
from server_stub.wire.heads import ModelWords, TopicRef, stamp, stamp_or_none


class LeftMessage(msgspec.Struct, frozen=True):
    """`LeftMessage` of CONTRACT.md section 5: a message she has left, as her list shows it."""

    conversation_id: str
    topic: TopicRef
    state: str
    opened_at: str
    last_at: str | None
    due_at: str | None
    has_news: bool
    direction: str
    open_until: str | None


def left_message_of(one: Conversation, words: ModelWords) -> LeftMessage:
    """As its customer sees it; `has_news`: somebody has written what she has not read."""
    return LeftMessage(
        conversation_id=one.conversation_id,
        topic=words.topic(one.service_id, one.topic_id),
        state=one.state,
        opened_at=stamp(one.opened_at),
        last_at=stamp_or_none(one.last_at),
        due_at=stamp_or_none(one.due_at),
        has_news=one.last_by == "counsellor" and one.read_by_customer < one.last_seq,
        direction=one.direction,
        open_until=stamp_or_none(one.open_until),
    )
