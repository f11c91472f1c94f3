"""What crosses the wire between this workstation and a backend, each type by its name in the schema."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta, Raw, Struct

Time = Annotated[datetime, Meta(tz=True)]
Count = Annotated[int, Meta(ge=0)]
Cursor = Count
Seq = Annotated[int, Meta(ge=1)]
ByLanguage = dict[str, str]
Author = Literal["customer", "counsellor", "service"]


class ContractVersion(Struct, frozen=True):
    """The contract's own version."""

    major: int
    minor: int


class Version(Struct, frozen=True):
    """Answer to ``GET /api/v1/version``."""

    contract: ContractVersion


# --- values -------------------------------------------------------------------------------------------------


class Person(Struct, frozen=True):
    """Somebody of staff."""

    staff_id: str
    display_name: str


class Topic(Struct, frozen=True):
    """What the customer said it is about."""

    topic_id: str
    name: ByLanguage


class Opening(Struct, frozen=True):
    """When a queue is open."""

    opens_at: Time
    closes_at: Time | None


class Queue(Struct, frozen=True):
    """One queue of the service model in force."""

    queue_id: str
    name: ByLanguage
    kind: Literal["topic", "common", "transfer"]
    language: str | None
    target_s: Count
    openings: tuple[Opening, ...]
    hours_known_until: Time


class Transfer(Struct, frozen=True):
    """How a conversation came to its queue."""

    by: Person
    from_queue_id: str
    at: Time
    internal_message: str


class Head(Struct, frozen=True):
    """A conversation without its messages."""

    conversation_id: str
    alias: str
    state: Literal["waiting", "held", "ended"]
    queue_id: str
    language: str
    identity: Literal["anonymous", "identified"]
    service_id: str
    topic: Topic
    opened_at: Time
    waiting_since: Time
    holder: Person | None
    claimed_at: Time | None
    ended_by: Author | None
    responsibility_version: Count
    hand_overs: Count
    transfer: Transfer | None
    last_seq: Count
    last_line: str
    last_by: Author | None
    last_at: Time | None
    customer_wrote_at: Time | None
    read_by_customer: Count
    read_by_counsellor: Count


class HelpCall(Struct, frozen=True):
    """A conversation to which supervisors are called."""

    conversation_id: str
    alias: str
    queue_id: str
    language: str
    identity: Literal["anonymous", "identified"]
    topic: Topic
    by: Person
    called_at: Time
    text: str
    helper: Person | None
    responsibility_version: Count


class Offer(Struct, frozen=True):
    """A conversation offered to one professional."""

    conversation_id: str
    alias: str
    queue_id: str
    language: str
    identity: Literal["anonymous", "identified"]
    topic: Topic
    hand_overs: Count
    by: Person
    to: Person
    offered_at: Time
    lapses_at: Time
    internal_message: str
    responsibility_version: Count


class Message(Struct, frozen=True):
    """One utterance."""

    seq: Seq
    by: Author
    at: Time
    text: str
    masked: tuple[str, ...]
    caused_by: str | None


class Note(Struct, frozen=True):
    """A note for professionals."""

    number: Seq
    after_seq: Count
    by: Person
    at: Time
    text: str


class Limits(Struct, frozen=True):
    """The numbers both sides go by."""

    message_characters: Count
    message_bytes: Count
    typing_every_s: Count
    read_every_s: Count
    hold_lapses_s: Count
    waiting_lapses_s: Count
    offer_lapses_s: Count
    page_messages: Count
    window_messages: Count
    ask_after_s: Count
    now_or_never_s: Count


class Window(Struct, frozen=True):
    """The newest messages and all notes of a held conversation."""

    conversation_id: str
    messages: tuple[Message, ...]
    notes: tuple[Note, ...]


class Code(Struct, frozen=True):
    """A contact reason or an outcome."""

    code_id: str
    name: ByLanguage


class TopicReasons(Struct, frozen=True):
    """The likeliest contact reasons of a topic."""

    topic_id: str
    contact_reasons: tuple[str, ...]


class ServiceCodes(Struct, frozen=True):
    """What the wrap-up of one service chooses from."""

    service_id: str
    contact_reasons: tuple[Code, ...]
    outcomes: tuple[Code, ...]
    topics: tuple[TopicReasons, ...]


