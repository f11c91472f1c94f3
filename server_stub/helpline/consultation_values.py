"""consultation_values: The words of consultations: the question, its thread, commands, facts, decisions."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from server_stub.helpline.values import Millis

LONGEST_SUBJECT: Final = 120
MOST_ATTACHED: Final = 20
"""Lines of a conversation that may be attached to one question."""


class ConsultationState(StrEnum):
    """open ⇄ claimed → answered → closed; withdrawn."""

    OPEN = "open"
    CLAIMED = "claimed"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


OVER: Final = frozenset({ConsultationState.CLOSED, ConsultationState.WITHDRAWN})
AWAITED: Final = frozenset({ConsultationState.OPEN, ConsultationState.CLAIMED})
"""States in which an answer is still owed."""


class Urgency(StrEnum):
    """A promise in days, or a call to whoever is on call (R125)."""

    NON_URGENT = "non_urgent"
    URGENT = "urgent"


class PromiseState(StrEnum):
    """What became of a promise; the reports count `kept` and `broken` (R124)."""

    RUNNING = "running"
    KEPT = "kept"
    BROKEN = "broken"


class EntryKind(StrEnum):
    """What an entry of the thread is: `enquiry` is what the answerer asks back."""

    QUESTION = "question"
    ENQUIRY = "enquiry"
    ANSWER = "answer"
    CALL = "call"


class CallOutcome(StrEnum):
    """What came of a call to whoever is on call."""

    SETTLED = "settled"
    GOES_ON = "goes_on"
    NO_ANSWER = "no_answer"


class AttachedLine(NamedTuple):
    """One line of the conversation that was chosen to go with the question; it names nobody."""

    seq: int
    by: str
    at: Millis
    text: str


class ConsultationEntry(NamedTuple):
    """One entry of the thread. `number` is dense from 1; `called_at` and `call_outcome` are a call's."""

    number: int
    kind: str
    staff_id: str
    staff_name: str
    at: Millis
    text: str
    attached: tuple[AttachedLine, ...] = ()
    call_outcome: str | None = None
    called_at: Millis | None = None
    caused_by: str | None = None


class Consultation(NamedTuple):
    """The aggregate: one question of a professional to a line, with all that was said of it.

    `from_queue_id` is the asker's own line, where she has one: her colleagues see what it asked. `promise` is
    None where nothing is promised (an urgent one, a withdrawn one); `is_identity_allowed` says that the
    customer has let the asker tell who she is. `conversation_id` opens nothing for who does not hold it.
    """

    row: int | None
    consultation_id: str
    state: str
    urgency: str
    queue_id: str
    from_queue_id: str | None
    subject: str
    asker_id: str
    asker_name: str
    asked_at: Millis
    conversation_id: str | None
    is_identity_allowed: bool
    holder_id: str | None
    holder_name: str | None
    claimed_at: Millis | None
    promise: str | None
    promise_number: int
    promised_at: Millis | None
    due_at: Millis | None
    answered_at: Millis | None
    closed_at: Millis | None
    responsibility_version: int
    entries: tuple[ConsultationEntry, ...] = ()


# ------------------------------------------------------------------ commands


@dataclass(frozen=True, slots=True)
class OpenConsultation:
    """Ask a line. `attached_seqs` are lines of the conversation, which she holds."""

    queue_id: str
    urgency: str
    subject: str
    text: str
    conversation_id: str | None
    attached_seqs: tuple[int, ...]
    is_identity_allowed: bool


@dataclass(frozen=True, slots=True)
class ClaimConsultation:
    """Take a question, to answer it."""

    consultation_id: str


@dataclass(frozen=True, slots=True)
class ReleaseConsultation:
    """Give it back to the line."""

    consultation_id: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class WriteToConsultation:
    """Write in its thread; `is_answer` says that the holder answers with it."""

    consultation_id: str
    text: str
    is_answer: bool
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class RecordConsultationCall:
    """Tell of a call to whoever is on call, at `called_at`."""

    consultation_id: str
    called_at: Millis
    outcome: str
    text: str


@dataclass(frozen=True, slots=True)
class CloseConsultation:
    """The answer is enough."""

    consultation_id: str


@dataclass(frozen=True, slots=True)
class WithdrawConsultation:
    """No answer is needed any more."""

    consultation_id: str


@dataclass(frozen=True, slots=True)
class NoteOverdue:
    """The clock finds a promise past: `at` names which, so that it acts once."""

    consultation_id: str
    at: Millis


StaffConsultationCommand = (
    OpenConsultation
    | ClaimConsultation
    | ReleaseConsultation
    | WriteToConsultation
    | RecordConsultationCall
    | CloseConsultation
    | WithdrawConsultation
)
ConsultationCommand = StaffConsultationCommand | NoteOverdue

# ------------------------------------------------------------------ facts


@dataclass(frozen=True, slots=True)
class ConsultationFact:
    """The consultation as it is after the fact; the entries that came with it."""

    consultation: Consultation
    entries: tuple[ConsultationEntry, ...] = ()


class ConsultationOpened(ConsultationFact):
    """A professional asks."""


class ConsultationClaimed(ConsultationFact):
    """Somebody answers for it now."""


class ConsultationReturned(ConsultationFact):
    """It is open again, for anybody of the line."""


class ConsultationWritten(ConsultationFact):
    """More was said, and nothing else changed."""


class ConsultationAnswered(ConsultationFact):
    """The line has answered."""


class ConsultationReopened(ConsultationFact):
    """A further question: another answer is owed, under a promise of its own."""


class ConsultationCallRecorded(ConsultationFact):
    """Whoever is on call was called."""


class ConsultationOverdue(ConsultationFact):
    """The promise is past and broken; the supervisors are told, who know nothing of it yet."""


class ConsultationClosed(ConsultationFact):
    """Over: the answer was enough, or a call settled it."""


class ConsultationWithdrawn(ConsultationFact):
    """Over without an answer."""


@dataclass(frozen=True, slots=True)
class ConsultationTold:
    """A fact about a consultation, and who gets it: never a customer."""

    fact: ConsultationFact
    audience: tuple[str, ...]


class SettledPromise(NamedTuple):
    """A promise that was kept or broken, for the reports."""

    number: int
    promised_at: Millis
    due_at: Millis
    outcome: str


@dataclass(frozen=True, slots=True)
class ConsultationDecision:
    """What a command leads to: the consultation after it, the fact, and a promise that was settled by it."""

    consultation: Consultation
    told: ConsultationTold
    settled: SettledPromise | None = None
