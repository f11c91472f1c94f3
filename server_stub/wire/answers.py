"""What a command is answered: accepted, refused, or a problem (CONTRACT.md section 3)."""

import msgspec

from server_stub.helpline.values import Problem

STATUS_OF = {
    "malformed": 400,
    "sign_in_refused": 401,
    "signed_out": 401,
    "not_allowed": 403,
    "not_found": 404,
    "already_claimed": 409,
    "capacity_full": 409,
    "not_available": 409,
    "outside_planned_shift": 409,
    "planned_time_unfit": 409,
    "planned_already": 409,
    "conversations_held": 409,
    "responsibility_moved": 409,
    "conversation_ended": 409,
    "conversation_closed": 409,
    "conversation_exists": 409,
    "service_closed": 409,
    "notice_changed": 409,
    "message_changed": 409,
    "unknown_topic": 409,
    "messages_unavailable": 409,
    "callback_exists": 409,
    "callback_closed": 409,
    "transcript_exists": 409,
    "feedback_not_open": 409,
    "feedback_given": 409,
    "nothing_to_send": 409,
    "mail_not_available": 409,
    "attachment_refused": 415,
    "attachments_full": 409,
    "upload_unknown": 409,
    "number_in_use": 409,
    "calling_closed": 409,
    "attempt_too_soon": 409,
    "outside_wish": 409,
    "before_booked_time": 409,
    "booked_time_gone": 409,
    "same_half_day": 409,
    "attempts_used": 409,
    "unknown_queue": 409,
    "reason_needed": 409,
    "identification_needed": 409,
    "consent_needed": 409,
    "consent_not_needed": 409,
    "consent_unavailable": 409,
    "consent_over": 409,
    "consent_used": 409,
    "identification_asked": 409,
    "already_identified": 409,
    "identification_unavailable": 409,
    "conversation_not_ended": 409,
    "code_not_listed": 409,
    "wrap_up_incomplete": 409,
    "unknown_professional": 409,
    "not_on_duty": 409,
    "offer_pending": 409,
    "offer_over": 409,
    "help_called": 409,
    "already_joined": 409,
    "help_over": 409,
    "nobody_on_call": 409,
    "own_consultation": 409,
    "consultation_answered": 409,
    "consultation_not_answered": 409,
    "consultation_over": 409,
    "problem_situation": 409,
    "no_problem_situation": 409,
    "name_taken": 409,
    "rights_held": 409,
    "another_person_needed": 409,
    "must_be_applied_for": 409,
    "application_over": 409,
    "account_disabled": 409,
    "password_to_choose": 409,
    "one_time_password_over": 409,
    "password_too_short": 422,
    "password_known": 422,
    "wrong_method": 405,
    "gone": 410,
    "too_large": 413,
    "wrong_media_type": 415,
    "text_empty": 422,
    "text_too_long": 422,
    "text_unreadable": 422,
    "phone_unreadable": 422,
    "phone_not_called": 422,
    "address_unreadable": 422,
    "throttled": 429,
    "failed": 500,
    "unavailable": 503,
}
"""The HTTP status of every problem code of the contract."""

_encoder = msgspec.json.Encoder()
_problem_decoder = msgspec.json.Decoder(dict[str, str | int | None])


class Accepted(msgspec.Struct, frozen=True, tag_field="outcome", tag="accepted"):
    """Committed, durably."""

    command_id: str
    cursor: int | None
    conversation_id: str | None
    seq: int | None
    text: str | None
    masked: tuple[str, ...]


class Refused(msgspec.Struct, frozen=True, tag_field="outcome", tag="refused"):
    """Final under this id."""

    command_id: str | None
    problem: dict[str, str | int | None]


class ProblemAnswer(msgspec.Struct, frozen=True):
    """A problem outside commands, or one after which the same may be sent again."""

    problem: dict[str, str | int | None]


def encode(answer: Accepted | Refused | ProblemAnswer) -> bytes:
    """The bytes of an answer."""
    return _encoder.encode(answer)


def problem_keys(problem: Problem) -> dict[str, str | int | None]:
    """A problem as the contract writes it: its code and its keys."""
    return {"code": problem.code, **problem.details}


def encode_problem(problem: Problem) -> bytes:
    """A problem as the ledger keeps it."""
    return _encoder.encode(problem_keys(problem))


def decode_problem(raw: bytes) -> Problem:
    """A problem as the ledger kept it."""
    keys = _problem_decoder.decode(raw)
    code = str(keys.pop("code"))
    return Problem(code, keys)