class CannedText(Struct, frozen=True):
    """The text of a canned answer; English where it is given."""

    fi: str
    sv: str
    en: str | None


class CannedAnswer(Struct, frozen=True):
    """A text to put into a message."""

    shortcut: str
    name: ByLanguage
    text: CannedText
    is_anonymous_only: bool


class StaffTexts(Struct, frozen=True):
    """Texts of the service model that the workstation shows."""

    organisation: ByLanguage
    unprotected: ByLanguage | None
    wrap_ups: tuple[ServiceCodes, ...]
    canned_answers: tuple[CannedAnswer, ...]


class Attempt(Struct, frozen=True):
    """One try to reach a customer by telephone."""

    number: Seq
    at: Time
    by: Person
    outcome: Literal["reached", "no_answer", "busy", "voicemail", "wrong_number", "declined"]


class Callback(Struct, frozen=True):
    """A callback request."""

    callback_id: str
    state: Literal["waiting", "claimed", "closed"]
    queue_id: str
    language: str
    service_id: str
    topic: Topic
    masked_phone: str
    phone: str | None
    wish: Literal["any", "forenoon", "afternoon"]
    may_leave_voicemail: bool
    text: str
    requested_at: Time
    due_at: Time
    attempts: tuple[Attempt, ...]
    holder: Person | None
    claimed_at: Time | None
    responsibility_version: Count
    closed_reason: Literal["reached", "not_reached", "wrong_number", "declined", "withdrawn"] | None
    closed_at: Time | None


PresenceWord = Literal["available", "busy", "on_break", "away"]


class Shift(Struct, frozen=True):
    """The reader's own work."""

    presence: PresenceWord
    began_at: Time | None
    queue_ids: tuple[str, ...]


class StaffSnapshot(Struct, frozen=True):
    """Everything a reader of staff may see, at a cursor."""

    cursor: Cursor
    now: Time
    contract: ContractVersion
    staff: Person
    capabilities: tuple[str, ...]
    is_practice: bool
    capacity: Count
    service_model_version: Count
    limits: Limits
    days_off: tuple[date, ...]
    queues: tuple[Queue, ...]
    heads: tuple[Head, ...]
    texts: StaffTexts
    windows: tuple[Window, ...]
    callbacks: tuple[Callback, ...]
    shift: Shift
    offers: tuple[Offer, ...]
    help_calls: tuple[HelpCall, ...]


# --- facts and hints ----------------------------------------------------------------------------------------


class AnyFact(Struct, frozen=True):
    """What every fact has, known or not."""

    type: str
    caused_by: str | None = None


class StaffConversationOpened(Struct, frozen=True):
    """A customer waits."""

    at: Time
    caused_by: str | None
    conversation_id: str
    head: Head


class MessageWritten(Struct, frozen=True):
    """A message has its place."""

    at: Time
    caused_by: str | None
    conversation_id: str
    seq: Seq
    by: Author
    text: str
    masked: tuple[str, ...]


class ReadMarked(Struct, frozen=True):
    """One side has read so far."""

    at: Time
    caused_by: str | None
    conversation_id: str
    by: Author
    seq: Seq


class StaffWaitingClaimed(Struct, frozen=True):
    """A counsellor took a waiting customer."""

    at: Time
    caused_by: str | None
    conversation_id: str
    holder: Person
    responsibility_version: Count


class ConversationEntered(Struct, frozen=True):
    """The reader may see the conversation from now on."""

    at: Time
    caused_by: str | None
    conversation_id: str
    head: Head
    up_to_seq: Count
    messages: tuple[Message, ...]
    notes: tuple[Note, ...]


class ConversationLeft(Struct, frozen=True):
    """The reader must forget the conversation."""

    at: Time
    caused_by: str | None
    conversation_id: str


class ConversationReturned(Struct, frozen=True):
    """Back to the queue, at the old place."""

    at: Time
    caused_by: str | None
    conversation_id: str
    queue_id: str
    responsibility_version: Count
    waiting_since: Time
    reason: str


class StaffConversationTransferred(Struct, frozen=True):
    """Another queue is responsible."""

    at: Time
    caused_by: str | None
    conversation_id: str
    queue_id: str
    responsibility_version: Count
    waiting_since: Time
    hand_overs: Count
    transfer: Transfer


