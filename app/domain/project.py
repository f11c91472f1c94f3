"""Projection: what the screen shows is the outbox laid over the facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.agreed_message import SendAfterCall, SendAgreedMessage
from app.domain.callback_commands import ClaimCallback, RecordAttempt, ReleaseCallback
from app.domain.commands import (
    ClaimWaiting,
    CloseConversation,
    EndConversation,
    MarkRead,
    ReturnToQueue,
    TransferConversation,
    WrapUp,
    WriteMessage,
    WriteNote,
)
from app.domain.consent import AskConsent
from app.domain.consultation_commands import (
    ClaimConsultation,
    CloseConsultation,
    OpenConsultation,
    RecordConsultationCall,
    ReleaseConsultation,
    WithdrawConsultation,
    WriteToConsultation,
)
from app.domain.conversation import Author, ConversationState, Window
from app.domain.desk_state import DeskState
from app.domain.help_call import (
    AnswerHelpCall,
    CallForHelp,
    JoinConversation,
    LeaveConversation,
    TakeOver,
    WithdrawHelpCall,
)
from app.domain.identification import AskIdentification
from app.domain.ids import CallbackId, CommandId, ConsultationId, ConversationId
from app.domain.masking import MaskSpan
from app.domain.offer_commands import AcceptOffer, DeclineOffer, OfferTransfer, WithdrawOffer
from app.domain.pending import Pending
from app.domain.pre_information import CorrectPreInformation
from app.domain.presence import EndShift, Presence, SetPresence
from app.domain.problem_situation import BeginProblemSituation, EndProblemSituation, TickStep


@dataclass(frozen=True, slots=True)
class Seen:
    """Confirmed state with the outbox laid over it.

    ``unsent`` holds each conversation's pending messages in the order they were sent, without those whose
    fact has already come; ``claiming``, ``ending``, ``closing`` (a wrap-up closes) and ``moving`` are
    conversations with such an intent under way; ``claiming_callbacks``, ``releasing`` and ``recording`` are
    callback requests with one; ``offering`` are conversations with any intent about an offer under way,
    ``accepting`` those she is accepting; ``holding`` are those she talks in. ``read`` is how far the
    counsellor has read, counting marks under way. ``is_live``: caught up, so that NOW_OR_NEVER intents may be
    made. ``presence_meant`` is what she has just said of herself, on its way.
    """

    confirmed: DeskState
    pending: tuple[Pending, ...]
    is_live: bool
    unsent: Mapping[ConversationId, tuple[Pending, ...]]
    claiming: frozenset[ConversationId]
    closing: frozenset[ConversationId]
    moving: frozenset[ConversationId]
    read: Mapping[ConversationId, int]
    claiming_callbacks: frozenset[CallbackId] = frozenset()
    releasing: frozenset[CallbackId] = frozenset()
    recording: frozenset[CallbackId] = frozenset()
    ending: frozenset[ConversationId] = frozenset()
    notes: Mapping[ConversationId, tuple[Pending, ...]] = field(default_factory=dict)
    """Notes on their way, in the order they were written."""
    offering: frozenset[ConversationId] = frozenset()
    accepting: frozenset[ConversationId] = frozenset()
    helping: frozenset[ConversationId] = frozenset()
    """Conversations with an intent about help under way."""
    consulting: frozenset[ConsultationId] = frozenset()
    """Consultations with an intent other than a word under way."""
    said: Mapping[ConversationId, tuple[Pending, ...]] = field(default_factory=dict)
    """Words on their way to consultations, by lane, in the order they were written."""
    asking: frozenset[ConversationId] = frozenset()
    """Conversations whose customer is being asked to identify."""
    asking_consent: frozenset[ConversationId] = frozenset()
    """The same, for permission to move them."""
    presence_meant: Presence | None = None
    is_ending_shift: bool = False
    holding: frozenset[ConversationId] = frozenset()
    beginning_problems: frozenset[ConversationId] = frozenset()
    ending_problems: frozenset[ConversationId] = frozenset()
    """Conversations with a problem situation that begins, or ends, under way."""
    in_problems: frozenset[ConversationId] = frozenset()
    """Those of hers with a problem situation that the backend knows of."""
    masking: frozenset[tuple[ConversationId, int]] = frozenset()
    """Messages of which a span is being masked."""
    agreeing: frozenset[ConversationId] = frozenset()
    """Contacts from which an agreed message is on its way."""
    ticking: Mapping[ConversationId, Mapping[str, bool]] = field(default_factory=dict)
    """Steps whose tick is under way, and whether they are done by it."""

    @property
    def presence(self) -> Presence:
        """What she says of herself, an intent under way included."""
        return self.presence_meant or self.confirmed.shift.presence

    def read_up_to(self, conversation_id: ConversationId) -> int:
        """The seq up to which this counsellor has read, marks under way included."""
        head = self.confirmed.heads.get(conversation_id)
        confirmed = head.read_by_counsellor if head else 0
        return max(confirmed, self.read.get(conversation_id, 0))

    def unread(self, conversation_id: ConversationId) -> int:
        """How many of the customer's messages in the window are after what has been read."""
        window = self.confirmed.windows.get(conversation_id, Window(()))
        read = self.read_up_to(conversation_id)
        return sum(1 for message in window.messages if message.seq > read and message.by is Author.CUSTOMER)


