"""How each fact of one conversation changes confirmed state: what is said, read, noted, claimed and ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.domain.changes import Changes, Kind
from app.domain.conversation import (
    LAST_LINE_CHARACTERS,
    Author,
    ConversationState,
    Head,
    Message,
    Window,
)
from app.domain.desk_state import DeskState
from app.domain.facts import (
    AnswerPromised,
    ConversationClosed,
    ConversationEnded,
    ConversationEntered,
    ConversationLeft,
    ConversationOpened,
    ConversationWrappedUp,
    MessageWritten,
    NoteWritten,
    ReadMarked,
    WaitingClaimed,
)
from app.domain.ids import ConversationId
from app.domain.masking_reduce import as_masked
from app.domain.reduce_steps import Outcome, OutOfStep, laid, of_messages, with_head, without


def opened(state: DeskState, fact: ConversationOpened) -> Outcome:
    """A customer waits."""
    return with_head(state, fact.head)


def written(state: DeskState, fact: MessageWritten) -> Outcome:
    """Somebody has written; the message comes behind the last one."""
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
        attachment=fact.attachment,
    )
    state, changes = with_head(state, _after_message(head, message))
    window = state.windows.get(fact.conversation_id)
    if window is None:
        return state, changes
    windows = laid(state.windows, fact.conversation_id, _with_newest(window, message))
    return replace(state, windows=windows), changes | of_messages(fact.conversation_id)


def answer_promised(state: DeskState, fact: AnswerPromised) -> Outcome:
    """An answer is owed by then."""
    head = state.heads.get(fact.conversation_id)
    if head is None:
        return state, Changes()
    return with_head(state, replace(head, due_at=fact.due_at))


def noted(state: DeskState, fact: NoteWritten) -> Outcome:
    """A note has been kept."""
    window = state.windows.get(fact.conversation_id)
    if window is None or any(note.number >= fact.note.number for note in window.notes):
        return state, Changes()
    window = replace(window, notes=(*window.notes, fact.note))
    windows = laid(state.windows, fact.conversation_id, window)
    return replace(state, windows=windows), of_messages(fact.conversation_id)


def _after_message(head: Head, message: Message) -> Head:
    """Move all that a message moves in a head, the writer's own read mark included when nothing was unread
    before it.
    """
    wrote_at: datetime | None = head.customer_wrote_at
    by_customer, by_counsellor = head.read_by_customer, head.read_by_counsellor
    due_at = head.due_at
    match message.by:
        case Author.CUSTOMER:
            wrote_at = wrote_at or message.at
            by_customer = _own_mark(by_customer, message.seq)
        case Author.COUNSELLOR:
            wrote_at = due_at = None
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
        due_at=due_at,
    )


def _own_mark(mark: int, seq: int) -> int:
    return seq if mark == seq - 1 else mark


def read(state: DeskState, fact: ReadMarked) -> Outcome:
    """Somebody has read up to there."""
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
    state, changes = with_head(state, marked)
    return state, changes | of_messages(fact.conversation_id)


def claimed(state: DeskState, fact: WaitingClaimed) -> Outcome:
    """A waiting customer is somebody's now."""
    head = state.heads.get(fact.conversation_id)
    if head is None:
        return state, Changes()
    held = replace(
        head,
        state=ConversationState.HELD,
        holder=fact.holder,
        claimed_at=fact.at,
        responsibility_version=fact.responsibility_version,
    )
    return with_head(state, held)


def entered(state: DeskState, fact: ConversationEntered) -> Outcome:
    """Take in the conversation. Its messages are kept only if it is hers or she reads along: a waiting one
    has a head and no window.
    """
    state, changes = with_head(state, fact.head)
    if not (state.is_mine(fact.head) or state.is_joined(fact.conversation_id)):
        return replace(state, windows=without(state.windows, fact.conversation_id)), changes
    known = state.windows.get(fact.conversation_id)
    window = Window(fact.messages) if known is None else _merged(known, fact.messages)
    window = replace(window, notes=fact.notes, person=fact.person, consents=fact.consents)
    windows = laid(state.windows, fact.conversation_id, window)
    return replace(state, windows=windows), changes | of_messages(fact.conversation_id)


def ended(state: DeskState, fact: ConversationEnded) -> Outcome:
    """Nothing more is said in it; it may await its wrap-up."""
    head = state.heads.get(fact.conversation_id)
    if head is None:
        return state, Changes()
    return with_head(state, replace(head, state=ConversationState.ENDED, ended_by=fact.by))


def left(state: DeskState, fact: ConversationLeft) -> Outcome:
    """It is this reader's to see no more."""
    return _forgotten(state, fact.conversation_id)


def wrapped_up(state: DeskState, _fact: ConversationWrappedUp) -> Outcome:
    """Nothing on the desk shows it: closing and leaving follow in the same commit."""
    return state, Changes()


def closed(state: DeskState, fact: ConversationClosed) -> Outcome:
    """It is over, and leaves the desk."""
    return _forgotten(state, fact.conversation_id)


def _forgotten(state: DeskState, conversation_id: ConversationId) -> Outcome:
    head = state.heads.get(conversation_id)
    if head is None:
        return state, Changes()
    changes = (
        Changes.of(Kind.HEADS, [conversation_id])
        | of_messages(conversation_id)
        | Changes.of(Kind.QUEUES, [head.queue_id])
    )
    heads, windows = without(state.heads, conversation_id), without(state.windows, conversation_id)
    return replace(state, heads=heads, windows=windows), changes


def with_older(state: DeskState, conversation_id: ConversationId, older: tuple[Message, ...]) -> Outcome:
    """Lay a page of older messages before the window, if it still joins it without a hole."""
    window = state.windows.get(conversation_id)
    if window is None or not older or older[-1].seq + 1 != window.first_seq:
        return state, Changes()
    older = as_masked(older, window.masked_later)
    windows = laid(state.windows, conversation_id, replace(window, messages=older + window.messages))
    return replace(state, windows=windows), of_messages(conversation_id)


def _with_newest(window: Window, message: Message) -> Window:
    return replace(window, messages=(*window.messages, message))


def _merged(known: Window, messages: tuple[Message, ...]) -> Window:
    by_seq = {message.seq: message for message in (*known.messages, *messages)}
    ordered = tuple(by_seq[seq] for seq in sorted(by_seq))
    if ordered and ordered[-1].seq - ordered[0].seq + 1 != len(ordered):
        return Window(messages)
    return Window(ordered)
