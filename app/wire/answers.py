"""Answers from HTTP: the one outcome of a command, tokens at sign-in, a page of older messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from app.domain.conversation import Message, Staff
from app.domain.ids import CommandId
from app.domain.outcomes import Accepted, Later, Outcome, Refused, SignedOutOutcome, Unknown
from app.domain.problems import ProblemCode
from app.wire.conversations import message_of
from app.wire.problems import problem_of
from app.wire.reading import WireError, read
from app.wire.shapes import answers as shapes
from app.wire.shapes import conversations, sign_in
from app.wire.values import person_of

_REFUSALS = frozenset({400, 403, 404, 409, 413, 415, 422})
_LATERS = frozenset({429, 503})


def decode_outcome(status: int, body: bytes, *, retry_after_s: float | None = None) -> Outcome:
    """Which outcome an answer to a command is (contract, section 3); ``retry_after_s`` is its Retry-After, if
    any.

    Whatever is not ours to the letter (a proxy's page with 200, a bare 503, a cut body) is Unknown, never a
    success.
    """
    try:
        return _outcome(status, body, retry_after_s)
    except WireError:
        return Unknown(retry_after_s)


def _outcome(status: int, body: bytes, retry_after_s: float | None) -> Outcome:
    if status == 200:
        accepted = read(body, shapes.Accepted)
        return Accepted(CommandId(accepted.command_id), accepted.cursor)
    if status in _REFUSALS:
        return Refused(problem_of(read(body, shapes.Refused).problem))
    if status == 401:
        read(body, shapes.ProblemAnswer)
        return SignedOutOutcome()
    if status in _LATERS:
        problem = problem_of(read(body, shapes.ProblemAnswer).problem)
        return Later(problem.retry_after_s if retry_after_s is None else retry_after_s)
    return Unknown(retry_after_s)


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a sign-in or a refresh hands out. None of it is ever shown, logged or written down as it is."""

    staff: Staff
    access_token: str = field(repr=False)
    access_expires_at: datetime
    refresh_token: str = field(repr=False)
    refresh_expires_at: datetime
    device_secret: str = field(repr=False)


def decode_signed_in(body: bytes) -> Tokens:
    """The answer to sign-in and refresh. Raises WireError."""
    shape = read(body, sign_in.SignedIn)
    return Tokens(
        staff=person_of(shape.staff),
        access_token=shape.access_token,
        access_expires_at=shape.access_expires_at,
        refresh_token=shape.refresh_token,
        refresh_expires_at=shape.refresh_expires_at,
        device_secret=shape.device_secret,
    )


def decode_older(body: bytes) -> tuple[tuple[Message, ...], int]:
    """A page of older messages, ascending, and the seq the conversation begins with. Raises WireError."""
    page = read(body, conversations.MessagesPage)
    return tuple(message_of(message) for message in page.messages), page.first_seq


def says_signed_out(status: int, body: bytes) -> bool:
    """Whether an answer outside commands means that the access token is no longer good."""
    if status != 401:
        return False
    try:
        code = read(body, shapes.ProblemAnswer).problem.code
    except WireError:
        return False
    return code == ProblemCode.SIGNED_OUT