class NoteWritten(Struct, frozen=True):
    """A note has its place."""

    at: Time
    caused_by: str | None
    conversation_id: str
    number: Seq
    after_seq: Count
    by: Person
    text: str


class TransferOffered(Struct, frozen=True):
    """It is offered to one professional."""

    at: Time
    caused_by: str | None
    conversation_id: str
    offer: Offer


class StaffOfferAccepted(Struct, frozen=True):
    """Another professional is responsible."""

    at: Time
    caused_by: str | None
    conversation_id: str
    holder: Person
    responsibility_version: Count
    hand_overs: Count
    transfer: Transfer


OfferEnding = Literal["declined", "withdrawn", "lapsed", "receiver_away", "conversation_over"]


class OfferEnded(Struct, frozen=True):
    """The offer is gone and nothing has moved."""

    at: Time
    caused_by: str | None
    conversation_id: str
    ending: OfferEnding
    reason: str


class HelpCalled(Struct, frozen=True):
    """The supervisors are called."""

    at: Time
    caused_by: str | None
    conversation_id: str
    call: HelpCall


class HelpAnswered(Struct, frozen=True):
    """A supervisor comes."""

    at: Time
    caused_by: str | None
    conversation_id: str
    helper: Person


HelpEnding = Literal["withdrawn", "taken_over", "conversation_over"]


class HelpCallEnded(Struct, frozen=True):
    """The call is over."""

    at: Time
    caused_by: str | None
    conversation_id: str
    ending: HelpEnding


class StaffConversationTakenOver(Struct, frozen=True):
    """A supervisor is responsible."""

    at: Time
    caused_by: str | None
    conversation_id: str
    holder: Person
    responsibility_version: Count
    hand_overs: Count
    transfer: Transfer


class ConversationEnded(Struct, frozen=True):
    """Nobody writes any more."""

    at: Time
    caused_by: str | None
    conversation_id: str
    by: Author


class ConversationWrappedUp(Struct, frozen=True):
    """What it was about and what came of it."""

    at: Time
    caused_by: str | None
    conversation_id: str
    by: Person
    contact_reasons: tuple[str, ...]
    outcome: str | None
    notes: str
    service_model_version: Count


class ConversationClosed(Struct, frozen=True):
    """Over."""

    at: Time
    caused_by: str | None
    conversation_id: str
    reason: str


class ServiceModelActivated(Struct, frozen=True):
    """Another version of the service model is in force."""

    at: Time
    caused_by: str | None
    service_model_version: Count
    queues: tuple[Queue, ...]
    texts: StaffTexts


class CallbackRequested(Struct, frozen=True):
    """A customer wishes to be called."""

    at: Time
    caused_by: str | None
    callback_id: str
    callback: Callback


class CallbackClaimed(Struct, frozen=True):
    """Somebody has taken a request."""

    at: Time
    caused_by: str | None
    callback_id: str
    holder: Person
    responsibility_version: Count


class CallbackNumberShown(Struct, frozen=True):
    """The whole number, to its holder."""

    at: Time
    caused_by: str | None
    callback_id: str
    phone: str | None


class AttemptRecorded(Struct, frozen=True):
    """One try, and when the next is proposed."""

    at: Time
    caused_by: str | None
    callback_id: str
    attempt: Attempt
    due_at: Time


class CallbackReturned(Struct, frozen=True):
    """A request waits again."""

    at: Time
    caused_by: str | None
    callback_id: str
    responsibility_version: Count
    reason: str


class CallbackClosed(Struct, frozen=True):
    """A request is over."""

    at: Time
    caused_by: str | None
    callback_id: str
    reason: Literal["reached", "not_reached", "wrong_number", "declined", "withdrawn"]


class PresenceChanged(Struct, frozen=True):
    """What somebody says of herself is another."""

    at: Time
    caused_by: str | None
    staff_id: str
    presence: PresenceWord


class ShiftBegan(Struct, frozen=True):
    """She serves these queues."""

    at: Time
    caused_by: str | None
    staff_id: str
    queue_ids: tuple[str, ...]


class ShiftEnded(Struct, frozen=True):
    """She is away."""

    at: Time
    caused_by: str | None
    staff_id: str


