"""Views: from what is seen and the time to what each pane shows; pure functions."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil
from typing import assert_never

from app.desk.consent_views import asked_of, scopes
from app.desk.help_views import cannot_call, sent_call
from app.desk.identity_views import proof_of
from app.desk.lateness import Lateness, clock_words, lateness, share_of_target, silence, since
from app.desk.offer_views import sent_offer
from app.desk.panes import (
    Delivery,
    Header,
    NoteRow,
    QueueRow,
    StatusLine,
    Tab,
    TranscriptRow,
    WaitingEntry,
    WaitingRow,
)
from app.domain.commands import ClaimWaiting, CloseConversation, WriteMessage, WriteNote
from app.domain.conversation import Author, ConversationState, Head, Identity, Message
from app.domain.departed import Departed
from app.domain.ids import ConversationId, QueueId
from app.domain.link import LinkView
from app.domain.pending import Pending, Stage, unsent
from app.domain.project import Seen
from app.domain.queue import Queue, QueueKind, hours_at, hours_of_all
from app.domain.rules import cannot_move, cannot_refine, cannot_write, check, load, needs_reason

# Every view takes ``now`` by the backend's clock (``desk.now()``). Words are enums: the screen translates
# them.

_ORDER = (QueueKind.TOPIC, QueueKind.COMMON, QueueKind.TRANSFER)
_NO_WAIT = timedelta(0)


def queue_rows(seen: Seen, *, now: datetime) -> tuple[QueueRow, ...]:
    """The queues of her shift: own topics, common, transfer queues; each in the service model's order."""
    waiting = _waiting_by_queue(seen)
    confirmed = seen.confirmed
    served = [queue for queue in confirmed.queues.values() if confirmed.shift.serves(queue.queue_id)]
    queues = sorted(served, key=lambda queue: _ORDER.index(queue.kind))
    return tuple(_queue_row(queue, waiting.get(queue.queue_id, []), now) for queue in queues)


def _queue_row(queue: Queue, heads: list[Head], now: datetime) -> QueueRow:
    """``heads`` stand longest wait first."""
    longest = since(heads[0].waiting_since, now) if heads else None
    return QueueRow(
        queue_id=queue.queue_id,
        name=queue.name,
        kind=queue.kind,
        language=queue.language,
        waiting=len(heads),
        longest_wait=longest,
        clock="" if longest is None else clock_words(longest),
        lateness=Lateness.EMPTY if longest is None else lateness(longest, queue.target),
        hours=hours_at(queue, now),
        at_closing=queue.at_closing,
        pilot=queue.pilot,
    )


def waiting_entries(seen: Seen, queue_id: QueueId) -> tuple[WaitingEntry, ...]:
    """Those who wait in one queue, the longest wait first."""
    heads = _waiting_by_queue(seen).get(queue_id, ())
    return tuple(WaitingEntry(head, head.conversation_id in seen.claiming) for head in heads)


def waiting_row(seen: Seen, head: Head, *, now: datetime) -> WaitingRow:
    """One who waits as she is shown at this moment."""
    queue = seen.confirmed.queues.get(head.queue_id)
    wait = since(head.waiting_since, now)
    return WaitingRow(
        conversation_id=head.conversation_id,
        queue_id=head.queue_id,
        alias=head.alias,
        identity=head.identity,
        language=head.language,
        topic=head.topic,
        last_line=head.last_line,
        wait=wait,
        clock=clock_words(wait),
        lateness=Lateness.ON_TIME if queue is None else lateness(wait, queue.target),
        is_claiming=head.conversation_id in seen.claiming,
        cannot_claim=check(seen, ClaimWaiting(head.conversation_id), now),
        transfer=head.transfer,
        concern=None if head.concern is None else head.concern.kind,
        barrier=head.language_barrier,
        finer_topic=head.pre_information.finer_topic,
    )


