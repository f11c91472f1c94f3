"""Guarding an anonymous chat: what her text asks the customer for, and what she can do instead (R041)."""

from __future__ import annotations

from app.domain.anonymity_guard import Noticed, noticed, own_words
from app.domain.conversation import ConversationState, Identity
from app.domain.ids import ConversationId
from app.domain.project import Seen


def noticed_in_draft(seen: Seen, conversation_id: ConversationId, text: str) -> tuple[Noticed, ...]:
    """What `text` asks an anonymous customer for; empty where nothing is to be said.

    Nothing is said to an identified customer's counsellor, of what a canned answer of the service model
    says, or in a problem situation: where somebody is may save her then.
    """
    head = seen.confirmed.heads.get(conversation_id)
    if head is None or head.identity is not Identity.ANONYMOUS or head.state is not ConversationState.HELD:
        return ()
    if head.problem_situation is not None or conversation_id in seen.beginning_problems:
        return ()
    if not noticed(text):
        return ()
    return noticed(own_words(text, seen.confirmed.canned_answers))
