"""Help calls as the panes show them: to who called, and to the supervisors who are called; pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.desk.lateness import clock_words, since
from app.domain.conversation import Identity, Topic
from app.domain.desk_state import Capability
from app.domain.help_call import CallForHelp, HelpCall, JoinConversation, TakeOver
from app.domain.ids import ConversationId, QueueId
from app.domain.marks import HelpAbout
from app.domain.problems import Problem
from app.domain.project import Seen
from app.domain.queue import ByLanguage
from app.domain.rules import check


@dataclass(frozen=True, slots=True)
class SentCall:
    """Her own call: since when, and who comes. ``is_under_way``: nothing can be done now."""

    called_at: datetime
    helper_name: str | None
    responsibility_version: int
    is_under_way: bool
    is_joined: bool = False
    """Whether who comes reads along already."""
    is_holder_away: bool = False
    """Her line was away: the backend has called, not she."""


@dataclass(frozen=True, slots=True)
class HelpCard:
    """A conversation to which a supervisor is called. ``helper_name`` is who comes, ``is_me`` that it is she
    herself; ``cannot_take`` and ``cannot_join`` are why it cannot be taken over or joined now.
    """

    conversation_id: ConversationId
    alias: str
    identity: Identity
    language: str
    topic: Topic
    queue_id: QueueId
    queue_name: ByLanguage
    by_name: str
    clock: str
    text: str
    helper_name: str | None
    is_me: bool
    is_under_way: bool
    responsibility_version: int
    cannot_take: Problem | None
    is_joined: bool
    """Whether who comes reads along."""
    cannot_join: Problem | None
    about: HelpAbout = HelpAbout.QUESTION
    barrier: HelpAbout | None = None
    is_holder_away: bool = False
    """Nobody called: the line of who answers is away."""
    returns_after_min: int = 0
    """After how many minutes without a line the conversation goes back to its queue."""

    @property
    def key(self) -> str:
        """What tells rows apart."""
        return self.conversation_id


def sent_call(seen: Seen, conversation_id: ConversationId) -> SentCall | None:
    """The call of a conversation of hers, or None."""
    call = seen.confirmed.help_calls.get(conversation_id)
    if call is None or call.by.staff_id != seen.confirmed.me.staff_id:
        return None
    helper = None if call.helper is None else call.helper.display_name
    return SentCall(
        call.called_at,
        helper,
        call.responsibility_version,
        is_under_way=conversation_id in seen.helping,
        is_joined=call.joined_at is not None,
        is_holder_away=call.is_holder_away,
    )


def cannot_call(
    seen: Seen, conversation_id: ConversationId, version: int, *, now: datetime
) -> Problem | None:
    """Why help cannot be called for now, or None."""
    return check(seen, CallForHelp(conversation_id, "", version), now)


def help_cards(seen: Seen, *, now: datetime) -> tuple[HelpCard, ...]:
    """What a supervisor is called to, the longest first; nothing for anybody else, and never her own."""
    if Capability.SUPERVISE not in seen.confirmed.capabilities:
        return ()
    me = seen.confirmed.me.staff_id
    others = [call for call in seen.confirmed.help_calls.values() if call.by.staff_id != me]
    others.sort(key=lambda call: (call.called_at, call.conversation_id))
    return tuple(_card(seen, call, now) for call in others)


def joined_card(seen: Seen, conversation_id: ConversationId, *, now: datetime) -> HelpCard | None:
    """The conversation in which she reads along, or None."""
    call = seen.confirmed.help_calls.get(conversation_id)
    is_so = call is not None and seen.confirmed.is_joined(conversation_id)
    return _card(seen, call, now) if call is not None and is_so else None


def unanswered(cards: tuple[HelpCard, ...]) -> int:
    """To how many of them nobody comes yet."""
    return sum(card.helper_name is None for card in cards)


def _card(seen: Seen, call: HelpCall, now: datetime) -> HelpCard:
    queue = seen.confirmed.queues.get(call.queue_id)
    is_under_way = call.conversation_id in seen.helping
    takes = TakeOver(call.conversation_id, call.responsibility_version)
    joins = JoinConversation(call.conversation_id, call.responsibility_version)
    return HelpCard(
        conversation_id=call.conversation_id,
        alias=call.alias,
        identity=call.identity,
        language=call.language,
        topic=call.topic,
        queue_id=call.queue_id,
        queue_name={} if queue is None else queue.name,
        by_name=call.by.display_name,
        clock=clock_words(since(call.called_at, now)),
        text=call.text,
        helper_name=None if call.helper is None else call.helper.display_name,
        is_me=call.helper is not None and call.helper.staff_id == seen.confirmed.me.staff_id,
        is_under_way=is_under_way,
        responsibility_version=call.responsibility_version,
        cannot_take=None if is_under_way else check(seen, takes, now),
        is_joined=call.joined_at is not None,
        cannot_join=None if is_under_way else check(seen, joins, now),
        about=call.about,
        barrier=call.language_barrier,
        is_holder_away=call.is_holder_away,
        returns_after_min=seen.confirmed.limits.hold_lapses_s // 60,
    )
