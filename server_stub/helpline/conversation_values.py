"""The conversation: its states, its voices, its timed acts."""

from enum import StrEnum
from typing import Final, Literal, NamedTuple

from server_stub.helpline.values import Millis

Identity = Literal["anonymous", "identified"]


class ConversationState(StrEnum):
    """waiting → held → ended → closed; held → waiting when the counsellor is away (CONTRACT.md, 4)."""

    WAITING = "waiting"
    HELD = "held"
    ENDED = "ended"
    CLOSED = "closed"


class Channel(StrEnum):
    """How a conversation goes on: at once, or within a promise in working days (R105, decision 49)."""

    CHAT = "chat"
    MESSAGE = "message"


class Direction(StrEnum):
    """Who began a contact (R131)."""

    CUSTOMER = "customer_initiated"
    PROFESSIONAL = "professional_initiated"


class By(StrEnum):
    """Whose voice a message has."""

    CUSTOMER = "customer"
    COUNSELLOR = "counsellor"
    SERVICE = "service"


class ClosedReason(StrEnum):
    """Why a conversation is closed."""

    ANSWERED = "answered"
    LEFT_QUEUE = "left_queue"
    ABANDONED = "abandoned"


class DueKind(StrEnum):
    """Timed acts of the spine."""

    WAITING_LAPSES = "waiting_lapses"
    HOLD_LAPSES = "hold_lapses"
    OFFER_LAPSES = "offer_lapses"
    HELPER_LAPSES = "helper_lapses"
    HELPER_LEFT = "helper_left"
    MESSAGE_ENDS = "message_ends"


class Conversation(NamedTuple):
    """The aggregate: one customer's matter. Field order is the order of columns in records/tables.py.

    A named tuple: every message makes a new one, and this is a third of a frozen dataclass's cost.
    """

    row: int | None
    conversation_id: str
    alias: str
    state: str
    queue_id: str
    language: str
    identity: str
    service_id: str
    topic_id: str
    finer_topic_id: str | None
    detail: str  # what a professional has added to the pre-information
    chosen_service_id: str  # what the customer chose stays, whatever is refined or corrected
    chosen_topic_id: str
    chosen_finer_topic_id: str | None
    chosen_language: str
    refined_by_id: str | None
    refined_by_name: str | None
    refined_at: Millis | None
    corrected_by_id: str | None
    corrected_by_name: str | None
    corrected_at: Millis | None
    opened_at: Millis
    waiting_since: Millis
    holder_id: str | None
    holder_name: str | None
    claimed_at: Millis | None
    ended_by: str | None
    ended_at: Millis | None
    closed_reason: str | None
    closed_at: Millis | None
    responsibility_version: int
    hand_overs: int
    transferred_by_id: str | None
    transferred_by_name: str | None
    transferred_from: str | None  # the queue; None too when it went from one professional to another
    transferred_at: Millis | None
    internal_message: str | None
    offered_to_id: str | None
    offered_to_name: str | None
    offered_at: Millis | None
    offer_lapses_at: Millis | None
    offer_message: str | None
    help_called_at: Millis | None
    help_text: str | None  # None too while the clock calls, for a holder whose line is away
    helper_id: str | None  # the supervisor who has said that she comes
    helper_name: str | None
    joined_at: Millis | None  # since when she reads along: always somebody who comes
    asked_to_identify_at: Millis | None  # while the page asks her; None again when she has answered
    identification_declined_at: Millis | None
    identified_after_seq: int | None  # the last line from before she was identified
    earlier_lines: str | None  # what becomes of those; None while she is anonymous, and where there are none
    shown_after_seq: int  # whoever holds it since it moved is shown what came after that line, and no more
    consent_number: int | None  # of the newest question for permission to move it (helpline/consent.py)
    consent_state: str | None  # ConsentState of that one
    consent_queue_id: str | None  # where to
    consent_after_seq: int  # what came after that line would move
    released_after_seq: int  # no permission has let that line or an earlier one across the register boundary
    released_after_number: int  # nor any note before that fact
    help_about: str | None  # HelpAbout while help is called
    language_barrier: str | None  # what was called for to get over it, for as long as it is talked about
    problem_began_at: Millis | None  # since when its holder is in a problem situation
    problem_steps: str | None  # the steps of the checklist that are done, parted by spaces
    concern: str | None  # ConcernKind of what the customer wrote, the gravest
    concern_seq: int | None  # of the message that gave reason for it
    channel: str  # Channel; a chat can become a message, and a message never a chat
    due_at: Millis | None  # by when an answer is promised; always None in a chat, and while none is owed
    direction: str  # Direction; it never changes
    open_until: Millis | None  # until when an agreed message can be answered; it never changes
    last_seq: int
    last_line: str
    last_by: str | None
    last_at: Millis | None
    customer_wrote_at: Millis | None
    read_by_customer: int
    read_by_counsellor: int
    last_number: int

    def without_earlier_lines(self) -> "Conversation":
        """As whoever it moves to is to see it: lines from before she was identified stay apart from it until
        she has said that they join (decision 40).
        """
        if self.identity != "identified" or self.earlier_lines in (None, "joined"):
            return self
        after = self._replace(shown_after_seq=max(self.identified_after_seq or 0, self.released_after_seq))
        # A mark says what a line said; and a new line is marked only where no mark stands.
        is_apart = self.concern is not None and (self.concern_seq or 0) <= after.shown_after_seq
        return after._replace(concern=None, concern_seq=None) if is_apart else after

    def spoken_in(
        self,
        *,
        seq: int,
        line: str,
        by: By,
        at: Millis,
        unanswered_since: Millis | None,
        read: tuple[int, int],
    ) -> "Conversation":
        """After a message. `read` is (by the customer, by the counsellor).

        `_replace` asks for every field by name; every message comes here, and this is a sixth of its cost.
        """
        spoken = (seq, line, by, at, unanswered_since, *read, self.last_number)
        return Conversation._make(self[:_BEFORE_TALK] + spoken)

    def numbered(self, last_number: int) -> "Conversation":
        """After facts up to that number of its own."""
        return Conversation._make((*self[:-1], last_number))


_BEFORE_TALK: Final = Conversation._fields.index("last_seq")