def next_waiting(seen: Seen, queue_id: QueueId | None, *, now: datetime) -> WaitingRow | None:
    """Whom taking would claim: the longest wait of that queue, or the most urgent of all queues.

    Urgent is who has used most of her queue's target; of equals, who has waited longest. One that is being
    claimed already is passed over.
    """
    # Within one queue the longest wait has used most of the target: only the first of each is compared.
    firsts = (
        next((head for head in waiting if head.conversation_id not in seen.claiming), None)
        for queue, waiting in _waiting_by_queue(seen).items()
        if queue_id in (None, queue) and seen.confirmed.shift.serves(queue)
    )
    heads = [head for head in firsts if head is not None]
    queues = seen.confirmed.queues

    def order(head: Head) -> tuple[float, datetime, str]:
        queue = queues.get(head.queue_id)
        used = share_of_target(since(head.waiting_since, now), queue.target) if queue is not None else 0.0
        return -used, *_place(head)

    first = min(heads, key=order, default=None)
    return waiting_row(seen, first, now=now) if first is not None else None


def tabs(seen: Seen, *, now: datetime, departed: tuple[Departed, ...] = ()) -> tuple[Tab, ...]:
    """Her conversations, the one she reads along, and those that went elsewhere, oldest claim first, so that
    tabs do not move.
    """
    confirmed = seen.confirmed
    mine = [
        head
        for head in confirmed.heads.values()
        if confirmed.is_mine(head) or confirmed.is_joined(head.conversation_id)
    ]
    placed = [
        ((head.claimed_at or head.opened_at, head.conversation_id), _tab(seen, head, now)) for head in mine
    ]
    placed += [((each.claimed_at, each.conversation_id), _departed_tab(each)) for each in departed]
    placed.sort(key=lambda pair: pair[0])
    return tuple(tab for _, tab in placed)


def _departed_tab(departed: Departed) -> Tab:
    return Tab(
        conversation_id=departed.conversation_id,
        alias=departed.alias,
        identity=departed.identity,
        state=ConversationState.WAITING,
        unread=0,
        silence=silence(None),
        clock="",
        is_closing=False,
        departed=departed,
    )


def _unanswered(head: Head, now: datetime) -> timedelta | None:
    """How long the customer's oldest unanswered line has waited; None where nobody waits for an answer."""
    is_awaited = head.state is ConversationState.HELD and not head.is_message
    wrote_at = head.customer_wrote_at if is_awaited else None
    return None if wrote_at is None else since(wrote_at, now)


def _tab(seen: Seen, head: Head, now: datetime) -> Tab:
    waited = _unanswered(head, now)
    is_mine = seen.confirmed.is_mine(head)
    return Tab(
        conversation_id=head.conversation_id,
        alias=head.alias,
        identity=head.identity,
        state=head.state,
        # What another has not read is not hers to read.
        unread=seen.unread(head.conversation_id) if is_mine else 0,
        silence=silence(waited),
        clock="" if waited is None else clock_words(waited),
        is_closing=head.conversation_id in seen.closing,
        awaits_wrap_up=is_mine and _awaits_wrap_up(seen, head),
        is_joined=not is_mine,
        concern=None if head.concern is None else head.concern.kind,
        is_message=head.is_message,
    )


def _awaits_wrap_up(seen: Seen, head: Head) -> bool:
    is_over = head.state is ConversationState.ENDED or head.conversation_id in seen.ending
    return is_over and seen.confirmed.codes_of(head.service_id).asks