def project(confirmed: DeskState, pending: Sequence[Pending], *, is_live: bool) -> Seen:
    """Lay the outbox over confirmed state. With nothing pending, what is seen is what is confirmed."""
    unsent: dict[ConversationId, tuple[Pending, ...]] = {}
    read: dict[ConversationId, int] = {}
    notes: dict[ConversationId, tuple[Pending, ...]] = {}
    claiming: set[ConversationId] = set()
    agreeing: set[ConversationId] = set()
    closing: set[ConversationId] = set()
    claiming_callbacks: set[CallbackId] = set()
    releasing: set[CallbackId] = set()
    recording: set[CallbackId] = set()
    moving: set[ConversationId] = set()
    ending: set[ConversationId] = set()
    presence_meant: Presence | None = None
    is_ending_shift = False
    offering: set[ConversationId] = set()
    accepting: set[ConversationId] = set()
    helping: set[ConversationId] = set()
    consulting: set[ConsultationId] = set()
    said: dict[ConversationId, tuple[Pending, ...]] = {}
    asking: set[ConversationId] = set()
    asking_consent: set[ConversationId] = set()
    beginning_problems: set[ConversationId] = set()
    ending_problems: set[ConversationId] = set()
    ticking: dict[ConversationId, dict[str, bool]] = {}
    masking: set[tuple[ConversationId, int]] = set()
    for row in pending:
        conversation_id = row.command.conversation_id
        match row.command:
            case WriteMessage():
                if not _is_in_window(confirmed, conversation_id, row.command_id):
                    unsent[conversation_id] = (*unsent.get(conversation_id, ()), row)
            case WriteNote():
                if not _is_noted(confirmed, conversation_id, row.command_id):
                    notes[conversation_id] = (*notes.get(conversation_id, ()), row)
            case SendAgreedMessage() | SendAfterCall():
                agreeing.add(conversation_id)
            case ClaimWaiting():
                claiming.add(conversation_id)
            case CloseConversation() | WrapUp():
                closing.add(conversation_id)
            case EndConversation():
                ending.add(conversation_id)
            case TransferConversation() | ReturnToQueue() | CorrectPreInformation():
                moving.add(conversation_id)
            case OfferTransfer() | DeclineOffer() | WithdrawOffer():
                offering.add(conversation_id)
            case (
                CallForHelp()
                | WithdrawHelpCall()
                | AnswerHelpCall()
                | TakeOver()
                | JoinConversation()
                | LeaveConversation()
            ):
                helping.add(conversation_id)
            case MaskSpan(seq=seq):
                masking.add((conversation_id, seq))
            case AskIdentification():
                asking.add(conversation_id)
            case AskConsent():
                asking_consent.add(conversation_id)
            case BeginProblemSituation():
                beginning_problems.add(conversation_id)
            case EndProblemSituation():
                ending_problems.add(conversation_id)
            case TickStep(step_id=step_id, is_done=is_done):
                ticking.setdefault(conversation_id, {})[step_id] = is_done
            case AcceptOffer():
                offering.add(conversation_id)
                accepting.add(conversation_id)
            case MarkRead(seq=seq):
                read[conversation_id] = max(seq, read.get(conversation_id, 0))
            case ClaimCallback(callback_id=callback_id):
                claiming_callbacks.add(callback_id)
            case ReleaseCallback(callback_id=callback_id):
                releasing.add(callback_id)
            case RecordAttempt(callback_id=callback_id):
                recording.add(callback_id)
            case OpenConsultation() | WriteToConsultation() | RecordConsultationCall():
                if not _is_said(confirmed, row.command_id):
                    said[conversation_id] = (*said.get(conversation_id, ()), row)
            case (
                ClaimConsultation(consultation_id=consultation_id)
                | ReleaseConsultation(consultation_id=consultation_id)
                | CloseConsultation(consultation_id=consultation_id)
                | WithdrawConsultation(consultation_id=consultation_id)
            ):
                consulting.add(consultation_id)
            case SetPresence(presence=presence):
                presence_meant = presence
            case EndShift():
                is_ending_shift = True
    return Seen(
        confirmed=confirmed,
        pending=tuple(pending),
        is_live=is_live,
        unsent=unsent,
        claiming=frozenset(claiming),
        closing=frozenset(closing),
        moving=frozenset(moving),
        read=read,
        claiming_callbacks=frozenset(claiming_callbacks),
        releasing=frozenset(releasing),
        recording=frozenset(recording),
        ending=frozenset(ending),
        notes=notes,
        presence_meant=presence_meant,
        is_ending_shift=is_ending_shift,
        offering=frozenset(offering),
        accepting=frozenset(accepting),
        # Found here, once, as problem situations are: a list of a thousand who wait asks it of each.
        holding=frozenset(
            head.conversation_id
            for head in confirmed.heads.values()
            if head.state is ConversationState.HELD and confirmed.is_mine(head)
        ),
        helping=frozenset(helping),
        consulting=frozenset(consulting),
        said=said,
        asking=frozenset(asking),
        asking_consent=frozenset(asking_consent),
        in_problems=frozenset(
            head.conversation_id
            for head in confirmed.heads.values()
            if head.problem_situation is not None and confirmed.is_mine(head)
        ),
        beginning_problems=frozenset(beginning_problems),
        ending_problems=frozenset(ending_problems),
        masking=frozenset(masking),
        agreeing=frozenset(agreeing),
        ticking=ticking,
    )


def _is_in_window(confirmed: DeskState, conversation_id: ConversationId, command_id: CommandId) -> bool:
    window = confirmed.windows.get(conversation_id)
    return window is not None and any(
        message.caused_by == command_id for message in reversed(window.messages)
    )


def _is_noted(confirmed: DeskState, conversation_id: ConversationId, command_id: CommandId) -> bool:
    window = confirmed.windows.get(conversation_id)
    return window is not None and any(note.caused_by == command_id for note in reversed(window.notes))


def _is_said(confirmed: DeskState, command_id: CommandId) -> bool:
    return any(
        entry.caused_by == command_id
        for thread in confirmed.consultations.values()
        for entry in thread.entries
    )
