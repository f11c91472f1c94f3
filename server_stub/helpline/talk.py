"""Talk: a conversation is opened, messages and notes are written, and what was seen is marked. Pure."""

from server_stub.helpline import consent, joining, non_urgent
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.attachment_values import Attachment
from server_stub.helpline.concern_rules import ConcernKind
from server_stub.helpline.conversation_commands import MarkRead, OpenConversation, WriteMessage, WriteNote
from server_stub.helpline.conversation_facts import (
    ConcernMarked,
    ConversationOpened,
    MessageWritten,
    NoteWritten,
    ReadMarked,
)
from server_stub.helpline.conversation_situation import Situation, may_see, reachable, watchers
from server_stub.helpline.conversation_values import By, Channel, Conversation, ConversationState, DueKind
from server_stub.helpline.decisions import Addressed, Decision, Due
from server_stub.helpline.new_conversation import LAST_LINE_CHARACTERS, new_conversation
from server_stub.helpline.values import Millis, Problem, customer_address, staff_address


def opened(situation: Situation, command: OpenConversation) -> Decision | Problem:
    """A customer comes, perhaps with her first words, and waits."""
    if command.channel == Channel.MESSAGE and situation.identity == "anonymous":
        return Problem("identification_needed")
    if situation.has_open_conversation:
        return Problem("conversation_exists")
    queue_id = situation.admission
    if queue_id is None:
        return Problem("unknown_topic")
    if isinstance(queue_id, Problem):
        return queue_id
    if command.channel == Channel.MESSAGE and not command.text:
        return Problem("text_empty")
    now = situation.now
    new = new_conversation(
        situation.new_conversation_id,
        situation.new_alias,
        queue_id=queue_id,
        language=command.language,
        identity=situation.identity,
        service_id=command.service_id,
        topic_id=command.topic_id,
        finer_topic_id=command.finer_topic_id,
        channel=command.channel,
        now=now,
    )._replace(due_at=non_urgent.due(situation) if command.channel == Channel.MESSAGE else None)
    facts: tuple[Addressed, ...] = (Addressed(ConversationOpened(new), watchers(new)),)
    after = new
    if command.text:
        after, message = with_message(new, By.CUSTOMER, command.text, command.masked, now)
        after, marked = _with_concern(after, command.concern)
        facts = (*facts, message, *marked)
    return Decision(after, facts, (Due(DueKind.WAITING_LAPSES, now + situation.waiting_lapses_ms),))


def written(situation: Situation, command: WriteMessage) -> Decision | Problem:
    """Somebody writes: the customer until it is over, the holder while it is held."""
    found = reachable(situation)
    if isinstance(found, Problem):
        return found
    if found.state == ConversationState.CLOSED:
        return Problem("conversation_closed")
    if found.state == ConversationState.ENDED:
        return Problem("conversation_ended")
    by = By.CUSTOMER
    if isinstance(situation.actor, StaffActor):
        by = By.COUNSELLOR
        if (
            found.state != ConversationState.HELD
            or found.responsibility_version != command.responsibility_version
        ):
            return Problem("responsibility_moved")
    after, message = with_message(found, by, command.text, command.masked, situation.now)
    after, marked = _with_concern(after, command.concern if by == By.CUSTOMER else None)
    promised: tuple[Addressed, ...] = ()
    if found.channel == Channel.MESSAGE:
        after, promised = non_urgent.settled(after, by, situation)
    return Decision(after, (message, *marked, *promised))


def with_message(
    conversation: Conversation,
    by: By,
    text: str,
    masked: tuple[str, ...],
    now: Millis,
    *,
    attachment: Attachment | None = None,
) -> tuple[Conversation, Addressed]:
    """The conversation with one message more, and the fact of it to whoever reads what is said in it."""
    seq = conversation.last_seq + 1
    is_customer = by == By.CUSTOMER
    # Her oldest line that nobody has answered yet: what "time since her last line" counts from.
    unanswered = conversation.customer_wrote_at or now if is_customer else None
    after = conversation.spoken_in(
        seq=seq,
        line=text[:LAST_LINE_CHARACTERS],
        by=by,
        at=now,
        unanswered_since=unanswered,
        read=(
            _read_on_writing(conversation.read_by_customer, seq, is_writer=is_customer),
            _read_on_writing(conversation.read_by_counsellor, seq, is_writer=not is_customer),
        ),
    )
    return after, Addressed(MessageWritten(seq, by, text, masked, attachment), _readers(conversation))


def _readers(conversation: Conversation) -> tuple[str, ...]:
    """Who is told what is said in it: while it is sealed, nobody of the queue it waits in (I11)."""
    if consent.is_sealed(conversation):
        return (customer_address(conversation.conversation_id),)
    return watchers(conversation)


def _with_concern(
    after: Conversation, kind: ConcernKind | None
) -> tuple[Conversation, tuple[Addressed, ...]]:
    """Her newest message gives reason to be concerned: professionals are told, unless they know of something
    as grave already. The customer is in no audience of it.
    """
    standing = None if consent.is_mark_left_behind(after) else after.concern
    if kind is None or standing in (kind, ConcernKind.CRISIS):
        return after, ()
    marked = after._replace(concern=kind, concern_seq=after.last_seq)
    customer = customer_address(after.conversation_id)
    staff = tuple(address for address in watchers(marked) if address != customer)
    return marked, (Addressed(ConcernMarked(kind, after.last_seq), staff),)


def noted(situation: Situation, command: WriteNote) -> Decision | Problem:
    """The holder writes for professionals, while it is held and while she wraps it up; and so does who
    reads along, which is how she helps.
    """
    found, actor = situation.conversation, situation.actor
    if found is None or not isinstance(actor, StaffActor):
        return Problem("not_found")
    reads_along = joining.reader(found) == (actor.address,)
    if not reads_along and not may_see(found, actor):
        return Problem("not_found")
    if found.state == ConversationState.CLOSED:
        return Problem("conversation_closed")
    is_hers = found.holder_id == actor.staff_id
    if not (is_hers or reads_along) or found.responsibility_version != command.responsibility_version:
        return Problem("responsibility_moved")
    number = situation.notes + 1
    note = NoteWritten(number, found.last_seq, actor.staff_id, actor.display_name, command.text)
    # The customer is in no audience of a note: no path to her holds it.
    readers = (staff_address(found.holder_id or ""), *joining.reader(found))
    return Decision(found, (Addressed(note, readers),))


def _read_on_writing(mark: int, seq: int, *, is_writer: bool) -> int:
    # One's own message is read, but writing does not show that what came just before was seen.
    return seq if is_writer and mark == seq - 1 else mark


def marked_read(situation: Situation, command: MarkRead) -> Decision | Problem:
    """A side has seen so far; a mark never goes back."""
    found = reachable(situation)
    if isinstance(found, Problem):
        return found
    if found.state == ConversationState.CLOSED:
        return Problem("conversation_closed")
    seq = min(command.seq, found.last_seq)
    if isinstance(situation.actor, StaffActor):
        if found.state == ConversationState.WAITING:
            return Problem("responsibility_moved")
        if seq <= found.read_by_counsellor:
            return Decision(found, ())
        after = found._replace(read_by_counsellor=seq)
        return Decision(after, (Addressed(ReadMarked(By.COUNSELLOR, seq), watchers(found)),))
    if seq <= found.read_by_customer:
        return Decision(found, ())
    after = found._replace(read_by_customer=seq)
    return Decision(after, (Addressed(ReadMarked(By.CUSTOMER, seq), _readers(found)),))