def header(seen: Seen, conversation_id: ConversationId, *, now: datetime) -> Header | None:
    """The head of a conversation she holds, or None."""
    head = seen.confirmed.heads.get(conversation_id)
    if head is None or not seen.confirmed.is_mine(head):
        return None
    claimed_at = head.claimed_at or head.opened_at
    queue = seen.confirmed.queues.get(head.queue_id)
    waited = _unanswered(head, now)
    return Header(
        conversation_id=conversation_id,
        alias=head.alias,
        identity=head.identity,
        language=head.language,
        state=head.state,
        ended_by=head.ended_by,
        topic=head.topic,
        queue_id=head.queue_id,
        queue_name={} if queue is None else queue.name,
        opened_at=head.opened_at,
        queued=max(_NO_WAIT, claimed_at - head.waiting_since),
        lasted=since(claimed_at, now),
        responsibility_version=head.responsibility_version,
        has_standing_notice=head.identity is Identity.ANONYMOUS,
        is_closing=conversation_id in seen.closing,
        cannot_write=cannot_write(seen, conversation_id, head.responsibility_version),
        cannot_close=check(seen, CloseConversation(conversation_id, head.responsibility_version), now),
        hand_overs=head.hand_overs,
        transfer=head.transfer,
        is_moving=conversation_id in seen.moving,
        cannot_move=cannot_move(seen, conversation_id, head.responsibility_version),
        pre_information=head.pre_information,
        cannot_refine=cannot_refine(seen, conversation_id, head.responsibility_version),
        silence=silence(waited),
        clock="" if waited is None else clock_words(waited),
        offer=sent_offer(seen, conversation_id, now=now),
        help=sent_call(seen, conversation_id),
        cannot_call_help=cannot_call(seen, conversation_id, head.responsibility_version, now=now),
        unprotected=seen.confirmed.unprotected,
        needs_reason=needs_reason(seen, conversation_id),
        is_message=head.is_message,
        consents=asked_of(seen, conversation_id),
        scopes=scopes(seen, conversation_id),
        is_asking_consent=conversation_id in seen.asking_consent,
        proof=proof_of(seen, conversation_id),
        application_of=head.service_id if _has_files(seen, conversation_id) else None,
        asks_wrap_up=seen.confirmed.codes_of(head.service_id).asks,
        awaits_wrap_up=_awaits_wrap_up(seen, head),
    )


def _has_files(seen: Seen, conversation_id: ConversationId) -> bool:
    window = seen.confirmed.windows.get(conversation_id)
    return window is not None and any(message.attachment is not None for message in window.messages)


def transcript(
    seen: Seen, conversation_id: ConversationId, *, mono_s: float, undo_s: float
) -> tuple[TranscriptRow, ...]:
    """Confirmed messages, then the pending ones in the order they were sent."""
    head = seen.confirmed.heads.get(conversation_id)
    window = seen.confirmed.windows.get(conversation_id)
    confirmed = () if head is None or window is None else window.messages
    read = 0 if head is None else head.read_by_customer
    is_mine = head is None or seen.confirmed.is_mine(head)
    rows = [_confirmed_row(message, read, is_mine=is_mine) for message in confirmed]
    for row in seen.unsent.get(conversation_id, ()):
        if isinstance(row.command, WriteMessage):
            left_s = _undo_left_s(row, mono_s, undo_s)
            rows.append(_pending_row(row, row.command.text, is_live=seen.is_live, undo_left_s=left_s))
    return tuple(rows)


def note_rows(seen: Seen, conversation_id: ConversationId) -> tuple[NoteRow, ...]:
    """Notes that stand in the window at hand, then those on their way."""
    window = seen.confirmed.windows.get(conversation_id)
    me = seen.confirmed.me
    kept = () if window is None else window.notes
    first = 0 if window is None or not window.has_older else window.first_seq
    rows = [
        NoteRow(
            key=f"note {note.number}",
            after_seq=note.after_seq,
            by_name=note.by.display_name,
            is_mine=note.by.staff_id == me.staff_id,
            at=note.at,
            text=note.text,
            is_sending=False,
        )
        for note in kept
        if note.after_seq >= first
    ]
    for row in seen.notes.get(conversation_id, ()):
        if isinstance(row.command, WriteNote):
            rows.append(
                NoteRow(row.command_id, None, me.display_name, True, row.submitted.at, row.command.text, True)
            )
    return tuple(rows)


