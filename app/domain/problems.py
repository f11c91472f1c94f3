"""Problems: why something was refused, by the backend or here before it was queued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.presence import Presence


class ProblemCode(StrEnum):
    """Every reason a person can meet; the screen has a sentence for each, and a general one for UNKNOWN.

    Problem
    ├── said by the backend (contract, section 3)
    │   ├── who is asking     sign_in_refused · signed_out · not_allowed · throttled
    │   ├── responsibility    already_claimed · capacity_full · not_available · conversations_held
    │   │                     responsibility_moved
    │   ├── the conversation  not_found · conversation_ended · conversation_closed · conversation_exists
    │   │                     message_changed
    │   ├── callbacks         callback_closed · number_in_use · calling_closed · attempt_too_soon
    │   │                     outside_wish · before_booked_time · same_half_day · attempts_used
    │   ├── consultations     nobody_on_call · own_consultation · consultation_answered
    │   │                     consultation_not_answered · consultation_over
    │   ├── the text          text_empty · text_too_long · text_unreadable
    │   ├── the service       service_closed · notice_changed · unknown_topic · messages_unavailable
    │   ├── a wrap-up         conversation_not_ended · code_not_listed · wrap_up_incomplete
    │   ├── a transfer        unknown_queue · identification_needed · unknown_professional
    │   │                     identification_asked · already_identified · identification_unavailable
    │   │                     not_on_duty · offer_pending · offer_over · consent_…
    │   ├── a help call       help_called · help_over · already_joined
    │   ├── a problem         problem_situation · no_problem_situation
    │   ├── accounts          name_taken · rights_held · another_person_needed · must_be_applied_for
    │   │                     application_over · account_disabled · password_to_choose
    │   │                     one_time_password_over · password_too_short · password_known
    │   ├── the request       malformed · too_large · wrong_media_type · wrong_method
    │   └── the backend       unavailable · failed · gone · unknown
    └── found here
        ├── before queueing   not_live · not_held · not_waiting · under_way · already_read · still_sending
        │                     text_unfilled · agreed_later
        ├── while queued      lapsed · held_back
        └── around it         line_lost · update_needed · store_failed
    """

    MALFORMED = "malformed"
    SIGN_IN_REFUSED = "sign_in_refused"
    SIGNED_OUT = "signed_out"
    NOT_ALLOWED = "not_allowed"
    NOT_FOUND = "not_found"
    ALREADY_CLAIMED = "already_claimed"
    CAPACITY_FULL = "capacity_full"
    CONVERSATIONS_HELD = "conversations_held"
    NOT_AVAILABLE = "not_available"
    OUTSIDE_PLANNED_SHIFT = "outside_planned_shift"
    PLANNED_TIME_UNFIT = "planned_time_unfit"
    PLANNED_ALREADY = "planned_already"
    RESPONSIBILITY_MOVED = "responsibility_moved"
    CONVERSATION_ENDED = "conversation_ended"
    CONVERSATION_CLOSED = "conversation_closed"
    CONVERSATION_EXISTS = "conversation_exists"
    SERVICE_CLOSED = "service_closed"
    NOTICE_CHANGED = "notice_changed"
    MESSAGE_CHANGED = "message_changed"
    UNKNOWN_TOPIC = "unknown_topic"
    MESSAGES_UNAVAILABLE = "messages_unavailable"
    CALLBACK_CLOSED = "callback_closed"
    NUMBER_IN_USE = "number_in_use"
    CALLING_CLOSED = "calling_closed"
    ATTEMPT_TOO_SOON = "attempt_too_soon"
    OUTSIDE_WISH = "outside_wish"
    BEFORE_BOOKED_TIME = "before_booked_time"
    BOOKED_TIME_GONE = "booked_time_gone"
    SAME_HALF_DAY = "same_half_day"
    ATTEMPTS_USED = "attempts_used"
    CALLBACK_EXISTS = "callback_exists"
    PHONE_UNREADABLE = "phone_unreadable"
    PHONE_NOT_CALLED = "phone_not_called"
    ADDRESS_UNREADABLE = "address_unreadable"
    TRANSCRIPT_EXISTS = "transcript_exists"
    FEEDBACK_NOT_OPEN = "feedback_not_open"
    FEEDBACK_GIVEN = "feedback_given"
    NOTHING_TO_SEND = "nothing_to_send"
    MAIL_NOT_AVAILABLE = "mail_not_available"
    UNKNOWN_QUEUE = "unknown_queue"
    REASON_NEEDED = "reason_needed"
    IDENTIFICATION_NEEDED = "identification_needed"
    CONSENT_NEEDED = "consent_needed"
    CONSENT_NOT_NEEDED = "consent_not_needed"
    CONSENT_UNAVAILABLE = "consent_unavailable"
    CONSENT_OVER = "consent_over"
    CONSENT_USED = "consent_used"
    IDENTIFICATION_ASKED = "identification_asked"
    ALREADY_IDENTIFIED = "already_identified"
    IDENTIFICATION_UNAVAILABLE = "identification_unavailable"
    CONVERSATION_NOT_ENDED = "conversation_not_ended"
    CODE_NOT_LISTED = "code_not_listed"
    WRAP_UP_INCOMPLETE = "wrap_up_incomplete"
    UNKNOWN_PROFESSIONAL = "unknown_professional"
    NOT_ON_DUTY = "not_on_duty"
    OFFER_PENDING = "offer_pending"
    OFFER_OVER = "offer_over"
    HELP_CALLED = "help_called"
    HELP_OVER = "help_over"
    ALREADY_JOINED = "already_joined"
    NOBODY_ON_CALL = "nobody_on_call"
    OWN_CONSULTATION = "own_consultation"
    CONSULTATION_ANSWERED = "consultation_answered"
    CONSULTATION_NOT_ANSWERED = "consultation_not_answered"
    CONSULTATION_OVER = "consultation_over"
    PROBLEM_SITUATION = "problem_situation"
    NO_PROBLEM_SITUATION = "no_problem_situation"
    NAME_TAKEN = "name_taken"
    RIGHTS_HELD = "rights_held"
    ANOTHER_PERSON_NEEDED = "another_person_needed"
    MUST_BE_APPLIED_FOR = "must_be_applied_for"
    APPLICATION_OVER = "application_over"
    ACCOUNT_DISABLED = "account_disabled"
    PASSWORD_TO_CHOOSE = "password_to_choose"  # noqa: S105 - a reason, no password
    ONE_TIME_PASSWORD_OVER = "one_time_password_over"  # noqa: S105 - a reason, no password
    PASSWORD_TOO_SHORT = "password_too_short"  # noqa: S105 - a reason, no password
    PASSWORD_KNOWN = "password_known"  # noqa: S105 - a reason, no password
    TEXT_EMPTY = "text_empty"
    TEXT_TOO_LONG = "text_too_long"
    TEXT_UNREADABLE = "text_unreadable"
    ATTACHMENT_REFUSED = "attachment_refused"
    ATTACHMENTS_FULL = "attachments_full"
    UPLOAD_UNKNOWN = "upload_unknown"
    TOO_LARGE = "too_large"
    WRONG_MEDIA_TYPE = "wrong_media_type"
    WRONG_METHOD = "wrong_method"
    THROTTLED = "throttled"
    UNAVAILABLE = "unavailable"
    FAILED = "failed"
    GONE = "gone"
    UNKNOWN = "unknown"

    NOT_LIVE = "not_live"
    NOT_HELD = "not_held"
    NOT_WAITING = "not_waiting"
    UNDER_WAY = "under_way"
    ALREADY_READ = "already_read"
    STILL_SENDING = "still_sending"
    TEXT_UNFILLED = "text_unfilled"
    AGREED_LATER = "agreed_later"
    LAPSED = "lapsed"
    HELD_BACK = "held_back"
    LINE_LOST = "line_lost"
    UPDATE_NEEDED = "update_needed"
    STORE_FAILED = "store_failed"


@dataclass(frozen=True, slots=True)
class Problem:
    """A reason and what its sentence needs to know; keys that a code does not have are None."""

    code: ProblemCode
    by_name: str | None = None
    to_name: str | None = None
    capacity: int | None = None
    limit: int | None = None
    opens_at: datetime | None = None
    retry_after_s: int | None = None
    attempts_left: int | None = None
    blank: str | None = None
    presence: Presence | None = None
    planned_from: datetime | None = None
    planned_until: datetime | None = None
