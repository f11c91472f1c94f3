"""Rules: an intent that cannot be is refused before it is queued, with a reason to show."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never
from unicodedata import normalize

from app.domain.agreed_message import SendAfterCall, SendAgreedMessage
from app.domain.agreed_rules import check_agreed
from app.domain.callback_commands import ClaimCallback, RecordAttempt, ReleaseCallback
from app.domain.callback_rules import check_callback
from app.domain.canned import blanks_in
from app.domain.commands import (
    ClaimWaiting,
    CloseConversation,
    Command,
    Durability,
    EndConversation,
    MarkRead,
    ReturnToQueue,
    TransferConversation,
    WrapUp,
    WriteMessage,
    WriteNote,
    durability,
)
from app.domain.consent import AskConsent
from app.domain.consent_rules import check_asking_consent
from app.domain.consultation_commands import (
    ClaimConsultation,
    CloseConsultation,
    OpenConsultation,
    RecordConsultationCall,
    ReleaseConsultation,
    WithdrawConsultation,
    WriteToConsultation,
)
from app.domain.consultation_rules import check_consultation
from app.domain.conversation import ConversationState, Head
from app.domain.desk_state import Capability
from app.domain.help_call import (
    AnswerHelpCall,
    CallForHelp,
    JoinConversation,
    LeaveConversation,
    TakeOver,
    WithdrawHelpCall,
)
from app.domain.help_rules import check_help
from app.domain.identification import AskIdentification
from app.domain.identification_rules import check_asking
from app.domain.ids import ConversationId
from app.domain.limits import Limits
from app.domain.masking import MaskSpan
from app.domain.masking_rules import unfit_span
from app.domain.offer_commands import AcceptOffer, DeclineOffer, OfferTransfer, WithdrawOffer
from app.domain.offer_rules import check_offer
from app.domain.planned_shift import AllowOutsidePlan, PlanShift, RemovePlannedShift
from app.domain.pre_information import (
    CorrectPreInformation,
    PreInformationCommand,
    RefinePreInformation,
)
from app.domain.presence import BeginShift, EndShift, SetPresence
from app.domain.problem_rules import check_problem_situation, is_occupied
from app.domain.problem_situation import BeginProblemSituation, EndProblemSituation, TickStep
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen

_MAY_BE_IN_TEXT = "\t\n\r"
_LONGEST_UNCOMPOSED = 4
"""No character is composed of more than four; a text beyond that is too long without being composed."""


def check(seen: Seen, command: Command, now: datetime) -> Problem | None:
    """Say why the command cannot be, or None. ``now`` is the backend's clock.

    The backend decides; this spares the counsellor a round trip and, where late is harmful, an intent that
    must lapse.
    """
    if durability(command) is Durability.NOW_OR_NEVER and not seen.is_live:
        return Problem(ProblemCode.NOT_LIVE)
    match command:
        case ClaimWaiting(conversation_id=conversation_id):
            return _cannot_claim(seen, conversation_id)
        case WriteMessage(conversation_id=conversation_id, responsibility_version=version, text=text):
            return (
                cannot_write(seen, conversation_id, version)
                or text_problem(text, seen.confirmed.limits)
                or _unfilled(seen, text)
            )
        case MarkRead():
            return _cannot_mark(seen, command)
        case CloseConversation():
            return _cannot_close(seen, command)
        case EndConversation():
            return _cannot_end(seen, command)
        case WrapUp():
            return _cannot_wrap_up(seen, command)
        case RecordAttempt():
            return check_callback(seen, command, now) or _unfit_notes(seen, command)
        case ClaimCallback() | ReleaseCallback():
            return check_callback(seen, command, now)
        case TransferConversation():
            return _cannot_transfer(seen, command)
        case ReturnToQueue(conversation_id=conversation_id, responsibility_version=version):
            return cannot_move(seen, conversation_id, version)
        case EndShift():
            return _cannot_end_shift(seen)
        case BeginShift(queue_ids=queue_ids):
            return None if queue_ids <= set(seen.confirmed.queues) else Problem(ProblemCode.UNKNOWN_QUEUE)
        case PlanShift() | RemovePlannedShift() | AllowOutsidePlan():
            is_hers = Capability.SUPERVISE in seen.confirmed.capabilities
            return None if is_hers else Problem(ProblemCode.NOT_ALLOWED)
        case SetPresence():
            # Whoever may take customers says whether she does.
            is_hers = Capability.CLAIM in seen.confirmed.capabilities
            return None if is_hers else Problem(ProblemCode.NOT_ALLOWED)
        case WriteNote(conversation_id=conversation_id, responsibility_version=version, text=text):
            return cannot_note(seen, conversation_id, version) or text_problem(text, seen.confirmed.limits)
        case SendAgreedMessage(text=text) | SendAfterCall(text=text):
            return (
                check_agreed(seen, command, now)
                or text_problem(text, seen.confirmed.limits)
                or _unfilled(seen, text)
            )
        case MaskSpan(conversation_id=conversation_id, responsibility_version=version):
            return cannot_note(seen, conversation_id, version) or unfit_span(seen, command)
        case RefinePreInformation() | CorrectPreInformation():
            return _cannot_change(seen, command)
        case OfferTransfer():
            problem = _cannot_transfer(seen, command)
            return problem or check_offer(seen, command, load=load(seen))
        case DeclineOffer(reason=reason):
            problem = check_offer(seen, command, load=load(seen))
            return problem or text_problem(reason, seen.confirmed.limits)
        case CallForHelp(conversation_id=conversation_id, responsibility_version=version, text=text):
            return (
                cannot_write(seen, conversation_id, version)
                or check_help(seen, command)
                or (text_problem(text, seen.confirmed.limits) if text else None)
            )
        case BeginProblemSituation() | TickStep() | EndProblemSituation():
            return check_problem_situation(seen, command)
        case WithdrawHelpCall() | AnswerHelpCall() | TakeOver() | JoinConversation() | LeaveConversation():
            return check_help(seen, command)
        case OpenConsultation(text=text) | WriteToConsultation(text=text):
            return check_consultation(seen, command) or text_problem(text, seen.confirmed.limits)
        case RecordConsultationCall(text=text):
            problem = check_consultation(seen, command)
            return problem or (text_problem(text, seen.confirmed.limits) if text else None)
        case ClaimConsultation() | ReleaseConsultation() | CloseConsultation() | WithdrawConsultation():
            return check_consultation(seen, command)
        case AskIdentification(conversation_id=conversation_id, responsibility_version=version):
            return cannot_write(seen, conversation_id, version) or check_asking(seen, conversation_id)
        case AskConsent(conversation_id=conversation_id, responsibility_version=version):
            return cannot_write(seen, conversation_id, version) or check_asking_consent(seen, command)
        case AcceptOffer() | WithdrawOffer():
            return check_offer(seen, command, load=load(seen))
    assert_never(command)


def load(seen: Seen) -> int:
    """How many chats she holds, those she is taking included: the backend will count them so. Messages wait
    for days and take no room.
    """
    heads = seen.confirmed.heads
    taken = seen.holding | seen.claiming | seen.accepting
    return sum(1 for one in taken if one not in heads or not heads[one].is_message)


def text_problem(text: str, limits: Limits) -> Problem | None:
    """Why a text cannot be sent as it is: the backend's own rules for staff text (contract, section 3).

    It is measured as the backend will keep it: NFC, one kind of line break, no trailing space.
    """
    if any(_is_unreadable(character) for character in text):
        return Problem(ProblemCode.TEXT_UNREADABLE)
    if not text.strip():
        return Problem(ProblemCode.TEXT_EMPTY)
    too_long = Problem(ProblemCode.TEXT_TOO_LONG, limit=limits.message_characters)
    if len(text) > _LONGEST_UNCOMPOSED * limits.message_characters:
        return too_long
    kept = normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).rstrip()
    if len(kept) > limits.message_characters or len(kept.encode()) > limits.message_bytes:
        return too_long
    return None


def _is_unreadable(character: str) -> bool:
    point = ord(character)
    is_control = point < 0x20 or 0x7F <= point <= 0x9F
    is_surrogate = 0xD800 <= point <= 0xDFFF
    return (is_control and character not in _MAY_BE_IN_TEXT) or is_surrogate


def _cannot_claim(seen: Seen, conversation_id: ConversationId) -> Problem | None:
    head = seen.confirmed.heads.get(conversation_id)
    if Capability.CLAIM not in seen.confirmed.capabilities:
        return Problem(ProblemCode.NOT_ALLOWED)
    if head is None or head.state is not ConversationState.WAITING:
        return Problem(ProblemCode.NOT_WAITING)
    if conversation_id in seen.claiming:
        return Problem(ProblemCode.UNDER_WAY)
    if not seen.presence.takes_work:
        return Problem(ProblemCode.NOT_AVAILABLE, presence=seen.presence)
    if is_occupied(seen):
        return Problem(ProblemCode.PROBLEM_SITUATION)
    if not head.is_message and load(seen) >= seen.confirmed.capacity:
        return Problem(ProblemCode.CAPACITY_FULL, capacity=seen.confirmed.capacity)
    return None


def cannot_write(seen: Seen, conversation_id: ConversationId, version: int) -> Problem | None:
    """Why nothing can be written here now under that responsibility, whatever the text; or None."""
    head = seen.confirmed.heads.get(conversation_id)
    return _not_responsible(seen, head, version, Capability.WRITE) or _over(head)


def _unfilled(seen: Seen, text: str) -> Problem | None:
    """A canned answer goes to the customer only when everything in it has been filled in (R089)."""
    left = blanks_in(text, seen.confirmed.canned_answers)
    return Problem(ProblemCode.TEXT_UNFILLED, blank=left[0].words) if left else None


def cannot_note(seen: Seen, conversation_id: ConversationId, version: int) -> Problem | None:
    """Why no note can be written here now; an ended conversation takes notes until it is wrapped up."""
    head = seen.confirmed.heads.get(conversation_id)
    if head is not None and seen.confirmed.is_joined(conversation_id):
        # Who reads along helps by notes; only the holder writes to the customer.
        is_so = head.responsibility_version == version
        return None if is_so else Problem(ProblemCode.RESPONSIBILITY_MOVED)
    return _not_responsible(seen, head, version, Capability.WRITE)


def _over(head: Head | None) -> Problem | None:
    if head is not None and head.state is ConversationState.ENDED:
        return Problem(ProblemCode.CONVERSATION_ENDED)
    return None


def _cannot_mark(seen: Seen, command: MarkRead) -> Problem | None:
    head = seen.confirmed.heads.get(command.conversation_id)
    if head is None or not seen.confirmed.is_mine(head):
        return Problem(ProblemCode.NOT_HELD)
    if command.seq <= seen.read_up_to(command.conversation_id) or command.seq > head.last_seq:
        return Problem(ProblemCode.ALREADY_READ)
    return None


def _cannot_close(seen: Seen, command: CloseConversation) -> Problem | None:
    head = seen.confirmed.heads.get(command.conversation_id)
    problem = _not_responsible(seen, head, command.responsibility_version, Capability.CLOSE)
    if problem is None and command.conversation_id in seen.closing:
        return Problem(ProblemCode.UNDER_WAY)
    return problem


def _cannot_end(seen: Seen, command: EndConversation) -> Problem | None:
    head = seen.confirmed.heads.get(command.conversation_id)
    problem = _not_responsible(seen, head, command.responsibility_version, Capability.CLOSE)
    if problem is None and command.conversation_id in seen.ending | seen.closing:
        return Problem(ProblemCode.UNDER_WAY)
    return problem or _over(head)


def cannot_wrap_up(seen: Seen, conversation_id: ConversationId, version: int) -> Problem | None:
    """Why the conversation cannot be wrapped up, whatever is chosen; or None. That it still goes on is no
    hindrance to choosing: ending it comes with it.
    """
    head = seen.confirmed.heads.get(conversation_id)
    problem = _not_responsible(seen, head, version, Capability.CLOSE)
    if problem is None and conversation_id in seen.closing:
        return Problem(ProblemCode.UNDER_WAY)
    if problem is None and conversation_id in seen.moving:
        return Problem(ProblemCode.UNDER_WAY)
    return problem


def _cannot_wrap_up(seen: Seen, command: WrapUp) -> Problem | None:
    conversation_id = command.conversation_id
    problem = cannot_wrap_up(seen, conversation_id, command.responsibility_version)
    head = seen.confirmed.heads.get(conversation_id)
    if problem is not None or head is None:
        return problem
    if head.state is not ConversationState.ENDED and conversation_id not in seen.ending:
        return Problem(ProblemCode.CONVERSATION_NOT_ENDED)
    return unfit_wrap_up(seen, command, head.service_id)


def unfit_wrap_up(seen: Seen, command: WrapUp, service_id: str) -> Problem | None:
    """Why what was chosen and noted cannot be recorded for that service; or None."""
    codes = seen.confirmed.codes_of(service_id)
    if (codes.contact_reasons and not command.contact_reasons) or (
        codes.outcomes and command.outcome is None
    ):
        return Problem(ProblemCode.WRAP_UP_INCOMPLETE)
    return text_problem(command.notes, seen.confirmed.limits) if command.notes.strip() else None


def _unfit_notes(seen: Seen, command: RecordAttempt) -> Problem | None:
    notes = "" if command.wrap_up is None else command.wrap_up.notes
    return text_problem(notes, seen.confirmed.limits) if notes.strip() else None


def cannot_move(seen: Seen, conversation_id: ConversationId, version: int) -> Problem | None:
    """Why the conversation cannot be moved anywhere now; or None."""
    if not seen.is_live:
        return Problem(ProblemCode.NOT_LIVE)
    head = seen.confirmed.heads.get(conversation_id)
    problem = _not_responsible(seen, head, version, Capability.TRANSFER) or _over(head)
    if problem is None and conversation_id in seen.closing | seen.moving | seen.ending:
        return Problem(ProblemCode.UNDER_WAY)
    if problem is None and seen.unsent.get(conversation_id):
        # What she has written must be with the customer before somebody else answers.
        return Problem(ProblemCode.STILL_SENDING)
    return problem


def needs_reason(seen: Seen, conversation_id: ConversationId) -> bool:
    """Whether the internal message must say why it is moved once more (R079)."""
    head = seen.confirmed.heads.get(conversation_id)
    return head is not None and head.hand_overs + 1 >= seen.confirmed.reason_from


def _cannot_transfer(seen: Seen, command: TransferConversation | OfferTransfer) -> Problem | None:
    problem = cannot_move(seen, command.conversation_id, command.responsibility_version)
    is_said = bool(command.internal_message.strip())
    if problem is None and not is_said and needs_reason(seen, command.conversation_id):
        return Problem(ProblemCode.REASON_NEEDED)
    if problem is not None or not is_said:
        return problem
    return text_problem(command.internal_message, seen.confirmed.limits)


def cannot_refine(seen: Seen, conversation_id: ConversationId, version: int) -> Problem | None:
    """Why its pre-information cannot be refined now; while it is wrapped up it can, for there it counts."""
    if not seen.is_live:
        return Problem(ProblemCode.NOT_LIVE)
    head = seen.confirmed.heads.get(conversation_id)
    problem = _not_responsible(seen, head, version, Capability.WRITE)
    if problem is None and conversation_id in seen.moving:
        return Problem(ProblemCode.UNDER_WAY)
    return problem


def _cannot_change(seen: Seen, command: PreInformationCommand) -> Problem | None:
    about, version = command.conversation_id, command.responsibility_version
    if isinstance(command, RefinePreInformation):
        problem, text = cannot_refine(seen, about, version), command.detail
    else:
        problem, text = cannot_move(seen, about, version), command.internal_message
    if problem is None and not _is_on_offer(seen, command):
        return Problem(ProblemCode.UNKNOWN_TOPIC)
    offer = seen.confirmed.offers.get(about)
    if problem is None and offer is not None and _stays(seen, command):
        # She to whom it is offered decides by what she was told.
        return Problem(ProblemCode.OFFER_PENDING, to_name=offer.to.display_name)
    return problem or (text_problem(text, seen.confirmed.limits) if text.strip() else None)


def _stays(seen: Seen, command: PreInformationCommand) -> bool:
    """Whether a correction leads to the queue it is in."""
    head = seen.confirmed.heads.get(command.conversation_id)
    if head is None or isinstance(command, RefinePreInformation):
        return False
    service = seen.confirmed.topics_of(command.service_id)
    topic = service.topic(command.topic_id) if service is not None else None
    queue = topic.leads_to.get(command.language) if topic is not None else None
    return queue is not None and queue.queue_id == head.queue_id


def _is_on_offer(seen: Seen, command: PreInformationCommand) -> bool:
    """Whether the model in force has what is chosen; what stands already needs no looking up."""
    head = seen.confirmed.heads.get(command.conversation_id)
    finer = command.finer_topic_id
    if isinstance(command, CorrectPreInformation):
        service_id, topic_id = command.service_id, command.topic_id
    else:
        standing = head.pre_information.finer_topic if head is not None else None
        if head is None or finer is None or (standing is not None and standing.topic_id == finer):
            return True
        service_id, topic_id = head.service_id, head.topic.topic_id
    service = seen.confirmed.topics_of(service_id)
    topic = service.topic(topic_id) if service is not None else None
    if topic is None:
        return False
    return finer is None or any(each.topic_id == finer for each in topic.finer_topics)


def _cannot_end_shift(seen: Seen) -> Problem | None:
    if seen.is_ending_shift:
        return Problem(ProblemCode.UNDER_WAY)
    is_taking = bool(seen.claiming | seen.accepting)
    if is_taking or any(seen.confirmed.is_mine(head) for head in seen.confirmed.heads.values()):
        return Problem(ProblemCode.CONVERSATIONS_HELD)
    return None


def _not_responsible(seen: Seen, head: Head | None, version: int, needed: Capability) -> Problem | None:
    if needed not in seen.confirmed.capabilities:
        return Problem(ProblemCode.NOT_ALLOWED)
    if head is None or not seen.confirmed.is_mine(head):
        return Problem(ProblemCode.NOT_HELD)
    if head.responsibility_version != version:
        return Problem(ProblemCode.RESPONSIBILITY_MOVED)
    if needed is Capability.WRITE and head.conversation_id in seen.closing:
        return Problem(ProblemCode.CONVERSATION_CLOSED)
    if needed is Capability.WRITE and head.conversation_id in seen.ending:
        return Problem(ProblemCode.CONVERSATION_ENDED)
    return None
