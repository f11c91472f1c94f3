"""Announcing: what calls for her, and whether she has seen it; pure functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.desk.sounds import Sound
from app.domain.callback import CallbackState, unmet
from app.domain.consultation import ConsultationState
from app.domain.consultation_rules import may_claim
from app.domain.conversation import Author, ConversationState
from app.domain.desk_state import Capability
from app.domain.ids import ConversationId
from app.domain.presence import Presence
from app.domain.problem_rules import is_occupied
from app.domain.project import Seen
from app.domain.rules import load


class Cause(StrEnum):
    """Why something calls for her, the most urgent first."""

    OFFER = "offer"
    HELP = "help"
    CONCERN = "concern"
    MESSAGE = "message"
    TRANSFER = "transfer"
    WAITING = "waiting"
    CALLBACK = "callback"
    CONSULTATION = "consultation"


@dataclass(frozen=True, slots=True)
class Call:
    """One thing that calls. It is the same one as long as ``turn`` is: the seq of the newest line, or how
    often responsibility has moved, or how often the customer was tried.
    """

    cause: Cause
    subject: str
    turn: int


Calls = frozenset[Call]
NONE: Calls = frozenset()


@dataclass(frozen=True, slots=True)
class InView:
    """What of the work is before her eyes. With the window behind others, nothing is."""

    queues: bool = False
    callbacks: bool = False
    consultations: bool = False
    situation: bool = False
    offer: bool = False
    front: ConversationId | None = None


@dataclass(frozen=True, slots=True)
class Attention:
    """What calls now, and what of it she has looked at or silenced. ``fresh`` has never been told of."""

    calls: Calls = NONE
    known: Calls = NONE
    fresh: Calls = NONE

    @property
    def unseen(self) -> Calls:
        """What goes on calling until she looks."""
        return self.calls - self.known


def calls_for_her(seen: Seen, *, now: datetime) -> Calls:
    """Everything that calls for this counsellor: what is offered to her; colleagues who call a supervisor for
    help; consultations that are late, to a supervisor; lines in her
    conversations that she has not read; and while she says that she is available, customers waiting in a
    queue of hers that she has room for, and callback requests that are due and free, and
    consultations of her line that nobody has taken.
    """
    always = (*_offers(seen), *_help(seen), *_concerns(seen), *_messages(seen), *_late_consultations(seen))
    if seen.presence is not Presence.AVAILABLE or is_occupied(seen):
        return frozenset(always)
    return frozenset((*always, *_waiting(seen), *_callbacks(seen, now), *_consultations(seen)))


def attend(before: Attention, calls: Calls, in_view: InView) -> Attention:
    """Attention after a look at how things stand. What is in view is seen; what no longer calls is forgotten,
    so that it is news when it calls again.
    """
    seen = frozenset(call for call in calls if _is_in_view(call, in_view))
    # A line she is looking at is no news: a sound for each would be one for every answer.
    told = frozenset(call for call in seen if call.cause is Cause.MESSAGE)
    return Attention(calls, known=(before.known & calls) | seen, fresh=calls - before.calls - told)


def silenced(attention: Attention) -> Attention:
    """Attention after she has silenced what calls now; what comes later calls again."""
    return Attention(attention.calls, known=attention.calls)


def most_urgent(calls: Calls) -> Cause | None:
    """What a sound and a notification are about when several things call."""
    return min((call.cause for call in calls), key=tuple(Cause).index, default=None)


def sound_for(cause: Cause) -> Sound:
    """How a cause sounds."""
    return Sound.MESSAGE if cause is Cause.MESSAGE else Sound.WORK


def _offers(seen: Seen) -> Iterable[Call]:
    """The colleague's customer waits for her answer, which has half a minute."""
    confirmed = seen.confirmed
    for offer in confirmed.offers.values():
        if offer.to.staff_id == confirmed.me.staff_id and offer.conversation_id not in seen.offering:
            yield Call(Cause.OFFER, offer.conversation_id, offer.responsibility_version)


