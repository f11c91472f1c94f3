"""The reducer: how each fact changes confirmed state; state changes nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TypeVar, assert_never

from app.domain.callback import Callback
from app.domain.callback_facts import (
    AttemptRecorded,
    CallbackClaimed,
    CallbackClosed,
    CallbackFact,
    CallbackNumberShown,
    CallbackRequested,
    CallbackReturned,
)
from app.domain.callback_reduce import callback_after
from app.domain.changes import Changes, Kind
from app.domain.conversation import Author, ConversationState, Head, Message, Window
from app.domain.desk_state import DeskState
from app.domain.facts import (
    ConversationClosed,
    ConversationEnded,
    ConversationEntered,
    ConversationLeft,
    ConversationOpened,
    ConversationReturned,
    ConversationTransferred,
    ConversationWrappedUp,
    Fact,
    MessageWritten,
    NoteWritten,
    ReadMarked,
    ServiceModelActivated,
    Streamed,
    UnknownFact,
    WaitingClaimed,
)
from app.domain.help_call import (
    ConversationJoined,
    ConversationTakenOver,
    HelpAnswered,
    HelpCall,
    HelpCalled,
    HelpCallEnded,
    HelperGone,
    JoiningEnded,
)
from app.domain.ids import CallbackId, ConversationId, QueueId
from app.domain.offer import Offer
from app.domain.offer_facts import OfferAccepted, OfferEnded, TransferOffered
from app.domain.presence import PresenceChanged, ShiftBegan, ShiftEnded, ShiftFact, shift_after
from app.domain.queue import Queue

LAST_LINE_CHARACTERS = 200
"""How much of the last message a head carries (contract, section 5)."""

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_Outcome = tuple[DeskState, Changes]


class OutOfStep(Exception):
    """A fact that cannot follow from this state: never a guess, a fresh snapshot."""


def reduce(state: DeskState, streamed: Streamed) -> _Outcome:
    """Take the fact that follows ``state``; every fact moves the cursor, also one of an unknown type.

    Whether it does follow (``after``) is the follower's to see. Taking a fact of a conversation twice is
    harmless: messages go by their seq. Raises OutOfStep when a message would leave a hole.
    """
    changed, changes = _take(state, streamed.fact)
    return replace(changed, cursor=streamed.cursor), changes


def _take(state: DeskState, fact: Fact) -> _Outcome:
    match fact:
        case ConversationOpened():
            return _opened(state, fact)
        case MessageWritten():
            return _written(state, fact)
        case ReadMarked():
            return _read(state, fact)
        case WaitingClaimed():
            return _claimed(state, fact)
        case ConversationEntered():
            return _entered(state, fact)
        case ConversationLeft():
            return _forgotten(state, fact.conversation_id)
        case ConversationReturned() | ConversationTransferred():
            return _waits_again(state, fact)
        case NoteWritten():
            return _noted(state, fact)
        case ConversationEnded():
            return _ended(state, fact)
        case ConversationWrappedUp():
            # Nothing on the desk shows it: closing and leaving follow in the same commit.
            return state, Changes()
        case ConversationClosed():
            return _closed(state, fact)
        case ServiceModelActivated():
            return _activated(state, fact)
        case (
            CallbackRequested()
            | CallbackClaimed()
            | CallbackNumberShown()
            | AttemptRecorded()
            | CallbackReturned()
            | CallbackClosed()
        ):
            return _callback(state, fact)
        case PresenceChanged() | ShiftBegan() | ShiftEnded():
            return _shift(state, fact)
        case TransferOffered(conversation_id=conversation_id, offer=offer):
            offers = _with(state.offers, conversation_id, offer)
            return replace(state, offers=offers), _of_offer(conversation_id)
        case OfferAccepted():
            return _accepted(state, fact)
        case OfferEnded(conversation_id=conversation_id):
            offers = _without(state.offers, conversation_id)
            return replace(state, offers=offers), _of_offer(conversation_id)
        case (
            HelpCalled()
            | HelpAnswered()
            | HelperGone()
            | HelpCallEnded()
            | ConversationJoined()
            | JoiningEnded()
        ):
            return _help(state, fact)
        case ConversationTakenOver():
            return _moved(state, fact)
        case UnknownFact():
            return state, Changes()
    assert_never(fact)


def _opened(state: DeskState, fact: ConversationOpened) -> _Outcome:
    return _with_head(state, fact.head)


def _written(state: DeskState, fact: MessageWritten) -> _Outcome:
    head = state.heads.get(fact.conversation_id)
    if head is None or fact.seq <= head.last_seq:
        return state, Changes()
    if fact.seq != head.last_seq + 1:
        raise OutOfStep(f"message {fact.seq} after {head.last_seq}")
    message = Message(
        seq=fact.seq,
        by=fact.by,
        at=fact.at,
        text=fact.text,
        masked=fact.masked,
        caused_by=fact.caused_by,
    )
    state, changes = _with_head(state, _after_message(head, message))
    window = state.windows.get(fact.conversation_id)
    if window is None:
        return state, changes
    windows = _with(state.windows, fact.conversation_id, _with_newest(window, message))
    return replace(state, windows=windows), changes | _of_messages(fact.conversation_id)


def _noted(state: DeskState, fact: NoteWritten) -> _Outcome:
    window = state.windows.get(fact.conversation_id)
    if window is None or any(note.number >= fact.note.number for note in window.notes):
        return state, Changes()
    noted = replace(window, notes=(*window.notes, fact.note))
    windows = _with(state.windows, fact.conversation_id, noted)
    return replace(state, windows=windows), _of_messages(fact.conversation_id)


def _after_message(head: Head, message: Message) -> Head:
    """Move all that a message moves in a head, the writer's own read mark included when nothing was unread
    before it.
    """
    wrote_at: datetime | None = head.customer_wrote_at
    by_customer, by_counsellor = head.read_by_customer, head.read_by_counsellor
    match message.by:
        case Author.CUSTOMER:
            wrote_at = wrote_at or message.at
            by_customer = _own_mark(by_customer, message.seq)
        case Author.COUNSELLOR:
            wrote_at = None
            by_counsellor = _own_mark(by_counsellor, message.seq)
        case Author.SERVICE:
            pass
    return replace(
        head,
        last_seq=message.seq,
        last_line=message.text[:LAST_LINE_CHARACTERS],
        last_by=message.by,
        last_at=message.at,
        customer_wrote_at=wrote_at,
        read_by_customer=by_customer,
        read_by_counsellor=by_counsellor,
    )


def _own_mark(mark: int, seq: int) -> int:
    return seq if mark == seq - 1 else mark


def _read(state: DeskState, fact: ReadMarked) -> _Outcome:
    head = state.heads.get(fact.conversation_id)
    if head is None:
        return state, Changes()
    by_customer, by_counsellor = head.read_by_customer, head.read_by_counsellor
    match fact.by:
        case Author.CUSTOMER:
            by_customer = max(by_customer, fact.seq)
        case Author.COUNSELLOR:
            by_counsellor = max(by_counsellor, fact.seq)
        case Author.SERVICE:
            pass
    marked = replace(head, read_by_customer=by_customer, read_by_counsellor=by_counsellor)
    state, changes = _with_head(state, marked)
    return state, changes | _of_messages(fact.conversation_id)


def _claimed(state: DeskState, fact: WaitingClaimed) -> _Outcome:
    head = state.heads.get(fact.conversation_id)
    if head is None:
        return state, Changes()
    claimed = replace(
        head,
        state=ConversationState.HELD,
        holder=fact.holder,
        claimed_at=fact.at,
        responsibility_version=fact.responsibility_version,
    )
    return _with_head(state, claimed)


def _entered(state: DeskState, fact: ConversationEntered) -> _Outcome:
    """Take in the conversation. Its messages are kept only if it is hers or she reads along: a waiting one
    has a head and no window.
    """
    state, changes = _with_head(state, fact.head)
    if not (state.is_mine(fact.head) or state.is_joined(fact.conversation_id)):
        return replace(state, windows=_without(state.windows, fact.conversation_id)), changes
    known = state.windows.get(fact.conversation_id)
    window = Window(fact.messages) if known is None else _merged(known, fact.messages)
    window = replace(window, notes=fact.notes)
    windows = _with(state.windows, fact.conversation_id, window)
    return replace(state, windows=windows), changes | _of_messages(fact.conversation_id)


def _waits_again(state: DeskState, fact: ConversationReturned | ConversationTransferred) -> _Outcome:
    head = state.heads.get(fact.conversation_id)
    if head is None:
        return state, Changes()
    if isinstance(fact, ConversationTransferred):
        head = replace(head, hand_overs=fact.hand_overs, transfer=fact.transfer)
    waiting = replace(
        head,
        state=ConversationState.WAITING,
        queue_id=fact.queue_id,
        waiting_since=fact.waiting_since,
        holder=None,
        claimed_at=None,
        responsibility_version=fact.responsibility_version,
    )
    state, changes = _with_head(state, waiting)
    windows = _without(state.windows, fact.conversation_id)
    return replace(state, windows=windows), changes | _of_messages(fact.conversation_id)


def _accepted(state: DeskState, fact: OfferAccepted) -> _Outcome:
    """Another professional holds it now. Whoever held it before is told to forget it next."""
    conversation_id = fact.conversation_id
    state = replace(state, offers=_without(state.offers, conversation_id))
    state, changes = _moved(state, fact)
    return state, changes | _of_offer(conversation_id)


def _help(
    state: DeskState,
    fact: HelpCalled | HelpAnswered | HelperGone | HelpCallEnded | ConversationJoined | JoiningEnded,
) -> _Outcome:
    """Help is called for, somebody comes and reads along, or it is over."""
    conversation_id = fact.conversation_id
    calls, changes = state.help_calls, Changes.of(Kind.HELP, [conversation_id])
    match fact:
        case HelpCalled(call=call):
            return replace(state, help_calls=_with(calls, conversation_id, call)), changes
        case HelpCallEnded():
            return replace(state, help_calls=_without(calls, conversation_id)), changes
        case HelpAnswered() | HelperGone() | ConversationJoined() | JoiningEnded():
            known = calls.get(conversation_id)
            if known is None:
                return state, Changes()
            after = replace(state, help_calls=_with(calls, conversation_id, _helped(known, fact)))
            return after, changes
    assert_never(fact)


def _helped(call: HelpCall, fact: HelpAnswered | HelperGone | ConversationJoined | JoiningEnded) -> HelpCall:
    match fact:
        case HelpAnswered(helper=helper):
            return replace(call, helper=helper)
        case HelperGone():
            return replace(call, helper=None, joined_at=None)
        case ConversationJoined(helper=helper, at=at):
            return replace(call, helper=helper, joined_at=at)
        case JoiningEnded():
            return replace(call, joined_at=None)
    assert_never(fact)


def _moved(state: DeskState, fact: OfferAccepted | ConversationTakenOver) -> _Outcome:
    """From one professional to another. Whoever held it before is told to forget it next."""
    head = state.heads.get(fact.conversation_id)
    if head is None:
        return state, Changes()
    moved = replace(
        head,
        holder=fact.holder,
        claimed_at=fact.at,
        responsibility_version=fact.responsibility_version,
        hand_overs=fact.hand_overs,
        transfer=fact.transfer,
    )
    return _with_head(state, moved)


def _ended(state: DeskState, fact: ConversationEnded) -> _Outcome:
    head = state.heads.get(fact.conversation_id)
    if head is None:
        return state, Changes()
    return _with_head(state, replace(head, state=ConversationState.ENDED, ended_by=fact.by))


def _closed(state: DeskState, fact: ConversationClosed) -> _Outcome:
    return _forgotten(state, fact.conversation_id)


def _forgotten(state: DeskState, conversation_id: ConversationId) -> _Outcome:
    head = state.heads.get(conversation_id)
    if head is None:
        return state, Changes()
    changes = (
        Changes.of(Kind.HEADS, [conversation_id])
        | _of_messages(conversation_id)
        | Changes.of(Kind.QUEUES, [head.queue_id])
    )
    heads, windows = _without(state.heads, conversation_id), _without(state.windows, conversation_id)
    return replace(state, heads=heads, windows=windows), changes


def _activated(state: DeskState, fact: ServiceModelActivated) -> _Outcome:
    queues = {queue.queue_id: queue for queue in fact.queues}
    changes = Changes.of(Kind.QUEUES, {*state.queues, *queues}) | Changes.of(Kind.ME, ["me"])
    changed = replace(
        state,
        service_model_version=fact.service_model_version,
        queues=queues,
        organisation=fact.organisation,
        unprotected=fact.unprotected,
        wrap_ups={codes.service_id: codes for codes in fact.wrap_ups},
        canned_answers=fact.canned_answers,
    )
    return changed, changes


def _callback(state: DeskState, fact: CallbackFact) -> _Outcome:
    after = callback_after(state.callbacks.get(fact.callback_id), fact)
    if after is None:
        return state, Changes()
    is_let_go = isinstance(fact, CallbackReturned | CallbackClosed)
    if is_let_go and after.queue_id not in state.queues:
        # She had it still when her queues were changed; now it is others' alone.
        without = _without(state.callbacks, fact.callback_id)
        return replace(state, callbacks=without), Changes.of(Kind.CALLBACKS, [fact.callback_id])
    callbacks = _with(state.callbacks, fact.callback_id, after)
    return replace(state, callbacks=callbacks), Changes.of(Kind.CALLBACKS, [fact.callback_id])


def _shift(state: DeskState, fact: ShiftFact) -> _Outcome:
    if fact.staff_id != state.me.staff_id:
        return state, Changes()
    # Which queues are shown depends on it too.
    changes = Changes.of(Kind.ME, ["me"]) | Changes.of(Kind.QUEUES, state.queues)
    return replace(state, shift=shift_after(state.shift, fact)), changes


def with_older(state: DeskState, conversation_id: ConversationId, older: tuple[Message, ...]) -> _Outcome:
    """Lay a page of older messages before the window, if it still joins it without a hole."""
    window = state.windows.get(conversation_id)
    if window is None or not older or older[-1].seq + 1 != window.first_seq:
        return state, Changes()
    windows = _with(state.windows, conversation_id, replace(window, messages=older + window.messages))
    return replace(state, windows=windows), _of_messages(conversation_id)


def differences(before: DeskState | None, after: DeskState) -> Changes:
    """What a fresh snapshot changed: only what differs is named, so that a pane keeps its place over a
    reconnect.
    """
    heads: Mapping[ConversationId, Head] = before.heads if before else {}
    windows: Mapping[ConversationId, Window] = before.windows if before else {}
    queues: Mapping[QueueId, Queue] = before.queues if before else {}
    callbacks: Mapping[CallbackId, Callback] = before.callbacks if before else {}
    offers: Mapping[ConversationId, Offer] = before.offers if before else {}
    changed_offers = _differing(offers, after.offers)
    calls: Mapping[ConversationId, HelpCall] = before.help_calls if before else {}
    changed_calls = _differing(calls, after.help_calls)
    changed_heads = _differing(heads, after.heads)
    changed_callbacks = _differing(callbacks, after.callbacks)
    changed_windows = _differing(windows, after.windows)
    queue_ids = _differing(queues, after.queues)
    for conversation_id in changed_heads:
        queue_ids |= {
            each[conversation_id].queue_id for each in (heads, after.heads) if conversation_id in each
        }
    return (
        Changes.of(Kind.HEADS, changed_heads)
        | Changes.of(Kind.MESSAGES, changed_windows)
        | Changes.of(Kind.QUEUES, queue_ids)
        | Changes.of(Kind.CALLBACKS, changed_callbacks)
        | Changes.of(Kind.OFFERS, changed_offers)
        | Changes.of(Kind.HELP, changed_calls)
        | Changes.of(Kind.ME, ["me"])
    )


# --- small steps --------------------------------------------------------------------------------------------


def _with_head(state: DeskState, head: Head) -> _Outcome:
    """Put the head in; its queue, and the one it may have come from, show other counts and waits."""
    before = state.heads.get(head.conversation_id)
    queues = {head.queue_id} | ({before.queue_id} if before else set())
    changes = Changes.of(Kind.HEADS, [head.conversation_id]) | Changes.of(Kind.QUEUES, queues)
    return replace(state, heads=_with(state.heads, head.conversation_id, head)), changes


def _with_newest(window: Window, message: Message) -> Window:
    return replace(window, messages=(*window.messages, message))


def _merged(known: Window, messages: tuple[Message, ...]) -> Window:
    by_seq = {message.seq: message for message in (*known.messages, *messages)}
    ordered = tuple(by_seq[seq] for seq in sorted(by_seq))
    if ordered and ordered[-1].seq - ordered[0].seq + 1 != len(ordered):
        return Window(messages)
    return Window(ordered)


def _of_offer(conversation_id: ConversationId) -> Changes:
    return Changes.of(Kind.OFFERS, [conversation_id]) | Changes.of(Kind.HEADS, [conversation_id])


def _of_messages(conversation_id: ConversationId) -> Changes:
    return Changes.of(Kind.MESSAGES, [conversation_id])


def _with(mapping: Mapping[_Key, _Value], key: _Key, value: _Value) -> dict[_Key, _Value]:
    return {**mapping, key: value}


def _without(mapping: Mapping[_Key, _Value], key: _Key) -> dict[_Key, _Value]:
    return {kept: value for kept, value in mapping.items() if kept != key}


def _differing(before: Mapping[_Key, _Value], after: Mapping[_Key, _Value]) -> set[_Key]:
    return {key for key in {*before, *after} if before.get(key) != after.get(key)}