def with_notes(
    rows: tuple[TranscriptRow, ...], notes: tuple[NoteRow, ...]
) -> tuple[TranscriptRow | NoteRow, ...]:
    """Each note behind the message it stands behind; those on their way at the end."""
    placed: list[TranscriptRow | NoteRow] = []
    left = list(notes)
    for row in rows:
        while left and left[0].after_seq is not None and (row.seq is None or left[0].after_seq < row.seq):
            placed.append(left.pop(0))
        placed.append(row)
    return (*placed, *left)


def _confirmed_row(message: Message, read_by_customer: int, *, is_mine: bool) -> TranscriptRow:
    is_hers = message.by is Author.COUNSELLOR
    sent = Delivery.SEEN if message.seq <= read_by_customer else Delivery.SENT
    return TranscriptRow(
        key=message.caused_by if is_hers and message.caused_by else f"seq {message.seq}",
        seq=message.seq,
        command_id=message.caused_by if is_hers else None,
        by=message.by,
        at=message.at,
        text=message.text,
        masked=message.masked,
        delivery=sent if is_hers else Delivery.RECEIVED,
        undo_left_s=None,
        is_by_colleague=is_hers and not is_mine,
        attachment=message.attachment,
    )


def _pending_row(row: Pending, text: str, *, is_live: bool, undo_left_s: int | None) -> TranscriptRow:
    return TranscriptRow(
        key=row.command_id,
        seq=None,
        command_id=row.command_id,
        by=Author.COUNSELLOR,
        at=row.submitted.at,
        text=text,
        masked=(),
        delivery=_delivery(row, is_live=is_live),
        undo_left_s=undo_left_s,
    )


def _delivery(row: Pending, *, is_live: bool) -> Delivery:
    match row.stage:
        case Stage.HELD:
            return Delivery.HELD
        case Stage.ASKING:
            return Delivery.ASKING
        case Stage.QUEUED:
            return Delivery.SENDING if is_live else Delivery.WAITING_FOR_LINE
        case Stage.IN_FLIGHT | Stage.ACCEPTED:
            return Delivery.SENDING
    assert_never(row.stage)


def _undo_left_s(row: Pending, mono_s: float, undo_s: float) -> int | None:
    if row.stage is not Stage.HELD:
        return None
    return max(0, ceil(undo_s - (mono_s - row.staged.mono_s)))


def status_line(
    seen: Seen, link: LinkView, drafts: int, *, is_kept_on_disk: bool, now: datetime
) -> StatusLine:
    """The status bar's figures. ``drafts``: how many are kept. ``is_kept_on_disk``: as the desk says."""
    confirmed = seen.confirmed
    return StatusLine(
        link=link,
        unsent=len(unsent(seen.pending)),
        drafts=drafts,
        load=load(seen),
        capacity=confirmed.capacity,
        hours=hours_of_all(confirmed.queues.values(), now),
        is_practice=confirmed.is_practice,
        is_kept_on_disk=is_kept_on_disk,
        display_name=confirmed.me.display_name,
    )


def waiting_in(seen: Seen, queue_id: QueueId) -> int:
    """How many wait in one queue."""
    return len(_waiting_by_queue(seen).get(queue_id, ()))


def _waiting_by_queue(seen: Seen) -> dict[QueueId, list[Head]]:
    """Waiting heads of each queue, in the order of their places; a message has no place among them."""
    waiting: dict[QueueId, list[Head]] = {}
    every = seen.confirmed.heads.values()
    heads = [head for head in every if head.state is ConversationState.WAITING and not head.is_message]
    heads.sort(key=_place)
    for head in heads:
        waiting.setdefault(head.queue_id, []).append(head)
    return waiting


def _place(head: Head) -> tuple[datetime, str]:
    return head.waiting_since, head.conversation_id