class StaffStreamedFact(Struct, frozen=True):
    """One fact of a long-polling answer; its bytes are read by type later."""

    cursor: Cursor
    after: Cursor
    fact: Raw


class StaffFacts(Struct, frozen=True):
    """A long-polling answer."""

    facts: tuple[StaffStreamedFact, ...]
    hints: tuple[Raw, ...]
    now: Time


class AnyHint(Struct, frozen=True):
    """What every hint has, known or not."""

    type: str


class StaffTypingHint(Struct, frozen=True):
    """Somebody is writing."""

    conversation_id: str
    by: Author


class Beat(Struct, frozen=True):
    """The line is alive, and which cursor it has given last."""

    now: Time
    cursor: Count


# --- answers ------------------------------------------------------------------------------------------------


class Problem(Struct, frozen=True):
    """Why not; only ``code`` is always there."""

    code: str
    by_name: str | None = None
    to_name: str | None = None
    capacity: int | None = None
    limit: int | None = None
    opens_at: Time | None = None
    retry_after_s: int | None = None
    attempts_left: int | None = None
    presence: PresenceWord | None = None


class ProblemAnswer(Struct, frozen=True):
    """An answer that holds nothing but a problem."""

    problem: Problem


class Accepted(Struct, frozen=True):
    """A command was committed."""

    outcome: Literal["accepted"]
    command_id: str
    cursor: Cursor | None


class Refused(Struct, frozen=True):
    """A command was refused, for good."""

    outcome: Literal["refused"]
    problem: Problem


class MessagesPage(Struct, frozen=True):
    """Older messages."""

    messages: tuple[Message, ...]
    first_seq: Count


class TransferTarget(Struct, frozen=True):
    """A queue a conversation can be moved to, and what awaits it there."""

    queue_id: str
    name: ByLanguage
    kind: Literal["topic", "common", "transfer"]
    language: str | None
    is_open: bool
    closes_at: Time | None
    waiting: Count
    waiting_since: Time | None
    on_shift: Count
    internal_message: ByLanguage | None


class Professional(Struct, frozen=True):
    """Somebody who is there to be offered a conversation."""

    staff_id: str
    display_name: str
    presence: str
    load: Count
    capacity: Count
    serves_advice: bool


class TransferTargets(Struct, frozen=True):
    """Every queue of the service model and everybody who is there, at ``now``."""

    now: Time
    targets: tuple[TransferTarget, ...]
    professionals: tuple[Professional, ...]


class OnShift(Struct, frozen=True):
    """Somebody of staff at one moment."""

    staff_id: str
    display_name: str
    presence: PresenceWord
    load: Count
    capacity: Count
    queue_ids: tuple[str, ...]


class Roster(Struct, frozen=True):
    """Who of staff is there, at ``now``."""

    now: Time
    people: tuple[OnShift, ...]


class QueueSituation(Struct, frozen=True):
    """One queue as a supervisor sees it."""

    queue_id: str
    name: ByLanguage
    kind: Literal["topic", "common", "transfer"]
    language: str | None
    target_s: Count
    waiting: Count
    waiting_since: Time | None
    held: Count
    on_shift: Count
    free: Count


class PersonSituation(Struct, frozen=True):
    """Somebody of staff as a supervisor sees her."""

    staff_id: str
    display_name: str
    presence: PresenceWord
    presence_since: Time | None
    load: Count
    capacity: Count
    to_wrap_up: Count
    unanswered_since: Time | None


class Situation(Struct, frozen=True):
    """Load by queue and by person, at ``now``."""

    now: Time
    queues: tuple[QueueSituation, ...]
    people: tuple[PersonSituation, ...]


class SignedIn(Struct, frozen=True):
    """Tokens, and whose they are."""

    access_token: str
    access_expires_at: Time
    refresh_token: str
    refresh_expires_at: Time
    staff: Person
    device_secret: str


# --- what this workstation writes: strict, nothing beyond the contract --------------------------------------


class SignIn(Struct, frozen=True, forbid_unknown_fields=True):
    """Name and password, from this computer."""

    user_name: str
    password: str
    device_id: str


class Refresh(Struct, frozen=True, forbid_unknown_fields=True):
    """The refresh token, from the computer it is bound to."""

    refresh_token: str
    device_id: str


