"""Departed: conversations that were hers and went elsewhere, and where to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import TypeGuard

from app.domain.conversation import ConversationState, Head, Identity
from app.domain.desk_state import DeskState
from app.domain.facts import GIVEN_BACK, ConversationReturned, Fact
from app.domain.help_call import HelpCallEnded, HelpEnding
from app.domain.ids import ConversationId, QueueId
from app.domain.queue import ByLanguage


class Way(Enum):
    """How a conversation left her."""

    TRANSFERRED = auto()
    RETURNED = auto()
    """To its queue, because she was away."""
    GIVEN_BACK = auto()
    """To its queue, because she gave it back."""
    TAKEN_OVER = auto()
    HELP_OVER = auto()
    """It never was: she came to help, and it has ended."""
    HELP_WITHDRAWN = auto()
    """It never was: she came to help, and its holder goes on alone."""
    GONE = auto()
    """It is not hers any more, and more is not known."""


_HELP_ENDS = {HelpEnding.CONVERSATION_OVER: Way.HELP_OVER, HelpEnding.WITHDRAWN: Way.HELP_WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Departed:
    """One of them. ``queue_name`` is empty where she does not serve that queue, ``to_name`` is who has taken
    it over or accepted it, ``is_by_her`` that she moved it herself.
    """

    conversation_id: ConversationId
    alias: str
    identity: Identity
    claimed_at: datetime
    way: Way
    queue_id: QueueId
    queue_name: ByLanguage
    to_name: str | None
    is_by_her: bool


def departures(before: DeskState, after: DeskState, fact: Fact | None = None) -> tuple[Departed, ...]:
    """Those that were hers before and are somewhere else after, by ``fact`` where one is known. One that has
    ended is over and has gone nowhere.
    """
    if isinstance(fact, HelpCallEnded):
        return _helped_no_longer(before, fact)
    given_back = fact.conversation_id if _is_given_back(fact) else None
    return tuple(
        _departed(head, after, is_given_back=head.conversation_id == given_back)
        for head in before.heads.values()
        if head.state is ConversationState.HELD and before.is_mine(head) and not _is_hers(head, after)
    )


def _helped_no_longer(before: DeskState, fact: HelpCallEnded) -> tuple[Departed, ...]:
    """The one to which she had come, when somebody else ended that: it would vanish under her eyes. The head
    has left her by then, so all that is said stands in the call.
    """
    way, call = _HELP_ENDS.get(fact.ending), before.help_calls.get(fact.conversation_id)
    if way is None or call is None or call.helper is None or call.helper.staff_id != before.me.staff_id:
        return ()
    queue = before.queues.get(call.queue_id)
    return (
        Departed(
            conversation_id=call.conversation_id,
            alias=call.alias,
            identity=call.identity,
            claimed_at=call.called_at,
            way=way,
            queue_id=call.queue_id,
            queue_name={} if queue is None else queue.name,
            to_name=call.by.display_name,
            is_by_her=False,
        ),
    )


def _is_hers(head: Head, state: DeskState) -> bool:
    now = state.heads.get(head.conversation_id)
    return now is not None and state.is_mine(now)


def _is_given_back(fact: Fact | None) -> TypeGuard[ConversationReturned]:
    # Only its holder gives a conversation back; a head alone does not say why it waits again.
    return isinstance(fact, ConversationReturned) and fact.reason == GIVEN_BACK


def _departed(head: Head, after: DeskState, *, is_given_back: bool) -> Departed:
    now = after.heads.get(head.conversation_id)
    way, to_name, is_by_her = Way.GONE, None, False
    if is_given_back:
        way, is_by_her = Way.GIVEN_BACK, True
    elif now is not None and now.transfer is not None and now.hand_overs > head.hand_overs:
        way = Way.TRANSFERRED
        to_name = now.holder.display_name if now.holder is not None else None
        is_by_her = now.transfer.by.staff_id == after.me.staff_id
        if now.holder == now.transfer.by:
            # Nobody moved it to her: she took it.
            way = Way.TAKEN_OVER
    elif now is not None and now.holder is not None:
        way, to_name = Way.TAKEN_OVER, now.holder.display_name
    elif now is not None and now.state is ConversationState.WAITING:
        way = Way.RETURNED
    queue_id = head.queue_id if now is None else now.queue_id
    queue = after.queues.get(queue_id)
    return Departed(
        conversation_id=head.conversation_id,
        alias=head.alias,
        identity=head.identity,
        claimed_at=head.claimed_at or head.opened_at,
        way=way,
        queue_id=queue_id,
        queue_name={} if queue is None else queue.name,
        to_name=to_name,
        is_by_her=is_by_her,
    )
