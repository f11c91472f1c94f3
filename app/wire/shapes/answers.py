"""Answers to commands: the outcome, or the problem in its way."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from app.wire.shapes.shifts import PresenceWord
from app.wire.shapes.values import Cursor, Time


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
    planned_from: Time | None = None
    planned_until: Time | None = None


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