class ClaimWaiting(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Take a waiting customer."""

    command_id: str
    conversation_id: str


class StaffWriteMessage(Struct, frozen=True, tag="WriteMessage", forbid_unknown_fields=True):
    """Answer a customer."""

    command_id: str
    conversation_id: str
    text: str
    responsibility_version: int


class StaffMarkRead(Struct, frozen=True, tag="MarkRead", forbid_unknown_fields=True):
    """Everything up to there was on the screen."""

    command_id: str
    conversation_id: str
    seq: int


class CloseConversation(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """End and let go."""

    command_id: str
    conversation_id: str
    responsibility_version: int


class StaffEndConversation(Struct, frozen=True, tag="EndConversation", forbid_unknown_fields=True):
    """End the talk; the wrap-up follows."""

    command_id: str
    conversation_id: str
    responsibility_version: int


class WrapUp(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """What it was about and what came of it."""

    command_id: str
    conversation_id: str
    contact_reasons: tuple[str, ...]
    outcome: str | None
    notes: str
    service_model_version: int
    responsibility_version: int


class ClaimCallback(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Take a callback request."""

    command_id: str
    callback_id: str


class ReleaseCallback(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Give it back."""

    command_id: str
    callback_id: str
    responsibility_version: int


class CallWrapUp(Struct, frozen=True):
    """What a call was about."""

    contact_reasons: tuple[str, ...]
    outcome: str | None
    notes: str
    service_model_version: int


class RecordAttempt(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """What came of a call."""

    command_id: str
    callback_id: str
    responsibility_version: int
    outcome: str
    dialled_at: str
    wrap_up: CallWrapUp | None


class TransferConversation(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Move to another queue."""

    command_id: str
    conversation_id: str
    queue_id: str
    internal_message: str
    responsibility_version: int


class ReturnToQueue(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Give back to the queue."""

    command_id: str
    conversation_id: str
    responsibility_version: int


class BeginShift(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Begin with these queues."""

    command_id: str
    queue_ids: tuple[str, ...]


class EndShift(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Go."""

    command_id: str


class SetPresence(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Say whether she is there for customers."""

    command_id: str
    presence: PresenceWord


StaffShiftCommand = SetPresence | BeginShift | EndShift


class WriteNote(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Write for professionals only."""

    command_id: str
    conversation_id: str
    text: str
    responsibility_version: int


class OfferTransfer(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Offer to one professional."""

    command_id: str
    conversation_id: str
    staff_id: str
    internal_message: str
    responsibility_version: int


class AcceptOffer(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Take what is offered."""

    command_id: str
    conversation_id: str
    responsibility_version: int


class DeclineOffer(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Do not take it, and why."""

    command_id: str
    conversation_id: str
    reason: str
    responsibility_version: int


class WithdrawOffer(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Take an offer back."""

    command_id: str
    conversation_id: str
    responsibility_version: int


class CallForHelp(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Call the supervisors."""

    command_id: str
    conversation_id: str
    text: str
    responsibility_version: int


class WithdrawHelpCall(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Go on alone."""

    command_id: str
    conversation_id: str
    responsibility_version: int


class AnswerHelpCall(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Say that she comes."""

    command_id: str
    conversation_id: str
    responsibility_version: int


class TakeOver(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Take the conversation she was called to."""

    command_id: str
    conversation_id: str
    responsibility_version: int


StaffHelpCommand = CallForHelp | WithdrawHelpCall | AnswerHelpCall | TakeOver
StaffOfferCommand = OfferTransfer | AcceptOffer | DeclineOffer | WithdrawOffer
StaffCallbackCommand = ClaimCallback | ReleaseCallback | RecordAttempt
StaffCommand = (
    ClaimWaiting
    | StaffWriteMessage
    | StaffMarkRead
    | CloseConversation
    | StaffEndConversation
    | WrapUp
    | TransferConversation
    | WriteNote
    | StaffOfferCommand
    | StaffHelpCommand
    | StaffCallbackCommand
    | ReturnToQueue
    | StaffShiftCommand
)


class StaffTyping(Struct, frozen=True, tag="Typing", forbid_unknown_fields=True):
    """She is writing."""

    conversation_id: str