def _help(seen: Seen) -> Iterable[Call]:
    """To whom nobody comes yet; whatever a supervisor says of her own presence, she is called."""
    confirmed = seen.confirmed
    is_called = Capability.SUPERVISE in confirmed.capabilities
    for call in confirmed.help_calls.values() if is_called else ():
        if call.helper is None and call.by.staff_id != confirmed.me.staff_id:
            yield Call(Cause.HELP, call.conversation_id, call.responsibility_version)


def _concerns(seen: Seen) -> Iterable[Call]:
    """Somebody waits whose words give reason to look at once, whether there is room for her or not: who is
    at work can have somebody take her. Not while she herself is in a problem situation.
    """
    confirmed = seen.confirmed
    listens = Capability.CLAIM in confirmed.capabilities and seen.presence.takes_work
    for head in confirmed.heads.values() if listens and not is_occupied(seen) else ():
        is_hers = head.state is ConversationState.WAITING and confirmed.shift.serves(head.queue_id)
        if is_hers and head.concern is not None and head.conversation_id not in seen.claiming:
            yield Call(Cause.CONCERN, head.conversation_id, head.concern.seq)


def _waiting(seen: Seen) -> Iterable[Call]:
    confirmed = seen.confirmed
    has_room = Capability.CLAIM in confirmed.capabilities and load(seen) < confirmed.capacity
    for head in confirmed.heads.values() if has_room else ():
        is_hers = head.state is ConversationState.WAITING and head.queue_id in confirmed.queues
        # A non-urgent message never rings: its promise is in working days.
        if is_hers and not head.is_message and head.conversation_id not in seen.claiming:
            cause = Cause.WAITING if head.transfer is None else Cause.TRANSFER
            yield Call(cause, head.conversation_id, head.responsibility_version)


def _messages(seen: Seen) -> Iterable[Call]:
    for head in seen.confirmed.heads.values():
        is_talk = head.state is ConversationState.HELD and not head.is_message
        if not is_talk or not seen.confirmed.is_mine(head):
            continue
        window = seen.confirmed.windows.get(head.conversation_id)
        messages = window.messages if window is not None else ()
        last = max((each.seq for each in messages if each.by is Author.CUSTOMER), default=0)
        if last > seen.read_up_to(head.conversation_id):
            yield Call(Cause.MESSAGE, head.conversation_id, last)


def _callbacks(seen: Seen, now: datetime) -> Iterable[Call]:
    confirmed = seen.confirmed
    may_call = Capability.CALL in confirmed.capabilities
    for callback in confirmed.callbacks.values() if may_call else ():
        is_free = callback.state is CallbackState.WAITING and callback.queue_id in confirmed.queues
        is_due = callback.due_at <= now and not unmet(callback, now, confirmed.calling)
        if is_free and is_due and callback.callback_id not in seen.claiming_callbacks:
            yield Call(Cause.CALLBACK, callback.callback_id, len(callback.attempts))


def _consultations(seen: Seen) -> Iterable[Call]:
    """Asked of her line by somebody else, and free; a late one calls the supervisors by itself."""
    for thread in seen.confirmed.consultations.values():
        found = thread.consultation
        is_free = found.state is ConsultationState.OPEN and not found.is_late
        if is_free and may_claim(seen, found) and found.consultation_id not in seen.consulting:
            yield Call(Cause.CONSULTATION, found.consultation_id, found.responsibility_version)


def _late_consultations(seen: Seen) -> Iterable[Call]:
    """R124: a promise that has passed is told to the supervisors, whoever has it, once for each promise."""
    is_told = Capability.SUPERVISE in seen.confirmed.capabilities
    for thread in seen.confirmed.consultations.values() if is_told else ():
        found = thread.consultation
        if found.is_late and found.due_at is not None:
            yield Call(Cause.CONSULTATION, found.consultation_id, int(found.due_at.timestamp()))


def _is_in_view(call: Call, in_view: InView) -> bool:
    match call.cause:
        case Cause.OFFER:
            return in_view.offer
        case Cause.HELP:
            return in_view.situation
        case Cause.MESSAGE:
            return call.subject == in_view.front
        case Cause.WAITING | Cause.TRANSFER | Cause.CONCERN:
            return in_view.queues
        case Cause.CALLBACK:
            return in_view.callbacks
        case Cause.CONSULTATION:
            return in_view.consultations
