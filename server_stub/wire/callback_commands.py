"""callback_commands: Commands about callback requests as they come in (CONTRACT.md section 3)."""

from datetime import datetime
from typing import Annotated, assert_never

import msgspec

from server_stub.helpline import callback_values as values
from server_stub.helpline.calling_time import millis_of
from server_stub.helpline.phone_numbers import LONGEST
from server_stub.helpline.values import Millis
from server_stub.wire.command_parts import Code, Command, Id, Language, Name, Seq

Phone = Annotated[str, msgspec.Meta(max_length=LONGEST)]
Wish = Annotated[str, msgspec.Meta(pattern="^(any|forenoon|afternoon)$")]
Outcome = Annotated[str, msgspec.Meta(pattern="^(reached|no_answer|busy|voicemail|wrong_number|declined)$")]
Time = Annotated[
    str, msgspec.Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$")
]


class RequestCallback(Command, frozen=True, tag="RequestCallback"):
    """A customer asks to be called."""

    service_id: Name
    topic_id: Name
    language: Language
    phone: Phone
    wish: Wish
    may_leave_voicemail: bool
    text: str
    booked_from: Time | None


class WithdrawCallback(Command, frozen=True, tag="WithdrawCallback"):
    """She takes it back."""


class ClaimCallback(Command, frozen=True, tag="ClaimCallback"):
    """A counsellor takes a request."""

    callback_id: Id


class ReleaseCallback(Command, frozen=True, tag="ReleaseCallback"):
    """She gives it back."""

    callback_id: Id
    responsibility_version: Seq


class CallWrapUp(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a call was about, and what came of it."""

    contact_reasons: Annotated[tuple[Code, ...], msgspec.Meta(max_length=4)]
    outcome: Code | None
    notes: str
    service_model_version: Seq
    is_test: bool


class RecordAttempt(Command, frozen=True, tag="RecordAttempt"):
    """She has dialled."""

    callback_id: Id
    responsibility_version: Seq
    outcome: Outcome
    dialled_at: Time
    wrap_up: CallWrapUp | None


StaffCallbackCommand = ClaimCallback | ReleaseCallback | RecordAttempt
CustomerCallbackCommand = RequestCallback | WithdrawCallback
CallbackCommand = StaffCallbackCommand | CustomerCallbackCommand


def dialled_at(command: RecordAttempt) -> Millis:
    """The moment named, in milliseconds; the beginning of time where there is no such day."""
    return _moment(command.dialled_at)


def _moment(stamped: str) -> Millis:
    try:
        return millis_of(datetime.fromisoformat(stamped))
    except (ValueError, OverflowError):
        return 0


def _wrap_up(sent: CallWrapUp | None) -> values.CallWrapUp | None:
    if sent is None:
        return None
    return values.CallWrapUp(
        sent.contact_reasons, sent.outcome, sent.notes, sent.service_model_version, sent.is_test
    )


def meaning(command: CallbackCommand) -> values.CallbackCommand:
    """The command in the words of the rules."""
    match command:
        case RequestCallback():
            return values.RequestCallback(
                service_id=command.service_id,
                topic_id=command.topic_id,
                language=command.language,
                phone=command.phone,
                wish=command.wish,
                may_leave_voicemail=command.may_leave_voicemail,
                text=command.text,
                booked_from=None if command.booked_from is None else _moment(command.booked_from),
            )
        case WithdrawCallback():
            return values.WithdrawCallback()
        case ClaimCallback():
            return values.ClaimCallback(command.callback_id)
        case ReleaseCallback():
            return values.ReleaseCallback(command.callback_id, command.responsibility_version)
        case RecordAttempt():
            return values.RecordAttempt(
                command.callback_id,
                command.responsibility_version,
                command.outcome,
                dialled_at(command),
                _wrap_up(command.wrap_up),
            )
        case _:
            assert_never(command)
