"""What a supervisor who reads along must know of the conversation: pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.desk.lateness import Silence, clock_words, silence, since
from app.domain.conversation import Author, Identity, Message, Note, Topic
from app.domain.ids import ConversationId
from app.domain.project import Seen
from app.domain.queue import ByLanguage

_NOTES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class JoinedFacts:
    """Who holds it since when, why she was called, and the pre-information.

    ``clock`` is how long the customer has waited for a line, "" when she has one · ``called_at`` and ``text``
    are those of the call · ``first`` her first message, if it is at hand · ``notes`` the newest, newest last.
    """

    conversation_id: ConversationId
    identity: Identity
    language: str
    topic: Topic
    queue_name: ByLanguage
    queued: timedelta
    holder_name: str
    held_since: datetime
    held_for: timedelta
    silence: Silence
    clock: str
    called_at: datetime
    text: str
    is_holder_away: bool
    hand_overs: int
    first: Message | None
    notes: tuple[Note, ...]
    finer_topic: Topic | None = None


def joined_facts(seen: Seen, conversation_id: ConversationId, *, now: datetime) -> JoinedFacts | None:
    """Of a conversation in which she reads along, or None."""
    confirmed = seen.confirmed
    call, head = confirmed.help_calls.get(conversation_id), confirmed.heads.get(conversation_id)
    if call is None or head is None or not confirmed.is_joined(conversation_id):
        return None
    window = confirmed.windows.get(conversation_id)
    queue = confirmed.queues.get(head.queue_id)
    claimed_at = head.claimed_at or head.opened_at
    waited = None if head.customer_wrote_at is None else since(head.customer_wrote_at, now)
    is_whole = window is not None and not window.has_older and bool(window.messages)
    first = window.messages[0] if window is not None and is_whole else None
    return JoinedFacts(
        conversation_id=conversation_id,
        identity=head.identity,
        language=head.language,
        topic=head.topic,
        queue_name={} if queue is None else queue.name,
        queued=max(timedelta(0), claimed_at - head.waiting_since),
        holder_name=call.by.display_name,
        held_since=claimed_at,
        held_for=since(claimed_at, now),
        silence=silence(waited),
        clock="" if waited is None else clock_words(waited),
        called_at=call.called_at,
        text=call.text,
        is_holder_away=call.is_holder_away,
        hand_overs=head.hand_overs,
        first=first if first is not None and first.by is Author.CUSTOMER else None,
        notes=() if window is None else window.notes[-_NOTES_SHOWN:],
        finer_topic=head.pre_information.finer_topic,
    )
